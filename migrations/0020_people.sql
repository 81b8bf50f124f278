-- People, what they may do, and how they are known: passwords, authenticators, sessions, tokens. Whatever opens
-- something (a session, a link, a token) is stored as its hash only.

create table person (
  person_id text primary key check (person_id ~ '^[0-9a-f]{20}$'),
  email text not null unique check (email = lower(email) and email ~ '^[^\s@]+@[^\s@]+$'),
  name text not null check (btrim(name) <> ''),
  -- True for the demonstration's people, who may sign in only where nobody else can reach the server.
  made_up boolean not null,
  -- argon2id with its parameters; null until the person has set a password, and where a provider signs them in.
  password_hash text check (password_hash like '$argon2id$%'),
  -- The key of the authenticator app in base32; null where none is set up.
  authenticator_key text check (authenticator_key ~ '^[A-Z2-7]{32}$'),
  -- The last 30-second step whose code was used: a code counts once.
  authenticator_step bigint,
  added_at timestamptz not null,
  -- Set where the account is closed. The row stays, for the audit log's sake.
  closed_at timestamptz
);

create table overall_role (
  person_id text not null references person,
  role text not null check (role <> ''),
  primary key (person_id, role)
);

create table inspection_role (
  inspection_id text not null references inspection,
  person_id text not null references person,
  role text not null check (role <> ''),
  primary key (inspection_id, person_id, role)
);
create index inspection_role_person on inspection_role (person_id);

-- Where there is no row, a published inspection is published and any other is at its ratings.
create table inspection_stage (
  inspection_id text primary key references inspection,
  stage text not null check (stage <> '')
);

create table recovery_code (
  person_id text not null references person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- Somebody as an OpenID Connect provider knows them.
create table provider_identity (
  issuer text not null,
  subject text not null,
  person_id text not null references person,
  primary key (issuer, subject)
);
create index provider_identity_person on provider_identity (person_id);

-- A sign-in that was sent to the provider and is awaited back.
create table provider_sign_in (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  begun_at timestamptz not null
);

create table session (
  session_hash text primary key,
  person_id text not null references person,
  browser_hash text not null,
  -- The browser and system as the browser named them, so that people know their sessions again.
  agent text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id);
-- Which browsers somebody has signed in from: only theirs may leave text to be kept for them.
create index session_browser on session (browser_hash, person_id);

create table password_link (
  link_hash text primary key,
  person_id text not null references person,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index password_link_person on password_link (person_id);

create table api_token (
  token_id text primary key check (token_id ~ '^[0-9a-f]{20}$'),
  token_hash text not null unique,
  person_id text not null references person,
  name text not null check (btrim(name) <> ''),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

-- Failed sign-ins, by hashes: what was typed as an e-mail address may be a password.
create table sign_in_failure (
  account_hash text not null,
  address_hash text not null,
  failures integer not null check (failures > 0),
  last_at timestamptz not null,
  primary key (account_hash, address_hash)
);

-- What somebody sent after their session was lost. The text is sealed with a key that only their browser has.
create table held_submission (
  held_id text primary key check (held_id ~ '^[0-9a-f]{20}$'),
  person_id text not null references person,
  browser_hash text not null,
  sealed text not null,
  held_at timestamptz not null
);
create index held_submission_person on held_submission (person_id, browser_hash);

-- Who acted, beside the name they had: names change. Null for the command line.
alter table audit_event add column person_id text references person;
create index audit_event_person on audit_event (person_id, audit_event_id);
