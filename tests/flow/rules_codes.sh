# Words that a rule takes from elsewhere: codes of facts, the id that another rule has, what a case may want.  Each slip is
# found where it stands, in English and in Chinese, and never stands for a text in force without a word.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
needs assistance
box="$work/codes"
rm -rf "$box"
mkdir -p "$box/rules/risk" "$box/calculations" "$box/else"
rule=rules/risk/paid_after_death.lua custody=rules/risk/paid_in_custody.lua
said() { "$steward" rules check "$@" --folder 2>/dev/null | sed "s|$box/||g; s|$srcdir/lua/||g"; }
slip() {	# NAME FILE SED ENGLISH CHINESE
	sed "$3" "$srcdir/lua/$2" >"$box/$2"
	! cmp -s "$srcdir/lua/$2" "$box/$2" || ok "$1: planted" 1
	same "$1" "$2:$4" "$(said "$box/$2")"
	same "$1, in Chinese" "$2:$5" "$(LC_ALL=zh_CN.UTF-8 said "$box/$2")"
	rm -f "$box/$2"
}

slip "a code of when" $rule '10s/"paid"/"payed"/' \
	'10: pension_status is never "payed"; did you mean "paid"?' '10: pension_status 不会是“payed”；是否应为“paid”？'
slip "one of several" $rule '10s/"paid"/{ "paid", "closed" }/' \
	'10: pension_status is never "closed"; there are paid, ended' '10: pension_status 不会是“closed”；现有 paid, ended'
slip "a code that is compared" $custody '16s/"prison"/"prisson"/' \
	'16: is never "prisson"; did you mean "prison"?' '16: 不可能为"prisson"；是否应为“prison”？'
slip "the same where it may be absent" $custody '16s/p.custody_kind == "prison"/(p.custody_kind or "none") ~= "jail"/' \
	'16: is never "jail"; there are detained, prison' '16: 不可能为"jail"；现有 detained, prison'
slip "a code of a case" $rule '27s/"ended"/"endet"/' \
	'27: pension_status is never "endet"; did you mean "ended"?' '27: pension_status 不会是“endet”；是否应为“ended”？'
sed '16s/p.custody_kind == "prison"/(p.custody_kind or "none") ~= "none" and p.custody_kind ~= ""/' "$srcdir/lua/$custody" >"$box/$custody"
same "what stands for none is no code" "nothing found" "$(said "$box/$custody" | sed 's/^[0-9]* texts, //')"
rm -f "$box/$custody"

# What a case wants.
slip "a word that is no answer" $rule '26s/"nothing"/"nothin"/' \
	'26: gives is "nothin", which no text or fact here has; did you mean "nothing"?' '26: gives 为“nothin”，此处文字和事实中都没有它；是否应为“nothing”？'
slip "nor is this" $rule '21s/"2025-11-05"/"tasks"/' \
	'21: gives is "tasks", which no text or fact here has; did you mean "task"?' '21: gives 为“tasks”，此处文字和事实中都没有它；是否应为“task”？'
slip "yes is none either" $rule '21s/"2025-11-05"/true/' \
	'21: gives is not true; it is "nothing", "task" or the cause, a text' '21: gives 不应为 true；应为 "nothing"、"task" 或事由文字'
sed '21s/"2025-11-05"/"family"/; 22s/died_on =/died_by = "family", died_on =/; 21s/11-10/11-11/' "$srcdir/lua/$rule" >"$box/$rule"
same "a fact's own word may be the cause" "nothing found" "$(said "$box/$rule" | sed 's/^[0-9]* texts, //')"
rm -f "$box/$rule"
cat >"$box/calculations/trial_codes.lua" <<'L'
return { {
	name = "trial.codes", title = L"codes", jurisdiction = "CN", basis = "test",
	inputs = { { "n", "count", "", L"a number" } }, outputs = { { "m", "count", "", L"another" } },
	compute = function(i) return { m = i.n } end,
	cases = { { "one", given = { n = 1 }, gives = "tasks" } },
} }
L
same "a calculation gives its outputs" 'calculations/trial_codes.lua:5: gives is not "tasks" but the outputs by name; write gives = { name = value }' \
	"$(said "$box/calculations/trial_codes.lua")"

# The id of another rule.
cp "$srcdir/lua/$rule" "$box/else/other.lua"
same "a rule's id belongs to its file" \
	"else/other.lua:3: risk.paid_after_death is the id of another rule, in $rule; give this one an id of its own, or change that file" \
	"$(said "$box/else/other.lua")"
same "in Chinese" "else/other.lua:3: risk.paid_after_death 是另一条规则的 id，见 $rule；请为本规则另取 id，或直接修改那个文件" \
	"$(LC_ALL=zh_CN.UTF-8 said "$box/else/other.lua")"
cp "$srcdir/lua/$rule" "$box/rules/risk/another.lua"
same "whichever path comes first" \
	"rules/risk/another.lua:3: risk.paid_after_death is the id of another rule, in $rule; give this one an id of its own, or change that file" \
	"$(said "$box/rules/risk/another.lua")"
cp "$srcdir/lua/$rule" "$box/else/paid_after_death.lua"
same "a draft of that file is that rule" "nothing found" "$(said "$box/else/paid_after_death.lua" | sed 's/^[0-9]* texts, //')"
sed 's/risk.paid_after_death/risk.mine/' "$srcdir/lua/$rule" >"$box/else/one.lua"
cp "$box/else/one.lua" "$box/else/two.lua"
same "of two drafts each is called as it was given" \
	"else/two.lua:3: risk.mine is the id of another rule, in else/one.lua; give this one an id of its own, or change that file" \
	"$(said "$box/else/one.lua" "$box/else/two.lua" | grep -v 'nothing found')"
small_city codes 600 9
same "nor does it come into force" "else/other.lua 1 0" "else/other.lua $(st policy rules rehearse "$box/else/other.lua" 2>&1 |
	grep -c 'other.lua:3: risk.paid_after_death is the id of another rule, in rules/risk/paid_after_death.lua') $(sql "select count(*) from rehearsal")"
finish
