# Every way by which a login can ask the database, taken from the catalogue: each table, view and function it may use, with
# a person of another area and one behind a barrier; and whether the answer is that of somebody who is not there.
. "$srcdir/tests/lib.sh"
small_city scope 1000 7
death_file "$city" "$work/scope_death.csv"
import_if_known death "$work/scope_death.csv" 2025-11-06
st batch judge --date 2025-11-06 2>/dev/null

# Of every table with a person, how it is cut; nothing is left out by being forgotten.
same "each table of persons is cut, or says why not" "" "$(sql "select s.name || ' ' || s.way from scope_tables() s
	join pg_class c on c.oid = s.name::regclass where s.way = 'unknown' or s.way is null or s.way <> 'whole'
		and not (c.relrowsecurity and (select count(*) from pg_policy p where p.polrelid = c.oid) >= 4)
		or s.way = 'whole' and s.why is null")"
same "nor has a person what is not in that list" "" "$(sql "select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
	where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('person_id', 'other_id', 'id_no')
		and not a.attisdropped and c.relname::text not in (select name from scope_tables())")"
same "each view asks as who reads it" "" "$(sql "select relname from pg_class where relnamespace = 'steward'::regnamespace and relkind = 'v'
	and coalesce(reloptions, '{}') @> '{security_invoker=true}' is not true")"
same "each function of staff is cut, or says why not" "" "$(sql "select p.proname from pg_proc p where p.pronamespace = 'steward'::regnamespace
	and p.prosecdef and p.proowner <> 'steward_desk'::regrole and p.proname !~ '^scope_'
	and scope_why(obj_description(p.oid, 'pg_proc')) is null
	and exists (select from aclexplode(p.proacl) a where a.grantee not in (p.proowner, 'steward_batch'::regrole, 'steward_desk'::regrole))")"
sql "create table planted (person_id bigint primary key); create table planted_too (person_id bigint primary key, region_code int)" >/dev/null
same "a planted one is found" "planted unknown" "$(sql "select name || ' ' || way from scope_tables() where name like 'planted%' and way = 'unknown'")"
sql "select scope_apply(); drop table planted" >/dev/null 2>&1
same "and one that is well is cut at once" t "$(sql "select relrowsecurity from pg_class where relname = 'planted_too'")"
sql "drop table planted_too" >/dev/null
same "there is a plain form for a server that takes no sub-select" 0 "$(sql "select count(*) from scope_tables()
	where scope_condition(name, way, true) ~ '\(select scope_(open|wide|areas)'")"

# Somebody with a row in as many tables as there are, in an area of his own; the clerk of another one, and a special unit.
target=$(sql "select person_id from task where person_id > 0 order by priority, person_id limit 1")
area=$(sql "select region_code from person where person_id = $target")
other=$(sql "select min(region_code) from person where region_code not in (0, $area)")
st admin staff add sc_far clerk 远 --region "$other" >/dev/null
st admin staff add sc_unit clerk 专 >/dev/null
sql "update staff set special = true where login = 'sc_unit'"
for l in sc_far sc_unit; do echo "steward $(id -un) $l" >>"$cluster/pgdata/pg_ident.conf"; done
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"; sleep 1
psql -X -q -A -t "$db user=postgres" -c "set session_replication_role = replica" -c "set search_path = steward" -c "do \$\$
declare
	t record;
	c text;
begin
	for t in select s.name, array_agg(a.attname order by a.attnum) as names, string_agg(case
				when a.attname = 'person_id' then '$target' when a.attname = 'region_code' then '$area'
				when a.atthasdef and not a.attgenerated = 's' then pg_get_expr(d.adbin, d.adrelid)
				when not a.attnotnull then 'null'
				when a.atttypid = 'date'::regtype then 'business_day()' when a.atttypid = 'timestamptz'::regtype then 'now()'
				when a.atttypid = 'boolean'::regtype then 'false' when a.atttypid in ('text'::regtype, 'name'::regtype) then '''x'''
				when a.atttypid = 'jsonb'::regtype then '''{}''' when a.atttypid = 'uuid'::regtype then 'gen_random_uuid()'
				when a.atttypid = 'bytea'::regtype then '''''' when a.atttypid::regtype::text like '%[]' then '''{}'''
				when a.atttypid = 'time'::regtype then '''12:00''' else '1' end, ', ' order by a.attnum) as said
			from scope_tables() s join pg_class k on k.oid = s.name::regclass and not k.relispartition
			join pg_attribute a on a.attrelid = k.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
			left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			where s.way in ('row', 'case', 'person', 'doubt') group by s.name loop
		begin
			execute format('insert into %I (%s) select %s where not exists (select from %1\$I where person_id = $target)', t.name,
				array_to_string(t.names, ', '), t.said);
		exception when others then null;
		end;
	end loop;
end \$\$"
had=$(psql -X -q -A -t "$db user=postgres" -c "set search_path = steward" -c "select count(*) from scope_tables() s
	join pg_class k on k.oid = s.name::regclass and not k.relispartition where s.way in ('row', 'case', 'person', 'doubt', 'area')
	and (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I where person_id = $target', s.name), true, true, '')))[1]::text::int > 0")
ok "somebody is in $had tables" "$([ "$had" -ge 60 ]; echo $?)"

# A login asks every table and view, and calls every function with somebody's number, as if with one that nobody has.
# Lines: what, and how the answer differs or whom it names.
ask() {	# LOGIN PERSON
	{ echo "set search_path = steward; set client_min_messages = notice; set statement_timeout = '60s';"
	id=$(sql "select min(id_no) from person_ident where person_id = $2")
	name=$(sql "select name from person where person_id = $2")
	cat <<SQL
do \$\$
declare
	t record;
	n bigint;
	asked bigint := 0;
	called bigint := 0;
	answer text[];
	who bigint[] := array[999999999, $2];
	no text[] := array['330681190001010013', '$id'];
	what text;
begin
	for t in select c.relname from pg_class c where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p', 'v')
			and has_table_privilege(c.oid, 'select') order by 1 loop
		begin
			execute format('select count(*) from %I x where to_jsonb(x)::text ~ %L', t.relname,
				'"[a-z_]*(person|other|payee|record)[a-z_]*": $2[,}]|[^0-9]$id[^0-9]|"cause": "$2"') into n;
			asked := asked + 1;
			if n > 0 then
				raise notice 'SEEN % %', t.relname, n;
			end if;
		exception when others then
			raise notice 'FAILS % %', t.relname, sqlerrm;
		end;
	end loop;
	for t in select p.oid::regprocedure as f, p.proname, (select string_agg(case
				when x.type in ('bigint', 'integer', 'numeric') and x.name ~ 'person|other' then '%1\$s::' || x.type
				when x.type = 'text' and x.name ~ 'person|number' then '%2\$L::text' when x.type = 'text[]' then 'array[%2\$L]'
				when x.type in ('bigint', 'integer', 'numeric', 'smallint', 'double precision') then '1::' || x.type
				when x.type = 'text' then '%3\$L::text' when x.type = 'boolean' then 'true' when x.type = 'date' then 'business_day()'
				when x.type = 'uuid' then 'gen_random_uuid()' when x.type = 'jsonb' then '''{}''::jsonb'
				else 'null::' || x.type end, ', ' order by x.nth)
			from (select u.nth, coalesce(p.proargnames[u.nth], '') as name, format_type(u.type, null) as type
				from unnest(p.proargtypes) with ordinality u (type, nth)) x) as args
			from pg_proc p where p.pronamespace = 'steward'::regnamespace and has_function_privilege(p.oid, 'execute')
				and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype and p.proname not in ('staff_disconnect') order by 1 loop
		-- By the person's own number and by the one that names him; texts are words, or that number, too.
		for variant in 0..1 loop
			answer := '{}';
			for i in 1..2 loop
				begin
					execute format('select coalesce(string_agg(to_jsonb(x)::text, '' '' order by to_jsonb(x)::text), '''') from '
						|| t.f::regproc || '(' || coalesce(t.args, '') || ') x', who[i], case variant when 0 then who[i]::text else no[i] end,
						case variant when 0 then 'a paper of ten' else no[i] end) into what;
					raise exception using errcode = 'SC000';
				exception when sqlstate 'SC000' then null;
					when others then what := sqlstate || ' ' || sqlerrm;
				end;
				if i = 2 and what ~ (case variant when 0 then '$id|$name' else '$name' end) then
					raise notice 'NAMES % %', t.f, left(what, 80);
				end if;
				answer := answer || regexp_replace(replace(replace(what, no[i], 'N'), who[i]::text, 'N'),
					'[0-9a-f]{64}|[0-9a-f-]{36}|[0-9]{4,}', '#', 'g');
			end loop;
			called := called + 1;
			if answer[1] is distinct from answer[2] then
				raise notice 'DIFFERS % | % | %', t.f, left(answer[1], 90), left(answer[2], 90);
			end if;
		end loop;
	end loop;
	raise notice 'ASKED % CALLED %', asked, called;
end \$\$;
SQL
	} >"$work/ask.sql"
	psql -X -q "$db user=$1" -f "$work/ask.sql" 2>&1 | sed -n 's/^.*NOTICE:  //p; s/^.*ERROR: /ERROR /p'
}
ways() { grep -vE "^(ASKED|FAILS)"; }
out=$(ask sc_unit "$target")
printf '%s\n' "$out" | sed 's/^/#   unit: /' | cut -c1-150 | head -20
ok "what is asked finds somebody who may be seen, in $(printf '%s\n' "$out" | grep -c '^SEEN') tables and views" \
	"$([ "$(printf '%s\n' "$out" | grep -c '^SEEN')" -ge 60 ]; echo $?)"
same "no view fails for who reads it" "" "$(printf '%s\n' "$out" | grep '^FAILS')"
out=$(ask sc_far "$target")
same "a clerk of another area, $(printf '%s\n' "$out" | grep '^ASKED'): no way" "" "$(printf '%s\n' "$out" | ways)"
sql_as sc_unit "select barrier_put($target, 'address', 'told by the court', null, null)" >/dev/null
sql "create function planted_way(p_person bigint) returns text language sql stable security definer set search_path = steward, pg_temp
	as 'select name from person where person_id = p_person'; grant execute on function planted_way to steward_staff;
	create view planted_view as select * from person; grant select on planted_view to steward_staff"
same "planted ways are found" 2 "$(ask clerk "$target" | grep -oE '^(DIFFERS planted_way|SEEN planted_view)' |
	sort -u | grep -c .)"
sql "drop function planted_way; drop view planted_view"
for who in clerk reviewer manager admin sc_far policy; do
	out=$(ask $who "$target")
	# Drafts of the law are tried over everyone: their facts have no name.
	[ $who != policy ] || out=$(printf '%s\n' "$out" | grep -vE '^SEEN ([a-z]+_(fact|pack)|rehearsal_change) |^DIFFERS (person_is_dead|jobless_months|home_bar)\(')
	same "$who and somebody behind a barrier, $(printf '%s\n' "$out" | grep '^ASKED'): no way" "" "$(printf '%s\n' "$out" | ways)"
done
finish
