-- The whole schema, written by script/schema from a migrated database. Not run by anything.

create table api_token (
  token_id text not null,
  token_hash text not null,
  person_id text not null,
  name text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (token_id),
  constraint api_token_check CHECK ((ends_at > made_at)),
  constraint api_token_name_check CHECK ((btrim(name) <> ''::text)),
  constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_token_id_check CHECK ((token_id ~ '^[0-9a-f]{20}$'::text))
);

create table audit_chain (
  chain text not null,
  position bigint not null,
  hash text not null,
  constraint audit_chain_pkey PRIMARY KEY (chain)
);

create table audit_event (
  audit_event_id bigint not null generated always as identity,
  happened_at timestamp with time zone not null,
  actor text not null,
  action text not null,
  inspection_id text,
  subject text not null,
  before jsonb,
  after jsonb,
  reason text,
  person_id text,
  position bigint,
  hash text,
  constraint audit_event_pkey PRIMARY KEY (audit_event_id),
  constraint audit_event_action_check CHECK ((action ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint audit_event_actor_check CHECK ((actor <> ''::text)),
  constraint audit_event_chained TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint audit_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint audit_event_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint audit_event_subject_check CHECK ((subject <> ''::text))
);

create table case_assignment (
  inspection_id text not null,
  case_id text not null,
  person_id text not null,
  constraint case_assignment_pkey PRIMARY KEY (inspection_id, case_id, person_id),
  constraint case_assignment_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint case_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table case_count (
  inspection_id text not null,
  case_domain text not null,
  inspected integer not null,
  constraint case_count_pkey PRIMARY KEY (inspection_id, case_domain),
  constraint case_count_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint case_count_inspected_check CHECK ((inspected >= 0)),
  constraint case_count_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id)
);

create table case_presence (
  inspection_id text not null,
  case_id text not null,
  person_id text not null,
  place text not null,
  seen_at timestamp with time zone not null,
  constraint case_presence_pkey PRIMARY KEY (inspection_id, case_id, person_id),
  constraint case_presence_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint case_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table case_step (
  inspection_id text not null,
  case_id text not null,
  position integer not null,
  step text not null,
  status text not null,
  round integer not null,
  comment text,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  person_id text,
  constraint case_step_pkey PRIMARY KEY (inspection_id, case_id, "position"),
  constraint case_step_comment_check CHECK ((comment <> ''::text)),
  constraint case_step_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint case_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint case_step_position_check CHECK (("position" > 0)),
  constraint case_step_round_check CHECK ((round > 0)),
  constraint case_step_status_check CHECK ((status = ANY (ARRAY['open'::text, 'ready'::text, 'returned'::text, 'signed'::text, 'withdrawn'::text]))),
  constraint case_step_step_check CHECK ((step <> ''::text)),
  constraint case_step_taken_by_check CHECK ((taken_by <> ''::text))
);

create table entry_version (
  inspection_id text not null,
  case_id text not null,
  kind text not null,
  item text not null,
  version integer not null,
  value text,
  detail text,
  written_at timestamp with time zone not null,
  written_by text not null,
  person_id text,
  constraint entry_version_pkey PRIMARY KEY (inspection_id, case_id, kind, item, version),
  constraint entry_version_check CHECK (((kind <> 'answer'::text) OR (value = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text])))),
  constraint entry_version_check1 CHECK (((value IS NOT NULL) OR (detail IS NULL))),
  constraint entry_version_detail_check CHECK ((detail <> ''::text)),
  constraint entry_version_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint entry_version_item_check CHECK ((item <> ''::text)),
  constraint entry_version_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'note'::text, 'fact'::text, 'practice'::text]))),
  constraint entry_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint entry_version_value_check CHECK ((value <> ''::text)),
  constraint entry_version_version_check CHECK ((version > 0)),
  constraint entry_version_written_by_check CHECK ((written_by <> ''::text))
);

create table held_submission (
  held_id text not null,
  person_id text not null,
  browser_hash text not null,
  sealed text not null,
  held_at timestamp with time zone not null,
  constraint held_submission_pkey PRIMARY KEY (held_id),
  constraint held_submission_held_id_check CHECK ((held_id ~ '^[0-9a-f]{20}$'::text)),
  constraint held_submission_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table inspected_case (
  inspection_id text not null,
  case_id text not null,
  case_domain text not null,
  constraint inspected_case_pkey PRIMARY KEY (inspection_id, case_id),
  constraint inspected_case_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint inspected_case_case_id_check CHECK ((btrim(case_id) <> ''::text)),
  constraint inspected_case_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id)
);

create table inspection (
  inspection_id text not null,
  service_id text not null,
  edition_id text not null,
  fieldwork_started text,
  published text,
  source text,
  made_up boolean not null,
  published_score integer,
  published_overall text,
  imported_at timestamp with time zone not null,
  constraint inspection_pkey PRIMARY KEY (inspection_id),
  constraint inspection_edition_id_check CHECK ((edition_id <> ''::text)),
  constraint inspection_fieldwork_started_check CHECK ((fieldwork_started ~ '^\d{4}-\d{2}(-\d{2})?$'::text)),
  constraint inspection_inspection_id_check CHECK ((inspection_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint inspection_published_check CHECK ((published ~ '^\d{4}(-\d{2})?$'::text)),
  constraint inspection_published_overall_check CHECK ((published_overall <> ''::text)),
  constraint inspection_published_score_check CHECK ((published_score >= 0)),
  constraint inspection_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(service_id),
  constraint inspection_source_check CHECK ((btrim(source) <> ''::text))
);

create table inspection_role (
  inspection_id text not null,
  person_id text not null,
  role text not null,
  constraint inspection_role_pkey PRIMARY KEY (inspection_id, person_id, role),
  constraint inspection_role_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint inspection_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint inspection_role_role_check CHECK ((role <> ''::text))
);

create table inspection_stage (
  inspection_id text not null,
  stage text not null,
  constraint inspection_stage_pkey PRIMARY KEY (inspection_id),
  constraint inspection_stage_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint inspection_stage_stage_check CHECK ((stage <> ''::text))
);

create table kept_value (
  inspection_id text not null,
  kept_id text not null,
  case_id text not null,
  kind text not null,
  item text not null,
  because text not null,
  saw_version integer not null,
  value text,
  detail text,
  written_at timestamp with time zone not null,
  written_by text not null,
  person_id text,
  constraint kept_value_pkey PRIMARY KEY (inspection_id, kept_id),
  constraint kept_value_because_check CHECK ((because = ANY (ARRAY['changed-meanwhile'::text, 'case-frozen'::text]))),
  constraint kept_value_detail_check CHECK ((detail <> ''::text)),
  constraint kept_value_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint kept_value_item_check CHECK ((item <> ''::text)),
  constraint kept_value_kept_id_check CHECK ((kept_id ~ '^[0-9a-f]{20}$'::text)),
  constraint kept_value_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint kept_value_saw_version_check CHECK ((saw_version >= 0)),
  constraint kept_value_value_check CHECK ((value <> ''::text)),
  constraint kept_value_written_by_check CHECK ((written_by <> ''::text))
);

create table kept_value_decision (
  inspection_id text not null,
  kept_id text not null,
  saw_version integer not null,
  version integer not null,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by text not null,
  person_id text,
  constraint kept_value_decision_pkey PRIMARY KEY (inspection_id, kept_id),
  constraint kept_value_decision_decided_by_check CHECK ((decided_by <> ''::text)),
  constraint kept_value_decision_inspection_id_kept_id_fkey FOREIGN KEY (inspection_id, kept_id) REFERENCES kept_value(inspection_id, kept_id),
  constraint kept_value_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint kept_value_decision_reason_check CHECK ((reason <> ''::text))
);

create table key_question_figure (
  inspection_id text not null,
  key_question_id text not null,
  percent_yes integer,
  yes integer,
  cases integer,
  constraint key_question_figure_pkey PRIMARY KEY (inspection_id, key_question_id),
  constraint key_question_figure_cases_check CHECK ((cases >= 0)),
  constraint key_question_figure_check CHECK (((yes IS NOT NULL) OR (percent_yes IS NOT NULL))),
  constraint key_question_figure_check1 CHECK (((yes IS NULL) = (cases IS NULL))),
  constraint key_question_figure_check2 CHECK ((yes <= cases)),
  constraint key_question_figure_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint key_question_figure_key_question_id_check CHECK ((key_question_id <> ''::text)),
  constraint key_question_figure_percent_yes_check CHECK (((percent_yes >= 0) AND (percent_yes <= 100))),
  constraint key_question_figure_yes_check CHECK ((yes >= 0))
);

create table overall_role (
  person_id text not null,
  role text not null,
  constraint overall_role_pkey PRIMARY KEY (person_id, role),
  constraint overall_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint overall_role_role_check CHECK ((role <> ''::text))
);

create table password_link (
  link_hash text not null,
  person_id text not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_link_pkey PRIMARY KEY (link_hash),
  constraint password_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table person (
  person_id text not null,
  email text not null,
  name text not null,
  made_up boolean not null,
  password_hash text,
  authenticator_key text,
  authenticator_step bigint,
  added_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (person_id),
  constraint person_authenticator_key_check CHECK ((authenticator_key ~ '^[A-Z2-7]{32}$'::text)),
  constraint person_email_check CHECK (((email = lower(email)) AND (email ~ '^[^\s@]+@[^\s@]+$'::text))),
  constraint person_email_key UNIQUE (email),
  constraint person_name_check CHECK ((btrim(name) <> ''::text)),
  constraint person_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint person_person_id_check CHECK ((person_id ~ '^[0-9a-f]{20}$'::text))
);

create table provider_identity (
  issuer text not null,
  subject text not null,
  person_id text not null,
  constraint provider_identity_pkey PRIMARY KEY (issuer, subject),
  constraint provider_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table provider_sign_in (
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  begun_at timestamp with time zone not null,
  constraint provider_sign_in_pkey PRIMARY KEY (state_hash)
);

create table published_rating (
  inspection_id text not null,
  standard_id text not null,
  rating text not null,
  constraint published_rating_pkey PRIMARY KEY (inspection_id, standard_id),
  constraint published_rating_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint published_rating_rating_check CHECK ((rating <> ''::text)),
  constraint published_rating_standard_id_check CHECK ((standard_id <> ''::text))
);

create table recommendation (
  inspection_id text not null,
  position integer not null,
  owner text not null,
  text text not null,
  constraint recommendation_pkey PRIMARY KEY (inspection_id, "position"),
  constraint recommendation_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint recommendation_owner_check CHECK ((btrim(owner) <> ''::text)),
  constraint recommendation_position_check CHECK (("position" > 0)),
  constraint recommendation_text_check CHECK ((btrim(text) <> ''::text))
);

create table recovery_code (
  person_id text not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table service (
  service_id text not null,
  name text not null,
  constraint service_pkey PRIMARY KEY (service_id),
  constraint service_name_check CHECK ((btrim(name) <> ''::text)),
  constraint service_name_key UNIQUE (name),
  constraint service_service_id_check CHECK ((service_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

create table session (
  session_hash text not null,
  person_id text not null,
  browser_hash text not null,
  agent text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (session_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table sign_in_failure (
  account_hash text not null,
  address_hash text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (account_hash, address_hash),
  constraint sign_in_failure_failures_check CHECK ((failures > 0))
);

create table signed_case (
  inspection_id text not null,
  case_id text not null,
  round integer not null,
  content jsonb not null,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  person_id text,
  constraint signed_case_pkey PRIMARY KEY (inspection_id, case_id, round),
  constraint signed_case_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint signed_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint signed_case_signed_by_check CHECK ((signed_by <> ''::text))
);

create table standard_finding (
  inspection_id text not null,
  standard_id text not null,
  kind text not null,
  position integer not null,
  text text not null,
  constraint standard_finding_pkey PRIMARY KEY (inspection_id, standard_id, kind, "position"),
  constraint standard_finding_inspection_id_standard_id_fkey FOREIGN KEY (inspection_id, standard_id) REFERENCES standard_findings(inspection_id, standard_id),
  constraint standard_finding_kind_check CHECK ((kind = ANY (ARRAY['strength'::text, 'area-for-improvement'::text]))),
  constraint standard_finding_position_check CHECK (("position" > 0)),
  constraint standard_finding_text_check CHECK ((btrim(text) <> ''::text))
);

create table standard_findings (
  inspection_id text not null,
  standard_id text not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  constraint standard_findings_pkey PRIMARY KEY (inspection_id, standard_id),
  constraint standard_findings_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint standard_findings_saved_by_check CHECK ((saved_by <> ''::text)),
  constraint standard_findings_standard_id_check CHECK ((standard_id <> ''::text)),
  constraint standard_findings_version_check CHECK ((version > 0))
);

create table standard_judgement (
  inspection_id text not null,
  standard_id text not null,
  kind text not null,
  rating text,
  reason text,
  constraint standard_judgement_pkey PRIMARY KEY (inspection_id, standard_id, kind),
  constraint standard_judgement_check CHECK (((kind = 'unrated'::text) = (rating IS NULL))),
  constraint standard_judgement_check1 CHECK (((kind = 'evidence'::text) OR (reason IS NOT NULL))),
  constraint standard_judgement_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint standard_judgement_kind_check CHECK ((kind = ANY (ARRAY['evidence'::text, 'professional'::text, 'unrated'::text]))),
  constraint standard_judgement_rating_check CHECK ((rating <> ''::text)),
  constraint standard_judgement_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint standard_judgement_standard_id_check CHECK ((standard_id <> ''::text))
);

create table write_key (
  inspection_id text not null,
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  written_at timestamp with time zone not null,
  constraint write_key_pkey PRIMARY KEY (inspection_id, key),
  constraint write_key_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint write_key_key_check CHECK ((key <> ''::text))
);

CREATE INDEX api_token_person ON public.api_token USING btree (person_id);

CREATE UNIQUE INDEX audit_event_chain ON public.audit_event USING btree (COALESCE(inspection_id, ''::text), "position");

CREATE INDEX audit_event_inspection ON public.audit_event USING btree (inspection_id, audit_event_id);

CREATE INDEX audit_event_person ON public.audit_event USING btree (person_id, audit_event_id);

CREATE INDEX case_assignment_person ON public.case_assignment USING btree (person_id);

CREATE INDEX case_presence_person ON public.case_presence USING btree (person_id);

CREATE INDEX case_step_person ON public.case_step USING btree (person_id);

CREATE INDEX entry_version_person ON public.entry_version USING btree (person_id);

CREATE INDEX held_submission_person ON public.held_submission USING btree (person_id, browser_hash);

CREATE INDEX inspection_role_person ON public.inspection_role USING btree (person_id);

CREATE INDEX inspection_service ON public.inspection USING btree (service_id);

CREATE UNIQUE INDEX inspection_service_fieldwork ON public.inspection USING btree (service_id, "left"(fieldwork_started, 7));

CREATE INDEX kept_value_case ON public.kept_value USING btree (inspection_id, case_id, kind, item);

CREATE INDEX kept_value_decision_person ON public.kept_value_decision USING btree (person_id);

CREATE INDEX kept_value_person ON public.kept_value USING btree (person_id);

CREATE INDEX password_link_person ON public.password_link USING btree (person_id);

CREATE INDEX provider_identity_person ON public.provider_identity USING btree (person_id);

CREATE INDEX session_browser ON public.session USING btree (browser_hash, person_id);

CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE INDEX signed_case_person ON public.signed_case USING btree (person_id);

CREATE INDEX write_key_age ON public.write_key USING btree (written_at);

CREATE OR REPLACE FUNCTION public.audit_hash(previous text, event audit_event)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(concat(
    audit_part(previous), audit_part(event.position::text),
    audit_part((extract(epoch from event.happened_at) * 1000000)::bigint::text),
    audit_part(event.actor), audit_part(event.person_id), audit_part(event.action),
    audit_part(event.inspection_id), audit_part(event.subject),
    audit_part(event.before::text), audit_part(event.after::text), audit_part(event.reason)), 'UTF8')), 'hex')
$function$
;

CREATE OR REPLACE FUNCTION public.audit_part(part text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when part is null then '-' else octet_length(part) || ':' || part end
$function$
;

CREATE OR REPLACE FUNCTION public.chain_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  event audit_event := new;
  last audit_chain;
begin
  -- Held until the transaction ends: the next event follows this one or, where this one is undone, its forerunner.
  select * into last from audit_chain where chain = coalesce(new.inspection_id, '') for update;
  if not found then
    insert into audit_chain values (coalesce(new.inspection_id, ''), 0, '') on conflict do nothing;
    select * into last from audit_chain where chain = coalesce(new.inspection_id, '') for update;
  end if;
  event.position := last.position + 1;
  event.hash := audit_hash(last.hash, event);
  update audit_event set position = event.position, hash = event.hash
    where audit_event_id = event.audit_event_id;
  update audit_chain set position = event.position, hash = event.hash where chain = last.chain;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if old.position is null and new.position is not null
      and to_jsonb(new) - 'position' - 'hash' = to_jsonb(old) - 'position' - 'hash' then
      return new;
    end if;
  end if;
  raise exception 'the audit log is never altered: % refused', lower(tg_op);
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was written about a case is never altered: % of % refused', lower(tg_op), tg_table_name;
end
$function$
;

CREATE CONSTRAINT TRIGGER audit_event_chained AFTER INSERT ON public.audit_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

CREATE TRIGGER audit_event_not_emptied BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER audit_event_unaltered BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER case_step_not_emptied BEFORE TRUNCATE ON public.case_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER case_step_unaltered BEFORE DELETE OR UPDATE ON public.case_step FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER entry_version_not_emptied BEFORE TRUNCATE ON public.entry_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER entry_version_unaltered BEFORE DELETE OR UPDATE ON public.entry_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER kept_value_decision_not_emptied BEFORE TRUNCATE ON public.kept_value_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER kept_value_decision_unaltered BEFORE DELETE OR UPDATE ON public.kept_value_decision FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER kept_value_not_emptied BEFORE TRUNCATE ON public.kept_value FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER kept_value_unaltered BEFORE DELETE OR UPDATE ON public.kept_value FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER signed_case_not_emptied BEFORE TRUNCATE ON public.signed_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER signed_case_unaltered BEFORE DELETE OR UPDATE ON public.signed_case FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
