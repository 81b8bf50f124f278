-- The keys of authenticator apps stand sealed: the id of the sealing key, a dot, and what AES-256-GCM made of it. The
-- sealing keys are in a file outside the database, so SQL cannot seal what is there: the server does at its start.
alter table person drop constraint person_authenticator_key_check;
alter table person add constraint person_authenticator_key_check
  check (authenticator_key ~ '^([A-Z2-7]{32}|[0-9a-f]{8}\.[\w-]+)$');

-- Recommendations are written one by one, by several people: each has an id, and a version that tells a writer whether
-- someone else has saved since. What a file brought in before has the command line as its writer.
alter table recommendation add column recommendation_id text;
alter table recommendation add column version integer not null default 1 check (version > 0);
alter table recommendation add column saved_at timestamptz not null default now();
alter table recommendation add column saved_by text not null default 'command line' check (saved_by <> '');
update recommendation set recommendation_id = left(md5(inspection_id || ' ' || position), 20);
alter table recommendation alter column recommendation_id set not null;
alter table recommendation add check (recommendation_id ~ '^[0-9a-f]{20}$');
alter table recommendation alter column version drop default;
alter table recommendation alter column saved_at drop default;
alter table recommendation alter column saved_by drop default;
alter table recommendation drop constraint recommendation_pkey;
alter table recommendation add primary key (recommendation_id);
alter table recommendation add constraint recommendation_place unique (inspection_id, position);
