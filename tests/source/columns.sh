# No line of C is wider than 90 columns, a tab being 8 and a Chinese character 2 of them.
. "$srcdir/tests/lib.sh"

wide() {	# FOLDERS
	find "$@" -name '*.[ch]' | while read -r f; do
		n=$(expand "$f" | wc -L)
		[ "$n" -le 90 ] || echo "$f: $n"
	done
}
same "no line is wider than the rest of a screen" "" "$(cd "$srcdir" && wide core modules tests)"
mkdir "$work/wide"
printf '\t%082d\n' 0 >"$work/wide/right.c"
printf '\t%083d\n' 0 >"$work/wide/wrong.c"
same "a wide one is found" "wide/wrong.c: 91" "$(cd "$work" && wide wide)"
finish
