/* Asking the worker; and one made ready: its tool, the facts, the texts of the book, the
 * parameters that were set. */
#include <string.h>

#include "engine_private.h"

/* One frame there and its answer into en->reply; false when the worker is gone or
 * hangs. */
static bool exchange(struct engine *en, enum frame_type question, const struct buf *b,
		     uint32_t *type)
{
	return process_send(&en->process, question, b->len ? b->data : "", b->len) &&
	       process_read(&en->process, type, &en->reply);
}

bool engine_lost(struct err *e, const char *doing)
{
	ERR(e, ERR_RULE, "the rule worker ended while %s", doing);
	return err_hint(e, "Run \"steward doctor\": it says whether the worker can run "
			"here.");
}

void engine_tell_failed(struct engine *en, const char *what, int64_t person_id,
			const char *message)
{
	if (en->o->failed)
		en->o->failed(en->o->ctx, what, person_id, message);
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
	wire_string(&b, o->subject ? o->subject : "person");
	wire_string(&b, o->taken ? o->taken : "");
	wire_string(&b, o->modules ? o->modules : "");
	buf_u32(&b, (uint32_t)o->nfacts);
	for (int i = 0; i < o->nfacts; i++) {
		wire_string(&b, o->fact_names[i]);
		wire_string(&b, o->fact_types[i]);
	}
	ok = exchange(en, FRAME_SETTINGS, &b, &type);
	buf_done(&b);
	return ok || engine_lost(e, "it was started");
}

static bool send_tool(struct engine *en, struct err *e)
{
	uint32_t type;
	struct buf b;
	bool ok;

	if (!en->o->tool)
		return true;
	buf_init(&b, FRAME_MOST);
	wire_strings(&b, en->o->tool);
	ok = exchange(en, FRAME_TOOL, &b, &type) && type == FRAME_VALUES;
	buf_done(&b);
	return ok || engine_lost(e, "it was started");
}

/* The answer to a refused question is status and message. */
static const char *refusal(struct engine *en)
{
	const char *at = en->reply.data, *end = at + en->reply.len, *message;
	size_t n;

	wire_take(&at, end, &n);
	message = wire_take(&at, end, &n);
	return message ? arena_strndup(en->arena, message, n) : "";
}

static void file_refused(struct engine *en, int i)
{
	en->left_out[i] = true;
	engine_tell_failed(en, en->o->book->files[i].path, 0, refusal(en));
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
		engine_tell_failed(en, f->path, 0,
				   "brought the worker down while it was loaded");
	}
	return ok || engine_lost(e, f->path);
}

/* False when the worker names more rules than there can be, or says them in pieces. */
static bool keep_rules(struct engine *en)
{
	const char *at = en->reply.data, *end = at + en->reply.len;
	bool first = en->nrules == 0;
	uint32_t n;

	if (en->reply.len < 8)
		return false;
	en->next_edge = (int32_t)wire_take_u32(&at, end);
	n = wire_take_u32(&at, end);
	if (n > RULES_MOST)
		return false;
	/* After a restart the numbers are others: the failed ones are found by name. */
	for (uint32_t i = 0; i < n; i++) {
		const char *texts[3];
		size_t len;

		for (int k = 0; k < 3; k++) {
			const char *s = wire_take(&at, end, &len);

			if (!s)
				return false;
			texts[k] = arena_strndup(en->arena, s, len);
		}
		if (first || i >= (uint32_t)en->nrules)
			en->rules[en->nrules++] =
			    (struct engine_rule){ texts[0], texts[1], texts[2], false };
	}
	return true;
}

static bool send_set(struct engine *en, const char *name, const char *value,
		     struct err *e)
{
	const char *message;
	uint32_t type;
	struct buf b;
	bool ok;

	buf_init(&b, FRAME_MOST);
	wire_string(&b, name);
	wire_string(&b, value);
	ok = exchange(en, FRAME_SET, &b, &type) ||
	     engine_lost(e, "a parameter was set");
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
	if (!exchange(en, FRAME_LINK, &none, &type) || type != FRAME_DONE ||
	    !keep_rules(en))
		return engine_lost(e, "the rules were linked");
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

bool engine_start_worker(struct engine *en, struct err *e)
{
	for (; en->restarts < RESTARTS_MOST; en->restarts++) {
		if (!process_start(&en->process, en->o->worker, e) || !send_tool(en, e) ||
		    !send_settings(en, e))
			return false;
		if (link_book(en, e))
			return true;
		process_stop(&en->process);
	}
	return e->code != ERR_NONE ? false : engine_lost(e, "it was started");
}
