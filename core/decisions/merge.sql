-- Two records of one person become one, and one becomes two again.  Whatever is kept of persons follows by the
-- catalogue: every table with a person_id, of whichever module.

-- Numbers that one slip tells apart: one digit, two neighbours exchanged, or, on one birth day, two digits.
create or replace function number_is_near(a text, b text) returns boolean
language sql immutable as $$
	select case when length(a) <> length(b) then false when d.n <= 1 then true
		when d.n > 2 then false when substr(a, 7, 8) = substr(b, 7, 8) then true
		else d.last = d.first + 1 and substr(a, d.first, 1) = substr(b, d.last, 1)
			and substr(a, d.last, 1) = substr(b, d.first, 1) end
	from (select count(*) as n, min(i) as first, max(i) as last from generate_series(1, length(a)) i
		where substr(a, i, 1) <> substr(b, i, 1)) d
$$;

-- A number of 15 digits and the one of 18 that came of it are one; the check character follows from the others.
create or replace function number_core(p_number text) returns text language sql immutable as $$
	select case when p_number ~ '^[0-9]{15}$' then left(p_number, 6) || '19' || substr(p_number, 7)
		when p_number ~ '^[0-9]{17}[0-9X]$' then left(p_number, 17) end
$$;

create or replace function draws_pension(p_person bigint) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from benefit b where b.person_id = p_person and b.state = 'paid' and b.valid_to > business_day())
$$;

-- A benefit that was the merged record's.
create or replace function was_others(b benefit) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from person_merge m join merge_row r using (person_id, merge_id)
		where m.person_id = b.person_id and m.state = 'merged' and r.kept_in = 'benefit' and r.what = 'moved'
			and r.key::jsonb = jsonb_build_object('scheme', b.scheme, 'kind', b.kind, 'valid_from', b.valid_from))
$$;

-- A sum that is another one as soon as any name, number or account is; to read it is a fiftieth of comparing them.
create or replace function pairs_basis() returns text
language sql stable set search_path = steward, pg_temp as $$
	select concat_ws(' ', (select sum(hashtextextended(id_no, person_id)) from person_ident),
		(select sum(hashtextextended(name, person_id)) from person),
		(select sum(hashtextextended(channel || ' ' || number, person_id)) from account))
$$;

-- Records whose name, numbers or accounts are not those they were compared by.
create or replace function pairs_changed() returns table (record_id bigint, known bigint)
language sql stable rows 1000 set search_path = steward, pg_temp as $$
	select coalesce(n.person_id, o.record_id), n.known from (
		select p.person_id, hashtextextended(p.name, coalesce(i.known, 0) * 3 + coalesce(a.known, 0)) as known from person p
		left join (select person_id, sum(hashtext(id_no)) as known from person_ident group by person_id) i using (person_id)
		left join (select person_id, sum(hashtext(channel || ' ' || number)) as known from account group by person_id) a using (person_id)) n
	full join pair_known o on o.record_id = n.person_id where n.known is distinct from o.known
$$;

-- Who may be in the register twice: under one name, numbers that a slip tells apart, or one account.  A slip leaves
-- one of three parts of the number as it was, so that no pair is missed and few are looked at.  Of a pair at least one
-- record has changed since they were compared.
create or replace function pairs_make() returns void
language plpgsql volatile set search_path = steward, pg_temp as $$
begin
	create temp table if not exists pair_changed (record_id bigint primary key, known bigint) on commit delete rows;
	delete from pair_changed;
	insert into pair_changed select * from pairs_changed();
	analyze pair_changed;
	delete from person_pair p using pair_changed c where c.record_id in (p.low_id, p.high_id);
	with named as materialized (
		select p.person_id, p.name, c.known is not null as is_changed from person p left join pair_changed c on c.record_id = p.person_id
		where p.name in (select x.name from person x join pair_changed y on y.record_id = x.person_id)
	), part as materialized (
		select n.*, c.core, x.part from named n join person_ident i using (person_id)
		cross join lateral (select number_core(i.id_no) as core offset 0) c
		cross join lateral (values (left(core, 13)), (substr(core, 8)), (left(core, 6) || '-' || substr(core, 15))) x (part)
		where c.core is not null
	), alike as (
		select a.person_id as a, b.person_id as b, 'numbers that a slip tells apart' as way
		from part a join part b on b.name = a.name and b.part = a.part and (b.person_id > a.person_id or not b.is_changed)
		where a.is_changed and a.person_id <> b.person_id and number_is_near(a.core, b.core)
		union all
		select m.person_id, n.person_id, 'one account'
		from named m join account a using (person_id) join account b on b.channel = a.channel and b.number = a.number
		join named n on n.person_id = b.person_id and n.name = m.name and (n.person_id > m.person_id or not n.is_changed)
		where m.is_changed and m.person_id <> n.person_id
	)
	insert into person_pair select least(a, b), greatest(a, b), min(way) from alike group by 1, 2;
	delete from pair_known k using pair_changed c where k.record_id = c.record_id;
	insert into pair_known select record_id, known from pair_changed where known is not null;
end $$;

-- Who of a pair draws no pension, or is the later record, is the other one.
create or replace function person_pairs() returns table (person_id bigint, other_id bigint, way text, both_paid boolean)
language plpgsql volatile set search_path = steward, pg_temp as $$
declare
	now text := pairs_basis();
begin
	if now is distinct from (select basis from pair_basis) then
		perform pairs_make();
		delete from pair_basis;
		insert into pair_basis values (now);
	end if;
	return query select case when x.b_paid and not x.a_paid then x.b else x.a end, case when x.b_paid and not x.a_paid then x.a
		else x.b end, x.way, x.a_paid and x.b_paid
	from (select low_id as a, high_id as b, p.way, draws_pension(low_id) as a_paid, draws_pension(high_id) as b_paid
		from person_pair p) x;
end $$;

-- The fields in which two records differ, and which of the two is taken.
create or replace function merge_differences(p_person bigint, p_other bigint)
returns table (field text, mine text, others text, takes_other boolean)
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	with side as (
		select p.*, (select string_agg(i.id_no, ' ' order by i.id_kind, i.id_no) from person_ident i
				where i.person_id = p.person_id and not i.is_former) as number,
			coalesce(g.name, p.region_code::text) as area
		from person p left join region g using (region_code) where p.person_id in (p_person, p_other)
	)
	select x.field, x.mine, x.others, coalesce(c.takes_other, x.mine is null)
	from side a join side b on a.person_id = p_person and b.person_id = p_other
	cross join lateral (values (1, 'name', a.name, b.name), (2, 'number', a.number, b.number), (3, 'sex', a.sex, b.sex),
		(4, 'birth_date', a.birth_date::text, b.birth_date::text), (5, 'area', a.area, b.area),
		(6, 'household', a.household::text, b.household::text)) x (nth, field, mine, others)
	left join merge_choice c on c.person_id = p_person and c.other_id = p_other and c.field = x.field
	where x.mine is distinct from x.others order by x.nth
$$;

create or replace function merge_choose(p_person bigint, p_other bigint, p_field text, p_takes boolean) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'which of two values is right is for a clerk to say';
	end if;
	insert into merge_choice (person_id, other_id, field, region_code, takes_other)
	select p_person, p_other, d.field, p.region_code, p_takes
	from merge_differences(p_person, p_other) d join person p on p.person_id = p_person where d.field = p_field
	on conflict (person_id, other_id, field) do update set takes_other = excluded.takes_other, login = session_user;
	return 1;
end $$;
revoke execute on function merge_choose from public;
grant execute on function merge_choose to steward_staff;
grant execute on function merge_differences to steward_staff, steward_batch;
grant execute on function number_is_near, number_core, draws_pension, pairs_basis, pairs_changed, pairs_make, person_pairs, was_others to steward_batch;

-- What refers to a person, each with the rest of its key.  Left out: what tells who did what, and what has a step of
-- its own below.
create or replace function person_tables() returns table (name text, key text[])
language sql stable set search_path = steward, pg_temp as $$
	select c.relname::text, array(select k.attname::text from unnest(x.indkey::int2[]) with ordinality n (num, nth)
		join pg_attribute k on k.attrelid = c.oid and k.attnum = n.num where k.attname <> 'person_id' order by n.nth)
	from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
	join pg_index x on x.indrelid = c.oid and x.indisprimary
	where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
		and c.relname not in ('audit_log', 'look', 'request_done', 'merge_choice', 'touched', 'person_ident', 'pay_book')
	order by 1
$$;

create or replace function has_columns(p_table text, variadic p_columns text[]) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select count(*) = cardinality(p_columns) from pg_attribute a
	where a.attrelid = p_table::regclass and a.attname = any (p_columns) and not a.attisdropped
$$;

-- Rows that refer to each other move one table after the other: such keys are looked at when all have.
create or replace function person_keys_wait() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	k record;
	n bigint := 0;
begin
	for k in select c.conrelid::regclass as name, c.conname from pg_constraint c
			where c.connamespace = 'steward'::regnamespace and c.contype = 'f' and not c.condeferrable and c.conparentid = 0
				and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
					and a.attname = 'person_id') loop
		execute format('alter table %s alter constraint %I deferrable', k.name, k.conname);
		n := n + 1;
	end loop;
	return n;
end $$;

-- Nothing else is at work on them, and two pensions are looked at by two persons.
create or replace function merge_check(p_person bigint, p_other bigint, p_rule text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform from person where person_id in (p_person, p_other) order by person_id for update;
	begin
		perform from work_lock where name = 'judge' for update nowait;
	exception when lock_not_available then
		raise exception using errcode = 'ST409', message = 'the judge is at work',
			hint = 'Try again when it has ended; nothing was changed.';
	end;
	if p_rule = 'person.same' and draws_pension(p_person) and draws_pension(p_other) then
		raise exception using errcode = 'ST409', message = 'both records draw a pension: it needs two persons',
			hint = 'The next night makes it a task of that kind.';
	end if;
	if exists (select from pay_line l join pay_run r using (run_id) where l.person_id in (p_person, p_other)
			and r.state in ('open', 'gated', 'signed', 'approved', 'exported')) then
		raise exception using errcode = 'ST409', message = 'a payment run with lines of these records is on its way',
			hint = 'Try again when it is sent or taken back.';
	end if;
end $$;

-- What would stand beside the kept person's own gets a name of its own: a task of the same case, a payment of the same
-- month, a line of the same run.
create or replace function merge_apart(p_person bigint, p_other bigint, p_merge bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	mark text := format(' (%s)', p_merge);
	rules text[];
	causes text[];
	last int;
	t record;
begin
	select array_agg(g.rule_id), array_agg(g.cause) into rules, causes from task g join task k using (rule_id, cause)
	where g.person_id = p_other and k.person_id = p_person;
	for t in select * from person_tables() loop
		if rules is not null and has_columns(t.name, 'rule_id', 'cause') then
			execute format('update %I set cause = cause || $1 where person_id = $2
				and (rule_id, cause) in (select * from unnest($3, $4))', t.name) using mark, p_other, rules, causes;
		end if;
		if 'seq' = any (t.key) and cardinality(t.key) > 1 then
			execute format('select max(seq) from %1$I k where person_id = $1 and exists (select from %1$I g
				where g.person_id = $2 and (%2$s))', t.name, (select string_agg(format('g.%1$I = k.%1$I', c), ' and ')
					from unnest(t.key) c)) into last using p_person, p_other;
			if last is not null then
				execute format('update %I set seq = seq + $1 where person_id = $2', t.name) using last, p_other;
				insert into merge_row (person_id, merge_id, kept_in, what, key, region_code, body)
				select p_person, p_merge, t.name, 'shift', '', region_code, to_jsonb(last) from person
				where person_id = p_person;
			end if;
		end if;
	end loop;
	update message g set once = g.once || mark where g.person_id = p_other and exists (select from message k
		where k.person_id = p_person and k.once = g.once);
	update pay_line set record_id = p_other where person_id = p_other and record_id = 0;
end $$;

-- One table: what cannot stand beside the kept person's rows is kept aside, the others follow.
create or replace function merge_table(p_table text, p_key text[], p_person bigint, p_other bigint, p_merge bigint)
returns void language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	keyed text := 'jsonb_build_object(' || (select coalesce(string_agg(format('%L, g.%I', c, c), ', '), '')
		from unnest(p_key) c) || ')::text';
	region int := (select region_code from person where person_id = p_person);
	u record;
begin
	for u in select array_remove(array_agg(a.attname::text), 'person_id') as columns,
			coalesce(pg_get_expr(x.indpred, x.indrelid), 'true') as only
		from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
		where x.indrelid = p_table::regclass and x.indisunique and x.indexprs is null
		group by x.indexrelid, x.indpred, x.indrelid having bool_or(a.attname = 'person_id')
	loop
		execute format('with aside as (delete from %1$I g where person_id = $1 and (%2$s) and exists (
				select from (select * from %1$I where person_id = $2 and (%2$s)) k where true %3$s)
				returning %4$s as key, to_jsonb(g) as body)
			insert into merge_row (person_id, merge_id, kept_in, what, key, region_code, body)
			select $2, $3, %1$L, ''aside'', key, $4, body from aside', p_table, u.only,
			(select string_agg(format(' and k.%1$I = g.%1$I', c), '') from unnest(u.columns) c), keyed)
		using p_other, p_person, p_merge, region;
	end loop;
	execute format('with moved as (update %1$I g set person_id = $2 where person_id = $1 returning %2$s as key)
		insert into merge_row (person_id, merge_id, kept_in, what, key, region_code)
		select $2, $3, %1$L, ''moved'', key, $4 from moved', p_table, keyed)
	using p_other, p_person, p_merge, region;
end $$;

-- The values that were chosen, and all numbers: the chosen one goes by the person as he is now, former ones by the
-- name that files know them by.
create or replace function merge_identity(p_person bigint, p_other bigint, p_merge bigint, p_taken text[]) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	insert into merge_row (person_id, merge_id, kept_in, what, key, region_code, body)
	select p_person, p_merge, 'person_ident', 'before', i.id_kind || ' ' || i.id_no, i.region_code, to_jsonb(i)
	from person_ident i where i.person_id in (p_person, p_other)
	union all
	select p_person, p_merge, 'person', 'before', '', p.region_code, to_jsonb(p) from person p where p.person_id = p_person;
	update person p set ver = p.ver + 1,
		name = case when 'name' = any (p_taken) then o.name else p.name end,
		sex = case when 'sex' = any (p_taken) then o.sex else p.sex end,
		birth_date = case when 'birth_date' = any (p_taken) then o.birth_date else p.birth_date end,
		region_code = case when 'area' = any (p_taken) then o.region_code else p.region_code end,
		household = case when 'household' = any (p_taken) then o.household else p.household end
	from person o where p.person_id = p_person and o.person_id = p_other;
	update person_ident i set person_id = p_person, region_code = p.region_code,
		is_former = i.is_former or (i.person_id = p_other) <> ('number' = any (p_taken))
	from person p where p.person_id = p_person and i.person_id in (p_person, p_other);
	update person_ident i set name = p.name, birth_date = p.birth_date from person p
	where p.person_id = p_person and i.person_id = p_person and not i.is_former;
$$;

create or replace function merge_touch(p_person bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	s subject;
begin
	insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from person where person_id = p_person on conflict do nothing;
	update person_pack set judged = null where person_id = p_person;
	for s in select * from subject where subject <> 'person' and has_columns(base_table, 'person_id', 'region_code') loop
		execute format('insert into touched (person_id, subject, subject_id, batch_id, region_code)
			select person_id, $1, %I, 0, region_code from %I where person_id = $2 on conflict do nothing',
			s.subject || '_id', s.base_table) using s.subject, p_person;
	end loop;
end $$;

-- Seals are of a person's decisions: those that held are made anew, a broken one stays broken.
create or replace function seals_that_hold(p_person bigint) returns bigint[]
language sql stable set search_path = steward, pg_temp as $$
	select array(select d.decision_id from decision d where d.person_id = p_person and d.seal = decision_seal(d.person_id,
		d.rule_id, d.cause, d.rule_hash, d.book_hash, d.judged_on, d.inputs))
$$;

create or replace function seals_make(p_person bigint, p_decisions bigint[]) returns void
language sql set search_path = steward, pg_temp as $$
	update decision set seal = decision_seal(person_id, rule_id, cause, rule_hash, book_hash, judged_on, inputs)
	where person_id = p_person and decision_id = any (p_decisions)
$$;

-- The cause is the other record; the task's person is the one that stays.
create or replace function merge_do(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	other bigint := p_cause::bigint;
	merge bigint := nextval('id_block');
	taken text[] := array(select field from merge_differences(p_person, p_cause::bigint) where takes_other);
	sealed bigint[];
	t record;
begin
	if (select count(*) from person where person_id in (p_person, other)) < 2 then
		return 0;
	end if;
	perform merge_check(p_person, other, p_rule);
	set constraints all deferred;
	insert into person_merge (person_id, merge_id, other_id, region_code, decision_id, taken)
	select p_person, merge, other, region_code, p_decision, taken from person where person_id = p_person;
	sealed := seals_that_hold(other);
	delete from touched where person_id = other;
	perform merge_identity(p_person, other, merge, taken);
	perform merge_apart(p_person, other, merge);
	-- Last the record itself, and first when parted: rows are seen as long as their person is there.
	for t in select * from person_tables() order by name = 'person' loop
		perform merge_table(t.name, t.key, p_person, other, merge);
	end loop;
	perform pay_book_keep(array[p_person, other]);
	perform seals_make(p_person, sealed);
	with doubts as (
		update staged_row set others = array_replace(others, other, p_person) where others @> array[other]
		returning person_id, batch_id, line, region_code
	)
	insert into merge_row (person_id, merge_id, kept_in, what, key, region_code)
	select p_person, merge, 'staged_row', 'others', jsonb_build_object('person_id', person_id, 'batch_id', batch_id,
		'line', line)::text, region_code from doubts;
	-- What hid the other one hides both.
	if barrier_stands(p_person) then
		perform barrier_mark(p_person);
	end if;
	perform merge_touch(p_person);
	set constraints all immediate;
	return 1;
end $$;

-- One table back: what has followed and is still there; then what stood aside.
create or replace function merge_table_back(p_table text, p_key text[], m person_merge) returns void
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	shift int := (select (body #>> '{}')::int from merge_row r where r.person_id = m.person_id and r.merge_id = m.merge_id
		and r.kept_in = p_table and r.what = 'shift');
	columns text[] := array(select a.attname::text from pg_attribute a where a.attrelid = p_table::regclass and a.attnum > 0
		and not a.attisdropped and a.attgenerated = '');
begin
	execute format('update %1$I g set person_id = $3 %2$s from merge_row r,
			jsonb_populate_record(null::%1$I, r.key::jsonb) k
		where r.person_id = $1 and r.merge_id = $2 and r.kept_in = %1$L and r.what = ''moved'' and g.person_id = $1 %3$s',
		p_table, case when shift is not null then format(', seq = g.seq - %s', shift) end,
		(select string_agg(format(' and g.%1$I = k.%1$I', c), '') from unnest(p_key) c))
	using m.person_id, m.merge_id, m.other_id;
	execute format('insert into %1$I (%2$s) select %3$s from merge_row r, jsonb_populate_record(null::%1$I, r.body) x
		where r.person_id = $1 and r.merge_id = $2 and r.kept_in = %1$L and r.what = ''aside'' on conflict do nothing',
		p_table, (select string_agg(quote_ident(c), ', ') from unnest(columns) c),
		(select string_agg('x.' || quote_ident(c), ', ') from unnest(columns) c))
	using m.person_id, m.merge_id;
	if has_columns(p_table, 'rule_id', 'cause') then
		execute format('update %I set cause = left(cause, -length($1)) where person_id = $2 and right(cause, length($1)) = $1',
			p_table) using format(' (%s)', m.merge_id), m.other_id;
	end if;
end $$;

-- What was chosen goes back where nobody has said something newer since.
create or replace function merge_identity_back(m person_merge) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	update person p set ver = b.ver,
		name = case when 'name' = any (m.taken) and p.name = o.name then b.name else p.name end,
		sex = case when 'sex' = any (m.taken) and p.sex = o.sex then b.sex else p.sex end,
		birth_date = case when 'birth_date' = any (m.taken) and p.birth_date = o.birth_date then b.birth_date
			else p.birth_date end,
		region_code = case when 'area' = any (m.taken) and p.region_code = o.region_code then b.region_code
			else p.region_code end,
		household = case when 'household' = any (m.taken) and p.household is not distinct from o.household then b.household
			else p.household end
	from person o, merge_row r, jsonb_populate_record(null::person, r.body) b
	where p.person_id = m.person_id and o.person_id = m.other_id and r.person_id = m.person_id and r.merge_id = m.merge_id
		and r.kept_in = 'person' and r.what = 'before';
	update person_ident i set person_id = b.person_id, name = b.name, birth_date = b.birth_date, region_code = b.region_code,
		is_former = b.is_former
	from merge_row r, jsonb_populate_record(null::person_ident, r.body) b
	where r.person_id = m.person_id and r.merge_id = m.merge_id and r.kept_in = 'person_ident' and r.what = 'before'
		and i.id_no = b.id_no and i.id_kind = b.id_kind and i.person_id = m.person_id;
	update staged_row s set others = array_replace(s.others, m.person_id, m.other_id)
	from merge_row r, jsonb_populate_record(null::staged_row, r.key::jsonb) k
	where r.person_id = m.person_id and r.merge_id = m.merge_id and r.what = 'others'
		and (s.person_id, s.batch_id, s.line) = (k.person_id, k.batch_id, k.line);
$$;

-- Parted again: both as they were, with what has been decided about each since.
create or replace function merge_do_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	m person_merge;
	sealed bigint[];
	t record;
begin
	select * into m from person_merge x where x.person_id = p_person and x.state = 'merged'
		and x.decision_id = (undone_by(p_person, p_decision)).decision_id for update;
	if not found then
		return 0;
	end if;
	perform merge_check(p_person, m.other_id, '');
	set constraints all deferred;
	sealed := seals_that_hold(p_person);
	for t in select * from person_tables() order by name <> 'person' loop
		perform merge_table_back(t.name, t.key, m);
	end loop;
	update message set once = left(once, -length(x.mark)) from (select format(' (%s)', m.merge_id) as mark) x
	where person_id = m.other_id and right(once, length(x.mark)) = x.mark;
	update pay_line set record_id = 0 where person_id = m.other_id and record_id = m.other_id;
	perform pay_book_keep(array[p_person, m.other_id]);
	perform merge_identity_back(m);
	perform seals_make(m.other_id, sealed);
	update person_merge set state = 'undone' where person_id = m.person_id and merge_id = m.merge_id;
	perform merge_touch(p_person);
	perform merge_touch(m.other_id);
	begin
		set constraints all immediate;
	exception when foreign_key_violation then
		raise exception using errcode = 'ST409', message = 'something was decided since that rests on both records',
			hint = 'Take that back first; nothing was changed.';
	end;
	return 1;
end $$;

-- The second person signs what the first one chose.
create or replace function merge_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('other', p_cause::bigint,
			'taken', (select coalesce(jsonb_agg(x.field), '[]') from merge_differences(p_person, p_cause::bigint) x
				where x.takes_other)))
		where d.person_id = p_person and d.decision_id = p_decision returning d.decision_id
	) select count(*) from noted
$$;
