-- Each audit event carries a hash of what it says and of the event before it: a change or a gap shows. One chain for
-- each inspection, and one, named '', for what belongs to none, so that inspections do not wait for each other.

create table audit_chain (
  chain text primary key,
  position bigint not null,
  hash text not null
);

-- Both are given at the very end of the transaction, so that the chain is held no longer than the commit itself takes.
alter table audit_event add column position bigint;
alter table audit_event add column hash text;

create or replace function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.position is null and new.position is not null
      and to_jsonb(new) - 'position' - 'hash' = to_jsonb(old) - 'position' - 'hash' then
      return new;
    end if;
  end if;
  raise exception 'the audit log is never altered: % refused', lower(tg_op);
end
$$;

-- Every part with its length before it, so that no two events read the same. Absent parts are '-'.
create function audit_part(part text) returns text language sql immutable as $$
  select case when part is null then '-' else octet_length(part) || ':' || part end
$$;

create function audit_hash(previous text, event audit_event) returns text language sql stable as $$
  select encode(sha256(convert_to(concat(
    audit_part(previous), audit_part(event.position::text),
    audit_part((extract(epoch from event.happened_at) * 1000000)::bigint::text),
    audit_part(event.actor), audit_part(event.person_id), audit_part(event.action),
    audit_part(event.inspection_id), audit_part(event.subject),
    audit_part(event.before::text), audit_part(event.after::text), audit_part(event.reason)), 'UTF8')), 'hex')
$$;

create function chain_audit_event() returns trigger language plpgsql as $$
declare
  event audit_event := new;
  last audit_chain;
begin
  -- Held until the transaction ends: the next event follows this one or, where this one is undone, its forerunner.
  select * into last from audit_chain where chain = coalesce(new.inspection_id, '') for update;
  if not found then
    insert into audit_chain values (coalesce(new.inspection_id, ''), 0, '') on conflict do nothing;
    select * into last from audit_chain where chain = coalesce(new.inspection_id, '') for update;
  end if;
  event.position := last.position + 1;
  event.hash := audit_hash(last.hash, event);
  update audit_event set position = event.position, hash = event.hash
    where audit_event_id = event.audit_event_id;
  update audit_chain set position = event.position, hash = event.hash where chain = last.chain;
  return null;
end
$$;

-- What was logged before, in the order it was logged.
do $$
declare
  event audit_event;
  last audit_chain;
begin
  for event in select * from audit_event order by audit_event_id loop
    insert into audit_chain values (coalesce(event.inspection_id, ''), 0, '') on conflict do nothing;
    select * into last from audit_chain where chain = coalesce(event.inspection_id, '');
    event.position := last.position + 1;
    event.hash := audit_hash(last.hash, event);
    update audit_event set position = event.position, hash = event.hash
      where audit_event_id = event.audit_event_id;
    update audit_chain set position = event.position, hash = event.hash where chain = last.chain;
  end loop;
end
$$;
create unique index audit_event_chain on audit_event (coalesce(inspection_id, ''), position);
create constraint trigger audit_event_chained after insert on audit_event
  deferrable initially deferred for each row execute function chain_audit_event();
