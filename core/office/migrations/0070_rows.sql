-- Rows of the policy texts that statements of the areas read: kinds of matters with their clocks, channels, partners.
create table policy_row (kind text not null, code text not null, name text not null, value text not null,
	primary key (kind, code, name));
comment on table policy_row is '@ref rows that the texts work.rows have for statements, of the office''s place and day';
-- By which channel somebody comes, writes or calls; whether he comes in person.
create view channel (channel, is_visit) as
select r.code, r.value = 'yes' from policy_row r where r.kind = 'channel' and r.name = 'visit';
grant select on policy_row, channel to steward_staff, steward_batch;
grant insert, delete on policy_row to steward_batch;
-- The next judge takes all of it out of the texts.
update setting set value = '' where name = 'book_hash';
