# Two builds in two folders are the same bytes.  Here of one module with its tables; tests/package.sh takes the whole.
. "$srcdir/tests/lib.sh"
. "$srcdir/packaging/flags.sh"
needs risk
command -v cc >/dev/null || { echo "ok nothing to do without a compiler"; exit 0; }

build() {	# FOLDER FLAGS: the module as it is made, stripped of nothing
	mkdir -p "$1/core" "$1/modules" && cp "$srcdir"/core/*.h "$1/core/" && cp -r "$srcdir/modules/risk" "$1/modules/" &&
		chmod -R u+w "$1" && for f in "$1"/modules/risk/*.sql "$1"/modules/risk/migrations/*.sql; do
			id=$(echo "${f#"$1/"}" | sed 's/\.sql$//; s|/|_|g') base=$(basename "$f" .sql)
			for out in h c; do
				awk -v out=$out -v base="$base" -v id="$id" -f "$srcdir/core/db/sql2c.awk" "$f" >"${f%.sql}_sql.$out" || return 1
			done
		done
	# shellcheck disable=SC2086,SC2046
	cc -std=gnu11 -fPIC -shared -D_GNU_SOURCE $2 -I"$1/core" -I"$1" -I"$1/modules/risk" -o "$1/risk.so" \
		$(find "$1/modules" -name '*.c' | LC_ALL=C sort) 2>"$work/said" || cat "$work/said"
}
one="$work/one" two="$work/another_folder"
build "$one" "$(flags ".=$one")"
(umask 077; TZ=America/New_York build "$two" "$(flags ".=$two")")
ok "the same bytes in two folders" "$(cmp "$one/risk.so" "$two/risk.so" >&2; echo $?)"
ok "in which no folder of the machine stands" "$(! grep -qa "$work" "$one/risk.so"; echo $?)"
rm -rf "$two"
build "$two" -g
ok "without the flags they differ" "$(! cmp -s "$one/risk.so" "$two/risk.so"; echo $?)"

# No day, no hour and no path of a source goes into the program.
places() { grep -rnE '__(DATE|TIME|TIMESTAMP|FILE)__' "$@" --include='*.[ch]' --include='*.awk'; }
same "nothing asks the compiler where or when it is" "" "$(places "$srcdir/core" "$srcdir/modules")"
mkdir -p "$work/planted" && echo 'const char *when = __DATE__;' >"$work/planted/a.c"
same "a planted one is found" 1 "$(places "$work/planted" | wc -l | tr -d ' ')"
finish
