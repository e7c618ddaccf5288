/* Clocks, priorities, reasons and limits live in lua/parameters/work.lua; the screens and
 * the database read them from tables. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "judge/work_sql.h"
#include "work.h"

bool work_ask(struct engine *en, struct arena *a, const char *name,
	      struct work_pair *pairs, int most, int *n, struct err *e)
{
	struct buf question, reply;
	const char *at, *end, *s;
	uint32_t type;
	size_t len;
	bool ok;

	buf_init(&question, 1024);
	buf_init(&reply, 1 << 20);
	wire_string(&question, name);
	ok = engine_ask(en, FRAME_PARAMETER, &question, &type, &reply, e) &&
	     (type == FRAME_VALUES ||
	      ERR(e, ERR_RULE, "parameter \"%s\" is missing", name));
	at = reply.data;
	end = at + reply.len;
	for (*n = 0; ok && at < end && *n < most; (*n)++) {
		s = wire_take(&at, end, &len);
		pairs[*n].key = s ? arena_strndup(a, s, len) : "";
		s = wire_take(&at, end, &len);
		pairs[*n].value = s ? arena_strndup(a, s, len) : "";
	}
	buf_done(&question);
	buf_done(&reply);
	return ok;
}

static const char *find(const struct work_pair *pairs, int n, const char *key)
{
	for (int i = 0; i < n; i++)
		if (strcmp(pairs[i].key, key) == 0)
			return pairs[i].value;
	return NULL;
}

/* suspend.days or suspend.working_days, and suspend.priority */
static bool load_types(struct db *db, struct arena *a, const struct work_pair *p, int n,
		       struct err *e)
{
	if (!db_run(db, a, &WORK_CLOCKS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		const char *dot = strrchr(p[i].key, '.'), *name;
		bool is_working = dot && strcmp(dot, ".working_days") == 0;
		const char *params[4] = { NULL };

		if (!dot || (!is_working && strcmp(dot, ".days") != 0))
			continue;
		name = params[0] = arena_strndup(a, p[i].key, (size_t)(dot - p[i].key));
		params[is_working ? 3 : 1] = p[i].value;
		params[2] = find(p, n, arena_printf(a, "%s.priority", name));
		if (!params[2])
			params[2] = "5";
		if (!is_working && find(p, n, arena_printf(a, "%s.working_days", name)))
			continue;
		if (!db_run(db, a, &WORK_CLOCK, params, NULL, e))
			return false;
	}
	return true;
}

/* Key and value of each pair as a row, in place of the rows that were there. */
static bool load_pairs(struct db *db, struct arena *a, const struct stmt *clear,
		       const struct stmt *add, const struct work_pair *p, int n,
		       struct err *e)
{
	if (!db_run(db, a, clear, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		const char *params[] = { p[i].key, p[i].value };

		if (!db_run(db, a, add, params, NULL, e))
			return false;
	}
	return true;
}

/* Cuts the last part of a key with dots off; "" when there is none. */
static const char *take_last(char *key)
{
	char *dot = strrchr(key, '.');

	if (dot)
		*dot = '\0';
	return dot ? dot + 1 : "";
}

/* suspend.propose.1.code and suspend.propose.1.label; the kind may be a rule's with a
 * dot. */
static bool load_reason(struct db *db, struct arena *a, const struct work_pair *p, int n,
			int i, struct err *e)
{
	char *key = arena_strdup(a, p[i].key);
	const char *what = take_last(key), *sort, *event, *label;
	const char *params[6];

	if (strcmp(what, "code") != 0)
		return true;
	params[5] = find(p, n, arena_printf(a, "%s.voids", key));
	label = find(p, n, arena_printf(a, "%s.label", key));
	sort = take_last(key);
	event = take_last(key);
	params[0] = key;
	params[1] = event;
	params[2] = p[i].value;
	params[3] = label ? label : p[i].value;
	params[4] = sort;
	return db_run(db, a, &WORK_REASON, params, NULL, e);
}

static bool load_reasons(struct db *db, struct arena *a, const struct work_pair *p, int n,
			 struct err *e)
{
	bool ok = db_run(db, a, &WORK_REASONS_CLEAR, NULL, NULL, e);

	for (int i = 0; ok && i < n; i++)
		ok = load_reason(db, a, p, n, i, e);
	return ok;
}

static bool load_calendar(struct db *db, struct arena *a, const struct work_pair *p,
			  int n, struct err *e)
{
	return load_pairs(db, a, &WORK_CALENDAR_CLEAR, &WORK_CALENDAR, p, n, e);
}

static bool load_numbers(struct db *db, struct arena *a, const struct work_pair *p, int n,
			 struct err *e)
{
	return load_pairs(db, a, &WORK_NUMBERS_CLEAR, &WORK_NUMBER, p, n, e);
}

/* service_matter.transfer.working_days: kind, code, which may have a dot, name. */
static bool load_rows(struct db *db, struct arena *a, const struct work_pair *p, int n,
		      struct err *e)
{
	if (!db_run(db, a, &WORK_ROWS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *code = arena_strdup(a, p[i].key);
		const char *params[] = { strsep(&code, "."), code, NULL, p[i].value };

		params[2] = code ? take_last(code) : "";
		if (!db_run(db, a, &WORK_ROW, params, NULL, e))
			return false;
	}
	return true;
}

/* J1o.watch and J1o.alarm stand side by side, in order. */
static bool load_limits(struct db *db, struct arena *a, const struct work_pair *p, int n,
			struct err *e)
{
	if (!db_run(db, a, &WORK_LIMITS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		size_t id = strcspn(p[i].key, ".");
		const char *params[] = { arena_strndup(a, p[i].key, id), NULL, NULL };

		if (i > 0 && strncmp(p[i].key, p[i - 1].key, id + 1) == 0)
			continue;
		params[1] = find(p, n, arena_printf(a, "%s.watch", params[0]));
		params[2] = find(p, n, arena_printf(a, "%s.alarm", params[0]));
		if (!db_run(db, a, &WORK_LIMIT, params, NULL, e))
			return false;
	}
	return true;
}

/* suspend.1.from and suspend.1.persons: from which amount on how many must agree. */
static bool load_persons(struct db *db, struct arena *a, const struct work_pair *p, int n,
			 struct err *e)
{
	if (!db_run(db, a, &WORK_PERSONS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *key = arena_strdup(a, p[i].key);
		const char *params[3] = { key };

		if (strcmp(take_last(key), "persons") != 0)
			continue;
		params[1] = find(p, n, arena_printf(a, "%s.from", key));
		params[2] = p[i].value;
		take_last(key);
		if (!db_run(db, a, &WORK_PERSONS, params, NULL, e))
			return false;
	}
	return true;
}

/* death.days, death.times, ... of each feed. */
static bool load_feeds(struct db *db, struct arena *a, const struct work_pair *p, int n,
		       struct err *e)
{
	static const char *const keys[] = { "days", "times", "rejects", "whole", "silent",
					    "holds", "contact" };

	if (!db_run(db, a, &WORK_FEEDS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *feed = arena_strdup(a, p[i].key);
		const char *params[8] = { feed };

		if (strcmp(take_last(feed), "days") != 0)
			continue;
		for (int k = 0; k < 7; k++)
			params[k + 1] =
				find(p, n, arena_printf(a, "%s.%s", feed, keys[k]));
		if (!db_run(db, a, &WORK_FEED, params, NULL, e))
			return false;
	}
	return true;
}

/* suspend.floor and suspend.times: from which number on proposals wait. */
static bool load_brake(struct db *db, struct arena *a, const struct work_pair *p, int n,
		       struct err *e)
{
	if (!db_run(db, a, &WORK_BRAKE_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *kind = arena_strdup(a, p[i].key);
		const char *params[3] = { kind, p[i].value };

		if (strcmp(take_last(kind), "floor") != 0)
			continue;
		params[2] = find(p, n, arena_printf(a, "%s.times", kind));
		if (!db_run(db, a, &WORK_BRAKE, params, NULL, e))
			return false;
	}
	return true;
}

/* suspend.release: whose it is to let a payment go that such a task holds. */
static bool load_gate(struct db *db, struct arena *a, const struct work_pair *p, int n,
		      struct err *e)
{
	if (!db_run(db, a, &WORK_GATE_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *kind = arena_strdup(a, p[i].key);
		const char *params[] = { kind, p[i].value };

		if (strcmp(take_last(kind), "release") == 0 &&
		    !db_run(db, a, &WORK_GATE, params, NULL, e))
			return false;
	}
	return true;
}

/* suspend.done.template, .channels, ...: what a step writes. */
static bool load_messages(struct db *db, struct arena *a, const struct work_pair *p,
			  int n, struct err *e)
{
	static const char *const keys[] = { "template", "channels", "adverse",	 "words",
					    "look",	"told",	    "reply_days" };

	if (!db_run(db, a, &WORK_MESSAGES_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *kind = arena_strdup(a, p[i].key);
		const char *params[9] = { kind };

		if (strcmp(take_last(kind), "template") != 0)
			continue;
		for (int k = 0; k < 7; k++)
			params[k + 2] =
				find(p, n, arena_printf(a, "%s.%s", kind, keys[k]));
		params[1] = take_last(kind);
		if (!db_run(db, a, &WORK_MESSAGE, params, NULL, e))
			return false;
	}
	return true;
}

/* icbc.format, icbc.title, ... of each channel. */
static bool load_channels(struct db *db, struct arena *a, const struct work_pair *p,
			  int n, struct err *e)
{
	static const char *const keys[] = { "title", "format", "encoding", "agent",
					    "debtor", "columns", "codes",
					    "reply", "test" };

	if (!db_run(db, a, &WORK_CHANNELS_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *channel = arena_strdup(a, p[i].key);
		const char *params[10] = { channel };

		if (strcmp(take_last(channel), "format") != 0)
			continue;
		for (int k = 0; k < 9; k++)
			params[k + 1] =
				find(p, n, arena_printf(a, "%s.%s", channel, keys[k]));
		if (!db_run(db, a, &WORK_CHANNEL, params, NULL, e))
			return false;
	}
	return true;
}

static bool load_post(struct db *db, struct arena *a, const struct work_pair *p, int n,
		      struct err *e)
{
	return load_pairs(db, a, &WORK_POST_CLEAR, &WORK_POST, p, n, e);
}

/* court.months, court.decide_days, ... */
static bool load_remedies(struct db *db, struct arena *a, const struct work_pair *p,
			  int n, struct err *e)
{
	static const char *const keys[] = { "days", "months", "after_days",
					    "decide_days" };

	if (!db_run(db, a, &WORK_REMEDIES_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *kind = arena_strdup(a, p[i].key);
		const char *params[5] = { kind };

		if (strcmp(take_last(kind), "decide_days") != 0)
			continue;
		for (int k = 0; k < 4; k++)
			params[k + 1] =
				find(p, n, arena_printf(a, "%s.%s", kind, keys[k]));
		if (!db_run(db, a, &WORK_REMEDY, params, NULL, e))
			return false;
	}
	return true;
}

/* stopped.zh and what it says. */
static bool load_short(struct db *db, struct arena *a, const struct work_pair *p, int n,
		       struct err *e)
{
	if (!db_run(db, a, &WORK_SHORT_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < n; i++) {
		char *template = arena_strdup(a, p[i].key);
		const char *params[] = { template, NULL, p[i].value };

		params[1] = take_last(template);
		if (!db_run(db, a, &WORK_SHORT, params, NULL, e))
			return false;
	}
	return true;
}

bool work_is_there(struct engine *en, struct err *e)
{
	static const char *const needed[] = { "work.types", "work.reasons" };
	struct arena *a = arena_new();
	struct work_pair pair;
	bool ok = true;
	int n;

	for (int i = 0; ok && i < 2; i++)
		ok = work_ask(en, a, needed[i], &pair, 1, &n, e);
	arena_free(a);
	return ok;
}

/* What the texts say of work, and what takes it.  Older texts say nothing of limits,
 * which leaves those that are there; nor of persons, which leaves everything with two. */
static const struct {
	const char *name;
	bool may_lack;
	bool (*load)(struct db *db, struct arena *a, const struct work_pair *p, int n,
		     struct err *e);
} parts[] = {
	{ "work.types", false, load_types },
	{ "=calendar", false, load_calendar },
	{ "=numbers", false, load_numbers },
	{ "work.rows", true, load_rows },
	{ "work.limits", true, load_limits },
	{ "work.persons", true, load_persons },
	{ "work.feeds", true, load_feeds },
	{ "work.brake", true, load_brake },
	{ "work.gate", true, load_gate },
	{ "work.channels", true, load_channels },
	{ "work.messages", true, load_messages },
	{ "work.short", true, load_short },
	{ "work.post", true, load_post },
	{ "work.remedies", true, load_remedies },
	{ "work.reasons", false, load_reasons },
};

bool work_load(struct db *db, struct engine *en, struct err *e)
{
	enum { MOST = 2000 };
	struct arena *a = arena_new();
	struct work_pair *pairs = arena_alloc(a, sizeof(*pairs) * MOST);
	bool ok = true;
	int n;

	for (size_t i = 0; ok && i < sizeof(parts) / sizeof(*parts); i++) {
		struct err why = { 0 };

		if (work_ask(en, a, parts[i].name, pairs, MOST, &n, &why)) {
			ok = parts[i].load(db, a, pairs, n, e);
		} else if (!parts[i].may_lack) {
			*e = why;
			ok = false;
		}
	}
	arena_free(a);
	return ok;
}
