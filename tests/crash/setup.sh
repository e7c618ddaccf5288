# Killed while the schema is made or changed, when the server is its superuser's alone: the next command finds the
# server as ever, nobody else has got in, and the same work again ends as it would have.
. "$srcdir/tests/lib.sh"
crash="$builddir/tests/crash/crashpoint.so"
export ASAN_OPTIONS="$ASAN_OPTIONS:verify_asan_link_order=0"
mine="$work/c4"
# The runner stops its own cluster only.
trap '"$steward" demo --dir "$mine" --stop >/dev/null 2>&1' EXIT

superuser() { psql -X -q -h "$mine/run" -p 5432 -U postgres -d steward -c 'select 1' >/dev/null 2>&1; }

LD_PRELOAD=$crash CRASH_COUNT="$work/calls_init" "$steward" init --db "$work/c5" >/dev/null 2>&1
"$steward" demo --dir "$work/c5" --stop
calls=$(cat "$work/calls_init")
ok "making an office takes many statements" "$([ "$calls" -gt 100 ]; echo $?)"
for n in 1 $((calls / 4)) $((calls / 2)) $((calls - 1)); do
	(export LD_PRELOAD=$crash CRASH_AT=$n; "$steward" init --db "$mine" >/dev/null 2>&1)
done
"$steward" init --db "$mine" >/dev/null 2>&1
ok "init goes on where it was killed" $?
same "to an office that lacks nothing" 0 "$("$steward" doctor --db "$mine" --as admin 2>&1 | grep -c '^BAD')"

LD_PRELOAD=$crash CRASH_COUNT="$work/calls_migrate" "$steward" migrate --db "$mine" >/dev/null 2>&1
calls=$(cat "$work/calls_migrate")
for n in 1 2 $((calls / 3)) $((calls / 2)) $((calls - 1)) "$calls"; do
	(export LD_PRELOAD=$crash CRASH_AT="$n"; "$steward" migrate --db "$mine" >/dev/null 2>&1)
	"$steward" tasks --db "$mine" --as clerk >/dev/null 2>&1
	ok "after a kill at statement $n of migrate a clerk works" $?
	superuser
	same "and nobody comes in as the superuser" 2 $?
	same "nor is anything of it left" "" "$(ls "$mine" "$mine/pgdata" | grep '^setup' | grep -v '^setup.log$')"
done
same "the office lacks nothing" 0 "$("$steward" doctor --db "$mine" --as admin 2>&1 | grep -c '^BAD')"
finish
