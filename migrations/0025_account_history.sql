-- What was done to somebody's account and roles is found by the account; all that is said about cases stays out of it.
create index audit_event_account on audit_event (subject, audit_event_id)
  where inspection_id is null or action = 'inspection.assign';
