#!/bin/sh
# A longer proof, run by hand: without any one folder under modules/ the program builds, and what is left
# passes its tests.  Takes some minutes; words choose the tests ("sql flow" when none are given), ONLY="risk fund" the
# modules.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d /tmp/stw-removed.XXXXXX)
trap 'rm -rf "$place"' EXIT
[ $# -gt 0 ] || set -- sql flow
for module in "$here"/modules/*/; do
	name=$(basename "$module")
	case " ${ONLY:-$name} " in *" $name "*) ;; *) continue ;; esac
	rm -rf "$place/tree"
	mkdir "$place/tree"
	(cd "$here" && git ls-files -z | xargs -0 tar -c) | tar -x -C "$place/tree"
	rm -rf "$place/tree/modules/$name"
	"$place/tree/bootstrap" build >"$place/log" 2>&1 || { tail -20 "$place/log"; exit 1; }
	make -C "$place/tree/build" check-programs >"$place/log" 2>&1 || { tail -20 "$place/log"; exit 1; }
	echo "without $name:"
	builddir="$place/tree/build" srcdir="$place/tree" "$place/tree/tests/run" "$@" | grep -E "not ok|wanted:|got: |^failed|passed" | tail -24
done
