-- The facts that the texts in force declare, in place of those before.  A new one gets its column, which costs no row
-- anything; one that is withdrawn keeps it, for the decisions that rest on it.  A column that is a module's is left alone.
create or replace function declared_put(p_rows jsonb) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r declared_fact;
	has text;
begin
	perform work_lock_take('declared');
	for r in select * from jsonb_populate_recordset(null::declared_fact, p_rows) order by name loop
		has := (select format_type(a.atttypid, null) from pg_attribute a where a.attrelid = 'person_fact'::regclass
			and a.attname = r.name and not a.attisdropped);
		if r.name !~ '^[a-z][a-z0-9_]{0,39}$' or r.type not in ('date', 'int', 'bigint', 'text', 'boolean') then
			raise exception using errcode = 'ST422', message = format('%s is not a fact that a text can declare', r.name);
		elsif has is not null and not exists (select from declared_fact d where d.name = r.name and d.type = r.type) then
			raise exception using errcode = 'ST422',
				message = format('the fact %s is there already, of another kind', r.name),
				hint = 'Give the declared fact a name of its own.';
		elsif has is null then
			execute format('alter table person_fact add column %I %s', r.name, r.type);
		end if;
	end loop;
	-- What is made of the same rows may be another thing now: everybody's facts are made anew.
	insert into touched (person_id, batch_id, region_code) values (0, 0, 0) on conflict do nothing;
	update declared_fact d set is_withdrawn = true where not is_withdrawn
		and not exists (select from jsonb_populate_recordset(null::declared_fact, p_rows) n where n.name = d.name);
	insert into declared_fact select (n).name, (n).type, (n).unit, (n).title, (n).feed, (n).column_name, (n).day_name, (n).pick,
		(n).months, (n).of_column, (n).of_value, false, (n).figure, (n).what, (n).least, (n).most
	from jsonb_populate_recordset(null::declared_fact, p_rows) n
	on conflict (name) do update set (unit, title, feed, column_name, day_name, pick, months, of_column, of_value,
		is_withdrawn, figure, what, least, most) = (excluded.unit, excluded.title, excluded.feed, excluded.column_name,
		excluded.day_name, excluded.pick, excluded.months, excluded.of_column, excluded.of_value, false, excluded.figure,
		excluded.what, excluded.least, excluded.most);
	perform declared_figures();
	return (select count(*) from declared_fact where not is_withdrawn);
end $$;
-- The board knows them as it knows a module's, behind those.
create or replace function declared_figures() returns void
language sql set search_path = steward, pg_temp as $$
	delete from indicator where module = 'texts';
	insert into indicator (indicator, module, title, meaning, unit, owner, less_is_better, sort)
	select d.figure, 'texts', d.title, d.title, case when d.what = 'count' then 'persons' else d.unit end, 'manager', false,
		9000 + row_number() over (order by d.figure)
	from declared_fact d where d.figure <> '' and not d.is_withdrawn on conflict do nothing;
$$;

revoke execute on function declared_put, declared_figures from public;
grant execute on function declared_put to steward_batch;
