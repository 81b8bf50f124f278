-- What was refused, so that guessing and prying leave a trace: when, whom, from where and what, and nothing that
-- anybody typed. The same refusal again within minutes is counted in one more row, not written each time.
create table refusal (
  refusal_id bigint generated always as identity primary key,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  -- Of the catalogue of problems.
  code text not null check (code <> ''),
  -- Whether it was sent with a token for programs.
  by_token boolean not null,
  -- Who was refused, or whose account somebody tried to sign in to; null where that is not known.
  person_id text references person,
  -- An IPv4 address, or the first half of an IPv6 address; null, like the route, where only the code is counted.
  network text check (length(network) between 1 and 64),
  -- Method and pattern of the route: never the address that was asked for.
  route text check (length(route) between 1 and 200)
);
create index refusal_age on refusal (last_at);
create index refusal_person on refusal (person_id);

-- Nobody changes a refusal, nor takes one away before it is half a year old.
create function refuse_change_of_refusal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.last_at < now() - interval '180 days' then
    return old;
  end if;
  raise exception 'refusals are only added to';
end
$$;
create trigger refusal_unaltered before update or delete on refusal
  for each row execute function refuse_change_of_refusal();
create trigger refusal_not_emptied before truncate on refusal
  for each statement execute function refuse_change_of_refusal();

-- The program has no right to delete refusals: with its owner's rights this function removes what is old enough.
create function forget_refusals(before timestamptz) returns bigint
  language sql security definer set search_path from current as $$
  with forgotten as (
    delete from refusal where last_at < least(before, now() - interval '180 days') returning 1
  )
  select count(*) from forgotten
$$;
