# The first month and a new law by doc/admin.md: its lines are typed as they stand, in their order, by an office with files of its own.
. "$srcdir/tests/lib.sh"
needs retirement
command -v script >/dev/null || { echo "ok nothing to do without script"; exit 0; }
small_city admin_month_files 600 9
new_db admin_month
areas_in admin_month "$city"
desk="$work/admin_month"
mkdir -p "$desk/bin"
cd "$desk" || exit 1
# The register of an office that begins: who there is, days with strokes, GB18030.
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print "公民身份号码,姓名,性别,出生日期,区划代码,参保状态"; next }
	{ gsub("-", "/", $at["birth_date"]); print $at["id_no"] "," $at["name"] "," ($at["sex"] == "M" ? "男" : "女") "," $at["birth_date"] "," \
		$at["region_code"] "," "未参保" }' "$city/register.csv" | iconv -f UTF-8 -t GB18030 >register.csv
cat >bin/steward <<END
#!/bin/sh
case "\$*" in
*' --as '*) exec "$steward" "\$@" --db "$db" ;;
rules*) as=policy ;;
import* | judge*) as=batch ;;
*) as=clerk ;;
esac
exec "$steward" "\$@" --db "$db" --as \$as
END
cat >bin/editor <<'END'
#!/bin/sh
awk -v last="$LAST" -v first="$FIRST" '/value = 12 }/ {
	sub(/value = 12 }/, "to = \"" last "\", value = 12 }, { from = \"" first "\", value = 15 }") } 1' "$1" >edited && cat edited >"$1"
END
chmod +x bin/steward bin/editor
PATH="$desk/bin:$PATH" EDITOR="$desk/bin/editor" VISUAL=
export PATH EDITOR VISUAL
lines() { awk -v h="## $1" '/^## / { on = $0 == h } on && /^    steward / { sub(/^    /, ""); print }' "$srcdir/doc/admin.md"; }
type_lines() {	# SECTION
	lines "$1" | sed "s/DAY/$FIRST/" >lines
	ok "$1: there are lines" "$([ "$(wc -l <lines)" -ge 6 ]; echo $?)"
	while read -r line; do
		case $line in	# the editor wants a terminal
		*' edit '*) script -qec "$line" /dev/null >said 2>&1 </dev/null ;;
		*) sh -c "$line" >said 2>&1 </dev/null ;;
		esac
		ok "$line" $?
		[ "$bad" -eq 0 ] || sed 's/^/  /' said
	done <lines
}
LAST=2025-12-31 FIRST=2026-01-01
export LAST FIRST
type_lines "The first month"
same "everybody is there, in the feed's own form" "$(awk 'END { print NR - 1 }' "$city/register.csv")" "$(sql "select count(*) from person where sex in ('M', 'F')")"
type_lines "A new law"
same "the law of the day has both, each with its days" "1 1" "$(steward rules params export parameters/certification.lua --date $FIRST >law
	echo $(grep -c ",$LAST,.*12" law) $(grep -c ",$FIRST,.*15" law))"
finish
