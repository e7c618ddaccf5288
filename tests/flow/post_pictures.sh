# Letters looked at as pictures: no ink outside the margins, every page numbered, every word of the letter on it in a font that is
# in the file, the code readable; in both languages, with names that are long, rare, or that no font has.
. "$srcdir/tests/lib.sh"
needs retirement
for tool in pdftoppm pdftotext pdffonts pdfinfo; do
	command -v "$tool" >/dev/null || { echo "ok nothing to look with: $tool (poppler-utils)"; exit 0; }
done
small_city post_pictures 2000 11
st batch judge --date 2025-11-01 2>/dev/null
rule=retirement.certification_overdue
living() { sql "select person_id from task where rule_id = '$rule' and state = 'open' order by 1" | sed -n "$1p"; }
ann=$(living 1) ben=$(living 2) cem=$(living 3) dan=$(living 4)
sql "insert into contact (person_id, kind, value, valid_from, region_code, batch_id, line) select person_id, 'address',
	'诸暨市暨阳街道' || person_id || '号', '2025-01-01', region_code, 1, 1 from person where person_id in ($ann, $ben, $cem, $dan)"
long='买买提艾力·阿卜杜热合曼·吐尔逊江·阿布力克木·努尔麦麦提·依斯拉木江·玉素甫·喀迪尔'
sql "update person set name = '$long' where person_id = $ann; update person set name = '欧阳娜娜䶮' where person_id = $ben;
	update contact set value = '诸暨市' || repeat('暨阳街道某某新村东区十二幢三单元', 8) where person_id = $ann and kind = 'address';
	update person set name = 'Alexandrina-Wilhelmina' || repeat('xyzzyx', 14) where person_id = $cem"
cause() { sql "select cause from task where person_id = $1 and rule_id = '$rule'"; }
first=$(sql "select code from reason where task_type = reason_kind('$rule', 'suspend', 'propose') and event = 'propose' order by sort limit 1")
move() { st clerk decide "$1" $rule "$(cause "$1")" propose "--reason" "$first" >/dev/null 2>&1; }
out="$work/pictures"
mkdir "$out"
send() { st batch post send --folder "$out" --at 12:00 2>"$work/send.log"; }
letter() { sql "select message_id from message where person_id = $1 and channel = 'letter'"; }

# What is dark on a page, in points: left, top, right, bottom.
ink() {	# FILE OF A PAGE
	head -c 40 "$1" | tr '\n' ' ' | { read -r _ width height _; tail -c $((width * height)) "$1" | od -An -v -tu1 -w"$width" |
		awk -v left="$width" -v top="$height" '{ for (i = 1; i <= NF; i++) if ($i < 160) { if (i - 1 < left) left = i - 1; if (i > right) right = i
			if (NR - 1 < top) top = NR - 1; bottom = NR } } END { print left + 0, top + 0, right + 0, bottom + 0 }'; }
}
# Margins of 64 points, the foot above 30; what leans over by a point is none.
outside() {	# LETTER
	rm -f "$work"/page-*.pgm
	pdftoppm -r 72 -gray "$1" "$work/page"
	for page in "$work"/page-*.pgm; do
		# shellcheck disable=SC2046
		set -- $(ink "$page")
		[ $# -eq 4 ] && [ "$3" -gt 100 ] && [ "$1" -ge 63 ] && [ "$2" -ge 62 ] && [ "$3" -le 532 ] && [ "$4" -le 814 ] || echo "$page $*"
	done
}
pages() { pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'; }
numbers() { pdftotext -layout "$1" - | grep -oE '^ *[0-9]+ +· +[0-9]+$' | awk '{ print $NF }' | tr '\n' ' '; }
alone() { pdffonts "$1" | sed 1,2d | awk '{ if ($(NF - 4) != "yes" || $(NF - 2) != "yes") print }'; }
# The words of a letter, and those of its picture: what was broken over lines is put together again, a
# dash at their end among it; one that the program adds is another character.
words() { tr -d ' \n\f\r-'; }
whole() {	# MESSAGE FILE: what is missing of the letter's lines
	pdftotext "$2" - | words >"$work/seen"
	sql "select body from message where message_id = $1" | while read -r line; do
		grep -qF -- "$(printf %s "$line" | words)" "$work/seen" || echo "$line"
	done
}
code() { pdftoppm -r 150 -f 1 -l 1 -png "$1" "$work/code"; zbarimg -q --raw "$work"/code-*1.png 2>/dev/null | head -1; rm -f "$work"/code-*.png; }

looked_at() {	# WHAT PERSON PAGES
	m=$(letter "$2")
	file="$out/letter-$m-1.pdf"
	ok "$1: it went" "$(test -s "$file"; echo $?)"
	same "$1: no ink outside the margins" "" "$(outside "$file")"
	same "$1: its pages are numbered" "$3 $(seq -s ' ' 1 "$3") " "$(pages "$file") $(numbers "$file")"
	same "$1: its fonts are in it" "" "$(alone "$file")"
	same "$1: nothing of the letter is missing" "" "$(whole "$m" "$file")"
	command -v zbarimg >/dev/null && same "$1: the code can be read" "$m" "$(code "$file")"
	[ -z "${PRINT_KEEP:-}" ] || cp "$file" "$PRINT_KEEP/$2.pdf"
}
move "$ann"
st clerk post wish "$cem" any --lang en >/dev/null 2>&1
move "$cem"
move "$ben"
send
looked_at "a long name and a long address" "$ann" 1
looked_at "a word without end" "$cem" 1
case $(sql "select state from message where message_id = $(letter "$ben")") in
sent) looked_at "a rare name" "$ben" 1 ;;
*) same "a rare name waits for a font" "no font of this machine has every character of the letter" "$(sql "select why from message where message_id = $(letter "$ben")")" ;;
esac

# Words that a person adds until the letter has pages.
sql "update work_message set words = true where kind = 'suspend' and state = 'proposed'"
st clerk post wish "$dan" any --lang en >/dev/null 2>&1
move "$dan"
m=$(letter "$dan")
same "words without end are refused" "the words of a letter are 4000 characters at most" "$(st clerk post words "$m" "$(printf '%4001s' x)" 2>&1 | sed -n 's/^steward: //p')"
st clerk post words "$m" "$(for i in $(seq 1 40); do echo "We have called you at home for the time number $i, and nobody came to the door of the house."; done)" >/dev/null
send
signature=$(sql "select encode(sha256(convert_to(body, 'UTF8')), 'hex') from message where message_id = $m")
st reviewer post approve "$m" "$signature" >/dev/null
send
looked_at "a letter of pages" "$dan" 2
# The test sees what it looks for: a letter whose ink goes over the edge, and one without a line.
pdftoppm -r 72 -gray -x 60 -W 535 -y 0 -H 842 "$out/letter-$(letter "$ann")-1.pdf" "$work/shift"
# shellcheck disable=SC2046
set -- $(ink "$work"/shift-*1.pgm)
ok "ink at the edge is seen" "$(test "$1" -lt 63; echo $?)"
same "a line that is not there is seen" 1 "$(whole "$m" "$out/letter-$(letter "$ann")-1.pdf" | grep -c 'number 40')"
finish
