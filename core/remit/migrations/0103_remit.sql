-- Lists by which money goes out: one person makes a list of what is due and was not sent, a second signs it, a file carries it, and
-- what became of each line is told.  What is due says the module whose kind of list it is.
create table remit_kind (kind text primary key, module text not null, title text not null, due text not null, bar text,
	verb text not null, hint text not null, columns text not null, nothing text not null, asks_back boolean not null);
comment on table remit_kind is '@ref kinds of lists by which money goes out, from the modules'' tables';

create table remit_list (list_id bigint primary key, kind text not null, period int not null, state text not null default 'made',
	made_by name not null default session_user, made_on date not null default business_day(), approved_by name, approved_on date,
	rows bigint not null default 0, persons bigint not null default 0, amount_fen bigint not null default 0,
	held bigint not null default 0, digest text not null default '',
	constraint remit_list_state check (state in ('made', 'approved', 'taken_back')),
	constraint remit_list_four_eyes check (approved_by <> made_by),
	constraint remit_list_approved check ((state = 'approved') = (approved_on is not null)),
	constraint remit_list_amount_fen_bound check (amount_fen between -99999999999999999 and 99999999999999999),
	constraint remit_list_period_bound check (period between 185001 and 210012));
create unique index remit_list_one on remit_list (kind) where state = 'made';
comment on table remit_list is '@ref lists by which money goes out';

create table remit_line (person_id bigint not null, list_id bigint not null, ref text not null, period int not null,
	region_code int not null, what text not null, payee text not null default '', payee_no text not null default '',
	account text not null default '', due_fen bigint not null, sent_fen bigint not null, amount_fen bigint not null,
	is_held boolean not null, primary key (person_id, list_id, ref, period),
	constraint remit_line_sum check (amount_fen = due_fen - sent_fen and amount_fen <> 0),
	constraint remit_line_amount_fen_bound check (amount_fen between -999999999999 and 999999999999),
	constraint remit_line_due_fen_bound check (due_fen between 0 and 999999999999),
	constraint remit_line_sent_fen_bound check (sent_fen between -999999999999 and 999999999999),
	constraint remit_line_period_bound check (period = 0 or period between 185001 and 210012),
	constraint remit_line_is_clean check (ref || payee || payee_no || account !~ '[[:cntrl:]]'));
create index remit_line_list on remit_line (list_id);
create index remit_line_region on remit_line (region_code, person_id);
comment on table remit_line is '@dist person_id what a list pays for one thing and month; less than 0: asked back';

create table remit_answer (person_id bigint not null, list_id bigint not null, ref text not null, period int not null,
	region_code int not null, result text not null, note text not null default '', answered_on date not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, list_id, ref, period),
	constraint remit_answer_result check (result in ('taken', 'refused')));
create index remit_answer_region on remit_answer (region_code, person_id);
create index remit_answer_batch on remit_answer (batch_id);
comment on table remit_answer is '@dist person_id what became of a line of a list, as it was told';

-- What a kind's function gives: all that is due, whatever was sent of it.
create type remit_due as (person_id bigint, region_code int, ref text, period int, what text, payee text, payee_no text, account text,
	fen bigint, is_held boolean);
grant select on remit_kind, remit_list, remit_line, remit_answer to steward_staff, steward_batch;
