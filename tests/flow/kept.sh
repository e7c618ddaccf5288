# An office is copied while people work in it, looked at, and goes on from the copy in another folder; what was not finished or
# is not as it was made is never taken for a backup.
. "$srcdir/tests/lib.sh"
needs risk
box="$work/kept"
mkdir -p "$box/slow"
"$steward" demo --dir "$box/a" --persons 1200 --seed 5 --batch </dev/null >/dev/null 2>&1
at() { folder=$1; shift; "$steward" "$@" --db "$box/$folder" 2>&1; }
said() { grep '^steward: ' | sed 's/^steward: //'; }
task() { at a tasks --type suspend --state "$1" --format csv | tr -d '\r' | awk -F, '
	NR == 1 { for (i = 1; i <= NF; i++) n[$i] = i; next }
	$n["rule_id"] == "risk.paid_after_death" { print $n["person_id"], $n["rule_id"], $n["cause"]; exit }'; }

# shellcheck disable=SC2046
set -- $(task open)
at a decide "$1" "$2" "$3" propose --reason confirmed --as clerk >/dev/null
echo "steward somebody zed" >>"$box/a/pgdata/pg_ident.conf"
out=$(at a backup --to "$box/b")
same "a backup says what it is" 1 "$(echo "$out" | grep -cE '^backup [0-9a-f]{64} of 20.*Z, seal [1-9]')"
same "it is whole" "$(echo "$out" | tail -1)" "$(at b2 backup verify "$box/b")"
same "it is told in the audit" 1 "$(at a audit --op backup --format csv | grep -c "$(echo "$out" | grep -o '[0-9a-f]\{64\}' | head -1)")"
same "a folder is taken once" "the folder \"$box/b\" is not empty" "$(at a backup --to "$box/b" | said)"
at a decide "$1" "$2" "$3" approve --reason checked --as reviewer >/dev/null

same "it is restored elsewhere" 1 "$(at b2 restore --from "$box/b" | grep -c '^restored: ')"
same "as it was" 1 "$(at b2 tasks --state proposed --format csv | grep -c ",$1,$2,$3,")"
same "all was decided there as here" "0 differences" "$(at b2 rules replay | grep -o '[0-9]* differences')"
same "the audit is as it was sealed" 1 "$(at b2 audit verify | grep -c 'are as they were sealed')"
same "work goes on" 1 "$(at b2 decide "$1" "$2" "$3" approve --reason checked --as reviewer --format csv |
	grep -c ',done,')"
same "the judge, too" 1 "$(at b2 judge | grep -c judged)"
same "the schema is as this program made it" "" "$(at b2 doctor | grep -i 'schema.*differ')"
same "and from that it is kept again" 1 "$(at b2 backup --to "$box/c" | grep -c '^backup ')"
same "a folder that is used is not restored into" "the folder \"$box/b2\" is not empty" "$(at b2 restore --from "$box/b" | said)"

# Who takes copies takes copies.
same "the login of backups reads nothing" 1 "$(psql -X -h "$box/a/run" -p 5432 -U keeper -d steward -c 'select 1' 2>&1 |
	grep -c 'authentication failed')"

# Another machine has another user.
cp -a "$box/b" "$box/moved"
sed -i 's/^user .*/user somebody/' "$box/moved/steward.backup"
at b3 restore --from "$box/moved" >/dev/null
same "who ran the programs there is who runs them here" 1 "$(grep -cx "steward $(id -un) zed" "$box/b3/pgdata/pg_ident.conf")"
"$steward" demo --dir "$box/b3" --stop

# Whatever is not as it was made.
bad() {	# NAME WANTED
	same "$1" "$2" "$(at x backup verify "$box/bad" | said)"
	same "$1: nor is it restored" "$2" "$(at x restore --from "$box/bad" | said)"
	same "$1: nothing is left" 1 "$([ ! -e "$box/x" ]; echo $((1 - $?)))"
	rm -rf "$box/bad"
}
copy() { cp -a "$box/c" "$box/bad"; }
copy; f=$(find "$box/bad/pgdata/base" -type f -size +64k | sort | sed -n 9p)
printf x | dd of="$f" bs=1 seek=4321 conv=notrunc 2>/dev/null
bad "a byte that was changed" "the backup is not as it was made"
copy; rm "$f" 2>/dev/null; rm -f "$(find "$box/bad/pgdata/base" -type f -size +64k | sort | sed -n 9p)"
bad "a file that is missing" "the backup is not as it was made"
copy; rm -f "$box"/bad/pgdata/pg_wal/0*
bad "a log that is missing" "the backup is not as it was made"
copy; sed -i 's/"Files"/"Files" /' "$box/bad/pgdata/backup_manifest"
bad "a list that was changed" "the list of files is not the one of this backup"
copy; rm "$box/bad/steward.backup"
bad "one without its last file" "\"$box/bad\" is no backup, or half a one"

# One that cannot be told that it was restored is no office, and no server stays behind.
let_in "$box/b2"
psql -X -q -h "$box/b2/run" -p 5432 -U postgres -d steward -c 'drop function steward.restored_mark' >/dev/null
at b2 backup --to "$box/d" >/dev/null
at y restore --from "$box/d" >"$box/said"
same "what cannot be marked as restored is refused" 0 "$(grep -q restored_mark "$box/said"; echo $?)"
same "and nothing of it stays" "0 0" "$(find "$box/y" -name pgdata | wc -l) $(grep -al "$box/[y]/pgdata" /proc/[0-9]*/cmdline 2>/dev/null | wc -l)"

# A copy that takes long: progress, Ctrl-C, kill.
printf '#!/bin/sh\necho %s\n' "$box/slow" >"$box/slow/pg_config"
printf '#!/bin/sh\nwhile [ "$1" != -D ]; do shift; done\nmkdir "$2"; echo $$ >"$2/x"; exec sleep 60\n' >"$box/slow/pg_basebackup"
chmod 755 "$box/slow" "$box/slow"/*
slow() { PATH="$box/slow:$PATH" "$steward" backup --to "$box/half" --db "$box/a" >"$box/said" 2>&1 & slow=$!
	tries=0; until [ -e "$box/half/pgdata/x" ] || [ $tries -gt 100 ]; do sleep 0.1; tries=$((tries + 1)); done; }
slow
kill -INT $slow
wait $slow
same "Ctrl-C ends it" "interrupted" "$(said <"$box/said")"
same "and leaves nothing" 1 "$([ ! -e "$box/half" ]; echo $((1 - $?)))"
slow
kill -KILL $slow
wait $slow 2>/dev/null
kill "$(cat "$box/half/pgdata/x")"
same "half a one is none" "\"$box/half\" is no backup, or half a one" "$(at x restore --from "$box/half" | said)"
for d in a b2; do "$steward" demo --dir "$box/$d" --stop; done
finish
