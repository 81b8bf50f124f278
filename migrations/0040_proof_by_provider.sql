-- Who has no password proves by a fresh sign-in at the provider that it is they, before a change that a thief of their
-- session would make. Such a sign-in is asked for as one, and the session that it begins says when.
alter table provider_sign_in add column asks_again boolean not null default false;
alter table session add column proven_at timestamptz;
