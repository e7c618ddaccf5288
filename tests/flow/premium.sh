# Contributions that the fund pays while unemployment benefit is drawn (Social Insurance Law, art. 48): decided by two, sent to
# the collecting office by a list a month, answered, corrected when the benefit stops, a place's sum changes or an employer pays.
. "$srcdir/tests/lib.sh"
needs employment
small_city premium 1500 9
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit sums=employment.premium twice=employment.premium_twice stop=employment.benefit_stops
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'closed'), opened_on desc, cause desc limit 1"; }
state_of() { sql "select state from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'closed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
put() {	# FILE NAME VALUES: a parameter of the province
	mkdir -p "$work/premium/parameters"
	printf 'return { { name = "%s", jurisdiction = "CN-33", unit = "sums", basis = "a notice of the province", values = { %s } } }\n' \
		"$2" "$3" >"$work/premium/parameters/$1.lua"
	put_into_force "$work/premium/parameters/$1.lua"
}
list() { sql "select list_id from remit_list where state <> 'taken_back' order by list_id desc limit 1"; }
rows() { sql "select coalesce(string_agg(period || ' ' || ref || ' ' || amount_fen || case when is_held then ' held' else '' end, ';' order by period, ref), '')
	from remit_line where list_id = $(list)"; }
make() { st clerk employment premium make "$1" >"$work/said" 2>&1; }
send() { make "$1" && st reviewer employment premium approve "$(list)" >"$work/said" 2>&1; }

judge 2025-11-03
ann=$(sql "select person_id from person_fact where status = 'unemployed' and pension_status is null and died_on is null
	and months_total between 60 and 119 order by 1 limit 1")
put amount unemployment.amount '{ from = "2025-01-01", value = { first = 2000, second = 1600, extension = 1500 } }'
st clerk employment claim "$ann" --registered 2025-11-03 >/dev/null 2>&1
judge 2025-11-05
move clerk "$ann" $claim propose proved >/dev/null
same "somebody draws the benefit" done "$(move reviewer "$ann" $claim approve checked)"
judge 2025-11-06
same "a place without a sum says so" "2025-11 none" "$(cause_of "$ann" $sums)"
same "and nothing is proposed" "no sum of the contribution is in force here" "$(move clerk "$ann" $sums propose benefit_drawn)"
same "nor told to the collecting office" "nothing is to be told to the collecting office" "$(said st clerk employment premium make)"

# The place adopts base and rate; the pension's only for the months before the statutory age.
put medical unemployment.medical_premium '{ from = "2025-01-01", value = { base = 5000, percent = 9.5 } }, { from = "2026-01-01", value = { base = 5200, percent = 9.5 } }'
put pension unemployment.pension_premium '{ from = "2025-01-01", value = { base = 5000, percent = 20, stage = "extension" } }'
judge 2025-11-07
same "worked out from base and rate" "2025-11 47500+0" "$(cause_of "$ann" $sums)"
same "one proposes" proposed "$(move clerk "$ann" $sums propose benefit_drawn)"
same "and does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $sums approve checked)"
same "another does" "done 2025-11-01 47500 0" "$(move reviewer "$ann" $sums approve checked) $(sql "select from_month, medical_fen, pension_fen
	from premium where person_id = $ann" | tr '|' ' ')"
judge 2025-11-10
same "nobody is asked twice" 1 "$(sql "select count(*) from task where rule_id = '$sums' and cause like '%+%'")"

# A list a month, by two.
day 2025-12-05
make 2025-12
same "a list has each month that is due" "202511 medical 47500;202512 medical 47500" "$(rows)"
same "who made it does not approve it" "this is reserved for the role reviewer" "$(said st clerk employment premium approve "$(list)" | sed 's/^".*" is reserved/this is reserved/')"
same "nothing is written of it before" "no such list is approved" "$(said st clerk employment premium file "$(list)" --out "$work/list.csv")"
st reviewer employment premium approve "$(list)" >"$work/said" 2>&1
st clerk employment premium file "$(list)" --out "$work/list.csv" >"$work/said" 2>&1 || cat "$work/said"
same "the office gets a row a month" "$(list),2025-11,medical,475.00 $(list),2025-12,medical,475.00" \
	"$(cut -d, -f1-3,6 "$work/list.csv" | sed 1d | tr '\n' ' ' | sed 's/ $//')"
same "what was sent is not sent twice" "nothing is to be told to the collecting office" "$(said st clerk employment premium make 2025-12)"
same "an approved list is taken back by a second reviewer alone" "a second reviewer takes back what was approved" "$(said st reviewer employment premium back "$(list)")"
same "who may" "taken_back" "$(st manager employment premium back "$(list)" >"$work/said" 2>&1; sql "select state from remit_list order by list_id desc limit 1")"
send 2025-12
same "and it is sent anew" "202511 medical 47500;202512 medical 47500" "$(rows)"

# The place's base changes: a task for the month it does so, and the next list has the new sum.
judge 2026-01-07
same "the new base is worked out for its month" "2026-01 49400+0" "$(cause_of "$ann" $sums)"
move clerk "$ann" $sums propose benefit_drawn >/dev/null; move reviewer "$ann" $sums approve checked >/dev/null
send 2026-01
same "the month after" "202601 medical 49400" "$(rows)"
same "a sum is taken back by two" "undoing open 1" "$(move clerk "$ann" $sums undo mistake) $(move reviewer "$ann" $sums approve checked) $(sql "select count(*) from premium where person_id = $ann")"
make 2026-01
same "the next list asks back what was too much" "202601 medical -1900" "$(rows)"
move clerk "$ann" $sums propose benefit_drawn >/dev/null; move reviewer "$ann" $sums approve checked >/dev/null
same "an outdated list is not approved" "what is due has changed since the list was made" "$(said st reviewer employment premium approve "$(list)")"

# The collecting office answers; told twice changes nothing, corrected counts.
answer() {	# MONTH RESULT NOTE
	printf 'list_no,month,kind,id_no,name,result,note,day\n%s,%s,medical,%s,%s,%s,2026-01-08\n' "$sent" "$1" \
		"$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $ann limit 1")" "$2" "$3" >"$work/answer.csv"
	st batch import premium_answer "$work/answer.csv" --date "$4" --force >"$work/said" 2>&1 || cat "$work/said"
}
sent=$(sql "select list_id from remit_list where kind = 'premium' and state = 'approved' order by list_id desc limit 1")
answer 2026-01 refused "insured elsewhere" 2026-01-08
judge 2026-01-08
same "a refusal is somebody's" "202601 refused $sent open" "$(cause_of "$ann" $twice) $(state_of "$ann" $twice)"
answer 2026-01 refused "insured elsewhere" 2026-01-09
judge 2026-01-09
same "told twice it is one" 1 "$(sql "select count(*) from task where rule_id = '$twice'")"
make 2026-01
same "meanwhile the month is held" "202601 medical 49400 held" "$(rows)"
answer 2026-01 taken "" 2026-01-10
judge 2026-01-10
same "corrected, there is nothing to decide" "" "$(sql "select cause from task where rule_id = '$twice' and state = 'open'")"
same "and nothing to send" "nothing is to be told to the collecting office" "$(said st clerk employment premium make 2026-01)"

# An employer tells a contribution for a month that the fund has paid.
printf 'id_no,name,period,base,amount\n%s,2026-01,5000,1200\n' "$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id)
	where person_id = $ann limit 1")" >"$work/contribution.csv"
st batch import contribution "$work/contribution.csv" --date 2026-01-11 --force >/dev/null 2>&1
judge 2026-01-11
same "a month that is paid twice is somebody's" "202601 contribution open" "$(cause_of "$ann" $twice) $(state_of "$ann" $twice)"
same "two persons leave it out" "proposed done" "$(move clerk "$ann" $twice propose employer_pays) $(move reviewer "$ann" $twice approve checked)"
make 2026-01
same "it is asked back" "202601 medical -49400" "$(rows)"
same "taken back by two, it is not" "undoing open 0" "$(move clerk "$ann" $twice undo mistake) $(move reviewer "$ann" $twice approve checked) $(sql "select count(*) from premium_choice")"
same "one clerk says that it is due all the same" "dismissed" "$(move clerk "$ann" $twice keep earlier_month)"
same "then nothing is asked back" "nothing is to be told to the collecting office" "$(said st clerk employment premium make 2026-01)"

# The benefit ends: from then on nothing is due, without another decision.
same "the benefit ends by two" "proposed done" "$(move clerk "$ann" $stop propose asked) $(move reviewer "$ann" $stop approve checked)"
send 2026-01
same "its month is asked back" "202601 medical -49400" "$(rows)"
day 2026-02-05
same "and none follows" "nothing is to be told to the collecting office" "$(said st clerk employment premium make 2026-02)"
same "the person's page has the months that stand" 2 "$(st clerk person "$ann" 2>/dev/null | tr -d '\r' | grep -c "premium_medical")"
finish
