-- The whole schema, written by script/schema from a migrated database. Not run by anything.

create table allocation_settings (
  inspection_id text not null,
  weights jsonb not null,
  fieldwork jsonb not null,
  seed text not null,
  version integer not null,
  constraint allocation_settings_pkey PRIMARY KEY (inspection_id),
  constraint allocation_settings_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint allocation_settings_seed_check CHECK ((btrim(seed) <> ''::text)),
  constraint allocation_settings_version_check CHECK ((version > 0))
);

create table assessor (
  inspection_id text not null,
  assessor_id text not null,
  display_name text not null,
  role text not null,
  own_service_id text,
  cases_per_day integer not null,
  days integer[] not null,
  version integer not null,
  constraint assessor_pkey PRIMARY KEY (inspection_id, assessor_id),
  constraint assessor_assessor_id_check CHECK ((assessor_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint assessor_cases_per_day_check CHECK ((cases_per_day > 0)),
  constraint assessor_days_check CHECK ((1 <= ALL (days))),
  constraint assessor_display_name_check CHECK ((btrim(display_name) <> ''::text)),
  constraint assessor_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint assessor_own_service_id_fkey FOREIGN KEY (own_service_id) REFERENCES service(service_id),
  constraint assessor_role_check CHECK ((role = ANY (ARRAY['inspector'::text, 'local-assessor'::text]))),
  constraint assessor_version_check CHECK ((version > 0))
);

create table assignment (
  inspection_id text not null,
  pseudonym text not null,
  version integer not null,
  assessor_id text not null,
  origin text not null,
  reason text,
  assigned_at timestamp with time zone not null,
  assigned_by text not null,
  constraint assignment_pkey PRIMARY KEY (inspection_id, pseudonym, version),
  constraint assignment_assigned_by_check CHECK ((assigned_by <> ''::text)),
  constraint assignment_check CHECK (((origin <> 'by-hand'::text) OR (reason IS NOT NULL))),
  constraint assignment_inspection_id_assessor_id_fkey FOREIGN KEY (inspection_id, assessor_id) REFERENCES assessor(inspection_id, assessor_id),
  constraint assignment_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint assignment_origin_check CHECK ((origin = ANY (ARRAY['proposed'::text, 'by-hand'::text, 'begun'::text]))),
  constraint assignment_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint assignment_version_check CHECK ((version > 0))
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
  constraint audit_event_pkey PRIMARY KEY (audit_event_id),
  constraint audit_event_action_check CHECK ((action ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint audit_event_actor_check CHECK ((actor <> ''::text)),
  constraint audit_event_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint audit_event_subject_check CHECK ((subject <> ''::text))
);

create table case_answer (
  inspection_id text not null,
  case_id text not null,
  question_id text not null,
  answer text not null,
  constraint case_answer_pkey PRIMARY KEY (inspection_id, case_id, question_id),
  constraint case_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint case_answer_inspection_id_case_id_fkey FOREIGN KEY (inspection_id, case_id) REFERENCES inspected_case(inspection_id, case_id),
  constraint case_answer_question_id_check CHECK ((question_id <> ''::text))
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

create table case_list_file (
  inspection_id text not null,
  version integer not null,
  content bytea not null,
  constraint case_list_file_pkey PRIMARY KEY (inspection_id, version),
  constraint case_list_file_inspection_id_version_fkey FOREIGN KEY (inspection_id, version) REFERENCES case_list_version(inspection_id, version)
);

create table case_list_heading (
  service_id text not null,
  field text not null,
  heading text not null,
  constraint case_list_heading_pkey PRIMARY KEY (service_id, field),
  constraint case_list_heading_field_check CHECK ((field <> ''::text)),
  constraint case_list_heading_heading_check CHECK ((heading <> ''::text)),
  constraint case_list_heading_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(service_id)
);

create table case_list_upload (
  inspection_id text not null,
  upload_id uuid not null,
  file_name text not null,
  content bytea not null,
  sent_sha256 text not null,
  left_out jsonb not null,
  columns jsonb not null,
  key_data jsonb,
  received_at timestamp with time zone not null,
  received_by text not null,
  constraint case_list_upload_pkey PRIMARY KEY (inspection_id, upload_id),
  constraint case_list_upload_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint case_list_upload_received_by_check CHECK ((received_by <> ''::text)),
  constraint case_list_upload_sent_sha256_check CHECK ((sent_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table case_list_version (
  inspection_id text not null,
  version integer not null,
  file_name text not null,
  file_sha256 text not null,
  sent_sha256 text not null,
  cases integer not null,
  ethnicity_standard text not null,
  columns jsonb not null,
  left_out jsonb not null,
  warnings jsonb not null,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  constraint case_list_version_pkey PRIMARY KEY (inspection_id, version),
  constraint case_list_version_cases_check CHECK ((cases > 0)),
  constraint case_list_version_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint case_list_version_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint case_list_version_sent_sha256_check CHECK ((sent_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint case_list_version_taken_by_check CHECK ((taken_by <> ''::text)),
  constraint case_list_version_version_check CHECK ((version > 0))
);

create table case_manager (
  inspection_id text not null,
  pseudonym text not null,
  name text not null,
  constraint case_manager_pkey PRIMARY KEY (inspection_id, pseudonym),
  constraint case_manager_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint case_manager_name_check CHECK ((btrim(name) <> ''::text))
);

create table case_reference (
  inspection_id text not null,
  pseudonym text not null,
  case_id text not null,
  constraint case_reference_pkey PRIMARY KEY (inspection_id, pseudonym),
  constraint case_reference_case_id_check CHECK ((btrim(case_id) <> ''::text)),
  constraint case_reference_inspection_id_case_id_key UNIQUE (inspection_id, case_id),
  constraint case_reference_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint case_reference_pseudonym_check CHECK ((pseudonym ~ '^C-[0-9A-HJKMNP-TV-Z]{6}$'::text))
);

create table conflict_of_interest (
  inspection_id text not null,
  conflict_id integer not null,
  assessor_id text not null,
  kind text not null,
  about text,
  reason text not null,
  declared_at timestamp with time zone not null,
  declared_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  constraint conflict_of_interest_pkey PRIMARY KEY (inspection_id, conflict_id),
  constraint conflict_of_interest_about_check CHECK ((btrim(about) <> ''::text)),
  constraint conflict_of_interest_check CHECK (((kind = 'service'::text) = (about IS NULL))),
  constraint conflict_of_interest_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint conflict_of_interest_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint conflict_of_interest_conflict_id_check CHECK ((conflict_id > 0)),
  constraint conflict_of_interest_declared_by_check CHECK ((declared_by <> ''::text)),
  constraint conflict_of_interest_inspection_id_assessor_id_fkey FOREIGN KEY (inspection_id, assessor_id) REFERENCES assessor(inspection_id, assessor_id),
  constraint conflict_of_interest_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'case'::text, 'case-manager'::text]))),
  constraint conflict_of_interest_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint conflict_of_interest_withdrawn_by_check CHECK ((withdrawn_by <> ''::text)),
  constraint conflict_of_interest_withdrawn_reason_check CHECK ((btrim(withdrawn_reason) <> ''::text))
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

create table interview_slot (
  inspection_id text not null,
  pseudonym text not null,
  kind text not null,
  part integer not null,
  assessor_id text not null,
  case_manager text,
  day text not null,
  starts integer not null,
  ends integer not null,
  constraint interview_slot_pkey PRIMARY KEY (inspection_id, pseudonym, kind, part),
  constraint interview_slot_case_manager_check CHECK ((btrim(case_manager) <> ''::text)),
  constraint interview_slot_check CHECK (((ends > starts) AND (ends <= 1440))),
  constraint interview_slot_day_check CHECK ((day ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint interview_slot_inspection_id_assessor_id_fkey FOREIGN KEY (inspection_id, assessor_id) REFERENCES assessor(inspection_id, assessor_id),
  constraint interview_slot_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES timetable(inspection_id),
  constraint interview_slot_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint interview_slot_kind_check CHECK ((kind = ANY (ARRAY['reading'::text, 'interview'::text]))),
  constraint interview_slot_part_check CHECK ((part > 0)),
  constraint interview_slot_starts_check CHECK ((starts >= 0))
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

create table listed_case (
  inspection_id text not null,
  version integer not null,
  pseudonym text not null,
  row_number integer,
  case_domain text not null,
  disposal text not null,
  start_date text not null,
  gender text not null,
  age integer,
  ethnicity text not null,
  rosh text not null,
  safety_wellbeing text not null,
  others jsonb not null,
  constraint listed_case_pkey PRIMARY KEY (inspection_id, version, pseudonym),
  constraint listed_case_age_check CHECK (((age >= 0) AND (age <= 120))),
  constraint listed_case_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint listed_case_disposal_check CHECK ((disposal <> ''::text)),
  constraint listed_case_ethnicity_check CHECK ((ethnicity <> ''::text)),
  constraint listed_case_gender_check CHECK ((gender <> ''::text)),
  constraint listed_case_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint listed_case_inspection_id_version_fkey FOREIGN KEY (inspection_id, version) REFERENCES case_list_version(inspection_id, version),
  constraint listed_case_rosh_check CHECK ((rosh <> ''::text)),
  constraint listed_case_row_number_check CHECK ((row_number > 0)),
  constraint listed_case_safety_wellbeing_check CHECK ((safety_wellbeing <> ''::text)),
  constraint listed_case_start_date_check CHECK ((start_date ~ '^\d{4}-\d{2}-\d{2}$'::text))
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

create table sample_draw (
  inspection_id text not null,
  version integer not null,
  method text not null,
  seed text not null,
  seed_agreed text not null,
  list_hash text not null,
  settings jsonb not null,
  result jsonb not null,
  drawn_at timestamp with time zone not null,
  drawn_by text not null,
  constraint sample_draw_pkey PRIMARY KEY (inspection_id),
  constraint sample_draw_drawn_by_check CHECK ((drawn_by <> ''::text)),
  constraint sample_draw_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint sample_draw_inspection_id_version_fkey FOREIGN KEY (inspection_id, version) REFERENCES case_list_version(inspection_id, version),
  constraint sample_draw_list_hash_check CHECK ((list_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint sample_draw_method_check CHECK ((method <> ''::text)),
  constraint sample_draw_seed_agreed_check CHECK ((btrim(seed_agreed) <> ''::text)),
  constraint sample_draw_seed_check CHECK ((btrim(seed) <> ''::text))
);

create table sample_exclusion (
  inspection_id text not null,
  pseudonym text not null,
  reason text not null,
  decided_by text not null,
  constraint sample_exclusion_pkey PRIMARY KEY (inspection_id, pseudonym),
  constraint sample_exclusion_decided_by_check CHECK ((btrim(decided_by) <> ''::text)),
  constraint sample_exclusion_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint sample_exclusion_reason_check CHECK ((btrim(reason) <> ''::text))
);

create table sample_override (
  inspection_id text not null,
  case_domain text not null,
  size integer not null,
  reason text not null,
  decided_by text not null,
  constraint sample_override_pkey PRIMARY KEY (inspection_id, case_domain),
  constraint sample_override_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint sample_override_decided_by_check CHECK ((btrim(decided_by) <> ''::text)),
  constraint sample_override_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint sample_override_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint sample_override_size_check CHECK ((size >= 0))
);

create table sample_plan (
  inspection_id text not null,
  fieldwork_starts text not null,
  seed text not null,
  seed_agreed text not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  constraint sample_plan_pkey PRIMARY KEY (inspection_id),
  constraint sample_plan_fieldwork_starts_check CHECK ((fieldwork_starts ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  constraint sample_plan_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint sample_plan_seed_agreed_check CHECK ((btrim(seed_agreed) <> ''::text)),
  constraint sample_plan_seed_check CHECK ((btrim(seed) <> ''::text)),
  constraint sample_plan_set_by_check CHECK ((set_by <> ''::text))
);

create table sample_replacement (
  inspection_id text not null,
  replacement_number integer not null,
  replaced text not null,
  replacement text not null,
  reason text not null,
  note text not null,
  decided_at timestamp with time zone not null,
  decided_by text not null,
  constraint sample_replacement_pkey PRIMARY KEY (inspection_id, replacement_number),
  constraint sample_replacement_check CHECK ((replaced <> replacement)),
  constraint sample_replacement_decided_by_check CHECK ((decided_by <> ''::text)),
  constraint sample_replacement_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES sample_draw(inspection_id),
  constraint sample_replacement_inspection_id_replaced_fkey FOREIGN KEY (inspection_id, replaced) REFERENCES sampled_case(inspection_id, pseudonym),
  constraint sample_replacement_inspection_id_replaced_key UNIQUE (inspection_id, replaced),
  constraint sample_replacement_inspection_id_replacement_fkey FOREIGN KEY (inspection_id, replacement) REFERENCES sampled_case(inspection_id, pseudonym),
  constraint sample_replacement_inspection_id_replacement_key UNIQUE (inspection_id, replacement),
  constraint sample_replacement_note_check CHECK ((btrim(note) <> ''::text)),
  constraint sample_replacement_reason_check CHECK ((reason <> ''::text)),
  constraint sample_replacement_replacement_number_check CHECK ((replacement_number > 0))
);

create table sample_reserve (
  inspection_id text not null,
  top_up integer not null,
  case_domain text not null,
  place integer not null,
  pseudonym text not null,
  constraint sample_reserve_pkey PRIMARY KEY (inspection_id, top_up, case_domain, place),
  constraint sample_reserve_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint sample_reserve_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES sample_draw(inspection_id),
  constraint sample_reserve_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint sample_reserve_inspection_id_pseudonym_top_up_key UNIQUE (inspection_id, pseudonym, top_up),
  constraint sample_reserve_place_check CHECK ((place > 0)),
  constraint sample_reserve_top_up_check CHECK ((top_up >= 0))
);

create table sample_top_up (
  inspection_id text not null,
  top_up integer not null,
  version integer not null,
  list_hash text not null,
  plan jsonb not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint sample_top_up_pkey PRIMARY KEY (inspection_id, top_up),
  constraint sample_top_up_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES sample_draw(inspection_id),
  constraint sample_top_up_inspection_id_version_fkey FOREIGN KEY (inspection_id, version) REFERENCES case_list_version(inspection_id, version),
  constraint sample_top_up_list_hash_check CHECK ((list_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint sample_top_up_made_by_check CHECK ((made_by <> ''::text)),
  constraint sample_top_up_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint sample_top_up_top_up_check CHECK ((top_up > 0))
);

create table sampled_case (
  inspection_id text not null,
  pseudonym text not null,
  case_domain text not null,
  came_by text not null,
  state text not null,
  constraint sampled_case_pkey PRIMARY KEY (inspection_id, pseudonym),
  constraint sampled_case_came_by_check CHECK ((came_by = ANY (ARRAY['draw'::text, 'replacement'::text, 'top-up'::text]))),
  constraint sampled_case_case_domain_check CHECK ((case_domain <> ''::text)),
  constraint sampled_case_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES sample_draw(inspection_id),
  constraint sampled_case_inspection_id_pseudonym_fkey FOREIGN KEY (inspection_id, pseudonym) REFERENCES case_reference(inspection_id, pseudonym),
  constraint sampled_case_state_check CHECK ((state = ANY (ARRAY['in-sample'::text, 'replaced'::text])))
);

create table service (
  service_id text not null,
  name text not null,
  constraint service_pkey PRIMARY KEY (service_id),
  constraint service_name_check CHECK ((btrim(name) <> ''::text)),
  constraint service_name_key UNIQUE (name),
  constraint service_service_id_check CHECK ((service_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
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

create table timetable (
  inspection_id text not null,
  version integer not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  unplaced jsonb not null,
  constraint timetable_pkey PRIMARY KEY (inspection_id),
  constraint timetable_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint timetable_made_by_check CHECK ((made_by <> ''::text)),
  constraint timetable_version_check CHECK ((version > 0))
);

CREATE INDEX assessor_own_service ON public.assessor USING btree (own_service_id);

CREATE INDEX assignment_assessor ON public.assignment USING btree (inspection_id, assessor_id);

CREATE INDEX audit_event_inspection ON public.audit_event USING btree (inspection_id, audit_event_id);

CREATE INDEX conflict_of_interest_assessor ON public.conflict_of_interest USING btree (inspection_id, assessor_id);

CREATE INDEX inspection_service ON public.inspection USING btree (service_id);

CREATE UNIQUE INDEX inspection_service_fieldwork ON public.inspection USING btree (service_id, "left"(fieldwork_started, 7));

CREATE INDEX interview_slot_assessor ON public.interview_slot USING btree (inspection_id, assessor_id);

CREATE INDEX listed_case_reference ON public.listed_case USING btree (inspection_id, pseudonym);

CREATE INDEX sample_draw_version ON public.sample_draw USING btree (inspection_id, version);

CREATE INDEX sample_top_up_version ON public.sample_top_up USING btree (inspection_id, version);

CREATE OR REPLACE FUNCTION public.refuse_change_of_assignment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'assignments are added and never altered: % refused', lower(tg_op);
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is never altered: % refused', lower(tg_op);
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_sample()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a sample is never altered: % of % refused', lower(tg_op), tg_table_name;
end
$function$
;

CREATE TRIGGER assignment_not_emptied BEFORE TRUNCATE ON public.assignment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_assignment();

CREATE TRIGGER assignment_unaltered BEFORE DELETE OR UPDATE ON public.assignment FOR EACH ROW EXECUTE FUNCTION refuse_change_of_assignment();

CREATE TRIGGER audit_event_not_emptied BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER audit_event_unaltered BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER sample_draw_unaltered BEFORE DELETE OR UPDATE ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_replacement_unaltered BEFORE DELETE OR UPDATE ON public.sample_replacement FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_reserve_unaltered BEFORE DELETE OR UPDATE ON public.sample_reserve FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_top_up_unaltered BEFORE DELETE OR UPDATE ON public.sample_top_up FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sampled_case_kept BEFORE DELETE ON public.sampled_case FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sampled_case_unaltered BEFORE UPDATE ON public.sampled_case FOR EACH ROW WHEN (((old.state <> 'in-sample'::text) OR (new.state <> 'replaced'::text) OR ((((old.inspection_id IS DISTINCT FROM new.inspection_id) OR (old.pseudonym IS DISTINCT FROM new.pseudonym)) OR (old.case_domain IS DISTINCT FROM new.case_domain)) OR (old.came_by IS DISTINCT FROM new.came_by)))) EXECUTE FUNCTION refuse_change_of_sample();
