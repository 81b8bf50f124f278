-- The program may add audit events and may not touch the chain: only this function does, with its owner's rights.
alter function chain_audit_event() security definer;
alter function chain_audit_event() set search_path from current;
