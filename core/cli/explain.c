#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "base/text.h"
#include "host/config.h"
#include "host/find_person.h"
#include "host/out.h"
#include "judge/explain_sql.h"
#include "say/say.h"
#include "say/tr.h"
#include "say/value.h"

#define KIND_COLUMNS 12
#define VALUE_COLUMNS 60	/* tables are longer; JSON has them whole */

/* What a line is called; kinds of calculations are those of eval. */
static const struct { const char *kind, *label; } kinds[] = {
	{ "rule", N_("rule") }, { "when", N_("condition") }, { "unmet", N_("not met") },
	{ "fact", N_("fact") }, { "reached", N_("day") }, { "found", N_("found") },
	{ "nothing", N_("nothing") }, { "failed", N_("failed") },
};

static const char *kind_label(const char *kind)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return tr_label(kinds[i].label);
	return tr_label(kind);
}

bool explain_is(const struct explained_line *l, const char *kind)
{
	return strcmp(l->field[LINE_KIND], kind) == 0;
}

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

static bool is_fen(const char *value, int64_t *fen)
{
	char *end;

	*fen = strtoll(value, &end, 10);
	return end > value && !*end;
}

const char *explain_value(struct arena *a, const char *value, const char *unit)
{
	char text[MONEY_TEXT];
	int64_t fen;
	size_t n;
	const char *clean;

	if (strcmp(unit, "fen") == 0 && is_fen(value, &fen))
		return arena_printf(a, "%s %s", money_format(fen, text), _("yuan"));
	if (strcmp(unit, "list") == 0)
		return value_days(a, value);
	clean = text_clean(a, strcmp(value, "yes") == 0 || strcmp(value, "no") == 0 ?
			   tr_label(value) : value);
	n = text_clip(clean, VALUE_COLUMNS, &(int){ 0 });
	if (clean[n])
		return arena_printf(a, "%.*s...", (int)n, clean);
	if (!*unit || !*value || value[0] == '{' || value[0] == '[' ||
	    strcmp(unit, "day") == 0 || strcmp(unit, "month") == 0 ||
	    strcmp(unit, "code") == 0 || strcmp(unit, "yes/no") == 0)
		return clean;
	return arena_printf(a, "%s %s", clean, text_clean(a, tr_label(unit)));
}

static const char *explain_wanted(struct arena *a, const struct explained_line *l)
{
	const char *wanted = l->field[LINE_MEANING], *out = "";

	if (strcmp(wanted, "present") == 0)
		return _("is there");
	if (strcmp(wanted, "absent") == 0)
		return _("is missing");
	for (const char *at = wanted; *at; at += strcspn(at, " "), at += *at == ' ') {
		const char *code = arena_strndup(a, at, strcspn(at, " "));

		out = *out ? arena_printf(a, _("%s or %s"), out, tr_label(code))
			   : tr_label(code);
	}
	return out;
}

static const char *fact_clause(const struct app *app, struct arena *a,
			       const struct explained_line *l)
{
	const char *value = l->field[LINE_VALUE];
	const char *shown =
	    *value ? value_fact(app->modules, a, l->field[LINE_NAME], value) : _("none");
	const char *out =
	    arena_printf(a, "%s = %s",
			 value_fact_title(app->modules, a, l->field[LINE_NAME]), shown);

	if (!*l->field[LINE_MEANING])
		return out;
	return arena_printf(a, _("%s (wanted: %s)"), out,
			    text_clean(a, explain_wanted(a, l)));
}

static const char *found_clause(struct arena *a, const struct explained_line *l)
{
	const char *name = l->field[LINE_NAME], *value = l->field[LINE_VALUE];

	if (strcmp(name, "say") == 0)
		return say_text(a, value);
	if (strcmp(name, "monthly") == 0)
		return arena_printf(a, "%s = %s", _("money a month"),
				    explain_value(a, value, "fen"));
	return arena_printf(a, "%s = %s",
			    strcmp(name, "due") == 0 ? _("due") : _("cause"),
			    text_clean(a, value));
}

static const char *nothing_clause(const struct explained_line *l)
{
	const char *why = l->field[LINE_MEANING];

	if (strcmp(why, "not in force") == 0)
		return _("the rule is not in force on this day");
	return strcmp(why, "elsewhere") == 0 ? _("the rule is not for this place") :
					       _("the rule says nothing");
}

static const char *clause(const struct app *app, struct arena *a,
			  const struct explained_line *l)
{
	const char *name = text_clean(a, tr_label(l->field[LINE_NAME]));

	if (explain_is(l, "fact") || explain_is(l, "when") || explain_is(l, "unmet"))
		return fact_clause(app, a, l);
	if (explain_is(l, "found"))
		return found_clause(a, l);
	if (explain_is(l, "nothing"))
		return nothing_clause(l);
	if (explain_is(l, "failed"))
		return say_text(a, tr_label(l->field[LINE_VALUE]));
	if (explain_is(l, "reached"))
		return arena_printf(a, "%s: %s", name, l->field[LINE_VALUE][0] == 'y' ?
				    _("is reached") : _("is not reached yet"));
	if (explain_is(l, "rule") || explain_is(l, "call"))
		return name;
	return arena_printf(a, "%s = %s", name,
			    *l->field[LINE_VALUE] ? explain_value(a, l->field[LINE_VALUE],
								  l->field[LINE_UNIT])
						  : _("none"));
}

/* Title, place, days and article of what has them. */
static const char *more(struct arena *a, const struct explained_line *l)
{
	const char *out = "";

	if (*l->field[LINE_MEANING] && !explain_is(l, "when") &&
	    !explain_is(l, "unmet") && !explain_is(l, "nothing"))
		out = arena_printf(a, "  %s",
				   text_clean(a, tr_label(l->field[LINE_MEANING])));
	if (*l->field[LINE_PLACE])
		out = arena_printf(a, "%s  %s", out, text_clean(a, l->field[LINE_PLACE]));
	if (*l->field[LINE_FROM])
		out =
		    arena_printf(a, "%s  %s..%s", out, text_clean(a, l->field[LINE_FROM]),
				 text_clean(a, l->field[LINE_TO]));
	if (*l->field[LINE_BASIS])
		out = arena_printf(a, "%s  [%s]", out,
				   text_clean(a, tr_label(l->field[LINE_BASIS])));
	return out;
}

static void put_origin(struct arena *a, const struct origin *o, int indent)
{
	printf("%*s", indent, "");
	printf(_("from %s, line %s"), text_clean(a, *o->file ? o->file : "-"),
	       text_clean(a, o->line));
	if (*o->day)
		printf("  %s", text_clean(a, o->day));
	putchar('\n');
}

static void put_line(const struct app *app, const struct explained_line *l)
{
	struct arena *a = arena_new();
	int indent = 2 * (int)strtol(l->field[LINE_DEPTH], NULL, 10);
	const char *kind = kind_label(l->field[LINE_KIND]);
	int pad = KIND_COLUMNS - text_width(kind, strlen(kind));

	printf("%*s%s%*s%s%s\n", indent, "", kind, pad > 1 ? pad : 1, "",
	       clause(app, a, l), more(a, l));
	for (int i = 0; i < l->norigins; i++)
		put_origin(a, &l->origins[i], indent + KIND_COLUMNS + 2);
	arena_free(a);
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
