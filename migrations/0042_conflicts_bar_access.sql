-- What somebody writes whom a conflict of interest bars from the case is kept, and is told from other late work.
alter table kept_value drop constraint kept_value_because_check;
alter table kept_value add constraint kept_value_because_check
  check (because in ('changed-meanwhile', 'case-frozen', 'right-taken-away', 'conflict-of-interest'));
