# A file whose rows name an insured person, a nurse with a number of another kind and a provider: each is found by
# one join, doubt about one is one task that says which, and what a clerk accepts is applied as it would have been.
. "$srcdir/tests/lib.sh"
needs risk
mods="$work/matches"
mkdir -p "$mods" && chmod 755 "$mods" && cp "$builddir"/lib/steward/modules/*.so "$mods/"
sed -e "s|^modules_folder.*|modules_folder = \"$mods\";|" -e 's|^modules = (|modules = ( "care",|' \
	"$builddir/steward.conf" >"$work/matches.conf"

care() {	# CFLAGS...: the module, built as outside the tree, and the schema made by it
	rm -f "$mods/care.so"
	${CC:-cc} -shared -fPIC -I"$srcdir/core" "$@" -o "$mods/care.so" "$srcdir/tests/flow/matches/care.c" || exit 1
	chmod 755 "$mods/care.so"
	said=$(stm postgres migrate 2>&1)
}
stm() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/matches.conf"; }
take() {	# FEED LINES...: a file of these lines, kept or not
	feed=$1
	shift
	printf '%s\n' "$@" >"$work/$feed.csv"
	said=$(stm batch import "$feed" "$work/$feed.csv" --date 2025-11-03 2>&1)
}
rejects() { sql "select line, column_name, reason, detail from reject where batch_id = (select max(batch_id) from batch) order by line"; }

new_db matches
city="$work/matches_city"
"$steward" generate "$city" --persons 600 --seed 3 >/dev/null 2>&1
care
same "the schema is made with the module" 0 $?
same "the kind of number is named in it" "residence|care|permanent residence card" \
	"$(sql "select * from ident_kind where id_kind <> 'cn18'")"
stm batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
area=$(sql "select min(region_code) from person")

take foreigner card,name,sex,born,area "A12345678,Anna Smith,F,1980-02-03,$area" "B11111117,Bo Li,M,1985-01-01,$area" \
	"C11111111,Wrong,M,1985-01-01,$area" "D11111117,Nowhere,M,1985-01-01,999999" "A12345678,Anna Again,F,1980-02-03,$area"
same "persons come in by a number of another kind" "4|card|id|has a wrong last digit
5|area|unknown code|unknown code \"999999\" (expected one of the table region)
6|card|duplicate|the number appears earlier in this file" "$(rejects)"
anna=$(sql "select person_id from person_ident where id_kind = 'residence' and id_no = 'A12345678'")
same "they are found by it" "$anna" "$(stm clerk search A1234 --format csv | tail -1 | tr -d '\r' | awk -F, '{ print $NF }')"
same "and looked at" 1 "$(stm clerk person A12345678 | grep -c 'Anna Smith')"

person() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2,4; }
head=visit_no,id_no,name,birth_date,nurse_card,nurse,licence,provider,day,from,to,service,units,balance,remarks
rest=2025-11-02,09:30,10:15:30,bath,2.25,-0.1234,calm\|slept
take visit $head "v1,$(person 2),A12345678,Anna Smith,P-1,Sunrise,$rest" \
	"v2,$(person 2),A12345678,Anna Smith,P-1,Sunrise,2025-11-02,09:30,10:15,spa,1,," \
	"v3,$(person 3),B11111117,Anna Smith,P-1,Sunrise,$rest" \
	"v4,$(person 4),B11111117,Anna Smith,P-2,Sunrise,$rest" \
	"v5,$(person 5),Z99999999,Zoe,P-1,Sunrise,$rest" \
	"v6,$(person 6),,,P-2,Moon,2025-11-02,23:59:59,00:00,meal,0.5,," \
	"v7,$(person 7),,,P-1,Sunrise,2025-11-02,24:00,10:15,bath,1,," \
	"v8,330681193001010015,$(person 8 | cut -d, -f2,3),A12345678,Anna Smith,P-1,Sunrise,$rest" \
	"v9,$(person 9),,,P-9,Sunrise,$rest" \
	"v10,$(person 10),,,P-1,Sunrise,2025-11-02,09:30,10:15,bath,-1,,"
same "what is not to be taken is told by column, reason and what is expected" \
	"3|service|unknown code|unknown code \"spa\" (expected one of the table service)
6|nurse_card|person|nobody here has this number
8|from|time|invalid time (expected HH:MM or HH:MM:SS, to 23:59:59)
10|licence|unknown|unknown number
11|units|number|invalid number (expected from 0, 12 digits, at most 2 after the point)" "$(rejects)"
same "a row is applied when all it names is sure" \
	"v1|t|1|09:30:00|10:15:30|bath|2.25|-0.1234|{calm,slept}
v6||2|23:59:59|00:00:00|meal|0.50||" \
	"$(sql "select visit_no, nurse_id = $anna, provider_id, from_time, to_time, service, units, balance, remarks
		from visit order by visit_no")"
stm batch judge --date 2025-11-03 2>/dev/null
same "doubt is one task a row, of the insured person, and says which" \
	"[\"%s file: %s: %s\", \"visit\", \"nurse\", \"the number is this person's, name or birth day differ\"]|Bo Li
[\"%s file: %s: %s; %s: %s\", \"visit\", \"nurse\", \"the number is this person's, name or birth day differ\", \"provider\", \"the number is known, the name differs\"]|Bo Li
[\"%s file: %s\", \"visit\", \"name and birth day are this person's, the number is not\"]|$(person 8 | cut -d, -f2)" \
	"$(sql "select f.say, f.inputs::jsonb ->> 'identity' from finding f join person p using (person_id)
		where rule_id = 'feed.match' order by split_part(cause, ':', 2)::int")"
same "it is read so" 1 "$(stm clerk tasks --type match --format csv |
	grep -c 'visit file: nurse: the number is.*differ; provider: the number is known')"
same "and in Chinese" 1 "$(LC_ALL=zh_CN.UTF-8 stm clerk tasks --type match --format csv |
	grep -c '护士：号码是此人的.*provider：号码已知')"

causes() { sql "select person_id, cause from task where rule_id = 'feed.match' and state = 'open'
	order by split_part(cause, ':', 1)::bigint, split_part(cause, ':', 2)::int" | tr '|' ' '; }
# shellcheck disable=SC2046
set -- $(causes)
stm clerk decide "$1" feed.match "$2" accept --reason documents >/dev/null
stm clerk decide "$3" feed.match "$4" accept --reason documents >/dev/null
stm clerk decide "$5" feed.match "$6" dismiss --reason other_person >/dev/null
stm batch judge --date 2025-11-03 2>/dev/null
same "an accepted row is applied with all it names" "v3|$1|t|1|bath|{calm,slept}|4
v4|$3|t|2|bath|{calm,slept}|5" "$(sql "select v.visit_no, v.person_id, v.nurse_id = i.person_id, v.provider_id, v.service,
		v.remarks, v.line from visit v, person_ident i where i.id_no = 'B11111117' and visit_no in ('v3', 'v4') order by 1")"
same "all of them are settled" "applied applied nobody" "$(sql "select state from staged_row order by line" | paste -sd ' ')"

# Rows about no person: their doubt lies with the office.
take tariff code,licence,provider,per_unit,service "t1,P-1,Sunrise,1.234567,bath" "t2,P-2,Sunrise,2,meal"
same "a row about no person is applied" "t1 1|1.234567|bath" "$(sql "select code, per_unit, service from tariff")"
stm batch judge 2>/dev/null
# shellcheck disable=SC2046
set -- $(causes)
same "its doubt is a task of nobody in particular" 0 "$1"
stm clerk decide 0 feed.match "$2" accept --reason documents >/dev/null
stm batch judge 2>/dev/null
same "and is applied when accepted" "t1 1 t2 2" "$(sql "select code from tariff order by code" | paste -sd ' ')"
same "nobody has new facts by that" 0 "$(sql "select count(*) from touched where person_id = 0")"

care -DREJECT
take visit $head "v11,$(person 11),,,P-1,Moon,$rest" "v12,$(person 12),,,P-1,Sunrise,$rest"
same "where doubt is no task it is a reject" "2|licence|unknown|the number is known, the name differs" "$(rejects)"

care -DNO_TABLE
same "a key that is not unique makes no schema" "1 1" "$(echo "$said" | grep -c 'by a column that is not unique') $(
	sql "select count(*) from feed_match where feed = 'tariff' and from_table = 'provider'")"
care

# Rows that an older program left in doubt had columns of other names.
stm batch import death "$work/nothing.csv" --date 2025-11-03 >/dev/null 2>&1
sql "insert into batch (batch_id, feed, digest, file_name, business_day, rows_read) values (7, 'death', 'x', 'x', '2025-11-03', 1)"
ann=$(sql "select min(person_id) from person p where not exists (select from status_event s where s.person_id = p.person_id)")
sql "insert into staged_row (person_id, batch_id, line, region_code, state, why, say, about, body) select person_id, 7, 2,
	region_code, 'accepted', 'x', '[]', '{}', jsonb_build_object('line', 2, 'id_no', 'X', 'name', name, 'birth_date', birth_date,
	'day1', '2025-11-02', 'text1', 'home') from person where person_id = $ann"
sql "$(sed -n '/^update staged_row r set body/,/;$/p' "$srcdir/core/office/migrations/0020_files.sql")"
stm batch judge 2>/dev/null
same "they are applied all the same" "death|2025-11-02|home|2" \
	"$(sql "select kind, from_day, place, line from status_event where person_id = $ann")"
# Names in Latin letters, typed in capitals there and not here.
take visit $head "w1,$(person 2),A12345678,ANNA smith,P-1,SUNRISE,$rest" "w2,$(person 3),A12345678,Anne Smith,P-1,Sunrise,$rest"
same "capital letters alone make no other name, another letter does" "w1 $anna|w2 A12345678" \
	"$(sql "select visit_no || ' ' || nurse_id from visit where visit_no like 'w%'")|$(sql "select body ->> 'visit_no' || ' ' || (body ->> 'nurse_card')
		from staged_row where batch_id = (select max(batch_id) from batch)")"
finish
