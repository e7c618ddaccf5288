#include "ask.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "say/tr.h"

#define ANSWER_MOST 1000

/* --with KEY=ANSWER, a line each; NULL: it was not given. */
static const char *given(struct app *app, const char *key)
{
	const char *all = app_option(app, "with");
	size_t n = strlen(key);

	for (const char *at = all ? all : ""; *at;
	     at += strcspn(at, "\n"), at += *at == '\n')
		if (strncmp(at, key, n) == 0 && at[n] == '=')
			return arena_strndup(app->arena, at + n + 1,
					     strcspn(at + n + 1, "\n"));
	return NULL;
}

static const char *read_line(struct app *app)
{
	char line[ANSWER_MOST];
	size_t n;

	if (!fgets(line, sizeof(line), stdin))
		return NULL;
	n = strcspn(line, "\r\n");
	while (n && line[n - 1] == ' ')
		n--;
	return arena_strndup(app->arena, line, n);
}

static const char *fault_of(struct app *app, const struct question *q, const char *answer)
{
	size_t n = strlen(answer);

	if (!text_is_utf8(answer, n) || text_has_unsafe(answer, n))
		return _("has characters that cannot be shown");
	return q->fault(app, answer);
}

/* The answer; NULL with e: a wrong one on the command line, or the input has ended. */
static const char *ask(struct app *app, const struct question *q, struct err *e)
{
	const char *answer = given(app, q->key), *fault;

	if (answer) {
		fault = fault_of(app, q, answer);
		if (!fault)
			return answer;
		ERR(e, ERR_USAGE, "%s: \"%s\": %s", q->key, answer, fault);
		return NULL;
	}
	for (;;) {
		fprintf(stderr, "%s%s%s%s: ", tr(q->text), q->usual ? " [" : "",
			q->usual ? q->usual : "", q->usual ? "]" : "");
		answer = read_line(app);
		if (!answer) {
			ERR(e, ERR_USAGE, _("no answer to: %s"), tr(q->text));
			err_hint(e,
				 _("Answer it, or give it as --with %s=...; nothing "
				   "was written."), q->key);
			return NULL;
		}
		if (!*answer && q->usual)
			return q->usual;
		fault = fault_of(app, q, answer);
		if (!fault)
			return answer;
		fprintf(stderr, "  %s\n", fault);
	}
}

bool ask_all(struct app *app, const struct question *list, const char **answers,
	     struct err *e)
{
	for (int i = 0; list[i].key; i++) {
		answers[i] = ask(app, &list[i], e);
		if (!answers[i])
			return false;
	}
	return true;
}

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

const char *ask_day(struct app *app, const char *answer)
{
	int32_t day;

	(void)app;
	return strlen(answer) == 10 && date_parse(answer, 10, &day)
		   ? NULL
		   : _("a day is written as 2025-11-05");
}

const char *ask_words(struct app *app, const char *answer)
{
	(void)app;
	return *answer && strlen(answer) <= 300
		   ? NULL
		   : _("a text of at most 300 bytes is needed");
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

const char *ask_quoted(struct arena *a, const char *s)
{
	const char *out = "\"";

	for (; *s; s++)
		out = arena_printf(a, "%s%s%c", out,
				   *s == '"' || *s == '\\' ? "\\" : "", *s);
	return arena_printf(a, "%s\"", out);
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
