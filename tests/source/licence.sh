# Every library that the build asks for stands in NOTICE.
. "$srcdir/tests/lib.sh"

asked() {	# names without their versions
	sed -n 's/^PKG_CHECK_MODULES(\[[A-Z]*\], \[\([^]]*\)\].*/\1/p' "$@" | sed 's/>= *[0-9.]*//g' | tr -s ' ' '\n' | sed '/^$/d'
	sed -n 's/^AC_CHECK_HEADER(\[\([a-z]*\)\.h\].*/\1/p' "$@"
}
unnamed() {	# the modules on the standard input that NOTICE does not name
	while read -r module; do
		case $module in
		ncursesw) name=ncurses ;;
		lua*) name='Lua 5' ;;
		libcrypto) name=libcrypto ;;
		vterm) name=libvterm ;;
		*) name=$module ;;
		esac
		grep -qF "$name" "$srcdir/NOTICE" || echo "$module"
	done
}
same "no library is linked without a notice" "" "$(asked "$srcdir/configure.ac" | unnamed)"
same "of which there are fifteen" 15 "$(asked "$srcdir/configure.ac" | wc -l | tr -d ' ')"
same "a new one is found" nonesuch "$(printf 'lua5.4\nnonesuch\n' | unnamed)"
grep -q 'Version 2.0, January 2004' "$srcdir/LICENSE" && grep -q 'END OF TERMS AND CONDITIONS' "$srcdir/LICENSE"
ok "the licence is whole" $?
finish
