-- What decisions about files and their rows, and about reports, do.

-- The rows of one question: those of the load that name the person in the same way, or one that contradicts.
create or replace function match_rows_asked(p_person bigint, p_cause text) returns table (batch_id bigint, line bigint)
language sql stable set search_path = steward, pg_temp as $$
	select o.batch_id, o.line from staged_row r join staged_row o using (person_id, batch_id)
	where r.person_id = p_person and r.batch_id = split_part(p_cause, ':', 1)::bigint
		and r.line = split_part(p_cause, ':', 2)::bigint and o.state = 'doubtful' and r.state = 'doubtful'
		and (o.line = r.line or r.kind = 'match' and (o.kind, o.why, o.about) = (r.kind, r.why, r.about))
$$;

-- A doubtful row is the person's after all: the next judge applies it.
create or replace function match_accept(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with accepted as (
		update staged_row set state = 'accepted'
		where person_id = p_person and (batch_id, line) in (select batch_id, line from match_rows_asked(p_person, p_cause))
		returning line
	) select count(*) from accepted
$$;

-- It is not his: the next of those it may be is asked about; a row of the register is a person's of its own, and one
-- of nobody here waits for him to be registered.
create or replace function match_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with d as (
		select d.reason = 'other_person' as is_other from decision d
		where d.person_id = p_person and d.decision_id = p_decision
	), refused as (
		update staged_row r set state = case when r.kind = 'contradiction' or not d.is_other then 'refused'
				when coalesce(r.others, '{}') <> '{}' then 'doubtful'
				when exists (select from batch b join feed_match m using (feed)
					where b.batch_id = r.batch_id and m.is_new) then 'apart'
				else 'nobody' end,
			person_id = case when d.is_other then coalesce(r.others[1], r.person_id) else r.person_id end,
			region_code = coalesce((select p.region_code from person p where d.is_other
				and p.person_id = r.others[1]), r.region_code),
			others = case when d.is_other then r.others[2:] else r.others end
		from d where r.person_id = p_person
			and (r.batch_id, r.line) in (select batch_id, line from match_rows_asked(p_person, p_cause))
		returning r.line
	) select count(*) from refused
$$;

-- Rows of one load that are in doubt alike, named by a task's cause: LOAD:KIND:WHY.
create or replace function alike_rows(p_cause text) returns setof staged_row
language sql stable set search_path = steward, pg_temp as $$
	select r.* from staged_row r where r.batch_id = split_part(p_cause, ':', 1)::bigint
		and r.kind = split_part(p_cause, ':', 2) and left(md5(r.why), 8) = split_part(p_cause, ':', 3)
		and r.state = 'doubtful' and not r.is_single
$$;

create or replace function alike_note(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select count(*) from alike_rows(p_cause)
$$;

create or replace function alike_accept(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update staged_row r set state = 'accepted' from alike_rows(p_cause) a
		where (r.person_id, r.batch_id, r.line) = (a.person_id, a.batch_id, a.line) returning r.line
	) select count(*) from done
$$;

create or replace function alike_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update staged_row r set state = 'refused' from alike_rows(p_cause) a
		where (r.person_id, r.batch_id, r.line) = (a.person_id, a.batch_id, a.line) returning r.line
	) select count(*) from done
$$;

create or replace function alike_split(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update staged_row r set is_single = true from alike_rows(p_cause) a
		where (r.person_id, r.batch_id, r.line) = (a.person_id, a.batch_id, a.line) returning r.line
	) select count(*) from done
$$;

-- A file that waited: its rows are applied by the next run, or never.
create or replace function load_release(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with taken as (
		update batch set state = 'taken' where batch_id = p_cause::bigint and state = 'waiting'
			and author <> session_user returning batch_id
	), rows as (
		update staged_row r set state = 'accepted' from taken t where r.batch_id = t.batch_id and r.state = 'waiting'
		returning r.line
	) select count(*) from taken cross join (select count(*) from rows) x
$$;

create or replace function load_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with refused as (
		update batch set state = 'refused' where batch_id = p_cause::bigint and state = 'waiting' returning batch_id
	), rows as (
		update staged_row r set state = 'refused' from refused t where r.batch_id = t.batch_id and r.state = 'waiting'
		returning r.line
	) select count(*) from refused cross join (select count(*) from rows) x
$$;

-- The reports of a task are void: a death by whomever it was told, a stay in custody by its first day, which is the
-- cause.  They stay, marked, and whoever tells the same again tells nothing.
create or replace function report_void(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with d as (
		select reason_voids(d.rule_id, t.task_type, d.event, d.reason) as kinds
		from decision d join task t using (person_id, rule_id, cause)
		where d.person_id = p_person and d.decision_id = p_decision
	), void as (
		update status_event e set state = 'void', decision_id = p_decision from d
		where e.person_id = p_person and e.kind = any (d.kinds) and e.state = 'valid'
			and (e.kind = 'death' or e.from_day::text = p_cause)
		returning e.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select distinct p_person, 0::bigint, region_code from void on conflict do nothing
	) select count(*) from void
$$;
