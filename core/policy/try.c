/* steward rules try: a draft on given facts, or on the stored facts of one person, and
 * what it says. */
#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/text.h"
#include "compare.h"
#include "declared/declared.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "rule/tool.h"
#include "refused.h"
#include "rules.h"
#include "say/say.h"
#include "say/tr.h"

#define LINE_MOST (1u << 20)

struct trying {
	struct app *app;
	struct rules_texts texts;
	struct engine_options o;
	struct engine *engine;
	const char *path, *rule;	/* the draft's, and its rule */
	bool has_rows;
	int failed;
	struct refused refused;
};

/* In text the trace is printed below its row, cleaned line by line. */
static void print_text(struct trying *t, const char *person, const char *const *o)
{
	struct arena *a = t->app->arena;

	printf("%s: %s", person, tr_label(o[0]));
	if (strcmp(o[0], "task") == 0)
		printf(" %s%s%s: %s\n", text_clean(a, o[1]), o[2][0] ? _(", due ") : "",
		       o[2], say_text(tr_reader(), a, o[3]));
	else
		putchar('\n');
	for (const char *line = rules_failure(a, o[4]); *line;
	     line += strcspn(line, "\n")) {
		line += *line == '\n';
		printf("  %s\n",
		       text_clean(a, arena_strndup(a, line, strcspn(line, "\n"))));
	}
}

/* An outcome: status, cause, due, sentence or message, trace. */
static void print(struct trying *t, const char *person, const char *const *o)
{
	static const char *const names[] = { "person", "result", "cause", "due", "text" };
	bool is_task = strcmp(o[0], "task") == 0;
	const char *values[] = { person, o[0], o[1], o[2],
				 is_task ? say_text(tr_reader(), t->app->arena, o[3])
					 : rules_failure(t->app->arena,
							 o[4][0] ? o[4] : o[3]) };

	t->failed += !is_task && strcmp(o[0], "nothing") != 0;
	if (t->app->format == OUT_TEXT)
		print_text(t, person, o);
	else
		out_row(t->app, names, values, 5, !t->has_rows);
	t->has_rows = true;
}

static bool judge(struct trying *t, const char *person, const char *line, struct err *e)
{
	const char *question[] = { "trial.replay", line, NULL };
	const char *hung[] = { "fails", "", "", "",
			       _("stopped: it did not end in time") };
	struct tool_answer answer;

	if (tool_ask(t->engine, t->app->arena, question, &answer, e) && answer.n == 5) {
		print(t, person, answer.texts);
		return true;
	}
	print(t, person, hung);
	return engine_was_killed(t->engine);
}

static const char *field_text(struct arena *a, const struct csv_row *row, int i)
{
	return i < row->n ? arena_strndup(a, row->fields[i].text, row->fields[i].len)
			  : "";
}

/* A row as a line for the tool; the columns person and on are no facts. */
static bool try_row(struct trying *t, const struct csv_row *row, int n,
		    const char **names, struct err *e)
{
	struct arena *a = t->app->arena;
	const char *person = arena_printf(a, "%lld", (long long)row->line);
	struct buf line;
	bool ok;

	buf_init(&line, LINE_MOST);
	buf_text(&line, t->rule);
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], "person") == 0)
			person = text_clean(a, field_text(a, row, i));
		else
			buf_printf(&line, "\t%s=%s", names[i],
				   text_clean(a, field_text(a, row, i)));
	ok = judge(t, person, line.data, e);
	buf_done(&line);
	return ok;
}

/* Of two columns of one name nobody knows which is meant. */
static bool read_names(struct arena *a, const struct csv_row *row, const char **names,
		       int *n, struct err *e)
{
	for (*n = 0; *n < row->n; ++*n) {
		names[*n] = text_clean(a, field_text(a, row, *n));
		for (int i = 0; i < *n; i++)
			if (strcmp(names[i], names[*n]) == 0)
				return ERR(e, ERR_INPUT,
					   _("the column \"%s\" appears more than once"),
					   names[i]);
	}
	return true;
}

static bool try_file(struct trying *t, const char *path, struct err *e)
{
	struct arena *a = t->app->arena;
	struct csv *c = csv_open(path, "UTF-8", ',', e);
	const char *names[CSV_FIELDS];
	struct csv_row row;
	int n = 0;
	bool ok = c != NULL;

	e->code = ERR_NONE;
	while (ok && csv_next(c, &row, e)) {
		if (row.fault == CSV_BLANK)
			continue;
		if (row.fault != CSV_GOOD || row.n > CSV_FIELDS)
			ok = ERR(e, ERR_INPUT, _("line %lld of the facts cannot be read"),
				 (long long)row.line);
		else if (n)
			ok = try_row(t, &row, n, names, e);
		else
			ok = read_names(a, &row, names, &n, e);
	}
	if (c)
		csv_close(c);
	return ok && e->code == ERR_NONE;
}

static struct stmt facts_statement(struct arena *a, const struct facts *f)
{
	static const char *const param[] = { "person int8" };

	return (struct stmt){
		.name = "facts_of_person",
		.nparams = 1,
		.ncolumns = f->n + 2,
		.params = param,
		.text =
		    arena_printf(a,
				 "select %s,"
				 " coalesce('CN-' || (select region_code from person"
				 " p where p.person_id = person_fact.person_id), ''),"
				 " business_day() from person_fact where person_id = $1",
				 f->columns)
	};
}

/* The facts in force of one person, as texts in the order of the modules, then the place
 * and the day that the person would be judged for. */
static bool stored_facts(struct trying *t, struct db *db, int64_t person,
			 struct buf *line, struct err *e)
{
	struct arena *a = t->app->arena;
	const struct module *const *modules = t->app->modules;
	const char *params[] = { param_int(a, person) };
	struct facts *f;
	struct stmt s;
	struct rows rows;

	/* A fact that is declared by a draft alone is nobody's yet. */
	if (!declared_join(db, a, &modules, e))
		return false;
	f = facts_of(a, modules, subject_at(modules, 0));
	s = facts_statement(a, f);
	if (!db_run(db, a, &s, params, &rows, e))
		return false;
	if (rows.n == 0)
		return ERR(e, ERR_INPUT,
			   _("this person has no facts yet; run \"steward judge\""));
	for (int i = 0; i < f->n; i++) {
		const char *v = row_text(&rows, 0, i);

		if (strcmp(f->types[i], "boolean") == 0 && *v)
			v = *v == 't' ? "true" : "false";
		if (!row_is_null(&rows, 0, i))
			buf_printf(line, "\t%s=%s", f->names[i], v);
	}
	if (*row_text(&rows, 0, f->n))
		buf_printf(line, "\tplace=%s", row_text(&rows, 0, f->n));
	if (!app_option(t->app, "date"))
		buf_printf(line, "\ton=%s", row_text(&rows, 0, f->n + 1));
	return true;
}

static bool try_person(struct trying *t, const char *given, struct err *e)
{
	struct db *db = app_connect(t->app, "clerk", e);
	struct buf line;
	int64_t person;
	bool ok;

	buf_init(&line, LINE_MOST);
	buf_text(&line, t->rule);
	ok = db && find_person(db, given, &person, e) &&
	     stored_facts(t, db, person, &line, e);
	db_close(db);
	ok = ok && judge(t, text_clean(t->app->arena, given), line.data, e);
	buf_done(&line);
	return ok;
}

/* Is a text refused that was named? */
static bool is_refused(const struct trying *t)
{
	for (int i = 0; i < t->texts.book->n; i++)
		for (int k = 0; k < t->refused.n; k++)
			if (t->texts.is_named[i] &&
			    strcmp(t->refused.list[k].path,
				   t->texts.book->files[i].path) == 0)
				return true;
	return false;
}

/* Of the named files one is the rule that is tried; the others are what it asks for.
 * Gives its hash. */
static const char *find_rule(struct trying *t, struct err *e)
{
	const struct rulebook *b = t->texts.book;
	const char *hash = NULL;

	for (int i = 0; i < b->n; i++) {
		if (!t->texts.is_named[i] ||
		    (b->files[i].kind != 'r' && t->app->nargs > 2))
			continue;
		if (hash) {
			ERR(e, ERR_USAGE,
			    _("%s and %s are both rules: one is tried at a time"),
			    t->path, b->files[i].path);
			return NULL;
		}
		t->path = b->files[i].path;
		hash = b->files[i].hash;
	}
	if (!hash)
		ERR(e, ERR_USAGE, _("\"%s\" is not a rule"), t->app->args[1]);
	return hash;
}

static bool start(struct trying *t, struct err *e)
{
	const struct engine_rule *rules;
	const char *hash;
	int n;

	if (!(hash = find_rule(t, e)))
		return false;
	t->refused.app = t->app;
	t->engine = rules_engine(t->app, t->texts.book, t->texts.day, rules_plain,
				 refused_note, &t->refused, &t->o, e);
	if (!t->engine)
		return false;
	refused_tell(&t->refused, t->engine, t->texts.book);
	if (is_refused(t))
		return ERR(e, ERR_RULE, _("the draft is refused"));
	n = engine_rules(t->engine, &rules);
	for (int i = 0; i < n; i++)
		if (strcmp(rules[i].hash, hash) == 0)
			t->rule = rules[i].id;
	return t->rule || ERR(e, ERR_USAGE, _("\"%s\" is not a rule"), t->app->args[1]);
}

bool rules_try(struct app *app, struct err *e)
{
	struct trying t = { .app = app };
	const char *facts = app_option(app, "facts"), *person = app_option(app, "person");
	bool ok;

	if (app_flag(app, "body"))
		return rules_try_bodies(app, e);
	if (!facts == !person) {
		ERR(e, ERR_USAGE,
		    _("try needs a rule, perhaps the drafts it asks for, and either "
		      "--facts or --person"));
		return err_hint(e, _("With --body it takes scripts instead."));
	}
	ok = rules_read(app, "clerk", 1, &t.texts, e) && start(&t, e) &&
	     (facts ? try_file(&t, facts, e) : try_person(&t, person, e));
	engine_stop(t.engine);
	if (ok && t.failed)
		return ERR(e, ERR_RULE, _("the draft failed on %d rows"), t.failed);
	return ok;
}
