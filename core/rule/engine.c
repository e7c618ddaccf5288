#include "engine.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "engine_private.h"

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
	if (!engine_start_worker(en, e)) {
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

static void fail_rule(struct engine *en, struct engine_rule *r, int64_t person,
		      const char *message)
{
	if (!r || r->has_failed)
		return;
	r->has_failed = true;
	engine_tell_failed(en, r->id, person, message);
}

/* Rules that failed in Lua, named once each, and persons whose row could not be read;
 * false when it is cut. */
static bool take_failures(struct engine *en, const char *at, const char *end)
{
	while (at < end) {
		size_t id_len, len;
		const char *id = wire_take(&at, end, &id_len), *message, *said;
		int64_t person = (int64_t)((uint64_t)wire_take_u32(&at, end) << 32);

		person |= wire_take_u32(&at, end);
		message = wire_take(&at, end, &len);
		if (!id || !message)
			return false;
		said = arena_strndup(en->arena, message, len);
		if (id_len == strlen(WIRE_FACTS) && memcmp(id, WIRE_FACTS, id_len) == 0)
			engine_tell_failed(en, WIRE_FACTS, person, said);
		else
			fail_rule(en, find_rule(en, id, id_len), person, said);
	}
	return true;
}

/* What goes to the server as it is has the shape of rows: person, next check and digest;
 * person, rule, cause, kind of task, due, sentence, money a month, inputs, hash. */
static bool are_results(const char *const *part, const size_t *n)
{
	static const int checked[] = { 8, 4, 8 }, found[] = { 8, 0, 0, 0, 4, 0, 8, 0, 0 };

	return wire_are_rows(part[0], n[0], checked, 3) &&
	       wire_are_rows(part[1], n[1], found, 9);
}

static bool take_judged(struct engine *en, uint32_t type, struct engine_results *out,
			struct err *e)
{
	const char *at = en->reply.data, *end = at + en->reply.len, *part[3];
	size_t n[3];

	for (int i = 0; i < 3; i++)
		if (type != FRAME_JUDGED || !(part[i] = wire_take(&at, end, &n[i])))
			return engine_lost(e, "answering");
	if (!are_results(part, n))
		return engine_lost(e, "answering");
	if ((out->checked && fwrite(part[0], 1, n[0], out->checked) != n[0]) ||
	    fwrite(part[1], 1, n[1], out->found) != n[1])
		return err_errno(e, "could not keep results in a temporary file");
	if (!take_failures(en, part[2], part[2] + n[2]))
		return engine_lost(e, "answering");
	free(en->waiting[0].rows);
	memmove(en->waiting, en->waiting + 1,
		sizeof(*en->waiting) * OUTSTANDING - sizeof(*en->waiting));
	en->nwaiting--;
	return true;
}

/* The rule in flight brought the worker down: its file is left out of the next one. */
static bool leave_out_culprit(struct engine *en, struct err *e)
{
	uint32_t culprit = en->process.flight->rule;
	int64_t person = (int64_t)en->process.flight->person_id;
	int loaded = 0;

	if (!en->o->book || culprit >= (uint32_t)en->nrules)
		return engine_lost(e, "no rule was running");
	for (int i = 0; i < en->o->book->n; i++) {
		if (en->o->book->files[i].kind != 'r' || en->left_out[i])
			continue;
		if ((uint32_t)loaded++ == culprit) {
			en->left_out[i] = true;
			for (int k = 0; k < en->nrules; k++)
				if (strcmp(en->rules[k].hash,
					   en->o->book->files[i].hash) == 0)
					fail_rule(en, &en->rules[k], person,
						  "hung or crashed;"
						  " the worker was ended");
			return true;
		}
	}
	return engine_lost(e, "no rule was running");
}

static bool resend(struct engine *en)
{
	for (int i = 0; i < en->nwaiting; i++)
		if (!process_send(&en->process, FRAME_ROWS, en->waiting[i].rows,
				  en->waiting[i].n))
			return false;
	return true;
}

static bool restart(struct engine *en, struct err *e)
{
	bool ok;

	do {
		if (en->restarts++ == RESTARTS_MOST)
			return engine_lost(e, "it was restarted too often");
		if (!leave_out_culprit(en, e))
			return false;
		process_stop(&en->process);
		ok = engine_start_worker(en, e);
	} while (ok && !resend(en));
	return ok;
}

static bool take_answer(struct engine *en, struct engine_results *out, struct err *e)
{
	uint32_t type;

	while (!process_read(&en->process, &type, &en->reply))
		if (!restart(en, e))
			return false;
	return take_judged(en, type, out, e);
}

bool engine_persons(struct engine *en, const char *rows, size_t n,
		    struct engine_results *out, struct err *e)
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
	while (!process_send(&en->process, FRAME_ROWS, c->rows, n))
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

/* It ended on the way: what it was at is remembered, another takes its place. */
static bool asked_in_vain(struct engine *en, struct err *e)
{
	en->was_killed = true;
	en->row = (int64_t)en->process.flight->person_id;
	process_stop(&en->process);
	engine_start_worker(en, e);
	return engine_lost(e, "it answered a question");
}

bool engine_send(struct engine *en, enum frame_type question, const struct buf *payload,
		 struct err *e)
{
	en->was_killed = false;
	if (en->process.pid <= 0)
		return engine_lost(e, "it was started again");
	return process_send(&en->process, question, payload->data, payload->len) ||
	       asked_in_vain(en, e);
}

bool engine_receive(struct engine *en, uint32_t *type, struct buf *reply, struct err *e)
{
	if (!process_read(&en->process, type, &en->reply))
		return asked_in_vain(en, e);
	buf_clear(reply);
	buf_add(reply, en->reply.data ? en->reply.data : "", en->reply.len);
	return true;
}

bool engine_ask(struct engine *en, enum frame_type question, const struct buf *payload,
		uint32_t *type, struct buf *reply, struct err *e)
{
	return engine_send(en, question, payload, e) &&
	       engine_receive(en, type, reply, e);
}
