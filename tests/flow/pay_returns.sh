# What banks answer: paid, came back, not known yet.  An answer counts whole and once, one that does not fit is refused,
# and what came back is a task, and is paid once more and no oftener.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city returns 1200 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
# Nobody has sent signs of life here.
sql "delete from pay_gate where kind = 'suspend'"
run() { sql "select max(run_id) from pay_run"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
month() {	# MONTH FOLDER
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null &&
		st clerk pay export "$1" "$2" >/dev/null && st clerk pay confirm "$1" "$2" >/dev/null
}
month 2025-11 "$work/ret1"
ok "a month is out" $?
first=$(run)

# An answer as a bank makes it from the file it got: the first three payments come back, the rest are paid.
pain2() {	# FILE FIRST-RETURNED REASON: pain.002 of a pain.001
	awk -v n="$2" -v reason="$3" '
	function value(tag,   s) { s = $0; sub(".*<" tag "[^>]*>", "", s); sub("</" tag ">.*", "", s); return s }
	/<GrpHdr>/ { msg = value("MsgId"); count = value("NbOfTxs"); sum = value("CtrlSum")
		print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
		print "<GrpHdr><MsgId>A-" msg "</MsgId><CreDtTm>2025-11-10T12:00:00</CreDtTm></GrpHdr>"
		print "<OrgnlGrpInfAndSts><OrgnlMsgId>" msg "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><OrgnlNbOfTxs>" count \
			"</OrgnlNbOfTxs><OrgnlCtrlSum>" sum "</OrgnlCtrlSum><GrpSts>" (n ? "PART" : "ACSC") "</GrpSts></OrgnlGrpInfAndSts>"
		print "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" msg "</OrgnlPmtInfId>" }
	/<CdtTrfTxInf>/ && n { i++
		print "<TxInfAndSts><OrgnlEndToEndId>" value("EndToEndId") "</OrgnlEndToEndId><TxSts>" (i <= n ? "RJCT" : "ACSC") "</TxSts>" \
			(i <= n ? "<StsRsnInf><Rsn><Cd>" reason "</Cd></Rsn></StsRsnInf>" : "") \
			"<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">" value("InstdAmt") "</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>" }
	END { print "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>" }' "$1"
}
pain2 "$work/ret1/2025-11-1-icbc.xml" 3 AC04 >"$work/icbc.xml"
unzip -p /usr/share/java/hbci4j-core.jar pain.002.001.10.xsd >"$work/pain2.xsd"
xmllint --nonet --noout --schema "$work/pain2.xsd" "$work/icbc.xml" 2>"$work/xml.out" || cat "$work/xml.out"
ok "the answer is one as ISO 20022 has it" "$(grep -c ' validates' "$work/xml.out" | awk '{ print 1 - $1 }')"
lines=$(sql "select lines from pay_file where channel = 'icbc'")

# One byte another.
bad() {	# NAME SED SAYS
	sed "$2" "$work/icbc.xml" >"$work/bad.xml"
	cmp -s "$work/icbc.xml" "$work/bad.xml" && echo "not ok $1 is changed"
	out=$(said st clerk pay returns "$work/bad.xml")
	case $out in
	*"$3"*) ok "refused whole: $1" 0 ;;
	*) ok "refused whole: $1" 1; echo "  $out" ;;
	esac
}
ref=$(sed -n 's/.*<OrgnlEndToEndId>\([^<]*\)<.*/\1/p' "$work/icbc.xml" | head -1)
fen=$(sed -n 's/.*<InstdAmt Ccy="CNY">\([^<]*\)<.*/\1/p' "$work/icbc.xml" | head -1)
bad "another payment" "s/>$ref</>${ref}0</" "the answer does not fit what was sent: \"${ref}0\""
bad "another amount" "s/>$fen</>1$fen</" "the answer does not fit what was sent: \"$ref\""
bad "a payment twice" "0,/<TxInfAndSts>/s/\(<TxInfAndSts>.*\)/\1\1/" "the answer does not fit what was sent"
bad "a state that there is not" "0,/>RJCT</s//>RJCX</" "the answer does not fit what was sent"
bad "another file's" "s/<OrgnlMsgId>R$first-icbc/<OrgnlMsgId>R$first-icbx/" "is not a file that was sent"
bad "another sum" 's/<OrgnlCtrlSum>/<OrgnlCtrlSum>1/' "is not a file that was sent"
bad "another number of payments" 's/<OrgnlNbOfTxs>/<OrgnlNbOfTxs>1/' "is not a file that was sent"
bad "no XML" 's/<GrpHdr>/<GrpHdr/' "is not an answer of a bank"
bad "with definitions of its own" '1a <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' "is not an answer of a bank"
head -c 900 "$work/icbc.xml" >"$work/cut.xml"
same "refused whole: one that was cut short" 1 "$(said st clerk pay returns "$work/cut.xml" | grep -c 'is not an answer of a bank')"
same "and nothing of them was taken" "0 0" "$(sql "select (select count(*) from pay_receipt), count(*) from pay_line where state = 'returned'" | tr '|' ' ')"

same "the answer is taken" "$((lines - 3)),3,0" "$(st clerk pay returns "$work/icbc.xml" --format csv | tr -d '\r' | sed 1d | cut -d, -f4-6)"
same "once" "$((lines - 3)),3,0 $lines" "$(st clerk pay returns "$work/icbc.xml" --format csv | tr -d '\r' | sed 1d | cut -d, -f4-6) $(
	sql "select count(*) from pay_receipt")"
same "what came back counts as paid no more" 0 "$(sql "select count(*) from payment y join pay_line l using (person_id, period) where l.state = 'returned'
	and y.batch_id = 0")"
same "the others do" "$((lines - 3))" "$(sql "select count(*) from payment y join pay_line l using (person_id, period) where l.state = 'paid'
	and y.batch_id = 0")"
st batch judge --date 2025-11-11 2>/dev/null
same "it is a task" 3 "$(sql "select count(*) from task where rule_id = 'pay.returned' and state = 'open'")"
same "that says why" 3 "$(sql "select count(*) from finding where rule_id = 'pay.returned' and say like '%account closed%'")"
same "a bank that said nothing for three working days is one, too" "$(sql "select count(*) - 1 from pay_file")" \
	"$(sql "update pay_run set paid_on = '2025-11-05'; select 1" >/dev/null; st batch judge --date 2025-11-12 2>/dev/null
	sql "select count(*) from task where rule_id = 'pay.silent' and state = 'open'")"
same "the book of what was sent has lost them" "" "$(sql "select pay_book_check()" 2>&1)"
same "the run is not closed" 1 "$(said st reviewer pay close | grep -c 'the end of .* payments is not known')"

# Once more, and once only: to the same account somebody must let it go, to another one it goes by itself.
set -- $(sql "select person_id from pay_line where state = 'returned' order by 1")
sql "update account set valid_to = '2025-11-08' where person_id = $1;
	insert into account (person_id, channel, number, valid_from, region_code, holder, entered_on, batch_id, line)
	select person_id, 'icbc', '6228480000009999993', '2025-11-08', region_code, holder, '2025-09-01', 0, 0 from account where person_id = $1"
sql "delete from pay_gate where kind = 'suspend'"
st clerk pay prepare 2025-11 >/dev/null
st clerk pay gate 2025-11 >/dev/null
same "what came back is due again" "$*" "$(sql "select string_agg(person_id::text, ' ' order by person_id) from pay_line where run_id = $(run)")"
same "to the account that failed it waits" "-,pay.account_failed,pay.account_failed" \
	"$(sql "select string_agg(coalesce(why, '-'), ',' order by person_id) from pay_line where run_id = $(run)")"
st clerk pay release 2025-11 pay.account_failed --reason checked --person "$2" >/dev/null
st clerk pay sign >/dev/null
st reviewer pay approve --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null
st clerk pay export 2025-11 "$work/ret2" >/dev/null && st clerk pay confirm 2025-11 "$work/ret2" >/dev/null
ok "the supplement is out" $?
# The page that goes with the files says what is in them, as their banks read it.
st clerk pay totals 2025-11 --format csv | tr -d '\r' >"$work/totals"
same "a channel a line, and the sum" "$(($(ls "$work/ret2" | wc -l) + 1))" "$(($(wc -l <"$work/totals") - 1))"
same "the sum is what the files have" "$(sql "select sum(lines) || ' ' || to_char(sum(amount_fen) / 100.0, 'FM999999990.00') from pay_file
	where run_id = (select max(run_id) from pay_file)")" "$(tail -1 "$work/totals" | awk -F, '{ print $4, $5 }')"
same "each file by its digest" "$(sql "select string_agg(left(digest, 16), ' ' order by channel) from pay_file where run_id = (select max(run_id) from pay_file)")" \
	"$(sed '1d; $d' "$work/totals" | awk -F, '{ print $6 }' | tr '\n' ' ' | sed 's/ $//')"
same "in capitals, too" 1 "$(st clerk pay totals 2025-11 | grep -cE '^sum in capitals: .*元')"
st clerk pay prepare 2025-11 >/dev/null
same "whom it paid is not due once more" "$3" "$(sql "select string_agg(person_id::text, ' ') from pay_line where run_id = $(run)")"
st clerk pay take-back "$(run)" >/dev/null
same "nobody is paid twice" 0 "$(sql "select count(*) from (select person_id from payment where period = 202511 group by 1 having count(*) > 1) x")"

# A table of a bank of its own, in its encoding; one that comes back after it was told as paid; all of the others.
iconv -f GB18030 -t UTF-8 "$work/ret1/2025-11-1-abc.csv" | tr -d '\r' | awk -F, 'NR == 1 { print "备注,交易状态,失败原因,出款金额"; next }
	{ print $5 "," (NR == 2 ? "30,3009" : NR == 3 ? "10," : "20,") "," $4 }' | sed 's/,10,/,PDNG,/' | iconv -f UTF-8 -t GB18030 >"$work/abc.csv"
abc=$(sql "select lines from pay_file where channel = 'abc' and run_id = $first")
same "a table's own words are read" "$((abc - 2)),1,1" "$(st clerk pay returns "$work/abc.csv" --channel abc --format csv | tr -d '\r' | sed 1d | cut -d, -f4-6)"
same "of which one has no such account" 1 "$(sql "select count(*) from pay_receipt where reason = 'AC01' and status = 'RJCT'")"
same "what is not known yet is not paid again" 0 "$(st clerk pay prepare 2025-11 >/dev/null; sql "select count(*) from pay_line l join pay_receipt p
	on p.person_id = l.person_id and p.status = 'PDNG' where l.run_id = $(run)")"
st clerk pay take-back "$(run)" >/dev/null
later=$(sql "select min(person_id) from pay_line where run_id = $first and channel = 'abc' and state = 'paid'")
printf '备注,交易状态,失败原因,出款金额\nR%s-%s,40,,\n' "$first" "$later" | iconv -f UTF-8 -t GB18030 >"$work/later.csv"
st clerk pay returns "$work/later.csv" --channel abc >/dev/null
same "what was paid may come back later" returned "$(sql "select state from pay_line where run_id = $first and person_id = $later")"
for f in boc bocom ccb cmb; do
	pain2 "$work/ret1/2025-11-1-$f.xml" 0 "" >"$work/$f.xml"
	st clerk pay returns "$work/$f.xml" >/dev/null || echo "not ok $f"
done
same "a state of all is each one's" 0 "$(sql "select count(*) from pay_line where run_id = $first and channel in ('boc', 'bocom', 'ccb', 'cmb')
	and state not in ('paid', 'held')")"
# A month is closed when the end of each payment is known and the book of what was sent says what its lines say.
told=$(sql "select min(person_id) from pay_line where state = 'paid' and run_id = $first")
sql "update pay_line set state = 'paid' where state = 'due' and run_id = $first"
sql "update pay_book set fen = fen + 1 where person_id = $told"
same "a book that says something else closes no month" 1 "$(said st reviewer pay close "$first" | grep -c "differs from its lines: 1 benefits, one of person $told")"
sql "update pay_book set fen = fen - 1 where person_id = $told"
st reviewer pay close "$first" >/dev/null
same "closed" closed "$(sql "select state from pay_run where run_id = $first")"
finish
