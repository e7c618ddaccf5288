#include "generate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/money.h"
#include "city/city.h"
#include "city/tables.h"
#include "host/app.h"
#include "lab.h"
#include "host/cluster.h"
#include "host/config.h"
#include "host/progress.h"
#include "host/texts.h"
#include "say/tr.h"

struct pensions { struct progress progress; struct engine *engine; };

/* Our own place, the inputs of pension.amount in their declared order; the empty ones are
 * not known here. */
static void add_case(struct arena *a, struct buf *b, const struct city_pension *c)
{
	char money[MONEY_TEXT];

	wire_string(b, "");
	wire_string(b, money_format(c->base_fen, money));
	wire_string(b, arena_printf(a, "%.4f", c->avg_index));
	wire_string(b, arena_printf(a, "%.4f", c->total_years));
	wire_string(b, money_format(c->account_fen, money));
	wire_string(b, "");
	wire_string(b, arena_printf(a, "%d", c->age_years));
	wire_string(b, arena_printf(a, "%d", c->age_months));
	for (int i = 0; i < 4; i++)
		wire_string(b, "");
}

#define PENSION_INPUTS 11
#define PENSION_TOTAL 3		/* place of the total among the outputs */

/* One answer: a message, then the outputs. */
static bool take_case(struct arena *a, const char **at, const char *end, int64_t *fen,
		      struct err *e)
{
	size_t n;
	const char *message = wire_take(at, end, &n), *s;
	uint32_t outputs = wire_take_u32(at, end);

	if (!message || n || outputs <= PENSION_TOTAL)
		return ERR(e, ERR_RULE, "pension.amount: %s",
			   message && n ? arena_strndup(a, message, n)
					: "no total came back");
	for (uint32_t i = 0; i < outputs; i++) {
		s = wire_take(at, end, &n);
		if (i == PENSION_TOTAL && (!s || !money_parse(s, n, fen)))
			return ERR(e, ERR_RULE,
				   "pension.amount: the total is not an amount");
	}
	return true;
}

static bool work_out(void *ctx, const struct city_pension *in, size_t n, int64_t *fen,
		     struct err *e)
{
	struct pensions *p = ctx;
	struct arena *a = arena_new();
	struct buf question, reply;
	uint32_t type;
	const char *at;
	bool ok;

	buf_init(&question, FRAME_MOST);
	buf_init(&reply, FRAME_MOST);
	wire_string(&question, "pension.amount");
	buf_u32(&question, PENSION_INPUTS);
	buf_u32(&question, false);
	for (size_t i = 0; i < n; i++)
		add_case(a, &question, &in[i]);
	ok = engine_ask(p->engine, FRAME_CALCULATE, &question, &type, &reply, e);
	at = reply.data;
	for (size_t i = 0; i < n && ok; i++)
		ok = take_case(a, &at, reply.data + reply.len, &fen[i], e);
	buf_done(&question);
	buf_done(&reply);
	arena_free(a);
	return ok;
}

static bool show(void *ctx, int64_t done, int64_t total)
{
	struct pensions *p = ctx;

	if (p->progress.is_terminal)
		progress_show(&p->progress, "generate", done, total);
	return !app_interrupted;
}

bool generate_city(struct app *app, const struct city_options *o, bool in_cluster,
		   struct err *e)
{
	struct pensions p = { 0 };
	struct engine_options engine_options;
	struct city_counts n;
	bool ok;

	p.engine = texts_engine(app, o->day, &engine_options, e);
	if (!p.engine)
		return false;
	progress_init(&p.progress);
	ok = (!in_cluster || cluster_lower_rights(e)) &&
	     city_generate(o, work_out, show, &p, &n, e);
	if (in_cluster)
		cluster_raise_rights();
	progress_end(&p.progress);
	engine_stop(p.engine);
	if (ok)
		fprintf(stderr,
			_("%lld persons in %lld households, %lld pensioners, %lld "
			  "payments, %lld files, %lld known truths in %s\n"),
			(long long)n.persons, (long long)n.households,
			(long long)n.pensioners, (long long)n.payments,
			(long long)n.files, (long long)n.truths, o->dir);
	return ok;
}

static int64_t number_or(const struct app *app, const char *name, int64_t otherwise)
{
	return app_option(app, name) ? app_number(app, name) : otherwise;
}

bool cmd_generate(struct app *app, struct err *e)
{
	bool is_county = app_flag(app, "county");
	struct city_options o = {
		.seed = (uint64_t)app_number(app, "seed"), .day = app_day(app, "date"),
		.persons = number_or(app, "persons", is_county ? COUNTY_PERSONS : 20000),
		.days = (int)number_or(app, "days", is_county ? 365 : 30),
		.is_county = is_county, .has_offices = app_flag(app, "offices"),
	};

	if (app->nargs != 1)
		return ERR(e, ERR_USAGE, "generate needs a folder");
	o.dir = app->args[0];
	return generate_city(app, &o, false, e);
}
