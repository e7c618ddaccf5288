#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "host/app.h"
#include "host/out.h"
#include "host/texts.h"
#include "refused.h"
#include "rule/tool.h"
#include "rules.h"
#include "say/tr.h"

#define BODY_MOST (1u << 20)

static bool read_body(const char *path, struct buf *b, struct err *e)
{
	FILE *f = fopen(path, "rbe");
	char piece[8192];
	size_t n;

	if (!f)
		return err_errno(e, _("could not open \"%s\""), path);
	buf_clear(b);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(b, piece, n);
	fclose(f);
	return true;
}

/* One script's outcome; text from it goes through the filter, line by line. */
static void print_outcome(struct app *app, const char *part, const char *status,
			  const char *value)
{
	const char *names[] = { "part", "status", "value" },
		   *values[] = { part, status, value };

	if (app->format == OUT_JSON) {
		for (int i = 0; i < 3; i++) {
			printf("%s\"%s\": ", i ? ", " : "{", names[i]);
			out_json_string(values[i]);
		}
		puts("}");
		return;
	}
	printf("%s: %s:", part, status);
	for (const char *line = value; *line; line += strcspn(line, "\n")) {
		line += *line == '\n';
		printf(" %s\n",
		       text_clean(app->arena,
				  arena_strndup(app->arena, line, strcspn(line, "\n"))));
	}
	if (!*value)
		putchar('\n');
}

/* A worker that had to be ended takes the engine with it; the next script gets a new
 * one. */
static void try_body(struct app *app, struct engine *en, const char *path,
		     const struct buf *body)
{
	struct buf question, reply;
	const char *at, *end, *status = "ok", *value;
	uint32_t type = 0;
	size_t n = 0;
	struct err e;

	buf_init(&question, FRAME_MOST);
	buf_init(&reply, FRAME_MOST);
	wire_string(&question, path);
	wire_text(&question, body->data ? body->data : "", body->len);
	if (!engine_ask(en, FRAME_TRY, &question, &type, &reply, &e)) {
		print_outcome(app, path, "limit", _("stopped: it did not end in time"));
	} else {
		at = reply.data;
		end = at + reply.len;
		value = wire_take(&at, end, &n);
		if (type == FRAME_REFUSED) {
			status = value ? arena_strndup(app->arena, value, n) : "error";
			value = wire_take(&at, end, &n);
		}
		print_outcome(app, path, status,
			      value ? arena_strndup(app->arena, value, n) : "");
	}
	buf_done(&question);
	buf_done(&reply);
}

bool rules_try_bodies(struct app *app, struct err *e)
{
	struct engine_options o;
	struct source s;
	struct engine *en = source_read(app, "clerk", false, &s, e)
				? texts_engine_of(app, s.book, s.day, &o, e)
				: NULL;
	struct buf body;
	bool ok = en != NULL;

	buf_init(&body, BODY_MOST);
	for (int i = 1; ok && i < app->nargs; i++) {
		ok = read_body(app->args[i], &body, e);
		if (ok && body.full)
			print_outcome(app, app->args[i], "error",
				      _("is larger than a rule may be"));
		else if (ok)
			try_body(app, en, app->args[i], &body);
	}
	buf_done(&body);
	engine_stop(en);
	return ok;
}

static const char *title_of(const struct tool_answer *titles, const char *id)
{
	for (int i = 0; i + 1 < titles->n; i += 2)
		if (strcmp(titles->texts[i], id) == 0)
			return tr_label(titles->texts[i + 1]);
	return "";
}

static void print_rule(struct app *app, const struct engine_rule *r, const char *title,
		       bool is_first)
{
	static const char *const names[] = { "rule", "type", "hash", "title" };
	const char *values[] = { r->id, r->type, r->hash, title };

	if (app->format != OUT_TEXT)
		out_row(app, names, values, 4, is_first);
	else
		printf("%-36s %-10s %.12s  %s\n", r->id, r->type, r->hash,
		       text_clean(app->arena, title));
}

/* Rules as they would judge on the day. */
bool rules_list(struct app *app, struct err *e)
{
	static const char *const question[] = { "contents.titles", NULL };
	struct refused refused = { .app = app };
	struct source s;
	struct engine_options o;
	const struct engine_rule *rules;
	struct tool_answer titles;
	struct engine *en = source_read(app, "policy", true, &s, e)
				? rules_engine(app, s.book, s.day, NULL, refused_note,
					       &refused, &o, e)
				: NULL;
	bool ok = en && tool_ask(en, app->arena, question, &titles, e);
	int n = ok ? engine_rules(en, &rules) : 0;

	if (en)
		refused_tell(&refused, en, s.book);
	for (int i = 0; i < n; i++)
		print_rule(app, &rules[i], title_of(&titles, rules[i].id), i == 0);
	engine_stop(en);
	return ok;
}
