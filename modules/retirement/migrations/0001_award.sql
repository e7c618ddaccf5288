-- What a pension was worked out from when it was awarded, and corrections of it.
create table award (person_id bigint not null, awarded_from date not null, region_code int not null,
	base_fen bigint not null, index_e4 int not null, years_e4 int not null,
	account_fen bigint not null, age_months int not null, amount_fen bigint not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, awarded_from));
create index award_region on award (region_code, person_id);
create table correction (person_id bigint not null, decision_id bigint not null,
	region_code int not null, awarded_from date not null, base_before bigint not null,
	base_after bigint not null, monthly_before bigint not null, monthly_after bigint not null,
	months int not null, arrears_fen bigint not null, proposer name not null,
	approver name not null, at timestamptz not null default now(),
	primary key (person_id, decision_id));
create index correction_region on correction (region_code, person_id);
comment on table award is '@dist person_id what a pension was worked out from';
comment on table correction is '@dist person_id awards made right afterwards, with arrears';
grant select on award, correction to steward_staff, steward_batch;
grant insert, update, delete on award to steward_batch;

-- The approved correction: the award by the base named in the cause, the pension from next month on,
-- and for the months that were paid by the old one what is missing.
create function award_correct(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	with d as (
		select c.*, a.awarded_from, a.base_fen, a.amount_fen, f.monthly_fen as change,
			(split_part(c.cause, ' ', 2)::numeric * 100)::bigint as base,
			n.valid_from, n.scheme, n.monthly_fen
		from decision c join finding f using (person_id, rule_id, cause)
		join award a on a.person_id = c.person_id
			and extract(year from a.awarded_from)::text = split_part(c.cause, ' ', 1)
		join pension n on n.person_id = c.person_id and n.scheme = 'employee'
		where c.person_id = p_person and c.decision_id = p_decision and c.rule_id = p_rule
			and c.cause = p_cause
	), noted as (
		insert into correction (person_id, decision_id, region_code, awarded_from, base_before,
			base_after, monthly_before, monthly_after, months, arrears_fen, proposer,
			approver)
		select person_id, decision_id, region_code, awarded_from, base_fen, base, monthly_fen,
			monthly_fen + change, m.onths, m.onths * change, author, approver
		from d cross join lateral (select greatest(0, next_period(business_day) / 100 * 12
			+ next_period(business_day) % 100 - extract(year from valid_from)::int * 12
			- extract(month from valid_from)::int) as onths) m
	), awarded as (
		update award a set base_fen = d.base, amount_fen = a.amount_fen + d.change from d
		where a.person_id = d.person_id and a.awarded_from = d.awarded_from
	), paid as (
		update pension n set monthly_fen = n.monthly_fen + d.change from d
		where n.person_id = d.person_id and n.scheme = d.scheme
			and n.valid_from = d.valid_from
	)
	insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from d on conflict do nothing
$$;
revoke execute on function award_correct from public;
