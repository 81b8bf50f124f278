-- The account of a person who assesses cases; null where they have none yet. Nobody is two people of one inspection.
alter table assessor add column person_id text references person;
create unique index assessor_account on assessor (person_id, inspection_id);
