#include "endings.h"

#include <string.h>

#include "adoption.h"
#include "base/date.h"
#include "judge/endings_sql.h"
#include "work.h"

enum { PARTS = 4, MOST = 500 };

bool endings_ask(struct engine *en, struct arena *a, struct ending **list, int *n,
		 struct err *e)
{
	struct work_pair *pairs = arena_alloc(a, sizeof(*pairs) * MOST * PARTS);
	int count;

	if (!work_ask(en, a, "=endings", pairs, MOST * PARTS, &count, e))
		return false;
	*n = count / PARTS;
	*list = arena_alloc(a, sizeof(**list) * (size_t)(*n + 1));
	for (int i = 0; i < *n; i++) {
		const struct work_pair *p = pairs + i * PARTS;

		(*list)[i] =
		    (struct ending){ p[0].value, p[1].value, p[2].value, p[3].value };
	}
	return true;
}

/* The day after the last of them, when texts that are only scheduled now may be in
 * force. */
static int32_t day_after(const struct ending *list, int n)
{
	int32_t last = DATE_NONE, day;

	for (int i = 0; i < n; i++)
		if (date_parse(list[i].last, strlen(list[i].last), &day) &&
		    (last == DATE_NONE || day > last))
			last = day;
	return last == DATE_NONE ? DATE_NONE : last + 1;
}

/* Asks the texts of that later day again, if they are others than those in force. */
static bool ask_later(struct db *db, struct arena *a, const struct engine_options *o,
		      const char *const *modules, struct ending **list, int *n,
		      struct err *e)
{
	int32_t day = day_after(*list, *n);
	struct engine_options later = *o;
	struct engine *en;
	bool ok;

	if (day == DATE_NONE || day <= o->today)
		return true;
	later.book = adoption_book(db, a, day, modules, e);
	if (!later.book)
		return false;
	if (strcmp(later.book->hash, o->book->hash) == 0)
		return true;
	later.book = rulebook_policy(a, later.book);
	en = engine_start(&later, e);
	ok = en && endings_ask(en, a, list, n, e);
	engine_stop(en);
	return ok;
}

bool endings_keep(struct db *db, struct arena *a, struct engine *en,
		  const struct engine_options *o, const char *const *modules,
		  struct err *e)
{
	struct ending *list;
	int n;

	if (!endings_ask(en, a, &list, &n, e) ||
	    !ask_later(db, a, o, modules, &list, &n, e) ||
	    !db_run(db, a, &ENDINGS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		const char *params[] = {
			list[i].name, list[i].place, list[i].last, list[i].file
		};

		if (!db_run(db, a, &ENDINGS_KEEP, params, NULL, e))
			return false;
	}
	return true;
}
