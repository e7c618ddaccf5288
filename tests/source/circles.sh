# Who needs whom, as the linker sees it: nm reads the object files.  No two files need each other, not by way of
# others either, nor do two rooms; and what a file shows to all is used by another one, were it only a test.
. "$srcdir/tests/lib.sh"

# Lines "file kind symbol" of the objects in a folder; kind U: used, D: defined.  Those whose source is gone are
# left from a build before it went.
symbols() {	# FOLDER OF-SOURCES
	(cd "$1" && find core modules tests -name '*.o' -exec nm -g -P -A {} + 2>/dev/null) |
	awk -v src="$2" '
	function is_there(file,   line) {
		sub(/_(sql|lua|txt)$/, ".&", file)
		sub(/\._/, ".", file)
		return (getline line <(src "/" file)) > 0 || (getline line <(src "/" file ".c")) > 0
	}
	function is_made(file) {
		if (!(file in made)) made[file] = is_there(file)
		return made[file]
	}
	$2 !~ /^__/ {
		n = split($1, part, "/")
		# One source is compiled for several programs; what stands before its name tells for which.
		sub(/^[^-]*-/, "", part[n])
		sub(/\.o:?$/, "", part[n])
		file = part[1]
		for (i = 2; i <= n; i++) file = file "/" part[i]
		if (is_made(file)) print file, $3 == "U" ? "U" : "D", $2
	}' | sort -u
}

# Of such lines: "user definer symbol", for what core and modules define.
uses() {
	awk '{ file[NR] = $1; kind[NR] = $2; name[NR] = $3 }
		$2 == "D" && $1 !~ /^tests/ { definer[$3] = definer[$3] " " $1 }
		END { for (i = 1; i <= NR; i++) {
			n = kind[i] == "U" ? split(definer[name[i]], by, " ") : 0
			for (j = 1; j <= n; j++) if (by[j] != file[i]) print file[i], by[j], name[i]
		} }'
}

# Of lines "a b": those where a needs b, and b in the end needs a.
circles() {
	awk '$1 != $2 && !(($1, $2) in edge) { edge[$1, $2]; to[$1] = to[$1] " " $2 }
		END { for (a in to) {
			split("", seen)
			n = split(to[a], queue, " ")
			for (i = 1; i <= n; i++) {
				if (queue[i] in seen) continue
				seen[queue[i]]
				m = split(to[queue[i]], more, " ")
				for (j = 1; j <= m; j++) queue[++n] = more[j]
			}
			for (b in seen) reached[a, b]
		}
		for (e in edge) {
			split(e, p, SUBSEP)
			if ((p[2], p[1]) in reached) print p[1] " needs " p[2]
		} }' | sort
}

# Folders in place of files: core itself is the program, above all rooms.
rooms() {
	awk '{ for (i = 1; i <= 2; i++) sub(/(\/migrations)?\/[^\/]*$/, "", $i); print $1, $2 }'
}

# What a file of core shows and no other uses; the loaders ask for main, lab_verbs, gateway_calls, print_calls, readings_calls, sheet_calls by name.
lonely() {	# SYMBOLS USES
	awk 'NR == FNR { used[$2, $3]; next }
		$2 == "D" && $1 ~ /^core/ && $3 !~ /^(main|lab_verbs|gateway_calls|print_calls|readings_calls|sheet_calls)$/ && !(($1, $3) in used) { print $1 ": " $3 }' "$2" "$1"
}

look() {	# FOLDER OF-SOURCES
	symbols "$1" "$2" >"$work/symbols"
	uses <"$work/symbols" >"$work/uses"
}

look "$builddir" "$srcdir"
ok "there are symbols to look at" "$([ "$(wc -l <"$work/uses")" -gt 1000 ]; echo $?)"
same "no files need each other" "" "$(circles <"$work/uses")"
same "nor do rooms" "" "$(rooms <"$work/uses" | circles)"
same "what is shown to all is used by another file" "" "$(lonely "$work/symbols" "$work/uses")"

# The library, the program and the laboratory are one process: what two of them had would be there twice.
twice=$(cd "$builddir" && for f in steward lib/steward/libsteward.so lib/steward/lab.so lib/steward/gateway.so lib/steward/print.so lib/steward/readings.so lib/steward/sheets.so; do
	nm -g -P --defined-only "$f"
done | awk 'NR == FNR { ours[$3]; next } $1 in ours { print $1 }' "$work/symbols" - | sort | uniq -d)
same "nothing is in two parts of one process" "" "$twice"

# Two rooms need each other by way of a third; one of their files shows what nobody wants.
plant() {	# FILE TEXT
	mkdir -p "$(dirname "$work/planted/$1")"
	echo "$2" >"$work/planted/$1.c"
	${CC:-cc} -c -o "$work/planted/${1%/*}/steward-${1##*/}.o" "$work/planted/$1.c"
}
plant core/low/a 'int b(void); int a(void) { return b(); } int nobody(void) { return 0; }'
plant core/middle/b 'int c(void); int b(void) { return c(); }'
plant core/high/c 'int a(void), d(void); int c(void) { return a() + d(); }'
plant core/high/d 'int d(void) { return 1; }'
look "$work/planted" "$work/planted"
same "a planted circle is found" "core/high/c needs core/low/a
core/low/a needs core/middle/b
core/middle/b needs core/high/c" "$(circles <"$work/uses")"
same "of rooms as well" "core/high needs core/low
core/low needs core/middle
core/middle needs core/high" "$(rooms <"$work/uses" | circles)"
same "and what nobody uses" "core/low/a: nobody" "$(lonely "$work/symbols" "$work/uses")"

# A module's statements are in its table, so that each is prepared by a test.
unlisted() {	# FOLDER OF MODULES
	for f in "$1"/*/*.sql; do
		case $f in */modules/example/*) continue ;; esac	# built by nobody but who reads it
		grep -q '^-- statement:' "$f" || continue
		name=modules_$(echo "${f#"$1"/}" | sed 's/\.sql$//; s#/#_#g')_statements
		grep -qw "$name" "$1"/*/*.c || echo "$name"
	done
}
same "every statement of a module is in its table" "" "$(unlisted "$srcdir/modules")"
mkdir -p "$work/unlisted/one"
printf -- '-- statement: alone\nselect 1;\n' >"$work/unlisted/one/one.sql"
touch "$work/unlisted/one/one.c"
same "one that is not is found" modules_one_one_statements "$(unlisted "$work/unlisted")"
finish
