# Runs of several months: what one has sent the next does not pay again, what was held or decided anew is paid as the
# difference, and the files are what the banks' schema says, the same to the byte however often they are written.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city months 1200 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
run() { sql "select max(run_id) from pay_run"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
# Money of a run, in fen: of all it pays, or of one person.
sum() { sql "select coalesce(sum(amount_fen), 0) from pay_line where run_id = $(run) and state <> 'held'"; }
of() { sql "select string_agg(period || ' ' || amount_fen || ' ' || over_fen, ',' order by period) from pay_line where run_id = $(run)
	and person_id = $1"; }
month() {	# MONTH: to the signature and the second one
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null
}
out() {	# MONTH FOLDER
	st clerk pay export "$1" "$2" >/dev/null && st clerk pay confirm "$1" "$2" >/dev/null
}

month 2025-11
ok "a month is prepared, signed and approved" $?
early=$(sql "select min(person_id) from pay_line where state = 'due'")
# Between approving and exporting something changes.
sql "update benefit set monthly_fen = monthly_fen + 1 where person_id = $early"
same "what was decided anew since is not written" "the run is not what was prepared: amounts of 1 persons differ, one of them is $early" \
	"$(said st clerk pay export 2025-11 "$work/out0")"
same "no file is left" 0 "$(find "$work/out0" -type f | wc -l)"
sql "update benefit set monthly_fen = monthly_fen - 1 where person_id = $early"
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	values ($early, 'risk.paid_in_custody', 'x', 0, 'suspend', '2025-12-01', 1, '2025-11-06')"
same "nor goes out who was reported since" "the run is not what was prepared: signals of 1 persons differ, one of them is $early" \
	"$(said st clerk pay export 2025-11 "$work/out0")"
sql "delete from task where person_id = $early and cause = 'x'"
same "nor a line that somebody changed" "the run is not what was signed" "$(sql "update pay_line set payee = payee || '甲' where person_id = $early"
	said st clerk pay export 2025-11 "$work/out0")"
sql "update pay_line set payee = rtrim(payee, '甲') where person_id = $early"
same "approving once more is what was approved" 0 "$(st reviewer pay approve --signature "$(sql "select digest from pay_run")" >/dev/null; echo $?)"
st clerk pay export 2025-11 "$work/out1" >/dev/null
ok "and written" $?
same "a payment a person" "$(sql "select count(distinct person_id), sum(amount_fen) from pay_line where state = 'due'")" \
	"$(sql "select sum(lines), sum(amount_fen) from pay_file")"
unzip -p /usr/share/java/hbci4j-core.jar pain.001.001.09.xsd >"$work/pain.xsd"
for f in "$work"/out1/*.xml; do xmllint --nonet --noout --schema "$work/pain.xsd" "$f" >"$work/xml.out" 2>&1 || cat "$work/xml.out"; done | grep -v validates >"$work/bad"
same "all of them as ISO 20022 has it" "8 0" "$(ls "$work"/out1 | grep -c -e xml -e csv | awk '{ print ($1 >= 8) ? 8 : $1 }') $(wc -l <"$work/bad")"
yuan() { awk '{ printf "%d\n", $1 * 100 + 0.5 }'; }
same "what stands in one adds up to its head" "$(xmllint --xpath 'string(//*[local-name()="GrpHdr"]/*[local-name()="CtrlSum"])' "$work"/out1/*icbc.xml)" \
	"$(xmllint --xpath '//*[local-name()="InstdAmt"]/text()' "$work"/out1/*icbc.xml | tr -s '\n' | awk '{ s += $1 } END { printf "%.2f", s }')"
same "and a table is in the encoding of its bank" "序号,收款人账号,收款人姓名,出款金额,备注" \
	"$(iconv -f GB18030 -t UTF-8 "$work"/out1/*-abc.csv | head -1 | tr -d '\r')"
same "whose lines are whose money" "$(sql "select string_agg(number || ',' || payee || ',' || to_char(amount_fen / 100.0, 'FM999999990.00'), E'\n'
	order by person_id) from pay_line where channel = 'abc' and state = 'due'")" \
	"$(iconv -f GB18030 -t UTF-8 "$work"/out1/*-abc.csv | sed 1d | tr -d '\r' | cut -d, -f2-4)"
(cd "$work/out1" && sha256sum ./* >../sums)
st clerk pay export 2025-11 "$work/out1" >/dev/null
same "written again it is the same to the byte" 0 "$(cd "$work/out1" && sha256sum -c --quiet ../sums >/dev/null 2>&1; echo $?)"
same "nothing counts as paid yet" 0 "$(sql "select count(*) from payment where batch_id = 0")"
printf ' ' >>"$work/out1/2025-11-1-icbc.xml"
same "a file with one byte more is not confirmed" 'the file "2025-11-1-icbc.xml" is not what was exported' \
	"$(said st clerk pay confirm 2025-11 "$work/out1")"
same "nor with one file less" 1 "$(rm "$work/out1/2025-11-1-icbc.xml"; said st clerk pay confirm 2025-11 "$work/out1" | grep -c icbc)"
sql "update pay_channel set columns = columns || ' scheme:x' where channel = 'abc'"
same "another layout is not written over it" "the file of abc is not what was exported before" "$(said st clerk pay export 2025-11 "$work/out1")"
sql "update pay_channel set columns = replace(columns, ' scheme:x', '') where channel = 'abc'"
out 2025-11 "$work/out1"
ok "what was exported is confirmed" $?
paid1=$(sum)
same "once more it is confirmed already" 0 "$(st clerk pay confirm 2025-11 "$work/out1" >/dev/null; echo $?)"
same "each is paid once" "$(sql "select count(*), sum(amount_fen) from pay_line where state = 'due'")" \
	"$(sql "select count(*), sum(amount_fen) from payment where batch_id = 0")"
same "it is not taken back any more" 'the run is "sent" by now' "$(said st clerk pay take-back 2025-11)"
# A bank that tells the same payments tells nothing new.
one=$(sql "select min(person_id) from pay_line where state = 'due'")
sql "select 'id_no,name,period,amount,paid_on'" >"$work/fed.csv"
sql "select i.id_no || ',' || p.name || ',2025-11,' || to_char(l.amount_fen / 100.0, 'FM999999990.00') || ',' || r.paid_on
	from pay_line l join pay_run r using (run_id) join person p using (person_id) join person_ident i using (person_id)
	where l.state = 'due'" >>"$work/fed.csv"
st batch import payment "$work/fed.csv" --date 2025-11-07 2>/dev/null
same "a bank's file about the same money adds none" 0 "$(sql "select count(*) from payment where period = 202511 and seq > 1")"
st batch judge --date 2025-11-07 2>/dev/null
same "and the facts know the month" 202511 "$(sql "select paid_period from person_fact where person_id = $one")"

# The same month once more: only what was held, and what is decided now.
st clerk pay prepare 2025-11 >/dev/null
same "a supplement has nobody who was paid" 0 "$(sql "select count(*) from pay_line l where run_id = $(run) and exists (select from pay_line o
	where o.person_id = l.person_id and o.run_id <> $(run) and o.state = 'due')")"
dead=$(sql "select min(person_id) from task where rule_id = 'risk.paid_after_death' and state = 'open'")
st clerk decide "$dead" risk.paid_after_death 2025-11-05 dismiss --reason stopped >/dev/null
st clerk pay gate 2025-11 >/dev/null
same "a hold that went is paid in this month, alone" "$dead 1" "$(sql "select min(person_id), count(*) from pay_line where run_id = $(run) and state = 'due'" | tr '|' ' ')"
st clerk pay sign 2025-11 >/dev/null
st reviewer pay approve 2025-11 --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null
out 2025-11 "$work/out2"
ok "through the same gate" $?

# December: a stop that two have decided, a pension raised back to November, one that others have paid.
stopped=$(sql "select max(person_id) from task where rule_id = 'risk.paid_after_death' and state = 'open'")
st clerk decide "$stopped" risk.paid_after_death 2025-11-05 propose --reason confirmed >/dev/null
st reviewer decide "$stopped" risk.paid_after_death 2025-11-05 approve --reason checked >/dev/null
fen() { sql "select monthly_fen from benefit where person_id = $1 order by valid_from desc limit 1"; }
two=$(sql "select min(person_id) from pay_line where state = 'due' and person_id > $one and person_id <> $dead")
three=$(sql "select min(person_id) from pay_line where state = 'due' and person_id > $two and person_id <> $dead")
four=$(sql "select min(person_id) from pay_line where state = 'due' and person_id > $three and person_id <> $dead")
was=$(fen "$two")
sql "update benefit set monthly_fen = monthly_fen + 5000 where person_id = $two"
sql "insert into payment (person_id, period, kind, seq, region_code, amount_fen, paid_on, batch_id, line)
	values ($three, 202512, 'pension', 1, 0, $(fen "$three"), '2025-12-01', 1, 1)"
lower=$(fen "$four")
sql "update benefit set monthly_fen = monthly_fen - 700 where person_id = $four"
sql "update setting set value = '2025-12-01' where name = 'business_day'"
month 2025-12
ok "the next month goes its way" $?
same "a raise back to November is paid for both months" "202511 5000 0,202512 $((was + 5000)) 0" "$(of "$two")"
same "what others have paid is not paid" "202512 0 0" "$(of "$three")"
same "too much in November is told, and nothing is taken" "202511 0 700,202512 $((lower - 700)) 0" "$(of "$four")"
same "who is stopped from December is paid for November" "202511 $(fen "$stopped") 0" "$(of "$stopped")"
same "all the others what they were paid" 0 "$(sql "select count(*) from pay_line l where run_id = $(run) and period = 202512 and person_id not in
	($two, $three, $four) and before_fen <> amount_fen")"
out 2025-12 "$work/out3"
same "what was sent is what was decided, person by person" 0 "$(sql "select count(*) from (select person_id from (
		select b.person_id, b.monthly_fen * least(2, case when exists (select from hold h where h.person_id = b.person_id and h.state = 'final')
			then 1 else 2 end) as fen from benefit b where b.state = 'paid'
		union all select person_id, -pay_line.amount_fen from pay_line join pay_run using (run_id) where pay_line.state = 'due'
			and pay_run.state = 'sent'
		union all select person_id, -amount_fen from pay_line where run_id = $(run) and state = 'held'
		union all select person_id, -outside_fen from pay_line
		union all select person_id, over_fen from pay_line) x group by person_id having sum(fen) <> 0) y" 2>&1)"
same "nobody is paid twice" "" "$(sql "select person_id, period from payment group by 1, 2 having count(*) > 1 and person_id <> $two")"
# What a month of a stop had kept back before the first run is paid when it is decided.
sql "insert into arrears (person_id, arrears_id, region_code, decision_id, hold_id, from_period, to_period, months, amount_fen)
	select h.person_id, 1, h.region_code, h.decision_id, h.hold_id, 202506, 202508, 2, 2 * $(fen "$stopped") from hold h
	where h.person_id = $stopped and h.state = 'final'"
st clerk pay prepare 2025-12 >/dev/null
same "arrears are paid a month each, and not the one that the bank had paid" "202506 $(fen "$stopped") 0,202507 $(fen "$stopped") 0" \
	"$(sql "select string_agg(period || ' ' || amount_fen || ' ' || over_fen, ',' order by period) from pay_line where run_id = $(run)
	and person_id = $stopped and period < 202511")"
finish
