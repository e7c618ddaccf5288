# What the README shows can be typed as it stands, in its order, in the tree as it is.
. "$srcdir/tests/lib.sh"
for m in risk retirement employment claims; do needs $m; done

# A tree to type it in: as printed but for the folder of the demo, which is ours, the two commands that
# build and test (this is one of the tests), and a terminal of lines.
tree="$work/readme"
demo="$work/readme_demo"
mkdir -p "$tree/build" "$work/readme_conf"
ln -sfn "$srcdir/lua" "$tree/lua"
ln -sfn "$srcdir/doc" "$tree/doc"
{ cat "$(dirname "$steward")/steward.conf"; echo "db = \"$demo\";"; } >"$work/readme_conf/steward.conf"
cat >"$tree/build/steward" <<END
#!/bin/sh
case \${1:-} in
demo) exec "$steward" "\$@" --dir "$demo" --config "$work/readme_conf/steward.conf" ;;
'' | --*) exec "$steward" "\$@" --config "$work/readme_conf/steward.conf" --line ;;
*) exec "$steward" "\$@" --config "$work/readme_conf/steward.conf" ;;
esac
END
cat >"$tree/bootstrap" <<'END'
#!/bin/sh
[ "${1:-}" != demo ] || exec build/steward "$@"
END
chmod +x "$tree/build/steward" "$tree/bootstrap"
stop_demo() { [ ! -d "$demo" ] || "$steward" demo --dir "$demo" --stop; }
trap stop_demo EXIT

readme_lines "$srcdir/README.md" | grep -v '^build by hand' >"$work/readme_lines"
ok "it has many lines to type" "$([ "$(wc -l <"$work/readme_lines")" -ge 25 ]; echo $?)"
while IFS= read -r line; do
	line=${line#*	}
	case $line in '# '*) continue ;; esac
	(cd "$tree" && sh -c "$line" </dev/null >"$work/readme_said" 2>&1)
	status=$?
	ok "${line%%  *}" $status
	[ $status -eq 0 ] || sed 's/^/  /' "$work/readme_said" | head -8
done <"$work/readme_lines"

# What they are there to show.
as_typed() { (cd "$tree" && sh -c "$1" </dev/null 2>&1); }
as_typed "build/steward rules history --format csv" | grep -q '^parameters/certification.lua,[0-9a-f]*,2026-01-01,.*,policy,policy2,'
ok "the value is adopted from its day" $?
as_typed "LANG=zh_CN.UTF-8 LC_ALL= build/steward board" | grep -q 待办事项
ok "and Chinese needs no locale" $?
finish
