-- Another office is asked: noted with purpose and ground before anything goes out.

create or replace view query_now as
select q.person_id, q.query_no, q.region_code, q.source, q.what, q.purpose, q.ground, q.asked_on, q.due, q.sent_on, q.who,
	a.answer, a.answered_on,
	case when a.answer is not null then 'answered' else q.state end as stand
from service_query q left join service_answer a using (person_id, query_no);
grant select on query_now to steward_staff, steward_batch;

create or replace function query_say(n query_now) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select case when n.answer is not null then jsonb_build_array('%s answers on %s: %s', n.source, n.what, n.answer)
		else jsonb_build_array('%s was asked about %s on %s and has not answered', n.source, n.what, n.asked_on) end::text
$$;

-- An open task of the person by its rule, or what else it is for, in words.
create or replace function query_purpose(p_person bigint, p_purpose text) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if p_purpose ~ '^[a-z_]+[.][a-z_]+$' and not exists (select from task t join task_state s using (state)
			where t.person_id = p_person and t.rule_id = p_purpose and s.kind <> 'final') then
		raise exception using errcode = 'ST409', message = 'the person has no open task of this rule',
			hint = 'A question serves an open task, or say in words what it is for.';
	end if;
	if coalesce(p_purpose, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'the purpose is missing', hint = 'Nothing was stored.';
	end if;
	return p_purpose;
end $$;

-- Of one office and matter a person has one open question: asked again it is the same.
create or replace function query_ask(p_person bigint, p_source text, p_what text, p_purpose text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	region int := service_may(p_person, 'information', 'counter');
	s service_source;
	no text := (select min(n.query_no) from query_now n where n.person_id = p_person and n.source = p_source and n.what = p_what
		and n.stand = 'open');
begin
	if no is not null then
		return no;
	end if;
	select * into s from service_source where source = p_source;
	if not found or s.ground = '' then
		raise exception using errcode = 'ST422', message = 'there is no such office to be asked',
			hint = 'Offices, what each may be asked, and the ground are rows of the parameter work.rows.';
	end if;
	if p_what <> all (s.may) then
		raise exception using errcode = 'ST403', message = 'this office may not be asked that',
			hint = 'Offices, what each may be asked, and the ground are rows of the parameter work.rows.';
	end if;
	no := 'Q' || nextval('id_block');
	insert into service_query (person_id, query_no, region_code, source, what, purpose, ground, asked_on, due)
	values (p_person, no, region, p_source, p_what, query_purpose(p_person, p_purpose), s.ground, business_day(),
		due_on(business_day(), 0, s.working_days));
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.query', jsonb_build_object('query', no, 'source', p_source, 'what', p_what,
		'purpose', p_purpose, 'ground', s.ground));
	return no;
end $$;

create or replace function query_withdraw(p_person bigint, p_query text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	region int := service_may(p_person, 'information', 'counter');
begin
	update service_query q set state = 'withdrawn' where q.person_id = p_person and q.query_no = p_query
		and exists (select from query_now n where n.person_id = p_person and n.query_no = p_query and n.stand = 'open');
	if not found then
		raise exception using errcode = 'ST409', message = 'there is no such open question',
			hint = 'steward service query list PERSON shows them.';
	end if;
	perform task_drop(p_person, 'service.query', p_query || ' late');
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.query_withdraw', jsonb_build_object('query', p_query));
	return p_query;
end $$;

-- The answer by telephone or letter lies where a file's would; the newer word counts, the older stands in the audit.
create or replace function query_answer(p_person bigint, p_query text, p_answer text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	region int := service_may(p_person, 'information', 'counter');
	was text := (select answer from service_answer where person_id = p_person and query_no = p_query);
	n query_now;
begin
	select * into n from query_now where person_id = p_person and query_no = p_query;
	if not found or n.stand = 'withdrawn' then
		raise exception using errcode = 'ST409', message = 'there is no such open question',
			hint = 'steward service query list PERSON shows them.';
	end if;
	if coalesce(p_answer, '') !~ '[^[:space:]]' then
		raise exception using errcode = 'ST422', message = 'the answer is missing', hint = 'Nothing was stored.';
	end if;
	insert into service_answer (person_id, query_no, region_code, answer, answered_on, batch_id, line)
	values (p_person, p_query, region, p_answer, business_day(), 0, 0)
	on conflict (person_id, query_no) do update set answer = excluded.answer, answered_on = excluded.answered_on, batch_id = 0, line = 0;
	select * into n from query_now where person_id = p_person and query_no = p_query;
	perform task_drop(p_person, 'service.query', p_query || ' late');
	perform task_raise(p_person, 'service.query', p_query, 'query', due_on(business_day(), 0, 5), query_say(n));
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.query_answer', jsonb_build_object('query', p_query, 'answer', p_answer,
		'was', was));
	return p_query;
end $$;

-- Questions that an office has not been sent, as words; their file; and that it has gone.  Written again after an
-- interruption it has the same numbers, by which the office answers.
create or replace function query_unsent(p_source text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(string_agg(n.query_no, ' ' order by n.query_no), '') from query_now n where n.source = p_source
		and n.sent_on is null and n.stand = 'open'
$$;

create or replace function query_text(p_source text, p_queries text) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select 'query_no,id_no,name,what,purpose,ground,asked_on,due' || E'\n' || coalesce(string_agg(concat_ws(',', n.query_no,
		(select min(i.id_no) from person_ident i where i.person_id = n.person_id and not i.is_former), service_csv(p.name), n.what,
		service_csv(n.purpose), service_csv(n.ground), n.asked_on, n.due) || E'\n', '' order by n.query_no), '')
	from query_now n join person p using (person_id) where n.source = p_source
		and n.query_no = any (string_to_array(p_queries, ' '))
$$;

create or replace function query_sent(p_source text, p_queries text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform joint_may();
	update service_query q set sent_on = business_day() where q.source = p_source and q.sent_on is null
		and q.query_no = any (string_to_array(p_queries, ' '));
	get diagnostics n = row_count;
	return n;
end $$;

revoke execute on function query_ask, query_withdraw, query_answer, query_sent from public;
grant execute on function query_ask, query_withdraw, query_answer, query_unsent, query_text, query_sent, query_purpose to steward_staff;
grant execute on function query_say to steward_staff, steward_batch;
