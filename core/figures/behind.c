#include "behind.h"

#include <string.h>

#include "source.h"

#define KEYS_MOST 4

/* A source's key taken apart: "t.due date, t.person_id bigint". */
struct keys {
	int n;
	const char *expression[KEYS_MOST], *type[KEYS_MOST];
};

static struct keys take_keys(struct arena *a, const char *key)
{
	struct keys k = { 0 };

	for (char *rest = arena_strdup(a, key), *one;
	     k.n < KEYS_MOST && (one = strsep(&rest, ","));) {
		char *type;

		one += strspn(one, " ");
		type = strrchr(one, ' ');
		if (!type)
			continue;
		*type++ = '\0';
		k.expression[k.n] = one;
		k.type[k.n++] = type;
	}
	return k;
}

/* "$1::date, $2::bigint", and the like: in form # is the number of a part, @ its
 * expression and ~ its type. */
static const char *each(struct arena *a, const struct keys *k, const char *form)
{
	const char *out = "";

	for (int i = 0; i < k->n; i++) {
		out = arena_printf(a, "%s%s", out, i ? ", " : "");
		for (const char *c = form; *c; c++)
			out = *c == '#'	  ? arena_printf(a, "%s%d", out, i + 1)
			      : *c == '@' ? arena_printf(a, "%s%s", out, k->expression[i])
			      : *c == '~' ? arena_printf(a, "%s%s", out, k->type[i])
					  : arena_printf(a, "%s%c", out, *c);
	}
	return out;
}

/* The server's short name, as headers of statements have it. */
static const char *short_type(const char *type)
{
	return strcmp(type, "bigint") == 0 ? "int8" : type;
}

static const char *or_empty(const char *sql)
{
	return sql ? sql : "''";
}

static const char *rows_sql(struct arena *a, const struct figure_source *s,
			    const struct keys *k, const char *filter)
{
	return arena_printf(
	    a,
	    "select x.mark, coalesce(p.name, ''), coalesce(i.id_no, ''), x.day,"
	    " coalesce(x.place, g.name, p.region_code::text, ''), x.say, x.person_id, %s"
	    " from (select %s, %s as person_id,"
	    " %s as mark, (%s)::date as day, %s as place,"
	    " %s as say from %s where ($1::%s is null or (%s)"
	    " > (%s)) and (%s) order by %s"
	    " limit coalesce($%d::int, 100)) x"
	    " left join person p on p.person_id = x.person_id"
	    " left join region g on g.region_code = p.region_code"
	    " left join lateral (select id_no from"
	    " person_ident i where i.person_id = x.person_id"
	    " order by is_former, id_kind, id_no limit 1) i on true"
	    " order by %s limit coalesce($%d::int, 100)",
	    each(a, k, "x.k#"), each(a, k, "@ as k#"),
	    s->person ? s->person : "0::bigint", or_empty(s->mark),
	    s->day ? s->day : "null", s->place ? s->place : "null::text",
	    or_empty(s->say), s->from, k->type[0], each(a, k, "@"),
	    each(a, k, "$#::~"), filter, each(a, k, "@"), k->n + 1,
	    each(a, k, "x.k#"), k->n + 1);
}

static struct stmt *rows_of(struct arena *a, const struct figure_source *s,
			    const char *filter, int *key)
{
	static const char *const fixed[] = {
		"mark text",  "name text", "id_no text",     "day date",
		"place text", "say text",  "person_id int8",
	};
	const struct keys k = take_keys(a, s->key);
	const char **params = arena_alloc(a, sizeof(*params) * (KEYS_MOST + 1));
	const char **columns =
	    arena_alloc(a, sizeof(*columns) * (BEHIND_KEY + KEYS_MOST));
	struct stmt *rows = arena_alloc(a, sizeof(*rows));

	memcpy(columns, fixed, sizeof(fixed));
	for (int i = 0; i < k.n; i++) {
		key[i] = BEHIND_KEY + i;
		columns[BEHIND_KEY + i] = params[i] =
			arena_printf(a, "k%d %s", i + 1, short_type(k.type[i]));
	}
	key[k.n] = -1;
	params[k.n] = "n int4";
	*rows = (struct stmt){
		.name = "behind_rows",
		.text = rows_sql(a, s, &k, filter),
		.params = params,
		.nparams = k.n + 1,
		.columns = columns,
		.ncolumns = BEHIND_KEY + k.n,
	};
	return rows;
}

struct behind behind_figure(struct arena *a, const struct figure_source *s,
			    const struct indicator *n)
{
	static const char *const total_columns[] = { "total int8" };
	const char *filter = source_today(a, n->filter, "(steward.business_day())");
	int *key = arena_alloc(a, sizeof(*key) * (KEYS_MOST + 1));
	struct paging *paging = arena_alloc(a, sizeof(*paging));
	struct stmt *total = arena_alloc(a, sizeof(*total));

	*total = (struct stmt){
		.name = "behind_total",
		.columns = total_columns,
		.ncolumns = 1,
		.text =
		    arena_printf(a, "select count(*) from %s where %s", s->from, filter),
	};
	*paging = (struct paging){ .key = key };
	return (struct behind){ rows_of(a, s, filter, key), total, paging };
}
