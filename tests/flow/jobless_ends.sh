# What ends unemployment benefit by Social Insurance Law, art. 51, ground by ground: told at the counter, by file, twice, late,
# when the benefit is over, and taken back; each end by two persons, what was paid since owed back, all of it undone.
. "$srcdir/tests/lib.sh"
needs employment
small_city jobless_ends 1500 9
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit stop=employment.benefit_stops gone=employment.ground_gone
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' and state not in ('withdrawn', 'dismissed')
	order by opened_on desc, cause desc limit 1"; }
state() { sql "select coalesce(string_agg(cause || ' ' || state, ';' order by cause), 'none') from task where person_id = $1 and rule_id = '$2'"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
end() { move clerk "$1" $stop propose proof_seen >/dev/null; move reviewer "$1" $stop approve checked; }
undo() { move clerk "$1" "$2" undo mistake >/dev/null; move reviewer "$1" "$2" approve checked; }
drawn() { sql "select coalesce(string_agg(valid_from || ' ' || valid_to, ';' order by valid_from), '') from benefit
	where person_id = $1 and scheme = 'unemployment' and state = 'paid'"; }
told() { who=$1; shift; st clerk employment told "$who" "$@" >"$work/said" 2>&1 || said cat "$work/said"; }
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
told_by() {	# DAY PERSON KIND FROM STATE: new, same, corrected, held, rejected
	printf 'id_no,name,kind,from_day,state,note\n%s,%s,%s,%s,\n' "$(number "$2")" "$3" "$4" "$5" >"$work/jobless_told.csv"
	st batch import jobless_told "$work/jobless_told.csv" --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"
	sql "select concat_ws(' ', rows_new, rows_same, rows_corrected, rows_rejected) from batch where feed = 'jobless_told' order by batch_id desc limit 1"
}
law="$work/jobless_ends_law/parameters"
mkdir -p "$law"
cat >"$law/jobless_here.lua" <<'X'
return { { name = "unemployment.amount", jurisdiction = "CN-33", unit = "yuan", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { yuan = 2000 } } } } }
X
judge 2025-11-03
put_into_force "$law/jobless_here.lua"
set -- $(sql "select person_id from person_fact where status in ('unemployed', 'contributing') and scheme = 'employee'
	and birth_date > '1975-01-01' and pension_status is null and died_on is null order by status desc, 1 limit 9")
ann=$1 bob=$2 cem=$3 dan=$4 eva=$5 fay=$6 gus=$7 hal=$8 ida=$9
for who in "$ann" "$bob" "$cem" "$dan" "$eva" "$fay" "$gus" "$hal" "$ida"; do st clerk employment claim "$who" --lost 2025-10-31 --registered 2025-11-03 >/dev/null 2>&1; done
sql "update jobless_claim set months_paid = 12"
judge 2025-11-04
for who in "$ann" "$bob" "$cem" "$dan" "$eva" "$fay" "$gus" "$hal" "$ida"; do
	move clerk "$who" $claim propose proved >/dev/null
	move reviewer "$who" $claim approve checked >/dev/null
done
same "nine persons draw it for a year" "9" "$(sql "select count(*) from benefit where kind = 'unemployment' and valid_to = '2026-11-01'")"
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112' || person_id, '2025-01-01', region_code, name, 1, 1 from person where person_id in ($ann, $bob) on conflict do nothing"
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/jobless_ends_$1" >/dev/null && st clerk pay confirm "$1" "$work/jobless_ends_$1" >/dev/null
}
for m in 2026-03 2026-04; do
	day "$m-08"
	month "$m" 2>"$work/said" || cat "$work/said"
done

# Art. 51 (2): called up for military service; told at the counter, two months late.
day 2026-04-20
same "nobody but a clerk notes it" "this is reserved for the role clerk" "$(said st reviewer employment told "$ann" army 2026-02-10)"
same "no other word ends it" "this does not end unemployment benefit" "$(said st clerk employment told "$ann" tired 2026-02-10)"
same "nor a day to come" "that day has not come yet" "$(said st clerk employment told "$ann" army 2026-06-01)"
same "what was not told is not taken back" "nothing of it was told of that day" "$(said st clerk employment told "$ann" army 2026-02-10 --back)"
told "$ann" army 2026-02-10 --note 入伍通知书
told "$ann" army 2026-02-10
same "told twice it is there once" "army 2026-02-10 stands 入伍通知书" "$(sql "select kind, from_day, state, note from jobless_told where person_id = $ann" | tr '|' ' ')"
judge 2026-04-21
same "called up in February, none is due from March" "2026-03 army open" "$(state "$ann" $stop)"
same "with the article it stands in" "is due from 2026-03 on (Social Insurance Law, art. 51 (2))" "$(st clerk explain "$ann" $stop "2026-03 army" 2>/dev/null | grep -o 'is due from .* on ([^)]*)[)]' | head -1)"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk explain "$ann" $stop "2026-03 army" 2>/dev/null | grep -c '应征服兵役：自 2026-03 起不再享受失业保险金（《社会保险法》第五十一条第（2）项）')"
move clerk "$ann" $stop propose proof_seen >/dev/null
same "one person does not end it" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $stop approve checked)"
same "a second does" "done 2025-11-01 2026-03-01" "$(move reviewer "$ann" $stop approve checked) $(drawn "$ann")"
same "what was paid since is owed back" "open 400000" "$(sql "select t.state, f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
	where t.person_id = $ann and t.rule_id = 'money.overpaid'" | tr '|' ' ')"
judge 2026-04-22
same "nothing is asked about an end that has its ground" none "$(state "$ann" $gone)"

# Taken back at the counter: somebody undoes the end, or says why it stays.
told "$ann" army 2026-02-10 --back
judge 2026-04-23
same "an end without its ground is somebody's" "2026-03 army open" "$(state "$ann" $gone)"
same "undone by two it is drawn again" "open 2025-11-01 2026-11-01" "$(undo "$ann" $stop) $(drawn "$ann")"
judge 2026-04-24
same "then nobody is asked any more, and nothing is owed" "2026-03 army withdrawn 2026-03 army withdrawn withdrawn" "$(state "$ann" $gone) $(state "$ann" $stop) $(sql "select state from task
	where person_id = $ann and rule_id = 'money.overpaid'")"
told "$ann" army 2026-02-10
judge 2026-04-25
same "told anew it ends once more" "2026-03 army open" "$(state "$ann" $stop)"

# Art. 51 (3): moved abroad; by file, when the benefit is over.
same "a file tells it" "1 0 0 0" "$(told_by 2026-04-26 "$dan" abroad 2026-04-02 "")"
same "twice is the same" "0 1 0 0" "$(told_by 2026-04-26 "$dan" abroad 2026-04-02 stands)"
judge 2026-04-27
same "none is due from May" "2026-05 abroad done 2025-11-01 2026-05-01" "$(end "$dan" >/dev/null; state "$dan" $stop) $(drawn "$dan")"
same "the file takes it back" "0 0 1 0" "$(told_by 2026-04-28 "$dan" abroad 2026-04-02 taken_back)"
judge 2026-04-28
same "and the end may stay for another ground" "dismissed" "$(move clerk "$dan" $gone reject other_ground)"
told "$eva" abroad 2026-04-02
told_by 2026-04-28 "$eva" abroad 2026-04-02 taken_back >/dev/null
same "what the counter noted no file takes back silently" "stands" "$(sql "select state from jobless_told where person_id = $eva")"
same "a word there is not is refused" 1 "$(told_by 2026-04-28 "$eva" asleep 2026-04-02 "" | grep -c 'kind: unknown code')"

# Art. 51 (5): suitable work or training refused.  The law says no number: the first is put to a clerk.
told "$cem" training_refused 2026-04-10
judge 2026-04-29
same "somebody is asked" 1 "$(sql "select count(*) from task t join finding f using (person_id, rule_id, cause) where person_id = $eva and f.say like '%jobless_told%'")"
same "training refused" "2026-05 refused open" "$(state "$cem" $stop)"
same "by its article" "is due from 2026-05 on (Social Insurance Law, art. 51 (5))" "$(st clerk explain "$cem" $stop "2026-05 refused" 2>/dev/null | grep -o 'is due from .* on ([^)]*)[)]' | head -1)"
same "with a good reason it goes on" "dismissed 2025-11-01 2026-11-01" "$(move clerk "$cem" $stop reject good_reason) $(drawn "$cem")"
day 2026-05-01
told "$cem" work_refused 2026-05-01
judge 2026-05-02
same "work refused later is another matter" "2026-05 refused dismissed;2026-06 refused open" "$(state "$cem" $stop)"
same "two persons end it" "done 2025-11-01 2026-06-01" "$(end "$cem") $(drawn "$cem")"
told "$cem" training_refused 2026-04-10 --back
judge 2026-05-03
same "one refusal less than it was ended for" "2026-06 refused open" "$(state "$cem" $gone)"

# Art. 51 (1) and (4), and the prison of the regulations of 1999: they come by the files of others.
{ echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	printf '%s,2026-05-02,employed,x,,,,,,\n' "$(number "$gus")"; } >"$work/job_seeker.csv"
st batch import job_seeker "$work/job_seeker.csv" --date 2026-05-03 --force >"$work/said" 2>&1 || cat "$work/said"
sql "insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select person_id, 'employee', 'pension', '2026-05-01', 'infinity', region_code, 'paid', 300000, 0, 0 from person where person_id = $hal;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = $hal on conflict do nothing"
if has risk; then
	printf 'id_no,name,birth_date,kind,from_date,to_date\n%s,%s,prison,2026-05-02,\n' "$(number "$ida")" \
		"$(sql "select birth_date from person where person_id = $ida")" >"$work/custody.csv"
	st batch import custody "$work/custody.csv" --date 2026-05-03 --force >"$work/said" 2>&1 || cat "$work/said"
fi
judge 2026-05-04
same "work that began" "2026-06 work open" "$(state "$gus" $stop)"
same "a pension" "2026-05 pension open" "$(state "$hal" $stop)"
has risk && same "a prison sentence" "2026-06 prison open" "$(state "$ida" $stop)"
same "each ends it" "done 2026-06-01 done 2026-05-01" "$(end "$gus") $(drawn "$gus" | cut -d' ' -f2) $(end "$hal") $(drawn "$hal" | cut -d' ' -f2)"

# The same on the screen of the person, which shows what was told.
desk() { printf '%s\n' "$@" . | st clerk desk --line 2>&1; }
desk "/$(number "$eva" | cut -d, -f1)" W =4 =2026-05-03 "=K12" "" >"$work/desk"
same "noted on the person's page" "training_refused 2026-05-03 stands K12 counter" "$(sql "select kind, from_day, state, note, channel from jobless_told
	where person_id = $eva and kind = 'training_refused'" | tr '|' ' ')"
same "and listed" 1 "$(st clerk employment told "$eva" 2>/dev/null | grep -c 'refused training.*K12')"

# Told when all of it was drawn.
judge 2027-01-10
told "$bob" abroad 2026-03-20
judge 2027-01-11
same "what is told after the last month" "2026-04 abroad open" "$(state "$bob" $stop)"
same "ends it all the same" "done 2025-11-01 2026-04-01" "$(end "$bob") $(drawn "$bob")"
same "and what was paid is owed back" "open 200000" "$(sql "select t.state, f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
	where t.person_id = $bob and t.rule_id = 'money.overpaid'" | tr '|' ' ')"
same "undone by two, it is as it was" "open 2025-11-01 2026-11-01" "$(undo "$bob" $stop) $(drawn "$bob")"

# A benefit after another one ends by what has happened since.
sql "insert into job_seeker (person_id, registered_on, region_code, state, occupation, skill, category, helper, batch_id, line)
	select person_id, '2026-01-10', region_code, 'employed', 'x', '{}', '', '', 1, 1
	from person where person_id = $fay" 2>"$work/said" || cat "$work/said"
st clerk employment claim "$fay" --lost 2027-01-05 --registered 2027-01-06 >/dev/null 2>&1
sql "update jobless_claim set months_paid = 12, carried_months = 0 where person_id = $fay and claim_no = 2"
judge 2027-01-12
move clerk "$fay" $claim propose proved >/dev/null
move reviewer "$fay" $claim approve checked >/dev/null
judge 2027-02-04
told "$fay" abroad 2027-02-03
judge 2027-02-05
same "work of the time before does not end it" "2027-03 abroad open" "$(state "$fay" $stop)"
finish
