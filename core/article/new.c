/* steward rules new: a parameter, a table, a rule or a case from a few questions, written
 * where nothing lies yet, and looked at by the checker. */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "base/date.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "policy/draft_file.h"
#include "policy/rules.h"
#include "say/tr.h"

/* In the order in which the texts below take them. */
enum { NAME, TITLE, PLACE, BASIS, FROM, LAST, UNIT = LAST, VALUE, TYPE = LAST, FACT,
       MONTHS, SAY, ANSWERS = 12 };

#define COMMON                                                                     \
	{ "title", N_("what it is, in a few words"), NULL, ask_words },            \
	{ "place", N_("where it counts"), "CN", ask_place },                       \
	{ "basis", N_("the law and its article"), NULL, ask_words },               \
	{ "from", N_("the first day it counts"), NULL, ask_day }

static const struct question of_parameter[] = {
	{ "name", N_("name of it, like area.what"), NULL, ask_name }, COMMON,
	{ "unit", N_("unit: money, money a month, months, days, share, code, yes/no"),
	  NULL, ask_words },
	{ "value", N_("its value: a number, yes, no or a word"), NULL, ask_value }, { 0 }
};
static const struct question of_table[] = {
	{ "name", N_("name of it, like area.what"), NULL, ask_name }, COMMON,
	{ "unit", N_("unit of what the table gives"), NULL, ask_words },
	{ "lines", N_("its lines, each from a limit on: 0=5, 100=7.5"), NULL, ask_steps },
	{ 0 }
};
static const struct question of_rule[] = {
	{ "id", N_("id, MODULE.NAME, for ever"), NULL, ask_name }, COMMON,
	{ "type", N_("kind of task"), "notice", ask_task },
	{ "fact", N_("the day it goes by: a fact"), NULL, ask_fact },
	{ "months", N_("how many months after that day"), "0", ask_months },
	{ "say", N_("what is said to the clerk; the day follows"), NULL, ask_words },
	{ 0 }
};
static const struct question of_case[] = {
	{ "what", N_("what the case shows"), NULL, ask_words },
	{ "on", N_("the day judged"), NULL, ask_day },
	{ "facts", N_("the facts, like died_on=2025-11-05 pension_status=paid"), NULL,
	  ask_words },
	{ "gives", N_("what comes out: nothing, task or the cause"), "nothing",
	  ask_words },
	{ 0 }
};

static const char *parameter_text(struct arena *a, const char **v, const char *value,
				  const char *columns)
{
	return arena_printf(a,
			    "return {\n\t{\n\t\tname = %s, jurisdiction = %s, "
			    "unit = %s,\n\t\ttitle = %s,\n\t\tbasis = %s,\n%s"
			    "\t\tvalues = { { from = %s, value = %s } },\n\t},\n}\n",
			    ask_quoted(a, v[NAME]), ask_quoted(a, v[PLACE]),
			    ask_quoted(a, v[UNIT]), ask_quoted(a, v[TITLE]),
			    ask_quoted(a, v[BASIS]), columns, ask_quoted(a, v[FROM]),
			    value);
}

/* "0=5, 100=7.5" as the lines of a scale. */
static const char *lines_of(struct arena *a, const char *steps)
{
	const char *out = "{";

	for (const char *at = steps; *at;) {
		size_t limit = strcspn(at, "="), value = strcspn(at + limit + 1, ", ");

		out = arena_printf(a, "%s { from = %.*s, value = %.*s },", out,
				   (int)limit, at, (int)value, at + limit + 1);
		at += limit + 1 + value;
		at += strspn(at, ", ");
	}
	return arena_printf(a, "%s }", out);
}

/* The rule speaks from so many months after the day on; its two cases stand on both sides
 * of that. */
static const char *rule_text(struct arena *a, const char **v)
{
	const char *fact = v[FACT], *from = ask_quoted(a, v[FROM]);
	char on[DATE_TEXT], before[DATE_TEXT];
	int32_t day;

	date_parse(v[FROM], 10, &day);
	day = date_add_months(day, (int)strtol(v[MONTHS], NULL, 10));
	date_format(day, on);
	date_format(day - 1, before);
	return arena_printf(
	    a,
	    "return {\n\tid = %s,\n\ttitle = %s,\n\tjurisdiction = %s,\n\tfrom = %s,\n"
	    "\tbasis = %s,\n\ttype = %s,\n\treads = { \"%s\" },\n"
	    "\twhen = { %s = present },\n\tjudge = function(p)\n"
	    "\t\tif not reached(add_months(p.%s, %s)) then return nothing end\n"
	    "\t\treturn task { cause = day(p.%s), "
	    "say = T(\"%%s: %%s\", %s, day(p.%s)) }\n"
	    "\tend,\n\tcases = {\n"
	    "\t\t{ \"reached\", on = \"%s\", gives = %s, facts = { %s = %s } },\n"
	    "\t\t{ \"a day less\", on = \"%s\", gives = \"nothing\", "
	    "facts = { %s = %s } },\n"
	    "\t},\n}\n",
	    ask_quoted(a, v[NAME]), ask_quoted(a, v[TITLE]), ask_quoted(a, v[PLACE]),
	    from, ask_quoted(a, v[BASIS]), ask_quoted(a, v[TYPE]), fact, fact, fact,
	    v[MONTHS], fact, ask_quoted(a, v[SAY]), fact, on, from, fact, from, before,
	    fact, from);
}

/* Texts and days stand in quotes, whatever they look like. */
static bool is_quoted(struct app *app, const char *fact)
{
	struct facts *f = facts_of(app->arena, app->modules, subject_at(app->modules, 0));

	for (int i = 0; i < f->n; i++)
		if (strcmp(f->names[i], fact) == 0)
			return strcmp(f->types[i], "text") == 0 ||
			       strcmp(f->types[i], "date") == 0;
	return false;
}

/* "died_on=2025-11-05 pension_fen=100" as a table of Lua. */
static const char *facts_of_case(struct app *app, const char *said)
{
	struct arena *a = app->arena;
	const char *out = "{";

	for (const char *at = said; *at; at += strspn(at, " ")) {
		size_t n = strcspn(at, "= "), after = n + (at[n] == '=');
		size_t value = strcspn(at + after, " ");
		const char *name = arena_strndup(a, at, n);
		const char *is = arena_strndup(a, at + after, value);

		out = arena_printf(a, "%s %s = %s,", out, name,
				   is_quoted(app, name) ? ask_quoted(a, is)
							: ask_lua(a, is));
		at += after + value;
	}
	return arena_printf(a, "%s }", out);
}

static const char *case_text(struct app *app, const char *text, const char **v)
{
	static const char opens[] = "\n\tcases = {\n";
	struct arena *a = app->arena;
	const char *at = strstr(text, opens);

	if (!at)
		return NULL;
	at += strlen(opens);
	return arena_printf(a,
			    "%.*s\t\t{ %s, on = %s, gives = %s,\n\t\t  facts = %s },\n%s",
			    (int)(at - text), text, ask_quoted(a, v[0]),
			    ask_quoted(a, v[1]), ask_quoted(a, v[3]),
			    facts_of_case(app, v[2]), at);
}

/* Written, and looked at as a draft. */
static bool put(struct app *app, const char *path, const char *text, struct err *e)
{
	static char *args[3];
	bool was_there = false;

	if (!draft_file(app->arena, ".", path, text, &was_there, e))
		return false;
	if (was_there) {
		ERR(e, ERR_USAGE, _("\"%s\" is there already"), path);
		return err_hint(e, _("Nothing was written; change that one, or move it "
				     "away."));
	}
	fprintf(stderr, _("%s is your draft: steward rules check, test, rehearse %s\n"),
		path, path);
	args[0] = app->args[0];
	args[1] = arena_strdup(app->arena, path);
	app->args = args;
	app->nargs = 2;
	return rules_check(app, e);
}

static bool new_parameter(struct app *app, bool is_table, struct err *e)
{
	const char *v[ANSWERS];
	struct arena *a = app->arena;
	const char *columns = "", *value;
	char *file;

	if (!ask_all(app, is_table ? of_table : of_parameter, v, e))
		return false;
	value = is_table ? lines_of(a, v[VALUE]) : ask_lua(a, v[VALUE]);
	if (is_table)
		columns = arena_printf(a,
				       "\t\tcolumns = { { \"from\", %s, "
				       "\"from this limit on\" }, "
				       "{ \"value\", %s, %s } },\n",
				       ask_quoted(a, v[UNIT]), ask_quoted(a, v[UNIT]),
				       ask_quoted(a, v[TITLE]));
	file = arena_strdup(a, v[NAME]);
	*strchr(file, '.') = '_';
	return put(app, arena_printf(a, "parameters/%s.lua", file),
		   parameter_text(a, v, value, columns), e);
}

static bool new_rule(struct app *app, struct err *e)
{
	const char *v[ANSWERS];
	char *file;

	if (!ask_all(app, of_rule, v, e))
		return false;
	file = arena_strdup(app->arena, v[NAME]);
	*strchr(file, '.') = '/';
	return put(app, arena_printf(app->arena, "rules/%s.lua", file),
		   rule_text(app->arena, v), e);
}

/* Of the text of a rule in force, or of the folder, with one case more. */
static bool new_case(struct app *app, struct err *e)
{
	const char *v[ANSWERS], *text = NULL, *id;
	const struct rule_file *f = NULL;
	struct source s;

	if (app->nargs != 3)
		return ERR(e, ERR_USAGE, _("name the rule that the case is of"));
	id = arena_printf(app->arena, "id = %s,", ask_quoted(app->arena, app->args[2]));
	if (!source_read(app, "policy", false, &s, e))
		return false;
	for (int i = 0; i < s.book->n && !f; i++)
		if (s.book->files[i].kind == 'r' && strstr(s.book->files[i].text, id))
			f = &s.book->files[i];
	if (!f)
		return ERR(e, ERR_USAGE, _("no rule named \"%s\""), app->args[2]);
	if (!ask_all(app, of_case, v, e))
		return false;
	text = case_text(app, f->text, v);
	if (!text)
		return ERR(e, ERR_RULE,
			   _("%s has no plain list of cases: add it by hand"), f->path);
	return put(app, f->path, text, e);
}

bool rules_new(struct app *app, struct err *e)
{
	const char *kind = app->args[1];

	if (strcmp(kind, "parameter") == 0 || strcmp(kind, "table") == 0)
		return new_parameter(app, *kind == 't', e);
	if (strcmp(kind, "rule") == 0)
		return new_rule(app, e);
	if (strcmp(kind, "case") == 0)
		return new_case(app, e);
	return ERR(e, ERR_USAGE, _("\"%s\" is none of parameter, table, rule, case"),
		   kind);
}
