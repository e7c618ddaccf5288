# Many rows are judged by two workers where there are two processors: what is found is what one finds.
. "$srcdir/tests/lib.sh"
needs retirement
small_city lanes 20500 11

# What was found, and which tasks are open, as one number.
standing() {
	sql "select md5(string_agg(x, ';' order by x)) from (select concat_ws(' ', person_id, rule_id, cause, say, due, inputs)
		as x from finding union all select concat_ws(' ', person_id, rule_id, cause, state) from task) y"
}

# The worker by way of a script that notes each start.
worker=$builddir/lib/steward/steward-worker
printf '#!/bin/sh\necho started >>%s/starts\nexec %s\n' "$work" "$worker" >"$work/worker"
chmod 755 "$work/worker"
sed "s#^worker = .*#worker = \"$work/worker\";#" "$builddir/steward.conf" >"$work/counted.conf"
judged() {	# COMMAND IN FRONT, then how many workers were started
	: >"$work/starts"
	"$@" "$steward" judge --all --date 2025-11-03 --db "$db" --as batch --config "$work/counted.conf" >"$work/said" 2>&1 ||
		cat "$work/said"
	wc -l <"$work/starts" | tr -d ' '
}

alone=$(judged taskset -c 0)
one=$(standing)
same "one processor, one worker finds what is to be found" yes "$([ "$(sql "select count(*) from finding")" -gt 100 ] && echo yes)"
if [ "$(nproc)" -lt 2 ]; then
	echo "ok there is one processor only"
	finish
fi
both=$(judged env)
same "two processors, one worker more" $((alone + 1)) "$both"
same "everybody was judged" yes "$(grep -q '20500 persons judged' "$work/said" && echo yes)"
same "what two workers find is what one finds" "$one" "$(standing)"
sql "delete from message; delete from task; delete from finding; update person_pack set judged = null"
judged env >/dev/null
same "every row has an answer of its own" yes "$(grep -q "20500 changed" "$work/said" && echo yes)"
same "also where nothing was found before" "$one" "$(standing)"
finish
