-- What the finance bureau is asked for, for the runs of a month; what it answers; both as they were told.
create table fund_request (request_no text primary key, period int not null, digest text not null,
	state text not null default 'drafted', who name not null default session_user, at timestamptz not null default now(),
	approved_by name, approved_on date, due date, withdrawn_by name, withdrawn_on date, why text,
	constraint fund_request_period_bound check (period between 185001 and 210012),
	constraint fund_request_state check (state in ('drafted', 'requested', 'withdrawn')),
	constraint fund_request_approved check (state <> 'requested' or approved_by is not null),
	constraint fund_request_approval check ((approved_by is null) = (approved_on is null) and (approved_by is null) = (due is null)),
	constraint fund_request_four_eyes check (approved_by <> who),
	constraint fund_request_withdrawn check ((state = 'withdrawn') = (withdrawn_by is not null)
		and (withdrawn_by is null) = (withdrawn_on is null) and (withdrawn_by is null) = (why is null)),
	constraint fund_request_why check (why ~ '[[:alpha:]]' and why !~ '[[:cntrl:]]' and length(why) <= 200));
comment on table fund_request is '@ref what the finance bureau is asked for, for the runs of a month';
create table fund_request_run (request_no text not null, run_id bigint not null, digest text not null,
	primary key (request_no, run_id), constraint fund_request_run_fk foreign key (request_no) references fund_request);
create index fund_request_run_of on fund_request_run (run_id);
comment on table fund_request_run is '@ref the runs that a request is for, as they were signed';
create table fund_request_scheme (request_no text not null, scheme text not null, lines bigint not null, asked_fen bigint not null,
	primary key (request_no, scheme), constraint fund_request_scheme_fk foreign key (request_no) references fund_request,
	constraint fund_request_scheme_asked_fen_bound check (asked_fen between 1 and 99999999999999999));
comment on table fund_request_scheme is '@ref what a request asks for each scheme';
-- Each word stands; the one of the latest day counts, of a day the one told last.
create table fund_answer (answer_id bigint primary key default nextval('id_block'), request_no text not null, scheme text not null,
	granted_fen bigint not null, why text not null default '', answered_on date not null, batch_id bigint not null default 0,
	line bigint not null default 0, who name not null default session_user, at timestamptz not null default now(),
	constraint fund_answer_granted_fen_bound check (granted_fen between 0 and 99999999999999999),
	constraint fund_answer_why check (why !~ '[[:cntrl:]]' and length(why) <= 200),
	constraint fund_answer_fk foreign key (request_no) references fund_request);
create index fund_answer_of on fund_answer (request_no, scheme);
create index fund_answer_batch on fund_answer (batch_id);
comment on table fund_answer is '@ref what the finance bureau answers to a request, scheme by scheme';
grant select on fund_request, fund_request_run, fund_request_scheme, fund_answer to steward_staff, steward_batch;
