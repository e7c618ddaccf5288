-- Names as they are typed.

-- Lines "character reading rank" take the place of what was known.
create or replace function readings_put(p_lines text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	delete from han_reading;
	insert into han_reading (ch, reading, rank)
	select split_part(l, ' ', 1), split_part(l, ' ', 2), min(split_part(l, ' ', 3)::int)
	from string_to_table(p_lines, E'\n') l where l <> '' group by 1, 2;
	get diagnostics n = row_count;
	delete from name_key;
	return n;
end $$;

-- Keys of names that have none: with the usual reading of each character, and with every other reading of one.
create or replace function names_read(p_names text[]) returns bigint
language sql set search_path = steward, pg_temp as $$
	with ch as (
		select n.name, x.nth, h.reading, h.rank from unnest(p_names) n (name),
			unnest(string_to_array(left(n.name, 40), null)) with ordinality x (ch, nth)
		join lateral (select reading, rank from han_reading h where h.ch = x.ch
			union all select lower(x.ch), 0 where x.ch ~ '^[A-Za-z]$') h on true
	), variant as (
		select name, 0::bigint as nth, '' as reading from unnest(p_names) n (name)
		union all select name, nth, reading from ch where rank > 0
	), said as (
		select v.name, v.nth, v.reading, string_agg(r.said, '' order by r.nth) as whole,
			string_agg(left(r.said, 1), '' order by r.nth) as initials, min(r.said) filter (where r.nth = 1) as surname
		from variant v cross join lateral (select c.nth, case when c.nth = v.nth then v.reading else c.reading end as said
			from ch c where c.name = v.name and c.rank = 0) r
		group by 1, 2, 3
	), added as (
		insert into name_key (key, name)
		select distinct k, s.name from said s, unnest(array[s.whole, s.initials, s.surname || substr(s.initials, 2)]) k
		where k <> '' on conflict do nothing returning key
	) select count(*) from added
$$;

-- The names of whoever is looked at anew; of everybody where nobody's are known.
create or replace function names_known() returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if not exists (select from name_key) then
		perform names_read(array(select distinct p.name from person p));
	else
		perform names_read(array(select distinct p.name from taken t join person p on p.person_id = t.subject_id
			where not exists (select from name_key k where k.name = p.name)));
	end if;
end $$;
