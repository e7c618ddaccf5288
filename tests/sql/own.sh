# What doctor compares the schema with is what the program makes, and what somebody has changed is told.
# After a migration: OWN_WRITE=$PWD/core/office/own.txt make -C build check TESTS=sql/own writes it anew.
. "$srcdir/tests/lib.sh"
new_db own

{ echo "set search_path = steward;"; sed -n "/^with o as/,/;$/p" "$srcdir/core/office/own.sql"; } >"$work/own.sql"
psql -X -q -A -t -F "$(printf '\t')" "$db user=clerk" -f "$work/own.sql" -v ON_ERROR_STOP=1 \
	>"$work/own.txt" 2>"$work/own.err" || cat "$work/own.err"
[ "${OWN_WRITE:-}" = "" ] || cp "$work/own.txt" "$OWN_WRITE"
# Where a module was taken out, what it would make is missing, and nothing else differs.
left_out=
shipped=" assistance claims employment fund nursing relations retirement risk service "
for m in "$srcdir"/modules/*/*.am; do
	m=$(basename "$(dirname "$m")")
	case "$shipped" in *" $m "*) ;; *) [ "$m" = example ] || echo "not ok $m is not among the modules that may be taken out" ;; esac
done
for m in $shipped; do
	[ -e "$builddir/lib/steward/modules/$m.so" ] || left_out='>'
done
# The function of a feed after which a module left out would do a step is a shorter one.
stepped=$([ -z "$left_out" ] || sed -n 's/^function	\(feed_[a-z_]*\)\$.*/function	\1(/p' "$srcdir/core/office/own.txt" | sort -u)
same "the program knows its own schema" "" \
	"$(diff "$srcdir/core/office/own.txt" "$work/own.txt" | grep "^[>${left_out:-<}]" | grep -vF "${stepped:-nothing is left out}")"
out=$(st admin doctor 2>&1)
same "of which doctor has nothing to tell" "0 1" "$(echo "$out" | grep -c 'BAD.*schema as') $(echo "$out" | grep -c '^ok.*schema as')"

changed() {	# NAME SQL UNDO SAYS
	sql_in own "set search_path = steward; $2" >/dev/null
	out=$(st admin doctor 2>&1)
	status=$?
	same "told: $1" "1 1" "$status $(printf '%s\n' "$out" | grep -c -- "$4")"
	sql_in own "set search_path = steward; $3" >/dev/null
}
changed "a function" "create or replace function next_period(day date) returns int language sql immutable as 'select 209901'" \
	"create or replace function next_period(day date) returns int language sql immutable as
	\$\$ select to_char(day + interval '1 month', 'YYYYMM')::int \$\$" "function next_period(day date) is another one"
changed "a constraint that is gone" "alter table decision drop constraint decision_four_eyes" \
	"alter table decision add constraint decision_four_eyes check (approver <> author)" "constraint decision.decision_four_eyes is missing"
changed "a right" "grant update on decision to steward_clerk" "revoke update on decision from steward_clerk" \
	"right decision is another one"
changed "a right of a column" "grant update (state) on task to steward_clerk" "revoke update (state) on task from steward_clerk" \
	"right task.state was added"
changed "a function added" "create function decide_quietly() returns void language sql security definer as 'select null'" \
	"drop function decide_quietly()" "function decide_quietly() was added"
changed "a trigger" "create trigger quiet after update on decision for each row execute function suppress_redundant_updates_trigger()" \
	"drop trigger quiet on decision" "trigger decision.quiet was added"
changed "a member of the owner" "create role nosy login; grant steward_owner to nosy" "drop role nosy" "member nosy of steward_owner was added"
changed "a login that may make roles" "alter role admin createrole" "alter role admin nocreaterole" "login admin was added"
changed "an owner that is somebody" "alter table decision owner to admin" "alter table decision owner to steward_owner" "owner decision was added"
changed "an owner that may log in" "alter role steward_owner login" "alter role steward_owner nologin" "role steward_owner is another one"
finish
