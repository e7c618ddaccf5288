/* The sums of a month: what of its visits is payable, held, refused or unchecked. */
#include <stddef.h>
#include <string.h>

#include "nursing_sql.h"
#include "visits.h"

const struct choice visits_states[] = {
	{ NULL, N_("all") },	      { "held", N_("held") },
	{ "refused", N_("refused") }, { "unchecked", N_("unchecked") },
	{ "payable", N_("payable") }, { 0 }
};

static const struct column sum_columns[] = { { .col = NURSING_SUM_STATE,
					       .title = N_("State"),
					       .kind = COLUMN_LABEL,
					       .width = 12 },
					     { .col = NURSING_SUM_VISITS,
					       .title = N_("Visits"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { .col = NURSING_SUM_MINUTES,
					       .title = N_("Minutes"),
					       .kind = COLUMN_COUNT,
					       .width = 12 },
					     { .col = NURSING_SUM_PERSONS,
					       .title = N_("Persons"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { .col = NURSING_SUM_NURSES,
					       .title = N_("Nurses"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { 0 } };
static const struct column settled_columns[] = {
	{ .col = NURSING_SETTLED_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = NURSING_SETTLED_VISIT_NO, .title = N_("Visit"), .width = 16 },
	{ .col = NURSING_SETTLED_NAME, .title = N_("Name"), .width = 12 },
	{ .col = NURSING_SETTLED_NURSE, .title = N_("Nurse"), .width = 12 },
	{ .col = NURSING_SETTLED_MINUTES,
	  .title = N_("Minutes"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = NURSING_SETTLED_WHY, .title = N_("Why") },
	{ 0 }
};

static bool is_month(const char *s)
{
	return strlen(s) == 7 && strspn(s, "0123456789-") == 7 && s[4] == '-' &&
	       strchr(s, '-') == s + 4 && strrchr(s, '-') == s + 4 &&
	       ((s[5] == '0' && s[6] >= '1') || (s[5] == '1' && s[6] <= '2'));
}

/* The sums of a month; with a state, its visits one by one. */
bool visits_settle(const struct verb_call *c)
{
	if (!is_month(c->args[0]))
		return c->fail(c, N_("a month is told as YYYY-MM"),
			       N_("For example 2025-11."));
	if (c->nargs == 1)
		return c->print(c, &NURSING_SUM, c->args, sum_columns, NULL);
	for (const struct choice *s = visits_states; s->title; s++)
		if (s->value && strcmp(s->value, c->args[1]) == 0)
			return c->print(c, &NURSING_SETTLED, c->args, settled_columns,
					NULL);
	return c->fail(c, N_("nothing is in that state"),
		       N_("It is one of held, refused, unchecked, payable."));
}
