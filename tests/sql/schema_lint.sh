# The rules of a schema that also runs distributed, read from the catalogue.
. "$srcdir/tests/lib.sh"
new_db lint

# evidence and touched have no index by area: millions of rows a day come in, and they are only ever
# read by person.

broken() {
	sql "
	with t as (select c.oid, relname, coalesce(obj_description(c.oid, 'pg_class'), '') as note
		from pg_class c join pg_namespace s on s.oid = relnamespace
		where nspname = 'steward' and relkind in ('r', 'p') and not relispartition),
	k as (select oid, relname, substring(note from '^@(ref|local|dist)') as class,
		substring(note from '^@dist (\w+)') as by from t)
	select relname || ': no class in its comment' from k where class is null
	union all
	select relname || ': no primary key' from k where not exists (
		select from pg_constraint where conrelid = k.oid and contype = 'p')
	union all
	select relname || ': unique index ' || i.relid || ' lacks ' || by from k, lateral (
		select x.indexrelid::regclass::text as relid from pg_index x
		where x.indrelid = k.oid and x.indisunique and not exists (
			select from pg_attribute a where a.attrelid = x.indrelid
				and a.attnum = any (x.indkey) and a.attname = k.by)) i
	where class = 'dist'
	union all
	select relname || ': ' || by || ' is not the first column of the key' from k
	where class = 'dist' and not exists (select from pg_index x
		join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
		where x.indrelid = k.oid and x.indisprimary and a.attname = k.by)
	union all
	select relname || ': no region_code' from k where by = 'person_id' and not exists (
		select from pg_attribute a where a.attrelid = k.oid and a.attname = 'region_code'
			and a.attnotnull) and relname not in ('request_done')
	union all
	select relname || ': no index that starts with region_code' from k
	where by = 'person_id' and relname not in ('request_done', 'evidence', 'touched') and not exists (
		select from pg_index x join pg_attribute a on a.attrelid = x.indrelid
			and a.attnum = x.indkey[0]
		where x.indrelid = k.oid and a.attname = 'region_code')
	union all
	select k.relname || ': trigger ' || tgname from k join pg_trigger g on g.tgrelid = k.oid
	where not tgisinternal and class <> 'local'
	union all
	select k.relname || ': foreign key ' || conname || ' of the class ' || k.class || ' to '
		|| o.class from k join pg_constraint c on c.conrelid = k.oid and contype = 'f'
	join k o on o.oid = c.confrelid
	where (k.class in ('ref', 'local') and o.class = 'dist') or (k.class = 'ref'
		and o.class = 'local') or (k.class = 'dist' and o.class = 'local')
	union all
	select k.relname || ': serial or small ids in ' || attname from k
	join pg_attribute a on a.attrelid = k.oid
	where attname like '%\_id' and attnum > 0 and format_type(atttypid, null) in ('integer',
		'smallint') and class = 'dist'"
}

same "the schema keeps the rules" "" "$(broken)"

sql "create table wrong_one (person_id bigint, note text)" >/dev/null
sql "create table wrong_two (other int primary key, person_id bigint)" >/dev/null
sql "comment on table wrong_two is '@dist person_id planted'" >/dev/null
found=$(broken)
same "a table without class and key is seen" 2 "$(echo "$found" | grep -c wrong_one)"
ok "a table spread by a column outside its key is seen" \
	"$(echo "$found" | grep -q 'wrong_two: unique index'; echo $?)"
finish
