#!/bin/sh
# A longer proof, run by hand:  tests/proof/sessions.sh [IDLE [WORKING [SECONDS]]]   500 sessions in 60 seconds when
# nothing is said.  Real workbenches on one server, most of them idle, some at work: how long a key takes, how much memory
# a client and the server hold for themselves.
here=$(cd "$(dirname "$0")/../.." && pwd)
SESSIONS_SAID=$(mktemp)
export SESSIONS_SAID
trap 'rm -f "$SESSIONS_SAID"' EXIT
SESSIONS="${1:-480} ${2:-20} ${3:-60}" make -s -C "$here/build" check TESTS=journey/rest
status=$?
sed 's/^# //' "$SESSIONS_SAID"
exit $status
