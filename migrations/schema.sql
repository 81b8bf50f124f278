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

create table assessor (
  inspection_id text not null,
  assessor_id text not null,
  display_name text not null,
  role text not null,
  own_service_id text,
  cases_per_day integer not null,
  days integer[] not null,
  version integer not null,
  person_id text,
  constraint assessor_pkey PRIMARY KEY (inspection_id, assessor_id),
  constraint assessor_assessor_id_check CHECK ((assessor_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint assessor_cases_per_day_check CHECK ((cases_per_day > 0)),
  constraint assessor_days_check CHECK ((1 <= ALL (days))),
  constraint assessor_display_name_check CHECK ((btrim(display_name) <> ''::text)),
  constraint assessor_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint assessor_own_service_id_fkey FOREIGN KEY (own_service_id) REFERENCES service(service_id),
  constraint assessor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
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
  case_rows integer,
  reading json,
  faulty_rows bytea,
  constraint case_list_upload_pkey PRIMARY KEY (inspection_id, upload_id),
  constraint case_list_upload_case_rows_check CHECK ((case_rows >= 0)),
  constraint case_list_upload_faulty_rows_check CHECK (((faulty_rows IS NULL) OR (reading IS NOT NULL))),
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
  constraint case_step_status_check CHECK ((status = ANY (ARRAY['open'::text, 'ready'::text, 'checked'::text, 'returned'::text, 'signed'::text, 'withdrawn'::text]))),
  constraint case_step_step_check CHECK ((step <> ''::text)),
  constraint case_step_taken_by_check CHECK ((taken_by <> ''::text))
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
  sealed bytea not null,
  held_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
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
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  constraint inspection_pkey PRIMARY KEY (inspection_id),
  constraint inspection_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint inspection_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint inspection_check2 CHECK (((withdrawn_at IS NULL) OR (published IS NULL))),
  constraint inspection_edition_id_check CHECK ((edition_id <> ''::text)),
  constraint inspection_fieldwork_started_check CHECK ((fieldwork_started ~ '^\d{4}-\d{2}(-\d{2})?$'::text)),
  constraint inspection_inspection_id_check CHECK ((inspection_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint inspection_published_check CHECK ((published ~ '^\d{4}(-\d{2})?$'::text)),
  constraint inspection_published_overall_check CHECK ((published_overall <> ''::text)),
  constraint inspection_published_score_check CHECK ((published_score >= 0)),
  constraint inspection_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(service_id),
  constraint inspection_source_check CHECK ((btrim(source) <> ''::text)),
  constraint inspection_withdrawn_by_check CHECK ((withdrawn_by <> ''::text)),
  constraint inspection_withdrawn_reason_check CHECK ((btrim(withdrawn_reason) <> ''::text))
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
  constraint kept_value_because_check CHECK ((because = ANY (ARRAY['changed-meanwhile'::text, 'case-frozen'::text, 'right-taken-away'::text, 'conflict-of-interest'::text]))),
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
  constraint person_authenticator_key_check CHECK ((authenticator_key ~ '^([A-Z2-7]{32}|[0-9a-f]{8}\.[\w-]+)$'::text)),
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
  asks_again boolean not null default false,
  constraint provider_sign_in_pkey PRIMARY KEY (state_hash)
);

create table published_file (
  inspection_id text not null,
  name text not null,
  content_hash text not null,
  body bytea not null,
  made_at timestamp with time zone not null,
  constraint published_file_pkey PRIMARY KEY (inspection_id, name),
  constraint published_file_content_hash_check CHECK ((content_hash <> ''::text)),
  constraint published_file_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id) ON DELETE CASCADE,
  constraint published_file_name_check CHECK ((name <> ''::text))
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
  recommendation_id text not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  constraint recommendation_pkey PRIMARY KEY (recommendation_id),
  constraint recommendation_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(inspection_id),
  constraint recommendation_owner_check CHECK ((btrim(owner) <> ''::text)),
  constraint recommendation_place UNIQUE (inspection_id, "position"),
  constraint recommendation_position_check CHECK (("position" > 0)),
  constraint recommendation_recommendation_id_check CHECK ((recommendation_id ~ '^[0-9a-f]{20}$'::text)),
  constraint recommendation_saved_by_check CHECK ((saved_by <> ''::text)),
  constraint recommendation_text_check CHECK ((btrim(text) <> ''::text)),
  constraint recommendation_version_check CHECK ((version > 0))
);

create table recovery_code (
  person_id text not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table refusal (
  refusal_id bigint not null generated always as identity,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times integer not null,
  code text not null,
  by_token boolean not null,
  person_id text,
  network text,
  route text,
  constraint refusal_pkey PRIMARY KEY (refusal_id),
  constraint refusal_code_check CHECK ((code <> ''::text)),
  constraint refusal_network_check CHECK (((length(network) >= 1) AND (length(network) <= 64))),
  constraint refusal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  constraint refusal_route_check CHECK (((length(route) >= 1) AND (length(route) <= 200))),
  constraint refusal_times_check CHECK ((times > 0))
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

create table session (
  session_hash text not null,
  person_id text not null,
  browser_hash text not null,
  agent text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  proven_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (session_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);

create table sign_in_failure (
  account_hash text not null,
  place_hash text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (account_hash, place_hash),
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

create table stored_answer (
  person_id text not null,
  key_hash text not null,
  fingerprint text not null,
  answer bytea,
  written_at timestamp with time zone not null,
  constraint stored_answer_pkey PRIMARY KEY (person_id, key_hash),
  constraint stored_answer_key_hash_check CHECK ((key_hash <> ''::text)),
  constraint stored_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
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

CREATE UNIQUE INDEX assessor_account ON public.assessor USING btree (person_id, inspection_id);

CREATE INDEX assessor_own_service ON public.assessor USING btree (own_service_id);

CREATE INDEX assignment_assessor ON public.assignment USING btree (inspection_id, assessor_id);

CREATE INDEX audit_event_account ON public.audit_event USING btree (subject, audit_event_id) WHERE ((inspection_id IS NULL) OR (action = 'inspection.assign'::text));

CREATE UNIQUE INDEX audit_event_chain ON public.audit_event USING btree (COALESCE(inspection_id, ''::text), "position");

CREATE INDEX audit_event_inspection ON public.audit_event USING btree (inspection_id, audit_event_id);

CREATE INDEX audit_event_person ON public.audit_event USING btree (person_id, audit_event_id);

CREATE INDEX case_assignment_person ON public.case_assignment USING btree (person_id);

CREATE INDEX case_presence_person ON public.case_presence USING btree (person_id);

CREATE INDEX case_step_person ON public.case_step USING btree (person_id);

CREATE INDEX conflict_of_interest_assessor ON public.conflict_of_interest USING btree (inspection_id, assessor_id);

CREATE INDEX entry_version_person ON public.entry_version USING btree (person_id);

CREATE INDEX held_submission_person ON public.held_submission USING btree (person_id, browser_hash);

CREATE INDEX inspection_role_person ON public.inspection_role USING btree (person_id);

CREATE INDEX inspection_service ON public.inspection USING btree (service_id);

CREATE UNIQUE INDEX inspection_service_fieldwork ON public.inspection USING btree (service_id, "left"(fieldwork_started, 7)) WHERE (withdrawn_at IS NULL);

CREATE INDEX interview_slot_assessor ON public.interview_slot USING btree (inspection_id, assessor_id);

CREATE INDEX kept_value_case ON public.kept_value USING btree (inspection_id, case_id, kind, item);

CREATE INDEX kept_value_decision_person ON public.kept_value_decision USING btree (person_id);

CREATE INDEX kept_value_person ON public.kept_value USING btree (person_id);

CREATE INDEX listed_case_reference ON public.listed_case USING btree (inspection_id, pseudonym);

CREATE INDEX password_link_person ON public.password_link USING btree (person_id);

CREATE INDEX provider_identity_person ON public.provider_identity USING btree (person_id);

CREATE INDEX refusal_age ON public.refusal USING btree (last_at);

CREATE INDEX refusal_person ON public.refusal USING btree (person_id);

CREATE INDEX sample_draw_version ON public.sample_draw USING btree (inspection_id, version);

CREATE INDEX sample_top_up_version ON public.sample_top_up USING btree (inspection_id, version);

CREATE INDEX session_browser ON public.session USING btree (browser_hash, person_id);

CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE INDEX sign_in_failure_place ON public.sign_in_failure USING btree (place_hash);

CREATE INDEX signed_case_person ON public.signed_case USING btree (person_id);

CREATE INDEX stored_answer_age ON public.stored_answer USING btree (written_at);

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
 SECURITY DEFINER
 SET search_path TO '$user', 'public'
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

CREATE OR REPLACE FUNCTION public.forget_refusals(before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO '$user', 'public'
AS $function$
  with forgotten as (
    delete from refusal where last_at < least(before, now() - interval '180 days') returning 1
  )
  select count(*) from forgotten
$function$
;

CREATE OR REPLACE FUNCTION public.hold_entry(of_inspection text, of_case text, of_kind text, of_item text, of_key text)
 RETURNS TABLE(case_domain text, edition_id text, status text, version integer, value text, detail text, written_at timestamp with time zone, written_by text, person_id text, request_hash text, answer jsonb)
 LANGUAGE plpgsql
AS $function$
begin
  perform from inspected_case held
    where held.inspection_id = of_inspection and held.case_id = of_case for share;
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(
    concat_ws(E'\n', of_inspection, of_case, of_kind || ' ' || of_item), 0));
  -- A statement of its own, begun when both are held: it sees what others committed while they were waited for.
  return query
    select held.case_domain, inspection.edition_id, step.status,
      entry.version, entry.value, entry.detail, entry.written_at, entry.written_by, entry.person_id,
      used.request_hash, used.answer
    from inspected_case held
    join inspection on inspection.inspection_id = held.inspection_id
    left join lateral (
      select * from case_step taken
      where taken.inspection_id = of_inspection and taken.case_id = of_case
      order by taken.position desc limit 1
    ) step on true
    left join lateral (
      select * from entry_version written
      where written.inspection_id = of_inspection and written.case_id = of_case
        and written.kind = of_kind and written.item = of_item
      order by written.version desc limit 1
    ) entry on true
    left join write_key used on used.inspection_id = of_inspection and used.key = of_key
    where held.inspection_id = of_inspection and held.case_id = of_case;
end
$function$
;

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

CREATE OR REPLACE FUNCTION public.refuse_change_of_refusal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and old.last_at < now() - interval '180 days' then
    return old;
  end if;
  raise exception 'refusals are only added to';
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

CREATE TRIGGER refusal_not_emptied BEFORE TRUNCATE ON public.refusal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_refusal();

CREATE TRIGGER refusal_unaltered BEFORE DELETE OR UPDATE ON public.refusal FOR EACH ROW EXECUTE FUNCTION refuse_change_of_refusal();

CREATE TRIGGER sample_draw_unaltered BEFORE DELETE OR UPDATE ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_replacement_unaltered BEFORE DELETE OR UPDATE ON public.sample_replacement FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_reserve_unaltered BEFORE DELETE OR UPDATE ON public.sample_reserve FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sample_top_up_unaltered BEFORE DELETE OR UPDATE ON public.sample_top_up FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sampled_case_kept BEFORE DELETE ON public.sampled_case FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER sampled_case_unaltered BEFORE UPDATE ON public.sampled_case FOR EACH ROW WHEN (((old.state <> 'in-sample'::text) OR (new.state <> 'replaced'::text) OR ((((old.inspection_id IS DISTINCT FROM new.inspection_id) OR (old.pseudonym IS DISTINCT FROM new.pseudonym)) OR (old.case_domain IS DISTINCT FROM new.case_domain)) OR (old.came_by IS DISTINCT FROM new.came_by)))) EXECUTE FUNCTION refuse_change_of_sample();

CREATE TRIGGER signed_case_not_emptied BEFORE TRUNCATE ON public.signed_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE TRIGGER signed_case_unaltered BEFORE DELETE OR UPDATE ON public.signed_case FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
