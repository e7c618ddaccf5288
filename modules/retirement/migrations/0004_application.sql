-- Applications for a pension: what was asked, what of the archive was in question, which papers were needed.
create table retire_application (person_id bigint not null, application_no int not null, region_code int not null,
	state text not null default 'open', applied_on date not null, from_month date not null, channel text not null,
	agent text not null default '', agent_until date, restriction text not null default 'none', birth_date date not null,
	deemed_months int not null default 0, is_special boolean not null default false, is_changed boolean not null,
	waiting_since date, waiting_until date, paused_days int not null default 0, who name not null default session_user,
	decided_on date, primary key (person_id, application_no),
	constraint retire_application_state check (state in ('open', 'awaiting', 'awarded', 'refused', 'withdrawn')),
	constraint retire_application_month check (extract(day from from_month) = 1),
	constraint retire_application_clock check ((waiting_since is null) = (waiting_until is null)
		and (state = 'awaiting') = (waiting_since is not null)),
	constraint retire_application_bounds check (deemed_months between 0 and 900 and paused_days between 0 and 9999),
	constraint retire_application_is_clean check (agent !~ '[[:cntrl:]]' and length(agent) <= 200));
create unique index retire_application_one on retire_application (person_id) where state in ('open', 'awaiting');
create index retire_application_region on retire_application (region_code, person_id);
comment on table retire_application is '@dist person_id applications for a pension';

-- How each paper came: held in the register, fetched from another, or asked from the person.
create table retire_paper (person_id bigint not null, application_no int not null, paper text not null, region_code int not null,
	how text not null, got_on date, primary key (person_id, application_no, paper),
	constraint retire_paper_how check (how in ('held', 'fetched', 'asked')),
	constraint retire_paper_name check (paper ~ '^[a-z_]{1,40}$'));
create index retire_paper_region on retire_paper (region_code, person_id);
comment on table retire_paper is '@dist person_id papers of an application: held, fetched or asked for';

-- What the personnel archive says otherwise than the register, where it says so, and what each would pay.
create table retire_question (person_id bigint not null, kind text not null, region_code int not null, by_register text not null,
	by_archive text not null, register_fen bigint, archive_fen bigint, place text not null, author text not null,
	who name not null default session_user, noted_on date not null, primary key (person_id, kind),
	constraint retire_question_kind check (kind in ('birth', 'deemed', 'special')),
	constraint retire_question_register_fen_bound check (register_fen between 0 and 999999999999),
	constraint retire_question_archive_fen_bound check (archive_fen between 0 and 999999999999),
	constraint retire_question_is_clean check (place || author !~ '[[:cntrl:]]' and length(place || author) <= 300));
create index retire_question_region on retire_question (region_code, person_id);
comment on table retire_question is '@dist person_id what a personnel archive says otherwise than the register';

-- Who reaches the age when, by the rules in force when it was worked out.
create table retire_ahead (person_id bigint primary key, region_code int not null, scheme text not null, retire_on date not null,
	earliest date not null, latest date not null, worked_on date not null);
create index retire_ahead_region on retire_ahead (region_code, retire_on);
comment on table retire_ahead is '@dist person_id when persons will reach their retirement age';
grant select on retire_application, retire_paper, retire_question, retire_ahead to steward_staff, steward_batch;
