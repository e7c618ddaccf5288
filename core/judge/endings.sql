-- Values of the policy texts that end with nothing after them: what the finder rules.value_ends reads.

-- statement: endings_clear
delete from policy_ending;

-- statement: endings_keep
-- params: name text, place text, last_day date, file text
insert into policy_ending (name, place, last_day, file) values ($1, $2, $3, $4) on conflict do nothing;

-- statement: endings_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, concat_ws(' ', name, place, last_day) as cause,
	jsonb_build_array('%s for %s ends on %s with no value after it', name, place, last_day)::text as say,
	last_day as due, null::bigint as monthly_fen, jsonb_build_object('parameter', name, 'place', place,
		'last_day', last_day, 'file', file) as inputs
from policy_ending where $1::date is not null
