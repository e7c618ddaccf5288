#include "share.h"

#include <stddef.h>

#include "counter.h"
#include "share_sql.h"

const struct column share_columns[] = {
	{ .col = SERVICE_SHARED_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_SHARED_RECIPIENT,
	  .title = N_("Recipient"),
	  .kind = COLUMN_LABEL,
	  .width = 16 },
	{ .col = SERVICE_SHARED_WHO, .title = N_("By"), .width = 8, .gives_way = 2 },
	{ .col = SERVICE_SHARED_GROUND, .title = N_("Legal ground"), .width = 30 },
	{ .col = SERVICE_SHARED_TOLD,
	  .title = N_("Told"),
	  .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column told_columns[] = {
	{ .col = SERVICE_TOLD_ID_NO, .title = N_("Number"), .width = 18 },
	{ .col = SERVICE_TOLD_NAME, .title = N_("Name"), .width = 12 },
	{ .col = SERVICE_TOLD_TOLD, .title = N_("Told"), .kind = COLUMN_SAY },
	{ 0 }
};

/* What is shown is what was noted: nothing goes out that is not in the list. */
bool share_tell(const struct verb_call *c)
{
	const char *person = c->person(c), *share;

	return person &&
	       c->run(c, &SERVICE_TELL,
		      (const char *const[]){ person, c->args[1], c->args[2], c->args[3] },
		      &share) &&
	       c->print(c, &SERVICE_TOLD, (const char *const[]){ person, share },
			told_columns, NULL);
}

bool share_list(const struct verb_call *c)
{
	const char *person = c->person(c);

	return person && c->print(c, &SERVICE_SHARED, &person, share_columns, NULL);
}
