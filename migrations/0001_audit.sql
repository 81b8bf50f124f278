-- Who did what, when and why. Rows are added and never altered, which the triggers hold everyone to.

create table audit_event (
  audit_event_id bigint generated always as identity primary key,
  happened_at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  -- Null where the change belongs to no inspection.
  inspection_id text,
  subject text not null check (subject <> ''),
  before jsonb,
  after jsonb,
  reason text check (btrim(reason) <> '')
);
create index audit_event_inspection on audit_event (inspection_id, audit_event_id);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is never altered: % refused', lower(tg_op);
end
$$;

create trigger audit_event_unaltered before update or delete on audit_event
  for each row execute function refuse_change_of_audit();
create trigger audit_event_not_emptied before truncate on audit_event
  for each statement execute function refuse_change_of_audit();
