# What the compiler offers against a mistake in memory is in all that is built.
. "$srcdir/tests/lib.sh"

has() {	# NAME PATTERN READELF_OPTION FILE
	ok "$(basename "$4"): $1" "$(readelf -W "$3" "$4" 2>/dev/null | grep -qE "$2"; echo $?)"
}
for f in "$builddir/steward" "$builddir"/lib/steward/*worker "$builddir"/lib/steward/*.so \
	"$builddir"/lib/steward/modules/*.so; do
	[ -e "$f" ] || continue
	has "what was linked cannot be changed afterwards" GNU_RELRO -l "$f"
	has "and is linked at the start" 'BIND_NOW|FLAGS_1.*NOW' -d "$f"
	case $f in */modules/*) continue ;; esac	# tables: no function of theirs has a buffer
	has "a stack that was written past is noticed" __stack_chk_fail --dyn-syms "$f"
	# Sanitizers look closer, and in their own way.
	readelf -W --dyn-syms "$f" | grep -q __asan_init ||
		has "so is a buffer" '_chk@|_chk$' --dyn-syms "$f"
done
finish
