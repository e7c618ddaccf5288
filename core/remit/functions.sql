-- Lists by which money goes out.  Each pays what is due by its kind less what was sent and did not come back; who makes one does
-- not sign it, and what is signed is what was made.

create or replace function csv_text(p_text text) returns text language sql immutable parallel safe as $$
	select '"' || replace(p_text, '"', '""') || '"'
$$;

-- What went out, and what became of it.
create or replace view remit_sent as
select l.kind, x.person_id, x.list_id, x.ref, x.period, x.region_code, x.what, x.payee, x.payee_no, x.account, x.amount_fen, l.approved_on,
	coalesce(a.result, '') = 'refused' as is_refused, coalesce(a.note, '') as note
from remit_line x join (select list_id, kind, state, approved_on from remit_list) l using (list_id)
left join remit_answer a using (person_id, list_id, ref, period) where l.state = 'approved' and not x.is_held;

-- Lists as they are shown: one that waits is a proposal.
create or replace view remit_shown as
select l.list_id, l.kind, l.period, case l.state when 'made' then 'proposed' else l.state end as state, l.rows, l.persons, l.amount_fen,
	l.held, l.made_by::text, coalesce(l.approved_by::text, '') as approved_by, l.approved_on,
	(select count(*) from remit_answer a where a.list_id = l.list_id and a.result = 'refused') as refused
from remit_list l where l.state <> 'taken_back';

-- What a list of a kind has to pay now, up to a month: where what is due is not what was sent.  What is due no more goes back to
-- whom it was sent last.
create or replace function remit_plan(p_kind text, p_period int) returns table (person_id bigint, region_code int, ref text, period int,
	what text, payee text, payee_no text, account text, due_fen bigint, sent_fen bigint, is_held boolean)
language plpgsql stable rows 100000 set search_path = steward, pg_temp as $$
declare
	k remit_kind := (select x from remit_kind x where x.kind = p_kind);
begin
	return query execute format('
		with due as materialized (
			select * from %I($1)
		), sent as materialized (
			select s.person_id, s.ref, s.period, sum(s.amount_fen)::bigint as fen, max(s.region_code) as region_code, max(s.what) as what,
				(array_agg(array[s.payee, s.payee_no, s.account] order by s.list_id desc))[1:1] as last
			from remit_sent s where s.kind = $2 and not s.is_refused and s.period <= $1 group by s.person_id, s.ref, s.period
		)
		select person_id, coalesce(d.region_code, s.region_code), ref, period, coalesce(d.what, s.what), coalesce(d.payee, s.last[1][1]),
			coalesce(d.payee_no, s.last[1][2]), coalesce(d.account, s.last[1][3]), coalesce(d.fen, 0), coalesce(s.fen, 0),
			coalesce(d.is_held, false)
		from due d full join sent s using (person_id, ref, period)
		where coalesce(d.fen, 0) > coalesce(s.fen, 0) or $3 and coalesce(d.fen, 0) < coalesce(s.fen, 0)', k.due)
		using p_period, p_kind, k.asks_back;
end $$;

-- What is signed of a line.
create or replace function remit_said(p_person bigint, p_ref text, p_period int, p_payee text, p_payee_no text, p_account text, p_fen bigint,
	p_held boolean) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select concat_ws(E'\x1f', p_person, p_ref, p_period, p_payee, p_payee_no, p_account, p_fen, p_held)
$$;

-- Of the lines that the reader sees: of all of them where it runs for everybody.
create or replace function remit_digest(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(coalesce(string_agg(remit_said(x.person_id, x.ref, x.period, x.payee, x.payee_no, x.account, x.amount_fen, x.is_held), E'\n'
		order by x.person_id, x.ref collate "C", x.period), '')) from remit_line x where x.list_id = p_list
$$;
create or replace function remit_digest_now(p_kind text, p_period int) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(coalesce(string_agg(remit_said(p.person_id, p.ref, p.period, p.payee, p.payee_no, p.account, p.due_fen - p.sent_fen,
		p.is_held), E'\n' order by p.person_id, p.ref collate "C", p.period), '')) from remit_plan(p_kind, p_period) p
$$;

create or replace function remit_audit(l remit_list, p_op text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select 0, nextval('id_block'), 0, replace(k.verb, ' ', '.') || '_' || p_op, jsonb_build_object('list', l.list_id, 'period', l.period) || p_body
	from remit_kind k where k.kind = l.kind
$$;

-- Where the lists of a kind are looked at.
create or replace function remit_hint(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select k.hint from remit_list join remit_kind k using (kind) where list_id = p_list),
		'Each list has a number of its own.')
$$;

-- A list that a step may be taken with; nobody makes or signs another one of its kind meanwhile.
create or replace function remit_take(p_list bigint, p_states text[], p_else text) returns remit_list
language plpgsql set search_path = steward, pg_temp as $$
declare
	l remit_list;
begin
	perform work_lock_take('remit ' || x.kind) from remit_list x where x.list_id = p_list;
	select * into l from remit_list where list_id = p_list and state = any (p_states) for update;
	if not found then
		raise exception using errcode = 'ST404', message = p_else, hint = remit_hint(p_list);
	end if;
	return l;
end $$;

-- What is due now, or the list that waits anew as long as nobody has approved it.
create or replace function remit_make(p_kind text, p_month date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	month int := to_char(coalesce(p_month, business_day()), 'YYYYMM')::int;
	l remit_list;
begin
	perform pay_may('make', array['clerk']);
	perform work_lock_take('remit ' || p_kind);
	if month > to_char(business_day(), 'YYYYMM')::int then
		raise exception using errcode = 'ST422', message = 'that month has not come yet', hint = 'A list tells of months up to this one.';
	end if;
	delete from remit_line x using remit_list o where o.list_id = x.list_id and o.state = 'made' and o.kind = p_kind;
	update remit_list set state = 'taken_back' where state = 'made' and kind = p_kind;
	insert into remit_list (list_id, kind, period) values (nextval('id_block'), p_kind, month) returning * into l;
	insert into remit_line (person_id, list_id, ref, period, region_code, what, payee, payee_no, account, due_fen, sent_fen, amount_fen, is_held)
	select p.person_id, l.list_id, p.ref, p.period, p.region_code, p.what, p.payee, p.payee_no, p.account, p.due_fen, p.sent_fen,
		p.due_fen - p.sent_fen, p.is_held from remit_plan(p_kind, month) p;
	if not found then
		raise exception using errcode = 'ST404', message = (select k.nothing from remit_kind k where k.kind = p_kind),
			hint = 'What is due was sent; sums are decided in the tasks of the persons they are about.';
	end if;
	update remit_list o set rows = x.rows, persons = x.persons, amount_fen = x.fen, held = x.held, digest = remit_digest(o.list_id)
	from (select count(*) filter (where not is_held) as rows, count(distinct person_id) filter (where not is_held) as persons,
		coalesce(sum(amount_fen) filter (where not is_held), 0) as fen, count(distinct person_id) filter (where is_held) as held
		from remit_line where list_id = l.list_id) x where o.list_id = l.list_id;
	perform remit_audit(l, 'make', '{}');
	return l.list_id;
end $$;

-- By a second person; what has changed since is made anew first.
create or replace function remit_approve(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l remit_list;
	now text;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	l := remit_take(p_list, array['made'], 'no such list waits');
	now := remit_digest_now(l.kind, l.period);
	if l.made_by = session_user then
		raise exception using errcode = 'ST403', message = 'who made the list does not approve it', hint = 'Someone else does.';
	elsif now <> remit_digest(p_list) or l.digest not in ('', now) then
		raise exception using errcode = 'ST409', message = 'what is due has changed since the list was made', hint = 'Make it anew.';
	end if;
	update remit_list set state = 'approved', approved_by = session_user, approved_on = business_day(), digest = now where list_id = p_list;
	perform remit_audit(l, 'approve', jsonb_build_object('fen', l.amount_fen, 'digest', now));
	return p_list;
end $$;

-- Why nobody can take a list back any more; null: it can be.  A kind may know more than answers tell.
create or replace function remit_bar(l remit_list) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	k remit_kind := (select x from remit_kind x where x.kind = l.kind);
	why text;
begin
	if k.bar is not null then
		execute format('select %I($1)', k.bar) into why using l.list_id;
	end if;
	if why is null and (exists (select from remit_answer a where a.list_id = l.list_id) or k.asks_back and exists (select from remit_list n
			where n.state = 'approved' and n.kind = l.kind and n.list_id > l.list_id)) then
		why := 'the office has answered, or a later list rests on it';
	end if;
	return why;
end $$;

-- A list that nobody has approved is dropped; one that was, by another who may, as long as nothing came of it.
create or replace function remit_back(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l remit_list;
begin
	perform pay_may('take back', array['clerk', 'reviewer', 'manager']);
	l := remit_take(p_list, array['made', 'approved'], 'there is no such list');
	if l.state = 'approved' and (l.approved_by = session_user or not (pg_has_role(session_user, 'steward_reviewer', 'member')
			or pg_has_role(session_user, 'steward_manager', 'member'))) then
		raise exception using errcode = 'ST403', message = 'a second reviewer takes back what was approved', hint = 'Nothing was changed.';
	elsif remit_bar(l) is not null then
		raise exception using errcode = 'ST409', message = remit_bar(l), hint = 'What is wrong is corrected by the next list.';
	end if;
	update remit_list set state = 'taken_back', approved_on = null, approved_by = null where list_id = p_list;
	perform remit_audit(l, 'back', jsonb_build_object('was', l.state, 'approved_by', l.approved_by));
	return p_list;
end $$;

-- A signed list as it was signed, for who sees all of it: a part of it would be another sum.
create or replace function remit_signed(p_list bigint) returns remit_list
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	l remit_list := (select x from remit_list x where x.list_id = p_list and x.state = 'approved');
begin
	if l.list_id is null then
		raise exception using errcode = 'ST404', message = 'no such list is approved', hint = remit_hint(p_list);
	elsif l.rows <> (select count(*) from remit_line x where x.list_id = p_list and not x.is_held)
			or l.digest not in ('', remit_digest(p_list)) then
		raise exception using errcode = 'ST403', message = 'the list has lines that you do not see',
			hint = 'Who works for the whole office, or the special unit, writes it out.';
	end if;
	return l;
end $$;

-- Its lines by the columns of its kind: "month" or "kind=ref" as it is, "name:" or "agency:payee" in quotes; less than nothing is
-- asked back.
create or replace function remit_file(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	with l as materialized (
		select * from remit_signed(p_list)
	), c as (
		select n, split_part(replace(c, ':', '='), '=', 1) as title, c ~ ':' as is_quoted,
			coalesce(nullif(split_part(replace(c, ':', '='), '=', 2), ''), split_part(replace(c, ':', '='), '=', 1)) as name
		from l join remit_kind k using (kind) cross join lateral regexp_split_to_table(k.columns, ' ') with ordinality x (c, n)
	)
	select (select string_agg(c.title, ',' order by c.n) from c) || E'\n' || coalesce(string_agg(r.text || E'\n', ''
		order by case when x.period = 0 then x.ref end, x.person_id, x.period, x.ref), '')
	from remit_line x left join person p using (person_id)
	cross join lateral (select jsonb_build_object('list_no', x.list_id, 'month', case when x.period > 0 then period_text(x.period) end, 'ref', x.ref, 'kind', x.what,
		'id_no', (select min(i.id_no) from person_ident i where i.person_id = x.person_id and not i.is_former), 'name', p.name,
		'amount', yuan_text(x.amount_fen), 'payee', x.payee, 'payee_no', x.payee_no, 'account', x.account) as row) j
	cross join lateral (select string_agg(case when c.is_quoted then csv_text(coalesce(j.row ->> c.name, '')) else coalesce(j.row ->> c.name, '') end, ','
		order by c.n) as text from c) r
	where x.list_id = (select l.list_id from l) and not x.is_held
$$;

-- The same as a paper, for who takes it to the cashier: its digest and day, then a sentence a line.
create or replace function remit_paper(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select concat_ws(E'\n', l.approved_on, left(remit_digest(p_list), 16), jsonb_build_array(k.title), '', jsonb_build_array('List %s, %s', l.list_id::text,
		period_text(l.period)), (select string_agg(jsonb_build_array('%s, %s: %s yuan', concat_ws(' ', p.name, nullif(x.payee, ''),
			nullif(x.payee_no, ''), nullif(x.account, '')), concat_ws(' ', nullif(x.ref, ''), case when x.period > 0 then period_text(x.period) end),
			yuan_text(x.amount_fen))::text, E'\n' order by case when x.period = 0 then x.ref end, x.person_id, x.period, x.ref)
		from remit_line x left join person p using (person_id) where x.list_id = l.list_id and not x.is_held), '',
		jsonb_build_array('%s lines, %s yuan in all', l.rows::text, yuan_text(l.amount_fen)),
		jsonb_build_array('Made by %s on %s, approved by %s on %s', l.made_by, l.made_on, l.approved_by, l.approved_on))
	from remit_signed(p_list) l join remit_kind k using (kind)
$$;

comment on function remit_make is '@whole a list pays everybody';
comment on function remit_approve is '@whole a list pays everybody';
comment on function remit_back is '@whole a list pays everybody';
grant select on remit_sent, remit_shown to steward_staff, steward_batch;
revoke execute on function remit_audit, remit_take, remit_make, remit_approve, remit_bar, remit_back from public;
grant execute on function remit_make, remit_approve, remit_back to steward_staff;
grant execute on function csv_text, remit_plan, remit_said, remit_digest, remit_digest_now, remit_hint, remit_signed, remit_file, remit_paper
	to steward_staff, steward_batch;
