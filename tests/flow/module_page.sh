# doc/module.md, followed to the letter, makes a business area that works.
. "$srcdir/tests/lib.sh"
page="$srcdir/doc/module.md" box="$work/allotments" root="$work/page_root" mods="$work/page_mods" texts="$work/page_lua"
mkdir -p "$box" "$mods" && chmod 755 "$mods"
make -C "$builddir" -s install DESTDIR="$root" >"$work/install.log" 2>&1 || cat "$work/install.log"
pc=$(find "$root" -name steward.pc)
PKG_CONFIG_PATH=${pc%/*} PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR

# A block after a line that names a file is that file; the one of the chapter that builds is typed.
mkdir -p "$box/lua/parameters/allotments" "$box/lua/rules/allotments"
awk -v box="$box" '
	/^## 6/ { out = box "/build.sh" }
	/^## 7/ { out = "" }
	!/^    / && match($0, /`[a-z_\/]+\.(sql|c|lua)`/) && out !~ /build.sh/ { out = box "/" substr($0, RSTART + 1, RLENGTH - 2) }
	/^    / && out { seen = out; print substr($0, 5) > out; next }
	/^$/ && out && seen == out { print "" > out; next }
	seen == out && out !~ /build.sh/ { out = "" }' "$page"
sed -i '/^steward /,$d' "$box/build.sh"
# The same lies in modules/example, so that nobody has to type it.
for f in tables.sql allotments.sql allotments.c lua/parameters/allotments/allotments.lua lua/rules/allotments/dear.lua build.sh; do
	sed '1,/^cd "/{/^#!\|^# Builds\|^set -eu\|^cd "/d}' "$srcdir/modules/example/$f" | grep -v '^$' >"$work/example"
	same "the example's $f is the page's" "" "$(grep -v '^$' "$box/$f" | diff - "$work/example")"
done
(cd "$box" && sh -eu build.sh) >"$work/said" 2>&1
same "it builds" "0 " "$? $(cat "$work/said")"
cp "$builddir"/lib/steward/modules/*.so "$box/allotments.so" "$mods/" && chmod 755 "$mods"/*.so
texts_to "$texts"
cp -R "$box/lua/." "$texts/" && chmod -R u+w,go-w "$texts"
list=$(sed -n 's/^modules = ( \(.*\) );/\1/p' "$builddir/steward.conf")
sed -e "s|^modules_folder.*|modules_folder = \"$mods\";|" -e "s|^modules = .*|modules = ( $list, \"allotments\" );|" \
	-e "s|^rules.*|rules = \"$texts\";|" "$builddir/steward.conf" >"$work/page.conf"
new_db page
city="$work/page_city"
"$steward" generate "$city" --persons 600 --seed 5 >/dev/null 2>&1
stm() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/page.conf"; }
stm postgres migrate 2>"$work/said"
same "its tables are made" 0 $?; [ "$bad" -eq 0 ] || cat "$work/said"
stm batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
same "rules check" 0 "$(stm policy rules check >"$work/said" 2>&1; echo $?)" || cat "$work/said"
same "rules test" 0 "$(stm policy rules test --cases >/dev/null 2>&1; echo $?)"
{ echo plot,id_no,name,since,fee
	sed -n 2,3p "$city/register.csv" | awk -F, '{ printf "P%d,%s,%s,2024-05-01,%d.00\n", NR, $1, $2, NR * 400 }'; } >"$work/gardens.csv"
stm batch import allotment "$work/gardens.csv" --date 2025-11-01 2>/dev/null
stm batch judge --date 2025-11-01 2>/dev/null && stm batch refresh 2>/dev/null
same "its task" "garden|open" "$(sql "select task_type, state from task where rule_id = 'allotments.dear'")"
same "its figure" 2.0 "$(stm clerk board --format csv | tr -d '\r' | awk -F, '$2 == "GA1" { print $4 }')"
same "it says what it brings" 1 "$(stm clerk module list | grep -c '^allotments .*1 facts, 1 feeds, 1 task types, 1 screens, 1 commands')"
finish
