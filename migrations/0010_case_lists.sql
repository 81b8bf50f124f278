-- Case lists: versions that stay, the file each came from, and the cases under pseudonyms of the inspection.

-- Headings that a service's people gave to the columns of its lists by hand, remembered for the next list.
create table case_list_heading (
  service_id text not null references service,
  field text not null check (field <> ''),
  heading text not null check (heading <> ''),
  primary key (service_id, field)
);

-- A list that was sent and is not taken yet. It is removed when it is taken, given up or a day old.
create table case_list_upload (
  inspection_id text not null references inspection,
  upload_id uuid not null,
  file_name text not null,
  -- As it would be kept: without the columns that were left out.
  content bytea not null,
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  left_out jsonb not null,
  columns jsonb not null,
  key_data jsonb,
  received_at timestamptz not null,
  received_by text not null check (received_by <> ''),
  primary key (inspection_id, upload_id)
);

create table case_list_version (
  inspection_id text not null references inspection,
  version integer not null check (version > 0),
  file_name text not null,
  -- Of the file that is kept, and of the file that was sent: they differ where columns were left out.
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  cases integer not null check (cases > 0),
  ethnicity_standard text not null,
  -- Which heading stood for which field, and which columns were left out.
  columns jsonb not null,
  left_out jsonb not null,
  -- What was odd about the list, each with the reason that was given for taking it.
  warnings jsonb not null,
  taken_at timestamptz not null,
  taken_by text not null check (taken_by <> ''),
  primary key (inspection_id, version)
);

create table case_list_file (
  inspection_id text not null,
  version integer not null,
  content bytea not null,
  primary key (inspection_id, version),
  foreign key (inspection_id, version) references case_list_version
);

-- The only table, beside the kept files, that knows the service's own references. Every other names a case by its
-- pseudonym, which nothing but chance connects with the reference.
create table case_reference (
  inspection_id text not null references inspection,
  pseudonym text not null check (pseudonym ~ '^C-[0-9A-HJKMNP-TV-Z]{6}$'),
  case_id text not null check (btrim(case_id) <> ''),
  primary key (inspection_id, pseudonym),
  unique (inspection_id, case_id)
);

create table listed_case (
  inspection_id text not null,
  version integer not null,
  pseudonym text not null,
  row_number integer check (row_number > 0),
  case_domain text not null check (case_domain <> ''),
  disposal text not null check (disposal <> ''),
  start_date text not null check (start_date ~ '^\d{4}-\d{2}-\d{2}$'),
  gender text not null check (gender <> ''),
  age integer check (age between 0 and 120),
  ethnicity text not null check (ethnicity <> ''),
  rosh text not null check (rosh <> ''),
  safety_wellbeing text not null check (safety_wellbeing <> ''),
  -- Columns that are carried as they were, and the source's own words where a code stands for them.
  others jsonb not null,
  primary key (inspection_id, version, pseudonym),
  foreign key (inspection_id, version) references case_list_version,
  foreign key (inspection_id, pseudonym) references case_reference
);
create index listed_case_reference on listed_case (inspection_id, pseudonym);
