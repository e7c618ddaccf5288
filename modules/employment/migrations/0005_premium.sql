-- What the fund pays to the collecting office for whom unemployment benefit is drawn (Social Insurance Law, art. 48): the sums
-- that were decided, a list a month, what the office answers, and what is settled of a month that somebody else paid, too.
create table premium (person_id bigint not null, from_month date not null, region_code int not null, medical_fen bigint not null,
	pension_fen bigint not null, decided_on date not null default business_day(), primary key (person_id, from_month),
	constraint premium_month check (extract(day from from_month) = 1),
	constraint premium_medical_fen_bound check (medical_fen between 0 and 999999999999),
	constraint premium_pension_fen_bound check (pension_fen between 0 and 999999999999));
create index premium_region on premium (region_code, person_id);
comment on table premium is '@dist person_id what the fund pays a month for whom it pays unemployment benefit, from a month on';

create table premium_list (list_id bigint primary key, period int not null, state text not null default 'made',
	made_by name not null default session_user, made_on date not null default business_day(), approved_by name, approved_on date,
	persons bigint not null default 0, amount_fen bigint not null default 0, held bigint not null default 0,
	constraint premium_list_state check (state in ('made', 'approved', 'taken_back')),
	constraint premium_list_four_eyes check (approved_by <> made_by),
	constraint premium_list_approved check ((state = 'approved') = (approved_on is not null)),
	constraint premium_list_amount_fen_bound check (amount_fen between -99999999999999999 and 99999999999999999),
	constraint premium_list_period_bound check (period between 185001 and 210012));
create unique index premium_list_one on premium_list (state) where state = 'made';
comment on table premium_list is '@ref lists of what the fund pays to the collecting office, a month each';

create table premium_row (person_id bigint not null, list_id bigint not null, kind text not null, period int not null,
	region_code int not null, due_fen bigint not null, sent_fen bigint not null, amount_fen bigint not null, is_held boolean not null,
	primary key (person_id, list_id, kind, period),
	constraint premium_row_kind check (kind in ('medical', 'pension')),
	constraint premium_row_sum check (amount_fen = due_fen - sent_fen and amount_fen <> 0),
	constraint premium_row_amount_fen_bound check (amount_fen between -999999999999 and 999999999999),
	constraint premium_row_due_fen_bound check (due_fen between 0 and 999999999999),
	constraint premium_row_sent_fen_bound check (sent_fen between -999999999999 and 999999999999),
	constraint premium_row_period_bound check (period between 185001 and 210012));
create index premium_row_list on premium_row (list_id);
create index premium_row_region on premium_row (region_code, person_id);
comment on table premium_row is '@dist person_id a month of a person on a list to the collecting office; less than 0: asked back';

create table premium_answer (person_id bigint not null, list_id bigint not null, kind text not null, period int not null,
	region_code int not null, result text not null, note text not null default '', answered_on date not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, list_id, kind, period),
	constraint premium_answer_result check (result in ('taken', 'refused')));
create index premium_answer_region on premium_answer (region_code, person_id);
create index premium_answer_batch on premium_answer (batch_id);
comment on table premium_answer is '@dist person_id what the collecting office answers to a row of a list';

create table premium_choice (person_id bigint not null, cause text not null, region_code int not null, period int not null,
	is_due boolean not null, decided_on date not null default business_day(), primary key (person_id, cause));
create index premium_choice_region on premium_choice (region_code, person_id);
comment on table premium_choice is '@dist person_id whether the fund pays for a month that somebody else paid for or the office refused';
grant select on premium, premium_list, premium_row, premium_answer, premium_choice to steward_staff, steward_batch;
