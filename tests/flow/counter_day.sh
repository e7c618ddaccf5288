# The day at the counter that doc/clerk.md tells: each of its lines is typed, in its order, with the words in capitals filled in.
. "$srcdir/tests/lib.sh"
needs service
needs assistance
small_city counter_day 600 9
box="$work/counter_day" day=2026-02-02
mkdir -p "$box"
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
judge() { st batch judge --date "$1" --force >"$box/said" 2>&1 || cat "$box/said"; }
cause() { sql "select cause from task where rule_id = '$1' and person_id = $ann"; }
judge 2025-11-03
# Whose pension is paid, and who was granted something by need last year; another has lost the card that the pension goes to.
set -- $(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null order by 1 limit 3")
ann=$1 bob=$2 cem=$3
sql "insert into assistance_grant (person_id, year, region_code, amount_fen, why, from_month, granted_on, decision_id) select person_id, 2025,
	region_code, 80000,
	'[\"destitute\"]', benefit_once(person_id, 'assistance', 'assistance', 80000), '2025-11-01', 0 from person where person_id = $ann"
judge $day
sql "update setting set value = '$day' where name = 'business_day'"
printf 'id_no,name,channel,number,holder,from_date\n%s,abc,6228480000000000001,,2025-01-01\n' "$(number "$bob")" >"$box/account.csv"
st batch import account "$box/account.csv" --date $day >"$box/said" 2>&1 || cat "$box/said"
{ echo request_no,id_no,name,channel,matter,asked_on,state,detail,helper
	echo "W1,$(number "$cem"),web,registration_change,$day,asked,,"; } >"$box/requests.csv"
{ echo id_no,name,year,source,amount,state; echo "$(number "$ann"),2025,tax,99999.00,told"; } >"$box/income.csv"
{ echo card_no,id_no,name,status,since,account,account_status
	echo "K1,$(number "$bob"),lost,2026-01-20,6228480000000000001,usable"; } >"$box/cards.csv"
awk '/^## / { on = $0 == "## A day at the counter" } on && /^    steward / { sub(/^    steward /, ""); print }' "$srcdir/doc/clerk.md" >"$box/typed"
ok "it is told in many lines" "$([ "$(wc -l <"$box/typed")" -ge 16 ]; echo $?)"
while IFS= read -r typed; do
	as=clerk code=
	case $typed in
	import* | judge*) as=batch ;;
	*" reply "*) st clerk decide "$ann" assistance.settlement "$(cause assistance.settlement)" ask --reason figure_came >"$box/said" 2>&1 ;;
	*" verify "*) code=$(sql "select code from service_certificate") ;;
	esac
	words=$(echo "$typed" | sed "s/PERSON/$ann/; s/CODE/$code/; s/REQUEST/$(cause service.request)/
		s|/tmp|$box|")
	(cd "$box" && eval "st $as $words" </dev/null >"$box/said" 2>&1)
	same "$typed" 0 $?
	case $typed in *" verify "* | *" settlements "*) cp "$box/said" "$box/${typed%% --*}" ;; esac
done <"$box/typed"
pension=$(sql "select yuan_text(monthly_fen) from benefit where person_id = $ann and kind = 'pension' and state = 'paid'")
same "what came by the web waits, as does what was asked at the counter" \
	"$(sql "select due_on('$day', null, 10) || ' registration_change, ' || due_on('$day', null, 20) || ' survivor_grants the daughter'")" \
	"$(sql "select string_agg(concat_ws(' ', t.due, r.matter, nullif(r.helper, '')), ', ' order by t.due) from task t
		join service_request r on r.person_id = t.person_id and r.request_no = t.cause where t.rule_id = 'service.request' and t.state = 'open'")"
same "the word is in the log" "information answered" "$(sql "select matter || ' ' || result from service_contact where person_id = $ann")"
same "what somebody has to bring" "account_proof birth_certificate kinship_proof" \
	"$(sql "select string_agg(paper, ' ' order by paper) from service_paper where person_id = $ann and how = 'asked'")"
same "a paper of the pension that is paid, and it stands" "%PDF 1" \
	"$(head -c 4 "$box/certificate.pdf") $(sed 1d "$box/service verify CODE" | grep -c "stands .* $pension .* $pension ")"
same "the court was told the same" "court inquiry 118 $pension" "$(sql "select recipient || substr(ground, strpos(ground, ',') + 1) || ' '
	|| yuan_text((told ->> 'fen')::bigint) from service_share where person_id = $ann")"
same "so much was earned that nothing was due, and the person has replied" "1 replied the figure is right -80000" \
	"$(grep -c ' reported ' "$box/assistance settlements") $(sql "select concat_ws(' ', n.state, s.reply, f.monthly_fen) from settlement s
		join settlement_now n using (person_id, year) join finding f using (person_id) where f.rule_id = 'assistance.settlement'")"
same "the lost card is somebody's" "K1/2026-01-20 $(sql "select due_on('$day', null, 5)")" "$(st batch judge >/dev/null 2>&1
	sql "select cause || ' ' || due from task where person_id = $bob and rule_id = 'service.card'")"
finish
