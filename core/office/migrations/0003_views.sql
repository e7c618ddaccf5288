-- Where a fact came from.  Modules add their parts; the loader puts the view together.
create view fact_source_core as
	select person_id, 'identity'::text as fact, name as value, birth_date as day, batch_id, line
	from person
	union all
	select person_id, 'birth_date', birth_date::text, birth_date, batch_id, line from person
	union all
	select person_id, 'status', status, valid_from, batch_id, line from enrolment
	union all
	select person_id, 'category', category, valid_from, batch_id, line from enrolment
	union all
	select person_id, 'scheme', scheme, valid_from, batch_id, line from enrolment
	union all
	select person_id, 'sex', sex, birth_date, batch_id, line from person
	union all
	select person_id, unnest(array['enrolled_on', 'months_before', 'account_fen']),
		unnest(array[valid_from::text, months_before::text, account_fen::text]), valid_from,
		batch_id, line
	from enrolment
	union all
	select person_id, 'pension_from', valid_from::text, valid_from, batch_id, line from pension
	union all
	select person_id, 'pension_status', status, valid_from, batch_id, line from pension
	union all
	select person_id, 'pension_fen', monthly_fen::text, valid_from, batch_id, line from pension
	union all
	select person_id, 'certified_on', certified_on::text, certified_on, batch_id, line
	from certification
	union all
	select person_id, 'died_on', from_day::text, from_day, batch_id, line
	from status_event where kind = 'death'
	union all
	select person_id, unnest(array['custody_from', 'custody_kind']),
		unnest(array[from_day::text, kind]), from_day, batch_id, line
	from status_event where kind in ('detained', 'prison')
	union all
	select person_id, 'custody_to', to_day::text, from_day, batch_id, line
	from status_event where kind in ('detained', 'prison') and to_day is not null
	union all
	select person_id, unnest(array['paid_period', 'paid_fen']),
		unnest(array[period::text, amount_fen::text]), paid_on, batch_id, line
	from payment;
create view fact_source as select * from fact_source_core;
