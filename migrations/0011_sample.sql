-- The sample of an inspection: its plan until it is drawn, then everything the draw used and gave, for ever.

-- Decided in the open before the draw; every change is in the audit log. Nothing of it is read after the draw.
create table sample_plan (
  inspection_id text primary key references inspection,
  fieldwork_starts text not null check (fieldwork_starts ~ '^\d{4}-\d{2}-\d{2}$'),
  seed text not null check (btrim(seed) <> ''),
  -- Who agreed the seed, and how, in words.
  seed_agreed text not null check (btrim(seed_agreed) <> ''),
  set_at timestamptz not null,
  set_by text not null check (set_by <> '')
);

create table sample_override (
  inspection_id text not null references inspection,
  case_domain text not null check (case_domain <> ''),
  size integer not null check (size >= 0),
  reason text not null check (btrim(reason) <> ''),
  decided_by text not null check (btrim(decided_by) <> ''),
  primary key (inspection_id, case_domain)
);

create table sample_exclusion (
  inspection_id text not null,
  pseudonym text not null,
  reason text not null check (btrim(reason) <> ''),
  decided_by text not null check (btrim(decided_by) <> ''),
  primary key (inspection_id, pseudonym),
  foreign key (inspection_id, pseudonym) references case_reference
);

-- One draw for each inspection: a second would be a choice between two. Cases are named by their pseudonyms.
create table sample_draw (
  inspection_id text primary key references inspection,
  version integer not null,
  method text not null check (method <> ''),
  seed text not null check (btrim(seed) <> ''),
  seed_agreed text not null check (btrim(seed_agreed) <> ''),
  list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),
  settings jsonb not null,
  result jsonb not null,
  drawn_at timestamptz not null,
  drawn_by text not null check (drawn_by <> ''),
  foreign key (inspection_id, version) references case_list_version
);
create index sample_draw_version on sample_draw (inspection_id, version);

-- Cases added after a later version of the list, without redrawing what is being inspected.
create table sample_top_up (
  inspection_id text not null references sample_draw,
  top_up integer not null check (top_up > 0),
  version integer not null,
  list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),
  plan jsonb not null,
  reason text not null check (btrim(reason) <> ''),
  made_at timestamptz not null,
  made_by text not null check (made_by <> ''),
  primary key (inspection_id, top_up),
  foreign key (inspection_id, version) references case_list_version
);
create index sample_top_up_version on sample_top_up (inspection_id, version);

create table sampled_case (
  inspection_id text not null references sample_draw,
  pseudonym text not null,
  case_domain text not null check (case_domain <> ''),
  came_by text not null check (came_by in ('draw', 'replacement', 'top-up')),
  -- The only thing of a sample that changes: a case that was replaced stays on record.
  state text not null check (state in ('in-sample', 'replaced')),
  primary key (inspection_id, pseudonym),
  foreign key (inspection_id, pseudonym) references case_reference
);

-- The order in which reserves are taken: of the draw (0) and anew after each top-up.
create table sample_reserve (
  inspection_id text not null references sample_draw,
  top_up integer not null check (top_up >= 0),
  case_domain text not null check (case_domain <> ''),
  place integer not null check (place > 0),
  pseudonym text not null,
  primary key (inspection_id, top_up, case_domain, place),
  unique (inspection_id, pseudonym, top_up),
  foreign key (inspection_id, pseudonym) references case_reference
);

create table sample_replacement (
  inspection_id text not null references sample_draw,
  replacement_number integer not null check (replacement_number > 0),
  replaced text not null,
  replacement text not null,
  reason text not null check (reason <> ''),
  note text not null check (btrim(note) <> ''),
  decided_at timestamptz not null,
  decided_by text not null check (decided_by <> ''),
  primary key (inspection_id, replacement_number),
  unique (inspection_id, replaced),
  unique (inspection_id, replacement),
  foreign key (inspection_id, replaced) references sampled_case,
  foreign key (inspection_id, replacement) references sampled_case,
  check (replaced <> replacement)
);

create function refuse_change_of_sample() returns trigger language plpgsql as $$
begin
  raise exception 'a sample is never altered: % of % refused', lower(tg_op), tg_table_name;
end
$$;

create trigger sample_draw_unaltered before update or delete on sample_draw
  for each row execute function refuse_change_of_sample();
create trigger sample_top_up_unaltered before update or delete on sample_top_up
  for each row execute function refuse_change_of_sample();
create trigger sample_reserve_unaltered before update or delete on sample_reserve
  for each row execute function refuse_change_of_sample();
create trigger sample_replacement_unaltered before update or delete on sample_replacement
  for each row execute function refuse_change_of_sample();
create trigger sampled_case_kept before delete on sampled_case
  for each row execute function refuse_change_of_sample();
-- A replaced case does not come back, and how a case came is never rewritten.
create trigger sampled_case_unaltered before update on sampled_case
  for each row when (
    old.state <> 'in-sample' or new.state <> 'replaced'
    or (old.inspection_id, old.pseudonym, old.case_domain, old.came_by)
      is distinct from (new.inspection_id, new.pseudonym, new.case_domain, new.came_by)
  ) execute function refuse_change_of_sample();
