-- What figures need of policy comes from the texts in force: from which value on one is watched, and the
-- numbers that the law gives.
create table indicator_limit (indicator text primary key, watch numeric, alarm numeric);
comment on table indicator_limit is '@ref from which value on a figure is marked, from lua/parameters/work.lua';
insert into indicator_limit select indicator, watch, alarm from indicator
where watch is not null or alarm is not null;
alter table indicator drop column watch, drop column alarm;
create table policy_number (name text primary key, value numeric not null);
comment on table policy_number is '@ref parameters that are one number, of the office''s place and day';
grant insert, delete on indicator_limit, policy_number to steward_batch;
-- The next judge takes all of it out of the texts.
update setting set value = '' where name = 'book_hash';
