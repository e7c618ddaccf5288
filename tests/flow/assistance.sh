# Entitled without asking: what other offices tell makes a proposal, two persons grant it, the next run pays it once a year;
# declined nobody is asked again that year; and free health checks, looked at before they are settled.
. "$srcdir/tests/lib.sh"
needs assistance
needs claims
small_city assistance 1000 7
box="$work/box"
mkdir -p "$box"
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
judge 2025-11-03
id() { sql "select min(id_no) || ',' || min(p.name) from person p join person_ident using (person_id) where person_id = $1"; }
# shellcheck disable=SC2046
set -- $(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null and custody_kind is null and held_for is null
	and birth_date < '1958-01-01' and coalesce(claim_fen_12m, 0) < 2000000 order by 1 limit 5")
ann=$1 bob=$2 cem=$3 dan=$4 eve=$5
rule=assistance.entitled
task() { sql "select coalesce(string_agg(state, ' ' order by cause), 'none') from task where person_id = $1 and rule_id = '${2:-$rule}'"; }
move() {	# LOGIN PERSON EVENT REASON [RULE]: the state, or the message
	r=${5:-$rule}
	cause=$(sql "select cause from task where person_id = $2 and rule_id = '$r' order by state in ('withdrawn'), opened_on desc, cause desc limit 1")
	st "$1" decide "$2" "$r" "$cause" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
figure() { st batch refresh 2>/dev/null; sql "select counted from indicator_value where indicator = '$1' and region_code = 0
	order by business_day desc limit 1"; }
fen() { sql "select monthly_fen from finding where person_id = $1 and rule_id = '$rule'"; }
{ echo id_no,name,kind,from_day,to_day
	printf '%s,allowance,2025-01-01,\n%s,marginal,2025-01-01,2025-11-30\n' "$(id "$ann")" "$(id "$bob")"; } >"$box/low_income.csv"
{ echo certificate_no,id_no,name,level,from_day,to_day
	printf 'D1,%s,1,2020-01-01,\nD2,%s,3,2020-01-01,\n' "$(id "$ann")" "$(id "$cem")"; } >"$box/disability.csv"
st batch import low_income "$box/low_income.csv" --date 2025-11-03 2>/dev/null
st batch import disability "$box/disability.csv" --date 2025-11-03 2>/dev/null
same "nobody asked" 0 "$(sql "select count(*) from task where rule_id = '$rule'")"
judge 2025-11-04
same "who is known to need it is proposed, a light disability is not" "open open none none" "$(task "$ann") $(task "$bob") $(task "$cem") $(task "$dan")"
same "by the strongest of the reasons" "80000 50000" "$(fen "$ann") $(fen "$bob")"
same "all of which are named" 1 "$(st clerk explain "$ann" $rule 0 2>/dev/null | grep -c 'family on the minimum allowance; disability of level 1$')"
same "with the file and line of the other office" 2 "$(st clerk explain "$ann" $rule 0 2>/dev/null | grep -c 'low_income.csv, line 2\|disability.csv, line 2')"
move clerk "$ann" propose need_known >/dev/null
same "who proposed does not approve" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" approve checked)"
same "a second person does" done "$(move reviewer "$ann" approve checked)"
same "a benefit of one month" "assistance assistance 2025-11-01 2025-12-01 80000" "$(sql "select scheme, kind, valid_from, valid_to, monthly_fen from benefit
	where person_id = $ann and kind = 'assistance'" | tr '|' ' ')"
same "found without applying" 1 "$(figure J7)"
same "the person is told" assist "$(sql "select template from message where person_id = $ann and rule_id = '$rule'")"
same "declined" dismissed "$(move clerk "$bob" dismiss declined)"
judge 2025-11-05
same "nobody is asked twice in a year" "done dismissed" "$(task "$ann") $(task "$bob")"
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
st clerk pay prepare 2025-11 >/dev/null 2>&1
same "the next run pays it" "202511 80000" "$(sql "select period, amount_fen from pay_line where person_id = $ann and kind = 'assistance'" | tr '|' ' ')"
st clerk pay take-back 2025-11 >/dev/null 2>&1
move clerk "$ann" undo mistake >/dev/null
same "taken back by two nothing of it is left" "open 0 0" "$(move reviewer "$ann" approve checked) $(sql "select count(*) from benefit where person_id = $ann
	and kind = 'assistance'") $(figure J7)"
move clerk "$ann" propose need_known >/dev/null
move reviewer "$ann" approve checked >/dev/null
judge 2026-01-01
same "a year later again, if the need is still there" "open done dismissed" "$(sql "select string_agg(state, ' ' order by state = 'dismissed', state = 'done')
	from task where rule_id = '$rule' and person_id in ($ann, $bob)")"
same "what is listed" "1 open" "$(st clerk assistance list --format csv 2>/dev/null | tr -d '\r' | awk -F, '/open/ { n++; s = "open" } END { print n, s }')"

# Health checks: from 65, once a year, as agreed with the hospital.
{ echo id_no,name,checked_on,hospital,amount
	printf '%s,2026-01-05,县医院,180.00\n%s,2026-01-06,县医院,180.00\n%s,2026-01-06,县医院,250.00\n' "$(id "$ann")" "$(id "$ann")" "$(id "$cem")"
	printf '%s,2026-01-07,中医院,200.00\n' "$(id "$dan")"
	printf '%s,2026-01-07,中医院,200.00\n' "$(id "$(sql "select person_id from person_fact where pension_status is null and died_on is null order by 1 limit 1")")"; } >"$box/check.csv"
st batch import health_check "$box/check.csv" --date 2026-01-08 2>/dev/null
judge 2026-01-08
same "a second one, a dear one, and one of nobody entitled are doubted" "a second one in the year,dearer than agreed,no pension is drawn" \
	"$(sql "select string_agg(say::jsonb ->> 4, ',' order by say::jsonb ->> 4) from finding where rule_id = 'assistance.check'")"
sums() { st clerk assistance checks 2026-01 --format csv 2>/dev/null | tr -d '\r' | sed 1d | paste -sd ';'; }
same "nothing in doubt is settled" "中医院,held,1,200.00;中医院,payable,1,200.00;县医院,held,2,430.00;县医院,payable,1,180.00" "$(sums | tr ';' '\n' | LC_ALL=C sort | paste -sd ';')"
move clerk "$cem" refuse not_due assistance.check >/dev/null
move clerk "$ann" confirm data_wrong assistance.check >/dev/null
same "looked at, it is" "中医院,held,1,200.00;中医院,payable,1,200.00;县医院,payable,2,360.00;县医院,refused,1,250.00" "$(sums | tr ';' '\n' | LC_ALL=C sort | paste -sd ';')"
finish
