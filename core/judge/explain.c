#include "explain.h"

#include <stdlib.h>
#include <string.h>

#include "adoption.h"
#include "base/buf.h"
#include "base/date.h"
#include "judge/explain_sql.h"
#include "facts/facts.h"
#include "finders.h"
#include "office/lookup.h"
#include "facts/subject.h"
#include "rule/engine.h"

#define ORIGINS_MOST 24		/* a list has as many days */
#define ORIGINS_SHOWN 3

struct run {
	struct db *db;
	struct arena *a;
	const struct explain_options *o;
	struct explained *out;
	const struct rulebook *book;
	const char *place, *fault;
	int32_t day;
};

static const char *head(const struct run *r, int col)
{
	return row_text(&r->out->head, 0, col);
}

static const char no_rule[] = "steward person lists what was found about somebody.";

static bool read_head(struct run *r, struct err *e)
{
	const char *params[] = { param_int(r->a, r->o->person), r->o->rule, r->o->cause };
	struct explained *x = r->out;

	if (!db_run(r->db, r->a, &EXPLAIN_HEAD, params, &x->head, e))
		return false;
	if (head(r, EXPLAIN_HEAD_IS_KNOWN)[0] != 't') {
		ERR(e, ERR_INPUT, "no rule judges person %lld", (long long)r->o->person);
		return err_hint(e, "%s", no_rule);
	}
	x->is_decision =
	    !r->o->is_now && !row_is_null(&x->head, 0, EXPLAIN_HEAD_DECISION_ID);
	x->is_sealed = head(r, EXPLAIN_HEAD_SEALED)[0] == 't';
	if (r->o->is_now || x->is_decision || head(r, EXPLAIN_HEAD_FOUND)[0] == 't')
		return true;
	ERR(e, ERR_INPUT,
	    "the rule \"%s\" has found nothing with the cause \"%s\" about this person",
	    r->o->rule, r->o->cause);
	return err_hint(e, "--now tells what it says with today's facts, and why.");
}

/* The texts that judged then; for today those in force. */
static bool choose_book(struct run *r, struct err *e)
{
	struct explained *x = r->out;
	const char *kept = x->is_decision ? head(r, EXPLAIN_HEAD_BOOK_HASH) :
			   r->o->is_now ? "" : head(r, EXPLAIN_HEAD_LAST_BOOK);

	x->day = head(r, x->is_decision ? EXPLAIN_HEAD_JUDGED_ON : r->o->is_now ?
		      EXPLAIN_HEAD_TODAY : EXPLAIN_HEAD_LAST_JUDGED);
	r->place = r->o->jurisdiction;
	if (x->is_decision && !*kept)
		return ERR(e, ERR_INPUT, "this decision rests on no rule");
	if (*kept)
		r->book = adoption_kept(r->db, r->a, kept, &r->place, e);
	else
		r->book = adoption_book(r->db, r->a, DATE_NONE,
					lookup_module_names(r->a, r->o->modules), e);
	if (r->book && !date_parse(x->day, strlen(x->day), &r->day))
		return ERR(e, ERR_INPUT, "nothing has been judged yet");
	x->book = r->book ? r->book->hash : NULL;
	return r->book != NULL;
}

/* The facts that were decided on become a fact row again, and that is packed as every
 * fact row is. */
static const char *row_select(struct run *r, const struct facts *f)
{
	if (!r->out->is_decision)
		return arena_printf(r->a,
				    "copy (%s where k.%s_id = %s) to stdout "
				    "(format binary)",
				    facts_stream(r->a, f, false, false), f->subject->name,
				    head(r, EXPLAIN_HEAD_SUBJECT_ID));
	return arena_printf(r->a, "copy (select %s::bigint, null::bigint, %s, "
			    "d.region_code from decision d cross join lateral "
			    "jsonb_populate_record(null::%s_fact, d.inputs -> 'facts') f "
			    "where d.person_id = %lld and d.decision_id = %lld) to "
			    "stdout (format binary)", head(r, EXPLAIN_HEAD_SUBJECT_ID),
			    f->body, f->subject->name, (long long)r->o->person,
			    (long long)row_int(&r->out->head, 0,
					       EXPLAIN_HEAD_DECISION_ID));
}

/* The one row of a COPY, without header and end. */
static bool read_row(struct run *r, const char *copy, struct buf *row, struct err *e)
{
	bool is_first = true;
	char *data;
	size_t n;

	if (!db_copy_start(r->db, copy, e))
		return false;
	for (;;) {
		size_t skip = is_first ? DB_COPY_HEADER_LEN : 0;

		if (!db_copy_read(r->db, &data, &n, e))
			return false;
		if (n == 0)
			break;
		if (n >= skip &&
		    (n != DB_COPY_END_LEN || memcmp(data, DB_COPY_END, n) != 0))
			buf_add(row, data + skip, n - skip);
		db_copy_done(data);
		is_first = false;
	}
	return row->len > DB_COPY_END_LEN ||
	       ERR(e, ERR_INPUT, "there are no facts about this person yet");
}

static void keep_fault(void *ctx, const char *what, int64_t person_id,
		       const char *message)
{
	struct run *r = ctx;

	(void)person_id;
	if (strstr(what, r->o->rule) || !r->fault)
		r->fault = arena_printf(r->a, "%s: %.*s", what,
					(int)strcspn(message, "\n"), message);
}

static struct explained_line *add_line(struct explained *x)
{
	return &x->lines[x->n++];
}

/* As the rule gave it: before it stands which of several subjects it is about. */
static const char *own_cause(const struct run *r)
{
	bool is_person = strcmp(head(r, EXPLAIN_HEAD_SUBJECT), SUBJECT_PERSON) == 0;
	const char *colon = is_person ? NULL : strchr(r->o->cause, ':');

	return colon ? colon + 1 : r->o->cause;
}

static bool take_lines(struct run *r, const struct buf *reply)
{
	const char *at = reply->data, *end = at + reply->len;
	struct explained *x = r->out;
	uint32_t n = wire_take_u32(&at, end);

	if (!wire_fits(n, (size_t)4 * WIRE_LINE, at, end))
		return false;
	x->lines = arena_alloc(r->a, sizeof(*x->lines) * (n + 1));
	for (uint32_t i = 0; i < n; i++) {
		struct explained_line *l = add_line(x);

		for (int k = 0; k < WIRE_LINE; k++) {
			size_t len;
			const char *s = wire_take(&at, end, &len);

			if (!s)
				return false;
			l->field[k] = arena_strndup(r->a, s, len);
		}
		if (strcmp(l->field[LINE_KIND], "found") == 0 && r->o->cause &&
		    strcmp(l->field[LINE_NAME], "cause") == 0 &&
		    strcmp(l->field[LINE_VALUE], own_cause(r)) == 0)
			x->is_found = true;
	}
	return true;
}

static bool refused(struct run *r, const struct buf *reply, struct err *e)
{
	const char *at = reply->data, *end = at + reply->len, *s;
	size_t n = 0;

	wire_take(&at, end, &n);
	s = wire_take(&at, end, &n);
	ERR(e, ERR_RULE, "%.*s", s ? (int)n : 0, s ? s : "");
	return err_hint(e, "%s", r->fault ? r->fault : no_rule);
}

/* A rule that does not come to an end explains nothing but that. */
static void add_hung(struct run *r)
{
	struct explained_line *l;

	r->out->lines = arena_alloc(r->a, sizeof(*r->out->lines));
	l = add_line(r->out);
	for (int k = 0; k < WIRE_LINE; k++)
		l->field[k] = "";
	l->field[LINE_KIND] = "failed";
	l->field[LINE_VALUE] = "hung or crashed; the worker was ended";
}

static bool ask(struct run *r, struct engine *en, const struct buf *row, struct err *e)
{
	struct buf question, reply;
	uint32_t type;
	bool ok;

	buf_init(&question, FRAME_MOST);
	buf_init(&reply, 4 * FRAME_MOST);
	wire_string(&question, r->o->rule);
	wire_text(&question, row->data, row->len);
	ok = engine_ask(en, FRAME_EXPLAIN, &question, &type, &reply, e);
	if (!ok && engine_was_killed(en)) {
		add_hung(r);
		ok = true;
	} else if (ok) {
		ok = type == FRAME_REFUSED
			 ? refused(r, &reply, e)
			 : take_lines(r, &reply) ||
			       ERR(e, ERR_RULE, "the worker's answer is cut short");
	}
	buf_done(&question);
	buf_done(&reply);
	return ok;
}

static bool explain(struct run *r, const struct facts *f, const struct buf *row,
		    struct err *e)
{
	struct engine_options o = {
		.worker = r->o->worker, .book = r->book, .today = r->day,
		.jurisdiction = r->place, .failed = keep_fault, .ctx = r,
	};
	struct engine *en;
	bool ok;

	facts_tell(f, &o);
	en = engine_start(&o, e);
	ok = en && ask(r, en, row, e);
	engine_stop(en);
	return ok;
}

/* Whether a list of texts or of days as numbers has the source's value. */
static bool says_same(const char *fact, const char *source)
{
	size_t n = strlen(source);
	char day[DATE_TEXT];

	if (strcmp(fact, source) == 0)
		return true;
	for (const char *at = fact; *at; at += strcspn(at, ","), at += *at == ',') {
		char *end;
		long v = strtol(at, &end, 10);

		if (end > at && (*end == ',' || !*end) && v > -100000 && v < 100000 &&
		    n == 10 && strcmp(date_format((int32_t)v, day), source) == 0)
			return true;
	}
	return false;
}

static void add_origin(struct explained_line *l, const struct rows *rows, int row)
{
	l->origins[l->norigins++] = (struct origin){
		row_text(rows, row, EXPLAIN_SOURCES_VALUE),
		row_text(rows, row, EXPLAIN_SOURCES_DAY),
		row_text(rows, row, EXPLAIN_SOURCES_FILE),
		row_text(rows, row, EXPLAIN_SOURCES_LINE),
	};
}

/* Those that say what the fact says, or else the newest: a sum is said by no row
 * alone. */
static void find_origins(struct run *r, struct explained_line *l, const struct rows *rows)
{
	const char *value = l->field[LINE_VALUE];
	int most = strchr(value, ',') ? ORIGINS_MOST : ORIGINS_SHOWN, newest = -1;

	l->origins = arena_alloc(r->a, sizeof(*l->origins) * ORIGINS_MOST);
	for (int i = 0; *value && i < rows->n && l->norigins < most; i++) {
		if (strcmp(row_text(rows, i, EXPLAIN_SOURCES_FACT),
			   l->field[LINE_NAME]) != 0)
			continue;
		newest = newest < 0 ? i : newest;
		if (says_same(value, row_text(rows, i, EXPLAIN_SOURCES_VALUE)))
			add_origin(l, rows, i);
	}
	if (l->norigins == 0 && newest >= 0)
		add_origin(l, rows, newest);
}

static bool add_origins(struct run *r, struct err *e)
{
	const char *params[] = {
		param_int(r->a, r->o->person),
		r->out->is_decision ? head(r, EXPLAIN_HEAD_DECISION_ID) : NULL,
		head(r, EXPLAIN_HEAD_SUBJECT), head(r, EXPLAIN_HEAD_SUBJECT_ID),
	};
	struct rows rows;

	if (!db_run(r->db, r->a, &EXPLAIN_SOURCES, params, &rows, e))
		return false;
	for (int i = 0; i < r->out->n; i++) {
		const char *kind = r->out->lines[i].field[LINE_KIND];

		if (strcmp(kind, "fact") == 0 || strcmp(kind, "when") == 0 ||
		    strcmp(kind, "unmet") == 0)
			find_origins(r, &r->out->lines[i], &rows);
	}
	return true;
}

/* A finder has no texts: its statement is shown, with what it read and gave. */
static bool explain_finder(struct run *r, struct err *e)
{
	static const int fields[] = { LINE_KIND, LINE_NAME, LINE_VALUE, LINE_MEANING,
				      LINE_BASIS };
	struct explained *x = r->out;
	const char *params[] = {
		r->o->rule, param_int(r->a, r->o->person), r->o->cause,
		x->is_decision ? head(r, EXPLAIN_HEAD_DECISION_ID) : NULL
	};
	struct rows rows;

	if (!db_run(r->db, r->a, &EXPLAIN_FINDER, params, &rows, e))
		return false;
	x->day =
	    head(r, x->is_decision ? EXPLAIN_HEAD_DECIDED_ON : EXPLAIN_HEAD_LAST_JUDGED);
	x->book = "";
	x->is_found = head(r, EXPLAIN_HEAD_FOUND)[0] == 't';
	x->lines = arena_alloc(r->a, sizeof(*x->lines) * (size_t)(rows.n + 1));
	for (int i = 0; i < rows.n; i++) {
		struct explained_line *l = add_line(x);

		for (int k = 0; k < WIRE_LINE; k++)
			l->field[k] = "";
		for (int k = 0; k < 5; k++)
			l->field[fields[k]] = row_text(&rows, i, k);
	}
	return true;
}

static bool explain_rule(struct run *r, struct err *e)
{
	const struct subject *s =
	    subject_find(r->o->modules, head(r, EXPLAIN_HEAD_SUBJECT));
	const struct facts *f = s ? facts_of(r->a, r->o->modules, s) : NULL;
	struct buf row;
	bool ok;

	if (!f)
		return ERR(e, ERR_INPUT, "no loaded module has the subject \"%s\"",
			   head(r, EXPLAIN_HEAD_SUBJECT));
	buf_init(&row, 1 << 20);
	ok = choose_book(r, e) && read_row(r, row_select(r, f), &row, e) &&
	     explain(r, f, &row, e) && add_origins(r, e);
	buf_done(&row);
	return ok;
}

bool explain_run(struct db *db, struct arena *a, const struct explain_options *o,
		 struct explained *out, struct err *e)
{
	struct run r = { .db = db, .a = a, .o = o, .out = out };

	memset(out, 0, sizeof(*out));
	if (!read_head(&r, e))
		return false;
	return finders_find(o->modules, o->rule) ? explain_finder(&r, e)
						 : explain_rule(&r, e);
}
