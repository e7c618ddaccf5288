# A distribution has every file of the tree: what is left out of it builds here and nowhere else.
. "$srcdir/tests/lib.sh"
make -s -C "$builddir" dist-files 2>/dev/null | sed "s|^$srcdir/||; s|^\\(\\.\\./\\)*||" | sort -u >"$work/dist"
ok "the build tells what a distribution has" "$([ "$(wc -l <"$work/dist")" -gt 900 ]; echo $?)"
# Whole folders are named by themselves.
left_out() {	# TREE
	(cd "$1" && find core modules lua themes doc po systemd packaging completions tests -type f ! -name '*~' ! -name '*.orig') | sort |
		awk -v list="$work/dist" 'BEGIN { while ((getline f < list) > 0) has[f] = 1 }
			{ at = $0; while (at != "" && !(at in has)) { if (!sub("/[^/]*$", "", at)) at = "" } if (at == "") print }'
}
same "every file is in it" "" "$(left_out "$srcdir" | grep -v '/build/' | head -20)"
mkdir -p "$work/tree"
(cd "$work/tree" && mkdir -p core/base modules lua themes doc po systemd packaging completions tests && : >core/base/arena.c && : >core/base/left_out.h)
same "one that is not is found" "core/base/left_out.h" "$(left_out "$work/tree")"
finish
