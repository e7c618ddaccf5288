-- What the finance bureau is asked for: made by one person out of signed runs, approved by another, answered by the bureau,
-- fulfilled by the money that the account tells.

-- A signed run is what it was signed as until somebody unsigns it, changes it or takes it back.
create or replace function fund_request_moved(p_request text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select min(x.run_id) from fund_request_run x left join pay_run r using (run_id) where x.request_no = p_request
		and (r.digest is distinct from x.digest or r.state not in ('signed', 'approved', 'exported', 'sent', 'closed'))
$$;

create or replace view fund_answer_now as
select distinct on (a.request_no, a.scheme) a.* from fund_answer a where a.answered_on <= business_day()
order by a.request_no, a.scheme, a.answered_on desc, a.at desc, a.line desc, a.answer_id desc;

-- Money that the account says came for a request: the number stands in the flow's project.
create or replace view fund_allotted as
select w.project as request_no, w.scheme, sum(w.amount_fen)::bigint as fen, max(w.day) as day
from fund_now w where w.flow = 'allotted' group by w.project, w.scheme;

create or replace view fund_request_part as
select q.request_no, q.period, q.state, q.due, s.scheme, s.lines, s.asked_fen, a.granted_fen, a.answered_on, coalesce(a.why, '') as why,
	coalesce(m.fen, 0) as received_fen, m.day as received_on
from fund_request q join fund_request_scheme s using (request_no) left join fund_answer_now a using (request_no, scheme)
left join fund_allotted m using (request_no, scheme);

create or replace view fund_request_now as
select q.request_no, q.period, q.digest, q.who, q.approved_by, q.approved_on, q.due, q.withdrawn_on, q.why, x.asked_fen, x.granted_fen,
	x.received_fen, case when q.state <> 'requested' then q.state when x.open > 0 then 'unanswered' when x.granted_fen = 0 then 'denied'
		when x.short > 0 then 'in part' when x.received_fen < x.granted_fen then 'allowed' else 'in the account' end as stand,
	q.at
from fund_request q cross join lateral (select sum(p.asked_fen)::bigint as asked_fen, sum(p.granted_fen)::bigint as granted_fen,
		sum(p.received_fen)::bigint as received_fen, count(*) filter (where p.granted_fen is null) as open,
		count(*) filter (where p.granted_fen < p.asked_fen) as short
	from fund_request_part p where p.request_no = q.request_no) x;
grant select on fund_answer_now, fund_allotted, fund_request_part, fund_request_now to steward_staff, steward_batch;

create or replace function fund_request_take(p_request text, p_states text[]) returns fund_request
language plpgsql set search_path = steward, pg_temp as $$
declare
	q fund_request;
begin
	select * into q from fund_request where request_no = p_request for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such request', hint = 'steward fund requests lists them.';
	elsif q.state <> all (p_states) then
		raise exception using errcode = 'ST409', message = format('the request is "%s" by now', q.state),
			hint = 'Look at it again: steward fund requests NUMBER.';
	end if;
	return q;
end $$;

create or replace function fund_audit(p_op text, p_request text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'fund.' || p_op, jsonb_build_object('request', p_request) || p_body)
$$;

-- For the runs of a month that are signed and that no other request asks for: a supplement makes a request of its own.
create or replace function fund_request_make(p_period int) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	month int := coalesce(p_period, (select r.period from pay_run r where r.state <> 'taken_back' order by r.run_id desc limit 1));
	no text;
begin
	perform pay_may('request', array['clerk']);
	lock table fund_request in share row exclusive mode;
	no := 'F' || month || '-' || 1 + (select count(*) from fund_request where period = month);
	insert into fund_request (request_no, period, digest) values (no, month, '');
	insert into fund_request_run (request_no, run_id, digest)
	select no, r.run_id, r.digest from pay_run r where r.period = month
		and r.state in ('signed', 'approved', 'exported', 'sent', 'closed') and not exists (select from fund_request_run x
			join fund_request q using (request_no) where x.run_id = r.run_id and q.state <> 'withdrawn');
	if not found then
		raise exception using errcode = 'ST409', message = 'no run of this month waits for a request',
			hint = 'A run is asked for once it is signed; one that was asked for, when that request is withdrawn.';
	end if;
	insert into fund_request_scheme (request_no, scheme, lines, asked_fen)
	select no, s.scheme, sum(s.lines), sum(s.fen) from fund_request_run x cross join lateral fund_run_sums(x.run_id) s
	where x.request_no = no group by s.scheme;
	if not found then
		raise exception using errcode = 'ST404', message = 'the runs of this month need no money', hint = 'Nothing was stored.';
	end if;
	update fund_request set digest = sha256_text(concat_ws(E'\n', no,
		(select string_agg(x.run_id || ' ' || x.digest, E'\n' order by x.run_id) from fund_request_run x where x.request_no = no),
		(select string_agg(s.scheme || ' ' || s.asked_fen, E'\n' order by s.scheme collate "C") from fund_request_scheme s
			where s.request_no = no))) where request_no = no;
	perform fund_audit('request', no, (select jsonb_object_agg(s.scheme, s.asked_fen) from fund_request_scheme s where s.request_no = no));
	return no;
end $$;

-- By a second person, as long as the runs are what they were.  From here on the days of the answer count.
create or replace function fund_request_approve(p_request text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	q fund_request;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	q := fund_request_take(p_request, array['drafted', 'requested']);
	if q.approved_by = session_user then
		return q.request_no;
	end if;
	perform fund_request_take(p_request, array['drafted']);
	if q.who = session_user then
		raise exception using errcode = 'ST403', message = 'a request needs a second person',
			hint = 'You have made it yourself; somebody else approves it.';
	elsif fund_request_moved(p_request) is not null then
		raise exception using errcode = 'ST409', message = 'a run of this request is not what it was',
			hint = 'Withdraw it and make it anew: it asks for what the runs need now.';
	end if;
	update fund_request set state = 'requested', approved_by = session_user, approved_on = business_day(),
		due = due_on(business_day(), 0, coalesce(fund_number('answer_days')::int, 5)) where request_no = p_request;
	perform fund_audit('approve', p_request, jsonb_build_object('digest', q.digest));
	return p_request;
end $$;

-- What was asked is taken back by whoever may approve, a draft by anybody who may make one; not when money has come for it.
create or replace function fund_request_withdraw(p_request text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	q fund_request := fund_request_take(p_request, array['drafted', 'requested', 'withdrawn']);
begin
	perform pay_may('withdraw', case q.state when 'drafted' then array['clerk', 'reviewer', 'manager']
		else array['reviewer', 'manager'] end);
	if q.state = 'withdrawn' then
		return p_request;
	elsif coalesce(p_why, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'the reason is missing', hint = 'Nothing was stored.';
	elsif exists (select from fund_allotted where request_no = p_request and fen > 0) then
		raise exception using errcode = 'ST409', message = 'money has come for this request',
			hint = 'When the bureau has taken it out again, and the account says so, it can be withdrawn.';
	end if;
	update fund_request set state = 'withdrawn', withdrawn_by = session_user, withdrawn_on = business_day(), why = p_why
	where request_no = p_request;
	perform fund_audit('withdraw', p_request, jsonb_build_object('why', p_why, 'was', q.state));
	return p_request;
end $$;

-- Yuan as people type them.
create or replace function fund_fen(p_yuan text) returns bigint
language plpgsql immutable set search_path = steward, pg_temp as $$
begin
	if p_yuan !~ '^[0-9]{1,13}([.][0-9]{1,2})?$' then
		raise exception using errcode = 'ST422', message = 'this is no amount in yuan', hint = 'As 1250000.00: Nothing was stored.';
	end if;
	return (p_yuan::numeric * 100)::bigint;
end $$;

-- An answer on paper or by telephone.  Without an amount, or a scheme, all of it is granted.  The same word again changes
-- nothing; another one stands beside it, and the later day counts.
create or replace function fund_answer_note(p_request text, p_scheme text, p_fen bigint, p_why text, p_day date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	q fund_request;
	s fund_request_scheme;
	n bigint := 0;
begin
	perform pay_may('answer', array['clerk', 'reviewer', 'manager']);
	q := fund_request_take(p_request, array['requested']);
	if coalesce(p_day, business_day()) > business_day() or p_day < q.approved_on then
		raise exception using errcode = 'ST422', message = 'an answer is not older than its request, nor of tomorrow',
			hint = 'Nothing was stored.';
	end if;
	for s in select * from fund_request_scheme x where x.request_no = p_request and (p_scheme is null or x.scheme = p_scheme) loop
		if p_fen > s.asked_fen then
			raise exception using errcode = 'ST422', message = 'more than was asked for', hint = 'Nothing was stored.';
		elsif p_fen < s.asked_fen and coalesce(p_why, '') !~ '[[:alpha:]]' then
			raise exception using errcode = 'ST422', message = 'the reason is missing',
				hint = 'Where less is granted the bureau says why.';
		end if;
		n := n + 1;
		insert into fund_answer (request_no, scheme, granted_fen, why, answered_on)
		select s.request_no, s.scheme, coalesce(p_fen, s.asked_fen), coalesce(p_why, ''), coalesce(p_day, business_day())
		where not exists (select from fund_answer_now a where (a.request_no, a.scheme) = (s.request_no, s.scheme)
			and (a.granted_fen, a.why, a.answered_on) = (coalesce(p_fen, s.asked_fen), coalesce(p_why, ''),
				coalesce(p_day, business_day())));
	end loop;
	if n = 0 then
		raise exception using errcode = 'ST404', message = 'the request asks nothing for this scheme', hint = 'Nothing was stored.';
	end if;
	perform fund_audit('answer', p_request, jsonb_build_object('scheme', p_scheme, 'fen', p_fen, 'why', p_why, 'day', p_day));
	return n;
end $$;

-- What stands against a request: a task each, which goes when it is not so any more.
create or replace function fund_request_found(p_day date) returns table (what text, cause text, say jsonb)
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select 'fund.unanswered', p.request_no || ' ' || p.scheme, jsonb_build_array('%s, %s: %s asked for, no answer by %s', p.request_no,
		p.scheme, yuan_text(p.asked_fen), p.due) from fund_request_part p where p.state = 'requested' and p.granted_fen is null and p.due < p_day
	union all
	select 'fund.granted', p.request_no || ' ' || p.scheme, jsonb_build_array('%s, %s: %s asked for, %s granted: %s', p.request_no,
		p.scheme, yuan_text(p.asked_fen), yuan_text(p.granted_fen), p.why)
	from fund_request_part p where p.state = 'requested' and p.granted_fen <> p.asked_fen
	union all
	-- Too much is asked about at once, too little when its days are over; of what was withdrawn, or never asked, nothing is due.
	select 'fund.received', m.request_no || ' ' || m.scheme, jsonb_build_array('%s, %s: %s granted, %s in the account', m.request_no,
		m.scheme, yuan_text(m.granted), yuan_text(m.fen))
	from (select coalesce(a.request_no, p.request_no) as request_no, coalesce(a.scheme, p.scheme) as scheme, coalesce(a.fen, 0) as fen,
			case when p.state = 'requested' then coalesce(p.granted_fen, 0) else 0 end as granted, p.answered_on
		from fund_allotted a full join fund_request_part p using (request_no, scheme)) m
	where m.fen > m.granted or m.fen < m.granted
		and due_on(m.answered_on, 0, coalesce(fund_number('receive_days')::int, 3)) < p_day
	union all
	select 'fund.moved', q.request_no, jsonb_build_array('%s asks for a run that is not what it was', q.request_no)
	from fund_request q where q.state <> 'withdrawn' and fund_request_moved(q.request_no) is not null
$$;

revoke execute on function fund_request_take, fund_audit, fund_request_make, fund_request_approve, fund_request_withdraw,
	fund_answer_note from public;
grant execute on function fund_request_make, fund_request_approve, fund_request_withdraw, fund_answer_note to steward_staff;
grant execute on function fund_request_moved, fund_fen, fund_request_found to steward_staff, steward_batch;
