# What calculations, tools and commands say to people can be read in Chinese.
. "$srcdir/tests/lib.sh"

# Texts marked in Lua, and in C of the worker that makes the same; with their quotes.
said() {
	grep -ohE '(\bL|\bT\(|host\.T\(|refuse\(L, &?t, )"([^"\\]|\\.)*"' "$@" | sed -E 's/^[^"]*//' | sort -u
}

# The texts in C that stand after what the pattern matches up to their quote, the parts of one put together.
texts_after() {	# PATTERN FILES
	awk -v pattern="$1" '
	function tell(s,   text, part) {
		while (match(s, pattern)) {
			s = substr(s, RSTART + RLENGTH - 1)
			text = ""
			while (match(s, /^[ \t\n]*"([^"\\]|\\.)*"/)) {
				part = substr(s, 1, RLENGTH)
				s = substr(s, RLENGTH + 1)
				sub(/^[^"]*"/, "", part)
				sub(/"$/, "", part)
				text = text part
			}
			print "\"" text "\""
		}
	}
	FNR == 1 { tell(all); all = "" }
	{ all = all $0 "\n" }
	END { tell(all) }' $2 | sort -u
}
said_in_c() { texts_after '(^|[^A-Za-z0-9_])N?_[(][ \t\n]*"' "$*"; }
errors() { texts_after '(ERR[(][^,]*, *ERR_[A-Z]+|err_(hint|detail|errno)[(][^,]*),[ \t\n]*"' "$*" | grep '[a-z][a-z ]*[a-z] '; }

# What functions of the database raise, and what they tell to do.
raised() {
	awk -v q="'" '
	/raise exception/ { inside = 1 }
	inside { all = all $0 "\n" }
	inside && /;$/ { inside = 0; all = all ";;" }
	END {
		gsub(q "[ \t\n]+" q, "", all)
		gsub(q q, "\001", all)	# a quote inside of a text
		while (match(all, q "[^" q "]*" q)) {
			text = substr(all, RSTART + 1, RLENGTH - 2)
			all = substr(all, RSTART + RLENGTH)
			gsub(/"/, "\\\"", text)
			gsub("\001", q, text)
			if (text ~ / /) print "\"" text "\""
		}
	}' "$@" | sort -u
}

# Messages in C that nobody marked.
unmarked() {
	grep -nE '(ERR\(e, ERR_[A-Z]+|err_hint\(e|err_errno\(e), *"[^%]|(printf\((stderr, )?|f?puts\()"[^"]*[a-z]{2} [a-z]{2}' "$@"
}

awk '/^msgid "/ { id = substr($0, 7) } /^msgstr "./ && !/^msgstr ""$/ { print id }' "$srcdir/po/zh_CN.po" >"$work/words"
untranslated() {	# the texts on the standard input that are not in the catalogue
	grep -vxFf "$work/words"
}

same "no text of a calculation is left in English" "" \
	"$(said "$srcdir"/lua/calculations/*.lua "$srcdir"/lua/calculations/*/*.lua "$srcdir"/lua/lib/*/*.lua "$srcdir"/core/book/*.lua "$srcdir/core/sandbox/hostvalue.c" | untranslated)"
echo 'error(T("nobody said \"this\" in Chinese"))' >"$work/new.lua"
same "a new one is found" '"nobody said \"this\" in Chinese"' "$(said "$work/new.lua" | untranslated)"
ok "and there are many" "$([ "$(said "$srcdir"/lua/calculations/*.lua | wc -l)" -gt 100 ]; echo $?)"

phrases() { grep -ohE 'say = "[^"]*"' "$srcdir/lua/parameters/phrases.lua" | cut -c 7-; }
same "nor a phrase that is often said" "" "$(phrases | untranslated)"
ok "of which there are some" "$([ "$(phrases | wc -l)" -gt 10 ]; echo $?)"

# Articles, kinds of text that letters and explanations cite; a text in several parts is put together.
cited() {
	awk '/basis = "/ { sub(/.*basis = /, ""); all = ""
		while (match($0, /^[ \t]*(\.\. *)?"([^"\\]|\\.)*"/)) {
			part = substr($0, 1, RLENGTH); $0 = substr($0, RLENGTH + 1)
			sub(/^[^"]*"/, "", part); sub(/"$/, "", part); all = all part
			if ($0 ~ /^[ \t]*$/ && (getline line) > 0) $0 = line
		}
		print "\"" all "\"" }' "$@" | sort -u
}
same "no article is cited in English" "" "$(cited "$srcdir"/lua/parameters/*.lua "$srcdir"/lua/parameters/*/*.lua "$srcdir"/lua/calculations/*.lua \
	"$srcdir"/lua/calculations/*/*.lua \
	"$srcdir"/lua/rules/*/*.lua | untranslated)"
ok "of which there are many" "$([ "$(cited "$srcdir"/lua/parameters/*.lua | wc -l)" -gt 40 ]; echo $?)"

tools="$srcdir/core/grammar/*.lua $srcdir/core/toolbox/*.lua $srcdir/core/article/*.lua"
same "nor one of the tools" "" "$(said $tools | untranslated)"
same "nor what is said of a text's letters" "" "$(grep -ohE 'return "[^"]*"' "$srcdir/core/sandbox/lint.c" | cut -c 8- | untranslated)"
ok "of which there are many" "$([ "$(said $tools | wc -l)" -gt 100 ]; echo $?)"

commands="$srcdir/core/cli/batch.c $srcdir/core/host/texts.c $srcdir/core/host/document.c"
for c in "$srcdir"/core/policy/*.c "$srcdir"/core/article/*.c "$srcdir"/core/ask/*.c "$srcdir"/core/setup/*.c "$srcdir"/core/declared/*.c "$srcdir"/core/eval/*.c "$srcdir"/core/cli/explain*.c; do
	commands="$commands $c"
done
same "nor one of the commands of a policy officer" "" "$(said_in_c $commands | untranslated)"
same "nor one of a module's commands" "" "$(
	said_in_c $(ls "$srcdir"/modules/*/*.c | grep -v /example/) | untranslated)"
# The job of a kind of task stands in lists as the modules name it.
same "nor the job of a kind of task" "" "$(sed -n '/struct job [a-z_]*\[\] =/,/};/p' "$srcdir"/core/agency/*.c "$srcdir"/modules/*/*.c |
	grep -oE '\{ "[a-z_]+"' | grep -oE '"[a-z_]+"' | untranslated)"
same "nor what is said of a person to a person" "" "$(said_in_c "$srcdir"/core/say/*.c "$srcdir"/core/cli/letter_verb.c | untranslated)"
same "where none is without a mark" "" "$(unmarked $commands)"
printf 'ERR(e, ERR_USAGE, _("nobody said "\n\t"\\"this\\" either"));\n' >"$work/new.c"
same "a new one is found there too" '"nobody said \"this\" either"' "$(said_in_c "$work/new.c" | untranslated)"
printf '\tERR(e, ERR_USAGE, "nobody marked this");\n\tprintf("nor this %%d\\n", n);\n' >"$work/new.c"
same "and one without a mark" 2 "$(unmarked "$work/new.c" | wc -l | tr -d ' ')"

# Errors are said where they arise; the program's language is put in there.
rooms=
for r in base db rule facts office lines intake judge outlook decisions figures city; do
	rooms="$rooms $srcdir/core/$r/*.c"
done
rooms="$rooms $srcdir/core/cli/letter_verb.c $srcdir/core/cashier/payable.c"
same "no error of the lower rooms is left in English" "" "$(errors $rooms | untranslated)"
ok "of which there are many" "$([ "$(errors $rooms | wc -l)" -gt 50 ]; echo $?)"
same "nor one of the database" "" "$(raised "$srcdir"/core/[!a]*/*.sql "$srcdir"/modules/*/*functions.sql | untranslated)"
ok "of which there are some" "$([ "$(raised "$srcdir"/core/[!a]*/*.sql | wc -l)" -gt 20 ]; echo $?)"
known=$(sed -n '/server_formats\[\]/,/};/p' "$srcdir/core/say/say.c" >"$work/formats.c"; said_in_c "$work/formats.c")
same "what the database puts values into is known" "$(raised "$srcdir"/core/[!a]*/*.sql "$srcdir"/modules/*/*functions.sql | grep %s)" "$known"
printf "\t\traise exception using errcode = 'ST404', message = 'nobody has '\n\t\t\t'said \"this\"';\n" >"$work/new.sql"
same "a new one is found there" '"nobody has said \"this\""' "$(raised "$work/new.sql" | untranslated)"
printf 'return ERR(e, ERR_DB, "nobody said "\n\t"that");\n' >"$work/new.c"
same "and in the lower rooms" '"nobody said that"' "$(errors "$work/new.c" | untranslated)"
finish
