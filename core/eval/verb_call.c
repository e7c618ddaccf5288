#include "verb_call.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"
#include "calculations.h"
#include "host/document.h"
#include "search/find_person.h"
#include "host/out.h"
#include "host/texts.h"
#include "host/verbs.h"
#include "policy/source.h"
#include "rule/calculate.h"
#include "say/say.h"
#include "say/tr.h"
#include "verb_file.h"

#define BATCH_ROWS   4096
#define BATCH_BYTES  (2u << 20)
#define OUTPUTS_MOST 64
#define ROOM_MOST    (16u << 20)

/* Rows that were asked and are not answered yet. */
struct batch {
	struct calculating c;
	const struct calculation *calculation;
	const struct verb_rows *to;
	int n;
	struct asked_row rows[BATCH_ROWS];
	void *owners[BATCH_ROWS];
};

/* Where it says what went wrong, and what it has asked for so far. */
struct calling {
	struct app *app;
	struct db *db;
	struct err *e;
	const struct verb *verb;
	struct arena *room;
	size_t room_used;
	/* from the first parameter or row on */
	struct engine *engine;
	struct engine_options options;
	struct calculations all;
	struct batch *batch;
};

static const char *call_option(const struct verb_call *c, const char *name)
{
	return app_option(((const struct calling *)c->owner)->app, name);
}

static bool call_print(const struct verb_call *c, const struct stmt *s,
		       const char *const *params, const struct column *columns,
		       const char *title)
{
	const struct calling *k = c->owner;
	struct table t;

	if (!table_run(&t, k->db, k->app->arena, s, params, k->e))
		return false;
	out_table(k->app, &t, columns, title ? tr_label(title) : NULL);
	return true;
}

static bool call_run(const struct verb_call *c, const struct stmt *s,
		     const char *const *params, const char **value)
{
	const struct calling *k = c->owner;
	struct table t;

	if (!table_run(&t, k->db, k->app->arena, s, params, k->e))
		return false;
	if (value)
		*value = table_text(&t, 0, 0);
	return true;
}

static const char *call_person(const struct verb_call *c)
{
	const struct calling *k = c->owner;
	int64_t person;

	if (!find_person(k->db, c->args[0], &person, k->e))
		return NULL;
	return arena_printf(k->app->arena, "%" PRId64, person);
}

static bool call_fail(const struct verb_call *c, const char *message, const char *hint)
{
	const struct calling *k = c->owner;

	ERR(k->e, ERR_USAGE, "%s", tr_label(message));
	return hint ? err_hint(k->e, "%s", tr_label(hint)) : false;
}

static bool call_reject(const struct verb_call *c, const struct json *at,
			const char *expected)
{
	return document_reject(at, tr_label(expected),
			       ((const struct calling *)c->owner)->e);
}

/* The texts of the office that is named, or those of the folder. */
static bool start_engine(struct calling *k)
{
	struct source s;

	if (k->engine)
		return true;
	if (!source_read(k->app, k->verb->job, false, &s, k->e))
		return false;
	if (s.is_folder && !app_option(k->app, "date"))
		s.day = clock_today();
	k->engine = texts_engine_of(k->app, s.book, s.day, &k->options, k->e);
	return k->engine && calculations_read(&k->all, k->app->arena, k->engine, k->e);
}

static bool call_set(const struct verb_call *c, const char *parameter, const char *text,
		     bool *is_known)
{
	static const char unknown[] = "[\"no parameter named";
	struct calling *k = c->owner;
	char message[sizeof(k->e->message)];

	if (!start_engine(k))
		return false;
	*is_known = true;
	if (engine_set(k->engine, parameter, text, k->e))
		return true;
	*is_known = strncmp(k->e->message, unknown, strlen(unknown)) != 0;
	if (!*is_known) {
		*k->e = (struct err){ 0 };
		return true;
	}
	snprintf(message, sizeof(message), "%s", k->e->message);
	return ERR(k->e, ERR_INPUT, "%s",
		   message[0] == '[' ? say_text(tr_reader(), k->room, message) : message);
}

/* One calculation at a time; the next begins when the rows of this one are answered. */
static bool start_batch(struct calling *k, const struct verb_rows *rows)
{
	struct batch *b = k->batch;
	const struct calculation *calculation;

	if (b && b->to == rows && strcmp(b->calculation->name, rows->calculation) == 0)
		return true;
	if (b && b->n)
		return ERR(k->e, ERR_RULE, "%s",
			   _("rows of another calculation are not answered yet"));
	if (!start_engine(k))
		return false;
	calculation = calculations_find(&k->all, rows->calculation, k->e);
	if (!calculation)
		return false;
	if (b)
		calculating_done(&b->c);
	else
		b = arena_alloc(k->app->arena, sizeof(*b));
	b->calculation = calculation;
	b->to = rows;
	calculating_init(&b->c, k->engine, calculation->name, calculation->nin);
	k->batch = b;
	return true;
}

/* One row's answer to whoever asked. */
static bool answer(const struct batch *b, int i, struct arena *a)
{
	const char *outputs[OUTPUTS_MOST] = { NULL };
	const char *at, *end, *s, *error = b->rows[i].error;
	uint32_t nout = 0;
	size_t n = 0;

	if (error) {
		error = tr_label(error);
	} else {
		s = calculating_message(&b->c, &b->rows[i], &at, &end, &n);
		s = n ? arena_strndup(a, s, n) : NULL;
		error = !s	      ? NULL
			: s[0] == '[' ? say_text(tr_reader(), a, s)
				      : text_clean(a, tr_label(s));
		nout = wire_take_u32(&at, end);
	}
	for (uint32_t k = 0; k < nout && k < OUTPUTS_MOST; k++) {
		s = wire_take(&at, end, &n);
		outputs[k] = arena_strndup(a, s, n);
	}
	return b->to->answered(b->to->ctx, b->owners[i], error, outputs, (int)nout);
}

static bool answer_all(struct calling *k)
{
	struct batch *b = k->batch;
	bool ok;

	if (!b || b->n == 0)
		return true;
	ok = calculating_ask(&b->c, b->rows, b->n, k->e);
	for (int i = 0; ok && i < b->n; i++) {
		struct arena *a = arena_new();

		ok = answer(b, i, a);
		arena_free(a);
	}
	b->n = 0;
	buf_clear(&b->c.asks);
	buf_clear(&b->c.answers);
	return ok;
}

static bool call_ask(const struct verb_call *c, const struct verb_rows *rows,
		     const char *const *inputs, void *row)
{
	struct calling *k = c->owner;
	struct batch *b;
	const char *place =
	    rows->place ? rows->place : app_option(k->app, "jurisdiction");
	size_t begin;

	if (!inputs)
		return answer_all(k);
	if (!start_batch(k, rows))
		return false;
	b = k->batch;
	begin = b->c.asks.len;
	wire_string(&b->c.asks, place ? place : b->calculation->jurisdiction);
	for (int i = 0; i < b->calculation->nin; i++)
		wire_string(&b->c.asks, inputs[i] ? inputs[i] : "");
	b->owners[b->n] = row;
	b->rows[b->n++] =
	    (struct asked_row){ .asked = begin, .asked_len = b->c.asks.len - begin };
	if (app_interrupted)
		return ERR(k->e, ERR_CANCELLED, _("stopped"));
	return (b->n < BATCH_ROWS && b->c.asks.len < BATCH_BYTES) || answer_all(k);
}

static void *call_room(const struct verb_call *c, size_t size)
{
	struct calling *k = c->owner;

	k->room_used += size;
	return arena_alloc(k->room, size);
}

struct taking {
	struct calling *k;
	bool (*take)(void *ctx, const struct json *head, const struct json *element);
	void *ctx;
};

/* What an element left is kept while somebody waits for an answer. */
static bool take_element(void *ctx, const struct json *head, const struct json *element)
{
	const struct taking *t = ctx;
	struct calling *k = t->k;

	if (!t->take(t->ctx, head, element) ||
	    (k->room_used > ROOM_MOST && !answer_all(k)))
		return false;
	if (k->batch && k->batch->n)
		return true;
	arena_free(k->room);
	k->room = arena_new();
	k->room_used = 0;
	return true;
}

static bool call_read(const struct verb_call *c, const char *list,
		      bool (*take)(void *ctx, const struct json *head,
				   const struct json *element),
		      void *ctx)
{
	struct calling *k = c->owner;
	struct taking t = { k, take, ctx };

	return document_read(STDIN_FILENO, list, take_element, &t, k->e);
}

static const char *call_say(const struct verb_call *c, const char *sentence)
{
	return say_text(tr_reader(), ((const struct calling *)c->owner)->room, sentence);
}

/* In columns of fixed width, the last as long as it is. */
static void put_text(const char *const *values, int n)
{
	for (int i = 0; i < n; i++) {
		int width = text_width(values[i], strlen(values[i]));

		printf("%s%*s", values[i],
		       i == n - 1   ? 0
		       : width < 16 ? 18 - width
				    : 2,
		       "");
	}
	putchar('\n');
}

static void call_row(const struct verb_call *c, const char *const *names,
		     const char *const *values, int n)
{
	struct calling *k = c->owner;
	const char *texts[OUTPUTS_MOST];

	for (int i = 0; i < n; i++)
		texts[i] = values ? text_clean(k->room, values[i]) : tr_label(names[i]);
	if (k->app->format == OUT_TEXT)
		put_text(texts, n);
	else if (values)
		out_row(k->app, names, texts, n, false);
	else if (k->app->format == OUT_CSV)
		out_names(names, n);
}

static void call_note(const struct verb_call *c, const char *format, const char *a,
		      const char *b)
{
	struct arena *room = ((const struct calling *)c->owner)->room;
	const char *values[] = { a, b }, *at = tr_label(format), *mark;

	for (int i = 0; (mark = strstr(at, "%s")) && i < 2; i++) {
		fprintf(stderr, "%.*s%s", (int)(mark - at), at,
			text_clean(room, values[i]));
		at = mark + 2;
	}
	fprintf(stderr, "%s\n", at);
}

static bool call_put(const struct verb_call *c, const char *path, const char *text)
{
	const struct calling *k = c->owner;

	return verb_file_text(k->app, path, text, k->e);
}

static bool call_paper(const struct verb_call *c, const char *path, const char *text,
		       const char *code, const char *day)
{
	const struct calling *k = c->owner;

	return verb_file_paper(k->app, path, text, code, day, k->e);
}

bool verb_call(struct app *app, struct db *db, const struct verb *v, struct err *e)
{
	struct calling k = { .app = app, .db = db, .e = e, .verb = v };
	struct verb_call c = {
		.nargs = app->nargs - verbs_depth(v),
		.args = (const char *const *)app->args + verbs_depth(v),
		.option = call_option,
		.print = call_print,
		.run = call_run,
		.person = call_person,
		.read = call_read,
		.reject = call_reject,
		.set = call_set,
		.ask = call_ask,
		.room = call_room,
		.say = call_say,
		.row = call_row,
		.note = call_note,
		.fail = call_fail,
		.put = call_put,
		.paper = call_paper,
		.owner = &k,
	};
	bool ok;

	k.room = arena_new();
	ok = v->call(&c);
	if (k.batch)
		calculating_done(&k.batch->c);
	engine_stop(k.engine);
	arena_free(k.room);
	if (!ok && e->code == ERR_NONE) /* it did not say why */
		ERR(e, ERR_INPUT, _("\"%s\" failed"), v->path);
	return ok;
}
