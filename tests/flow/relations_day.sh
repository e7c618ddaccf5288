# Insurance relations that come and go, as doc/clerk.md tells it: each of its lines is typed, in its order, with the words in
# capitals filled in.
. "$srcdir/tests/lib.sh"
needs relations
needs employment
needs fund
small_city relations_day 600 9
box="$work/relations_day" day=2025-11-04
mkdir -p "$box"
quiet() { "$@" >"$box/said" 2>&1 || cat "$box/said"; }
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
facts() { sql "select coalesce(months_total, 0) || ' ' || account_fen || ' ' || status from person_fact where person_id = $1"; }
decide() {	# LOGIN PERSON RULE EVENT REASON
	quiet st "$1" decide "$2" "relations.$3" "$(sql "select cause from task where person_id = $2 and rule_id = 'relations.$3'")" "$4" --reason "$5"
}
quiet st batch judge --date $day --force
sql "update setting set value = '$day' where name = 'business_day'"
# Who comes is young enough to be taken; two go, one by a letter on paper and one by file.
set -- $(sql "select person_id from person_fact where status = 'contributing' and pension_status is null and died_on is null
	and scheme = 'employee' and birth_date > '1985-12-01' order by 1 limit 3")
ann=$1 bob=$2 cem=$3
awk '/^## / { on = $0 == "## Insurance relations that come and go" } on && /^    steward / { sub(/^    steward /, ""); print }' \
	"$srcdir/doc/clerk.md" >"$box/typed"
ok "it is told in some lines" "$([ "$(wc -l <"$box/typed")" -ge 12 ]; echo $?)"
{ echo letter_no,id_no,name,place,agency,account,day; echo "F1,$(number "$cem"),320500,苏州市社保中心,3205 0001,$day"; } >"$box/letters.csv"
were=$(facts "$bob")
pooled=$(sql "select 600000 * 100 * 12 / 100 + coalesce(sum(round(base_fen * 0.12)), 0)::bigint from contribution
	where person_id = $bob and scheme = 'employee' and period >= 199801")
while IFS= read -r typed; do
	as=clerk person=$bob letter=H1
	# What the doc says happens in the task before a line: a letter goes, and two agree that a relation does.
	case $typed in
	*" letter "*) decide clerk "$ann" ask send checked ;;
	*" file "*) decide clerk "$bob" out propose letter_seen && decide reviewer "$bob" out approve checked ;;
	*transfer_form*) echo "letter_no,id_no,name,row_no,row_count,from_month,to_month,base,account,pooled
$(sql "select letter_no from relation_in"),$(number "$ann"),1,1,2015-01,2015-12,5000,4800.00,7200.00" >"$box/forms.csv" ;;
	esac
	case $typed in
	import*) as=batch ;;
	*" apply "* | *" letter "*) person=$ann letter=$(sql "select letter_no from relation_in") ;;
	*" correct "*) person=$ann ;;
	esac
	words=$(echo "$typed" | sed "s/PERSON/$person/; s/LETTER/$letter/")
	(cd "$box" && eval "st $as $words" </dev/null >"$box/said" 2>&1)
	same "$typed" 0 $?
done <"$box/typed"
same "the form of the other place is here, its money, a fifth of the wages, is not" "form alone $((12 * 5000 * 20))" "$(sql "select n.stand || ' '
	|| f.account_fen + f.pooled_fen from relation_in_now n join relation_form f using (letter_no) where n.person_id = $ann")"
quiet st batch judge --date 2025-11-05
same "a letter by file is somebody's, by its day" "F1 open $(sql "select due_on('$day', 0, 15)")" \
	"$(sql "select concat_ws(' ', cause, state, due) from task where person_id = $cem and rule_id = 'relations.out'")"
same "of whoever goes nothing counts here any more" "0 0 moved" "$(facts "$bob")"
same "months, account and 12 percent of the wages go along" "${were% *} $pooled" "$(sed 1d "$box/form.csv" | awk -F, '
	{ split($6, f, "-"); split($7, t, "-"); m += (t[1] - f[1]) * 12 + t[2] - f[2] + 1
		a += $9 * 100; p += $10 * 100 } END { printf "%d %d %d", m, a, p }')"
same "letter and form are papers" "%PDF %PDF" "$(head -c 4 "$box/letter.pdf") $(head -c 4 "$box/form.pdf")"
same "what one document says is one correction, with 8 percent of its wages" \
	"1 payroll 7/2019 $((12 * 9000 * 8)) open: 12 of 900000 from 201901 to 201912, 1 of nothing from 202003 to 202003" \
	"$(sql "select concat_ws(' ', fix_no, document, account_fen, state) || ': ' || (select
		string_agg(concat_ws(' ', n, 'of', base, 'from', a, 'to', b), ', ' order by a) from (select
		coalesce(base_fen::text, 'nothing') as base, count(*) as n, min(period) as a, max(period) as b from relation_fix_month
		group by 1) m) from relation_fix")"
finish
