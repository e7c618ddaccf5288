#include "engine.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rule/process.h"
#include "rule/tool.h"

#define OUTSTANDING 4
#define RESTARTS_MOST 16
#define SETS_MOST 100

/* Rows that were handed over and are not answered yet: sent again after a restart. */
struct chunk { char *rows; size_t n; };

struct engine {
	const struct engine_options *o;
	struct arena *arena;
	struct process process;
	int nrules, restarts;
	struct engine_rule rules[512];
	bool left_out[512];		/* files of the book that are not loaded any more */
	int32_t next_edge;
	struct chunk waiting[OUTSTANDING];
	int nwaiting;
	struct buf reply;
	bool was_killed;
	int64_t row;
	int nsets;
	struct { const char *name, *value; } sets[SETS_MOST];	/* said again after a restart */
};

static bool exchange(struct engine *en, enum frame_type question, const struct buf *b,
		     uint32_t *type)
{
	return process_send(&en->process, question, b->len ? b->data : "", b->len) && process_read(&en->process, type, &en->reply);
}

static bool lost(struct err *e, const char *doing)
{
	ERR(e, ERR_RULE, "the rule worker ended while %s", doing);
	return err_hint(e, "Run \"steward doctor\": it says whether the worker can run here.");
}

static bool send_settings(struct engine *en, struct err *e)
{
	const struct engine_options *o = en->o;
	uint32_t type;
	struct buf b;
	bool ok;

	buf_init(&b, FRAME_MOST);
	buf_u32(&b, (uint32_t)o->today);
	wire_string(&b, o->jurisdiction ? o->jurisdiction : "CN");
	buf_u32(&b, (uint32_t)o->nfacts);
	for (int i = 0; i < o->nfacts; i++) {
		wire_string(&b, o->fact_names[i]);
		wire_string(&b, o->fact_types[i]);
	}
	ok = exchange(en, FRAME_SETTINGS, &b, &type);
	buf_done(&b);
	return ok || lost(e, "it was started");
}

static bool send_tool(struct engine *en, struct err *e)
{
	uint32_t type;
	struct buf b;
	bool ok;

	if (!en->o->tool)
		return true;
	buf_init(&b, FRAME_MOST);
	tool_question(&b, en->o->tool);
	ok = exchange(en, FRAME_TOOL, &b, &type) && type == FRAME_VALUES;
	buf_done(&b);
	return ok || lost(e, "it was started");
}

static void tell_failed(struct engine *en, const char *what, int64_t person_id, const char *message)
{
	if (en->o->failed)
		en->o->failed(en->o->ctx, what, person_id, message);
}

/* The answer to a refused question is status and message. */
static const char *refusal(struct engine *en)
{
	const char *at = en->reply.data, *end = at + en->reply.len;
	size_t n;

	wire_take(&at, end, &n);
	at = wire_take(&at, end, &n);
	return at ? arena_strndup(en->arena, at, n) : "";
}

static void file_refused(struct engine *en, int i)
{
	en->left_out[i] = true;
	tell_failed(en, en->o->book->files[i].path, 0, refusal(en));
}

static bool send_file(struct engine *en, int i, struct err *e)
{
	const struct rule_file *f = &en->o->book->files[i];
	uint32_t type = 0;
	struct buf b;
	bool ok;

	buf_init(&b, FRAME_MOST);
	buf_u32(&b, (uint32_t)f->kind);
	wire_string(&b, f->path);
	wire_string(&b, f->hash);
	wire_text(&b, f->text, f->n);
	ok = exchange(en, FRAME_FILE, &b, &type);
	buf_done(&b);
	if (ok && type == FRAME_REFUSED)
		file_refused(en, i);
	if (!ok) {
		en->left_out[i] = true;
		tell_failed(en, f->path, 0, "brought the worker down while it was loaded");
	}
	return ok || lost(e, f->path);
}

static void keep_rules(struct engine *en)
{
	const char *at = en->reply.data, *end = at + en->reply.len;
	bool first = en->nrules == 0;
	uint32_t n;

	en->next_edge = (int32_t)wire_take_u32(&at, end);
	n = wire_take_u32(&at, end);
	/* After a restart the numbers are others: the failed ones are found by name. */
	for (uint32_t i = 0; i < n; i++) {
		const char *texts[3];
		size_t len;

		for (int k = 0; k < 3; k++) {
			const char *s = wire_take(&at, end, &len);

			texts[k] = s ? arena_strndup(en->arena, s, len) : "";
		}
		if (first || i >= (uint32_t)en->nrules)
			en->rules[en->nrules++] = (struct engine_rule){ texts[0], texts[1],
									texts[2], false };
	}
}

static bool send_set(struct engine *en, const char *name, const char *value, struct err *e)
{
	const char *message;
	uint32_t type;
	struct buf b;
	bool ok;

	buf_init(&b, FRAME_MOST);
	wire_string(&b, name);
	wire_string(&b, value);
	ok = exchange(en, FRAME_SET, &b, &type) || lost(e, "a parameter was set");
	buf_done(&b);
	if (!ok || type != FRAME_REFUSED)
		return ok;
	message = refusal(en);
	return ERR(e, ERR_INPUT, "%.*s", (int)strcspn(message, "\n"), message);
}

static bool link_book(struct engine *en, struct err *e)
{
	struct buf none = { 0 };
	uint32_t type;

	for (int i = 0; en->o->book && i < en->o->book->n; i++)
		if (!en->left_out[i] && !send_file(en, i, e))
			return false;
	if (!exchange(en, FRAME_LINK, &none, &type))
		return lost(e, "the rules were linked");
	keep_rules(en);
	for (int i = 0; i < en->nsets; i++)
		if (!send_set(en, en->sets[i].name, en->sets[i].value, e))
			return false;
	return true;
}

bool engine_set(struct engine *en, const char *name, const char *value, struct err *e)
{
	if (en->nsets == SETS_MOST)
		return ERR(e, ERR_USAGE, "more than %d parameters set", SETS_MOST);
	if (!send_set(en, name, value, e))
		return false;
	en->sets[en->nsets].name = arena_strdup(en->arena, name);
	en->sets[en->nsets++].value = arena_strdup(en->arena, value);
	return true;
}

/* A file may bring the worker down while loading: it is left out and the rest tried again. */
static bool start_worker(struct engine *en, struct err *e)
{
	for (; en->restarts < RESTARTS_MOST; en->restarts++) {
		if (!process_start(&en->process, en->o->worker, e) || !send_tool(en, e) || !send_settings(en, e))
			return false;
		if (link_book(en, e))
			return true;
		process_stop(&en->process);
	}
	return false;
}

struct engine *engine_start(const struct engine_options *o, struct err *e)
{
	struct engine *en = calloc(1, sizeof(*en));

	if (!en)
		abort();
	signal(SIGPIPE, SIG_IGN);
	en->o = o;
	en->process.copy = o->copy;
	en->arena = arena_new();
	buf_init(&en->reply, 4 * FRAME_MOST);
	if (!start_worker(en, e)) {
		engine_stop(en);
		return NULL;
	}
	return en;
}

void engine_stop(struct engine *en)
{
	if (!en)
		return;
	process_stop(&en->process);
	for (int i = 0; i < en->nwaiting; i++)
		free(en->waiting[i].rows);
	buf_done(&en->reply);
	arena_free(en->arena);
	free(en);
}

int engine_rules(const struct engine *en, const struct engine_rule **rules)
{
	*rules = en->rules;
	return en->nrules;
}

int32_t engine_next_edge(const struct engine *en)
{
	return en->next_edge;
}

bool engine_was_killed(const struct engine *en)
{
	return en->was_killed;
}

int64_t engine_row(const struct engine *en)
{
	return en->row;
}

static struct engine_rule *find_rule(struct engine *en, const char *id, size_t n)
{
	for (int i = 0; i < en->nrules; i++)
		if (strlen(en->rules[i].id) == n && memcmp(en->rules[i].id, id, n) == 0)
			return &en->rules[i];
	return NULL;
}

static void fail_rule(struct engine *en, struct engine_rule *r, int64_t person, const char *message)
{
	if (!r || r->has_failed)
		return;
	r->has_failed = true;
	tell_failed(en, r->id, person, message);
}

/* Rules that failed in Lua: named once each. */
static void take_failures(struct engine *en, const char *at, const char *end)
{
	while (at < end) {
		size_t id_len, len;
		const char *id = wire_take(&at, end, &id_len), *message;
		int64_t person = (int64_t)((uint64_t)wire_take_u32(&at, end) << 32);

		person |= wire_take_u32(&at, end);
		message = wire_take(&at, end, &len);
		if (!id || !message)
			return;
		fail_rule(en, find_rule(en, id, id_len), person,
			  arena_strndup(en->arena, message, len));
	}
}

static bool take_judged(struct engine *en, struct engine_results *out, struct err *e)
{
	const char *at = en->reply.data, *end = at + en->reply.len, *part[3];
	size_t n[3];

	for (int i = 0; i < 3; i++)
		if (!(part[i] = wire_take(&at, end, &n[i])))
			return lost(e, "answering");
	if ((out->checked && fwrite(part[0], 1, n[0], out->checked) != n[0]) ||
	    fwrite(part[1], 1, n[1], out->found) != n[1])
		return err_errno(e, "could not keep results in a temporary file");
	take_failures(en, part[2], part[2] + n[2]);
	free(en->waiting[0].rows);
	memmove(en->waiting, en->waiting + 1, sizeof(*en->waiting) * OUTSTANDING - sizeof(*en->waiting));
	en->nwaiting--;
	return true;
}

/* The rule in flight brought the worker down: its file is left out of the next one. */
static bool leave_out_culprit(struct engine *en, struct err *e)
{
	uint32_t culprit = en->process.flight->rule;
	int64_t person = (int64_t)en->process.flight->person_id;
	int loaded = 0;

	if (culprit >= (uint32_t)en->nrules)
		return lost(e, "no rule was running");
	for (int i = 0; i < en->o->book->n; i++) {
		if (en->o->book->files[i].kind != 'r' || en->left_out[i])
			continue;
		if ((uint32_t)loaded++ == culprit) {
			en->left_out[i] = true;
			for (int k = 0; k < en->nrules; k++)
				if (strcmp(en->rules[k].hash, en->o->book->files[i].hash) == 0)
					fail_rule(en, &en->rules[k], person,
						  "hung or crashed; the worker was ended");
			return true;
		}
	}
	return lost(e, "no rule was running");
}

static bool resend(struct engine *en)
{
	for (int i = 0; i < en->nwaiting; i++)
		if (!process_send(&en->process, FRAME_PERSONS, en->waiting[i].rows, en->waiting[i].n))
			return false;
	return true;
}

static bool restart(struct engine *en, struct err *e)
{
	bool ok;

	do {
		if (en->restarts++ == RESTARTS_MOST)
			return lost(e, "it was restarted too often");
		if (!leave_out_culprit(en, e))
			return false;
		process_stop(&en->process);
		ok = start_worker(en, e);
	} while (ok && !resend(en));
	return ok;
}

static bool take_answer(struct engine *en, struct engine_results *out, struct err *e)
{
	uint32_t type;

	while (!process_read(&en->process, &type, &en->reply))
		if (!restart(en, e))
			return false;
	return take_judged(en, out, e);
}

bool engine_persons(struct engine *en, const char *rows, size_t n, struct engine_results *out,
		    struct err *e)
{
	struct chunk *c;

	if (en->nwaiting == OUTSTANDING && !take_answer(en, out, e))
		return false;
	c = &en->waiting[en->nwaiting++];
	c->rows = malloc(n);
	if (!c->rows)
		abort();
	memcpy(c->rows, rows, n);
	c->n = n;
	while (!process_send(&en->process, FRAME_PERSONS, c->rows, n))
		return restart(en, e);
	return true;
}

bool engine_finish(struct engine *en, struct engine_results *out, struct err *e)
{
	while (en->nwaiting)
		if (!take_answer(en, out, e))
			return false;
	return true;
}

bool engine_ask(struct engine *en, enum frame_type question, const struct buf *payload,
		uint32_t *type, struct buf *reply, struct err *e)
{
	en->was_killed = false;
	if (en->process.pid <= 0)
		return lost(e, "it was started again");
	en->was_killed = !exchange(en, question, payload, type);
	if (en->was_killed) {
		en->row = (int64_t)en->process.flight->person_id;
		process_stop(&en->process);
		start_worker(en, e);
		return lost(e, "it answered a question");
	}
	buf_clear(reply);
	buf_add(reply, en->reply.data ? en->reply.data : "", en->reply.len);
	return true;
}
