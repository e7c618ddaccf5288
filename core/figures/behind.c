#include "behind.h"

#include <string.h>

#define IDENT                                                                           \
	" left join lateral (select id_no from person_ident i"                          \
	" where i.person_id = x.person_id"                                              \
	" order by id_kind, id_no limit 1) i on true"

static const char *const columns[] = {
	"mark text", "name text", "id_no text", "day date", "place text",
	"say text", "person_id int8", "rule_id text", "cause text",
};
static const char *const total_columns[] = { "total int8" };

static const int person_key[] = { BEHIND_PERSON, -1 };
static const int task_key[] = { BEHIND_DAY, BEHIND_PERSON, BEHIND_RULE, BEHIND_CAUSE,
				-1 };

/* "%s" is the filter.  The head is what is in front of it, the tail what comes after. */
static const struct shape {
	const char *head, *tail, *total;
	const char *const *params;
	int nparams;
	struct paging paging;
} shapes[] = {
	[INDICATOR_PERSONS] = {
		"select '', p.name, coalesce(i.id_no, ''), p.birth_date,"
		" coalesce(g.name, p.region_code::text), '', x.person_id, '', ''"
		" from (select f.person_id from person_fact f where ($1::bigint is null"
		" or f.person_id > $1::bigint) and (",
		") order by f.person_id limit coalesce($2::int, 100)) x"
		" join person p on p.person_id = x.person_id"
		" left join region g on g.region_code = p.region_code" IDENT
		" order by x.person_id limit coalesce($2::int, 100)",
		"select count(*) from person_fact f where ",
		(const char *const[]){ "person_id int8", "n int4" }, 2,
		{ person_key, 0 },
	},
	[INDICATOR_TASKS] = {
		"select case when x.due < business_day() then '!' else '' end,"
		" coalesce(p.name, ''), coalesce(i.id_no, ''), x.due, x.state,"
		" coalesce(d.say, ''), x.person_id, x.rule_id, x.cause"
		" from (select t.* from task t where ($1::date is null or"
		" (t.due, t.person_id, t.rule_id, t.cause) >"
		" ($1::date, $2::bigint, $3::text, $4::text)) and (",
		") order by t.due, t.person_id, t.rule_id, t.cause"
		" limit coalesce($5::int, 100)) x"
		" left join person p on p.person_id = x.person_id"
		" left join finding d on d.person_id = x.person_id"
		" and d.rule_id = x.rule_id and d.cause = x.cause" IDENT
		" order by x.due, x.person_id, x.rule_id, x.cause"
		" limit coalesce($5::int, 100)",
		"select count(*) from task t where ",
		(const char *const[]){ "due date", "person_id int8", "rule_id text",
				       "cause text", "n int4" },
		5,
		{ task_key, 0 },
	},
};

const struct indicator *behind_indicator(const struct module *const *modules,
					 const char *id)
{
	for (; *modules; modules++)
		for (const struct indicator *n = (*modules)->indicators; n && n->id; n++)
			if (strcmp(n->id, id) == 0)
				return n;
	return NULL;
}

/* "$today" in a filter is the business day; what counts has it from the same function. */
static const char *with_today(struct arena *a, const char *filter)
{
	static const char mark[] = "$today";
	const char *at = strstr(filter, mark), *out = "";

	for (; at; filter = at + strlen(mark), at = strstr(filter, mark))
		out = arena_printf(a, "%s%.*s(steward.business_day())", out,
				   (int)(at - filter), filter);
	return arena_printf(a, "%s%s", out, filter);
}

struct behind behind_figure(struct arena *a, const struct indicator *n)
{
	const char *filter = with_today(a, n->filter ? n->filter : "true");
	const struct shape *s = &shapes[n->of];
	struct stmt *rows = arena_alloc(a, sizeof(*rows));
	struct stmt *total = arena_alloc(a, sizeof(*total));

	*rows = (struct stmt){
		.name = "behind_rows",
		.text = arena_printf(a, "%s%s%s", s->head, filter, s->tail),
		.params = s->params,
		.nparams = s->nparams,
		.columns = columns,
		.ncolumns = sizeof(columns) / sizeof(*columns),
	};
	*total = (struct stmt){
		.name = "behind_total",
		.text = arena_printf(a, "%s%s", s->total, filter),
		.columns = total_columns,
		.ncolumns = 1,
	};
	return (struct behind){ rows, total, &s->paging };
}
