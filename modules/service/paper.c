#include "paper.h"

#include <stddef.h>

#include "counter.h"
#include "paper_sql.h"

const struct stmt *const paper_apply[] = { &SERVICE_PAPER_APPLY, NULL };

const struct column paper_columns[] = {
	{ .col = SERVICE_PAPER_ROWS_REQUEST, .title = N_("Request"), .width = 12 },
	{ .col = SERVICE_PAPER_ROWS_LABEL,
	  .title = N_("How it comes"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = SERVICE_PAPER_ROWS_NOTED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_PAPER_ROWS_MATTER,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 20,
	  .gives_way = 1 },
	{ .col = SERVICE_PAPER_ROWS_PAPER, .title = N_("Paper"), .kind = COLUMN_LABEL },
	{ 0 }
};

bool paper_list(const struct verb_call *c)
{
	const char *person = c->person(c);

	return person && c->print(c, &SERVICE_PAPER_ROWS, &person, paper_columns, NULL);
}

bool paper_note(const struct verb_call *c)
{
	const char *person = c->person(c), *done;

	return person &&
	       c->run(c, &SERVICE_PAPER_NOTE,
		      (const char *const[]){ person, c->args[1], c->args[2], c->args[3] },
		      &done) &&
	       c->print(c, &SERVICE_PAPER_ROWS, &person, paper_columns, NULL);
}
