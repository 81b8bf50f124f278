-- The write path: what is kept of work that arrives after its author's right was taken away, files of a form that
-- came after its session was lost, and the look that every write begins with.

alter table kept_value drop constraint kept_value_because_check;
alter table kept_value add constraint kept_value_because_check
  check (because in ('changed-meanwhile', 'case-frozen', 'right-taken-away'));

-- Files are kept with the form now, so the sealed content is bytes and not their text.
alter table held_submission alter column sealed type bytea using decode(sealed, 'base64');
-- A form with files is kept for a day, as a case list waits for a day; any other for fourteen.
alter table held_submission add column ends_at timestamptz;
update held_submission set ends_at = held_at + interval '14 days';
alter table held_submission alter column ends_at set not null;

-- Holds a case as it stands, and one of its entries, until the transaction ends, then tells what stands there: others
-- may write the case's other entries, none may move the case. One round trip instead of five. No row where there is no
-- such case. `of_key` is the idempotency key of the request, or null.
create function hold_entry(of_inspection text, of_case text, of_kind text, of_item text, of_key text)
returns table (
  case_domain text, edition_id text, status text,
  version integer, value text, detail text, written_at timestamptz, written_by text, person_id text,
  request_hash text, answer jsonb
) language plpgsql as $$
begin
  perform from inspected_case held
    where held.inspection_id = of_inspection and held.case_id = of_case for share;
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(
    concat_ws(E'\n', of_inspection, of_case, of_kind || ' ' || of_item), 0));
  -- A statement of its own, begun when both are held: it sees what others committed while they were waited for.
  return query
    select held.case_domain, inspection.edition_id, step.status,
      entry.version, entry.value, entry.detail, entry.written_at, entry.written_by, entry.person_id,
      used.request_hash, used.answer
    from inspected_case held
    join inspection on inspection.inspection_id = held.inspection_id
    left join lateral (
      select * from case_step taken
      where taken.inspection_id = of_inspection and taken.case_id = of_case
      order by taken.position desc limit 1
    ) step on true
    left join lateral (
      select * from entry_version written
      where written.inspection_id = of_inspection and written.case_id = of_case
        and written.kind = of_kind and written.item = of_item
      order by written.version desc limit 1
    ) entry on true
    left join write_key used on used.inspection_id = of_inspection and used.key = of_key
    where held.inspection_id = of_inspection and held.case_id = of_case;
end
$$;
