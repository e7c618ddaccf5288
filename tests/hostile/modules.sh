# A module from outside the tree adds one of everything without a change in core; a bad one is refused
# with its reason while the others go on.
. "$srcdir/tests/lib.sh"
src="$srcdir/tests/hostile/modules/pets.c"
mods="$work/modules"
mkdir -p "$mods"
chmod 755 "$mods"

make_so() {	# NAME CFLAGS...
	name=$1
	shift
	${CC:-cc} -shared -fPIC -I"$srcdir/core" "$@" -o "$mods/$name.so" "$src" || exit 1
	chmod 755 "$mods/$name.so"
}

use() {		# NAMES: a configuration that loads these besides risk
	list='"risk"'
	for n in "$@"; do list="$list, \"$n\""; done
	sed -e "s|^modules_folder.*|modules_folder = \"$mods\";|" -e "s|^modules = .*|modules = ( $list );|" \
		-e "s|^rules.*|rules = \"$work/lua\";|" "$builddir/steward.conf" > "$work/m.conf"
}

refused() {	# NAME REASON
	out=$(timeout 30 "$steward" module list --config "$work/m.conf" 2>&1)
	ok "$1 is refused: $2" "$(echo "$out" | grep -q "left out: .*$2"; echo $?)"
	ok "$1: the others go on" "$(echo "$out" | grep -q '^risk '; echo $?)"
}

cp "$builddir/lib/steward/modules/risk.so" "$mods/" 2>/dev/null || {
	echo "ok nothing to do without the module risk"
	exit 0
}
texts_to "$work/lua"
mkdir -p "$work/lua/rules/pets"
cat > "$work/lua/rules/pets/seen.lua" <<'L'
return {
	id = "pets.seen", jurisdiction = "CN", from = "2020-01-01", basis = "a test",
	type = "pet_search", reads = { "pet_chip" }, when = { pet_chip = present },
	judge = function(p)
		return task { cause = p.pet_chip, say = T("%s", lib.pets.name(p.pet_chip)) }
	end,
}
L
mkdir -p "$work/lua/parameters/pets" "$work/lua/lib"
cat > "$work/lua/parameters/pets/work.lua" <<'L'
return {
	{ name = "work.types", part = "pets", jurisdiction = "CN", unit = "days", basis = "a test",
	  values = { { from = "2000-01-01", value = { pet_search = { days = 9, priority = 1 },
		["pets.seen"] = { days = 3, priority = 2 } } } } },
	{ name = "work.reasons", part = "pets", jurisdiction = "CN", unit = "codes", basis = "a test",
	  values = { { from = "2000-01-01", value = {
		pet_search = { search = { { code = "anyone", label = "anyone asked" } } },
		["pets.seen"] = { search = { { code = "owner", label = "the owner asked" } } } } } } },
}
L
echo 'return { name = function(chip) return "pet " .. chip end }' > "$work/lua/lib/pets.lua"

make_so pets
use pets
new_db pets
city="$work/pets_city"
"$steward" generate "$city" --persons 600 --seed 3 >/dev/null 2>&1
stm() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/m.conf"; }
said=$(stm postgres migrate 2>&1)
same "a module that the office counts on must be there" "1 1" "$? $(echo "$said" | grep -c 'is part of this office and was not loaded')"
before=$(sql "select count(*) from task_move")
same "nothing was changed without it" "$before" "$(sql "select count(*) from task_move")"
said=$(stm batch judge --date 2025-11-01 2>&1)
same "nor is anybody judged" "1 1" "$? $(echo "$said" | grep -c 'is part of this office and was not loaded')"
others=$(ls "$builddir/lib/steward/modules" | sed -n 's/\.so$//p' | grep -vx risk | paste -sd, -)
stm postgres migrate --forget "$others" 2>/dev/null
ok "its migration is applied" $?
stm batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
owner=$(sed -n 2p "$city/register.csv" | cut -d, -f1,2)
printf 'id_no,name,chip\n%s,chip-7\n' "$owner" > "$work/pet.csv"
stm batch import pet "$work/pet.csv" --date 2025-11-01 2>/dev/null
ok "its feed comes in" $?
stm batch judge 2>/dev/null
same "its sentence is made by what texts share" '["%s","pet chip-7"]' \
	"$(sql "select say from finding where rule_id = 'pets.seen'")"
same "its part of the reasons takes nobody's away" "$(cat "$srcdir"/lua/parameters/work.lua "$srcdir"/lua/parameters/risk.lua |
	sed -n '/name = "work.reasons"/,/^\t}/p' | grep -cP '^\t\t\t([a-z_]+|\["[a-z_.]+"\]) = \{$')" \
	"$(sql "select count(distinct task_type) from reason where task_type !~ 'pet'")"
same "its rule makes its task, with its own clock" "pet_search|chip-7|open|3" \
	"$(sql "select task_type, cause, state, due - opened_on from task where rule_id = 'pets.seen'")"
stm clerk decide "${owner%%,*}" pets.seen chip-7 search --reason anyone >/dev/null 2>"$work/said"
same "the rule's own reasons count, not its kind's" 1 "$(grep -c '"anyone" is not a reason' "$work/said")"
stm clerk decide "${owner%%,*}" pets.seen chip-7 search --reason owner >/dev/null 2>"$work/pets.err" ||
	cat "$work/pets.err"
same "its move has its effect" t "$(sql 'select lost from pet')"
same "the decision names the row of the file" "pet.csv" \
	"$(sql "select split_part(inputs -> 'sources' -> 0 ->> 'file', '/', 2) from decision where rule_id = 'pets.seen'")"
same "its verb lists what it has" "chip chip-7" "$(stm clerk pets list --format csv | tr '\n\r' '  ' | xargs)"
same "another takes an argument and an option" 1 "$(stm clerk pets find --title Chips chip-7 | grep -c chip-7)"
said=$(stm clerk pets find chip-8 2>&1)
same "and says what is wrong" "2 1" "$? $(echo "$said" | grep -c 'nobody has that pet')"
same "usage names both" 1 "$("$steward" --help --config "$work/m.conf" 2>/dev/null | grep '^  pets ' | grep -c ' find')"
said=$(stm clerk pets find 2>&1)
same "too few words are told how it is used" "2 1" "$? $(echo "$said" | grep -c 'use: steward pets find CHIP')"
stm batch refresh 2>/dev/null
ok "its figure is on the board" "$(stm clerk board --format csv | grep -q 'P1,Pets.*,1,'; echo $?)"
same "it says what it brings" 1 "$(stm clerk module list | grep -c '^pets .*1 facts, 1 feeds, 1 task types, 1 screens, 1 commands, 1 keys, 1 figures')"

sed 's/pet_search = { days = 9/suspend = { days = 9/' "$work/lua/parameters/pets/work.lua" > "$work/lua/parameters/pets/other.lua"
sed -i 's/part = "pets"/part = "other"/' "$work/lua/parameters/pets/other.lua"
out=$(stm policy rules check --folder 2>&1)
ok "what one part says no other one may" "$(echo "$out" | grep -q '"pets.seen" is also defined in'; echo $?)"
rm "$work/lua/parameters/pets/other.lua"

make_so bad -DINTERFACE=99
use bad && refused "another interface" "interface number is 99"
make_so bad -DSIZE=8
refused "another size" "struct size is 8"
make_so bad -DSYMBOL=other_name
refused "no symbol" "no symbol steward_module"
make_so bad '-DNAME="risk"'
refused "a name that is taken" "another module is called \"risk\""
make_so bad '-DNAME="worse"'
refused "another name than its file's" "calls itself \"worse\""
make_so bad -DWRONG_KEY '-DNAME="bad"'
refused "a key without command" "names no command: \"open.nothing\""
make_so bad -DWRONG_FIELD '-DNAME="bad"'
refused "a field that no column can be called" "drop table person\\\" of feed \\\"pet\\\" cannot be the name of a column"
make_so bad -DWRONG_MOVE '-DNAME="bad"'
refused "a second person's move without a proposal" "settles what nobody has proposed"
make_so bad '-DNAME="bad"' '-DVERB="tasks"'
use bad && refused "a verb outside of its name" "does not begin with the module's name"
make_so bad '-DNAME="bad"' '-DWRONG_LIST="tasks"'
refused "a list whose verbs are another's" "list \"chips\" lacks title, what is due, columns or words, or its verbs are another's"
make_so bad '-DNAME="bad"' '-DWRONG_LIST="bad pay"'
use bad
same "a list of which nothing in the schema says what is due" 1 "$(new_db pets_list
	stm postgres migrate --forget "$others" 2>&1 | grep -c 'is not a function of the schema')"
sql_in postgres "drop database pets_list"
make_so bad '-DNAME="bad"'
use pets bad && refused "a name of another module" "is also in module \"pets\""
make_so bad -DWRONG_SCREEN '-DNAME="bad"'
use bad && refused "a screen of the program" "screen \"queue\" is the program's own"
make_so bad -DWRONG_COLUMN '-DNAME="bad"'
refused "a column that the statement has not" "shows column 3 of \"pet_list\", which has 1"
make_so bad '-DNAME="bad"'
use bad
size=$(wc -c < "$mods/bad.so")
head -c $((size / 2)) "$mods/bad.so" > "$mods/half.so"
mv "$mods/half.so" "$mods/bad.so"
chmod 755 "$mods/bad.so"
refused "half a file" "cut short"
echo "no module" > "$mods/bad.so"
refused "a text" "is not a module"
make_so bad '-DNAME="bad"'
chmod o+w "$mods/bad.so"
refused "a file that others can write" "can be written by others"
rm "$mods/bad.so"
mkdir "$mods/bad.so"
refused "a folder" "is not a file"
rmdir "$mods/bad.so"
refused "a file that is not there" "could not open"
mkfifo "$mods/bad.so"
refused "a pipe" "is not a file"
rm "$mods/bad.so"
make_so bad '-DNAME="bad"'
mv "$mods/bad.so" "$work/out.so"
ln -s "$work/out.so" "$mods/bad.so"
refused "a link out of the folder" "leads out of its folder"
rm "$mods/bad.so"
make_so bad '-DNAME="bad"' -DAT_LOAD='for (;;) ;'
refused "a module that hangs when it is loaded" "took too long to load"
make_so bad '-DNAME="bad"' -DAT_LOAD='__builtin_trap();'
refused "a module that crashes when it is loaded" "crashed when it was loaded"
make_so bad '-DNAME="bad"' -DAT_LOAD='exit(0);'
refused "a module that ends the program" "ended the program when it was loaded"
make_so bad '-DNAME="bad"' -DAT_UNLOAD='abort();'
refused "a module that crashes when it is taken out" "crashed when it was loaded"
make_so bad '-DNAME="bad"'
chmod 777 "$mods"
out=$("$steward" module list --config "$work/m.conf" 2>&1)
ok "a folder that others can write" "$(echo "$out" | grep -q "$mods\\\" can be written by others"; echo $?)"
chmod 755 "$mods"
finish
