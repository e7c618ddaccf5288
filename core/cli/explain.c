#include "explain.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "host/config.h"
#include "search/find_person.h"
#include "host/out.h"
#include "judge/explain_sql.h"
#include "say/explained.h"

#define LINE_BYTES (1 << 20) /* at most, of one line with its rows */

bool explain_named(struct app *app, struct db *db, bool is_now, struct explained *x,
		   struct err *e)
{
	struct explain_options o = {
		.modules = app->modules, .worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config), .is_now = is_now,
		.rule = app->args[1], .cause = app->nargs > 2 ? app->args[2] : NULL,
	};

	return find_person(db, app->args[0], &o.person, e) &&
	       explain_run(db, app->arena, &o, x, e);
}

static void put_line(const struct app *app, const struct explained_line *l)
{
	struct buf b;

	buf_init(&b, LINE_BYTES);
	explained_add(&b, tr_reader(), app->modules, l);
	fwrite(b.data, 1, b.len, stdout);
	buf_done(&b);
}

static const char *head(const struct explained *x, struct arena *a, int col)
{
	return text_clean(a, row_text(&x->head, 0, col));
}

/* Who, and by what it was judged. */
static void put_text_head(struct app *app, const struct explained *x)
{
	struct arena *a = app->arena;

	printf("%s  %s  %s\n", head(x, a, EXPLAIN_HEAD_NAME),
	       head(x, a, EXPLAIN_HEAD_ID_NO), tr_label(head(x, a, EXPLAIN_HEAD_TITLE)));
	if (x->is_decision)
		printf(_("as decided on %s by %s: judged on %s by the texts %.12s\n"),
		       head(x, a, EXPLAIN_HEAD_DECIDED_ON),
		       head(x, a, EXPLAIN_HEAD_AUTOMATIC)[0] == 't'
			   ? _("the rule itself")
			   : head(x, a, EXPLAIN_HEAD_AUTHOR),
		       x->day, x->book);
	else
		printf(_("judged on %s by the texts %.12s\n"), x->day, x->book);
	putchar('\n');
}

/* Names under which scripts find the parts of a line. */
static const char *const names[] = {
	"kind", "call", "depth",   "name",  "value", "unit", "jurisdiction",
	"from", "to",	"meaning", "basis", "day",   "file", "line",
};
#define NAMES ((int)(sizeof(names) / sizeof(*names)))

static bool is_number(const char *s)
{
	size_t n = strspn(s, "-0123456789.");

	return *s && !s[n] && strchr("-0123456789", *s) &&
	       strspn(s + 1, "0123456789.") == strlen(s) - 1;
}

static void put_csv_row(struct app *app, const char *const *values, bool is_first)
{
	const char *columns[NAMES];

	memcpy(columns, names, sizeof(names));
	if (is_number(values[LINE_VALUE]))
		columns[LINE_VALUE] = "#value";	/* "-5" is no formula */
	out_row(app, columns, values, NAMES, is_first);
}

/* Further rows of a fact are lines of their own. */
static void put_csv_line(struct app *app, const struct explained_line *l, bool is_first)
{
	for (int i = 0; i == 0 || i < l->norigins; i++) {
		const char *values[NAMES];

		for (int k = 0; k < WIRE_LINE; k++)
			values[k] = text_clean(app->arena, l->field[k]);
		for (int k = WIRE_LINE; k < NAMES; k++)
			values[k] = "";
		if (i > 0) {
			values[LINE_KIND] = "source";
			values[LINE_VALUE] = text_clean(app->arena, l->origins[i].value);
		}
		if (i < l->norigins) {
			values[WIRE_LINE] = text_clean(app->arena, l->origins[i].day);
			values[WIRE_LINE + 1] =
			    text_clean(app->arena, l->origins[i].file);
			values[WIRE_LINE + 2] =
			    text_clean(app->arena, l->origins[i].line);
		}
		put_csv_row(app, values, is_first && i == 0);
	}
}

static void put_member(const char *name, const char *value, bool is_first)
{
	printf("%s\"%s\":", is_first ? "" : ",", name);
	out_json_string(value);
}

static void put_json_line(const struct explained_line *l, bool is_first)
{
	fputs(is_first ? "{" : ",{", stdout);
	for (int k = 0; k < WIRE_LINE; k++)
		if (k == LINE_KIND || k == LINE_VALUE || *l->field[k])
			put_member(names[k], l->field[k], k == 0);
	for (int i = 0; i < l->norigins; i++) {
		fputs(i ? "},{" : ",\"sources\":[{", stdout);
		put_member("value", l->origins[i].value, true);
		put_member("day", l->origins[i].day, false);
		put_member("file", l->origins[i].file, false);
		put_member("line", l->origins[i].line, false);
	}
	fputs(l->norigins ? "}]}" : "}", stdout);
}

static void put_json(struct app *app, const struct explained *x)
{
	putchar('{');
	put_member("name", row_text(&x->head, 0, EXPLAIN_HEAD_NAME), true);
	put_member("rule", app->args[1], false);
	put_member("cause", app->nargs > 2 ? app->args[2] : "", false);
	put_member("of",
		   x->is_decision	  ? "decision"
		   : app_flag(app, "now") ? "today"
					  : "finding",
		   false);
	put_member("judged_on", x->day, false);
	put_member("book", x->book, false);
	printf(",\"found\":%s,\"lines\":[", x->is_found ? "true" : "false");
	for (int i = 0; i < x->n; i++)
		put_json_line(&x->lines[i], i == 0);
	puts("]}");
}

void explain_put(struct app *app, const struct explained *x)
{
	if (app->format == OUT_JSON) {
		put_json(app, x);
		return;
	}
	if (app->format == OUT_TEXT)
		put_text_head(app, x);
	for (int i = 0; i < x->n; i++) {
		if (app->format == OUT_TEXT)
			put_line(app, &x->lines[i]);
		else
			put_csv_line(app, &x->lines[i], i == 0);
	}
}
