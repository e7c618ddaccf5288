-- Against a decision: an objection with the agency, reconsideration by the government, the court.  Each has clocks of
-- its own, from the day of delivery; none stops what was decided unless one of the law's exceptions is entered.
create table work_remedy (kind text primary key, days int, months int, after_days int, decide_days int not null,
	constraint work_remedy_kind check (kind in ('internal', 'reconsideration', 'court')),
	constraint work_remedy_days_bound check (days between 1 and 3660 and months between 1 and 120
		and after_days between 1 and 3660 and decide_days between 1 and 3660),
	constraint work_remedy_one_clock check ((days is null) <> (months is null)));
comment on table work_remedy is '@ref how long a decision may be contested, and answered, from the texts work.remedies';
grant select on work_remedy to steward_staff, steward_batch;
grant insert, delete on work_remedy to steward_batch;

create table objection (person_id bigint not null, objection_id bigint not null, region_code int not null,
	decision_id bigint not null, kind text not null, filed_on date not null, last_day date, note text not null default '',
	stops text not null default '', state text not null default 'open', settled_on date, settled_by name,
	who name not null default session_user, at timestamptz not null default now(), primary key (person_id, objection_id),
	constraint objection_decision_fk foreign key (person_id, decision_id) references decision (person_id, decision_id),
	constraint objection_kind check (kind in ('internal', 'reconsideration', 'court')),
	constraint objection_state check (state in ('open', 'upheld', 'rejected')),
	constraint objection_stops check (stops in ('', 'agency', 'body', 'applicant', 'law')),
	constraint objection_is_settled check ((state = 'open') = (settled_on is null)
		and (settled_on is null) = (settled_by is null)),
	constraint objection_is_small check (length(note) <= 2000));
create unique index objection_one_a_kind on objection (person_id, decision_id, kind);
create index objection_region on objection (region_code, state);
comment on table objection is '@dist person_id who contests a decision, where, and how it ended';
grant select on objection to steward_staff, steward_batch;
create index message_reply on message (reply_by) where state = 'delivered' and replied_on is null;
update setting set value = '' where name = 'book_hash';
