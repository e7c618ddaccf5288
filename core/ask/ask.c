#include "ask.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
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

static bool has_with(const struct app *app)
{
	const struct option_def *o = app->options;

	while (o && o->name && strcmp(o->name, "with") != 0)
		o++;
	return o && o->name;
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
			if (has_with(app))
				err_hint(e,
					 _("Answer it, or give it as --with %s=...; "
					   "nothing was written."), q->key);
			else
				err_hint(e, _("Nothing was written."));
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

const char *ask_quoted(struct arena *a, const char *s)
{
	const char *out = "\"";

	for (; *s; s++)
		out = arena_printf(a, "%s%s%c", out,
				   *s == '"' || *s == '\\' ? "\\" : "", *s);
	return arena_printf(a, "%s\"", out);
}
