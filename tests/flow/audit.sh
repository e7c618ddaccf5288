# Who did what is sealed in blocks that stand on each other; written out it is looked at without the server, and whatever was
# changed, removed, added or put elsewhere afterwards is found, with its block, even by who owns the database.
. "$srcdir/tests/lib.sh"
needs risk
small_city audit 600 9
death_file "$city" "$work/audit_death.csv"
box="$work/audit"
mkdir -p "$box"
chmod 777 "$box"
said() { "$@" 2>&1 | tr -d '\r' | grep -v '^  '; }
st batch import death "$work/audit_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
read -r who cause <<T
$(sql "select person_id || ' ' || cause from task where rule_id = 'risk.paid_after_death' order by 1 limit 1")
T
st batch audit seal >"$box/first"
st clerk decide "$who" risk.paid_after_death "$cause" propose --reason confirmed >/dev/null 2>&1
same "an auditor reads who did what to whom" "clerk" \
	"$(st auditor audit --person "$who" --op task --format csv 2>/dev/null | tr -d '\r' | sed 1d | head -1 | cut -d, -f2)"
st batch audit seal >"$box/second"
same "what is sealed is not sealed again" "" "$(st batch audit seal)"
same "every row is sealed" 0 "$(sql "select count(*) from audit_log where seal_no is null")"
cat "$box/first" "$box/second" >"$box/kept"
same "the office's seals are those that were told" "$(cat "$box/kept")" "$(st auditor audit seals)"
total=$(sql "select count(*) from audit_log")
same "all is as it was sealed" "$total rows under 2 seals are as they were sealed" "$(said st auditor audit verify)"
st auditor audit export "$box/rows"
away() { "$steward" audit verify "${1:-$box/rows}" --seals "${2:-$box/kept}" 2>&1 | grep -v '^  '; }
same "so says the file, without the office" "$total rows under 2 seals are as they were sealed" "$(cd / && PGHOST=/nowhere away)"

# One thing in the file is another.
bad() {	# NAME WANTED
	ok "$1" "$(away "$box/bad" | grep -qF "$2"; echo $?)"
}
n=$(grep -c '^1	' "$box/rows")
sed '2s/"\([a-z]*\)"/"x\1"/' "$box/rows" >"$box/bad"
bad "a row that was changed" "seal 1: a row is not as it was sealed ($n sealed, $n found)"
sed '3d' "$box/rows" >"$box/bad"
bad "one that was removed" "seal 1: rows are missing ($n sealed, $((n - 1)) found)"
sed '2p' "$box/rows" >"$box/bad"
bad "one that was added" "seal 1: rows were added ($n sealed, $((n + 1)) found)"
sed '1{h;d};2G' "$box/rows" >"$box/bad"
bad "two that changed places" "seal 1: a row is not as it was sealed"
grep -v '^2	' "$box/rows" >"$box/bad"
bad "a block that is gone" "seal 2: the block is missing"
sed '$s/^2	/3	/' "$box/rows" >"$box/bad"
bad "a row under a seal that there is not" "seal 3: nobody has sealed these rows"
head -c -20 "$box/rows" >"$box/bad"
bad "a file that was cut short" "seal 2:"
sed '1s/ [0-9]* / 9 /' "$box/kept" >"$box/badseals"
same "a seal that was changed" "steward: seal 1 does not stand on the one before" "$(away "$box/rows" "$box/badseals")"
sed 1d "$box/kept" >"$box/badseals"
same "a seal that is gone" "steward: seal 1 is missing" "$(away "$box/rows" "$box/badseals")"

# Who owns the schema changes a row, and makes all seals anew: the office says it is right, the kept seals say it is not.
sql "update audit_log set who = 'reviewer' where op like 'task.%' and who = 'clerk'" >/dev/null
ok "the owner's change is found" "$(said st auditor audit verify | grep -q '^seal 2: a row is not as it was sealed'; echo $?)"
sql "update audit_log set seal_no = null where seal_no = 2; delete from audit_seal where seal_no = 2" >/dev/null
st batch audit seal >/dev/null
same "sealed anew by its owner it looks right" 1 "$(said st auditor audit verify | grep -c 'as they were sealed')"
ok "not to who has kept the seals" "$(said st auditor audit verify --seals "$box/kept" | grep -q '^seal 2: a row is not as it was sealed'; echo $?)"
same "no login of staff writes a seal" "" "$(for l in clerk reviewer manager policy auditor; do
	sql_as $l "insert into audit_seal (seal_no, rows, digest, chain) values (9, 1, 'x', 'x')" | grep -v 'permission denied'
	sql_as $l "update audit_log set seal_no = 9" | grep -v 'permission denied'; done)"
st reviewer decide "$who" risk.paid_after_death "$cause" approve --reason checked >/dev/null 2>&1
st batch day --date 2025-11-07 >"$box/day" 2>&1
same "the day's work seals" 1 "$(grep -c 'audit sealed: 3 ' "$box/day")"
finish
