# Turns a .sql file into C: one constant per statement and an enum of its columns.
#
#   -- statement: task_queue          starts a statement; the constant is TASK_QUEUE
#   -- params: region int4, n int4    what $1, $2 ... are
#   -- columns: person_id int8, ...   what comes back; enum TASK_QUEUE_PERSON_ID ...
#
# awk -v out=h gives the header, -v out=c the source, -v base=NAME the name of both.
# -v id=core_office_task names what holds them all.  A file without "-- statement:" becomes one
# constant text ID_text: a migration.
function flush_statement(  i, n, list, w) {
	if (!name)
		return
	sub(/[ \n]*;[ \n]*$/, "", body)
	upper = toupper(name)
	n = split(columns, list, /, */)
	if (columns == "")
		n = 0
	m = split(params, plist, /, */)
	if (params == "")
		m = 0
	if (out == "h") {
		printf "extern const struct stmt %s;\n", upper
		if (n) {
			printf "enum {\n"
			for (i = 1; i <= n; i++) {
				split(list[i], w, " ")
				printf "\t%s_%s,\n", upper, toupper(w[1])
			}
			printf "};\n"
		}
	} else {
		if (n) {
			printf "static const char *const %s_columns[] = {\n", name
			for (i = 1; i <= n; i++)
				printf "\t\"%s\",\n", list[i]
			printf "};\n"
		}
		if (m) {
			printf "static const char *const %s_params[] = {\n", name
			for (i = 1; i <= m; i++)
				printf "\t\"%s\",\n", plist[i]
			printf "};\n"
		}
		printf "const struct stmt %s = {\n\t.name = \"%s\",\n\t.nparams = %d,\n\t.ncolumns = %d,\n", upper, name, m, n
		if (n) printf "\t.columns = %s_columns,\n", name
		if (m) printf "\t.params = %s_params,\n", name
		printf "\t.text =\n%s};\n\n", quoted(body)
	}
	all = all "\t&" upper ",\n"
	name = ""
}
function quoted(text,  lines, n, i, s, r) {
	n = split(text, lines, "\n")
	r = ""
	for (i = 1; i <= n; i++) {
		s = lines[i]
		if (s == "")
			continue
		gsub(/\\/, "&&", s)
		gsub(/"/, "\\\"", s)
		r = r "\t\"" s "\\n\"\n"
	}
	return r == "" ? "\t\"\"\n" : r
}
BEGIN {
	guard = toupper(id) "_SQL_H"
	gsub(/[^A-Z0-9_]/, "_", guard)
	if (out == "h")
		printf "/* Made from %s.sql. */\n#ifndef %s\n#define %s\n\n#include \"stmt.h\"\n\n", base, guard, guard
	else
		printf "/* Made from %s.sql. */\n#include \"%s_sql.h\"\n\n#include <stddef.h>\n\n", base, base
}
/^-- statement: / { flush_statement(); name = $3; params = columns = body = ""; found = 1; next }
name && /^-- params: / { p = substr($0, 12); params = params == "" ? p : params ", " p; next }
name && /^-- columns: / { c = substr($0, 13); columns = columns == "" ? c : columns ", " c; next }
/^[ \t]*--/ && name { next }
{ if (name) body = body $0 "\n"; else whole = whole $0 "\n" }
END {
	flush_statement()
	if (!found) {
		if (out == "h")
			printf "extern const char %s_text[];\n", id
		else
			printf "const char %s_text[] =\n%s;\n", id, quoted(whole)
	} else if (out == "h") {
		printf "\n/* Every statement of the file, for the test that prepares them; NULL at the end. */\n"
		printf "extern const struct stmt *const %s_statements[];\n", id
	} else
		printf "const struct stmt *const %s_statements[] = {\n%s\tNULL\n};\n", id, all
	if (out == "h")
		printf "\n#endif\n"
}
