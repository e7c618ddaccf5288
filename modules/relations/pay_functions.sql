-- Money to other places: a list that one makes and another approves pays what is due less what was sent and has not come back.

-- Each letter's money: for a relation that went, or of a transfer in that did not come to be; what was sent, and came back.
create or replace view relation_money_now as
select d.person_id, d.letter_no, d.region_code, d.kind, d.office, d.account_no, d.due_fen, coalesce(s.fen, 0) as sent_fen, s.sent_on,
	case d.kind when 'transfer' then coalesce(b.fen, 0) else 0 end as back_fen, coalesce(g.fen, 0) as gone_fen
from (select o.person_id, o.letter_no, o.region_code, 'transfer' as kind, o.office, o.account_no,
		case when o.state = 'done' and o.back_why is null then (o.closed ->> 'total_fen')::bigint else 0 end as due_fen from relation_out o
	union all
	select r.person_id, r.letter_no, r.region_code, 'return', r.office, '', case when r.state in ('withdrawn', 'returned', 'refused')
		then coalesce(m.fen, 0) else 0 end
	from relation_in r left join relation_money('transfer_in') m using (letter_no)) d
left join (select x.person_id, x.letter_no, sum(x.amount_fen)::bigint as fen, max(l.approved_on) as sent_on from relation_row x
	join (select list_id, state, approved_on from relation_list) l using (list_id) where l.state = 'approved' group by x.person_id, x.letter_no) s
	using (person_id, letter_no)
left join relation_money('transfer_in') b using (letter_no) left join relation_money('transfer_out') g using (letter_no);

-- Not taken in: the transfer has come to nothing, and its money goes back; what was taken in before stays as it was.
create or replace function relation_untaken(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select relation_turn(p_person, r.letter_no, 'letter', 'refused') + (r.state = 'taken')::int from relation_in r
	where r.person_id = p_person and r.letter_no = split_part(p_cause, ' ', 1)
$$;
create or replace function relation_untaken_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select relation_turn(p_person, r.letter_no, 'refused', 'letter') + (r.state = 'taken')::int from relation_in r
	where r.person_id = p_person and r.letter_no = split_part(p_cause, ' ', 1) and not exists (select from relation_money_now m
		where m.letter_no = r.letter_no and m.sent_fen > 0)
$$;

-- What is under way, and until when the law gives its step: for the figures.
create or replace view relation_open as
select r.person_id, r.letter_no, r.region_code, r.applied_on as since, r.stand, case r.stand when 'applied for' then due_on(r.applied_on, 0,
		relation_days('letter')) when 'to take in' then due_on(greatest(r.told_on, r.money_on), 0, relation_days('take')) else r.due end as due
from relation_in_now r where r.state in ('asked', 'letter')
union all
select o.person_id, o.letter_no, o.region_code, o.received_on, 'to decide', due_on(o.received_on, 0, relation_days('transfer'))
from relation_out o where o.state = 'asked';

create or replace function relation_list_plan() returns table (person_id bigint, letter_no text, region_code int, kind text, office text,
	account_no text, fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select m.person_id, m.letter_no, m.region_code, m.kind, m.office, m.account_no, m.due_fen - m.sent_fen + m.back_fen from relation_money_now m
	where m.due_fen - m.sent_fen + m.back_fen > 0
$$;

create or replace function relation_list_audit(p_op text, p_list bigint, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'relations.list_' || p_op, jsonb_build_object('list', p_list) || p_body)
$$;

-- The list that waits, made anew as long as nobody has approved it.
create or replace function relation_list_make() returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	list bigint;
begin
	perform pay_may('make', array['clerk']);
	perform work_lock_take('relations.list');
	delete from relation_row r using relation_list l where l.list_id = r.list_id and l.state = 'made';
	update relation_list set state = 'taken_back' where state = 'made';
	list := nextval('id_block');
	insert into relation_list (list_id) values (list);
	insert into relation_row (person_id, list_id, letter_no, region_code, kind, office, account_no, amount_fen)
	select p.person_id, list, p.letter_no, p.region_code, p.kind, p.office, p.account_no, p.fen from relation_list_plan() p;
	if not found then
		raise exception using errcode = 'ST404', message = 'nothing is to be paid to other places', hint = 'What is due was sent.';
	end if;
	update relation_list l set rows = x.n, amount_fen = x.fen from (select count(*) as n, sum(r.amount_fen)::bigint as fen from relation_row r
		where r.list_id = list) x where l.list_id = list;
	perform relation_list_audit('make', list, '{}');
	return list;
end $$;

create or replace function relation_list_approve(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l relation_list;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	perform work_lock_take('relations.list');
	select * into l from relation_list where list_id = p_list and state = 'made' for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such list waits', hint = 'steward relations pay lists them.';
	elsif l.made_by = session_user then
		raise exception using errcode = 'ST403', message = 'who made the list does not approve it', hint = 'Someone else does.';
	elsif exists (select from relation_list_plan() p full join (select * from relation_row where list_id = p_list) r using (person_id, letter_no)
			where (p.fen, p.account_no) is distinct from (r.amount_fen, r.account_no)) then
		raise exception using errcode = 'ST409', message = 'what is due has changed since the list was made', hint = 'Make it anew.';
	end if;
	update relation_list set state = 'approved', approved_by = session_user, approved_on = business_day() where list_id = p_list;
	perform relation_list_audit('approve', p_list, jsonb_build_object('fen', l.amount_fen));
	return p_list;
end $$;

-- A list that nobody has approved; one that was, as long as the account shows nothing of it, by another who may.
create or replace function relation_list_back(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l relation_list;
begin
	perform pay_may('take back', array['clerk', 'reviewer', 'manager']);
	perform work_lock_take('relations.list');
	select * into l from relation_list where list_id = p_list and state in ('made', 'approved') for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such list', hint = 'steward relations pay lists them.';
	elsif l.state = 'approved' and (l.approved_by = session_user or not (pg_has_role(session_user, 'steward_reviewer', 'member')
			or pg_has_role(session_user, 'steward_manager', 'member'))) then
		raise exception using errcode = 'ST403', message = 'a second reviewer takes back what was approved', hint = 'Nothing was changed.';
	elsif l.state = 'approved' and exists (select from relation_row r join relation_money('transfer_out') g using (letter_no)
			where r.list_id = p_list) then
		raise exception using errcode = 'ST409', message = 'the account has paid of this list', hint = 'What came back is paid by the next one.';
	end if;
	update relation_list set state = 'taken_back', approved_on = null, approved_by = null where list_id = p_list;
	perform relation_list_audit('back', p_list, jsonb_build_object('was', l.state));
	return p_list;
end $$;

create or replace function relation_csv(p_text text) returns text language sql immutable parallel safe as
	$$ select '"' || replace(p_text, '"', '""') || '"' $$;

-- For the bank: a row a letter, whose number the account tells with the money.
create or replace function relation_list_file(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce('list_no,letter_no,kind,agency,account,amount' || E'\n' || string_agg(concat_ws(',', r.list_id, relation_csv(r.letter_no),
		r.kind, relation_csv(r.office), relation_csv(r.account_no), yuan_text(r.amount_fen)) || E'\n', '' order by r.letter_no, r.person_id), '')
	from relation_row r join (select list_id, state from relation_list) l using (list_id) where r.list_id = p_list and l.state = 'approved'
$$;

-- What the account says otherwise than the lists, some days after; and what is to come back.
create or replace function relation_pay_found(p_day date) returns table (what text, person_id bigint, cause text, say text, due date)
language sql stable set search_path = steward, pg_temp as $$
	select 'relations.paid', m.person_id, concat_ws(' ', m.letter_no, m.sent_fen, m.gone_fen), jsonb_build_array(
		'letter %s: %s were sent, the account has paid %s', m.letter_no, yuan_text(m.sent_fen), yuan_text(m.gone_fen))::text, null::date
	from relation_money_now m where m.gone_fen > m.sent_fen or m.gone_fen < m.sent_fen
		and due_on(m.sent_on, 0, relation_number('money_days', 5)::int) < p_day
	union all
	select 'relations.unreturned', m.person_id, concat_ws(' ', m.letter_no, m.sent_fen, m.back_fen, m.due_fen), jsonb_build_array(
		'letter %s: of %s that were sent %s are to come back', m.letter_no, yuan_text(m.sent_fen),
		yuan_text(m.sent_fen - m.back_fen - m.due_fen))::text, null from relation_money_now m where m.sent_fen - m.back_fen > m.due_fen
$$;

-- Money with the number of a letter that nobody wrote and nobody sent.
create or replace function relation_unknown() returns table (letter_no text, fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select m.letter_no, m.fen from relation_money('transfer_in') m where not exists (select from relation_in r where r.letter_no = m.letter_no)
		and not exists (select from relation_out o where o.letter_no = m.letter_no)
$$;

revoke execute on function relation_untaken, relation_untaken_undo, relation_list_audit, relation_list_make, relation_list_approve, relation_list_back from public;
grant execute on function relation_list_make, relation_list_approve, relation_list_back to steward_staff;
grant execute on function relation_list_plan, relation_list_file, relation_csv, relation_pay_found, relation_unknown
	to steward_staff, steward_batch;
grant select on relation_money_now, relation_open to steward_staff, steward_batch;
