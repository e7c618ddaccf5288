-- What an office expects of each sender, what is held while one is silent or sends too much, and files that were
-- not taken at all.
create table feed_contract (feed text primary key, days int not null, times int not null, rejects int not null,
	is_whole boolean not null, silent_days int not null, holds text[] not null, contact text not null,
	constraint feed_contract_days_bound check (days between 1 and 3660),
	constraint feed_contract_times_bound check (times between 2 and 1000),
	constraint feed_contract_rejects_bound check (rejects between 0 and 100),
	constraint feed_contract_silent_days_bound check (silent_days between 1 and 3660));
comment on table feed_contract is '@ref what is expected of each feed, from the texts work.feeds';
grant select on feed_contract to steward_staff, steward_batch;
grant insert, delete on feed_contract to steward_batch;

create table refused_file (feed text not null, digest text not null, file_name text not null, business_day date not null,
	message text not null, at timestamptz not null default now(), author name not null default session_user,
	primary key (feed, digest), constraint refused_file_message_is_small check (length(message) <= 500));
comment on table refused_file is '@local files that could not be taken, with the reason';
grant select on refused_file to steward_staff, steward_batch;

-- A load beyond its usual size waits for a second person.
alter table batch add state text not null default 'taken',
	add constraint batch_state check (state in ('taken', 'waiting', 'refused'));
alter table staged_row drop constraint staged_row_kind,
	add constraint staged_row_kind check (kind in ('match', 'contradiction', 'load'));

-- Many doubts of one kind in one file are one question, until somebody asks for each.
alter table staged_row add is_single boolean not null default false;

-- How each contract stands on the business day: usual is the middle of the twelve loads before the newest.
create view feed_state as
select c.feed, 0 as region_code, c.days, c.times, c.contact, c.holds, c.silent_days, n.batch_id as last_load,
	n.business_day as last_day, business_day() - n.business_day as silent,
	business_day() - n.business_day > ceil(c.days * 1.1) as is_late,
	(select percentile_disc(0.5) within group (order by x.rows_read) from (select b.rows_read from batch b
		where b.feed = c.feed and b.batch_id < n.batch_id and b.state = 'taken'
		order by b.batch_id desc limit 12) x) as usual, n.rows_read as newest_rows
from feed_contract c join lateral (select * from batch b where b.feed = c.feed and b.rows_accepted > 0
	order by b.business_day desc, b.batch_id desc limit 1) n on true;
grant select on feed_state to steward_staff, steward_batch;
create view load_row as select b.*, 0 as region_code from batch b;
grant select on load_row to steward_staff, steward_batch;

-- The next judge takes the contracts out of the texts.
update setting set value = '' where name = 'book_hash';
