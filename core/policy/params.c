/* steward rules params: parameters as a table of a spreadsheet, out of the texts and back
 * into them. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "draft_file.h"
#include "host/app.h"
#include "host/config.h"
#include "rule/tool.h"
#include "refused.h"
#include "rules.h"
#include "say/say.h"
#include "say/tr.h"

#define CSV_MOST (8u << 20)

static const char *const params_tool[] = { "params.start", NULL };

struct params {
	struct app *app;
	struct engine *engine;
	struct engine_options o;
	bool is_folder;
	struct refused refused;
};

/* Parameters are asked for; what is wrong with other texts is no matter here. */
static bool start(struct params *p, const struct rulebook *book, int32_t day,
		  struct err *e)
{
	struct refused *r = &p->refused;
	int n = 0;

	r->app = p->app;
	p->engine =
	    rules_engine(p->app, book, day, params_tool, refused_note, r, &p->o, e);
	if (!p->engine)
		return false;
	for (int i = 0; i < r->n; i++)
		if (strncmp(r->list[i].path, "parameters/", 11) == 0)
			r->list[n++] = r->list[i];
	r->n = n;
	return !refused_tell(r, p->engine, book) ||
	       ERR(e, ERR_RULE,
		   _("the texts are not in order: steward rules check"));
}

/* A file is told from a parameter's name by its being there. */
static bool export(struct params *p, struct err *e)
{
	const char *question[] = { "params.export", p->app->args[2], NULL };
	struct tool_answer answer;
	struct rules_texts t;
	bool is_file = access(p->app->args[2], R_OK) == 0;

	if (!rules_read(p->app, "policy", is_file ? 2 : 3, &t, e) ||
	    !start(p, t.book, t.day, e))
		return false;
	for (int i = 0; is_file && i < t.book->n; i++)
		if (t.is_named[i])
			question[1] = t.book->files[i].path;
	if (!tool_ask(p->engine, p->app->arena, question, &answer, e))
		return false;
	if (answer.n) {
		fputs(answer.texts[0], stdout);
		return true;
	}
	ERR(e, ERR_USAGE, _("no parameter and no file of parameters named \"%s\""),
	    p->app->args[2]);
	return err_hint(e, _("Name one like retirement.window, or a file like "
			     "parameters/work.lua."));
}

static const char *read_csv(struct app *app, const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat s;
	char *text;
	ssize_t n = 0, got;

	if (fd < 0 || fstat(fd, &s) < 0) {
		err_errno(e, _("could not open \"%s\""), path);
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	text = arena_alloc(app->arena, CSV_MOST + 1);
	do {
		got = read(fd, text + n, CSV_MOST - (size_t)n);
		n += got;
	} while (got > 0 && n < (ssize_t)CSV_MOST);
	close(fd);
	if (got < 0 || n == (ssize_t)CSV_MOST || strlen(text) != (size_t)n) {
		ERR(e, ERR_INPUT, _("\"%s\" is not a table of parameters"), path);
		return NULL;
	}
	return text;
}

/* The folder's text is written anew, beside it first, so that nobody ever sees half of
 * one. */
static bool write_in_folder(struct app *app, const char *path, const char *text,
			    struct err *e)
{
	const char *whole =
	    arena_printf(app->arena, "%s/%s", config_rules(app->config), path);
	const char *beside = arena_printf(app->arena, "%s.new", whole);
	FILE *f = fopen(beside, "we");
	bool ok = f && fputs(text, f) >= 0 && fflush(f) == 0 && fsync(fileno(f)) == 0;

	if (f && fclose(f) != 0)
		ok = false;
	ok = ok && rename(beside, whole) == 0;
	if (!ok) {
		err_errno(e, _("could not write \"%s\""), whole);
		unlink(beside);
		return false;
	}
	fprintf(stderr, _("%s is written anew\n"), whole);
	return true;
}

/* Of the law in force it is a draft, below the folder one is in. */
static bool write_text(struct params *p, const char *path, const char *text,
		       struct err *e)
{
	if (p->is_folder)
		return write_in_folder(p->app, path, text, e);
	if (!draft_file(p->app->arena, ".", path, text, NULL, e))
		return false;
	fprintf(stderr, _("%s is your draft: steward rules check, test, rehearse %s\n"),
		path, path);
	return true;
}

/* All texts are made before the first is written. */
static bool write_all(struct params *p, struct err *e)
{
	const char *question[] = { "params.write", NULL };
	struct tool_answer answer;

	if (!tool_ask(p->engine, p->app->arena, question, &answer, e))
		return false;
	if (answer.n && strcmp(answer.texts[0], "refused") == 0)
		return ERR(e, ERR_RULE, "%s",
			   say_message(tr_reader(), p->app->arena, answer.texts[1]));
	for (int i = 0; i + 1 < answer.n; i += 2)
		if (!write_text(p, answer.texts[i], answer.texts[i + 1], e))
			return false;
	return true;
}

static bool import(struct params *p, struct err *e)
{
	struct app *app = p->app;
	const char *question[] = { "params.compare", read_csv(app, app->args[2], e),
				   NULL };
	struct tool_answer answer;
	struct source s;

	if (!question[1] || !source_read(app, "policy", false, &s, e) ||
	    !start(p, s.book, s.day, e) ||
	    !tool_ask(p->engine, app->arena, question, &answer, e))
		return false;
	if (answer.n == 4 && strcmp(answer.texts[0], "refused") == 0) {
		ERR(e, ERR_INPUT, _("%s, line %s, column %s: %s"), app->args[2],
		    answer.texts[1], answer.texts[2],
		    text_clean(app->arena,
			       say_message(tr_reader(), app->arena, answer.texts[3])));
		return err_hint(e, _("Nothing was written."));
	}
	for (int i = 0; i + 1 < answer.n; i += 2)
		printf("%s\n", text_clean(app->arena, answer.texts[i + 1]));
	if (!answer.n)
		fputs(_("nothing differs\n"), stderr);
	p->is_folder = s.is_folder;
	return !answer.n || !app_flag(app, "write") || write_all(p, e);
}

static bool with_params(struct app *app, bool (*run)(struct params *p, struct err *e),
			struct err *e)
{
	struct params p = { .app = app };
	bool ok = run(&p, e);

	engine_stop(p.engine);
	return ok;
}

bool rules_export(struct app *app, struct err *e)
{
	return with_params(app, export, e);
}

bool rules_import(struct app *app, struct err *e)
{
	return with_params(app, import, e);
}
