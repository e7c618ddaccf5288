-- Cards and the accounts on them.

-- "!" it cannot be used, or its account cannot.
-- statement: service_cards
-- params: person_id int8
-- columns: mark text, card text, status text, since date, account text, account_status text
select case when c.status <> 'issued' or c.account_status <> 'usable' then '!' else '' end, c.card_no, c.status, c.since,
	case when c.account <> '' then '*' || right(c.account, 4) else '' end,
	case when c.account <> '' then c.account_status else '' end
from service_card c where c.person_id = $1 order by c.since desc, c.card_no limit 20;

-- A pension goes to the account of a card that cannot be used; each new word of it is a case of its own.
-- statement: service_card_unfit
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.card_no || '/' || v.since as cause, jsonb_build_array(case when v.status <> 'issued'
		then 'a pension of %s yuan goes to card *%s: %s since %s'
		else 'a pension of %s yuan goes to the account of card *%s: %s since %s' end, yuan_text(b.fen), right(v.card_no, 4),
		case when v.status <> 'issued' then v.status else v.account_status end, v.since::text)::text as say,
	null::date as due, b.fen as monthly_fen, jsonb_build_object('card', v.card_no, 'status', v.status, 'account_status',
		v.account_status, 'since', v.since) as inputs
from service_card v {scope}
cross join lateral (select sum(p.monthly_fen)::int8 as fen from payable p cross join (select to_char($1::date, 'YYYYMM')::int as period) m
	where p.person_id = v.person_id and p.kind = 'pension' and p.from_period <= m.period and m.period < p.to_period
		and coalesce(p.held_from > m.period, true)) b
where (v.status <> 'issued' or v.account_status <> 'usable') and v.since <= $1::date and b.fen > 0 and v.account <> ''
	and exists (select from account a where a.person_id = v.person_id and a.number = v.account
		and a.valid_from <= $1::date and a.valid_to > $1::date);
