-- Work offered and sought: who is still without, what is still open, who fits what and why, and referrals.

create or replace function job_number(p_name text) returns numeric language sql stable set search_path = steward, pg_temp as $$
	select value from policy_number where name = 'work.match_' || p_name;
$$;

-- The middle group of the national classification of occupations (4-02-05-01 is of 4-02); another code is one by itself.
create or replace function job_group(p_occupation text) returns text
language sql immutable strict parallel safe set search_path = steward, pg_temp as $$
	select coalesce(substring(p_occupation from '^[0-9]-[0-9]{2}'), p_occupation);
$$;

-- The newest registration of each; whom a referral of ours brought into work since is placed, whatever the file says yet.
create or replace view job_seeker_now as
select s.*, case when s.state = 'seeking' and r.done_on is not null then 'placed' else s.state end as stand, r.done_on as placed_on
from (select distinct on (x.person_id) x.* from job_seeker x order by x.person_id, x.registered_on desc) s
left join lateral (select min(j.done_on) as done_on from job_referral j where j.person_id = s.person_id and j.outcome = 'placed'
	and j.done_on >= s.registered_on) r on true;

-- Filled on the day on which the last of its posts was.
create or replace view vacancy_now as
select v.*, n.placed, n.filled_on, greatest(v.posts - n.placed, 0) as open_posts,
	case when n.placed >= v.posts then 'filled' when v.expires_on < business_day() then 'expired' else 'open' end as stand
from vacancy v cross join lateral (select count(*) as placed,
	(array_agg(r.done_on order by r.done_on))[nullif(v.posts, 0)] as filled_on
	from job_referral r where r.vacancy_no = v.vacancy_no and r.outcome = 'placed') n;

-- What came of it, and who waits for whom: where somebody found work elsewhere nothing is to be asked any more.
create or replace view job_referral_now as
select r.*, p.name, v.unit, v.occupation, case when r.outcome <> '' then r.outcome
		when exists (select from job_referral o where o.person_id = r.person_id and o.outcome = 'placed'
			and o.done_on >= r.referred_on) then 'elsewhere' else 'open' end as stand
from job_referral r join person p using (person_id) join vacancy v using (vacancy_no);

-- Who fits which open vacancy, the best first, each with the reason; of one vacancy, or of all of them.  Only who has an
-- occupation of its group, or one of the skills it asks for, is looked at: otherwise every pair would have to be.  Of millions
-- of pairs each vacancy ranks its own and keeps the best; what is said is put together for these alone.  What a seeker brings
-- lies in lists by his place: so a pair costs no look-up.
create or replace function job_matches(p_vacancy text, p_most int)
returns table (vacancy_no text, nth bigint, person_id bigint, points numeric, say text)
language sql stable set search_path = steward, pg_temp set work_mem = '64MB' set jit = off as $$
	with w as materialized (select job_number('occupation')::float8 as occupation, job_number('skill')::float8 as skill,
			job_number('place')::float8 as place, job_number('pay')::float8 as pay, job_number('difficulty')::float8 as difficulty,
			job_number('waiting')::float8 as waiting, job_number('pay_percent')::float8 / 100 as pay_share),
	open as materialized (select x.* from vacancy_now x
		where x.stand = 'open' and x.posted_on <= business_day() and (p_vacancy is null or x.vacancy_no = p_vacancy)),
	seeking as materialized (select x.* from job_seeker_now x where x.stand = 'seeking'),
	job as materialized (select occupation, row_number() over ()::int as job, dense_rank() over (order by job_group(occupation))::int as of_group
		from (select occupation from open union select occupation from seeking) o),
	v as materialized (select row_number() over ()::int as v, x.vacancy_no, j.job, j.of_group, x.skill, cardinality(x.skill) as asked,
			x.pay_fen::float8 as pay, x.region_code, g.parent_code
		from open x join job j using (occupation) left join region g using (region_code)),
	s as materialized (select row_number() over (order by x.registered_on, x.person_id)::int as s, x.person_id, j.job, j.of_group, x.skill,
			coalesce(x.pay_fen, 0)::float8 as pay, x.category, coalesce(x.place, x.region_code) as place, g.parent_code,
			greatest(d.today - x.registered_on, 0) as days
		from seeking x join job j using (occupation) left join region g on g.region_code = coalesce(x.place, x.region_code)
		cross join (select business_day() as today) d),
	lists as materialized (select array_agg(s.job order by s.s) as job, array_agg(s.of_group order by s.s) as of_group,
			array_agg(s.pay order by s.s) as pay, array_agg(s.place order by s.s) as place, array_agg(s.parent_code order by s.s) as parent,
			array_agg(case when s.category <> '' then w.difficulty else 0 end + w.waiting * least(s.days, 365) / 365 order by s.s) as own
		from s cross join w),
	by_group as materialized (select of_group, array_agg(s) as whom from s group by of_group),
	by_skill as materialized (select skill, array_agg(s) as whom from (select s.s, unnest(s.skill) as skill from s) x group by skill),
	referred as materialized (select v.v, array_agg(s.s) as whom from job_referral j join v using (vacancy_no) join s using (person_id) group by v.v),
	best as materialized (select v.v, b.* from v left join referred r using (v) cross join w cross join lists l cross join lateral (
		select n.s, n.skills, round(10 * (
			case when l.job[n.s] = v.job then w.occupation when l.of_group[n.s] = v.of_group then w.occupation / 2 else 0 end
			+ case when v.asked = 0 then w.skill else w.skill * n.skills / v.asked end
			+ case when l.place[n.s] = v.region_code or l.parent[n.s] = v.region_code or v.parent_code = l.place[n.s] then w.place
				when l.parent[n.s] = v.parent_code then w.place / 2 else 0 end
			+ case when v.pay >= l.pay[n.s] then w.pay else w.pay * v.pay / l.pay[n.s] end + l.own[n.s]))::int as tenths
		from (select x.s, sum(x.n)::int as skills from (
				select unnest(g.whom) as s, 0 as n from by_group g where g.of_group = v.of_group
				union all select unnest(k.whom), 1 from by_skill k where k.skill = any (v.skill)) x
			where v.pay >= l.pay[x.s] * w.pay_share and (r.whom is null or x.s <> all (r.whom)) group by x.s) n
		order by tenths desc, n.s limit p_most) b)
	select v.vacancy_no, row_number() over (partition by b.v order by b.tenths desc, b.s), s.person_id, round(b.tenths / 10.0, 1),
		jsonb_build_array(case when s.category <> '' then '%s, %s of %s skills asked, %s, %s, for %s days without work, in difficulty: %s'
			else '%s, %s of %s skills asked, %s, %s, for %s days without work' end,
		case when s.job = v.job then 'the same occupation' when s.of_group = v.of_group
			then 'an occupation of the same group' else 'another occupation' end, b.skills::text, v.asked::text,
		case when s.place = v.region_code or s.parent_code = v.region_code or v.parent_code = s.place then 'where it is wanted'
			when s.parent_code = v.parent_code then 'near where it is wanted' else 'elsewhere than wanted' end,
		case when v.pay >= s.pay then 'pay as wanted' else 'less pay than wanted' end, s.days::text, s.category)::text
	from best b join v using (v) join s using (s)
$$;
grant select on job_seeker_now, vacancy_now, job_referral_now to steward_staff, steward_batch;
grant execute on function job_number, job_group, job_matches to steward_staff, steward_batch;

-- The task is there at once, as the finder finds it.
create or replace function job_raise(p_vacancy text, p_persons bigint[]) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	select task_raise(r.person_id, 'employment.referral', r.vacancy_no, 'referral', due_on(r.referred_on, coalesce(c.days, 14),
		c.working_days), job_referral_say(r.unit, r.occupation, r.referred_on))
	from job_referral_now r left join work_clock c on c.kind = 'referral'
	where r.vacancy_no = p_vacancy and r.person_id = any (p_persons) and r.stand = 'open';
$$;

create or replace function job_referral_say(p_unit text, p_occupation text, p_day date) returns text
language sql immutable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_array('referred on %s to %s, %s: what came of it', p_day, p_unit, p_occupation)::text
$$;

-- All of them or none: persons by our number or their own, blanks between.
create or replace function job_refer(p_vacancy text, p_persons text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	whom bigint[];
	asked int := cardinality(array(select distinct x from regexp_split_to_table(trim(p_persons), ' +') x));
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	perform from vacancy v where v.vacancy_no = p_vacancy for update;
	if not exists (select from vacancy_now v where v.vacancy_no = p_vacancy and v.stand = 'open') then
		raise exception using errcode = 'ST422', message = 'no such vacancy is open',
			hint = 'steward employment vacancies lists them.';
	end if;
	whom := array(select distinct i.person_id from regexp_split_to_table(trim(p_persons), ' +') x
		join person_ident i on i.id_no = x or i.person_id::text = x
		join job_seeker_now s on s.person_id = i.person_id and s.stand = 'seeking'
		where not exists (select from job_referral r where r.person_id = i.person_id and r.vacancy_no = p_vacancy));
	if cardinality(whom) <> asked then
		raise exception using errcode = 'ST422', message = 'one of them looks for no work, or was referred there before',
			hint = 'Nobody was referred.';
	end if;
	insert into job_referral (person_id, vacancy_no, region_code, referred_on, points, say)
	select p.person_id, p_vacancy, p.region_code, business_day(), coalesce(m.points, 0),
		coalesce(m.say, jsonb_build_array('chosen by the clerk')::text)
	from person p left join job_matches(p_vacancy, null) m using (person_id) where p.person_id = any (whom);
	perform job_raise(p_vacancy, whom);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select p.person_id, nextval('id_block'), p.region_code, 'employment.refer', jsonb_build_object('vacancy', p_vacancy)
	from person p where p.person_id = any (whom);
	return asked;
end $$;

-- What came of a referral, once; a vacancy is not filled beyond its posts.
create or replace function job_end(p_person bigint, p_vacancy text, p_from text, p_outcome text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update job_referral r set outcome = p_outcome, done_on = case when p_outcome <> '' then business_day() end
		where r.person_id = p_person and r.vacancy_no = p_vacancy and r.outcome = p_from and (p_outcome <> 'placed'
			or exists (select from vacancy_now v where v.vacancy_no = p_vacancy and v.open_posts > 0))
		returning r.person_id, r.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0::bigint, region_code from done
		on conflict do nothing
	) select count(*) from done
$$;

create or replace function job_placed(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, '', 'placed') $$;
create or replace function job_placed_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, 'placed', '') $$;

create or replace function job_refused(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, '', 'refused') $$;
create or replace function job_refused_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, 'refused', '') $$;

create or replace function job_not_taken(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, '', 'not_taken') $$;
create or replace function job_not_taken_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, 'not_taken', '') $$;

create or replace function job_no_answer(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, '', 'no_answer') $$;
create or replace function job_no_answer_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select job_end(p_person, p_cause, 'no_answer', '') $$;

-- The same decision as in the task, from the command line: where a step has one reason, that one.
create or replace function job_outcome(p_vacancy text, p_person text, p_outcome text, p_reason text) returns text
language plpgsql set search_path = steward, pg_temp as $$
declare
	t task;
begin
	select k.* into t from task k join person_ident i using (person_id) where (i.id_no = p_person or i.person_id::text = p_person)
		and k.rule_id = 'employment.referral' and k.cause = p_vacancy limit 1;
	if not found then
		raise exception using errcode = 'ST404', message = 'nobody of that number was referred there';
	end if;
	return (decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, p_outcome, coalesce(nullif(p_reason, ''),
		(select min(r.code) from reason r where r.task_type = 'referral' and r.event = p_outcome having count(*) = 1), ''), '')).state;
end $$;

grant execute on function job_refer, job_referral_say, job_outcome to steward_staff;
grant execute on function job_referral_say to steward_batch;
