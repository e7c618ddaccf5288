-- Insurance relations that come here from another place: what was asked for, and the other place's information form as it was told.
create table relation_in (person_id bigint not null, letter_no text not null, region_code int not null, scheme text not null,
	place text not null, office text not null, ground text not null, state text not null default 'asked', counts text not null default 'here',
	applied_on date not null, letter_on date, due date, reminded int not null default 0, taken_on date, taken jsonb, why text not null default '',
	channel text not null default 'counter', who name not null default session_user, primary key (person_id, letter_no),
	constraint relation_in_scheme check (scheme in ('employee', 'resident')),
	constraint relation_in_ground check (ground in ('work', 'home', 'posted')),
	constraint relation_in_state check (state in ('asked', 'temporary', 'letter', 'taken', 'refused', 'returned', 'withdrawn')),
	constraint relation_in_counts check (counts in ('here', 'there')),
	constraint relation_in_sent check ((letter_on is null) = (due is null) and (state not in ('letter', 'taken') or letter_on is not null)),
	constraint relation_in_taken check ((state = 'taken') = (taken is not null) and (taken is null) = (taken_on is null)),
	constraint relation_in_reminded check (reminded between 0 and 1000),
	constraint relation_in_words check (length(place) between 1 and 20 and length(office) between 1 and 100 and length(why) <= 200
		and concat(place, office, why) !~ '[[:cntrl:]]'));
create index relation_in_letter on relation_in (letter_no);
create index relation_in_region on relation_in (region_code, person_id);
create index relation_in_state on relation_in (state);
comment on table relation_in is '@dist person_id insurance relations asked for from another place';

-- A row is months without a gap, of one base; row 1 says how many there are, and those beyond do not count any more.
create table relation_form (person_id bigint not null, letter_no text not null, nth int not null, region_code int not null, rows int not null,
	from_period int not null, to_period int not null, base_fen bigint not null, account_fen bigint not null, pooled_fen bigint not null,
	told_on date not null default business_day(), batch_id bigint not null, line bigint not null, primary key (person_id, letter_no, nth),
	constraint relation_form_rows check (rows between 1 and 999 and nth between 1 and 999),
	constraint relation_form_from_period_bound check (from_period between 185001 and 210012),
	constraint relation_form_to_period_bound check (to_period between 185001 and 210012 and to_period >= from_period),
	constraint relation_form_base_fen_bound check (base_fen between 0 and 999999999999),
	constraint relation_form_account_fen_bound check (account_fen between 0 and 999999999999),
	constraint relation_form_pooled_fen_bound check (pooled_fen between 0 and 999999999999));
create index relation_form_region on relation_form (region_code, person_id);
create index relation_form_batch on relation_form (batch_id);
comment on table relation_form is '@dist person_id rows of the information forms of other places';
grant select on relation_in, relation_form to steward_staff, steward_batch;
