# What is expected of each sender: a silent one, a file far beyond its size, one told twice, one with another header.
# Each is a task; none of them costs anybody anything before somebody has looked.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
small_city feeds 600 9
names() { sed -n "$(($1 + 1)),$(($2 + 1))p" "$city/register.csv" | cut -d, -f1,2; }
seen() {	# FEED DAY FIRST LAST: a file of signs of life of these persons
	case $1 in
	medical) echo "id_no,name,visit_date,hospital" ;;
	transport) echo "id_no,name,travel_date,route" ;;
	esac
	names "$3" "$4" | awk -v d="$2" -F, 'substr($1, 7, 4) < 2025 { print $0 "," d ",x" }'
}
bring() {	# FEED DAY FIRST LAST
	seen "$1" "$2" "$3" "$4" >"$work/$1.$2.csv"
	said=$(st batch import "$1" "$work/$1.$2.csv" --date "$2" 2>&1)
}
judge() { st batch judge --date "$1" >/dev/null 2>&1 || echo "not ok judge of $1"; }
open() { sql "select count(*) from task where rule_id = '$1' and state = 'open'"; }

for d in 03 07 11 15; do
	bring medical 2025-11-$d 1 60
	bring transport 2025-11-$d 1 60
	judge 2025-11-$d
done
same "who sends in time is no task" "0 0" "$(open feed.late) $(open feed.unusual)"

# The carriers fall silent; the hospitals go on.
for d in 19 23 27; do bring medical 2025-11-$d 1 60; judge 2025-11-$d; done
sql "update certification set certified_on = certified_on - 400 where person_id in
	(select person_id from benefit where state = 'paid' order by person_id desc limit 5)"
judge 2025-11-30
same "not before the contract's days and a tenth are over" 0 "$(open feed.late)"
bring medical 2025-12-01 1 60
judge 2025-12-02
same "a silent sender is a task" "transport 2025-11-15" "$(sql "select cause from task where rule_id = 'feed.late' and state = 'open'")"
raised() { sql "select count(*) from task where rule_id = 'retirement.certification_overdue'"; }
lapsed=$(raised)
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person on conflict do nothing"
judge 2025-12-03
same "what lapses from now on is no task while signs may be missing" "$lapsed" "$(raised)"
same "though it was found" 1 "$(sql "select (count(*) > 0)::int from finding f where rule_id = 'retirement.certification_overdue'
	and not exists (select from task t where t.person_id = f.person_id and t.rule_id = f.rule_id and t.cause = f.cause)")"
st manager decide 0 feed.late "transport 2025-11-15" go_on --reason decided >/dev/null 2>&1
judge 2025-12-04
same "until the manager says to go on" 1 "$([ "$(raised)" -gt "$lapsed" ] && echo 1)"
bring transport 2025-12-05 1 60; judge 2025-12-05
same "a file ends the silence" 0 "$(open feed.late)"

# Ten times its size.
bring medical 2025-12-06 1 599
same "a file far beyond its size waits" 1 "$(echo "$said" | grep -c '0 accepted.* doubtful')"
judge 2025-12-06
load=$(sql "select batch_id from batch where state = 'waiting'")
same "which is a task" "$load" "$(sql "select cause from task where rule_id = 'feed.heavy' and state = 'open'")"
same "and no row of it counts" 0 "$(sql "select count(*) from evidence where batch_id = $load")"
same "a clerk cannot take it" 1 "$(st clerk decide 0 feed.heavy "$load" accept --reason sender 2>&1 | grep -c 'reserved for')"
# Single rows are made sure of meanwhile: drawn by chance, or one that somebody asks about.
line=$(st clerk loads sample "$load" --format csv 2>/dev/null | tr -d '\r' | sed -n '2s/,.*//p')
same "ten rows are drawn" 10 "$(st clerk loads sample "$load" --format csv 2>/dev/null | sed 1d | grep -c waiting)"
same "the same for whoever asks" "$(st clerk loads sample "$load")" "$(st reviewer loads sample "$load")"
same "none is confirmed without saying how" 1 "$(st clerk loads confirm "$load" "$line" ' ' 2>&1 | grep -c 'how it was made sure of is missing')"
same "nor what does not wait" 1 "$(st clerk loads confirm "$load" 99999 'called the hospital' 2>&1 | grep -c 'does not wait with its file')"
st clerk loads confirm "$load" "$line" 'called the hospital' 2>/dev/null
st clerk loads confirm "$load" "$line" 'called the hospital' 2>/dev/null
judge 2025-12-06
same "a row that was made sure of counts, the file waits" "1 1 waiting" "$(sql "select (select count(*) from evidence where batch_id = $load) || ' '
	|| (select count(*) from audit_log where op = 'load.confirm') || ' ' || state from batch where batch_id = $load")"
st manager decide 0 feed.heavy "$load" accept --reason sampled >/dev/null 2>&1
judge 2025-12-07
same "a second person lets it in" "applied $(sql "select count(*) from staged_row where batch_id = $load")" \
	"$(sql "select min(state) || ' ' || count(*) from staged_row where batch_id = $load")"
same "as it would have been" 1 "$(sql "select (count(*) > 400)::int from evidence where batch_id = $load")"

# Told twice, and another header.
bring medical 2025-12-08 1 60
{ cat "$work/medical.2025-12-08.csv"; sed 1d "$work/medical.2025-12-08.csv"; } >"$work/twice.csv"
st batch import medical "$work/twice.csv" --date 2025-12-08 >/dev/null 2>&1
judge 2025-12-08
same "a file that says what is known is a task" 1 "$(sql "select count(*) from task where rule_id = 'feed.unusual'
	and state = 'open' and cause like '%doubled'")"
sed '1s/hospital/clinic/' "$work/medical.2025-12-08.csv" >"$work/header.csv"
st batch import medical "$work/header.csv" --date 2025-12-08 >/dev/null 2>&1
judge 2025-12-09
same "a file with another header is a task" 1 "$(open feed.refused)"
bring medical 2025-12-10 1 60; judge 2025-12-10
same "which the next good one ends" "0 0" "$(open feed.refused) $(open feed.unusual)"
st batch refresh >/dev/null 2>&1
same "the figure of senders in time opens its rows" 1 "$(st clerk board --format csv | tr -d '\r' | grep -c '^.*K1,')"
finish
