-- The files of a published report as they were last made, so that no request has to make them again. What they were
-- made from is named by its hash: where that is another, the file is made anew.
create table published_file (
  inspection_id text not null references inspection on delete cascade,
  -- The last part of its address, such as report.pdf.
  name text not null check (name <> ''),
  content_hash text not null check (content_hash <> ''),
  body bytea not null,
  made_at timestamptz not null,
  primary key (inspection_id, name)
);
