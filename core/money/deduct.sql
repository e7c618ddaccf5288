-- Deductions for third parties: entered by one person, agreed to by another, paid by the runs.

create or replace function deduct_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value from policy_number where name = 'work.deduction_' || p_name), p_else)
$$;

create or replace function deduct_add(p_person bigint, p_kind text, p_creditor text, p_channel text, p_number text, p_ref text,
	p_fen bigint, p_share int, p_total bigint, p_from date, p_to date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	id bigint := nextval('id_block');
begin
	perform pay_may('deduct', array['clerk', 'reviewer']);
	if p_kind not in ('maintenance', 'tax', 'attachment') or coalesce(p_creditor, '') = '' or coalesce(p_ref, '') = ''
			or (p_fen is null) = (p_share is null) or p_share not between 1 and 100 or p_fen < 1 or p_total < 1
			or p_to <= p_from then
		raise exception using errcode = 'ST422', message = 'this is not a deduction',
			hint = 'Give its kind (maintenance, tax, attachment), creditor, order, and either an amount or a share.';
	end if;
	if not exists (select from pay_channel where channel = p_channel) or coalesce(p_number, '') !~ account_shape(p_channel) then
		raise exception using errcode = 'ST422', message = format('"%s" is not an account of "%s"', p_number, p_channel),
			hint = 'Cards and accounts have 8 to 32 digits; work.channels names who pays out.';
	end if;
	if exists (select from deduction d where d.person_id = p_person and d.kind = p_kind and d.ref = p_ref
			and d.state in ('proposed', 'valid')) then
		raise exception using errcode = 'ST409', message = 'this order is entered already',
			hint = 'End it before it is entered anew: steward deduct show.';
	end if;
	insert into deduction (person_id, deduction_id, region_code, kind, creditor, channel, number, ref, monthly_fen, share, total_fen,
		valid_from, valid_to)
	select p.person_id, id, p.region_code, p_kind, p_creditor, p_channel, p_number, p_ref, p_fen, p_share, p_total,
		coalesce(p_from, business_day()), coalesce(p_to, 'infinity') from person p where p.person_id = p_person;
	perform deduct_audit(p_person, id, 'propose');
	return id;
end $$;

create or replace function deduct_audit(p_person bigint, p_deduction bigint, p_op text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select d.person_id, nextval('id_block'), d.region_code, 'deduct.' || p_op, to_jsonb(d) - 'number'
	from deduction d where d.person_id = p_person and d.deduction_id = p_deduction
$$;

-- Approved or refused by a second person; ended by anybody whose work it is, with a reason: then no run pays it any more.
create or replace function deduct_settle(p_deduction bigint, p_event text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	d deduction;
	becomes text := case p_event when 'approve' then 'valid' when 'refuse' then 'refused' else 'ended' end;
begin
	select * into d from deduction where deduction_id = p_deduction for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such deduction', hint = 'steward deduct lists them.';
	end if;
	if d.state = becomes then
		return becomes;
	end if;
	perform pay_may(p_event, array['reviewer', 'manager', 'clerk']);
	if d.state not in ('proposed', 'valid') or (becomes <> 'ended') <> (d.state = 'proposed') then
		raise exception using errcode = 'ST409', message = format('the deduction is "%s" by now', d.state);
	end if;
	if becomes <> 'ended' and d.author = session_user then
		raise exception using errcode = 'ST403', message = 'a deduction needs a second person',
			hint = 'Somebody else has to approve or refuse it.';
	end if;
	if becomes <> 'valid' and coalesce(p_why, '') = '' then
		raise exception using errcode = 'ST422', message = 'a deduction is not ended without a reason';
	end if;
	update deduction set state = becomes, approver = case when becomes = 'ended' then approver else session_user end,
		ended_by = case when becomes = 'ended' then session_user end, why = coalesce(p_why, '')
	where person_id = d.person_id and deduction_id = d.deduction_id;
	perform deduct_audit(d.person_id, d.deduction_id, p_event);
	return becomes;
end $$;

-- What runs have paid of it, in all or for a month.  What came back is paid again and counts once.
create or replace function deduct_paid(p_person bigint, p_deduction bigint, p_period int) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(sum(x.amount_fen), 0)::bigint from pay_deduction x join pay_run r using (run_id)
	join pay_line l using (person_id, line_id)
	where x.person_id = p_person and x.deduction_id = p_deduction and r.state in ('sent', 'closed')
		and l.state <> 'held' and (p_period is null or x.period = p_period)
$$;

-- What the largest line of the month owes to others, one order after the other: what policy puts first, then the older.
-- A kind takes no more than its share of the line, and leaves the person what he lives on; a line is never taken whole.
create or replace function pay_deductions(p_run bigint) returns table (person_id bigint, line_id bigint, deduction_id bigint,
	region_code int, period int, amount_fen bigint, payee text, channel text, number text)
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	whose bigint;
	left_fen bigint;
	d record;
begin
	for d in
		select x.*, l.line_id as of_line, l.fen, r.period as now from pay_run r
		join deduction x on x.state = 'valid' and x.valid_from <= r.day and r.day < x.valid_to
		join lateral (select y.line_id, y.decided_fen - y.sent_fen - y.outside_fen as fen from pay_line y
			where y.run_id = r.run_id and y.person_id = x.person_id and y.period = r.period
				and y.decided_fen > y.sent_fen + y.outside_fen order by 2 desc, 1 limit 1) l on true
		where r.run_id = p_run
		order by x.person_id, deduct_number('order_' || x.kind, 9), x.deduction_id
	loop
		if whose is distinct from d.person_id then
			whose := d.person_id;
			left_fen := d.fen;
		end if;
		amount_fen := least(coalesce(d.monthly_fen, d.fen * d.share / 100) - deduct_paid(d.person_id, d.deduction_id, d.now),
			d.fen * deduct_number('share_' || d.kind, 100)::bigint / 100,
			left_fen - greatest(1, deduct_number('protected_' || d.kind, 0))::bigint,
			d.total_fen - deduct_paid(d.person_id, d.deduction_id, null));
		if amount_fen > 0 then
			left_fen := left_fen - amount_fen;
			person_id := d.person_id; line_id := d.of_line; deduction_id := d.deduction_id; region_code := d.region_code;
			period := d.now; payee := d.creditor; channel := d.channel; number := d.number;
			return next;
		end if;
	end loop;
end $$;

-- What came back from a creditor is paid once more, to where the order says now.
create or replace function pay_deductions_again(p_run bigint) returns table (person_id bigint, again bigint, deduction_id bigint,
	region_code int, period int, amount_fen bigint, payee text, channel text, number text)
language sql stable set search_path = steward, pg_temp as $$
	select x.person_id, x.payment_id, x.deduction_id, x.region_code, x.period, x.amount_fen, d.creditor, d.channel, d.number
	from pay_deduction x join deduction d using (person_id, deduction_id) join pay_run r using (run_id)
	where x.state = 'returned' and r.state in ('sent', 'closed') and not exists (select from pay_deduction y
		join pay_run n using (run_id) where y.person_id = x.person_id and y.again = x.payment_id and n.state in ('sent', 'closed'))
		and p_run is not null
$$;

-- The deductions of a run, out of its lines: the person has had what his creditor gets.
create or replace function pay_deduct(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	delete from pay_deduction where run_id = p_run;
	insert into pay_deduction (person_id, payment_id, region_code, run_id, deduction_id, line_id, period, amount_fen, payee, channel,
		number)
	select x.person_id, nextval('id_block'), x.region_code, p_run, x.deduction_id, x.line_id, x.period, x.amount_fen, x.payee,
		x.channel, x.number from pay_deductions(p_run) x;
	insert into pay_deduction (person_id, payment_id, region_code, run_id, deduction_id, again, period, amount_fen, payee, channel,
		number)
	select x.person_id, nextval('id_block'), x.region_code, p_run, x.deduction_id, x.again, x.period, x.amount_fen, x.payee,
		x.channel, x.number from pay_deductions_again(p_run) x;
	update pay_line l set offset_fen = o.fen, amount_fen = l.amount_fen - o.fen, same = 0
	from (select person_id, line_id, sum(amount_fen)::bigint as fen from pay_deduction where run_id = p_run and line_id is not null
		group by person_id, line_id) o
	where l.person_id = o.person_id and l.line_id = o.line_id
$$;

-- Deductions that would be others by now.
create or replace function pay_deductions_changed(p_run bigint) returns table (person_id bigint)
language sql stable set search_path = steward, pg_temp as $$
	select person_id from (select * from pay_deduction where run_id = p_run and again is null) o
	full join pay_deductions(p_run) n using (person_id, line_id, deduction_id)
	where (o.amount_fen, o.payee, o.channel, o.number) is distinct from (n.amount_fen, n.payee, n.channel, n.number)
	union
	select person_id from (select * from pay_deduction where run_id = p_run and again is not null) o
	full join pay_deductions_again(p_run) n using (person_id, again)
	where (o.amount_fen, o.payee, o.channel, o.number) is distinct from (n.amount_fen, n.payee, n.channel, n.number)
$$;

-- Who gets what of a run, as its files and the banks' answers have it: a person's lines are one payment under his number,
-- a deduction is one under its own.  What is held stays with what it is kept back of.
create or replace view pay_payee as
select l.run_id, l.person_id as payee_id, l.person_id, false as is_other, min(l.region_code) as region_code, l.channel, l.number,
	l.payee, sum(l.amount_fen)::bigint as fen, bool_or(l.state = 'due') as is_due
from pay_line l where l.state in ('due', 'paid', 'returned') and l.amount_fen > 0
group by l.run_id, l.person_id, l.channel, l.number, l.payee
union all
select x.run_id, x.payment_id, x.person_id, true, x.region_code, x.channel, x.number, x.payee, x.amount_fen, x.state = 'due'
from pay_deduction x left join pay_line l using (person_id, line_id)
where l.state is distinct from 'held'
union all
-- A test is one, too; not of whom anything else stands against than his account.
select t.run_id, t.test_id, t.person_id, true, t.region_code, t.channel, t.number, t.holder, t.fen, t.state in ('waiting', 'sent')
from account_test t where t.run_id is not null and (t.sent_on is not null or not exists (select from pay_signal s
	where s.run_id = t.run_id and s.person_id = t.person_id and s.state <> 'released' and s.rule_id not like 'pay.%'));
grant select on pay_payee to steward_staff, steward_batch;

-- Of them those whose bank has said nothing yet, a row a line: found without adding up a run.
create or replace view pay_unanswered as
select l.run_id, l.channel, l.person_id from pay_line l where l.state = 'due' and l.amount_fen > 0
union all
select x.run_id, x.channel, x.person_id from pay_deduction x left join pay_line l using (person_id, line_id)
where x.state = 'due' and l.state is distinct from 'held'
union all
select t.run_id, t.channel, t.person_id from account_test t where t.run_id is not null and t.state = 'sent';
grant select on pay_unanswered to steward_staff, steward_batch;

grant execute on function deduct_add, deduct_settle to steward_staff;
grant execute on function deduct_number, deduct_paid, pay_deductions, pay_deductions_again, pay_deductions_changed
	to steward_staff, steward_batch;
