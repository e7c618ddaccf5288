/* steward post send: what waits in the outbox is rendered, handed over and recorded.  It
 * may be killed anywhere: what was in its hands is handed over again under the same key,
 * and recorded once. */
#include <stdio.h>
#include <string.h>

#include "audit/backup_sql.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/text.h"
#include "host/app.h"
#include "host/config.h"
#include "keep/journal.h"
#include "judge/explain_sql.h"
#include "letter_text.h"
#include "post/messages_sql.h"
#include "post/post_sql.h"
#include "post/sms.h"
#include "post_hand.h"
#include "say/letter.h"

#define SOME "100"	/* rendered or taken at once */
#define PARTS_MOST 10

struct sending {
	struct app *app;
	struct db *db;
	struct post_ways ways;
	struct journal journal;
	struct letter_texts texts;
	const char *at;	/* HH:MM */
	int written, sent, later, failed;
};

/* A letter from the case's own trace. */
static bool render(struct sending *s, struct arena *a, const struct rows *due, int i,
		   struct buf *b, struct err *e)
{
	const char *person = row_text(due, i, POST_UNWRITTEN_PERSON_ID);
	struct explain_options o = {
		.modules = s->app->modules, .worker = config_worker(s->app->config),
		.jurisdiction = config_jurisdiction(s->app->config),
		.person = row_int(due, i, POST_UNWRITTEN_PERSON_ID),
		.rule = row_text(due, i, POST_UNWRITTEN_RULE_ID),
		.cause = row_text(due, i, POST_UNWRITTEN_CAUSE),
	};
	struct explained x;
	struct letter l;
	struct rows to;

	if (!explain_run(s->db, a, &o, &x, e) ||
	    !db_run(s->db, a, &LETTER_TO, &person, &to, e) ||
	    (s->texts.n == 0 &&
	     !letter_texts_read(s->app, s->db,
				row_text(&x.head, 0, EXPLAIN_HEAD_TODAY), &s->texts,
				e)) ||
	    !letter_about(&l, s->app, o.rule, &x, &s->texts, &to, e))
		return false;
	l.is_dead = row_text(due, i, POST_UNWRITTEN_SURVIVORS)[0] == 't';
	l.in = tr_find(row_text(due, i, POST_UNWRITTEN_LANGUAGE));
	l.in = l.in ? l.in : tr_find("zh");
	l.words = row_text(due, i, POST_UNWRITTEN_WORDS);
	l.reply_days = (int)row_int(due, i, POST_UNWRITTEN_REPLY_DAYS);
	letter_add(b, &l);
	return !b->full || ERR(e, ERR_INPUT, "the letter is too long");
}

/* One that cannot be rendered ends nothing but itself; a lost database does. */
static bool write_one(struct sending *s, const struct rows *due, int i, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[2] = { row_text(due, i, POST_UNWRITTEN_MESSAGE_ID) };
	struct err why = { 0 };
	struct buf b;
	bool ok;

	buf_init(&b, LETTER_BYTES);
	if (render(s, a, due, i, &b, &why)) {
		params[1] = b.data;
		ok = db_run(s->db, a, &POST_WRITE, params, NULL, e);
		s->written++;
	} else if (why.code == ERR_LOST || why.code == ERR_DB ||
		   why.code == ERR_CANCELLED || why.code == ERR_SYSTEM) {
		*e = why;
		ok = false;
	} else {
		params[1] = why.message;
		ok = db_run(s->db, a, &POST_UNWRITABLE, params, NULL, e);
		s->failed++;
	}
	buf_done(&b);
	arena_free(a);
	return ok;
}

static bool write_all(struct sending *s, struct err *e)
{
	static const char *const some[] = { SOME };
	struct rows due = { .n = 1 };
	bool ok = true;

	while (ok && due.n > 0) {
		struct arena *a = arena_new();

		ok = db_run(s->db, a, &POST_UNWRITTEN, some, &due, e);
		for (int i = 0; ok && i < due.n; i++)
			ok = write_one(s, &due, i, e);
		arena_free(a);
	}
	return ok;
}

/* Told outside of the database before it is told in it. */
static bool tell_journal(struct sending *s, struct arena *a, const char *id,
			 struct err *e)
{
	struct rows r;

	return db_run(s->db, a, &MESSAGE_LEAVES, &id, &r, e) &&
	       journal_line(&s->journal, row_text(&r, 0, 0), e);
}

static bool record(struct sending *s, struct arena *a, enum handed done, const char *id,
		   const char *hash, const char *ref, const struct err *why,
		   struct err *e)
{
	const char *sent[] = { id, hash, ref };
	const char *unsent[] = { id, why->message, done == HANDED_NEVER ? "t" : "f" };

	if (done == HANDED) {
		s->sent++;
		return tell_journal(s, a, id, e) &&
		       db_run(s->db, a, &POST_SENT, sent, NULL, e);
	}
	fprintf(stderr, _("message %s: %s\n"), id, text_clean(a, why->message));
	*(done == HANDED_NEVER ? &s->failed : &s->later) += 1;
	return db_run(s->db, a, &POST_UNSENT, unsent, NULL, e);
}

/* The bytes that were approved, or nothing. */
static enum handed hand(struct sending *s, struct arena *a, const struct rows *r, int i,
			char ref[OUTGOING_REF], struct err *e)
{
	const char *channel = row_text(r, i, POST_TAKE_CHANNEL);
	const char *body = row_text(r, i, POST_TAKE_BODY);
	const struct language *in = tr_find(row_text(r, i, POST_TAKE_LANGUAGE));
	char digest[DIGEST_TEXT];
	int units;
	struct outgoing o = {
		.key = arena_printf(a, "%s-%s-%s", channel,
				    row_text(r, i, POST_TAKE_MESSAGE_ID),
				    row_text(r, i, POST_TAKE_ROUND)),
		.channel = channel, .to = row_text(r, i, POST_TAKE_REACHED),
		.subject = tr_in(in ? in : tr_find("zh"),
				 N_("A letter from your social insurance agency")),
		.body = body, .language = row_text(r, i, POST_TAKE_LANGUAGE),
		.day = row_text(r, i, POST_TAKE_DAY),
		.code = row_text(r, i, POST_TAKE_MESSAGE_ID),
	};

	if (strcmp(digest_bytes(body, strlen(body), digest),
		   row_text(r, i, POST_TAKE_HASH)) != 0) {
		ERR(e, ERR_STALE, "its bytes are not those that were approved");
		return HANDED_NEVER;
	}
	if (!*o.to) {
		ERR(e, ERR_INPUT, "nothing is known that reaches the person");
		return HANDED_NEVER;
	}
	if (strcmp(channel, "sms") == 0 && sms_parts(body, &units) > PARTS_MOST) {
		ERR(e, ERR_INPUT, "too long for a text message");
		return HANDED_NEVER;
	}
	return post_hand(&s->ways, &o, ref, e);
}

static bool send_some(struct sending *s, int *n, struct err *e)
{
	const char *take[] = { s->ways.channels, SOME, s->at };
	struct arena *a = arena_new();
	struct rows r;
	bool ok = db_run(s->db, a, &POST_TAKE, take, &r, e);

	*n = ok ? r.n : 0;
	for (int i = 0; ok && i < r.n && !app_interrupted; i++) {
		char ref[OUTGOING_REF] = "";
		struct err why = { 0 };
		enum handed done = hand(s, a, &r, i, ref, &why);

		ok = record(s, a, done, row_text(&r, i, POST_TAKE_MESSAGE_ID),
			    row_text(&r, i, POST_TAKE_HASH), ref, &why, e);
	}
	arena_free(a);
	return ok;
}

static bool send_all(struct sending *s, struct err *e)
{
	int n = 1;

	while (n > 0 && !app_interrupted)
		if (!send_some(s, &n, e))
			return false;
	return true;
}

/* Copies that somebody wants on paper. */
static bool print_all(struct sending *s, struct err *e)
{
	static const char *const some[] = { SOME };
	struct rows r = { .n = 0 };
	bool ok = !s->ways.print ||
		  db_run(s->db, s->app->arena, &POST_PRINTING, some, &r, e);

	for (int i = 0; ok && i < r.n; i++) {
		const char *id = row_text(&r, i, POST_PRINTING_MESSAGE_ID);
		const char *done[] = { id, row_text(&r, i, POST_PRINTING_PRINTED) };
		struct err why = { 0 };
		char ref[OUTGOING_REF];
		struct outgoing o = {
			.key = arena_printf(s->app->arena, "print-%s-%s", id, done[1]),
			.code = id, .body = row_text(&r, i, POST_PRINTING_BODY),
			.language = row_text(&r, i, POST_PRINTING_LANGUAGE),
			.day = row_text(&r, i, POST_PRINTING_DAY),
		};

		if (post_paper(&s->ways, &o, ref, &why) != HANDED)
			fprintf(stderr, _("message %s: %s\n"), id, why.message);
		else
			ok = db_run(s->db, s->app->arena, &POST_PRINTED, done, NULL, e);
	}
	return ok;
}

static const char *now(struct app *app)
{
	int32_t minutes = clock_minutes();

	return arena_printf(app->arena, "%02d:%02d", minutes / 60, minutes % 60);
}

bool post_send(struct app *app, struct db *db, struct err *e)
{
	struct sending s = { .app = app, .db = db };

	bool ok;

	s.at = app_option(app, "at") ? app_option(app, "at") : now(app);
	if (!post_ways_read(app, &s.ways, e) || !journal_open(app, &s.journal, e))
		return false;
	ok = db_run(db, app->arena, &POST_PREPARE, NULL, NULL, e) && write_all(&s, e) &&
	     send_all(&s, e) && print_all(&s, e);
	journal_close(&s.journal);
	if (!ok)
		return false;
	fprintf(stderr,
		_("%d letters written, %d messages sent, %d to be tried again, %d "
		  "failed\n"),
		s.written, s.sent, s.later, s.failed);
	return true;
}
