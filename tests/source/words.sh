# What calculations say to people, and what is said of their rows, can be read in Chinese.
. "$srcdir/tests/lib.sh"

said() {
	grep -ohE '(\bL|\bT\(|host\.T\(|refuse\(L, &?t, )"([^"\\]|\\.)*"' "$@" | sed -E 's/^[^"]*//' | sort -u
}
untranslated() {
	said "$@" | while IFS= read -r text; do
		grep -qxF "msgid $text" "$srcdir/po/zh_CN.po" || echo "$text"
	done
}
same "no text of a calculation is left in English" "" \
	"$(untranslated "$srcdir"/lua/calculations/*.lua "$srcdir/core/rule/context.lua" "$srcdir/core/rule/hostvalue.c")"
echo 'error(T("nobody said \"this\" in Chinese"))' >"$work/new.lua"
same "a new one is found" '"nobody said \"this\" in Chinese"' "$(untranslated "$work/new.lua")"
ok "and there are many" "$([ "$(said "$srcdir"/lua/calculations/*.lua | wc -l)" -gt 100 ]; echo $?)"
finish
