-- Persons who have difficulty in finding work: who asked to be counted as such, what was decided, who helps them and when it
-- is looked at anew; what was done for them; courses; subsidies that were claimed and paid.
create table difficulty (person_id bigint not null, claim_no int not null, region_code int not null, state text not null default 'open',
	applied_on date not null, registered_on date not null, family text not null default '', disability text not null default '',
	hukou text not null default 'local', is_officer boolean not null default false, service_months int not null default 0,
	categories text not null default '', helper name, review_on date, decided_on date, ended_on date,
	channel text not null default 'counter', who name not null default session_user, primary key (person_id, claim_no),
	constraint difficulty_state check (state in ('open', 'granted', 'refused', 'withdrawn', 'ended')),
	constraint difficulty_granted check (state not in ('granted', 'ended') or categories <> '' and review_on is not null),
	constraint difficulty_bounds check (service_months between 0 and 1200 and registered_on <= applied_on),
	constraint difficulty_is_clean check (family || disability || hukou !~ '[[:cntrl:]]' and length(family || disability || hukou) <= 300));
create unique index difficulty_one on difficulty (person_id) where state in ('open', 'granted');
create index difficulty_region on difficulty (region_code, person_id);
comment on table difficulty is '@dist person_id who has difficulty in finding work';

create table help_measure (person_id bigint not null, measured_on date not null, kind text not null, region_code int not null,
	note text not null default '', who name not null default session_user, primary key (person_id, measured_on, kind),
	constraint help_measure_kind check (kind in ('counsel', 'training', 'post', 'trial', 'business', 'other')),
	constraint help_measure_is_clean check (note !~ '[[:cntrl:]]' and length(note) <= 300));
create index help_measure_region on help_measure (region_code, person_id);
comment on table help_measure is '@dist person_id what was done for a person who has difficulty in finding work';

create table training (person_id bigint not null, course_no text not null, region_code int not null, course text not null,
	occupation text not null, level int, from_day date not null, to_day date not null, outcome text not null default '',
	batch_id bigint not null, line bigint not null, primary key (person_id, course_no),
	constraint training_days check (from_day <= to_day), constraint training_level check (level between 1 and 5));
create index training_region on training (region_code, person_id);
create index training_of_batch on training (batch_id);
comment on table training is '@dist person_id courses of persons who learn an occupation, and how they ended';

create table subsidy (person_id bigint not null, claim_no int not null, region_code int not null, state text not null default 'open',
	kind text not null, applied_on date not null, month date, paid_fen bigint, occupation text not null default '', level int,
	issued_on date, is_scarce boolean not null default false, class text not null default '', has_training boolean not null default false,
	from_month date, amount_fen bigint, decided_on date, channel text not null default 'counter',
	who name not null default session_user, primary key (person_id, claim_no),
	constraint subsidy_state check (state in ('open', 'granted', 'refused', 'withdrawn')),
	constraint subsidy_kind check (kind in ('flexible', 'skill', 'training')),
	constraint subsidy_granted check ((state = 'granted') = (from_month is not null and amount_fen is not null)),
	constraint subsidy_days check (extract(day from month) = 1 and extract(day from from_month) = 1 and issued_on <= applied_on),
	constraint subsidy_level check (level between 1 and 5),
	constraint subsidy_paid_fen_bound check (paid_fen between 0 and 999999999999),
	constraint subsidy_amount_fen_bound check (amount_fen between 0 and 999999999999),
	constraint subsidy_is_clean check (occupation || class !~ '[[:cntrl:]]' and length(occupation || class) <= 200));
create unique index subsidy_one on subsidy (person_id) where state = 'open';
create index subsidy_region on subsidy (region_code, person_id);
comment on table subsidy is '@dist person_id subsidies for contributions, certificates and courses that persons claimed';
grant select on difficulty, help_measure, training, subsidy to steward_staff, steward_batch;
