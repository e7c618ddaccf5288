-- What staff are told, and see, of what ends unemployment benefit.

-- statement: told_note
-- params: person_id int8, kind text, day date, note text
-- columns: kind text
select jobless_tell($1, $2, $3, $4, 'stands') as kind;

-- statement: told_back
-- params: person_id int8, kind text, day date, note text
-- columns: kind text
select jobless_tell($1, $2, $3, $4, 'taken_back') as kind;

-- statement: told_kinds
-- params:
-- columns: code text, label text
select k.code, jobless_told_words(k.code) as label from (values (1, 'army'), (2, 'abroad'), (3, 'work_refused'),
	(4, 'training_refused')) k (sort, code) order by k.sort;

-- statement: told_of
-- params: person_id int8
-- columns: from_day date, kind text, state text, note text, noted_on date, who text
select t.from_day, jobless_told_words(t.kind), t.state, t.note, t.noted_on, t.who::text from jobless_told t
where t.person_id = $1 order by t.from_day desc, t.kind limit 50;

-- The benefit was ended for something that was taken back since.
-- statement: told_gone
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select t.person_id, 0::int8 as subject_id, t.cause, jsonb_build_array('what unemployment benefit was ended for from %s on was '
	'taken back: undo that end, or say why it stays', left(t.cause, 7))::text as say, due_on($1::date, c.days, c.working_days) as due,
	null::bigint as monthly_fen, '{}'::jsonb as inputs
from task t {scope} left join work_clock c on c.kind = 'jobless_ground'
cross join lateral (select x.inputs -> 'facts' as facts from decision x where (x.person_id, x.rule_id, x.cause)
	= (t.person_id, t.rule_id, t.cause) and x.outcome = 'approved' and x.undoes is null order by x.decision_id desc limit 1) d
where t.rule_id = 'employment.benefit_stops' and t.state = 'done'
	and not jobless_ground_stands(t.person_id, t.cause, (d.facts ->> 'jobless_refused')::int);
