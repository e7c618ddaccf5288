#include "adjust_ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "host/progress.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "office/lookup.h"
#include "rule/engine.h"
#include "say/tr.h"

#define CALCULATION "adjustment.increase"
#define BATCH_ROWS 4096
#define BATCH_BYTES (2u << 20)
#define PORTS_MOST 32

/* What of its inputs is known of a person; the others are left empty. */
static const char *const known[] = { "year",
				     "sex",
				     "birth",
				     "contribution_months",
				     "pension_before",
				     "pension_from",
				     "scheme",
				     "custody",
				     NULL };
static const char *const kept[] = { "fixed",	  "years_part", "percent_part",
				    "age_part",	  "other_part", "increase",
				    "after",	  "excluded",	"missing",
				    "ceiling",	  NULL };

struct row { size_t asked, len; long long n; };

struct adjusting {
	struct app *app;
	struct db *db;
	struct engine *engine;
	const char *inputs[PORTS_MOST], *outputs[PORTS_MOST];
	int nin, nout, n;
	struct row rows[BATCH_ROWS];
	struct buf asks, question, reply, line;
	FILE *found;
	struct progress progress;
	int64_t done;
};

static const char *take(struct adjusting *q, const char **at, const char *end)
{
	size_t n;
	const char *s = wire_take(at, end, &n);

	return arena_strndup(q->app->arena, s ? s : "", s ? n : 0);
}

/* The names of its inputs or outputs; what else is told of them does not matter here. */
static void take_names(struct adjusting *q, const char **at, const char *end, int n,
		       const char **names)
{
	for (int i = 0; i < n && i < PORTS_MOST; i++) {
		names[i] = take(q, at, end);
		for (int k = 0; k < 4; k++)
			take(q, at, end);
	}
}

/* As the office has adopted it: its inputs may stand in another order than ours. */
static bool describe(struct adjusting *q, struct err *e)
{
	struct buf nothing = { 0 };
	uint32_t type;
	const char *at, *end;

	if (!engine_ask(q->engine, FRAME_DESCRIBE, &nothing, &type, &q->reply, e))
		return false;
	at = q->reply.data;
	end = at + q->reply.len;
	wire_take_u32(&at, end);
	while (at < end) {
		bool is_it = strcmp(take(q, &at, end), CALCULATION) == 0;

		for (int i = 0; i < 3; i++)
			take(q, &at, end);
		q->nin = (int)strtol(take(q, &at, end), NULL, 10);
		q->nout = (int)strtol(take(q, &at, end), NULL, 10);
		if (q->nin > PORTS_MOST || q->nout > PORTS_MOST)
			break;
		take_names(q, &at, end, q->nin, q->inputs);
		take_names(q, &at, end, q->nout, q->outputs);
		if (is_it)
			return true;
	}
	return ERR(e, ERR_RULE, _("no calculation named \"%s\""), CALCULATION);
}

static bool is_in(const char *const *list, const char *name)
{
	while (*list && strcmp(*list, name) != 0)
		list++;
	return *list != NULL;
}

/* A row as the server sends it is, behind its number, a row as the worker wants it. */
static const char *select_of(struct adjusting *q)
{
	const char *s = "select n::text, place";

	for (int i = 0; i < q->nin; i++)
		s = is_in(known, q->inputs[i])
			? arena_printf(q->app->arena, "%s, coalesce(ask_%s, '')", s,
				       q->inputs[i])
			: arena_printf(q->app->arena, "%s, ''", s);
	return arena_printf(q->app->arena, "copy (%s from adjust_asked where not_asked "
			    "is null order by n) to stdout (format binary)", s);
}

static void add_row(struct adjusting *q, const char *at, const char *end)
{
	struct row *r = &q->rows[q->n++];
	size_t n;
	const char *number;

	at += 2;	/* how many columns */
	number = wire_take(&at, end, &n);
	r->n = number ? strtoll(arena_strndup(q->app->arena, number, n), NULL, 10) : 0;
	r->asked = q->asks.len;
	r->len = (size_t)(end - at);
	buf_add(&q->asks, at, r->len);
}

static void add_cell(struct buf *b, const char *s, size_t n)
{
	buf_text(b, ",");
	if (n == 0)
		return;
	buf_text(b, "\"");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			buf_text(b, "\"");
		buf_add(b, s + i, 1);
	}
	buf_text(b, "\"");
}

/* One answer as a line of the table; false when it was cut off. */
static bool keep_answer(struct adjusting *q, const struct row *r, const char **at,
			const char *end)
{
	const char *cells[PORTS_MOST], *error;
	size_t lengths[PORTS_MOST], n;
	uint32_t nout;

	error = wire_take(at, end, &n);
	nout = error ? wire_take_u32(at, end) : UINT32_MAX;
	if (nout > PORTS_MOST)
		return false;
	for (uint32_t i = 0; i < nout; i++)
		if (!(cells[i] = wire_take(at, end, &lengths[i])))
			return false;
	buf_clear(&q->line);
	buf_printf(&q->line, "%lld", r->n);
	for (int k = 0; kept[k]; k++) {
		uint32_t i = 0;

		while (i < nout && strcmp(q->outputs[i], kept[k]) != 0)
			i++;
		add_cell(&q->line, i < nout ? cells[i] : "", i < nout ? lengths[i] : 0);
	}
	add_cell(&q->line, error, n);
	buf_text(&q->line, "\n");
	return fwrite(q->line.data, 1, q->line.len, q->found) == q->line.len;
}

/* Rows from first on; gives the one after the last that was answered. */
static bool ask_some(struct adjusting *q, int *first, struct err *e)
{
	const char *at, *end;
	uint32_t type;
	int before = *first;

	buf_clear(&q->question);
	wire_string(&q->question, CALCULATION);
	buf_u32(&q->question, (uint32_t)q->nin);
	buf_u32(&q->question, 0);
	buf_add(&q->question, q->asks.data + q->rows[before].asked,
		q->asks.len - q->rows[before].asked);
	if (!engine_ask(q->engine, FRAME_CALCULATE, &q->question, &type, &q->reply, e))
		return false;
	at = q->reply.data;
	end = at + q->reply.len;
	while (type == FRAME_VALUES && *first < q->n && at < end &&
	       keep_answer(q, &q->rows[*first], &at, end))
		++*first;
	return *first > before ||
	       ERR(e, ERR_RULE, _("the worker gave no answer to a row"));
}

static bool ask_batch(struct adjusting *q, struct err *e)
{
	for (int next = 0; next < q->n;)
		if (!ask_some(q, &next, e))
			return false;
	q->done += q->n;
	q->n = 0;
	buf_clear(&q->asks);
	if (q->progress.is_terminal)
		progress_show(&q->progress, "adjust", q->done, 0);
	return !app_interrupted || ERR(e, ERR_CANCELLED, _("stopped"));
}

/* The first piece starts with the header; the last one is the end mark alone. */
static bool stream(struct adjusting *q, struct err *e)
{
	size_t header = DB_COPY_HEADER_LEN, n;
	char *data;

	for (;;) {
		if (!db_copy_read(q->db, &data, &n, e))
			return false;
		if (n == 0)
			return true;
		if (n - header > DB_COPY_END_LEN)
			add_row(q, data + header, data + n);
		db_copy_done(data);
		header = 0;
		if ((q->n == BATCH_ROWS || q->asks.len > BATCH_BYTES) && !ask_batch(q, e))
			return false;
	}
}

static bool read_rows(struct adjusting *q, struct err *e)
{
	if (!db_copy_start(q->db, select_of(q), e))
		return false;
	if (stream(q, e))
		return ask_batch(q, e);
	db_copy_abort(q->db);
	return false;
}

static bool store(struct adjusting *q, struct err *e)
{
	char piece[65536];
	size_t got;
	int64_t n;

	rewind(q->found);
	if (!db_copy_start(q->db,
			   "copy adjust_found (n, fixed, years_part, percent_part, "
			   "age_part, other_part, increase, after, excluded, missing, "
			   "ceiling, error) from stdin (format csv)",
			   e))
		return false;
	while ((got = fread(piece, 1, sizeof(piece), q->found)) > 0)
		if (!db_copy_data(q->db, piece, got, e))
			return false;
	return db_copy_end(q->db, &n, e) &&
	       (n == q->done || ERR(e, ERR_DB, _("%lld of %lld answers were kept"),
				    (long long)n, (long long)q->done));
}

/* The texts in force today; a calculation takes no facts, so that rules are left out. */
static bool start(struct adjusting *q, struct engine_options *o, struct err *e)
{
	struct rulebook *book;
	int32_t today;

	if (!adoption_today(q->db, q->app->arena, &today, e))
		return false;
	book = adoption_book(q->db, q->app->arena, today,
			     lookup_module_names(q->app->arena, q->app->modules), e);
	q->engine = book ? texts_engine_of(q->app, book, today, o, e) : NULL;
	return q->engine && describe(q, e);
}

bool adjust_ask(struct app *app, struct db *db, int64_t *rows, struct err *e)
{
	struct adjusting *q = arena_alloc(app->arena, sizeof(*q));
	struct buf *all[] = { &q->asks, &q->question, &q->reply, &q->line };
	struct engine_options o;
	bool ok;

	*q = (struct adjusting){ .app = app, .db = db, .found = tmpfile() };
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_init(all[i], (size_t)4 * FRAME_MOST);
	progress_init(&q->progress);
	ok = q->found || err_errno(e, _("could not make a temporary file"));
	ok = ok && start(q, &o, e) && read_rows(q, e) && store(q, e);
	progress_end(&q->progress);
	*rows = q->done;
	engine_stop(q->engine);
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_done(all[i]);
	if (q->found)
		fclose(q->found);
	return ok;
}
