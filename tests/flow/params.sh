# Parameters out of the texts as a table and back: what is not changed is not touched, what is changed is
# told first, a bad row stops everything.
. "$srcdir/tests/lib.sh"
box="$work/params"
rm -rf "$box"
mkdir -p "$box"
texts_to "$box/lua"
chmod -R u+w "$box/lua"
sed "s|^rules *=.*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/steward.conf"
params() { "$steward" rules params "$@" --config "$box/steward.conf"; }
sum() { cat "$box"/lua/parameters/*.lua "$box"/lua/parameters/*/*.lua | cksum; }

before=$(sum)
other=
# Parts of one table, which the files of modules give, are told apart.
for f in "$box"/lua/parameters/*.lua "$box"/lua/parameters/*/*.lua; do
	params export "$f" >"$box/one.csv" || other="$other export $f"
	params import "$box/one.csv" --write >"$box/said" 2>&1 || other="$other import $f"
	params export "$f" >"$box/two.csv"
	cmp -s "$box/one.csv" "$box/two.csv" && ! grep -qv "^nothing differs$" "$box/said" || other="$other $f"
done
same "export, import, export: the same table" "" "$other"
same "and not a byte of the texts" "$before" "$(sum)"

# One entry of a table, a new value, one that goes.
params export retirement.reminder_months >"$box/r.csv"
sed -i 's/,1978-06-02,,,3$/,1978-06-02,2026-12-31,,3/' "$box/r.csv"
tail -1 "$box/r.csv" | sed 's/1978-06-02,2026-12-31,,3/2027-01-01,,,6/' >>"$box/r.csv"
params export retirement.may_not_defer | sed 1d | grep -v soe_leader >>"$box/r.csv"
params export pension.divisor | sed 1d | sed 's/,47,208$/,47,207/' >>"$box/r.csv"
wanted="~ pension.divisor CN 1997-07-16.. 47 = 208 -> 207
+ retirement.reminder_months CN 2027-01-01.. = 6
- retirement.may_not_defer CN 2024-09-13.. soe_leader = true
~ retirement.reminder_months CN 1978-06-02..2026-12-31 to = open -> 2026-12-31"
same "each difference is a line" "$(echo "$wanted" | sort)" "$(params import "$box/r.csv" | sort)"
same "without --write nothing is written" "$before" "$(sum)"
params import "$box/r.csv" --write >"$box/said" 2>&1
ok "with --write it is" $?
same "then nothing differs" "nothing differs" "$(params import "$box/r.csv" 2>&1)"
same "the texts are in order" "nothing found" "$("$steward" rules check --config "$box/steward.conf" | tail -1 | sed 's/^[0-9]* texts, //')"
same "an entry's comment lines stay" 1 \
	"$(grep -c -- '-- Public copies disagree at 47 (207 or 208); nobody retires at that age.' "$box/lua/parameters/pension.lua")"
same "entries that stay are not touched" "" "$(diff "$srcdir/lua/parameters/pension.lua" "$box/lua/parameters/pension.lua" |
	grep '^<' | grep -v -e '\[' -e divisor -e 'State Council 2005-38, annex' -e 'values = { {' -e '} } },')"
params export employment.minimum_wage | sed '/,CN-4401,/s/2500$/2700/' >"$box/m.csv"
params import "$box/m.csv" --write >/dev/null 2>&1
same "nor is one beside a brace lost" "1 1" "$(grep -c -- '-- Guangzhou' "$box/lua/parameters/minimum_wage.lua") $(
	grep -c 'value = 2700' "$box/lua/parameters/minimum_wage.lua")"
params export "$box/lua/parameters/retirement.lua" >"$box/again.csv"
ok "what was written is what is read" "$(grep -q ',2027-01-01,,,6$' "$box/again.csv"; echo $?)"
same "the calendar keeps the notice of each year" 3 "$(
	params export work.calendar | sed 's/2026-10-10/2026-10-11/' >"$box/c.csv"
	params import "$box/c.csv" --write >/dev/null 2>&1
	grep -c 'notice of the General Office for 20' "$box/lua/parameters/work.lua")"

# Every entry of every file written anew says the same; a new parameter, and a new file.
cp "$srcdir"/lua/parameters/*.lua "$box/lua/parameters/"
for f in certification care pension retirement employment survivor foreign codes work; do
	params export "$box/lua/parameters/$f.lua" | sed '1!{/,fen,/!s/,\([a-z /]*\),/,\1 x,/}' >"$box/one.csv"
	params import "$box/one.csv" --write >/dev/null 2>"$box/stderr" || cat "$box/stderr"
	params export "$box/lua/parameters/$f.lua" | cmp -s - "$box/one.csv" || echo "not ok $f is another one"
done
same "texts that are all written anew are in order" 0 "$("$steward" rules check --config "$box/steward.conf" >/dev/null; echo $?)"
same "and their cases come out" "" "$("$steward" rules test --cases --config "$box/steward.conf" | grep -A3 '^not ok')"
printf '%s\n' name,jurisdiction,unit,basis,from,to,key,value \
	'risk.new,CN-33,days,practice,2025-01-01,,"a.""b.c""",3' 'risk.new,CN-33,days,practice,2025-01-01,,a.d,"""3"""' \
	'care.new,CN,days,practice,2025-01-01,,,0.5' >"$box/n.csv"
params import "$box/n.csv" --write >/dev/null 2>&1
same "a new parameter and a new file come back as they were given" "$(cat "$box/n.csv")" \
	"$(params export risk.new; params export care.new | sed 1d)"

# Bad rows: the line, the column, nothing written.
before=$(sum)
bad() {	# NAME WANTED ROW
	printf '%s\n' name,jurisdiction,unit,basis,from,to,key,value "risk.n,CN,days,practice,2025-01-01,,,1" "$3" >"$box/bad.csv"
	said=$(params import "$box/bad.csv" --write 2>&1)
	case "$?/$said" in
	0/*) ok "$1" 1 ;;
	*"$2"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$2" "$said" ;;
	esac
}
bad "a day that is none" "line 3, column 5: from" "risk.m,CN,days,practice,2025-02-30,,,1"
bad "a place that is none" "line 3, column 2: jurisdiction" "risk.m,Zhejiang,days,practice,2025-01-01,,,1"
bad "a name that is none" "line 3, column 1: name" "risk,CN,days,practice,2025-01-01,,,1"
bad "no law" "line 3, column 4: basis" "risk.m,CN,days,,2025-01-01,,,1"
bad "no value" "line 3, column 8: value" "risk.m,CN,days,practice,2025-01-01,,,"
bad "a key that is none" "line 3, column 7: key" "risk.m,CN,days,practice,2025-01-01,,a..b,1"
bad "a key that is defined twice" "line 3, column 7: the key" "risk.n,CN,days,practice,2025-01-01,,,2"
bad "a basis that changes" "line 3, column 4: basis is another" "risk.n,CN,days,law,2025-06-01,,,2"
bad "two values on one day" "line 4, column 5: two values" "risk.k,CN,days,p,2025-01-01,2025-12-31,,1
risk.k,CN,days,p,2025-06-01,,,1"
bad "a value that ends before it starts" "column 6" "risk.m,CN,days,practice,2025-01-01,2024-01-01,,1"
bad "a column too few" "7 columns instead of 8" "risk.m,CN,days,practice,2025-01-01,,1"
bad "a quote that is not closed" "line 3, column 4: the quote" "risk.m,CN,days,\"practice,2025-01-01,,,1"
bad "a table and a scalar in one place" "line 3, column 7" "risk.n,CN,days,practice,2025-01-01,,a,1"
bad "a value without end" "line 3, column 8: value" "risk.m,CN,days,practice,2025-01-01,,,1e999"
bad "a key nine deep" "line 3, column 7: key" "risk.m,CN,days,practice,2025-01-01,,a.b.c.d.e.f.g.h.i,1"
bad "a hidden right-to-left mark" "line 3, column 4: basis" "risk.m,CN,days,$(printf 'law\342\200\256'),2025-01-01,,,1"
same "nothing of them is written" "$before" "$(sum)"
cat >"$box/lua/parameters/made.lua" <<'L'
local function entry(place, months)
	return { name = "work.made", jurisdiction = place, unit = "months", basis = "practice",
		values = { { from = "2025-01-01", value = months } } }
end
return { entry("CN", 3), entry("CN-33", 4) }
L
params export work.made | sed 's/,4$/,5/' >"$box/t.csv"
said=$(params import "$box/t.csv" --write 2>&1)
case $said in *"made by a function"*) ok "what a function makes is left to a person" 0 ;; *) ok "what a function makes: $said" 1 ;; esac
finish
