/* steward post: the outbox, and what people do with a message. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "post/found_sql.h"
#include "post/messages_sql.h"
#include "post/post_sql.h"
#include "post/printing.h"
#include "post_library.h"
#include "post/sms.h"
#include "say/table.h"
#include "say/tr.h"
#include "screens/views_post.h"

bool post_list(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app_option(app, "state"), NULL,
				 app_option(app, "limit") };
	struct table t;

	if (!table_run(&t, db, app->arena, &POST_LIST, params, e))
		return false;
	out_table(app, &t, view_messages_columns, NULL);
	return true;
}

/* The number of a message that is there. */
static bool read_message(struct app *app, struct db *db, struct table *t, struct err *e)
{
	const char *number = app->args[1];
	char *end;

	if (strtoll(number, &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("\"%s\" is not the number of a message"),
			   number);
	if (!table_run(t, db, app->arena, &POST_ONE, &number, e))
		return false;
	if (t->n)
		return true;
	ERR(e, ERR_INPUT, _("there is no message %s"), number);
	return err_hint(e, _("steward post list tells the numbers."));
}

/* A text message costs by the part. */
static void put_text(struct app *app, const char *channel, const char *body)
{
	int units, parts = sms_parts(body, &units);

	(void)app;
	if (strcmp(channel, "sms") == 0)
		printf(_("\n%d characters, %d parts\n"), units, parts);
	printf("\n%s%s", body,
	       *body && body[strlen(body) - 1] == '\n' ? "" : "\n");
}

static const struct column remedy_columns[] = {
	{ .col = POST_REMEDIES_KIND, .title = N_("How"), .kind = COLUMN_LABEL },
	{ .col = POST_REMEDIES_LAST_DAY, .title = N_("Until"), .kind = COLUMN_DAY },
	{ .col = POST_REMEDIES_FILED_ON, .title = N_("Filed"), .kind = COLUMN_DAY },
	{ .col = POST_REMEDIES_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = POST_REMEDIES_STOPS, .title = N_("Stops it"), .kind = COLUMN_LABEL },
	{ 0 }
};

bool post_show(struct app *app, struct db *db, struct err *e)
{
	struct table t, events, remedies;
	struct rows body;
	const char *number = app->args[1];

	if (!read_message(app, db, &t, e) ||
	    !table_run(&events, db, app->arena, &POST_EVENTS, &number, e) ||
	    !table_run(&remedies, db, app->arena, &POST_REMEDIES, &number, e) ||
	    !db_run(db, app->arena, &MESSAGE_KEPT, &number, &body, e))
		return false;
	out_fields(app, &t, view_messages_one_columns, N_("Message"));
	if (events.n)
		out_table(app, &events, view_messages_events_columns,
			  N_("What became of it"));
	if (remedies.n)
		out_table(app, &remedies, remedy_columns, N_("How it may be contested"));
	if (app->format == OUT_TEXT && !row_is_null(&body, 0, 0))
		put_text(app, table_text(&t, 0, POST_ONE_CHANNEL),
			 row_text(&body, 0, 0));
	return true;
}

/* A change of one message, told afterwards. */
static bool change(struct app *app, struct db *db, const struct stmt *s,
		   const char *const *params, struct err *e)
{
	struct table t;
	struct rows rows;

	if (!read_message(app, db, &t, e) ||
	    !db_run(db, app->arena, s, params, &rows, e) ||
	    !read_message(app, db, &t, e))
		return false;
	if (row_int(&rows, 0, 0) == 0)
		fprintf(stderr, _("nothing changed: it was so already\n"));
	out_fields(app, &t, view_messages_one_columns, NULL);
	return true;
}

bool post_words(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2] };

	return change(app, db, &POST_WORDS, params, e);
}

bool post_approve(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2] };

	return change(app, db, &POST_APPROVE, params, e);
}

static const char *day_given(struct app *app)
{
	int32_t day = app_day(app, "date");

	return day == DATE_NONE ? NULL : param_day(app->arena, day);
}

bool post_receipt(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2], day_given(app),
				 app_option(app, "means"), app_option(app, "proof") };

	return change(app, db, &POST_RECEIPT, params, e);
}

/* One letter as PDF, to look at or to print. */
bool post_print(struct app *app, struct db *db, struct err *e)
{
	const char *number = app->args[1];
	const struct print_calls *print;
	struct printing p;
	struct rows r;
	struct buf b;
	bool ok;

	if (!db_run(db, app->arena, &POST_PAPER, &number, &r, e))
		return false;
	if (r.n == 0)
		return ERR(e, ERR_INPUT, _("message %s has no text yet"), number);
	print = post_library(app->arena, "print.so", "print_calls", e);
	if (!print)
		return false;
	p = (struct printing){ .text = row_text(&r, 0, POST_PAPER_BODY),
			       .language = row_text(&r, 0, POST_PAPER_LANGUAGE),
			       .code = number, .day = row_text(&r, 0, POST_PAPER_DAY) };
	buf_init(&b, PRINTING_BYTES);
	ok = print->pdf(&p, &b, e);
	if (ok)
		fwrite(b.data, 1, b.len, stdout);
	buf_done(&b);
	return ok;
}

bool post_retry(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1] };

	return change(app, db, &POST_RETRY, params, e);
}

bool post_drop(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2] };

	return change(app, db, &POST_DROP, params, e);
}

bool post_reply(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], day_given(app) };

	return change(app, db, &POST_REPLY, params, e);
}

/* How somebody wants to be written to. */
bool post_wish(struct app *app, struct db *db, struct err *e)
{
	const char *channel = app->args[2], *language = app_option(app, "lang");
	const char *params[4] = { NULL, strcmp(channel, "any") == 0 ? "" : channel,
				  language, app_flag(app, "consents") ? "t" : "f" };
	int64_t id;

	if (language && !tr_find(language))
		return ERR(e, ERR_USAGE, "unknown language \"%s\" (expected %s)",
			   language, tr_codes(app->arena));
	if (!strstr(" any sms mail app letter none ",
		    arena_printf(app->arena, " %s ", channel)))
		return ERR(e, ERR_USAGE,
			   _("unknown channel \"%s\" (expected any, sms, mail, app, "
			     "letter or none)"),
			   channel);
	if (!find_person(db, app->args[1], &id, e))
		return false;
	params[0] = param_int(app->arena, id);
	return db_run(db, app->arena, &POST_WISH, params, NULL, e);
}

/* Somebody contests a decision. */
bool post_object(struct app *app, struct db *db, struct err *e)
{
	const char *params[6] = { NULL, app->args[2], app->args[3], day_given(app),
				  app_option(app, "stops"), app_option(app, "note") };
	struct rows rows;
	int64_t id;

	if (!strstr(" internal reconsideration court ",
		    arena_printf(app->arena, " %s ", params[2])))
		return ERR(e, ERR_USAGE,
			   _("unknown way \"%s\" (expected internal, reconsideration or "
			     "court)"),
			   params[2]);
	if (!find_person(db, app->args[1], &id, e))
		return false;
	params[0] = param_int(app->arena, id);
	if (!db_run(db, app->arena, &OBJECTION_PUT, params, &rows, e))
		return false;
	fprintf(stderr,
		_("kept as objection %s; it is a task after the next judgement\n"),
		row_text(&rows, 0, 0));
	return true;
}
