#include "find_person.h"

#include <string.h>

#include "base/text.h"
#include "say/tr.h"
#include "screens/views_sql.h"

/* Numbers of some kinds start with letters; a name has no digit. */
static bool is_number(const char *folded)
{
	return strpbrk(folded, "0123456789") != NULL;
}

/* As numbers are kept: capital letters, no blanks. */
static const char *number_of(char *folded)
{
	char *to = folded;

	for (const char *at = folded; *at; at++)
		if (*at != ' ')
			*to++ = (char)(*at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
	*to = '\0';
	return folded;
}

/* A name is looked for up to its first dot, for names that came before dots were folded
 * have others; and as it was typed, where that is another text. */
bool find_wanted(struct wanted *w, struct arena *a, const char *typed)
{
	char *folded = text_fold(a, typed);
	const char *dot = strstr(folded, "\u00b7");

	if (!*folded)
		return false;
	if (is_number(folded)) {
		*w = (struct wanted){ &SEARCH_NUMBER, { number_of(folded) } };
		return true;
	}
	*w = (struct wanted){
		.stmt = &SEARCH_NAME,
		.params = { dot ? arena_strndup(a, folded, (size_t)(dot - folded))
				: folded,
			    folded,
			    strcmp(typed, folded) == 0 ? NULL : arena_strdup(a, typed) },
	};
	return true;
}

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[] = { number_of(text_fold(a, text)) };
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
