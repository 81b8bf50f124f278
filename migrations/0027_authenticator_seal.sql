-- The keys of authenticator apps stand sealed: the id of the sealing key, a dot, and what AES-256-GCM made of it. The
-- sealing keys are in a file outside the database, so SQL cannot seal what is there: the server does at its start.
alter table person drop constraint person_authenticator_key_check;
alter table person add constraint person_authenticator_key_check
  check (authenticator_key ~ '^([A-Z2-7]{32}|[0-9a-f]{8}\.[\w-]+)$');
