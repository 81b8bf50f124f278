-- What is wrong with a waiting case list is stored once, not worked out again at each look. `reading` is json and not
-- jsonb, since headings of a faulty list may hold characters that jsonb refuses.
alter table case_list_upload
  add column reading json,
  add column faulty_rows bytea,
  add constraint case_list_upload_faulty_rows_check check (faulty_rows is null or reading is not null);
