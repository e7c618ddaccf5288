#!/bin/sh
# A longer proof, run by hand: an audit of ten million entries is looked at without the server, one of them changed.
#   tests/proof/audit.sh [ENTRIES]
# The blocks are sealed by sha256sum here, not by the program.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
entries=${1:-10000000}
box=$(mktemp -d /tmp/stw-audit.XXXXXX)
trap 'rm -rf "$box"' EXIT
block=1000000 last='' no=0
: >"$box/rows"
while [ $((no * block)) -lt "$entries" ]; do
	n=$((entries - no * block < block ? entries - no * block : block))
	no=$((no + 1))
	awk -v n="$n" -v no="$no" 'BEGIN { for (i = 1; i <= n; i++)
		printf "[%d, %d, 330681100, \"2025-11-05T08:30:%02d.%06d\", \"clerk%d\", \"task.propose\", null, {\"rule\": \"risk.paid_after_death\", \"cause\": \"2025-11-%02d\", \"state\": \"proposed\"}]\n",
			no * 1000000 + i, i * 1000, i % 60, i, i % 7, i % 28 + 1 }' >"$box/block"
	digest=$(sha256sum <"$box/block" | cut -d' ' -f1)
	last=$(printf '%s\n%s %s %s\n' "$last" "$no" "$n" "$digest" | sha256sum | cut -d' ' -f1)
	echo "$no $n $digest $last 2025-11-05T00:00:00Z" >>"$box/seals"
	sed "s/^/$no	/" "$box/block" >>"$box/rows"
done
begun=$(date +%s.%N)
"$here/build/steward" audit verify "$box/rows" --seals "$box/seals"
echo "$(date +%s.%N) $begun" | awk '{ printf "%.1f s\n", $1 - $2 }'
middle=$((entries / 2 + 1))
sed "${middle}s/clerk/klerk/" "$box/rows" >"$box/bad"
if "$here/build/steward" audit verify "$box/bad" --seals "$box/seals"; then
	exit 1
fi
