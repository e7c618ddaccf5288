-- What is asked of the yearly settlement.

-- statement: settlement_list
-- params: state text, year int4
-- columns: mark text, year int4, name text, kind text, state text, figure_fen int8, now_fen int8, left_fen int8, more_fen int8, until date, reply text, person_id int8
select case when v.state = 'missing' or v.state = 'replying' and v.reply_until < business_day() then '!'
	when v.state in ('reported', 'replied') then '*' else '' end, v.year, p.name, v.kind, v.state, v.figure_fen, v.now_fen, v.left_fen,
	v.left_fen - v.now_fen, case v.state when 'waiting' then v.wait_until when 'replying' then v.reply_until end, v.reply, v.person_id
from settlement_now v join person p using (person_id)
where ($1::text is null or v.state = $1) and ($2::int is null or v.year = $2)
order by v.year desc, v.state = 'settled', abs(v.left_fen - v.now_fen) desc, v.person_id limit 500;

-- statement: settlement_begin
-- params: year int4
-- columns: persons int8
select settle_begin($1) as persons;

-- statement: settlement_reply
-- params: person_id int8, year int4, reply text
-- columns: rows int8
select settle_reply($1, $2, $3) as rows;

-- statement: settlements_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.year || ' ' || v.kind || ' ' || v.left_fen as cause,
	jsonb_build_array('%s of %s: by an income of %s it comes to %s instead of %s', v.kind, v.year::text,
		yuan_text(coalesce(v.figure_fen, 0)), yuan_text(v.left_fen), yuan_text(v.now_fen))::text as say,
	case when v.state = 'replying' then v.reply_until else due_on(coalesce(v.replied_on, $1::date), c.days, c.working_days) end as due,
	v.left_fen - v.now_fen as monthly_fen,
	jsonb_build_object('year', v.year, 'income', v.figure_fen, 'sources', v.sources, 'reply', v.reply) as inputs
from settlement_now v left join work_clock c on c.kind = 'settlement' where v.state in ('reported', 'replying', 'replied');

-- A figure that did not come, and a reply that did not.
-- statement: settlements_missing
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, case v.state when 'missing' then v.year || ' ' || v.kind
		else v.year || ' ' || v.kind || ' ' || v.reply_until end as cause,
	case v.state when 'missing' then jsonb_build_array('no figure of the income of %s has come by %s', v.year::text, v.wait_until::text)
		else jsonb_build_array('nobody has replied about %s by %s', v.year::text, v.reply_until::text) end::text as say,
	due_on($1::date, c.days, c.working_days) as due, null::bigint as monthly_fen, jsonb_build_object('year', v.year) as inputs
from settlement_now v left join work_clock c on c.kind = 'settlement_missing'
where v.state = 'missing' or v.state = 'replying' and v.reply_until < $1::date;
