#!/bin/sh
# A longer proof, run by hand: a year of reports that come late, twice, out of order, corrected, withdrawn and
# contradictory ends as the truth in twenty orders of its files.  Prints a checksum an order, and what was planted.
# Give other numbers: tests/proof/year.sh PERSONS ORDERS.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
report=$(mktemp /tmp/stw-year.XXXXXX)
trap 'rm -f "$report"' EXIT
"$here/bootstrap" build >/dev/null 2>&1
YEAR_PERSONS=${1:-20000} YEAR_ORDERS=${2:-20} YEAR_REPORT="$report" make -C "$here/build" check TESTS=flow/year && status=0 ||
	status=$?
cat "$report"
exit "$status"
