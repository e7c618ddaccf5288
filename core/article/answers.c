#include "answers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "facts/facts.h"
#include "facts/subject.h"
#include "say/tr.h"

const char *ask_name(struct app *app, const char *answer)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
	size_t area = strspn(answer, letters);

	(void)app;
	if (area && islower((unsigned char)*answer) && answer[area] == '.' &&
	    islower((unsigned char)answer[area + 1]) && strlen(answer) <= 90 &&
	    strspn(answer + area + 1, letters) == strlen(answer + area + 1))
		return NULL;
	return _("a name is like area.what: small letters, digits and _");
}

const char *ask_place(struct app *app, const char *answer)
{
	static const char digits[] = "0123456789";
	size_t n = strlen(answer), code = n > 3 ? n - 3 : 0;

	(void)app;
	if (n >= 2 && isupper((unsigned char)answer[0]) &&
	    isupper((unsigned char)answer[1]) &&
	    (n == 2 || (answer[2] == '-' && strspn(answer + 3, digits) == code &&
			(code == 2 || code == 4 || code == 6 || code == 9 ||
			 code == 12))))
		return NULL;
	return _("a place is CN, or the code of a place: CN-33, CN-330681");
}

const char *ask_value(struct app *app, const char *answer)
{
	return ask_words(app, answer);
}

const char *ask_months(struct app *app, const char *answer)
{
	(void)app;
	return *answer && strlen(answer) <= 4 &&
			       strspn(answer, "0123456789") == strlen(answer)
		   ? NULL
		   : _("a whole number of months from 0 on is needed");
}

const char *ask_task(struct app *app, const char *answer)
{
	const char *known = "";

	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct task_type *t = (*m)->task_types; t && t->name; t++) {
			if (t->finders_only)
				continue;
			if (strcmp(t->name, answer) == 0)
				return NULL;
			known = arena_printf(app->arena, "%s %s", known, t->name);
		}
	return arena_printf(app->arena, _("there are:%s"), known);
}

const char *ask_fact(struct app *app, const char *answer)
{
	struct facts *f = facts_of(app->arena, app->modules, subject_at(app->modules, 0));
	const char *known = "";

	for (int i = 0; i < f->n; i++) {
		if (strcmp(f->types[i], "date") != 0)
			continue;
		if (strcmp(f->names[i], answer) == 0)
			return NULL;
		known = arena_printf(app->arena, "%s %s", known, f->names[i]);
	}
	return arena_printf(app->arena, _("there are:%s"), known);
}

static bool is_number(const char *s, size_t n)
{
	size_t digits = strspn(s, "0123456789"), all = digits;

	if (digits && digits < n && s[digits] == '.')
		all += 1 + strspn(s + digits + 1, "0123456789");
	return digits > 0 && digits < 13 && all == n && s[n - 1] != '.';
}

const char *ask_steps(struct app *app, const char *answer)
{
	double before = -1;
	int n = 0;

	(void)app;
	for (const char *at = answer; *at; n++) {
		size_t limit, value;

		at += strspn(at, " ");
		limit = strcspn(at, "=");
		value = at[limit] ? strcspn(at + limit + 1, ", ") : 0;
		if (!at[limit] || !is_number(at, limit) ||
		    !is_number(at + limit + 1, value) || strtod(at, NULL) <= before ||
		    (n == 0 && strtod(at, NULL) != 0))
			return _("lines are like 0=5, 100=7.5: from a limit on, the "
				 "first from 0, each beyond the one before");
		before = strtod(at, NULL);
		at += limit + 1 + value;
		at += strspn(at, ", ");
	}
	return n ? NULL : _("at least one line like 0=5 is needed");
}

const char *ask_lua(struct arena *a, const char *answer)
{
	size_t sign = *answer == '-';

	if (is_number(answer + sign, strlen(answer + sign)))
		return answer;
	if (strcmp(answer, "yes") == 0 || strcmp(answer, "no") == 0)
		return *answer == 'y' ? "true" : "false";
	return ask_quoted(a, answer);
}
