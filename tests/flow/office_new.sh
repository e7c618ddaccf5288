# From nothing to an office of one's own out of one file, or of answers: its area, three towns, eleven persons; what remains is told, and the same
# again changes nothing.
. "$srcdir/tests/lib.sh"
box="$work/new"
mkdir "$box"
printf 'area,name,parent\n411702,驿城区,\n411702001,东街,411702\n411702002,南街,411702\n411702003,西街,411702\n' >"$box/areas.csv"
{ echo "db = \"$box/o\"; region = 411702; areas = \"$box/areas.csv\"; staff = ("
	for n in 1 2 3 4 5; do echo "{ login = \"jing$n\"; job = \"clerk\"; name = \"经办$n\"; region = 41170200$((n % 3 + 1)); },"; done
	echo '{ login = "fu1"; job = "reviewer"; name = "复核一"; }, { login = "fu2"; job = "reviewer"; name = "复核二"; },
	{ login = "zhu"; job = "manager"; name = "主管"; }, { login = "ce1"; job = "policy"; name = "政策一"; },
	{ login = "guan"; job = "admin"; name = "管理"; }, { login = "shen"; job = "auditor"; name = "审计"; } );'; } >"$box/office.conf"
new() { "$steward" office new "$box/office.conf" 2>&1; }
ask() { "$steward" "$@" --db "$box/o" 2>&1; }
said() { grep '^steward: ' | sed 's/^steward: //'; }
out=$(new)
same "what remains to be done is told" "What remains to be done:
  two policy officers: one rehearses, the other adopts
  import the register: steward import register FILE
  judge everyone: steward day
  make a backup: steward backup --to FOLDER" "$(echo "$out" | sed -n '/^What/,$p')"
let_in "$box/o"
sql_of() { psql -X -q -A -t -h "$box/o/run" -p 5432 -U postgres -d steward -c "set search_path = steward" -c "$1"; }
same "eleven persons and the scheduled work" "admin 1,auditor 1,batch 1,clerk 5,manager 1,policy 1,reviewer 2" "$(sql_of "select string_agg(job || ' ' || n, ',' order by job)
	from (select job, count(*) as n from staff where active group by job) x")"
same "each where he works" "411702001 411702002 411702003 411702" "$(sql_of "select string_agg(r::text, ' ') from (select distinct region_code as r from staff
	where login like 'jing%' order by 1) x") $(sql_of "select region_code from staff where login = 'fu1'")"
same "three towns, the district and the whole" "东街 南街 西街 驿城区" "$(sql_of "select string_agg(name, ' ' order by region_code = 411702, region_code) from region where region_code <> 0")"
same "nobody else has a login here" 12 "$(sql_of "select count(*) from pg_roles where rolcanlogin and rolname not in ('postgres', 'keeper')")"
same "each logs in" 0 "$(ask board --as jing2 >/dev/null; echo $?)"
state() { sql_of "select md5(string_agg(x, ',' order by x)) from (select s::text as x from staff s union all select r::text from region r
	union all select a::text from audit_log a union all select b::text from batch b union all select t::text from setting t
	union all select m::text from pg_auth_members m) x"; cat "$box/o/pgdata/pg_ident.conf"; }
before=$(state)
same "the same again says the same" "$(echo "$out" | sed -n '/^What/,$p')" "$(new | sed -n '/^What/,$p')"
same "and changes nothing" "$before" "$(state)"
same "an administrator goes on from there" 0 "$(ask staff add ce2 policy 政策二 --as guan >/dev/null; ask staff approve ce2 "$(sql_of "select staff_sign(c) from staff_change c")" --as zhu >/dev/null; echo $?)"
ask staff add bo clerk 波 --as guan >/dev/null
same "who is added later logs in, too" "0 0" "$(for l in bo ce2; do ask board --as $l >/dev/null; echo $?; done | paste -sd ' ')"
same "who is the second one is told no more" 0 "$(new | grep -c 'two policy')"
# Without a file it asks; a wrong answer is asked again, and the answers are kept as a file.
before=$(state)
asked=$(cd "$box" && printf '%s\n' "$box/o" 41x 411702 none.csv areas.csv Jing jing1 boss clerk 经办1 411702002 jing1 fu1 reviewer 复核一 411702 - office.conf ours.conf |
	"$steward" office new 2>&1)
same "who is asked is told what an answer may be" 6 "$(echo "$asked" | grep -cE ':   (the code of|No such|a login is|there are|such a one)')"
same "the answers are such a file" "db = \"$box/o\"; |region = 411702;|areas = \"areas.csv\"; |staff = (|	{ login = \"jing1\"; job = \"clerk\"; name = \"经办1\"; region = \"411702002\"; },|	{ login = \"fu1\"; job = \"reviewer\"; name = \"复核一\"; region = \"411702\"; } );" \
	"$(paste -sd '|' "$box/ours.conf")"
same "what was there is left as it was" "$before" "$(state)"
same "answers that end early make nothing" "no answer to: code of the area it serves, - for the whole 1" "$(cd "$box" && echo "$box/p" | "$steward" office new 2>&1 | sed -n 's/^.*steward: //p') $(ls "$box" | grep -c '^o$')"
sed -i 's/region = 411702;/region = 411702; colour = "red";/' "$box/office.conf"
same "a word nobody knows is named with its line" "$box/office.conf:1: this is not a setting of an office" "$(new | said)"
"$steward" demo --dir "$box/o" --stop
finish
