#include "visit.h"

#include <stddef.h>

#include "retirement_sql.h"
#include "visit_sql.h"

/* What the visitors bring back as a file. */
const struct field visit_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "visited_on", FIELD_DAY, .most = "today" },
	{ "result", FIELD_CODE, .codes = "seen not_found moved refused" },
	{ 0 }
};
static const struct kept_column visited_columns[] = {
	{ "visited_on", KEPT_KEY }, { "result", KEPT_VALUE }, { 0 }
};
static const struct kept_column sign_columns[] = {
	{ "source", KEPT_KEY, "'visit'" },
	{ "seen_on", KEPT_KEY, "visited_on" },
	{ "place", KEPT_NOTE, "''" },
	{ 0 }
};
const struct keep visit_keeps[] = { { "certify_visited", visited_columns },
				    { "evidence", sign_columns, "result = 'seen'" },
				    { 0 } };

#define END(outcome, key, label)                                                         \
	{                                                                                \
		"open", outcome, "done", "clerk", MOVE_CLOSE, "certify_visit_" outcome,  \
		    key, label                                                           \
	}
const struct move visit_moves[] = {
	END("seen", "s", N_("seen at home today: a sign of life")),
	END("not_found", "n", N_("not found: nobody was there")),
	END("moved", "m", N_("moved: lives elsewhere")),
	END("refused", "d", N_("refused: did not want to be seen")),
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = VISIT_LIST_AREA, .title = N_("Area"), .width = 12 },
	{ .col = VISIT_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = VISIT_LIST_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = VISIT_LIST_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = VISIT_LIST_ID_NO, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = VISIT_LIST_ADDRESS, .title = N_("Address"), .gives_way = 1 },
	{ 0 }
};
static const int list_args[] = { VISIT_LIST_PERSON_ID, -1 };
const struct section visit_sections[] = { { .title = N_("Visits for a sign of life"),
					    .stmt = &VISIT_LIST,
					    .columns = list_columns,
					    .opens = "person",
					    .args = list_args },
					  { 0 } };
const struct column visit_columns[] = {
	{ .col = VISIT_OF_ASSIGNED_ON,
	  .title = N_("Assigned"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = VISIT_OF_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = VISIT_OF_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = VISIT_OF_VISITED_ON,
	  .title = N_("Visited"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = VISIT_OF_WHO, .title = N_("By") },
	{ 0 }
};

static const int behind_args[] = { BEHIND_PERSON, -1 };
static const int overdue_args[] = { RETIREMENT_OVERDUE_PERSON_ID, -1 };
#define ASSIGN(from)                                                                     \
	{                                                                                \
		{ "v", N_("assign visits"), "clerk", NULL, from, .runs = &VISIT_ASSIGN,  \
		  .many = 1 },                                                           \
		{ 0 }                                                                    \
	}
const struct action visit_actions[] = ASSIGN(behind_args);
const struct action visit_overdue_actions[] = ASSIGN(overdue_args);

bool visit_print(const struct verb_call *c)
{
	const char *area = c->nargs ? c->args[0] : NULL;

	return c->print(c, &VISIT_LIST, &area, list_columns, NULL);
}
