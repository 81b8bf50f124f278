-- The written findings of each standard, and the recommendations, of an inspection.

-- One row for each standard whose findings were ever saved. Its version tells a writer whether someone else
-- has saved since the page was opened; it grows by one with each save and never goes back.
create table standard_findings (
  inspection_id text not null references inspection,
  standard_id text not null check (standard_id <> ''),
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  saved_by text not null check (saved_by <> ''),
  primary key (inspection_id, standard_id)
);

create table standard_finding (
  inspection_id text not null,
  standard_id text not null,
  kind text not null check (kind in ('strength', 'area-for-improvement')),
  position integer not null check (position > 0),
  text text not null check (btrim(text) <> ''),
  primary key (inspection_id, standard_id, kind, position),
  foreign key (inspection_id, standard_id) references standard_findings
);

create table recommendation (
  inspection_id text not null references inspection,
  position integer not null check (position > 0),
  owner text not null check (btrim(owner) <> ''),
  text text not null check (btrim(text) <> ''),
  primary key (inspection_id, position)
);
