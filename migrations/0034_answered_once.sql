-- What a form or an operation that adds something was answered, so that one that is sent again is answered the same and
-- does nothing. The row is written with the change itself: where it is, the change is.
create table stored_answer (
  person_id text not null references person,
  -- A hash of the key that the form or the program carried.
  key_hash text not null check (key_hash <> ''),
  -- A hash of everything that was asked for.
  fingerprint text not null,
  -- Sealed with what only the sender holds; null until it is known, or where it is not to be stored.
  answer bytea,
  written_at timestamptz not null,
  primary key (person_id, key_hash)
);
create index stored_answer_age on stored_answer (written_at);
