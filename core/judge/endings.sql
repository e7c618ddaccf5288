-- Findings about the policy texts themselves, among those of the judge's run.

-- Person 0 was looked at: what is not found again is gone.
-- statement: endings_checked
insert into checked (person_id) values (0);

-- statement: endings_found
-- params: name text, place text, last_day date, file text
insert into found (person_id, rule_id, cause, task_type, due, say, inputs, rule_hash)
values (0, 'rules.value_ends', concat_ws(' ', $1::text, $2::text, $3::date), 'value_ends', $3::date,
	jsonb_build_array('%s for %s ends on %s with no value after it', $1::text, $2::text, $3::date)::text,
	jsonb_build_object('parameter', $1::text, 'place', $2::text, 'last_day', $3::date,
		'file', $4::text)::text, '');
