# The night's chain as systemd runs it: each unit is right, and what it calls is a verb with options that there are.
. "$srcdir/tests/lib.sh"
units=$(ls "$srcdir"/systemd/*.service)
ok "there are units" "$([ "$(echo "$units" | wc -l)" -ge 3 ]; echo $?)"
for u in $units; do
	name=$(basename "$u" .service)
	ok "$name has its timer, which makes good what was missed" "$(grep -q '^Persistent=yes' "$srcdir/systemd/$name.timer"; echo $?)"
	called=$(sed -n "s/^ExecStart=.*\/usr\/bin\/steward \(.*\)/\1/p" "$u" | tr -d "'")
	verb=$(echo "$called" | sed 's/ --.*//')
	# shellcheck disable=SC2086
	help=$("$steward" $verb --help 2>&1)
	same "$name: $verb has these options" "" "$(for o in $(echo "$called" | grep -o -- '--[a-z]*'); do
		echo "$help" | grep -q -- "^  $o " || echo "$o"; done)"
done
if command -v systemd-analyze >/dev/null; then
	mkdir -p "$work/units"
	for u in "$srcdir"/systemd/*; do
		sed -e "s|/usr/bin/steward|$steward|; /^User=/d; /^Documentation=/d" "$u" >"$work/units/$(basename "$u")"
	done
	same "systemd finds nothing wrong" "" "$(systemd-analyze verify "$work"/units/*.service "$work"/units/*.timer 2>&1 | grep "$work/units\|steward-")"
	echo 'Nonsense=yes' >>"$work/units/steward-day.service"
	ok "a planted word is found" "$(systemd-analyze verify "$work"/units/steward-day.service 2>&1 | grep -q Nonsense; echo $?)"
fi
finish
