# The manual: each setting that the program takes stands in steward.conf(5) with its bounds, and what the pages show is right.
. "$srcdir/tests/lib.sh"
page="$srcdir/doc/steward.conf.5" config="$srcdir/core/host/config.c"

# KIND NAME LEAST MOST USUAL, as the program has them.
settings() {	# FILE
	awk '/text_names\[\] = \{/ { on = 1; next }
		on && /\};/ { on = 0 }
		on { gsub(/[",\t]/, " "); for (i = 1; i <= NF; i++) print "text", $i }
		/usual; \} numbers\[\] = \{/ { number = 1; next }
		number && /\};/ { number = 0 }
		/flag_names\[\] = \{/ { gsub(/.*\{|\}.*|[",]/, " "); for (i = 1; i <= NF; i++) print "flag", $i }
		number { gsub(/[{}",]/, " "); print "number", $1, $2, $3, $4 }
		/strcmp\(name, "/ { split($0, part, "\""); print part[2] == "keys" ? "group" : "list", part[2] }' "$1" | sort
}
told() {	# FILE
	sed -n 's/^\.BR \([a-z_]*\) " (\([^)]*\))"$/\1 \2/p' "$1" | awk '{ kind = $2; sub(/,/, "", kind); sub(/;/, "", kind)
		if (kind == "number") { usual = $NF; sub(/;/, "", $5); print kind, $1, $3, $5, usual } else print kind, $1 }' | sort
}
same "the page has the settings of the program, with their bounds" "$(settings "$config")" "$(told "$page")"
same "of which there are fourteen" 14 "$(told "$page" | wc -l | tr -d ' ')"
sed 's/^\.BR journal .*/.BR journey " (text; default: none)"/' "$page" >"$work/less.5"
same "one that is left out is found" "journal" "$(settings "$config" | sed 's/^[a-z]* //' | while read -r n rest; do
	told "$work/less.5" | grep -q " $n\( \|$\)" || echo "$n"; done)"

# Asked of the program itself: what must be given and what need not be, and each bound.
starts() { "$steward" module list --config "$1" >/dev/null 2>"$work/said"; }
plain="$work/plain.conf"
{ cat "$builddir/steward.conf"; echo 'db = "host=/nowhere"; journal = "/nowhere"; idle_minutes = 1440; idle_end_minutes = 1440; rest_seconds = 60; ambiguous_width = "ask"; lean = true;'; } >"$plain"
starts "$plain"
same "all of them at once are taken" "0" "$?"
for name in $(told "$page" | awk '{ print $2 }'); do
	grep -v "^$name = " "$plain" | sed "s/$name = [^;]*;//" >"$work/without.conf"
	starts "$work/without.conf"
	case $?$(grep "^\.BR $name \"" "$page") in
	0*"default: "*) wrong= ;;
	[12]*"must be given"*) wrong=$(grep -q "$name is missing" "$work/said" || cat "$work/said") ;;
	*) wrong="taken, or refused, against the page: $(cat "$work/said")" ;;
	esac
	same "$name may be left out where the page has a default" "" "$wrong"
done
told "$page" | while read -r kind name least most usual; do
	[ "$kind" = number ] || continue
	for value in $((least - 1)) $least $most $((most + 1)); do
		sed "s/$name = [^;]*;/$name = $value;/" "$plain" >"$work/bound.conf"
		starts "$work/bound.conf" && echo "$value"
	done | paste -sd ' ' >"$work/taken"
	echo "$least $most" | cmp -s - "$work/taken" || echo "$name takes $(cat "$work/taken")"
done >"$work/bounds"
same "a number is taken to its bounds and no further" "" "$(cat "$work/bounds")"

# The rule in steward-rules(7) is one that the checker takes; its functions and the pages named are there.
rules="$srcdir/doc/steward-rules.7"
awk '/^\.SH RULE/ { on = 1 } on && /^return/ { print_ = 1 } on && /^\.fi/ { exit } print_' "$rules" | sed 's/\\-/-/g' >"$work/example.lua"
same "the rule shown is in order" 0 "$("$steward" rules check "$work/example.lua" --folder --config "$builddir/steward.conf" \
	>"$work/said" 2>&1; echo $?)"
same "and its cases come out" 0 "$("$steward" rules test "$work/example.lua" --folder --config "$builddir/steward.conf" \
	>"$work/said" 2>&1; echo $?)"
same "the functions shown are the language's" "" "$(sed -n '/^\.SH FUNCTIONS/,/^\.SH W/p' "$rules" | grep -o '[a-z_.]*[a-z](' | while read -r f; do
	grep -qF "\`$f" "$srcdir/doc/rules.md" || grep -qF " $f" "$srcdir/doc/rules.md" || echo "$f"; done)"
same "each page that another names is there" "" "$(sed -n 's/^\.BR \(steward[^ ]*\) (\([157]\)).*/\1.\2/p' "$srcdir"/doc/*.[157] |
	tr -d '\\' | sort -u | while read -r f; do [ -e "$srcdir/doc/$f" ] || echo "$f"; done)"
same "and is installed" "" "$(cd "$srcdir" && for f in doc/*.[157]; do grep -q "^dist_man_MANS.*$f" doc/doc.am || echo "$f"; done)"

# Formatted without a word of complaint, by whatever there is.
if command -v mandoc >/dev/null; then
	lint() { mandoc -Tlint -Wwarning "$1" 2>&1; }
elif command -v groff >/dev/null; then
	lint() { groff -man -ww -z -Tutf8 "$1" 2>&1; }
elif command -v man >/dev/null && man --warnings -l -Tutf8 -Z "$page" >/dev/null 2>&1; then
	lint() { man --warnings -l -Tutf8 -Z "$1" 2>&1 >/dev/null; }
else
	echo "ok the pages were not formatted: neither mandoc nor groff nor man is here"
	finish
fi
for f in "$srcdir"/doc/*.[157]; do
	same "$(basename "$f") is well formed" "" "$(lint "$f")"
done
{ cat "$page"; echo '.nonesuch'; } >"$work/planted.5"
ok "a planted fault is found" "$(lint "$work/planted.5" | grep -q nonesuch; echo $?)"
finish
