#include "rules.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "know.h"
#include "host/config.h"
#include "judge/judge.h"
#include "facts/facts.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

/* A rule lies in its module's folder, other texts may. */
static bool is_place(const char *rest, bool is_rule)
{
	const char *slash = strchr(rest, '/');

	return *rest && (slash ? !strchr(slash + 1, '/') : !is_rule);
}

/* The part of a path below the folder of texts, or NULL. */
static const char *below(const char *path)
{
	static const char *const folders[] = { "parameters/", "calculations/", "rules/" };
	const char *found = NULL;

	for (const char *p = path; *p; p++)
		for (int i = 0; i < 3; i++) {
			const char *rest = p + strlen(folders[i]);

			if ((p != path && p[-1] != '/') ||
			    strncmp(p, folders[i], strlen(folders[i])) != 0)
				continue;
			if (is_place(rest, i == 2))
				found = p;
		}
	return found;
}

static char kind_of(const char *path, const char *text)
{
	if (path)
		return path[0];
	return strstr(text, "judge") ? 'r' : strstr(text, "compute") ? 'c' : 'p';
}

/* The first KEY = "..." of a text, with its quotes; "" when there is none. */
static const char *first_of(struct arena *a, const char *text, const char *key)
{
	ptrdiff_t n = (ptrdiff_t)strlen(key);

	for (const char *p = text; (p = strchr(p, '"')); p++) {
		const char *word = p, *end = strchr(p + 1, '"');

		while (word > text && strchr(" =\t", word[-1]))
			word--;
		if (end && word - text >= n && strncmp(word - n, key, (size_t)n) == 0)
			return arena_strndup(a, p, (size_t)(end - p) + 1);
		if (!end)
			break;
		p = end;
	}
	return "";
}

static const char *file_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The path of the book's file that begins with the same: anything under the same file's
 * name, best of all; a value or a calculation of the same place.  Otherwise a new one of
 * that kind.  A rule's id belongs to its file: under another file's name it is another
 * rule, and the checker says that there are two. */
static const char *path_by_name(struct arena *a, const struct rulebook *b,
				const struct rule_file *f, const char *given)
{
	const char *key = f->kind == 'r' ? "id" : "name", *like = NULL;
	const char *name = first_of(a, f->text, key);
	const char *place = first_of(a, f->text, "jurisdiction");

	for (int i = 0; *name && i < b->n; i++) {
		const struct rule_file *is = &b->files[i];

		if (is->kind != f->kind || strcmp(first_of(a, is->text, key), name) != 0)
			continue;
		if (strcmp(file_of(is->path), file_of(given)) == 0)
			return is->path;
		if (!like && f->kind != 'r' &&
		    strcmp(first_of(a, is->text, "jurisdiction"), place) == 0)
			like = is->path;
	}
	if (like)
		return like;
	return arena_printf(a, "%s/%s",
			    f->kind == 'l'   ? "lib"
			    : f->kind == 'p' ? "parameters"
			    : f->kind == 'c' ? "calculations"
					     : "rules/draft",
			    file_of(given));
}

static bool is_same_file(const char *one, const char *other)
{
	struct stat a, b;

	return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

static bool put(struct app *app, const struct source *s, const char *given,
		struct rules_texts *t, struct rule_file *f, struct err *e)
{
	const char *path = below(given);
	struct stat is;

	if (stat(given, &is) == 0 && S_ISDIR(is.st_mode)) {
		ERR(e, ERR_USAGE, _("\"%s\" is a folder"), given);
		return err_hint(e, _("Name its files, for example %s/parameters/*.lua."),
				given);
	}
	if (!rulebook_read_file(app->arena, given, f, e))
		return false;
	f->kind = kind_of(path, f->text);
	f->path = path ? path : path_by_name(app->arena, t->base, f, given);
	t->book = rulebook_with(app->arena, t->book, f);
	t->ndrafts +=
	    !s->is_folder ||
	    !is_same_file(given, arena_printf(app->arena, "%s/%s",
					      config_rules(app->config), f->path));
	return true;
}

bool rules_lay(struct app *app, const struct source *s, int first, struct rules_texts *t,
	       struct err *e)
{
	struct rule_file *named =
	    arena_alloc(app->arena, sizeof(*named) * (size_t)(app->nargs + 1));

	memset(t, 0, sizeof(*t));
	t->base = t->book = s->book;
	t->day = s->day;
	for (int i = first; i < app->nargs; i++)
		if (!put(app, s, app->args[i], t, &named[i], e))
			return false;
	t->shown = arena_alloc(app->arena, sizeof(*t->shown) * (size_t)t->book->n);
	t->is_named = arena_alloc(app->arena, sizeof(*t->is_named) * (size_t)t->book->n);
	for (int i = 0; i < t->book->n; i++) {
		t->shown[i] = t->book->files[i].path;
		if (s->is_folder)
			t->shown[i] =
			    arena_printf(app->arena, "%s/%s", config_rules(app->config),
					 t->shown[i]);
		for (int k = first; k < app->nargs; k++)
			if (strcmp(named[k].path, t->book->files[i].path) == 0) {
				t->shown[i] = app->args[k];
				t->is_named[i] = true;
			}
	}
	return rules_know(app, t->book, t->day, NULL, e);
}

bool rules_read(struct app *app, const char *job, int first, struct rules_texts *t,
		struct err *e)
{
	struct source s;

	return source_read(app, job, false, &s, e) && rules_lay(app, &s, first, t, e);
}

struct engine *rules_engine(struct app *app, const struct rulebook *book, int32_t day,
			    const char *const *tool,
			    void (*failed)(void *ctx, const char *what, int64_t person_id,
					   const char *message),
			    void *ctx, struct engine_options *o, struct err *e)
{
	*o = (struct engine_options){
		.worker = config_worker(app->config),
		.book = book,
		.today = day,
		.tool = tool,
		.failed = failed,
		.ctx = ctx,
		.jurisdiction = config_jurisdiction(app->config),
	};
	facts_tell(facts_of_all(app->arena, app->modules), o);
	return engine_start(o, e);
}

const char *rules_shown(const struct rules_texts *t, const char *path)
{
	for (int i = 0; i < t->book->n; i++)
		if (strcmp(t->book->files[i].path, path) == 0)
			return t->shown[i];
	return path;
}

const char *rules_message(struct arena *a, const char *message, int *line)
{
	const char *text = arena_strndup(a, message, strcspn(message, "\n"));

	*line = 1;
	for (const char *p = text; (p = strchr(p, ':')); p++) {
		char *end;
		long n = strtol(p + 1, &end, 10);

		if (end > p + 1 && *end == ':' && n > 0) {
			*line = (int)n;
			return end[1] == ' ' ? end + 2 : end + 1;
		}
	}
	return text;
}

const char *rules_failure(struct arena *a, const char *message)
{
	size_t n = strcspn(message, "\n");

	if (message[0] == '[')
		return say_message(tr_reader(), a, message);
	return arena_printf(a, "%s%s", tr_label(arena_strndup(a, message, n)),
			    message + n);
}

const char *rules_plain_text(struct arena *a, const struct rule_file *f)
{
	char *text = arena_strndup(a, f->text, f->n);

	for (size_t i = 0; i < f->n; i++)
		if (!text[i])
			text[i] = '\1';
	return text;
}

#define FACTS_MOST 5120	/* texts about facts: five for each */

/* Numbers of the law that statements read. */
static bool tell_asked(struct app *app, struct engine *en, struct err *e)
{
	const char *question[256] = { "check.asked" };
	struct tool_answer answer;
	int n = 1;

	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct finder *f = (*m)->finders; f && f->rule && n < 255; f++)
			if (f->parameters)
				question[n++] = f->parameters;
	return tool_ask(en, app->arena, question, &answer, e);
}

bool rules_tell_modules(struct app *app, struct engine *en, struct err *e)
{
	const char **facts = arena_alloc(app->arena, sizeof(*facts) * FACTS_MOST),
		   **f = facts;
	const char **types = arena_alloc(app->arena, sizeof(*types) * 256), **t = types;
	const char *names[66] = { "check.modules" }, **n = names + 1;
	struct tool_answer answer;

	*f++ = "check.facts";
	*t++ = "check.task_types";
	for (const struct module *const *m = app->modules; *m; m++) {
		if (n < names + 65)
			*n++ = (*m)->name;
		for (const struct fact_set *s = (*m)->facts; s && s->subject; s++)
			for (const struct fact_column *k = s->columns;
			     k && k->name && f < facts + FACTS_MOST - 5; k++) {
				*f++ = s->subject;
				*f++ = k->name;
				*f++ = k->unit;
				*f++ = k->title;
				*f++ = k->codes ? k->codes : "";
			}
		for (const struct task_type *k = (*m)->task_types;
		     k && k->name && t < types + 250; k++)
			*t++ = k->name;
	}
	return tool_ask(en, app->arena, names, &answer, e) &&
	       tool_ask(en, app->arena, facts, &answer, e) &&
	       tool_ask(en, app->arena, types, &answer, e) && tell_asked(app, en, e);
}
