#include "decide.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "decisions/decide_sql.h"

bool order_key(struct order *o, struct err *e)
{
	unsigned char b[16];

	if (getrandom(b, sizeof(b), 0) != (ssize_t)sizeof(b))
		return err_errno(e, "could not make a request key");
	b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
	for (int i = 0, at = 0; i < 16; i++)
		at += snprintf(o->request + at, sizeof(o->request) - (size_t)at, "%s%02x",
			       i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", b[i]);
	return true;
}

bool order_key_is_valid(const char *key)
{
	if (strlen(key) != REQUEST_TEXT - 1)
		return false;
	for (int i = 0; key[i]; i++) {
		bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (is_dash ? key[i] != '-' : !strchr("0123456789abcdefABCDEF", key[i]))
			return false;
	}
	return true;
}

const char **order_params(struct arena *a, const struct order *o)
{
	const char **p = arena_alloc(a, sizeof(*p) * 8);

	p[0] = o->request;
	p[1] = param_int(a, o->person);
	p[2] = o->rule;
	p[3] = o->cause;
	p[4] = param_int(a, o->ver);
	p[5] = o->event;
	p[6] = o->reason;
	p[7] = o->note ? o->note : "";
	return p;
}

bool decided_read(struct decided *d, const struct rows *rows)
{
	memset(d, 0, sizeof(*d));
	if (rows->n == 0)
		return false;
	d->decision = row_int(rows, 0, DECIDE_SEND_DECISION_ID);
	snprintf(d->state, sizeof(d->state), "%s", row_text(rows, 0, DECIDE_SEND_STATE));
	d->ver = (int)row_int(rows, 0, DECIDE_SEND_VER);
	d->is_repeated = row_text(rows, 0, DECIDE_SEND_REPEATED)[0] == 't';
	return true;
}

bool order_send(struct db *db, const struct order *o, struct decided *d, struct err *e)
{
	struct arena *a = arena_new();
	struct rows rows;
	bool ok = db_run(db, a, &DECIDE_SEND, order_params(a, o), &rows, e);

	ok = ok && decided_read(d, &rows);
	arena_free(a);
	return ok;
}

bool order_version(struct db *db, struct order *o, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[] = { param_int(a, o->person), o->rule, o->cause };
	struct rows rows;
	bool ok = db_run(db, a, &DECIDE_VERSION, params, &rows, e);

	if (ok && rows.n == 0) {
		ok = ERR(e, ERR_STALE, "there is no task \"%s\" \"%s\" about this person",
			 o->rule, o->cause);
		err_hint(e, "Look at the person's tasks with \"steward person\".");
	}
	if (ok)
		o->ver = (int)row_int(&rows, 0, DECIDE_VERSION_VER);
	arena_free(a);
	return ok;
}
