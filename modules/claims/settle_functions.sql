-- From what was approved to what is paid: worked out by the place's settlement, sent, and compared with what was paid.

-- The benefit year of a day, of a year that begins in that month (asked for once, in a select of its own); a stay across two belongs to the year of its last day.
create or replace function claim_year(p_day date, p_begins int) returns int language sql immutable parallel safe as
	$$ select extract(year from p_day - make_interval(months => p_begins - 1))::int $$;

-- What the settlement is asked of a claim: place, scheme, tier, yuan, yuan of class B and C, which stay of the year, retired,
-- care elsewhere, paid by the fund this year, kind, age, where care was given.  Of stays and of visits the year's most is apart.
create or replace view claim_question as
select c.person_id, c.claim_no, concat_ws(E'\t', 'CN-' || c.region_code, coalesce(s.scheme, c.insurance), c.tier,
	yuan_text(coalesce(c.approved_fen, claim_left(c.person_id, c.claim_no))), yuan_text(l.b_fen), yuan_text(l.c_fen),
	case when c.discharged > c.admitted then y.stay else 1 end,
	case when f.pension_status = 'paid' and s.scheme like 'employee%' then 'yes' else 'no' end, l.elsewhere, yuan_text(y.fund_fen),
	c.kind, coalesce(extract(year from age(c.service_on, p.birth_date))::text, ''), l.care_place) as fields
from claim_case c join person p using (person_id)
left join claim_scheme s using (insurance) left join person_fact f using (person_id)
cross join lateral (select coalesce(max(x.elsewhere), '') as elsewhere, coalesce(max(x.care_place), '') as care_place,
	greatest(0, coalesce(sum(x.fen) filter (where x.class = 'B'), 0))::bigint as b_fen,
	greatest(0, coalesce(sum(x.fen) filter (where x.class = 'C'), 0))::bigint as c_fen
	from (select h.elsewhere, h.care_place, h.line_fen - case when c.is_by_rules then 0 else coalesce(u.cut_fen, 0) end as fen,
			coalesce(nullif(h.class, ''), (select max(k.class) from claim_class k where k.code in (h.code, h.item)
				and c.service_on between k.valid_from and k.valid_to)) as class
		from claim_charged h left join claim_cut u using (person_id, claim_no, line_no)
		where h.person_id = c.person_id and h.claim_no = c.claim_no) x) l
cross join lateral (select greatest(1, count(*) filter (where o.discharged > o.admitted and (o.service_on, o.claim_no)
		<= (c.service_on, c.claim_no))) as stay,
	coalesce(sum(o.fund_fen) filter (where (o.service_on, o.claim_no) < (c.service_on, c.claim_no)
		and (o.discharged > o.admitted) is not distinct from (c.discharged > c.admitted)), 0)::bigint as fund_fen
	from claim_case o where o.person_id = c.person_id and o.state = 'decided'
	and claim_year(o.service_on, (select claim_number('year_begins', 1)::int)) = claim_year(c.service_on, (select claim_number('year_begins', 1)::int))) y;

-- Approved claims that are not worked out yet, one of a person at a time, since the year's most and the deductible of the
-- next stay depend on the one before.
create or replace function claim_unworked(p_month date, p_most bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	with c as materialized (select distinct on (c.person_id) c.person_id, c.claim_no from claim_case c
		where c.state = 'decided' and c.worked_fen is distinct from c.approved_fen and c.decided_on < (p_month + interval '1 month')::date
		order by c.person_id, c.service_on, c.claim_no limit p_most)
	select coalesce(string_agg(concat_ws(E'\t', q.person_id, q.claim_no, q.fields), E'\n' order by q.person_id), '')
	from c join claim_question q using (person_id, claim_no)
$$;

-- What the calculation answered: person, claim, fund, own, insured, deductible in yuan, or why not.
create or replace function claim_worked(p_rows text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform claim_may('batch');
	update claim_case c set fund_fen = w.fund, own_fen = c.approved_fen - w.fund, insured_fen = w.insured, deductible_fen = w.deductible,
		worked_fen = c.approved_fen, why_not = w.why
	from (select x[1]::bigint as person_id, x[2] as claim_no, (nullif(x[3], '')::numeric * 100)::bigint as fund,
			(nullif(x[4], '')::numeric * 100)::bigint as insured, (nullif(x[5], '')::numeric * 100)::bigint as deductible, left(coalesce(x[6], ''), 400) as why
		from regexp_split_to_table(p_rows, E'\n') l cross join lateral string_to_array(l, E'\t') x where l <> '') w
	where c.person_id = w.person_id and c.claim_no = w.claim_no and c.state = 'decided';
	get diagnostics n = row_count;
	-- The own shares of the year are others now.
	update claim_case c set is_serious_known = false where c.is_serious_known and c.state = 'decided'
		and c.person_id in (select split_part(l, E'\t', 1)::bigint from regexp_split_to_table(p_rows, E'\n') l where l <> '');
	return n;
end $$;

-- Claims of which the serious-illness insurance is still to be asked: person, claim, place, scheme, and what the insured has
-- paid himself of insured cost in the year until then.
create or replace function claim_unserious(p_most bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	with c as materialized (select c.* from claim_case c where c.state = 'decided' and not c.is_serious_known and c.fund_fen is not null
		and c.worked_fen = c.approved_fen order by c.person_id, c.claim_no limit p_most)
	select coalesce(string_agg(concat_ws(E'\t', c.person_id, c.claim_no, 'CN-' || c.region_code, coalesce(s.scheme, c.insurance),
		yuan_text(y.own_fen)), E'\n'), '')
	from c left join claim_scheme s using (insurance)
	cross join lateral (select coalesce(sum(o.insured_fen - o.fund_fen), 0)::bigint as own_fen from claim_case o
		where o.person_id = c.person_id and o.state = 'decided' and (o.service_on, o.claim_no) <= (c.service_on, c.claim_no)
		and claim_year(o.service_on, (select claim_number('year_begins', 1)::int)) = claim_year(c.service_on, (select claim_number('year_begins', 1)::int))) y
$$;

-- What it pays of all that; a claim's is what that is more than with the claim before.
create or replace function claim_serious(p_rows text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	begins int := claim_number('year_begins', 1);
	n bigint;
begin
	perform claim_may('batch');
	create temp table if not exists serious_told (person_id bigint, claim_no text, fen bigint) on commit delete rows;
	delete from serious_told;
	insert into serious_told select x[1]::bigint, x[2], coalesce(nullif(x[3], '')::numeric * 100, 0)::bigint
	from regexp_split_to_table(p_rows, E'\n') l cross join lateral string_to_array(l, E'\t') x where l <> '';
	update claim_case c set year_serious_fen = t.fen, is_serious_known = true from serious_told t
	where c.person_id = t.person_id and c.claim_no = t.claim_no and c.state = 'decided';
	get diagnostics n = row_count;
	update claim_case c set serious_fen = greatest(0, x.fen), own_fen = c.approved_fen - c.fund_fen - greatest(0, x.fen)
	from (select o.person_id, o.claim_no, o.year_serious_fen - coalesce(lag(o.year_serious_fen) over (partition by o.person_id,
			claim_year(o.service_on, begins) order by o.service_on, o.claim_no), 0) as fen
		from claim_case o where o.state = 'decided' and o.fund_fen is not null and o.person_id in (select person_id from serious_told)) x
	where c.person_id = x.person_id and c.claim_no = x.claim_no and c.serious_fen <> greatest(0, x.fen);
	return n;
end $$;

-- What a place has got a rule for since is worked out again.
create or replace function claim_again() returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform claim_may('batch');
	update claim_case c set worked_fen = null, why_not = '' where c.state = 'decided' and c.why_not <> '';
	get diagnostics n = row_count;
	return n;
end $$;

-- What is to be paid of what was decided until the end of a month: what the fund owes, less what was sent before.
create or replace view claim_due as
select c.*, p.name, c.fund_fen + c.serious_fen - c.sent_fen as due_fen from claim_case c join person p using (person_id)
where c.state = 'decided' and c.worked_fen = c.approved_fen and c.fund_fen is not null and c.is_serious_known
	and c.fund_fen + c.serious_fen <> c.sent_fen;

create or replace function claim_file(p_month date, p_provider text) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select case when count(*) = 0 then '' else 'provider,month,claim_no,id_no,name,claimed,approved,fund,serious,sent_before,to_pay' || E'\n'
		|| string_agg(concat_ws(',', '"' || replace(d.provider, '"', '""') || '"', to_char(p_month, 'YYYY-MM'), '"' || replace(d.claim_no, '"', '""') || '"',
			(select min(i.id_no) from person_ident i where i.person_id = d.person_id and not i.is_former), '"' || replace(d.name, '"', '""') || '"',
			yuan_text(d.claimed_fen), yuan_text(d.approved_fen), yuan_text(d.fund_fen), yuan_text(d.serious_fen), yuan_text(d.sent_fen), yuan_text(d.due_fen)) || E'\n', ''
			order by d.provider, d.claim_no, d.person_id) end
	from claim_due d where d.decided_on < (p_month + interval '1 month')::date and (coalesce(p_provider, '') = '' or d.provider = p_provider)
$$;

-- The file goes out by somebody who has decided none of its claims, and it is what was written: its sum is told.
create or replace function claim_sent(p_month date, p_provider text, p_text text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
	fen bigint;
begin
	perform claim_may('manager');
	perform work_lock_take('claims.send');
	if p_text <> claim_file(p_month, p_provider) or p_text = '' then
		raise exception using errcode = 'ST409', message = 'the claims have changed since the file was written', hint = 'Write it again.';
	end if;
	if exists (select from claim_due c join decision d on d.person_id = c.person_id and claim_no_of(d.rule_id, d.cause) = c.claim_no
			where d.rule_id like 'claims.%' and session_user in (d.author, d.approver) and d.outcome in ('done', 'approved')
			and c.decided_on < (p_month + interval '1 month')::date and (coalesce(p_provider, '') = '' or c.provider = p_provider)) then
		raise exception using errcode = 'ST403', message = 'who decided a claim does not send it to be paid', hint = 'Another manager does it.';
	end if;
	with s as (update claim_case c set sent_fen = c.fund_fen + c.serious_fen, sent_on = business_day(), sent_month = to_char(p_month, 'YYYYMM')::int
		from claim_due d where d.person_id = c.person_id and d.claim_no = c.claim_no
		and d.decided_on < (p_month + interval '1 month')::date and (coalesce(p_provider, '') = '' or d.provider = p_provider)
		returning d.due_fen)
	select count(*), coalesce(sum(s.due_fen), 0) into n, fen from s;
	insert into audit_log (person_id, audit_id, region_code, op, body) values (0, nextval('id_block'), 0, 'claims.send',
		jsonb_build_object('month', to_char(p_month, 'YYYY-MM'), 'provider', p_provider, 'claims', n, 'fen', fen, 'sha', sha256_text(p_text)));
	return n || ' ' || yuan_text(fen);
end $$;

-- What was paid is not what was sent: in time, or too long not at all.
create or replace view claim_differs as
select c.person_id, c.claim_no, c.claim_no || ' ' || yuan_text(c.sent_fen) || ' ' || yuan_text(c.paid_fen) as cause,
	case when c.state = 'unknown' or c.sent_on is null then jsonb_build_array('claim %s was paid %s yuan and never sent', c.claim_no, yuan_text(c.paid_fen))
		when c.paid_on is null then jsonb_build_array('claim %s of %s yuan was sent on %s and is not paid', c.claim_no, yuan_text(c.sent_fen), c.sent_on)
		else jsonb_build_array('claim %s was sent with %s yuan and paid with %s', c.claim_no, yuan_text(c.sent_fen), yuan_text(c.paid_fen)) end::text as say
from claim_case c where c.sent_fen <> c.paid_fen and (c.paid_on >= coalesce(c.sent_on, date '-infinity')
	or c.sent_on + claim_number('payment_days', 30)::int < business_day());

revoke execute on function claim_worked, claim_again, claim_serious, claim_sent from public;
grant execute on function claim_worked, claim_again, claim_serious to steward_batch;
grant execute on function claim_year, claim_unworked, claim_unserious, claim_file to steward_staff, steward_batch;
grant execute on function claim_sent to steward_staff;
grant select on claim_question, claim_due, claim_differs to steward_staff, steward_batch;
