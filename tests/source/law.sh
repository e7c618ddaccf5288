# What the law sets is data: in the code of calculations and rules stand only numbers that count, shift and index.
. "$srcdir/tests/lib.sh"

# FILE:NUMBER of the code alone: no comment, text, example, place of a list, part of a text or decimals of a rounding.
numbers() {	# FILE...
	awk 'BEGIN { RS = "\001" }
		# The braces that begin at once, with what is in them.
		function braces(s,  n, i, c) {
			for (i = 1; i <= length(s); i++) {
				c = substr(s, i, 1)
				n += c == "{" ? 1 : c == "}" ? -1 : 0
				if (n == 0) return i
			}
		}
		{
			gsub(/--[^\n]*/, ""); gsub(/"[^"\n]*"/, "")
			while (match($0, /(cases|given|gives|facts) = \{/)) {
				rest = substr($0, RSTART + RLENGTH - 1)
				$0 = substr($0, 1, RSTART - 1) substr(rest, braces(rest) + 1)
			}
			n = split($0, line, "\n"); $0 = ""
			for (i = 1; i <= n; i++) {
				if (line[i] ~ /round\(/) gsub(/, [0-9]\)/, ")", line[i])
				$0 = $0 line[i] "\n"
			}
			gsub(/case\([^\n]*/, ""); gsub(/:sub\([^()]*(\([^()]*\))*[^()]*\)/, ""); gsub(/\[[0-9]+\]/, "")
			gsub(/[A-Za-z_][A-Za-z_0-9.]*|0x[0-9A-F]+/, " ")
			while (match($0, /[0-9]+(\.[0-9]+)?/)) {
				print FILENAME ":" substr($0, RSTART, RLENGTH)
				$0 = substr($0, RSTART + RLENGTH)
			}
		}' "$@" | sed "s|^$srcdir/lua/||" | sort -u
}

# 0, 1 and 2, percent and the months of a year anywhere; what else counts, by file.
counting="calculations/adjustment.lua 24 11 31 10000 5000: twelfths and hundredths of a percent, the last of December
calculations/claims/settlement.lua 3 4 5: ordinals in words
calculations/codes.lua 7 8 10 11 15 17 18 31 48: places and weights of numbers of persons and units (GB 11643, GB 32100)
calculations/employment/subsidy.lua 4: a year in a text
calculations/foreign.lua 4 1946 2200: quarters of a year, years that can be
calculations/pension.lua 10 11 24 120: twelfths of a year, tenths of a month
calculations/retirement.lua 1949 2200: years that can be
calculations/retirement/application.lua 3: steps to a month that stands
calculations/status.lua 01 02 7 1200 2025 190000: months in texts, years that can be
lib/claims/claim_lines.lua 24 60 1440: hours and minutes of a day
lib/claims/claim_words.lua 3: places of a list, bytes of a word
lib/claims/claim_words.lua 3 64: ordinals in words, places of a code page
rules/employment/benefit.lua 13: the first month of the second year
rules/retirement/amount.lua 10000: four decimals of an index
rules/retirement/award_differs.lua 10000: four decimals of an index
rules/retirement/reassess.lua 10000: four decimals of an index"
allowed=$(printf '%s\n' "$counting" | awk '{ sub(/:.*/, ""); for (i = 2; i <= NF; i++) print $1 ":" $i }' | sort -u)
set -- $(find "$srcdir/lua/calculations" "$srcdir/lua/rules" "$srcdir/lua/lib" -name '*.lua' | sort)
numbers "$@" | grep -vE ':(0|1|2|12|100)$' >"$work/numbers"
same "no figure of the law stands in the code of a calculation or a rule" "" "$(printf '%s\n' "$allowed" | comm -13 - "$work/numbers")"
same "and what is let through is still there" "" "$(printf '%s\n' "$allowed" | comm -23 - "$work/numbers")"
sed 's/scale.marginal(/0.16 * &/' "$srcdir/lua/calculations/foreign.lua" >"$work/planted.lua"
same "a rate in the code is found" 1 "$(numbers "$work/planted.lua" | grep -c ':0.16$')"
ok "many texts are read" "$([ $# -gt 60 ]; echo $?)"
finish
