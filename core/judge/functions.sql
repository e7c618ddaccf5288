-- What the judge writes, and the policy texts in force.

-- The judge: its day, the tables of a round, what it found.
-- The day to be judged: refused where it cannot be, before any text of that day is looked for.
create or replace function judge_day(p_day date, p_force boolean) returns date
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	last date := judged_day();
	day date := work_day(p_day, p_force);
begin
	if day < last then
		raise exception using errcode = 'ST422',
			message = format('%s is before the last judged day, %s', day, last),
			hint = 'A day cannot be judged again as it was; give --date with that day or a later one.';
	end if;
	return day;
end $$;

create or replace function judge_open(p_day date, p_force boolean) returns date
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	day date;
begin
	perform work_lock_take('judge');
	day := judge_day(p_day, p_force);
	perform day_begin(day);
	perform setting_put('business_day', day::text);
	create temp table scope (person_id bigint primary key) on commit drop;
	grant select on scope to steward_batch;
	return day;
end $$;

-- One subject's turn: what was touched of it, and the empty tables of a round.
create or replace function judge_round(p_subject text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	drop table if exists pg_temp.taken, pg_temp.checked, pg_temp.packing, pg_temp.found;
	create temp table taken on commit drop as
	select case when subject_id = 0 then person_id else subject_id end as subject_id, person_id, batch_id,
		subject_id as touched_id
	from touched where subject = p_subject;
	create temp table packing (subject_id bigint primary key, region_code int not null,
		body bytea not null) on commit drop;
	create temp table checked (subject_id bigint, next_check date, judged bigint) on commit drop;
	create temp table found (subject_id bigint, rule_id text, cause text, task_type text, due date,
		say text, monthly_fen bigint, inputs text, rule_hash text, subject text, person_id bigint,
		region_code int) on commit drop;
	if p_subject = 'person' then
		perform names_known();
	end if;
	grant select, delete on taken to steward_batch;
	grant select, insert on packing to steward_batch;
	grant insert on checked, found to steward_batch;
end $$;

-- One whose facts could not be made stays touched.
create or replace function judge_keep_touched(p_subject text, p_id bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	execute format('insert into touched (person_id, subject, subject_id, batch_id, region_code)
		select person_id, $1, %s, 0, region_code from %I where %I = $2 on conflict do nothing',
		case when p_subject = 'person' then '0' else '$2' end,
		(select base_table from subject where subject = p_subject), p_subject || '_id')
	using p_subject, p_id;
end $$;

-- Facts in one piece that came out anew, and what was judged of them: one writing for both.
create or replace function judge_write_packs(p_subject text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	pack text := p_subject || '_pack';
	id text := p_subject || '_id';
begin
	-- Not judged in this round, or found as before: what was judged stands.
	execute format('insert into %1$I as k (%2$I, region_code, body, judged, next_check)
		select p.subject_id, p.region_code, p.body, c.judged, c.next_check
		from packing p left join checked c using (subject_id) order by p.subject_id
		on conflict (%2$I) do update set region_code = excluded.region_code, body = excluded.body,
			judged = coalesce(excluded.judged, k.judged), next_check = case
				when excluded.judged is null then k.next_check else excluded.next_check end',
		pack, id);
	execute format('update %1$I k set next_check = c.next_check, judged = c.judged from checked c
		where k.%2$I = c.subject_id and not exists (select from packing p
			where p.subject_id = c.subject_id)', pack, id);
end $$;

-- No adverse task where the signs' senders were silent: what is not known speaks against nobody.  For so many days at
-- most, or until the manager says to go on; a person who was found is kept, and becomes a task then.
create or replace function rules_held(p_day date) returns text[]
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(array_agg(distinct h.rule), '{}') from feed_state f cross join unnest(f.holds) h (rule)
	where f.is_late and p_day - f.last_day - ceil(f.days * 1.1) <= f.silent_days
		and not exists (select from decision d where d.person_id = 0 and d.rule_id = 'feed.late'
			and d.cause = f.feed || ' ' || f.last_day and d.event = 'go_on')
$$;

grant execute on function rules_held to steward_batch;

-- Tasks of what was found while its rule was held.
create or replace function held_release(p_day date) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	free text[] := array(select distinct h.rule from feed_contract c cross join unnest(c.holds) h (rule)
		where not h.rule = any (rules_held(p_day)));
begin
	with clock as materialized (select kind, priority, due_on(p_day, days, working_days) as due from work_clock),
	opened as (
	insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, priority, opened_on)
	select f.person_id, f.rule_id, f.cause, f.subject, f.subject_id, f.region_code, f.task_type,
		coalesce(o.due, t.due, due_on(p_day, 20, null)), coalesce(o.priority, t.priority, 5), p_day
	from finding f left join clock t on t.kind = f.task_type left join clock o on o.kind = f.rule_id
	where f.rule_id = any (free)
		and f.task_type in (select m.task_type from task_move m except select task_type from work_off)
		and not exists (select from task k where k.person_id = f.person_id and k.rule_id = f.rule_id
			and k.cause = f.cause)
	on conflict do nothing returning person_id, rule_id, cause)
	insert into day_change (run_id, kept_in, person_id, rule_id, cause)
	select r.run, 'task', o.* from opened o, day_run_now() r (run) where r.run is not null on conflict do nothing;
end $$;

-- What of the session's table found is news: findings, their tasks, and what came back.
create or replace function judge_write_found(p_day date, p_automatic text[]) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	held text[] := rules_held(p_day);
begin
	-- Somebody may be looking at a task whose finding has changed: its version tells.
	with news as (
		select n.*, (f.say, f.inputs, f.monthly_fen) is distinct from
			(n.say, n.inputs, n.monthly_fen) as is_other, to_jsonb(f) as before
		from found n join finding f using (person_id, rule_id, cause)
		where (f.say, f.inputs, f.rule_hash, f.due, f.monthly_fen) is distinct from
			(n.say, n.inputs, n.rule_hash, coalesce(n.due, f.due), n.monthly_fen)
	), kept as (
		update finding f set due = coalesce(n.due, f.due), say = n.say, inputs = n.inputs,
			rule_hash = n.rule_hash, monthly_fen = n.monthly_fen
		from news n
		where f.person_id = n.person_id and f.rule_id = n.rule_id and f.cause = n.cause
	), seen as (
		select to_jsonb(t) as before, t.person_id, t.rule_id, t.cause from news n join task t using (person_id, rule_id, cause)
		where n.is_other and t.state in (select state from task_state where kind <> 'final')
	), noted as (
		insert into day_change (run_id, kept_in, person_id, rule_id, cause, before)
		select r.run, x.* from (select 'finding', person_id, rule_id, cause, before from news
			union all select 'task', person_id, rule_id, cause, before from seen) x, day_run_now() r (run)
		where r.run is not null on conflict do nothing
	)
	update task t set ver = t.ver + 1 from seen n
	where t.person_id = n.person_id and t.rule_id = n.rule_id and t.cause = n.cause;
	-- Clocks end on a day that is worked out once for each kind of task, and for each rule that has one of
	-- its own, not for each row.
	with clock as materialized (select kind, due_on(p_day, days, working_days) as due from work_clock), added as (
	insert into finding (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, say,
		inputs, rule_hash, found_on, monthly_fen)
	select n.person_id, n.rule_id, n.cause, n.subject, n.subject_id, n.region_code, n.task_type,
		coalesce(n.due, o.due, t.due, due_on(p_day, 20, null)), n.say, n.inputs, n.rule_hash, p_day,
		n.monthly_fen
	from found n left join clock t on t.kind = n.task_type left join clock o on o.kind = n.rule_id
	where not exists (select from finding f where f.person_id = n.person_id
		and f.rule_id = n.rule_id and f.cause = n.cause)
	on conflict do nothing returning person_id, rule_id, cause)
	insert into day_change (run_id, kept_in, person_id, rule_id, cause)
	select r.run, 'finding', a.* from added a, day_run_now() r (run) where r.run is not null on conflict do nothing;
	with clock as materialized (select kind, priority, due_on(p_day, days, working_days) as due
		from work_clock), opened as (
	insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due,
		priority, opened_on)
	select n.person_id, n.rule_id, n.cause, n.subject, n.subject_id, n.region_code, n.task_type,
		coalesce(n.due, o.due, t.due, due_on(p_day, 20, null)), coalesce(o.priority, t.priority, 5), p_day
	from found n left join clock t on t.kind = n.task_type left join clock o on o.kind = n.rule_id
	where not n.task_type = any (p_automatic) and not n.rule_id = any (held) and n.task_type not in (select task_type from work_off)
		and not exists (select from task k where k.person_id = n.person_id
			and k.rule_id = n.rule_id and k.cause = n.cause)
	on conflict do nothing returning person_id, rule_id, cause)
	insert into day_change (run_id, kept_in, person_id, rule_id, cause)
	select r.run, 'task', o.* from opened o, day_run_now() r (run) where r.run is not null on conflict do nothing;
	-- A cause that is back before anyone decided opens its task again.
	with back as (
		select to_jsonb(t) as before, t.person_id, t.rule_id, t.cause from found n join task t using (person_id, rule_id, cause)
		where t.state = 'withdrawn' and not n.task_type = any (p_automatic) and n.task_type not in (select task_type from work_off)
	), noted as (
		insert into day_change (run_id, kept_in, person_id, rule_id, cause, before)
		select r.run, 'task', b.person_id, b.rule_id, b.cause, b.before from back b, day_run_now() r (run)
		where r.run is not null on conflict do nothing
	)
	update task t set state = 'open', ver = t.ver + 1, closed_on = null from back b
	where t.person_id = b.person_id and t.rule_id = b.rule_id and t.cause = b.cause;
	-- A reminder goes out with its task.
	perform message_due(t.person_id, t.rule_id, t.cause, null)
	from found n join task t using (person_id, rule_id, cause)
	where t.state = 'open' and t.opened_on = p_day
		and (n.rule_id in (select kind from work_message where state = 'open')
			or n.task_type in (select kind from work_message where state = 'open'));
end $$;

-- A cause that has vanished takes its open task with it; what is proposed stays, to be refused or taken back.
-- p_gone gives the keys of what is not found again.
create or replace function judge_write_gone(p_gone text, p_day date, p_failed text[], p_subject text)
returns void language plpgsql set search_path = steward, pg_temp as $$
begin
	execute 'with gone as (delete from finding f ' || p_gone || ' and not exists (select from found n
			where n.person_id = f.person_id and n.rule_id = f.rule_id and n.cause = f.cause)
		returning f.*), seen as (
		select t.* from gone g join task t using (person_id, rule_id, cause)
		where t.state in (select state from task_state where kind <> ''final'')
	), noted as (
		insert into day_change (run_id, kept_in, person_id, rule_id, cause, before)
		select r.run, x.* from (select ''finding'', person_id, rule_id, cause, to_jsonb(g) from gone g
			union all select ''task'', person_id, rule_id, cause, to_jsonb(s) from seen s) x, day_run_now() r (run)
		where r.run is not null on conflict do nothing
	)
	update task t set state = case s.kind when ''open'' then ''withdrawn'' else t.state end,
		ver = t.ver + 1, closed_on = case s.kind when ''open'' then $1 end
	from seen g, task_state s
	where t.person_id = g.person_id and t.rule_id = g.rule_id and t.cause = g.cause
		and s.state = t.state and s.kind <> ''final''' using p_day, p_failed, p_subject;
end $$;

-- What is gone, what is news, and the proposals that rested on it.  Whose task somebody holds is waited for, a while.
-- p_gone: each gives the keys of some of what may not have been found again.
create or replace function judge_write(p_gone text[], p_day date, p_failed text[], p_subject text, p_automatic text[])
returns void language plpgsql set search_path = steward, pg_temp set lock_timeout = '5min' as $$
begin
	for nth in 1..10 loop
		begin
			perform work_patience();
			perform judge_write_gone(g, p_day, p_failed, p_subject) from unnest(p_gone) g;
			perform judge_write_found(p_day, p_automatic);
			perform proposals_return(p_day);
			return;
		exception when lock_not_available then
			perform work_make_way();
		end;
	end loop;
	raise exception using errcode = 'lock_not_available', message = 'somebody holds tasks all the time';
end $$;

-- Findings and tasks after a round over a subject.  p_failed: rules whose findings stay as they are; p_automatic:
-- kinds of task that rules settle alone.
create or replace function judge_apply(p_subject text, p_day date, p_failed text[], p_automatic text[])
returns void language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	is_person boolean := p_subject = 'person';
begin
	perform session_table('found');
	perform session_table('checked');
	perform session_table('packing');
	-- The comparison joins them both ways: without this the planner takes them for tiny.
	analyze checked, found, packing;
	-- Of one subject a person may have several: which one it is belongs to the cause.
	execute format('update found n set subject = $1, person_id = f.person_id, region_code = f.region_code,
		subject_id = case when $2 then 0 else n.subject_id end,
		cause = case when $2 then n.cause else n.subject_id || '':'' || n.cause end
		from %I f where f.%I = n.subject_id', p_subject || '_fact', p_subject || '_id')
	using p_subject, is_person;
	perform judge_write_packs(p_subject);
	-- What finders find is theirs.  Their names as a list: an anti-join would be taken to leave one row, and the
	-- next join to go through all findings for each of them.
	perform judge_write(array[format('using checked c where f.%I = c.subject_id and f.subject = $3
		and f.rule_id <> all ($2)', case when is_person then 'person_id' else 'subject_id' end)], p_day,
		p_failed || array(select rule_id from finder), p_subject, p_automatic);
end $$;

-- Findings and tasks after the finders that have run.  What one does not find again is gone: everywhere, or, of those
-- that looked at the persons of the session's table scope, among these alone.
create or replace function judge_found(p_whole text[], p_scoped text[], p_day date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform session_table('found');
	perform session_table('scope');
	analyze found;
	-- Only what is declared as a finder's is found here, and only that goes.
	if exists (select from unnest(p_whole || p_scoped || array(select rule_id from found)) r (id)
			where not exists (select from finder d where d.rule_id = r.id)) then
		raise exception using errcode = 'ST422', message = 'a finder is not declared',
			hint = 'steward migrate brings the modules'' finders into the database.';
	end if;
	update found n set task_type = d.task_type, rule_hash = sha256_text(d.body),
		subject = coalesce(n.subject, 'person'), subject_id = coalesce(n.subject_id, 0),
		region_code = coalesce((select p.region_code from person p where p.person_id = n.person_id), 0)
	from finder d where d.rule_id = n.rule_id;
	get diagnostics n = row_count;
	perform judge_write(array[format('where f.rule_id = any (%L)', p_whole),
		format('using scope s where f.person_id = s.person_id and f.rule_id = any (%L)', p_scoped)],
		p_day, null, null, '{}');
	truncate found;
	return n;
end $$;

-- What rules settle alone, of one kind: task, decision, effect; the subjects are judged again.  That no human
-- decided is the columns' default.
create or replace function judge_settle(p_type text, p_day date, p_book text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform session_table('found');
	create temp table found_auto on commit drop as
	select n.person_id, n.rule_id, n.cause, n.subject, n.subject_id, n.region_code, n.say, n.inputs,
		n.rule_hash
	from found n
	where n.task_type = p_type and not exists (select from task k where k.person_id = n.person_id
		and k.rule_id = n.rule_id and k.cause = n.cause and k.state <> 'withdrawn');
	get diagnostics n = row_count;
	with done as (
	insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, state, due,
		priority, opened_on, closed_on)
	select person_id, rule_id, cause, subject, subject_id, region_code, p_type, 'done', p_day, 9, p_day,
		p_day
	from found_auto on conflict (person_id, rule_id, cause) do update set state = 'done', ver = task.ver + 1,
		closed_on = excluded.closed_on where task.state = 'withdrawn'
	returning person_id, rule_id, cause)
	insert into day_change (run_id, kept_in, person_id, rule_id, cause)
	select r.run, 'task', d.* from done d, day_run_now() r (run) where r.run is not null on conflict do nothing;
	insert into decision (person_id, decision_id, region_code, rule_id, cause, subject, subject_id, event,
		outcome, reason, note, business_day, rule_hash, inputs, book_hash, judged_on, seal)
	select person_id, nextval('id_block'), region_code, rule_id, cause, subject, subject_id, 'apply',
		'done', 'rule', '', p_day, rule_hash, i.puts, p_book, p_day,
		decision_seal(person_id, rule_id, cause, rule_hash, p_book, p_day, i.puts)
	from found_auto cross join lateral (select jsonb_build_object('say', say::jsonb, 'facts',
		inputs::jsonb) as puts) i on conflict do nothing;
	execute format('select %I()', 'settle_' || p_type);
	perform message_settled(p_type);
	insert into touched (person_id, subject, subject_id, batch_id, region_code)
	select distinct person_id, subject, subject_id, 0, region_code from found_auto on conflict do nothing;
	drop table found_auto;
	return n;
end $$;

-- A round is over: what it took is not touched any more.  Subjects whose facts look at a person are touched with
-- him; whom the run looked at is noted for the finders.
create or replace function judge_untouch(p_subject text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	s subject;
begin
	perform session_table('taken');
	for s in select * from subject where p_subject = 'person' and follows_person loop
		execute format('insert into touched (person_id, subject, subject_id, batch_id, region_code)
			select 0, $1, 0, k.batch_id, 0 from pg_temp.taken k where k.person_id = 0
			union select b.person_id, $1, b.%I, 0, b.region_code from %I b
			join pg_temp.taken k on k.person_id = b.person_id and k.person_id <> 0
			on conflict do nothing', s.subject || '_id', coalesce(to_regclass(s.subject || '_persons')::text, s.base_table)) using s.subject;
	end loop;
	insert into scope select distinct person_id from pg_temp.taken where person_id <> 0
	on conflict do nothing;
	delete from touched t using pg_temp.taken k
	where t.subject = p_subject and t.person_id = k.person_id and t.subject_id = k.touched_id
		and t.batch_id = k.batch_id;
end $$;

create or replace function judge_close(p_day date, p_book text, p_columns text, p_edge date) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if p_day is distinct from business_day() then
		raise exception using errcode = 'ST422', message = 'only the business day can have been judged';
	end if;
	perform held_release(p_day);
	perform day_end();
	perform setting_put('last_judged', p_day::text), setting_put('book_hash', p_book),
		setting_put('fact_columns', p_columns), setting_put('next_edge', p_edge::text);
end $$;

-- Of a run over all of a subject: how many rows there are to judge by.
create or replace function judge_packed(p_subject text, p_packed bigint) returns void
language sql security definer set search_path = steward, pg_temp as $$
	select setting_put('packed.' || p_subject, p_packed::text)
$$;

-- The texts in force on a day: of each path the newest version that has begun and is not withdrawn.
create or replace function rules_in_force(day date) returns table (path text, hash text)
language sql stable set search_path = steward, pg_temp as $$
	select v.path, v.hash from (select distinct on (w.path) w.path, w.hash from rule_version w
		where w.from_day <= day and (w.withdrawn_from is null or w.withdrawn_from > day)
		order by w.path, w.from_day desc, w.adopted_at desc, w.version_id desc) v
	where v.hash <> ''
$$;

create or replace function rules_state(day date) returns text
language sql stable set search_path = steward, pg_temp as $$
	select encode(sha256(convert_to(coalesce(string_agg(path || ' ' || hash, E'\n'
		order by path collate "C"), ''), 'UTF8')), 'hex') from rules_in_force(day)
$$;

-- What a draft stands on: the texts in force on its day, and all that is decided already for later days.
create or replace function rules_base(day date) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(concat_ws(E'\n', rules_state(day), (select string_agg(concat_ws(' ',
		v.from_day - date '2000-01-01', v.path, v.hash, v.withdrawn_from - date '2000-01-01'), E'\n'
		order by v.from_day, v.path collate "C", v.version_id)
	from rule_version v where (v.from_day > day or v.withdrawn_from > day)
		and (v.withdrawn_from is null or v.withdrawn_from > v.from_day))))
$$;

-- As rule/rulebook.c makes it: libraries, parameters, calculations, rules, each by path.
create or replace function draft_hash(draft jsonb) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select sha256_text(string_agg(key || ' ' || value || E'\n', '' order by case when key like 'l%' then 0
		when key like 'p%' then 1 when key like 'c%' then 2 else 3 end, key collate "C")) from jsonb_each_text(draft)
$$;

-- p_check is the adopting person's own rehearsal of the same draft, with the same result.
create or replace function rules_adopt(p_rehearsal bigint, p_check bigint, p_from date) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r rehearsal;
	c rehearsal;
	n int;
begin
	-- One at a time: what one puts into force is the base of the next.
	lock table rule_version in share row exclusive mode;
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'adoption needs a policy officer';
	end if;
	select * into r from rehearsal where rehearsal_id = p_rehearsal;
	select * into c from rehearsal where rehearsal_id = p_check;
	if r.rehearsal_id is null or c.author is distinct from session_user or c.checks is distinct from p_rehearsal
			or (r.draft_hash, r.draft, r.base_hash, r.business_day) is distinct from
			(c.draft_hash, c.draft, c.base_hash, c.business_day) then
		raise exception using errcode = 'ST404', message = 'this draft was not rehearsed',
			hint = 'Rehearse the files exactly as they are now: steward rules rehearse.';
	end if;
	if r.author = session_user then
		raise exception using errcode = 'ST403',
			message = 'a draft is put into force by a second person',
			hint = 'You rehearsed it yourself; another policy officer must adopt it.';
	end if;
	if p_from < business_day() or p_from <> r.business_day or r.region_code is not null then
		raise exception using errcode = 'ST422',
			message = case when r.region_code is not null then 'only a part of the persons was rehearsed'
				when p_from < business_day() then 'a text cannot come into force in the past'
				when p_from < r.business_day then 'it was rehearsed for a later day'
				else 'it was rehearsed for an earlier day' end,
			hint = case when r.region_code is not null then 'Rehearse it without --region first.'
				when p_from < business_day() then 'Rehearse it for the business day or a later one; a value '
					'valid from a past day stands in the text itself.'
				else 'Give that day with --from, or rehearse it for the day it shall begin.' end;
	end if;
	if (r.result_hash, r.totals) is distinct from (c.result_hash, c.totals) then
		raise exception using errcode = 'ST409',
			message = 'rehearsed again, the draft does something else',
			hint = 'Its author rehearses it once more on the facts of today: steward rules rehearse.';
	end if;
	if r.base_hash <> rules_base(p_from) then
		raise exception using errcode = 'ST409',
			message = 'other texts have come into force since this was rehearsed',
			hint = 'Rehearse the draft again on the texts of today.';
	end if;
	if r.draft_hash is distinct from draft_hash(r.draft) or exists (select from jsonb_each_text(r.draft) d
			left join rule_text t on t.hash = d.value where t.hash is null
			or d.key !~ '^((lib|parameters|calculations)(/[a-z][a-z0-9_]*)?|rules/[a-z][a-z0-9_]*)/[^/]+\.lua$'
			or d.key ~ '["\\[:cntrl:] ]') then
		raise exception using errcode = 'ST422',
			message = 'the texts of this draft are not what its hash says',
			hint = 'Rehearse the files again: steward rules rehearse. If it stays so, somebody has written '
				'into rehearsal or rule_text by hand.';
	end if;
	insert into rule_version (version_id, path, hash, from_day, rehearsal_id, author)
	select nextval('id_block'), d.key, d.value, p_from, r.rehearsal_id, r.author
	from jsonb_each_text(r.draft) d;
	get diagnostics n = row_count;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'rules.adopt', jsonb_build_object('rehearsal',
		r.rehearsal_id, 'check', c.rehearsal_id, 'draft', r.draft, 'from', p_from, 'author', r.author));
	return n;
end $$;

-- What would be in force in the place of a version on a day; '' for nothing.
create or replace function rules_without(p_version bigint, p_day date) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select w.hash from rule_version v join rule_version w using (path)
		where v.version_id = p_version and w.version_id <> p_version and w.from_day <= p_day
			and (w.withdrawn_from is null or w.withdrawn_from > p_day)
		order by w.from_day desc, w.adopted_at desc, w.version_id desc limit 1), '')
$$;

-- Each of the two persons has rehearsed what it does, with the same result.
create or replace function rules_withdraw(p_path text, p_hash text, p_from date, p_rehearsal bigint) returns boolean
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v rule_version;
	r rehearsal;
	other rehearsal;
	is_second boolean;
begin
	lock table rule_version in share row exclusive mode;
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'withdrawing needs a policy officer';
	end if;
	if p_from < business_day() then
		raise exception using errcode = 'ST422',
			message = 'a text cannot be withdrawn in the past',
			hint = 'Give the business day or a later one.';
	end if;
	select * into v from rule_version x where x.path = p_path and x.hash = p_hash
		and x.withdrawn_from is null and x.rehearsal_id is not null
	order by x.adopted_at desc, x.version_id desc limit 1;
	if not found then
		raise exception using errcode = 'ST404',
			message = 'there is no adopted version to withdraw',
			hint = 'steward rules history PATH lists the versions; what came with the '
				'program can be replaced, not withdrawn.';
	end if;
	select * into r from rehearsal x where x.rehearsal_id = p_rehearsal and x.author = session_user
		and x.draft = jsonb_build_object(p_path, rules_without(v.version_id, x.business_day))
		and x.business_day = greatest(p_from, v.from_day) and x.region_code is null
		and x.base_hash = rules_base(x.business_day);
	if not found then
		raise exception using errcode = 'ST404', message = 'this withdrawal was not rehearsed',
			hint = 'steward rules withdraw rehearses it; other texts may have come into force meanwhile.';
	end if;
	is_second := coalesce(v.withdrawal_by <> session_user and v.withdrawal_from = p_from, false);
	select * into other from rehearsal x where is_second and x.author = v.withdrawal_by and x.draft = r.draft
		and x.business_day = r.business_day and x.checks = x.rehearsal_id
	order by x.rehearsal_id desc limit 1;
	if is_second and (r.result_hash, r.totals) is distinct from (other.result_hash, other.totals) then
		raise exception using errcode = 'ST409', message = 'rehearsed again, the withdrawal does something else',
			hint = 'Who proposed it says so once more on the facts of today: steward rules withdraw.';
	end if;
	if is_second then
		update rule_version set withdrawn_from = p_from, withdrawn_by = session_user
		where version_id = v.version_id;
	else
		update rule_version set withdrawal_by = session_user, withdrawal_from = p_from
		where version_id = v.version_id;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, case when is_second then 'rules.withdraw'
		else 'rules.propose_withdrawal' end, jsonb_build_object('path', p_path, 'hash', p_hash,
		'from', p_from, 'proposed_by', v.withdrawal_by, 'rehearsal', r.rehearsal_id));
	return is_second;
end $$;

grant execute on function judge_open, judge_day, judge_round, judge_keep_touched, judge_apply, judge_found, judge_settle,
	judge_untouch, judge_close, judge_packed to steward_batch;
grant execute on function rules_in_force, rules_state, rules_base, rules_without to steward_staff, steward_batch;
grant execute on function rules_adopt, rules_withdraw to steward_policy;

-- The counts of one run, a line a text: path, hash, cases, passing, tabs between.  They stand in place of those before.
create or replace function cases_keep(p_rows text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	delete from case_run;
	insert into case_run (path, hash, cases, passing, run_on)
	select split_part(l, E'\t', 1), split_part(l, E'\t', 2), max(split_part(l, E'\t', 3)::int), max(split_part(l, E'\t', 4)::int),
		business_day() from regexp_split_to_table(p_rows, E'\n') l where l <> '' group by 1, 2;
	get diagnostics n = row_count;
	return n;
end $$;
revoke execute on function cases_keep from public;
grant execute on function cases_keep to steward_batch, steward_policy;
