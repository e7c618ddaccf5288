-- Money to other places, paid by lists: what is due of each letter, was sent, and came back.

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
left join (select s.person_id, s.ref as letter_no, sum(s.amount_fen)::bigint as fen, max(s.approved_on) as sent_on from remit_sent s
	where s.kind = 'relation' and not s.is_refused group by s.person_id, s.ref) s using (person_id, letter_no)
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

-- What is due by each letter; what came back goes once more.
create or replace function relation_due(p_period int) returns setof remit_due
language sql stable set search_path = steward, pg_temp as $$
	select m.person_id, m.region_code, m.letter_no, 0, m.kind, m.office, '', m.account_no, m.due_fen + m.back_fen, false
	from relation_money_now m where m.due_fen + m.back_fen > 0 and p_period > 0
$$;

-- A list of which the account has paid is not taken back.
create or replace function relation_list_bar(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select 'the account has paid of this list' from remit_line x join relation_money('transfer_out') g on g.letter_no = x.ref
	where x.list_id = p_list limit 1
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

revoke execute on function relation_untaken, relation_untaken_undo from public;
grant execute on function relation_due, relation_list_bar, relation_pay_found, relation_unknown to steward_staff, steward_batch;
grant select on relation_money_now, relation_open to steward_staff, steward_batch;
