#include "remit.h"

#include <string.h>

#include "remit/remit_sql.h"

static bool is_below(const char *verb, const char *module)
{
	size_t n = strlen(module);

	return verb && strncmp(verb, module, n) == 0 && verb[n] == ' ';
}

bool remit_check(const struct module *m, struct err *e)
{
	for (const struct remit *r = m->remits; r && r->name; r++)
		if (!r->title || !r->due || !r->columns || !*r->columns || !r->nothing ||
		    !r->hint || !is_below(r->verb, m->name))
			return ERR(e, ERR_INPUT,
				   "list \"%s\" lacks title, what is due, columns or "
				   "words, or its verbs are another's",
				   r->name);
	return true;
}

static bool has_functions(struct db *db, struct arena *a, const struct remit *r,
			  struct err *e)
{
	const char *params[] = { r->due, r->bar };
	struct rows rows;

	if (!db_run(db, a, &REMIT_KNOWN, params, &rows, e))
		return false;
	return row_text(&rows, 0, 0)[0] == 't' ||
	       ERR(e, ERR_INPUT,
		   "what is due by the list \"%s\", or what bars its way back, is not a "
		   "function of the schema",
		   r->name);
}

bool remit_write(struct db *db, struct arena *a, const struct module *m, struct err *e)
{
	for (const struct remit *r = m->remits; r && r->name; r++) {
		const char *params[] = { r->name, m->name,   r->title, r->due,
					 r->bar,  r->verb,   r->hint, r->columns,
					 r->nothing, r->asks_back ? "t" : "f" };

		if (!has_functions(db, a, r, e) ||
		    !db_run(db, a, &REMIT_KIND, params, NULL, e))
			return false;
	}
	return true;
}
