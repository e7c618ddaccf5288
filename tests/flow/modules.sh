# Two business areas from outside the tree, built against what is installed: each brings everything that one may
# bring, without a change of any file outside its folder, and takes nothing from anybody when it goes.
. "$srcdir/tests/lib.sh"
root="$work/root" mods="$work/mods" texts="$work/mods_lua"
make -C "$builddir" -s install DESTDIR="$root" >"$work/install.log" 2>&1 || cat "$work/install.log"
pc=$(find "$root" -name steward.pc)
PKG_CONFIG_PATH=${pc%/*} PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
ok "what a module needs is installed" "$(pkg-config --exists steward; echo $?)"
mkdir -p "$mods" && chmod 755 "$mods" && cp "$builddir"/lib/steward/modules/*.so "$mods/"
texts_to "$texts"

add() {	# NAME: built and put where modules and texts are
	mkdir -p "$work/build_$1"
	make -s -C "$srcdir/tests/modules/$1" OUT="$work/build_$1" >"$work/build.log" 2>&1 || cat "$work/build.log"
	cp "$work/build_$1/$1.so" "$mods/" && chmod 755 "$mods/$1.so"
	mkdir -p "$mods/locale/zh_CN/LC_MESSAGES" && chmod 755 "$mods"/locale "$mods"/locale/zh_CN "$mods"/locale/zh_CN/LC_MESSAGES
	[ ! -e "$work/build_$1/locale" ] || cp "$work/build_$1"/locale/zh_CN/LC_MESSAGES/*.mo "$mods/locale/zh_CN/LC_MESSAGES/"
	(cd "$srcdir/tests/modules/$1/lua" && cp -R . "$texts/") && chmod -R u+w,go-w "$texts"
}
use() {	# NAMES besides the shipped ones
	list=$(sed -n 's/^modules = ( \(.*\) );/\1/p' "$builddir/steward.conf")
	for n in "$@"; do list="$list, \"$n\""; done
	sed -e "s|^modules_folder.*|modules_folder = \"$mods\";|" -e "s|^modules = .*|modules = ( $list );|" \
		-e "s|^rules.*|rules = \"$texts\";|" "$builddir/steward.conf" >"$work/mods.conf"
}
stm() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/mods.conf"; }
csv() { printf '%s\n' "$@"; }
person() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
reasons() { sql "select count(*) from reason where task_type !~ '^(visit|line)'"; }

add visits
use visits
new_db mods
city="$work/mods_city"
"$steward" generate "$city" --persons 600 --seed 5 >/dev/null 2>&1
stm postgres migrate 2>"$work/said"
same "its tables, functions, job and texts come with migrate" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
stm batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
before=$(stm batch judge --date 2025-11-01 2>/dev/null; reasons)
csv licence,name N1,Anna N2,Berta >"$work/nurse.csv"
csv licence,name P1,Sunrise >"$work/nurse_provider.csv"
csv visit_no,id_no,name,nurse_licence,nurse,provider_licence,provider,day,began,ended \
	"a1,$(person 2),N1,Anna,P1,Sunrise,2025-11-01,09:00,10:00" \
	"a2,$(person 3),N1,Anna,P1,Sunrise,2025-11-01,09:30,10:30" \
	"a3,$(person 2),N2,Berta,P1,Sunrise,2025-11-01,08:00,13:30" \
	"a4,$(person 2),N2,Berta,P1,Sunrise,2025-11-02,08:00,08:45" \
	"a5,$(person 4),N2,Bertha,P1,Sunrise,2025-11-02,10:00,10:30" >"$work/visit.csv"
for feed in nurse nurse_provider visit; do
	stm batch import $feed "$work/$feed.csv" --date 2025-11-02 2>"$work/said" || cat "$work/said"
done
same "times of day and three matches a row" "1|4|1" "$(sql "select rows_doubtful, (select count(*) from visit),
	(select count(*) from staged_row where why like '%name differs%') from batch where feed = 'visit'")"
stm batch judge --date 2025-11-02 2>"$work/said"
same "it is judged" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
same "its rule speaks about a visit, which lies with its person" "visit|a3|visit_check|open" \
	"$(sql "select t.subject, v.visit_no, t.task_type, t.state from task t join visit v on v.visit_id = t.subject_id
		and v.person_id = t.person_id where rule_id = 'visits.too_long'")"
same "its finder finds both visits of an overlap, by its own clock" "a1|3 a2|3" "$(sql "select string_agg(v.visit_no || '|' ||
	t.due - t.opened_on, ' ' order by v.visit_no) from task t join visit v on v.visit_id = t.subject_id
	where rule_id = 'visits.overlap'")"
same "everybody's reasons are still there" "$before" "$(reasons)"
stm batch refresh 2>/dev/null
same "its figure is the middle one" 60.0 "$(stm clerk board --format csv | tr -d '\r' | awk -F, '$2 == "V1" { print $4 }')"

stm postgres staff add dora dispatcher "Dora" >"$work/said" 2>&1 || cat "$work/said"
echo "steward $(id -un) dora" >>"$cluster/pgdata/pg_ident.conf"
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
tries=0
until psql -X -q -h "$cluster/run" -p 5432 -U dora -d postgres -c 'select 1' >/dev/null 2>&1; do
	tries=$((tries + 1))
	[ $tries -lt 500 ] || { echo "not ok dora is let in"; exit 1; }
done
IFS='|' read -r who cause <<T
$(sql "select person_id, cause from task where rule_id = 'visits.too_long'")
T
st_dora() { stm dora "$@" 2>"$work/said"; }
stm clerk decide "$who" visits.too_long "$cause" call >/dev/null 2>"$work/said"
same "a clerk is no dispatcher" 1 "$(grep -c 'reserved for the role dispatcher' "$work/said")"
st_dora decide "$who" visits.too_long "$cause" call >/dev/null
same "a step decides nothing" "0 calling 0" "$? $(sql "select state, (select count(*) from decision d where d.person_id = t.person_id)
	from task t where rule_id = 'visits.too_long'" | tr '|' ' ')"
st_dora decide "$who" visits.too_long "$cause" confirm --reason family >/dev/null
same "the end of it has its effect" "0 t" "$? $(sql "select confirmed from visit where visit_no = 'a3'")"
said=$(stm clerk explain "$who" visits.too_long "$cause" 2>&1)
same "it is explained like every rule" "2 1" "$(echo "$said" | grep -c 'minutes = 330') $(echo "$said" | grep -c 'visits.longest_minutes = 240')"
IFS='|' read -r who cause <<T
$(sql "select person_id, cause from task where rule_id = 'visits.overlap' order by 1 limit 1")
T
said=$(stm clerk explain "$who" visits.overlap "$cause" 2>&1)
same "so is the finder: statement, parameters, row" "1 1 1" "$(echo "$said" | grep -c 'from visit v') $(echo "$said" |
	grep -c 'visits.slip_minutes = 5') $(echo "$said" | grep -c 'visit.csv')"
same "its verb" "Berta,1,45" "$(stm clerk visits day 2025-11-02 --format csv 2>/dev/null | tr -d '\r' | tail -1)"
stm clerk visits pay make --format csv >"$work/paid.csv" 2>"$work/said" || cat "$work/said"
same "its list, with the steps that are core's" "Sunrise,2025-11,495.00" "$(tr -d '\r' <"$work/paid.csv" | tail -1)"
paid=$(sql "select list_id from remit_list where kind = 'visits'")
stm reviewer visits pay approve "$paid" 2>"$work/said" || cat "$work/said"
stm clerk visits pay file "$paid" --out "$work/paid_file.csv" 2>"$work/said" || cat "$work/said"
same "about nobody, and written out" "$paid,2025-11,\"Sunrise\",P1,495.00" "$(tail -1 "$work/paid_file.csv")"
same "as paper, too" "%PDF" "$(stm clerk visits pay file "$paid" --out "$work/paid.pdf" 2>"$work/said"; head -c 4 "$work/paid.pdf")"
same "once" 1 "$(stm clerk visits pay make 2>&1 | grep -c 'no visit is to be paid')"
same "its words" 1 "$(LC_ALL=zh_CN.UTF-8 stm clerk tasks --type visit_check 2>/dev/null | grep -c '护士 Anna 同时在服务单 a2')"
csv visit_no,id_no,name,nurse_licence,nurse,provider_licence,provider,day,began,ended \
	"a6,$(person 2),N1,Anna,P1,Sunrise,2025-11-03,09:00,10:00" >"$work/more.csv"
sql "delete from visit where visit_no = 'a2'"
stm batch import visit "$work/more.csv" --date 2025-11-03 2>/dev/null
stm batch judge --date 2025-11-03 2>/dev/null
same "what is not found again among the touched is gone" "withdrawn" "$(sql "select string_agg(t.state, ' ') from task t
	join visit v on v.visit_id = t.subject_id where rule_id = 'visits.overlap' and v.visit_no = 'a1'")"
same "doctor knows what it brought" 0 "$(stm admin doctor 2>&1 | grep -c 'was added\|is missing')"
same "its rules are in order and their cases come out" "0 0" "$(stm policy rules check >/dev/null 2>&1; echo $?) $(stm policy rules test --cases >"$work/tap" 2>&1; echo $?)"
grep -A6 '^not ok' "$work/tap"

# A second one, with many rows, beside it.
add lines
use visits lines
stm postgres migrate 2>"$work/said"
same "another one comes beside it" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
awk -F, -v n=100000 'NR > 1 && substr($1, 7, 4) < 2025 { id[++m] = $1; name[m] = $2 }
	END {
		print "claim_no,line_no,id_no,name,item_code,item,unit,form,department,doctor,diagnosis,remark,given_on,quantity,amount"
		for (i = 0; i < n; i++) {
			p = i % m + 1
			printf "C%06d,%d,%s,%s,D%d,Drug %d,box,tablet,ward %d,Dr Li,J%d,,2025-%02d-%02d,%d.5,%d.00\n",
				i / 7, i % 7, id[p], name[p], i, i, i % 9, i % 90, i % 9 + 1, i % 27 + 1, i % 4 + 1, i % 2000
		}
	}' "$city/register.csv" >"$work/line.csv"
two=$(person 2)
csv "C900001,1,$two,D1,Drug,box,tablet,ward,Dr Wu,J1,,2025-11-01,1,3.00" \
	"C900002,1,$two,D1,Drug,box,tablet,ward,Dr Wu,J1,,2025-11-02,1,3.00" \
	"C900003,1,$two,D1,Drug,box,tablet,ward,Dr Wu,J1,,2025-10-20,1,3.00" >>"$work/line.csv"
stm batch import line "$work/line.csv" --date 2025-11-03 >/dev/null 2>"$work/said"
same "a hundred thousand rows with nine texts each" 100003 "$(sql 'select count(*) from claim_line')"
stm batch judge --date 2025-11-03 2>/dev/null
same "its finder names the second of a pair within a day" "C900002/1" \
	"$(sql "select string_agg(cause, ' ') from task where rule_id = 'lines.twice'")"
stm batch refresh 2>/dev/null
same "its figures, one a share of the other" "100003.0 49.9" "$(stm clerk board --format csv | tr -d '\r' |
	awk -F, '$2 == "CL1" { l = $4 } $2 == "CL2" { print l, $4 }')"
same "the first one's figure is still there" 1 "$(stm clerk board --format csv | grep -c ',V1,')"
same "and everybody's reasons" "$before" "$(reasons)"
same "each has its own kinds of task" "line_check visit_check" "$(sql "select string_agg(distinct task_type, ' ' order by task_type)
	from reason where task_type ~ '^(visit|line)'")"

# One goes, the other and the rest stay.
use lines
stm postgres migrate --forget visits 2>"$work/said"
same "one is forgotten" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
stm batch judge --date 2025-11-04 2>"$work/said"
same "the rest goes on" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
same "with what it had" "$before" "$(reasons)"
same "the other one's tasks are still there" 1 "$(sql "select count(*) from task where rule_id = 'lines.twice' and state = 'open'")"
sql_in postgres "drop database mods" && sql_in postgres "drop role dora, steward_dispatcher"
finish
