# Configurations that must not start the program: exit status 2, and the message names file and line.
. "$srcdir/tests/lib.sh"
conf="$work/self.cfg"
good="$builddir/steward.conf"

refused() {	# NAME WORD...
	name=$1
	shift
	out=$("$steward" module list --config "$conf" 2>&1)
	status=$?
	same "$name: exit status" 2 "$status"
	for word in "$@"; do
		ok "$name: names $word" "$(echo "$out" | grep -qF -- "$word"; echo $?)"
	done
	same "$name: no raw control byte" 0 "$(printf %s "$out" | tr -d '\n' | grep -c '[[:cntrl:]]')"
}

cp "$good" "$conf"
"$steward" module list --config "$conf" >/dev/null 2>&1
ok "the good one starts" $?

rm "$conf"
refused "no such file" self.cfg
: > "$conf"
refused "an empty file" self.cfg empty
printf '# one\n# two\nidle_minutes = = 1;\n' > "$conf"
refused "a syntax error on line 3" self.cfg:3
{ cat "$good"; echo 'idle_minutes = "15";'; } > "$conf"
refused "text where a number belongs" self.cfg:8 idle_minutes
{ cat "$good"; echo 'idle_minutes = 4294967297;'; } > "$conf"
refused "an integer that would wrap to 1" self.cfg:8
{ cat "$good"; printf 'db = "x\\x1b]0;owned\\x07";\n'; } > "$conf"
refused "a control sequence in a text" self.cfg:8 db
{ echo '@include "self.cfg"'; cat "$good"; } > "$conf"
refused "a file that includes itself" self.cfg:1 @include
{ cat "$good"; echo 'db = "host=/nowhere password=secret";'; } > "$conf"
chmod 644 "$conf"
refused "a password that others can read" self.cfg password
chmod 600 "$conf"
"$steward" module list --config "$conf" >/dev/null 2>&1
ok "the same file closed to others starts" $?
{ cat "$good"; echo 'colour = "red";'; } > "$conf"
refused "a setting that is none" self.cfg:8 colour
finish
