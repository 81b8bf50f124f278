-- A case that is handed in is checked by somebody before it is signed.
alter table case_step drop constraint case_step_status_check;
alter table case_step add constraint case_step_status_check
  check (status in ('open', 'ready', 'checked', 'returned', 'signed', 'withdrawn'));
