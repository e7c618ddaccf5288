# Letters on paper: PDF with embedded fonts, the same bytes for the same letter, no box in place of a character; words
# that a person adds, and an approval of exactly these bytes.
. "$srcdir/tests/lib.sh"
needs retirement
small_city post_print 2000 11
st batch judge --date 2025-11-01 2>/dev/null
rule=retirement.certification_overdue
living() { sql "select person_id from task where rule_id = '$rule' and state = 'open' order by 1" | sed -n "$1p"; }
ann=$(living 1) ben=$(living 2) cem=$(living 3)
sql "insert into contact (person_id, kind, value, valid_from, region_code, batch_id, line) select person_id, 'address',
	'诸暨市暨阳街道' || person_id || '号', '2025-01-01', region_code, 1, 1 from person where person_id in ($ann, $ben, $cem)"
sql "update person set name = '欧阳娜娜䶮阿卜杜热合曼·买买提艾力江' where person_id = $ann"
cause() { sql "select cause from task where person_id = $1 and rule_id = '$rule'"; }
move() { st "$1" decide "$2" $rule "$(cause "$2")" "$3" --reason "$4" 2>&1 >/dev/null; }
first=$(sql "select code from reason where task_type = reason_kind('$rule', 'suspend', 'propose') and event = 'propose' order by sort limit 1")
out="$work/post_print_out"
mkdir "$out"
send() { st batch post send --folder "$out" --at 12:00 2>"$work/send.log"; }
state() { sql "select state || '|' || why from message where message_id = $1"; }

# A template that leaves words to a person, and somebody who looks at the bytes.
sql "update work_message set words = true, look = true where kind = 'suspend' and state = 'proposed'"
st clerk post wish "$ben" any --lang en
move clerk "$ben" propose "$first"
m=$(sql "select message_id from message where person_id = $ben and channel = 'letter'")
send
same "what has to be written by somebody does not go by itself" "draft|" "$(state "$m")"
same "nor is it approved before it is written" "message $m is \"draft\" by now" \
	"$(st reviewer post approve "$m" x 2>&1 | sed -n 's/^steward: //p')"
st clerk post words "$m" "We have called you twice at home." >/dev/null
send
same "rendered with the words it waits for somebody who looks at it" "draft|" "$(state "$m")"
same "the words are in it" 1 "$(st clerk post show "$m" | grep -c 'called you twice')"
signature=$(sql "select encode(sha256(convert_to(body, 'UTF8')), 'hex') from message where message_id = $m")
same "that is somebody else" "this is reserved for the role reviewer" "$(st clerk post approve "$m" "$signature" 2>&1 | sed -n 's/^steward: //p')"
sql "update message set who = 'manager' where message_id = $m"
same "not who wrote it" "a letter needs a second person" "$(st manager post approve "$m" "$signature" 2>&1 | sed -n 's/^steward: //p')"
same "of exactly what was looked at" "the letter is not what was looked at" "$(st reviewer post approve "$m" "${signature%?}0x" 2>&1 | sed -n 's/^steward: //p')"
st reviewer post approve "$m" "$signature" >/dev/null
same "then it may go" "ready|" "$(state "$m")"
send
same "and goes" "sent|" "$(state "$m")"
file="$out/letter-$m-1.pdf"
same "as a PDF" "%PDF" "$(head -c 4 "$file")"
same "whose digest is kept" "letter-$m-1 sha256:$(sha256sum "$file" | cut -c 1-64)" "$(sql "select ref from message where message_id = $m")"
ok "with its fonts" "$(grep -aq FontFile "$file"; echo $?)"
st clerk post print "$m" >"$work/again.pdf"
ok "printed again it is the same to the byte" "$(cmp -s "$file" "$work/again.pdf"; echo $?)"

# Names that no font has.
sql "update work_message set words = false, look = false where kind = 'suspend' and state = 'proposed'"
move clerk "$ann" propose "$first"
a=$(sql "select message_id from message where person_id = $ann and channel = 'letter'")
sql "update person set name = '王' || U&'\+0323AF' where person_id = $cem"
move clerk "$cem" propose "$first"
c=$(sql "select message_id from message where person_id = $cem and channel = 'letter'")
send
case $(state "$a") in
sent*) ok "a rare name is printed where a font has it" "$(grep -aq FontFile "$out/letter-$a-1.pdf"; echo $?)" ;;
*) same "or waits for one" "ready|no font of this machine has every character of the letter" "$(state "$a")" ;;
esac
same "a name that no font has gets no box" "ready|no font of this machine has every character of the letter" "$(state "$c")"
same "and no file" "" "$(ls -A "$out" | grep -- "-$c-")"

# One key on the screen: a copy into the export folder, once.
sql_as clerk "select message_print($m)" >/dev/null
send
same "a copy for the printer" "print-$m-1.pdf" "$(ls "$out" | grep print)"
ok "which is the letter" "$(cmp -s "$file" "$out/print-$m-1.pdf"; echo $?)"
rm "$out/print-$m-1.pdf"
send
same "once" "" "$(ls "$out" | grep print)"
sql_as clerk "select message_print($m)" >/dev/null
send
same "until somebody wants another" "print-$m-2.pdf" "$(ls "$out" | grep print)"
[ -z "${PRINT_KEEP:-}" ] || cp "$out"/*.pdf "$PRINT_KEEP"
finish
