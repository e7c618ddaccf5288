# An office is restored to a point before letters, messages and a payment run left it: it sends and pays nothing until the
# journal has told what had left, and then nobody is written to or paid twice.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
box="$work/sent"
mkdir -p "$box/out"
"$steward" demo --dir "$box/a" --persons 1200 --seed 5 --batch </dev/null >/dev/null 2>&1
let_in "$box/a"
at() { folder=$1; shift; "$steward" "$@" --db "$box/$folder" 2>&1; }
ask() { psql -X -q -A -t -h "$box/$1/run" -p 5432 -U postgres -d steward -c "set search_path = steward" -c "$2"; }
said() { grep '^steward: ' | sed 's/^steward: //'; }
rule=retirement.certification_overdue
# shellcheck disable=SC2046
set -- $(ask a "select person_id from task where rule_id = '$rule' and state = 'open' order by 1 limit 3")
ann=$1 ben=$2 cem=$3
{ echo id_no,name,kind,value,from_date,to_date
	for p in "$ann" "$ben" "$cem"; do
		who=$(ask a "select id_no || ',' || name from person_ident where person_id = $p order by id_no limit 1")
		echo "$who,address,诸暨市暨阳街道$p号,2025-01-01,"
		echo "$who,phone,13800000001,2025-01-01,"
	done; } >"$box/contact.csv"
at a import contact "$box/contact.csv" >/dev/null
propose() {	# OFFICE PERSON
	at "$1" decide "$2" $rule "$(ask "$1" "select cause from task where person_id = $2 and rule_id = '$rule'")" propose --as clerk \
		--reason "$(ask "$1" "select code from reason where task_type = reason_kind('$rule', 'suspend', 'propose')
			and event = 'propose' order by sort limit 1")" >/dev/null
}
send() { at "$1" post send --folder "$box/$2" --text --at 10:00; }
files() { find "$box/$1" -type f | wc -l; }
propose a "$ann"
at a backup --to "$box/b" >/dev/null

# What leaves afterwards.
propose a "$ben"
send a out >/dev/null
same "two persons are written to, by letter and by text message" 4 "$(files out)"
at a pay prepare >/dev/null
at a pay gate >/dev/null
at a pay sign >/dev/null
at a pay approve --as reviewer --signature "$(ask a "select digest from pay_run")" >/dev/null
at a pay export "$(ask a "select run_id from pay_run")" "$box/bank" >/dev/null
at a pay confirm "$(ask a "select run_id from pay_run")" "$box/bank" >/dev/null
same "and a month is paid" sent "$(ask a "select state from pay_run")"
paid() { ask "$1" "select i.id_no, y.period, y.kind, sum(y.amount_fen) from payment y join (select person_id, min(id_no) as id_no
	from person_ident group by 1) i using (person_id) where y.period >= 202511 group by 1, 2, 3 order by 1, 2, 3" | md5sum; }
cp -r "$box/a/journal" "$box/kept"
same "the journal tells of each" "4 1 1" "$(for w in message export confirmed; do grep -c "^{.*\"$w\": " "$box/kept/sent"; done | paste -sd ' ')"
same "and of nothing that was written" 0 "$(grep -c '诸暨' "$box/kept/sent")"
same "nobody else reads it" 0 "$(find "$box/a/journal" -perm /077 | wc -l)"

at r restore --from "$box/b" >/dev/null
ask r "select 1" >/dev/null 2>&1 || let_in "$box/r"
unknown="the office was restored, and what had left it since the backup is not known"
same "restored it does not know of it" "0 0" "$(ask r "select (select count(*) from message where state = 'sent') || ' ' || (select count(*) from pay_run)")"
same "it writes to nobody" "$unknown" "$(send r out2 | said)"
same "it prepares no run" "$unknown" "$(at r pay prepare | said)"
same "what it numbers is not what was numbered" 1 "$(ask r "select (nextval('id_block') > (select max(message_id) from message) + 1000000000)::int")"
same "it is an administrator's to tell it" "this login has no right to do that" \
	"$(at r restore reconcile "$box/kept" --as clerk | said)"
mkdir "$box/other"
sed '1s/"[0-9a-f]*"}/"0"}/' "$box/kept/sent" >"$box/other/sent"
same "by its own journal" "this is not the journal of the office that was backed up" "$(at r restore reconcile "$box/other" | said)"
rm -r "$box/other"; cp -r "$box/kept" "$box/other"; sed -i '2s/"fen/"fem/; 3s/1/2/' "$box"/other/run-*
same "as it was written" 1 "$(at r restore reconcile "$box/other" | said | grep -c 'is not as it was written')"
head -c -9 "$box/kept/sent" >"$box/other/sent"; cp "$box"/kept/run-* "$box/other"
same "whole" "the journal is cut short" "$(at r restore reconcile "$box/other" | said)"
same "until then it stays as it is" "$unknown" "$(send r out2 | said)"
same "told, it knows" "4 messages and 1 payment runs had left since the backup; 0 persons of the journal are not here" \
	"$(at r restore reconcile "$box/kept")"
same "once" "there is nothing to reconcile" "$(at r restore reconcile "$box/kept" | said)"

mkdir "$box/out2"
send r out2 >/dev/null
propose r "$ben"
for i in 1 2 3; do send r out2 >/dev/null; done
same "nobody is written to twice" 0 "$(files out2)"
same "of the same words it is known that they had left" 0 "$(ask r "select count(*) from message m join sent_before s using (person_id, hash)
	where m.state <> 'sent'")"
same "who has not been written to is" 2 "$(propose r "$cem"; send r out2 >/dev/null; files out2)"
same "the run is there as it was" "$(ask a "select run_id, state, digest, persons, amount_fen from pay_run")" \
	"$(ask r "select run_id, state, digest, persons, amount_fen from pay_run")"
same "everybody has been paid what he was paid" "$(paid a)" "$(paid r)"
at r pay prepare >/dev/null
same "nobody is paid twice" 0 "$(ask r "select coalesce(sum(l.amount_fen), 0) from pay_line l join pay_run p using (run_id) where p.state = 'open'
	and exists (select from pay_line x join pay_run y using (run_id) where y.state = 'sent' and x.state <> 'held'
		and (x.person_id, x.scheme, x.kind, x.period) = (l.person_id, l.scheme, l.kind, l.period))")"
same "the next file is the banks' first again" "$(md5sum <"$(find "$box/bank" -type f | sort | head -1)")" \
	"$(at r pay export "$(ask r "select min(run_id) from pay_run")" "$box/bank2" >/dev/null; md5sum <"$(find "$box/bank2" -type f | sort | head -1)")"

# A run whose files may be with the banks or not is a person's to say.
grep -v '"confirmed"' "$box/kept/sent" >"$box/other/sent"
at q restore --from "$box/b" >/dev/null
at q restore reconcile "$box/other" >/dev/null
same "what was exported and not confirmed waits" exported "$(at q pay --format csv | tr -d '\r' | sed -n 2p | tr , '\n' | grep exported)"
same "and no other run is made" "another run is not finished" "$(at q pay prepare | said)"
for d in a r q; do "$steward" demo --dir "$box/$d" --stop; done
finish
