-- What banks answer: paid, came back, or not known yet.

-- A bank's own code in ISO's words: "20:ACSC 3009:AC01 ...".
create or replace function pay_code(p_codes text, p_code text) returns text language sql immutable as
	$$ select coalesce((select split_part(c, ':', 2) from unnest(string_to_array(p_codes, ' ')) c
		where split_part(c, ':', 1) = p_code limit 1), p_code) $$;

-- The rows of an answer beside the payments they are about; what fits none of ours stops all of it.
create or replace function pay_reply_match(p_run bigint, p_channel text, p_group text, p_rows text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	bad text;
	codes text := (select c.codes from pay_channel c where c.channel = p_channel);
begin
	create temp table reply_row on commit drop as
	select split_part(r, E'\t', 1) as ref, pay_code(codes, split_part(r, E'\t', 2)) as status,
		pay_code(codes, split_part(r, E'\t', 3)) as reason, nullif(split_part(r, E'\t', 4), '') as amount
	from unnest(string_to_array(p_rows, E'\n')) r where r <> '';
	create temp table reply_paid on commit drop as
	select y.payee_id, y.person_id, y.is_other, y.region_code, y.fen, 'R' || p_run || '-' || y.payee_id as ref
	from pay_payee y where y.run_id = p_run and y.channel = p_channel;
	select r.ref into bad from reply_row r left join reply_paid p using (ref)
	where p.ref is null or (r.amount is not null and (r.amount !~ '^[0-9]{1,12}(\.[0-9]{1,2})?$'
			or r.amount::numeric * 100 <> p.fen))
		or r.status not in ('ACSC', 'ACCC', 'ACSP', 'ACTC', 'ACCP', 'ACWC', 'PDNG', 'RCVD', 'RJCT', 'RTRN')
	limit 1;
	if found or (select count(distinct ref) <> count(*) from reply_row) then
		raise exception using errcode = 'ST422', message = format('the answer does not fit what was sent: "%s"', bad),
			hint = 'Nothing of it was taken; ask the bank for it again.';
	end if;
	-- A state of all of them is that of each that has none of its own.
	if p_group in ('ACSC', 'ACCC', 'RJCT', 'PDNG', 'ACSP', 'ACTC', 'ACCP', 'RCVD') then
		insert into reply_row (ref, status, reason)
		select p.ref, p_group, '' from reply_paid p where not exists (select from reply_row r where r.ref = p.ref);
	end if;
end $$;

-- What came back has no effect any more, and is due again; what was told as paid stays open to come back later.
create or replace function pay_reply_apply(p_run bigint, p_digest text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into pay_receipt (person_id, run_id, digest, region_code, status, reason)
	select p.person_id, p_run, p_digest, p.region_code, r.status, r.reason from reply_row r join reply_paid p using (ref)
	where not p.is_other;
	update pay_deduction x set state = case when r.status in ('RJCT', 'RTRN') then 'returned' else 'paid' end, reason = r.reason
	from reply_row r join reply_paid p using (ref)
	where p.is_other and x.person_id = p.person_id and x.payment_id = p.payee_id
		and (r.status in ('RJCT', 'RTRN') and x.state in ('due', 'paid') or r.status in ('ACSC', 'ACCC') and x.state = 'due');
	select account_test_told(p_run, p.payee_id, r.status, r.reason) from reply_row r join reply_paid p using (ref) where p.is_other;
	delete from payment y using pay_line l, pay_run n, reply_row r, reply_paid p
	where r.ref = p.ref and not p.is_other and r.status in ('RJCT', 'RTRN') and l.run_id = p_run and n.run_id = p_run
		and l.person_id = p.person_id and l.state in ('due', 'paid') and y.person_id = l.person_id and y.period = l.period
		and y.kind = l.kind and y.amount_fen = l.amount_fen and y.paid_on = n.paid_on;
	update arrears a set state = 'due' from reply_row r join reply_paid p using (ref)
	where a.person_id = p.person_id and not p.is_other and a.state = 'paid' and r.status in ('RJCT', 'RTRN') and exists (select from pay_line l
		where l.run_id = p_run and l.person_id = a.person_id and l.period between a.from_period and a.to_period);
	update pay_line l set state = case when r.status in ('RJCT', 'RTRN') then 'returned' else 'paid' end
	from reply_row r join reply_paid p using (ref)
	where l.run_id = p_run and l.person_id = p.person_id and not p.is_other and l.amount_fen > 0
		and (r.status in ('RJCT', 'RTRN') and l.state in ('due', 'paid')
			or r.status in ('ACSC', 'ACCC') and l.state = 'due');
	select pay_book_keep(array(select distinct p.person_id from reply_row r join reply_paid p using (ref)
		where not p.is_other and r.status in ('RJCT', 'RTRN')));
	insert into touched (person_id, batch_id, region_code)
	select p.person_id, 0, p.region_code from reply_row r join reply_paid p using (ref)
	where r.status in ('RJCT', 'RTRN') on conflict do nothing;
$$;

-- One answer, whole or not at all, and once.  The message is the file it answers; count and sum are what it says of
-- that file, where it says so.
create or replace function pay_reply_take(p_digest text, p_name text, p_message text, p_group text, p_count bigint, p_sum text,
	p_rows text) returns pay_reply
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	y pay_reply;
	r pay_run;
	f pay_file;
	known text[] := regexp_match(p_message, '^R([0-9]{1,18})-([a-z0-9_]+)$');
begin
	perform pay_may('returns', array['clerk', 'reviewer', 'batch']);
	select * into f from pay_file where run_id = known[1]::bigint and channel = known[2];
	if not found or f.lines <> coalesce(p_count, f.lines) or f.amount_fen <> coalesce(nullif(p_sum, '')::numeric * 100, f.amount_fen) then
		raise exception using errcode = 'ST422', message = format('"%s" is not a file that was sent', p_message),
			hint = 'Nothing of it was taken; ask the bank for it again.';
	end if;
	r := pay_take(f.run_id, array['sent', 'closed']);
	-- Behind the lock: of two who bring the same file the second one is told what the first has done.
	select * into y from pay_reply where digest = p_digest;
	if found then
		return y;
	end if;
	perform pay_reply_match(r.run_id, f.channel, p_group, p_rows);
	insert into pay_reply (digest, name, run_id, channel, rows, paid, returned, pending, against)
	select p_digest, p_name, r.run_id, f.channel, count(*), count(*) filter (where w.status in ('ACSC', 'ACCC')),
		count(*) filter (where w.status in ('RJCT', 'RTRN')),
		count(*) filter (where w.status not in ('ACSC', 'ACCC', 'RJCT', 'RTRN')),
		count(*) filter (where w.status in ('ACSC', 'ACCC') and not p.is_other and exists (select from pay_line l
			where l.run_id = r.run_id and l.person_id = p.person_id and l.state = 'returned')
			or exists (select from account_test t where t.test_id = p.payee_id and t.state = 'failed')
				and w.status in ('ACSC', 'ACCC'))
	from reply_row w join reply_paid p using (ref) returning * into y;
	perform pay_reply_apply(r.run_id, p_digest);
	perform pay_audit('returns', r.run_id, jsonb_build_object('file', p_name, 'digest', p_digest, 'paid', y.paid,
		'returned', y.returned));
	return y;
end $$;

-- Payments that no bank has told the end of.
create or replace function pay_open(p_run bigint) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select count(*) from pay_payee where run_id = p_run and is_due
$$;

create or replace function pay_close(p_run bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint := pay_open(p_run);
	r pay_run;
begin
	perform pay_may('close', array['reviewer', 'manager']);
	-- By itself: in a condition beside a number that is known the planner leaves the call out.
	r := pay_take(p_run, array['sent', 'closed']);
	if r.state = 'sent' and n > 0 then
		raise exception using errcode = 'ST409', message = format('the end of %s payments is not known', n),
			hint = 'Take the answers of the banks first: steward pay returns.';
	end if;
	perform pay_book_check();
	update pay_run set state = 'closed' where run_id = p_run and state = 'sent';
	perform pay_audit('close', p_run, '{}');
	return 'closed';
end $$;

-- What a reason of ISO 20022 says in plain words.
create or replace function pay_reason(p_code text) returns text language sql immutable as $$
	select case p_code when 'AC01' then 'no such account' when 'AC04' then 'account closed' when 'AC06' then 'account blocked'
		when 'AC14' then 'not an account for this' when 'BE01' then 'held under another name' when 'RC01' then 'wrong bank'
		when 'AG01' then 'account takes no such payment' when 'AM02' then 'more than the bank takes at once'
		when 'AM04' then 'the fund''s account is short' when 'MS03' then 'no reason given' else p_code end
$$;

grant execute on function pay_reply_take to steward_staff, steward_batch;
grant execute on function pay_close to steward_staff;
grant execute on function pay_open, pay_reason, pay_code to steward_staff, steward_batch;
