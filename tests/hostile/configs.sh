# Configurations that must not start the program: exit status 2, and the message names file and line.
. "$srcdir/tests/lib.sh"
conf="$work/self.cfg"
good="$builddir/steward.conf"

refused() {	# NAME WORD...
	name=$1
	shift
	out=$(timeout 20 "$steward" module list --config "$conf" 2>&1)
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

# A quotation mark in a comment is no quotation mark.
for comment in '# it is 5" wide' '// it is 5" wide' '/* it is 5" wide */'; do
	{ echo "$comment"; cat "$good"; echo 'idle_minutes = 4294967297;'; } >"$conf"
	refused "a large number after $comment" self.cfg:9 digits
	{ echo "$comment"; cat "$good"; echo '@include "self.cfg"'; } >"$conf"
	refused "an include after $comment" self.cfg:9 @include
done
{ echo '# @include "self.cfg" and 12345678901 are words here'; cat "$good"
	printf '/* @include "x" */\n'; } >"$conf"
"$steward" module list --config "$conf" >/dev/null 2>&1
ok "comments say what they like" $?
{ cat "$good"; echo 'idle_minutes = 0x100000001;'; } >"$conf"
refused "a number in hexadecimal that would wrap" self.cfg:8
mkdir -p "$work/folder"
mkfifo "$work/pipe"
for what in folder pipe; do
	{ echo '# 5" wide'; echo "@include \"$work/$what\""; cat "$good"; } >"$conf"
	refused "an include of a $what" self.cfg:2 @include
done
{ cat "$good"; printf 'db = "ab\\x00cd";\n'; } >"$conf"
refused "a text that ends before its end" self.cfg:8 NUL
{ cat "$good"; printf 'db = "ab\000cd";\n'; } >"$conf"
refused "a byte of value 0" self.cfg

# What others could have written is not believed: the message says path and what to do.
conf_good() {
	rm -rf "$conf"
	cp "$good" "$conf"
	chmod 644 "$conf"
}
conf_good
chmod 666 "$conf"
refused "a file that others can write" self.cfg "can be written by others" "chmod go-w $conf"
conf_good
mv "$conf" "$work/other.cfg"
ln -s other.cfg "$conf"
refused "a link" self.cfg "is a link"
rm "$conf"
mkfifo "$conf"
refused "a pipe" self.cfg "is not a file"
rm "$conf"
mkdir "$conf"
refused "a folder" self.cfg "is not a file"
conf_good
mkdir -p "$work/open"
conf="$work/open/self.cfg"
cp "$good" "$conf"
chmod 777 "$work/open"
refused "a folder that others can write" "$work/open" "can be written by others"
rm -r "$work/open"
conf="$work/self.cfg"
if [ "$(id -u)" -eq 0 ]; then
	chown nobody "$conf"
	refused "somebody else's file" self.cfg "belongs to someone else"
	conf_good
fi

# So with what the configuration names: the worker and the policy texts.
with() {	# NAME VALUE: the good configuration with another one of these
	sed "s|^$1 = .*|$1 = \"$2\";|" "$good" >"$conf"
}
unbelieved() {	# NAME WORD...: told by what reads it
	name=$1
	shift
	out=$(timeout 20 "$steward" eval retirement.age "$srcdir/doc/samples/persons.csv" --config "$conf" \
		--db "$db" --as policy 2>&1)
	same "$name: exit status" 1 $?
	for word in "$@"; do
		ok "$name: says $word" "$(echo "$out" | grep -qF -- "$word"; echo $?)"
	done
}
new_db hostile_configs
cp "$builddir/lib/steward/steward-worker" "$work/worker"
chmod 777 "$work/worker"
with worker "$work/worker"
unbelieved "a worker that others can write" "$work/worker" "can be written by others"
rm "$work/worker"
mkfifo "$work/worker"
unbelieved "a worker that is a pipe" "$work/worker" "is not a file"
rm "$work/worker"
texts_to "$work/texts"
chmod -R u+w "$work/texts"
chmod 666 "$work/texts/parameters/work.lua"
with rules "$work/texts"
untaken() {	# NAME WORD
	out=$(timeout 20 "$steward" rules check --folder --config "$conf" --db "$db" --as policy 2>&1)
	ok "$1: is not taken" "$([ $? -eq 1 ]; echo $?)"
	ok "$1: says $2" "$(echo "$out" | grep -qF -- "$2"; echo $?)"
}
untaken "a policy text that others can write" "work.lua\" can be written by others"
chmod 644 "$work/texts/parameters/work.lua"
mv "$work/texts/parameters/work.lua" "$work/away.lua"
ln -s "$work/away.lua" "$work/texts/parameters/work.lua"
untaken "a policy text that is a link" "is a link"
rm "$work/texts/parameters/work.lua"
mkfifo "$work/texts/parameters/work.lua"
untaken "a policy text that is a pipe" "is not a file"
rm "$work/texts/parameters/work.lua"
{ cat "$work/away.lua"; printf '%s\000\n' '--'; } >"$work/texts/parameters/work.lua"
untaken "a policy text with a byte of value 0" "hidden"
finish
