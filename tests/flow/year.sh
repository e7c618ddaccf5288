# A year of reports that come late, twice, out of order, corrected, withdrawn, contradictory, from several sources:
# planted, so that the truth is known.  In whatever order the files of a day come, and however a day is split, the end
# is the same, and it is the truth.  The longer proof is tests/proof/year.sh.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
persons=${YEAR_PERSONS:-600} orders=${YEAR_ORDERS:-2} report=${YEAR_REPORT:-/dev/null}
city="$work/year_city" box="$work/year"
"$steward" generate "$city" --persons "$persons" --seed 11 >/dev/null 2>&1 || exit 1
each=$((persons / 1000 > 2 ? persons / 1000 : 2))	# persons of a kind
mkdir -p "$box"

# Persons of each kind, of those who are paid and whose name and birth day are theirs alone; what is true of them; and
# the files by day.  slip changes a digit of a number.
awk -F, -v OFS=, -v each="$each" -v box="$box" '
	function slip(id) { return substr(id, 1, 14) (substr(id, 15, 1) + 1) % 10 substr(id, 16) }
	function put(day, feed, row) { print row >(box "/" day "." feed) }
	function truth(what, died, held) { print id, kind, what, died, held >(box "/truth.csv") }
	function death(day, died, number) { put(day, "death", number "," name "," birth "," died ",home") }
	FNR == NR { if (FNR > 1) alike[$2 $4]++; next }
	FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print >(box "/base.csv"); next }
	{ id = $1; name = $2; birth = $4; paid = $at["pension_status"] == "paid" && alike[$2 $4] == 1 && birth > "1935" }
	!paid || n >= 16 * each { draws = $at["pension_status"] == "paid"; $at["certified_on"] = draws ? "2025-10-20" : ""; print >(box "/base.csv")
		$at["certified_on"] = draws ? "2026-05-10" : ""; put("2026-05-10", "register", $0); next }
	{ kind = int(n++ / each) + 1; $at["certified_on"] = "2025-10-20" }
	kind >= 12 && kind <= 14 { $at["certified_on"] = "2024-10-20" }
	kind != 8 { print >(box "/base.csv") }
	kind == 1 { death("2025-12-10", "2025-12-05", id); truth("clean", "2025-12-05", 202601) }
	kind == 2 { death("2026-04-10", "2026-01-02", id); truth("late", "2026-01-02", 202602) }
	kind == 3 { death("2026-01-10", "2026-01-05", id); death("2026-01-10", "2026-01-05", id)
		death("2026-02-10", "2026-01-05", id); truth("doubled", "2026-01-05", 202602) }
	kind == 4 { death("2026-01-10", "2025-12-28", id); death("2026-02-10", "2026-01-03", id)
		truth("corrected", "2026-01-03", 202602) }
	kind == 5 { death("2025-12-10", "2025-12-01", id); death("2026-03-10", "2025-12-01", id)
		truth("wrong", "", "") }
	kind == 6 { death("2025-12-10", "2025-12-01", id); death("2026-05-10", "2026-05-01", id)
		truth("wrong then true", "2026-05-01", 202606) }
	kind == 7 { death("2026-02-10", "2026-02-01", slip(id)); truth("number with a slip", "2026-02-01", 202603) }
	kind == 8 { death("2026-01-10", "2026-01-07", id); put("2026-01-10", "register", $0)
		truth("before the register", "2026-01-07", 202602) }
	kind == 9 { put("2025-12-10", "custody", id "," name "," birth ",prison,2025-11-20,")
		put("2026-03-10", "custody", id "," name "," birth ",prison,2025-11-20,2026-03-05"); truth("released", "", "") }
	kind == 10 { put("2025-12-10", "custody", id "," name "," birth ",prison,2025-11-25,2030-11-25")
		truth("in prison", "", 202512) }
	kind == 11 { put("2026-01-10", "custody", id "," name "," birth ",detained,2025-12-25,"); truth("wrong custody", "", "") }
	kind == 12 { truth("lapsed", "", 202511) }
	kind == 13 { put("2026-02-10", "medical", id "," name ",2026-02-02,hospital")
		put("2026-02-10", "transport", id "," name ",2026-02-03,bus"); truth("seen in time", "", "") }
	kind == 14 { put("2026-03-10", "medical", id "," name ",2026-03-02,hospital")
		put("2026-03-10", "transport", id "," name ",2026-03-03,bus"); truth("stopped then seen", "", "") }
	kind == 15 { death("2026-03-10", "1899-03-03", id); truth("a day that cannot be", "2026-03-03", 202604) }
	kind == 16 { put("2026-01-10", "death_notice", id "," name "," birth ",2025-12-20,hearsay,")
		put("2026-02-10", "death_notice", id "," name "," birth ",2026-01-08,certificate,")
		put("2026-03-10", "death_notice", id "," name "," birth ",2025-12-30,hospital,")
		truth("three sources", "2026-01-08", 202602) }
	kind != 8 && kind != 12 { $at["certified_on"] = "2026-05-10"; put("2026-05-10", "register", $0) }
' "$city/register.csv" "$city/register.csv"
days=$(cd "$box" && ls | sed -n 's/^\(20[0-9-]*\)[.].*/\1/p' | sort -u)
head_of() {
	case $1 in
	register) sed -n 1p "$city/register.csv" ;;
	death) echo id_no,name,birth_date,died_on,place ;;
	death_notice) echo id_no,name,birth_date,died_on,source,place ;;
	custody) echo id_no,name,birth_date,kind,from_date,to_date ;;
	medical) echo id_no,name,visit_date,hospital ;;
	transport) echo id_no,name,travel_date,route ;;
	esac
}
part() {	# DAY FEED EVERY REST: the rows of the file whose place leaves this rest
	{ head_of "$2"; awk -v e="$3" -v r="$4" 'NR % e == r' "$box/$1.$2"; } >"$box/part.csv"
	[ "$(wc -l <"$box/part.csv")" -gt 1 ] || return 0
	st batch import "$2" "$box/part.csv" --date "$5" --force >/dev/null 2>&1
}

# What clerk and reviewer know: the truth.  One statement for all tasks of a day.
decide_all() {
	sql_as clerk "select count(decide(gen_random_uuid(), person_id, rule_id, cause, ver, event, reason, '')) from (
		select k.*, x.* from task k join person_ident i on i.person_id = k.person_id join public.truth t using (id_no)
		cross join lateral (values
			('risk.paid_after_death', t.died = k.cause, 'propose', 'confirmed'),
			('risk.paid_after_death', t.died = '' or t.what like 'wrong%' and t.died <> k.cause, 'dismiss', 'report_wrong'),
			('risk.paid_in_custody', t.what in ('released', 'in prison'), 'propose', 'confirmed'),
			('risk.paid_in_custody', t.what = 'wrong custody', 'dismiss', 'report_wrong'),
			('retirement.certification_overdue', t.what in ('lapsed', 'seen in time', 'stopped then seen'), 'propose', 'no_sign'),
			('retirement.resume', true, 'propose', 'document'),
			('feed.match', true, 'accept', 'documents')) x (rule, is_so, event, reason)
		where k.state = 'open' and k.rule_id = x.rule and x.is_so) y" >/dev/null
	sql_as reviewer "select count(decide(gen_random_uuid(), k.person_id, rule_id, cause, ver, 'approve', 'checked', ''))
		from task k join person_ident i on i.person_id = k.person_id join public.truth t using (id_no)
		where k.state in ('proposed', 'denied') and t.what <> 'seen in time'" >/dev/null
}
mend() {
	sql_as admin "select count(reject_repair(batch_id, 'died_on', '1899-03-03', '2026-03-03')) from (
		select distinct batch_id from reject where state = 'open' and value = '1899-03-03') x" >/dev/null
}
run_day() {
	st batch judge --date "$1" --force >/dev/null 2>&1 || echo "not ok judge of $1"
	mend
	decide_all
	st batch judge --date "$1" --force >/dev/null 2>&1 || echo "not ok judge of $1"
	decide_all
}
year() {	# ORDER
	new_db "year_$1"
	areas_in "year_$1" "$city"
	sql "create table public.truth (id_no text, kind int, what text, died text, held text);
		grant select on public.truth to public" >/dev/null
	psql -X -q "$db user=postgres" -c "copy public.truth from stdin with (format csv)" <"$box/truth.csv" ||
		{ echo "not ok the truth is known"; exit 1; }
	sql "update public.truth set died = coalesce(died, ''), held = coalesce(held, '')"
	st batch import register "$box/base.csv" --date 2025-11-10 --force >/dev/null 2>&1
	run_day 2025-11-10
	for day in $days; do
		next=$(date -d "$day + 3 days" +%F)
		files=$(cd "$box" && ls "$day".* | awk -v s="$1$day" 'BEGIN { for (i = 1; i <= length(s); i++)
			n = (n * 31 + index("0123456789-", substr(s, i, 1))) % 1000003; srand(n) }
			{ print rand(), $0 }' | sort | sed 's/.*[.]//')
		every=$(($1 % 2 + 1))
		for feed in $files; do part "$day" "$feed" "$every" 0 "$day"; done
		run_day "$day"
		[ "$every" -eq 1 ] && continue
		for feed in $files; do part "$day" "$feed" "$every" 1 "$next"; done
		run_day "$next"
	done
	st batch judge --date 2026-06-10 --force >/dev/null 2>&1
	decide_all
	st batch judge --date 2026-06-10 --force >/dev/null 2>&1
	st batch refresh >/dev/null 2>&1
}
# Facts, decided tasks and holds by numbers of persons; rows that waited by nothing that an order could change.
state_of() {
	sql "select md5(string_agg(x, ',' order by x)) from (
		select 'f' || i.id_no || coalesce(f.died_on::text, '') || coalesce(f.custody_to::text, '') ||
			coalesce(f.certified_on::text, '') || coalesce(f.held_for, '') || coalesce(f.pension_fen::text, '') as x
		from public.truth t join person_ident i using (id_no) join person_fact f using (person_id)
		union all select 't' || i.id_no || k.rule_id || case when k.rule_id like 'feed.%' then '' else k.cause end || k.state
		from public.truth t join person_ident i using (id_no) join task k using (person_id) where k.task_type <> 'certify'
			and k.rule_id <> 'retirement.resume'
		union all select 'h' || i.id_no || h.rule_id || h.from_period || h.state
		from public.truth t join person_ident i using (id_no) join hold h using (person_id)) y"
}

echo "order checksum" >"$report"
for order in $(seq 1 "$orders"); do
	year "$order"
	now=$(state_of)
	echo "$order $now" >>"$report"
	[ "$order" -gt 1 ] || first=$now
	[ "$now" = "$first" ] || { same "order $order ends as the first" "$first" "$now"; }
	# The truth.
	same "held are those who must be, from the month of the law (order $order)" "" "$(sql "
		select t.id_no, t.what, t.held, h.from_period, h.state from public.truth t join person_ident i using (id_no)
		left join hold h on h.person_id = i.person_id and h.state <> 'lifted'
		where (t.held, case when t.held <> '' then 'final' else '' end) is distinct from
			(coalesce(h.from_period::text, ''), coalesce(h.state, '')) limit 5")"
	same "nobody else is (order $order)" 0 "$(sql "select count(*) from hold h where h.state <> 'lifted' and not exists (
		select from person_ident i join public.truth t using (id_no) where i.person_id = h.person_id)")"
	same "died are those who did, on the right day (order $order)" "" "$(sql "select t.id_no, t.what, t.died, d.died_on
		from public.truth t join person_ident i using (id_no) left join death_told d using (person_id)
		where t.died <> coalesce(d.died_on::text, '') limit 5")"
	same "each wrong report is void (order $order)" "$(sql "select count(*) from public.truth where what like 'wrong%'")" \
		"$(sql "select count(*) from status_event where state = 'void'")"
	same "nothing is payable to the dead after the legal month (order $order)" 0 "$(sql "select count(*) from payable y
		join death_told d using (person_id) where coalesce(y.held_from, 999912) > next_period(d.died_on)")"
	same "nothing about them waits (order $order)" "" "$(sql "select t.what, k.rule_id, k.state, k.cause from public.truth t
		join person_ident i using (id_no) join task k using (person_id) where k.state in ('open', 'proposed', 'denied')
		and k.task_type in ('suspend', 'resume', 'match') limit 5")"
	same "the figures are the truth's (order $order)" "$(sql "select count(*) filter (where died <> '') || ' ' || 0 || ' ' || 0
		from public.truth")" "$(sql "select string_agg(counted::int::text, ' ' order by indicator)
		from indicator_value v where region_code = 0 and indicator in ('E1', 'E2', 'E9')
		and business_day = (select max(business_day) from indicator_value)")"
done
sql "select what || ': ' || count(*) from public.truth group by kind, what order by kind" >>"$report"
ok "the end is the same in all $orders orders" "$([ "$(sed -n '2,$p' "$report" 2>/dev/null | awk -v n="$orders" 'NR <= n { print $2 }' |
	sort -u | wc -l)" -le 1 ]; echo $?)"
finish
