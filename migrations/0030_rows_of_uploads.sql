-- How many rows a waiting case list has, so that a list far shorter than the one sent before it is asked about.
alter table case_list_upload
  add column case_rows integer,
  add constraint case_list_upload_case_rows_check check (case_rows >= 0);
