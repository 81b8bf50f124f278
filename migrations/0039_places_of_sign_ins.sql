-- Tries are counted per account and place, a place being a network or a browser that is known to be the person's. What
-- one account fails from everywhere, and how many accounts fail from one place, is summed from the same rows.
delete from sign_in_failure where account_hash = 'any';
alter table sign_in_failure rename column address_hash to place_hash;
create index sign_in_failure_place on sign_in_failure (place_hash);
