-- Who assesses which sampled case, why, and when.

create table assessor (
  inspection_id text not null references inspection,
  assessor_id text not null check (assessor_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  display_name text not null check (btrim(display_name) <> ''),
  role text not null check (role in ('inspector', 'local-assessor')),
  -- Null for an inspector, and where the person's service is not on the register.
  own_service_id text references service,
  cases_per_day integer not null check (cases_per_day > 0),
  -- The days of fieldwork on which the person is there, counted from 1.
  days integer[] not null check (1 <= all (days)),
  -- Tells a writer whether someone else has saved since the page was opened.
  version integer not null check (version > 0),
  primary key (inspection_id, assessor_id)
);
create index assessor_own_service on assessor (own_service_id);

create table conflict_of_interest (
  inspection_id text not null,
  conflict_id integer not null check (conflict_id > 0),
  assessor_id text not null,
  kind text not null check (kind in ('service', 'case', 'case-manager')),
  about text check (btrim(about) <> ''),
  reason text not null check (btrim(reason) <> ''),
  declared_at timestamptz not null,
  declared_by text not null check (declared_by <> ''),
  withdrawn_at timestamptz,
  withdrawn_by text check (withdrawn_by <> ''),
  withdrawn_reason text check (btrim(withdrawn_reason) <> ''),
  primary key (inspection_id, conflict_id),
  foreign key (inspection_id, assessor_id) references assessor,
  check ((kind = 'service') = (about is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index conflict_of_interest_assessor on conflict_of_interest (inspection_id, assessor_id);

-- Every assignment a case ever had; the one with the highest version holds. Rows are added and never altered.
create table assignment (
  inspection_id text not null,
  pseudonym text not null,
  version integer not null check (version > 0),
  assessor_id text not null,
  origin text not null check (origin in ('proposed', 'by-hand', 'begun')),
  reason text check (btrim(reason) <> ''),
  assigned_at timestamptz not null,
  assigned_by text not null check (assigned_by <> ''),
  primary key (inspection_id, pseudonym, version),
  foreign key (inspection_id, pseudonym) references case_reference,
  foreign key (inspection_id, assessor_id) references assessor,
  check (origin <> 'by-hand' or reason is not null)
);
create index assignment_assessor on assignment (inspection_id, assessor_id);

create function refuse_change_of_assignment() returns trigger language plpgsql as $$
begin
  raise exception 'assignments are added and never altered: % refused', lower(tg_op);
end
$$;
create trigger assignment_unaltered before update or delete on assignment
  for each row execute function refuse_change_of_assignment();
create trigger assignment_not_emptied before truncate on assignment
  for each statement execute function refuse_change_of_assignment();

-- The case manager of a case, as the service named them for the interview.
create table case_manager (
  inspection_id text not null,
  pseudonym text not null,
  name text not null check (btrim(name) <> ''),
  primary key (inspection_id, pseudonym),
  foreign key (inspection_id, pseudonym) references case_reference
);

create table allocation_settings (
  inspection_id text primary key references inspection,
  -- Points of difficulty, the days of fieldwork and how each is cut, and the text that decides between equals.
  weights jsonb not null,
  fieldwork jsonb not null,
  seed text not null check (btrim(seed) <> ''),
  version integer not null check (version > 0)
);

create table timetable (
  inspection_id text primary key references inspection,
  -- Grows by one each time: calendars replace entries of an earlier version.
  version integer not null check (version > 0),
  made_at timestamptz not null,
  made_by text not null check (made_by <> ''),
  -- Cases for which no time was found, each with its reason.
  unplaced jsonb not null
);

create table interview_slot (
  inspection_id text not null references timetable,
  pseudonym text not null,
  kind text not null check (kind in ('reading', 'interview')),
  part integer not null check (part > 0),
  assessor_id text not null,
  case_manager text check (btrim(case_manager) <> ''),
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Minutes after midnight in England and Wales.
  starts integer not null check (starts >= 0),
  ends integer not null check (ends > starts and ends <= 1440),
  primary key (inspection_id, pseudonym, kind, part),
  foreign key (inspection_id, pseudonym) references case_reference,
  foreign key (inspection_id, assessor_id) references assessor
);
create index interview_slot_assessor on interview_slot (inspection_id, assessor_id);
