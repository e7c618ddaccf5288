# "steward rules check": nothing in the shipped texts, one planted mistake at a time elsewhere, each
# named with its file and line and nothing else named with it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
box="$work/check"
mkdir -p "$box/rules/risk" "$box/rules/retirement" "$box/parameters" "$box/calculations"
rule=rules/risk/paid_after_death.lua
custody=rules/risk/paid_in_custody.lua
sign=rules/risk/sign_after_death.lua
amounts=calculations/pension.lua
months=parameters/certification.lua

check() {	# FILE...
	said=$("$steward" rules check "$@" 2>"$box/stderr")
	code=$?
}

# Plants with sed; one finding is wanted, at the line of the planted text.
# Every sixth one; all of them: PLANTED=all make check TESTS=flow/rules_check
nth=0
planted() {	# NAME FILE WHAT-IS-SAID LINE SED...
	name=$1 file=$2 want=$3 line=$4
	shift 4
	nth=$((nth + 1))
	[ "${PLANTED-}" = all ] || [ $((nth % 6)) -eq 1 ] || return 0
	sed "$@" "$srcdir/lua/$file" >"$box/$file"
	! cmp -s "$srcdir/lua/$file" "$box/$file" || echo "not ok $name: nothing was planted"
	check "$box/$file"
	found "$name" "$box/$file:$line: " "$want"
}

found() {	# NAME PLACE WANT
	case "$code/$(printf '%s\n' "$said" | wc -l)/$said" in
	"1/1/$2"*"$3"*) echo "ok $1" ;;
	*) ok "$1" 1
	   printf '  %s ... %s\n  %s\n' "$2" "$3" "$said" ;;
	esac
}

check
same "the shipped texts are clean" 0 "$code"
same "and one line says so" 1 "$(printf '%s\n' "$said" | wc -l | tr -d ' ')"
check "$srcdir/lua/$rule" "$srcdir/lua/$amounts"
same "so are single ones of them" 0 "$code"

# The text itself.
head -c 700 "$srcdir/lua/$rule" >"$box/$rule"
check "$box/$rule"
found "a file that was cut short" "$box/$rule:" "cut short"
planted "a missing comma" "$rule" "expected" 6 '5s/,$//'
planted "a full-width sign inside of a text is no mistake" "$rule" "expected" 6 '4s/reported/，（reported/;5s/,$//'
# What an input method leaves: one finding each, none about texts that ask for what stands in the file.
signs=0 wrong=
for slip in '7s/},$/}，/:，:,:7' '4s/"certification/“certification/:“:":4' '4s/= "CN"/= "CN”/:”:":4' '6s/} },$/}｝,/:｝:}:6' \
	'2s/return {/return ｛/:｛:{:2' '6s/=/＝/:＝:=:6' '6s/, /；/:；:;:6' '6s/12/１２/:１:1:6' '6s/[(]/x/;6s/value/（value/:（:(:6' \
	'6s/, /、/:、:,:6' "6s/\"2001-01-01\"/‘2001-01-01’/:‘:':6" '4s/\t\tname/　　name/:U+3000:blank:4'; do
	signs=$((signs + 1))
	[ "${PLANTED-}" = all ] || [ $((signs % 3)) -eq 1 ] || continue
	IFS=: read -r how stands instead at <<-E
	$slip
	E
	sed "$how" "$srcdir/lua/$months" >"$box/$months"
	check "$box/$months"
	case "$(printf '%s\n' "$said" | wc -l) $said" in
	"1 $box/$months:"*" sign "*"$stands"*"stands here; type "*"$instead"*) ;;
	*) wrong="$wrong|$how: $said" ;;
	esac
done
same "each of $signs full-width signs is named, with what to type instead" "" "$wrong"
sed '7s/},$/}，/' "$srcdir/lua/$months" >"$box/$months"
same "in Chinese too" "$box/$months:7: 此处是全角符号 ，(U+FF0C)；应改为半角的 ," \
	"$(LC_ALL=zh_CN.UTF-8 "$steward" rules check "$box/$months" 2>/dev/null)"
sed '5s/,$//' "$srcdir/lua/$rule" >"$box/$rule"
same "so are the common messages of Lua itself" "$box/$rule:6: 此处应为 '}'（与第 2 行的 '{' 对应），却是 'from'；文本在此处不完整或有误" \
	"$(LC_ALL=zh_CN.UTF-8 "$steward" rules check "$box/$rule" 2>/dev/null)"
planted "a bit operator" "$rule" "bit operators" 12 '12s/not reached/1 \& 1 == 1 and not reached/'
planted "a hidden right-to-left mark" "$rule" "hidden" 9 "9s/paid/pa$(printf '\342\200\256')id/"
planted "a zero-width space" "$rule" "hidden" 9 "9s/paid/pa$(printf '\342\200\213')id/"
planted "text that is no UTF-8" "$rule" "UTF-8" 4 "4s/reported/$(printf '\347')/"
{ head -n 3 "$srcdir/lua/$rule"; printf 'a\000b\n'; } >"$box/$rule"
check "$box/$rule"
found "NUL in the text" "$box/$rule:4: " "hidden"
printf '%s' "$(cat "$srcdir/lua/$rule")" >"$box/$rule"
check "$box/$rule"
same "a missing newline at the end is nothing" 0 "$code"
printf 'local x = 1\n' >"$box/$rule"
check "$box/$rule"
found "a text that returns nothing" "$box/$rule:1: " "does not end by returning"

# Names.
planted "an unknown fact in reads" "$rule" 'no fact named "overpaid_fan"; did you mean "overpaid_fen"' 9 \
	'9s/"overpaid_fen"/"overpaid_fen", "overpaid_fan"/'
planted "an unknown fact in when" "$rule" 'no fact named "dyed_on"' 10 '10s/ died_on/ dyed_on/'
planted "an unknown fact that is read" "$rule" 'no fact named "died_no"' 12 '12s/died_on/died_no/'
planted "a fact that is not in reads" "$rule" 'not in reads' 12 '12s/p.died_on/p.birth_date/'
planted "a fact of a case that is none" "$rule" 'no fact named "dide_on"' 22 '22s/died_on/dide_on/'
planted "an unknown parameter" "rules/retirement/certify_from_signs.lua" 'no parameter named "certification.valid_month"; did you mean' 15 \
	's/certification.renew_after_months/certification.valid_month/;13s/^/		param("certification.renew_after_months")/'
planted "an unknown calculation" rules/retirement/age_reminder.lua 'no calculation named "retirement.agee"' 12 \
	's/retirement.age(/retirement.agee(/'
planted "an unknown field of a result" rules/retirement/age_reminder.lua 'no field "retire_dy"' 14 \
	's/add_months(age.retire_day/add_months(age.retire_dy/'
planted "a value too many for a calculation" rules/retirement/age_reminder.lua 'takes 2 values, not 3' 12 \
	's/p.category, p.birth_date/p.category, p.birth_date, 1/'
planted "a value too few for a calculation" rules/retirement/age_reminder.lua 'is not given "birth"' 12 \
	's/p.category, p.birth_date/p.category/'
planted "an unknown global" "$rule" 'unknown name "math2"' 12 '12s/p.died_on/math2(p.died_on)/'
planted "an unknown function" "$rule" 'unknown function "math.flor"' 12 '12s/p.died_on/math.flor(p.died_on)/'
planted "a global that is set" "$rule" 'sets the global "total"' 13 '13s/local say/total = 1 local say/'
planted "an input that is not declared" "$amounts" 'no field "age_yers"' 86 '86s/i.age_years/i.age_yers/'
planted "an output that is not declared" "$amounts" 'gives "month"' 94 '94s/months =/month =/'

planted "a parameter whose name is cut short" calculations/unemployment.lua 'no parameter named "unemployment.min_months"; did you mean "unemployment.minimum_months"' 17 \
	's/param("unemployment.minimum_months")/(param("unemployment.min_months") or param("unemployment.minimum_months"))/'
planted "a parameter that is like none" calculations/unemployment.lua 'no parameter named "unemployment.wage"; there are unemployment.amount, unemployment.carried_over_suffices' 17 \
	's/param("unemployment.minimum_months")/(param("unemployment.wage") or param("unemployment.minimum_months"))/'
planted "a fact that is spelt otherwise" "$rule" 'no fact named "pension_fens"; did you mean "pension_fen"' 9 '9s/"overpaid_fen"/"overpaid_fen", "pension_fens"/'
planted "a kind of task that there is not: the kinds are listed" "$rule" 'kind of task named "stop_paying"; there are ' 8 '8s/suspend/stop_paying/'
planted "a place with a letter for a digit" "$months" '"CN-3O" is not a jurisdiction' 4 '4s/"CN"/"CN-3O"/'
planted "a place of three digits" "$months" '"CN-331" is not a jurisdiction' 4 '4s/"CN"/"CN-331"/'
# What a function of the text works out is not complained about.
cat >"$box/calculations/helped.lua" <<'END'
local function may(name, what)
	return { name, "code", "", what, "optional" }
end
return { {
	name = "trial.helped", title = "helped", jurisdiction = "CN", basis = "test",
	inputs = { may("x", "an x"), { "n", "count", "", "a number" } }, outputs = { may("y", "a y") },
	compute = function(i) return { y = (i.x or "none") .. i.n } end,
	cases = { { "one", given = { x = "a", n = 1 }, gives = { y = "a1" } } },
} }
END
sed -i 's/outputs = { may("y", "a y") }/outputs = { { "y", "text", "", "a y" } }/' "$box/calculations/helped.lua"
check "$box/calculations/helped.lua"
same "inputs that a function makes" "0" "$code"
"$steward" rules test --cases "$box/calculations/helped.lua" >/dev/null 2>&1
ok "and they work" $?

# Shape and validity.
planted "a mistyped key" "$rule" 'unknown key "form"; did you mean "from"' 6 '6s/^/	form = "2011-07-01",/'
planted "a mistyped key of a parameter" "$months" 'unknown key "jurisdicton"' 4 \
	'4s/name =/jurisdicton = "CN", name =/'
planted "a mistyped key of a calculation" "$amounts" 'unknown key "tite"' 74 '74s/title/tite/'
planted "a rule without jurisdiction" "$rule" 'no jurisdiction' 2 '5d'
planted "a rule without from" "$rule" 'no from' 2 '6d'
planted "a rule without basis" "$rule" 'no basis' 2 '7d'
planted "a parameter without basis" "$months" 'no basis' 3 '5d'
planted "a value without from" "$months" 'without from' 6 '6s/from = "2001-01-01", //'
planted "a day that is none" "$rule" '"2011-02-30" is not a date' 6 '6s/2011-07-01/2011-02-30/'
planted "a day of a value that is none" "$months" 'is not a date' 6 '6s/2001-01-01/2001-13-01/'
planted "a day of a case that is none" "$rule" 'is not a date' 21 '21s/2025-11-10/2025-11-31/'
planted "a gap between two values" "$months" 'no value is valid from 2003-01-01 to 2003-12-31' 6 \
	'6s/{ from = "2001-01-01", value = 12 }/{ from = "2001-01-01", to = "2002-12-31", value = 11 }, { from = "2004-01-01", value = 12 }/'
planted "two values on one day" "$months" 'two values are valid on 2002-12-31' 6 \
	'6s/{ from = "2001-01-01", value = 12 }/{ from = "2001-01-01", to = "2002-12-31", value = 11 }, { from = "2002-12-31", value = 12 }/'
planted "a value that ends before it starts" "$months" 'ends before it starts' 6 \
	'6s/value = 12/to = "2000-01-01", value = 12/'
planted "a parameter that is defined twice" "$months" 'is defined twice for CN' 8 \
	'7s/$/\
	{ name = "certification.valid_months", jurisdiction = "CN", basis = "x",\
	  values = { { from = "2001-01-01", value = 10 } } },/'
planted "an unknown kind of task" "$rule" 'kind of task named "suspent"' 8 '8s/suspend/suspent/'
cat >"$box/parameters/new.lua" <<'END'
return {
	{ name = "risk.unused", jurisdiction = "CN", unit = "days", basis = "practice",
	  values = { { from = "2020-01-01", value = 3 } } },
}
END
check "$box/parameters/new.lua"
same "a parameter nobody asks for is only a remark" "0 $box/parameters/new.lua:2: remark: nobody" \
	"$code $(printf '%s\n' "$said" | grep -o '^.*remark: nobody')"

# Units.
planted "a day added to months" "$rule" 'adds months to a day' 12 '12s/p.died_on/p.died_on + param("certification.valid_months")/'
planted "money added to months" "$rule" 'adds an amount in fen and months' 14 '14s/p.overpaid_fen or 0/p.overpaid_fen + param("certification.valid_months")/'
planted "fen compared with yuan" "$rule" 'compares an amount in fen with an amount in yuan' 14 '14s/> 0/> param("pension.total_rounding")/'
planted "a day compared with money" "$rule" 'compares an amount in fen with a day' 14 '14s/> 0/> p.died_on/'
planted "a day compared with a number" "$sign" 'compares a day with a bare number' 12 '12s/<= p.died_on/<= 9500/'
planted "a text compared with a number" "$custody" 'compares a code with a number' 16 '16s/"prison"/3/'
planted "a text added to a number" "$custody" 'calculates with a code' 15 '15s/p.custody_from/p.custody_kind + 1/'
planted "money for a day" "$rule" 'reached wants a day, not an amount in fen' 12 '12s/p.died_on/p.pension_fen/'
planted "money moved by months" "$rule" 'add_months wants a day' 12 '12s/p.died_on/add_months(p.pension_fen, 1)/'
planted "days for months" "$sign" 'add_months wants months, not days' 12 \
	'12s/p.died_on then/add_months(p.died_on, p.last_sign_on - p.died_on) then/'
planted "a unit that went through a local" "$sign" 'compares days with a day' 13 \
	'12s/^/		local gap = p.last_sign_on - p.died_on\
/;12s/p.last_sign_on <= /gap <= /'
planted "a calculation given the wrong fact" rules/retirement/age_reminder.lua 'birth wants a day, not a code' 12 \
	's/p.category, p.birth_date/p.category, p.status/'
planted "a day as a number in a sentence" "$sign" 'as a bare number' 15 '15s/day(p.died_on)/p.died_on/'
planted "a cause that is a number" "$sign" 'cause must be a text' 14 '14s/day(p.died_on)/p.died_on/'

# The language of calculations.
grant=calculations/unemployment.lua
planted "a type that there is not" "$amounts" 'no type named "yaun"; did you mean "yuan"' 111 '111s/"yuan"/"yaun"/'
planted "an input that is a sentence" "$amounts" 'cannot be a say' 112 '112s/"number"/"say"/'
planted "a fifth field that is mistyped" "$amounts" 'can only be "optional"' 117 '117s/"optional"/"optionel"/'
planted "a fifth field of an output" "$amounts" 'one too many' 124 '124s/ },/, "optional" },/'
planted "an output without meaning" "$amounts" 'no unit or no meaning' 124 '124s/, L"basic pension"//'
planted "a needed input that a call leaves out" rules/retirement/certification_overdue.lua 'is not given "status"' 22 \
	'22s/certification.alive_on(p.medical_days, p.transport_days, nil, p.other_signs).day/survivor.grant() and p.pension_from/'
planted "a needed input that a case leaves out" "$amounts" 'does not give "base_yuan"' 144 '145s/base_yuan = 643000, //'
planted "a case's count below 0" "$grant" 'month_index is not a valid count' 125 '125s/month_index = 12/month_index = -1/'
planted "a case's place that is none" "$grant" '"CN33" is not a jurisdiction' 125 '125s/CN-31/CN33/'
planted "a jurisdiction that is none" "$grant" '"cn" is not a jurisdiction' 65 '65s/"CN"/"cn"/'
planted "a third value for param" rules/retirement/certification_overdue.lua 'param takes a name and perhaps a day, not 3' 18 \
	'18s/valid_months")/valid_months", since, 1)/'
planted "months as the day of param" rules/retirement/certification_overdue.lua 'param wants a day, not an amount in fen' 18 \
	'18s/valid_months")/valid_months", p.pension_fen)/'
planted "a step that is called yuan and is none" "$amounts" 'step in yuan wants an amount in fen, not a text' 59 \
	'59s/basic + account + extra/"much"/;60s/sum)/0)/'
planted "a step without value" "$amounts" 'step takes a label, a value' 54 '54s/, divisor_of(i), "months"//'
planted "a label made up of values" "$amounts" 'L marks a text as it stands' 54 '54s/L"divisor"/L("a" .. i.total_years)/'
planted "a sentence that is a text" "$grant" 'why must be T' 29 '29s/carried) }/carried), why = "no" }/'
planted "a monthly that is a day" "$rule" 'monthly must be an amount in fen, not a day' 18 '18s/-(p.pension_fen or 0)/p.died_on/'
planted "a key of a task that there is not" "$rule" 'a task has no "montly"' 18 '18s/monthly/montly/'
planted "a parameter that a function makes, mistyped" "$grant" 'no parameter named "employment.minimum_wag"; did you mean' 122 \
	'122s/param("employment.minimum_wage")/(param("employment.minimum_wag") + param("employment.minimum_wage"))/'

# What runs, and is wrong all the same.
planted "a rule without cases" "$rule" 'the rule has no cases' 2 '20,$d;19s/$/\
}/'
planted "a monthly that is no whole fen" "$rule" 'monthly is whole fen, not 2010.5' 18 '18s/-(p.pension_fen or 0)/2010.5/'
planted "a fact of a case that is a text for a number" "$rule" 'pension_fen is a whole number, not "320150"' 22 '22s/died_on/pension_fen = "320150", died_on/'
planted "a text of a case that is a number" "$rule" 'pension_status is a text, not "1"' 22 '22s/"paid"/1/'
planted "months that are no whole number" "$sign" 'add_months wants a whole number, not 723.96' 12 \
	'12s/p.died_on then/add_months(p.died_on, 12 * 60.33) then/'
parameter() {	# VALUES
	printf 'return { { name = "trial.value", jurisdiction = "CN", unit = "%s", basis = "test",\n\tvalues = { %s,\n\t\t%s } } }\n' \
		"$1" "$2" "$3" >"$box/parameters/trial.lua"
	said=$("$steward" rules check "$box/parameters/trial.lua" 2>"$box/stderr" | grep -v 'nobody asks')
	code=$?
	[ "$code" -ne 0 ] || code=1
}
parameter share '{ from = "2001-01-01", to = "2010-12-31", value = 0.16 }' '{ from = "2011-01-01", value = 15 }'
case $said in *"trial.lua:3: 15 is not a share between 0 and 1; 16 percent are 0.16"*) ok "a share of 15" 0 ;; *) ok "a share of 15" 1; echo "$said" ;; esac
parameter "" '{ from = "2001-01-01", to = "2010-12-31", value = 3 }' '{ from = "2011-01-01", value = { 3, 4 } }'
found "a parameter that becomes a list" "$box/parameters/trial.lua:3: " "the value is a list, the one before it a number"
parameter "" '{ from = "2001-01-01", to = "2010-12-31", value = false }' '{ from = "2011-01-01", value = { 3, 4 } }'
same "before there was a law there may be false" "" "$(printf '%s\n' "$said" | grep trial.lua)"
parameter yuan '{ from = "2001-01-01", to = "2010-12-31", value = 2010 }' '{ from = "2011-01-01", value = 201000 }'
said=$(printf '%s\n' "$said" | head -1)
found "fen for yuan" "$box/parameters/trial.lua:3: remark: " "trial.value is 201000 here and 2010 elsewhere; is one of them in yuan and the other in fen?"
parameter yuan '{ from = "2001-01-01", to = "2010-12-31", value = 2010 }' '{ from = "2011-01-01", value = 2345 }'
same "a value that only rises is nothing" "" "$(printf '%s\n' "$said" | grep trial.lua)"
cat >"$box/calculations/measures.lua" <<'END'
return { {
	name = "trial.measures", title = "measures", jurisdiction = "CN", basis = "test",
	inputs = { { "rent", "number", "euro", "rent" }, { "room", "number", "square metres", "room" } },
	outputs = { { "high", "yes/no", "", "is it high" }, { "paid", "yuan", "yuan", "paid" } },
	compute = function(i)
		local is_high = i.rent > i.room
		return { high = is_high, paid = i.rent }
	end,
	cases = { { "one", given = { rent = 1, room = 2 }, gives = { high = "no", paid = 1 } } },
} }
END
rm -f "$box/parameters/trial.lua"
check "$box/calculations/measures.lua"
same "euro beside square metres, and euro for yuan" "6: compares a number in euro with a number in square metres
7: the output paid wants an amount in fen, not a number in euro" "$(printf '%s\n' "$said" | sed -n 's/^.*measures.lua:\([67]: [^;]*\);.*/\1/p')"

# What can never be reached.
planted "a condition that is always true" "$rule" 'always true' 12 '12s/not reached(p.died_on) or .* then return/true then return/'
planted "a code that when does not admit" "$custody" 'when does not admit it' 16 \
	'16s/p.custody_kind == "prison"/p.pension_status == "ended"/'
planted "time asked in a calculation" "$amounts" 'cannot ask what day it is' 49 '49s/i.age_years,/reached(date "2025-01-01") and 60,/'

# The other forms of the answer.
sed '6d' "$srcdir/lua/$rule" >"$box/$rule"
same "JSON" "{\"file\": \"$box/$rule\", \"line\": 2, \"kind\": \"finding\", \"text\": \"the rule has no from; the first day it is valid on\"}" \
	"$("$steward" rules check --format json "$box/$rule" 2>/dev/null)"
same "CSV" "file,line,kind,text|$box/$rule,2,finding,the rule has no from; the first day it is valid on|" \
	"$("$steward" rules check --format csv "$box/$rule" 2>/dev/null | tr -d '\r' | tr '\n' '|')"

# A draft whose path says nothing is told by its name, a rule by that of its file, too.
sed '6d' "$srcdir/lua/$rule" >"$box/paid_after_death.lua"
check "$box/paid_after_death.lua"
found "a draft anywhere" "$box/paid_after_death.lua:2: " "no from"

# Hostile texts: named, in time, and the rest is still looked at.
mkdir -p "$box/rules/hostile"
n=0 bad_ones=
for f in "$srcdir"/tests/hostile/lua/*.lua; do
	n=$((n + 1))
	cp "$f" "$box/rules/hostile/"
	timeout 60 "$steward" rules check "$box/rules/hostile/$(basename "$f")" >"$box/said" 2>&1
	[ $? -eq 1 ] && grep -q "^$box/rules/hostile/$(basename "$f"):" "$box/said" || bad_ones="$bad_ones $(basename "$f")"
done
same "hostile texts ($n) are found wanting" "" "$bad_ones"
awk 'BEGIN { printf "return 1"; for (i = 0; i < 100000; i++) printf " + 1" }' >"$box/rules/hostile/sum.lua"
awk 'BEGIN { printf "return "; for (i = 0; i < 100000; i++) printf "{" }' >"$box/rules/hostile/deep.lua"
printf 'while true do end return {}' >"$box/rules/hostile/loop.lua"
timeout 100 "$steward" rules check "$box"/rules/hostile/sum.lua "$box"/rules/hostile/deep.lua \
	"$box"/rules/hostile/loop.lua >"$box/said" 2>&1
same "so are monsters and an endless loop" "1 deep loop sum" \
	"$? $(sed -n 's|^.*/hostile/\([a-z]*\).lua:.*|\1|p' "$box/said" | sort -u | tr '\n' ' ' | sed 's/ $//')"
finish
