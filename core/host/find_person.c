#include "find_person.h"

#include <string.h>

#include "base/text.h"
#include "say/tr.h"
#include "screens/views_sql.h"

bool is_number_of_person(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[] = { text };
	struct rows rows;
	bool ok = db_run(db, a, &PERSON_BY_NUMBER, params, &rows, e);

	if (ok && rows.n == 0) {
		ok = ERR(e, ERR_INPUT, _("no person has the number \"%s\""),
			 text_clean(a, text));
		err_hint(e, _("Find the person with \"steward search NAME\"."));
	}
	if (ok)
		*person = row_int(&rows, 0, PERSON_BY_NUMBER_PERSON_ID);
	arena_free(a);
	return ok;
}
