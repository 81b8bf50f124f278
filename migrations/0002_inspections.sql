-- Services, inspections pinned to an edition, and what their ratings stand on: the figures or the case
-- answers, and the judgements. Every table of an inspection has inspection_id as the first column of its key.

create table service (
  service_id text primary key check (service_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (btrim(name) <> '')
);

create table inspection (
  inspection_id text primary key check (inspection_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  service_id text not null references service,
  edition_id text not null check (edition_id <> ''),
  -- A month or a day, as precisely as it is known.
  fieldwork_started text check (fieldwork_started ~ '^\d{4}-\d{2}(-\d{2})?$'),
  -- A year or a month; null until the report is published.
  published text check (published ~ '^\d{4}(-\d{2})?$'),
  source text check (btrim(source) <> ''),
  made_up boolean not null,
  -- What the report printed, for comparison only: the product's own figures are worked out from the tables below.
  published_score integer check (published_score >= 0),
  published_overall text check (published_overall <> ''),
  imported_at timestamptz not null
);
create index inspection_service on inspection (service_id);
create unique index inspection_service_fieldwork on inspection (service_id, left(fieldwork_started, 7));

create table case_count (
  inspection_id text not null references inspection,
  case_domain text not null check (case_domain <> ''),
  inspected integer not null check (inspected >= 0),
  primary key (inspection_id, case_domain)
);

create table standard_judgement (
  inspection_id text not null references inspection,
  standard_id text not null check (standard_id <> ''),
  kind text not null check (kind in ('evidence', 'professional', 'unrated')),
  rating text check (rating <> ''),
  reason text check (btrim(reason) <> ''),
  primary key (inspection_id, standard_id, kind),
  check ((kind = 'unrated') = (rating is null)),
  check (kind = 'evidence' or reason is not null)
);

create table key_question_figure (
  inspection_id text not null references inspection,
  key_question_id text not null check (key_question_id <> ''),
  percent_yes integer check (percent_yes between 0 and 100),
  yes integer check (yes >= 0),
  cases integer check (cases >= 0),
  primary key (inspection_id, key_question_id),
  -- A percentage alone, or a count and its base, beside which a percentage may have been printed.
  check (yes is not null or percent_yes is not null),
  check ((yes is null) = (cases is null)),
  check (yes <= cases)
);

create table inspected_case (
  inspection_id text not null references inspection,
  case_id text not null check (btrim(case_id) <> ''),
  case_domain text not null check (case_domain <> ''),
  primary key (inspection_id, case_id)
);

create table case_answer (
  inspection_id text not null,
  case_id text not null,
  question_id text not null check (question_id <> ''),
  answer text not null check (answer in ('yes', 'no', 'na')),
  primary key (inspection_id, case_id, question_id),
  foreign key (inspection_id, case_id) references inspected_case
);

create table published_rating (
  inspection_id text not null references inspection,
  standard_id text not null check (standard_id <> ''),
  rating text not null check (rating <> ''),
  primary key (inspection_id, standard_id)
);
