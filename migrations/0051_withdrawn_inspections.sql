-- An inspection that was announced by mistake is withdrawn: it leaves every list and stays on record.
alter table inspection
  add column withdrawn_at timestamptz,
  add column withdrawn_by text check (withdrawn_by <> ''),
  add column withdrawn_reason text check (btrim(withdrawn_reason) <> ''),
  add check ((withdrawn_at is null) = (withdrawn_by is null)),
  add check ((withdrawn_at is null) = (withdrawn_reason is null)),
  add check (withdrawn_at is null or published is null);

-- The same service can be announced again for the same month.
drop index inspection_service_fieldwork;
create unique index inspection_service_fieldwork on inspection (service_id, left(fieldwork_started, 7))
  where withdrawn_at is null;
