# Drafts that a worker could take and the office could not keep: what is rehearsed without a fault must not stop
# the judge when it is in force.  Each is adopted if it can be, judged, and withdrawn again.  Every eighth one; all of them:
# DRAFTS=all make check TESTS=hostile/drafts
. "$srcdir/tests/lib.sh"
needs risk
small_city drafts 1000 5
day=$(days_of "$city" | head -1)
st batch judge --date "$day" || exit 1
box="$work/drafts"
rm -rf "$box"
mkdir -p "$box/parameters" "$box/rules/risk"

# As if the checker had let it through: nobody is kept from being judged.
plant() {	# NAME PATH
	psql -X -q "$db user=postgres" -v ON_ERROR_STOP=1 -v body="$(cat "$box/$2")" -v path="$2" >/dev/null <<-'E'
	set role steward_owner;
	set search_path = steward;
	insert into rule_text values (sha256_text(:'body'), :'path', :'body', business_day()) on conflict do nothing;
	insert into rule_version (version_id, path, hash, from_day, rehearsal_id, author, adopted_by)
	values (nextval('id_block'), :'path', sha256_text(:'body'), business_day(), 1, 'x', 'y');
	E
	said=$(st batch judge --all 2>&1)
	ok "$1: in force all the same, everyone is judged" $?
	printf '%s\n' "$said" | sed 's/^/  /'
	take_away
}
take_away() {	# as the owner: the next draft starts on the same book
	sql "update rule_version set withdrawn_from = from_day, withdrawn_by = 'x' where rehearsal_id is not null" >/dev/null
	st batch judge --all >/dev/null 2>&1
	sql "delete from task where rule_id not in (select rule_id from finding)" >/dev/null
}

# Refused in rehearsal, or harmless in force.
nth=0
held() {	# NAME PATH
	nth=$((nth + 1))
	[ "${DRAFTS-}" = all ] || [ $((nth % 8)) -eq 1 ] || return 0
	if ! said=$(st policy rules rehearse "$box/$2" 2>&1); then
		case $said in
		*"worker"* | *SQLSTATE*) ok "$1: refused" 1; echo "  $said" ;;
		*"findings"* | *"do not come out"*)
			ok "$1: refused by the checker" 0
			# Without clocks and reasons there is no judge.
			[ "$2" = parameters/work.lua ] || plant "$1" "$2"
			;;
		*) ok "$1: refused" 0 ;;
		esac
		return
	fi
	said=$(st policy2 rules adopt "$box/$2" 2>&1) || { ok "$1: adopted" 1; echo "$said"; return; }
	said=$(st batch judge --all 2>&1)
	ok "$1: everyone is judged" $?
	printf '%s\n' "$said" | sed 's/^/  /'
	take_away
}
rule() {	# NAME ID TYPE RETURNED
	cat >"$box/rules/risk/x.lua" <<-E
	return { id = $2, title = L"x", jurisdiction = ${5:-\"CN\"}, from = "2000-01-01", basis = "b", type = $3,
		reads = { "birth_date", "sex" }, judge = function(p) $4 end }
	E
	held "$1" rules/risk/x.lua
}
param() {	# NAME TEXT-OF-ENTRIES
	printf 'return { %s }\n' "$2" >"$box/parameters/x.lua"
	held "$1" parameters/x.lua
}
work() {	# NAME AWK
	awk "$2" "$srcdir/lua/parameters/work.lua" >"$box/parameters/work.lua"
	cmp -s "$srcdir/lua/parameters/work.lua" "$box/parameters/work.lua" && { ok "$1: differs" 1; return; }
	held "$1" parameters/work.lua
}
entry='jurisdiction = "CN", unit = "x", basis = "b", values = { { from = "2000-01-01", value ='

rule "plain" '"risk.x"' '"review"' 'return task { cause = "a", say = T("b") }'
rule "NUL in a sentence, settled by itself" '"risk.x"' '"certify"' 'return task { cause = "a", say = T("a\0b") }'
rule "NUL in a sentence" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("a\0b") }'
rule "half a surrogate in a sentence" '"risk.x"' '"certify"' 'return task { cause = "a", say = "[\\"\\\\ud800\\"]" }'
rule "a sentence that is no JSON" '"risk.x"' '"certify"' 'return task { cause = "a", say = "[oops" }'
rule "a sentence that is no list of texts" '"risk.x"' '"certify"' 'return task { cause = "a", say = "[+1]" }'
rule "one cause twice" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("b") }, task { cause = "a", say = T("c") }'
rule "the facts returned" '"risk.x"' '"suspend"' 'return p'
rule "a cause of 2000 bytes" '("risk." .. ("x"):rep(90))' '"suspend"' 'local t = {} for i = 1, 400 do t[i] = ("%05d"):format(i * 7919 % 100000) end return task { cause = table.concat(t), say = T("b") }'
rule "an id that is no UTF-8" '"risk.\xff"' '"suspend"' 'return task { cause = "a", say = T("b") }'
rule "an id with a line break" '"risk.a\nb"' '"suspend"' 'return task { cause = "a", say = T("b") }'
rule "a reserved id" '"feed.match"' '"suspend"' 'return task { cause = "a", say = T("b") }'
rule "a reserved kind of task" '"risk.x"' '"match"' 'return task { cause = "1:1", say = T("b") }'
rule "the ending's kind of task" '"rules.value_ends"' '"value_ends"' 'return task { cause = "1:1", say = T("b") }'
rule "a kind of task that is none" '"risk.x"' '"nothing_such"' 'return task { cause = "a", say = T("b") }'
same "it is refused" 0 "$(sql "select count(*) from rehearsal_change where task_type = 'nothing_such'")"
rule "a kind of task that is no UTF-8" '"risk.x"' '"\xff"' 'return task { cause = "a", say = T("b") }'
rule "an id of 200 bytes" '"risk." .. ("x"):rep(200)' '"suspend"' 'return task { cause = "a", say = T("b") }'
rule "a jurisdiction that is none" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("b") }' '"C\xffN"'
rule "the most money there is" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("b"), monthly = 999999999999 }'
rule "a fen more" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("b"), monthly = 1000000000000 }'
rule "a fen less than the least" '"risk.x"' '"suspend"' 'return task { cause = "a", say = T("b"), monthly = -1000000000000 }'
rule "a far check" '"risk.x"' '"suspend"' 'if reached(2999999) then return nothing end'
rule "many findings" '"risk.x"' '"suspend"' 'local t = {} for i = 1, 1000 do t[i] = task { cause = "a" .. i, say = T("b") } end return table.unpack(t)'
rule "a counter kept from person to person" '"risk.x"' '"suspend"' 'n = 1'
printf '%s' 'return { id = "risk.y", title = L"x", jurisdiction = "CN", from = "2000-01-01", basis = "b", type = "suspend", reads = { "sex" }, judge = function(p) return nothing end }' >"$box/rules/risk/a b\", \"c.lua"
held "a path with quotation marks" 'rules/risk/a b", "c.lua'
param "a number that is none" "{ name = 'x.y', $entry 0/0 } } }"
param "a number without end" "{ name = 'x.y', $entry 1/0 } } }"
param "a name that is no UTF-8" "{ name = 'x.\\xff', $entry 1 } } }"
param "a name of ten thousand bytes" "{ name = 'x.' .. ('y'):rep(10000), $entry 1 } } }, { name = 'x.' .. ('y'):rep(10000) .. 'z', $entry 1 } } }"
param "a jurisdiction that is none" "{ name = 'x.y', jurisdiction = 'C\\xffN', unit = 'x', basis = 'b', values = { { from = '2000-01-01', to = '2025-11-20', value = 1 } } }"
param "a value ends, its name is no UTF-8" "{ name = 'x.\\xff', jurisdiction = 'CN', unit = 'x', basis = 'b', values = { { from = '2000-01-01', to = '2025-11-20', value = 'x' } } }"
param "a value ends, its name has a line break" "{ name = 'x.a\\nb', jurisdiction = 'CN', unit = 'x', basis = 'b', values = { { from = '2000-01-01', to = '2025-11-20', value = 'x' } } }"
param "a value within itself" "(function() local t = {} t.t = t return { name = 'x.y', $entry t } } } end)()"
param "a very deep value" "(function() local t = {} for i = 1, 20000 do t = { t } end return { name = 'x.y', $entry t } } } end)()"

one='/suspend = . days = 5/'
work "a clock with more in it" "$one"' { sub(/days = 5/, "days = 5, x = { days = \"abc\" }") } 1'
work "a priority that is false" "$one"' { sub(/priority = 1/, "priority = false") } 1'
work "a clock that is false" "$one"' { sub(/days = 5/, "days = 5, working_days = false") } 1'
work "a kind of task that is no UTF-8" "$one"' { print "[\"\\xff\"] = { days = 5 }," } 1'
work "limits whose names meet" '/J1o = / { print "[\"a\"] = { watch = 1 }, [\"a-b\"] = { watch = 1 }, [\"a.b\"] = { watch = 1 }," } 1'
work "a limit that is no UTF-8" '/J1o = / { print "[\"\\xff\"] = { watch = 1 }," } 1'
reasons() { work "$1" '/name = "work.reasons"/ { r = 1 } { print } r && /value = {/ { print "zz = { propose = { '"$2"' } }," ; r = 0 }'; }
reasons "a reason that has no place in a list" 'x = { code = \"a\", label = \"b\" }'
reasons "a reason far down the list" '[99999999999] = { code = \"a\", label = \"b\" }'
reasons "a label that is no UTF-8" '{ code = \"a\", label = \"\\xff\" }'
reasons "a code longer than a key" '{ code = (function() local t, x = {}, 7 for i = 1, 20000 do x = (x * 1103515245 + 12345) % 2147483648 t[i] = string.char(97 + x // 65536 % 26) end return table.concat(t) end)(), label = \"b\" }'
work "a calendar day before all days" '/name = "work.calendar"/ { r = 1 } { print } r && /values = {/ { print "{ from = \"1990-01-01\", to = \"1990-12-31\", value = { off = { \"0001-01-01\", \"9999-12-31\" } } }," ; r = 0 }'
finish
