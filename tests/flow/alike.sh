# Applications for a pension that nobody has to look at one by one: proposed as one list with its exceptions and a sample,
# approved by a second person, each row with what came of it, taken back as one; the others are decided alone.
. "$srcdir/tests/lib.sh"
needs retirement
needs employment
small_city alike 3000 9
for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 2>/dev/null
sql "update setting set value = '2025-11-03' where name = 'business_day'"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
rule=retirement.application
st clerk retirement forecast >/dev/null 2>&1
# shellcheck disable=SC2046
set -- $(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) where f.scheme = 'employee' and f.months_total >= 300
	and exists (select from contribution c where c.person_id = a.person_id) and a.retire_on between '2025-12-02' and '2026-02-28'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice') order by a.retire_on, 1 limit 6")
same "there are six who retire next" 6 $#
ann=$1 ben=$2 cem=$3 dan=$4 eve=$5 fay=$6
for p in $ann $ben $cem $dan $eve $fay; do
	more=
	[ "$p" != "$eve" ] || more="--agent 王芳 --agent-until 2026-12-31"
	# shellcheck disable=SC2086
	st clerk retirement apply "$p" --from "$(sql "select to_char(retire_on, 'YYYY-MM') || '-15' from retire_ahead where person_id = $p")" $more >/dev/null 2>&1
done
st batch judge --date 2025-11-04 --force 2>/dev/null
sql "update setting set value = '2025-11-04' where name = 'business_day'"
st clerk retirement question "$fay" birth "$(sql "select (birth_date - interval '4 months')::date from person where person_id = $fay")" \
	--volume 2 --page 17 --article 4 --author 王芳 >/dev/null 2>&1
st batch judge --date 2025-11-05 --force 2>/dev/null
sql "update setting set value = '2025-11-05' where name = 'business_day'"
apart() { sql "select coalesce(retire_apart($1, '$rule', cause), '-') from task where person_id = $1 and rule_id = '$rule'"; }
same "four are alike, two are looked at alone, each with why" "- - - -|somebody else acts for the person|the archive says otherwise than the register" \
	"$(apart "$ann") $(apart "$ben") $(apart "$cem") $(apart "$dan")|$(apart "$eve")|$(apart "$fay")"
st clerk batch try retire --reason complete >"$work/alike_try" 2>/dev/null
same "before it is proposed: how many, who not and why, and a sample" "1 1 4" \
	"$(grep -c 'somebody else acts' "$work/alike_try") $(grep -c 'the archive says otherwise' "$work/alike_try") $(sed -n '/Sample/,$p' "$work/alike_try" | grep -c 'retires in')"
sql "select min(id_no) from person_ident where person_id = $eve" >"$work/list"
same "who is looked at alone is on no list" 1 "$(said st clerk batch propose retire --reason complete --list "$work/list" | grep -c 'of the list has no such task')"
st clerk batch propose retire --reason complete >/dev/null 2>&1
batch() { sql "select batch_id || ' ' || digest from decision_batch where undoes is $1 null order by at desc limit 1"; }
b=$(batch '')
states() { sql "select string_agg(state, ' ' order by array_position(array[$ann, $ben, $cem, $dan, $eve, $fay]::bigint[], person_id)) from task where rule_id = '$rule'"; }
same "proposed as one" "proposed proposed proposed proposed open open" "$(states)"
same "who proposed does not approve" 1 "$(said st clerk batch approve "${b% *}" --signature "${b#* }" --reason checked | grep -c 'reserved\|second person')"
# One of them is found to draw a pension meanwhile.
sql "insert into benefit (person_id, scheme, kind, valid_from, region_code, state, monthly_fen, batch_id, line) select person_id, 'employee', 'pension',
	'2025-10-01', region_code, 'paid', 100000, 1, 1 from person where person_id = $dan"
st reviewer batch approve "${b% *}" --signature "${b#* }" --reason checked >/dev/null 2>&1
same "what cannot be done keeps nobody else's" "done done done proposed open open" "$(states)"
st clerk batch show "${b% *}" >"$work/show" 2>/dev/null
same "each row says what came of it" "3 1" "$(grep -c ' approved ' "$work/show") $(grep -c '^!.*"approve" would change nothing' "$work/show")"
same "and pensions begin" 3 "$(sql "select count(*) from benefit where person_id in ($ann, $ben, $cem) and kind = 'pension'")"
st reviewer batch refuse "${b% *}" --signature "${b#* }" --reason proof_missing >/dev/null 2>&1
same "the one that was left goes back to the clerk" "done done done open open open" "$(states)"
st clerk batch undo "${b% *}" --reason mistake >/dev/null 2>&1
u=$(batch not)
same "taken back as one, by a second person" "approved 0" "$(st manager batch approve "${u% *}" --signature "${u#* }" --reason checked >/dev/null 2>&1
	sql "select outcome from decision_batch where undoes is not null") $(sql "select count(*) from benefit where person_id in ($ann, $ben, $cem) and kind = 'pension'")"
same "the applications wait again" "open open open open open open" "$(states)"

# By keys, as the screen has them.
sql "delete from benefit where person_id = $dan and kind = 'pension' and batch_id = 1"
row=$(sql "select count(*) + 1 from decision_batch")
printf ':ba\n%s\nS\n:qu\n' "$row" | st clerk desk --line >"$work/desk" 2>&1
same "proposed by a key from the list of kinds" "proposed proposed proposed proposed open open" "$(states)"
printf ':ba\n1\nA\n:qu\n' | st reviewer desk --line >>"$work/desk" 2>&1
same "and approved by one" "done done done done open open" "$(states)"
finish
