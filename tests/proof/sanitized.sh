#!/bin/sh
# A longer proof, run by hand: the program with the compiler's checks of memory and undefined behaviour passes its
# tests.  It is slower by half; words choose the tests (some of each kind when none are given).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d /tmp/stw-sanitized.XXXXXX)
chmod 755 "$place"
trap 'rm -rf "$place"' EXIT
[ $# -gt 0 ] || set -- unit/ sql/ hostile/files hostile/imports hostile/scripts flow/street flow/pay flow/post flow/feed_map \
	flow/sheets flow/spreadsheet flow/rules_check flow/rules_test flow/rules_tables flow/eval flow/search flow/claims_audit
(cd "$here" && git ls-files -z | xargs -0 tar -c) | tar -x -C "$place"
"$place/bootstrap" build >"$place/log" 2>&1 || { tail -20 "$place/log"; exit 1; }
mkdir "$place/build/sanitized"
cd "$place/build/sanitized"
{ ../../configure --enable-sanitizers && make -j2; } >"$place/log" 2>&1 || { tail -20 "$place/log"; exit 1; }
make check TESTS="$*" 2>&1 | grep -v '^make\|^builddir'
