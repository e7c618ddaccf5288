#!/bin/sh
# A longer proof, run by hand:  tests/proof/terminal.sh [STARTS [KEYS [SECONDS [ROWS]]]]   40 starts, 2000 keys of each
# kind, a session of 600 seconds and a list of ten million rows when nothing is said: a quarter of an hour, and 3 GB.
# The workbench in a terminal, against its goals: a line each, with what was seen; times are also beside the least that a
# list can cost in curses (tests/journey/least.c), one and the other in turn.  A goal that is not met is told and is no
# failure; one that could not be measured is, and so is a hard limit: bytes, wakeups, ends, what drifts or gets through.
here=$(cd "$(dirname "$0")/../.." && pwd)
GOALS_SAID=$(mktemp)
export GOALS_SAID
trap 'rm -f "$GOALS_SAID"' EXIT
GOALS="${1:-40} ${2:-2000} ${3:-600} ${4:-10000000}" make -s -C "$here/build" check TESTS=journey/goals
status=$?
sed 's/^# //' "$GOALS_SAID"
exit $status
