-- What is said about inspected cases. History is only ever added to; what is current is a view on it.

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
  raise exception 'what was written about a case is never altered: % of % refused', lower(tg_op), tg_table_name;
end
$$;

-- One value that an answer, a note, a fact or the mark of a practice example had. The highest version is current.
create table entry_version (
  inspection_id text not null,
  case_id text not null,
  kind text not null check (kind in ('answer', 'note', 'fact', 'practice')),
  item text not null check (item <> ''),
  version integer not null check (version > 0),
  -- Null where it was taken back.
  value text check (value <> ''),
  -- Of an answer its reason; of a practice example the changed name.
  detail text check (detail <> ''),
  written_at timestamptz not null,
  written_by text not null check (written_by <> ''),
  -- Null for the command line.
  person_id text references person,
  primary key (inspection_id, case_id, kind, item, version),
  foreign key (inspection_id, case_id) references inspected_case,
  check (kind <> 'answer' or value in ('yes', 'no', 'na')),
  check (value is not null or detail is null)
);
create index entry_version_person on entry_version (person_id);

-- A value that was written without sight of the current one, or after the case was handed in: kept until decided.
create table kept_value (
  inspection_id text not null,
  kept_id text not null check (kept_id ~ '^[0-9a-f]{20}$'),
  case_id text not null,
  kind text not null,
  item text not null check (item <> ''),
  because text not null check (because in ('changed-meanwhile', 'case-frozen')),
  saw_version integer not null check (saw_version >= 0),
  value text check (value <> ''),
  detail text check (detail <> ''),
  written_at timestamptz not null,
  written_by text not null check (written_by <> ''),
  person_id text references person,
  primary key (inspection_id, kept_id),
  foreign key (inspection_id, case_id) references inspected_case
);
create index kept_value_case on kept_value (inspection_id, case_id, kind, item);
create index kept_value_person on kept_value (person_id);

create table kept_value_decision (
  inspection_id text not null,
  kept_id text not null,
  -- The version that was current when it was decided, and the one that the chosen value has.
  saw_version integer not null,
  version integer not null,
  reason text check (reason <> ''),
  decided_at timestamptz not null,
  decided_by text not null check (decided_by <> ''),
  person_id text references person,
  primary key (inspection_id, kept_id),
  foreign key (inspection_id, kept_id) references kept_value
);
create index kept_value_decision_person on kept_value_decision (person_id);

-- The steps of a case. Where there is none it is open, in its first round.
create table case_step (
  inspection_id text not null,
  case_id text not null,
  position integer not null check (position > 0),
  step text not null check (step <> ''),
  status text not null check (status in ('open', 'ready', 'returned', 'signed', 'withdrawn')),
  round integer not null check (round > 0),
  comment text check (comment <> ''),
  taken_at timestamptz not null,
  taken_by text not null check (taken_by <> ''),
  person_id text references person,
  primary key (inspection_id, case_id, position),
  foreign key (inspection_id, case_id) references inspected_case
);
create index case_step_person on case_step (person_id);

-- What was signed: the questions as they were asked, with everything that was said.
create table signed_case (
  inspection_id text not null,
  case_id text not null,
  round integer not null,
  content jsonb not null,
  signed_at timestamptz not null,
  signed_by text not null check (signed_by <> ''),
  person_id text references person,
  primary key (inspection_id, case_id, round),
  foreign key (inspection_id, case_id) references inspected_case
);
create index signed_case_person on signed_case (person_id);

create table case_assignment (
  inspection_id text not null,
  case_id text not null,
  person_id text not null references person,
  primary key (inspection_id, case_id, person_id),
  foreign key (inspection_id, case_id) references inspected_case
);
create index case_assignment_person on case_assignment (person_id);

-- Who has which page of a case open. Of no value after a minute.
create table case_presence (
  inspection_id text not null,
  case_id text not null,
  person_id text not null references person,
  place text not null,
  seen_at timestamptz not null,
  primary key (inspection_id, case_id, person_id),
  foreign key (inspection_id, case_id) references inspected_case
);
create index case_presence_person on case_presence (person_id);

-- What a request was answered, so that one sent again is answered the same and does nothing.
create table write_key (
  inspection_id text not null references inspection,
  -- The person and the key that the program chose.
  key text not null check (key <> ''),
  request_hash text not null,
  answer jsonb not null,
  written_at timestamptz not null,
  primary key (inspection_id, key)
);
create index write_key_age on write_key (written_at);

-- Answers that were imported before there were versions.
insert into entry_version (inspection_id, case_id, kind, item, version, value, written_at, written_by)
select answer.inspection_id, answer.case_id, 'answer', answer.question_id, 1, answer.answer,
  inspection.imported_at, 'import'
from case_answer answer join inspection using (inspection_id);
drop table case_answer;

do $$
declare history text;
begin
  foreach history in array array['entry_version', 'kept_value', 'kept_value_decision', 'case_step', 'signed_case'] loop
    execute format('create trigger %I before update or delete on %I for each row
      execute function refuse_change_of_history()', history || '_unaltered', history);
    execute format('create trigger %I before truncate on %I for each statement
      execute function refuse_change_of_history()', history || '_not_emptied', history);
  end loop;
end
$$;

create view current_entry as
select distinct on (inspection_id, case_id, kind, item)
  inspection_id, case_id, kind, item, version, value, detail, written_at, written_by, person_id
from entry_version
order by inspection_id, case_id, kind, item, version desc;

create view current_step as
select distinct on (inspection_id, case_id) inspection_id, case_id, position, status, round
from case_step
order by inspection_id, case_id, position desc;

-- What ratings are counted from: the answers that stand, of the cases that are inspected.
create view case_answer as
select entry.inspection_id, entry.case_id, entry.item as question_id, entry.value as answer
from current_entry entry
left join current_step step on step.inspection_id = entry.inspection_id and step.case_id = entry.case_id
where entry.kind = 'answer' and entry.value is not null and step.status is distinct from 'withdrawn';
