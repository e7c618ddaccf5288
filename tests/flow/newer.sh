# A newer program brings another wording of a text: who moves the office to it is told, until two officers have adopted it.
. "$srcdir/tests/lib.sh"
needs retirement
small_city newer 500 9
st batch judge >/dev/null 2>&1
texts="$work/newer_lua"
texts_to "$texts"
sed "s|^rules.*|rules = \"$texts\";|" "$builddir/steward.conf" >"$work/newer.conf"
stw() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/newer.conf" 2>&1; }
same "texts that are in force are not told of" "0 0" "$(stw postgres migrate | grep -c '^note') $(stw clerk doctor | grep -c '^note.*texts')"

path=parameters/certification.lua
echo '-- another wording' >>"$texts/$path"
same "moving the office names what is newer, and the way" "1 1" "$(stw postgres migrate |
	grep -c "^note 1 texts of .* are newer than those in force: $path\$") $(stw postgres migrate | grep -c 'steward rules rehearse FILE')"
same "so does the doctor, for whom nothing is broken" "1 0" "$(stw clerk doctor | grep -c "newer than those in force: $path\$") $(
	stw clerk doctor | grep -c '^BAD')"
same "nothing is in force by that" 1 "$(sql "select count(*) from rule_version where path = '$path'")"

stw policy rules rehearse "$texts/$path" --limit 0 >/dev/null
stw policy2 rules adopt "$texts/$path" >"$work/said" 2>&1
ok "two officers adopt it" $?
same "then nobody is told any more" 0 "$(stw clerk doctor | grep -c '^note.*texts')"
# The next program has yet another one: what the office decided itself is not called old.
echo '-- and yet another' >>"$texts/$path"
same "what the office adopted is called its own" "0 1" "$(stw clerk doctor | grep -c 'newer than') $(
	stw clerk doctor | grep -c "^note 1 texts in force are this office's own, and otherwise in .*: $path\$")"
finish
