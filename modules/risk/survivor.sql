-- What staff see of the grants that follow a death, what the day's work finds, and the steps they take.

-- statement: survivor_tell
-- params: person_id int8, name text, id_no text, relation text, share int4, channel text, number text, proof text, address text
-- columns: claim text
select survivor_tell($1, $2, $3, $4, $5, $6, $7, $8, $9) as claim;

-- statement: survivor_withdraw
-- params: person_id int8, id_no text
-- columns: claim text
select survivor_withdraw($1, $2) as claim;

-- statement: survivor_channels
-- params: person_id int8
-- columns: code text, label text
select c.channel, c.title from pay_channel c where $1::bigint is not null order by c.channel;

-- statement: survivor_head
-- params: person_id int8
-- columns: name text, died_on date, heirs text, left_over int8, person_id int8
select p.name, d.died_on, coalesce(survivor_heirs_text(p.person_id, c.claim_no), ''), 100 - (select coalesce(sum(h.share), 0)
		from survivor_heir h where h.person_id = p.person_id and h.claim_no = c.claim_no and h.state = 'valid'), p.person_id
from person p left join death_told d using (person_id)
left join survivor_claim c on c.person_id = p.person_id and c.state in ('open', 'paid') where p.person_id = $1 limit 1;

-- Of a dead person his heirs, of an heir what he is due; the newest first.
-- statement: survivor_heirs
-- params: person_id int8
-- columns: mark text, told_on date, name text, heir text, id_no text, relation text, share int4, account text, amount_fen int8, state text, proof text, claim_no int4, person_id int8, heir_id int8
select case when h.state = 'valid' and c.state = 'open' then '*' else '' end, h.told_on, p.name, q.name, coalesce((select min(i.id_no)
		from person_ident i where i.person_id = h.heir_id and not i.is_former), ''), h.relation, h.share,
	h.channel || ' ' || right(h.number, 4), h.amount_fen, case when h.state = 'valid' then c.state else h.state end, h.proof, h.claim_no,
	h.person_id, h.heir_id
from survivor_heir h join survivor_claim c using (person_id, claim_no) join person p on p.person_id = h.person_id
join person q on q.person_id = h.heir_id
where h.person_id = $1 or h.heir_id = $1 order by h.claim_no desc, h.told_on desc, h.nth desc limit 50;

-- Claims that wait.
-- statement: survivor_waiting
-- params:
-- columns: mark text, told_on date, name text, heir text, id_no text, relation text, share int4, account text, amount_fen int8, state text, proof text, claim_no int4, person_id int8, heir_id int8
select case when t.due < business_day() then '!' else '*' end, h.told_on, p.name, q.name, '', h.relation, h.share,
	h.channel || ' ' || right(h.number, 4), f.monthly_fen * h.share / 100, coalesce(t.state, c.state), h.proof, h.claim_no, h.person_id,
	h.heir_id
from survivor_claim c join survivor_heir h using (person_id, claim_no) join person p on p.person_id = h.person_id
join person q on q.person_id = h.heir_id
left join task t on t.person_id = c.person_id and t.rule_id = 'risk.survivor_grant' and t.cause = c.claim_no::text
left join finding f on f.person_id = c.person_id and f.rule_id = 'risk.survivor_grant' and f.cause = c.claim_no::text
where c.state = 'open' and h.state = 'valid' order by t.due, h.person_id, h.nth limit 200;

-- Grants that were paid for a death that was none.
-- statement: survivor_void_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select c.person_id, 0::bigint as subject_id, c.claim_no::text as cause,
	jsonb_build_array('the death was none; heirs were awarded %s: %s', yuan_text(c.total_fen), survivor_heirs_text(c.person_id,
		c.claim_no))::text as say, due_on($1::date, w.days, w.working_days) as due, -c.total_fen as monthly_fen,
	jsonb_build_object('claim', c.claim_no, 'fen', c.total_fen) as inputs
from survivor_claim c {scope} left join work_clock w on w.kind = 'survivor_void'
where c.state = 'paid' and not exists (select from death_told d where d.person_id = c.person_id);

-- What heirs were told: it stands as long as a letter about it may be asked for.
-- statement: survivor_paid_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::bigint as subject_id, f.cause, f.say, f.due, f.monthly_fen, '{}'::jsonb as inputs
from finding f {scope} where f.rule_id = 'risk.survivor_paid' and f.found_on > $1::date - 400;
