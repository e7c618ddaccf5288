-- What becomes of a claim: decided by the rules alone or by a reviewer, worked out, sent to be paid, paid, appealed.
create table claim_case (person_id bigint not null, claim_no text not null, region_code int not null, provider text not null,
	kind text not null, tier text not null, insurance text not null, diagnosis text not null, admitted date, discharged date,
	service_on date not null, submitted_on date not null, claimed_fen bigint not null, digest text not null,
	state text not null default 'received', sample text not null default '', approved_fen bigint, is_by_rules boolean not null default false,
	decided_on date, changes int not null default 0, is_changed boolean not null default false, is_flagged boolean not null default false, appeals int not null default 0,
	appeal text not null default '', appeal_on date, insured_fen bigint, deductible_fen bigint, fund_fen bigint, own_fen bigint,
	worked_fen bigint, why_not text not null default '', sent_fen bigint not null default 0, sent_on date, sent_month int,
	paid_fen bigint not null default 0, paid_on date, primary key (person_id, claim_no),
	constraint claim_case_state check (state in ('received', 'review', 'decided', 'withdrawn', 'unknown')),
	constraint claim_case_sample check (sample in ('', 'share', 'value', 'variance')),
	constraint claim_case_decided check ((state = 'decided') = (approved_fen is not null)),
	constraint claim_case_claimed_fen_bound check (claimed_fen between 0 and 999999999999),
	constraint claim_case_approved_fen_bound check (approved_fen between 0 and 999999999999),
	constraint claim_case_insured_fen_bound check (insured_fen between 0 and 999999999999),
	constraint claim_case_deductible_fen_bound check (deductible_fen between 0 and 999999999999),
	constraint claim_case_fund_fen_bound check (fund_fen between 0 and 999999999999),
	constraint claim_case_own_fen_bound check (own_fen between 0 and 999999999999),
	constraint claim_case_worked_fen_bound check (worked_fen between 0 and 999999999999),
	constraint claim_case_sent_fen_bound check (sent_fen between 0 and 999999999999),
	constraint claim_case_paid_fen_bound check (paid_fen between -999999999999 and 999999999999),
	constraint claim_case_appeal_is_clean check (appeal !~ '[[:cntrl:]]' and length(appeal) <= 400));
create index claim_case_region on claim_case (region_code, person_id);
create index claim_case_waits on claim_case (submitted_on, claim_no, person_id) where state in ('received', 'review');
create index claim_case_submitted on claim_case (submitted_on, claim_no, person_id);
create index claim_case_decided_on on claim_case (decided_on);
create index claim_case_group on claim_case (kind, tier, diagnosis, service_on);
create index claim_case_service on claim_case (service_on);
create index claim_case_unworked on claim_case (person_id, service_on, claim_no) where state = 'decided' and worked_fen is distinct from approved_fen;
create index claim_case_differs on claim_case (person_id) where sent_fen <> paid_fen;
create index claim_case_asked on claim_case (person_id) where is_changed or is_flagged or appeal <> '' or sample <> '';
create index claim_case_provider on claim_case (provider, service_on);
comment on table claim_case is '@dist person_id medical claims: what becomes of each';

create table claim_cut (person_id bigint not null, claim_no text not null, line_no int not null, region_code int not null,
	cut_fen bigint not null, reason text not null, who name not null default session_user, cut_on date not null,
	primary key (person_id, claim_no, line_no), constraint claim_cut_cut_fen_bound check (cut_fen between 0 and 999999999999));
create index claim_cut_region on claim_cut (region_code, person_id);
comment on table claim_cut is '@dist person_id what a reviewer takes off a line of a claim, and why';

create table claim_alert (person_id bigint not null, claim_no text not null, check_name text not null, region_code int not null,
	provider text not null, say text not null, is_confirmed boolean not null, decided_on date not null,
	primary key (person_id, claim_no, check_name));
create index claim_alert_region on claim_alert (region_code, person_id);
create index claim_alert_decided on claim_alert (decided_on);
comment on table claim_alert is '@dist person_id what came of each flag of a claim that was decided';

create table claim_payment (person_id bigint not null, claim_no text not null, ordered_on date not null, region_code int not null,
	paid_fen bigint not null, batch_id bigint not null, line bigint not null, primary key (person_id, claim_no, ordered_on),
	constraint claim_payment_paid_fen_bound check (paid_fen between 0 and 999999999999));
create index claim_payment_region on claim_payment (region_code, person_id);
create index claim_payment_batch on claim_payment (batch_id);
comment on table claim_payment is '@dist person_id payment orders of claims, as the paying office tells them';

create table claim_intake (batch_id bigint primary key, rows bigint not null);
comment on table claim_intake is '@local loads whose claims are under way already';
grant select on claim_case, claim_cut, claim_alert, claim_payment, claim_intake to steward_staff, steward_batch;
