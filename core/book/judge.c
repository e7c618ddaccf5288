/* Judging rows: guard, call, compare with what was known. */
#include <lauxlib.h>
#include <string.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/money.h"
#include "base/text.h"
#include "hostlib.h"
#include "row.h"

#define TEXT_MOST 2000
#define DAY_LEAST (-36524)	/* 1900-01-01 */
#define DAY_MOST 365242	/* 2999-12-31 */

static bool is_admitted(const struct book *b, int rule, const struct row *row)
{
	const struct rule *r = &b->rules[rule];

	if (!r->in_force || r->has_failed || !b->places[b->place].applies[rule])
		return false;
	for (int i = 0; i < r->nguards; i++)
		if (!book_passes(&r->guards[i], row))
			return false;
	return true;
}

/* The looked-at values of the call in progress, lengths and bytes. */
static size_t write_key(void *ctx, uint32_t mask, char *key, size_t size)
{
	const struct looking *l = ctx;
	size_t n = 0;

	/* No length is 254: answers of other places than the first are told apart. */
	if (l->place) {
		key[n++] = (char)254;
		memcpy(key + n, &l->place, sizeof(l->place));
		n += sizeof(l->place);
	}
	for (int i = 0; i < l->rule->nreads; i++) {
		const struct value *v = &l->row->facts[l->rule->reads[i]];
		size_t len = v->len < 0 ? 0 : (size_t)v->len;

		if (!(mask & 1u << i))
			continue;
		if (n + 1 + len > size || len > 100)
			return 0;
		key[n++] = v->len < 0 ? 127 : (char)len;
		if (len)	/* of none the data may be NULL */
			memcpy(key + n, v->data, len);
		n += len;
	}
	return n ? n : (key[0] = 0, 1);
}

static void add_text(struct buf *out, const char *s, size_t n)
{
	buf_u32(out, (uint32_t)n);
	buf_add(out, s, n);
}

static void add_quoted(struct buf *j, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\')
			buf_add(j, "\\", 1);
		buf_add(j, s + i, 1);
	}
}

/* The facts a finding rested on, as a json object of texts. */
static void add_inputs(const struct book *b, const struct rule *r, const struct row *row,
		       struct buf *out)
{
	struct buf j;

	buf_init(&j, 1 << 20);
	for (int i = 0; i < r->nshown; i++) {
		const struct fact *f = &b->facts[r->shown[i]];
		const struct value *v = &row->facts[r->shown[i]];

		if (v->len < 0)
			continue;
		buf_printf(&j, "%s\"%s\": \"", j.len ? ", " : "{", f->name);
		if (f->type == FACT_TEXT)
			add_quoted(&j, v->data, (size_t)v->len);
		else
			book_fact_text(b, r->shown[i], row, &j);
		buf_text(&j, "\"");
	}
	buf_text(&j, j.len ? "}" : "{}");
	add_text(out, j.data, j.len);
	buf_done(&j);
}

static void add_failure(struct buf *failures, const char *what, int64_t person_id,
			const char *message)
{
	size_t n = strlen(message);

	add_text(failures, what, strlen(what));
	buf_u64(failures, (uint64_t)person_id);
	add_text(failures, message, n > TEXT_MOST ? TEXT_MOST : n);
}

/* A text that can be stored and shown, or NULL. */
static const char *good_text(lua_State *L, int at, size_t *n)
{
	const char *s = lua_type(L, at) == LUA_TSTRING ? lua_tolstring(L, at, n) : NULL;

	return s && *n > 0 && *n <= TEXT_MOST && !text_has_unsafe(s, *n) ? s : NULL;
}

/* What T gives and nothing else: a list of texts as JSON, with no escapes but those of "
 * and \\. */
static bool is_say(const char *s, size_t n)
{
	const char *end = s + n - 1;
	bool is_open = false;

	if (n < 4 || *s != '[' || *end != ']')
		return false;
	for (s++; s < end; s++) {
		if (*s == '"')
			is_open = !is_open;
		else if (*s == '\\' && (!is_open || (*++s != '"' && *s != '\\')))
			return false;
		else if (!is_open && (*s != ',' || s[-1] != '"' || s[1] != '"'))
			return false;
	}
	return !is_open && end[-1] == '"';
}

/* A field of the task itself, or of one that the text keeps; the facts, which ask
 * elsewhere, are none. */
static void push_field(lua_State *L, int at, const char *name)
{
	if (luaL_getmetafield(L, at, "frozen") == LUA_TNIL)
		lua_pushvalue(L, at);
	lua_pushstring(L, name);
	lua_rawget(L, -2);
	lua_remove(L, -2);
}

/* Nil, or a whole number from least to most, which a result like 3.0 is, too; false for
 * anything else. */
static bool good_whole(lua_State *L, int at, int64_t least, int64_t most, int64_t *n,
		       bool *is_there)
{
	int is_whole = 1;

	*is_there = !lua_isnil(L, at);
	*n = *is_there && lua_type(L, at) == LUA_TNUMBER
		 ? lua_tointegerx(L, at, &is_whole)
		 : least;
	return !*is_there ||
	       (lua_type(L, at) == LUA_TNUMBER && is_whole && *n >= least && *n <= most);
}

/* One finding, on the top of the stack, as the first fields of a COPY row. */
static const char *add_finding(struct book *b, const struct rule *r,
			       const struct row *row, struct buf *out)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int at = lua_gettop(L);
	const char *cause, *say;
	size_t cause_len, say_len;
	int64_t due, monthly;
	bool has_due, has_monthly;

	if (!lua_istable(L, at))
		return "judge must return task { ... } or nothing";
	push_field(L, at, "cause");
	push_field(L, at, "say");
	push_field(L, at, "due");
	cause = good_text(L, at + 1, &cause_len);
	say = good_text(L, at + 2, &say_len);
	if (!cause || !say || !is_say(say, say_len))
		return "a task needs a cause (text) and say = T(...)";
	push_field(L, at, "monthly");
	if (!good_whole(L, at + 3, DAY_LEAST, DAY_MOST, &due, &has_due))
		return "due must be a day from 1900 to 2999";
	if (!good_whole(L, at + 4, -MONEY_MOST, MONEY_MOST, &monthly, &has_monthly))
		return "monthly must be an amount in whole fen, at most 10 billion yuan";
	buf_u16(out, 9);
	buf_u32(out, 8);
	buf_u64(out, (uint64_t)row->person_id);
	add_text(out, r->id, strlen(r->id));
	add_text(out, cause, cause_len);
	add_text(out, r->type, strlen(r->type));
	buf_u32(out, has_due ? 4 : UINT32_MAX);
	if (has_due)
		buf_u32(out, (uint32_t)due);
	add_text(out, say, say_len);
	buf_u32(out, has_monthly ? 8 : UINT32_MAX);
	if (has_monthly)
		buf_u64(out, (uint64_t)monthly);
	return NULL;
}

static const char *keep_finding(struct book *b, const struct rule *r,
				const struct row *row, struct findings *f)
{
	const char *fault;

	if (f->n == PERSON_FINDINGS)
		return "more findings than one person can have";
	f->each[f->n].rule = r;
	f->each[f->n].start = f->text.len;
	fault = add_finding(b, r, row, &f->text);
	f->each[f->n].end = f->text.len;
	f->n++;
	return fault;
}

/* Findings start with who they are about: that is put in anew for each person. */
#define FINDING_PERSON 6	/* bytes before the person_id */

static void recall(const struct rule *r, const struct row *row,
		   const struct memo_answer *a, struct findings *f)
{
	struct buf person;

	hostlib_note(a->next_check);
	if (a->nfound == 0)
		return;
	f->each[f->n].rule = r;
	f->each[f->n].start = f->text.len;
	buf_add(&f->text, a->found, a->len);
	f->each[f->n].end = f->text.len;
	buf_init(&person, 16);
	buf_u64(&person, (uint64_t)row->person_id);
	memcpy(f->text.data + f->each[f->n++].start + FINDING_PERSON, person.data, 8);
	buf_done(&person);
}

/* A judgement with at most one finding is kept; more than one is rare. */
static void remember(struct book *b, const struct rule *r, const struct findings *f,
		     int before, int32_t next_check)
{
	struct memo_answer a = { .next_check = next_check, .nfound = f->n - before };

	if (a.nfound > 1)
		return;
	if (a.nfound == 1) {
		a.found = f->text.data + f->each[before].start;
		a.len = f->each[before].end - f->each[before].start;
	}
	memo_put(r->memo, b->looking.mask, write_key, &b->looking, &a);
}

/* The cause makes a task this one: two of one rule about one person are none. */
static bool repeats_cause(lua_State *L, int first, int i)
{
	bool is_same = false;

	for (int k = first; k < i && !is_same; k++) {
		if (lua_isnil(L, k))
			continue;
		push_field(L, k, "cause");
		push_field(L, i, "cause");
		is_same = lua_rawequal(L, -1, -2);
		lua_pop(L, 2);
	}
	return is_same;
}

const char *book_call_rule(struct book *b, const struct rule *r, const struct row *row,
			   struct findings *f)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int base = lua_gettop(L), results;
	const char *fault = NULL;

	lua_rawgeti(L, LUA_REGISTRYINDEX, r->judge);
	lua_rawgeti(L, LUA_REGISTRYINDEX, r->person);
	if (sandbox_call(b->sandbox, 1, LUA_MULTRET) != RUN_OK)
		return lua_tostring(L, -1);
	results = lua_gettop(L) - base;
	if (!lua_checkstack(L, 10))
		return "more findings than one person can have";
	for (int i = 1; i <= results && !fault; i++) {
		lua_pushvalue(L, base + i);
		if (!lua_isnil(L, -1))
			fault = keep_finding(b, r, row, f);
		if (!fault && !lua_isnil(L, base + i) &&
		    repeats_cause(L, base + 1, base + i))
			fault = "two tasks of one rule have the same cause";
		lua_settop(L, base + results);
	}
	return fault;
}

static void apply_rule(struct book *b, struct rule *r, const struct row *row,
		       struct findings *f, struct buf *failures)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int base = lua_gettop(L), before = f->n;
	int32_t earlier = hostlib_next_check();
	struct memo_answer known;
	const char *fault;

	b->looking = (struct looking){ .rule = r, .row = row, .place = b->place };
	if (f->n < PERSON_FINDINGS && memo_get(r->memo, write_key, &b->looking, &known)) {
		recall(r, row, &known, f);
		return;
	}
	hostlib_start_tracking();
	fault = book_call_rule(b, r, row, f);
	if (fault) {
		f->n = before;
		r->has_failed = true;
		add_failure(failures, r->id, row->person_id, fault);
	} else {
		remember(b, r, f, before, hostlib_next_check());
	}
	hostlib_note(earlier);
	lua_settop(L, base);
}

/* All that was found about a person, in one number: sentences, the facts they rest on,
 * the rule texts and the next check. */
static int64_t digest(const struct findings *f, const struct row *row, int32_t next_check)
{
	uint64_t h = digest_mix(0x5747, (const char *)&next_check, sizeof(next_check));

	for (int i = 0; i < f->n; i++) {
		const struct rule *r = f->each[i].rule;

		h = digest_mix(h ^ r->hash64, f->text.data + f->each[i].start,
			f->each[i].end - f->each[i].start);
		for (int k = 0; k < r->nshown; k++) {
			const struct value *v = &row->facts[r->shown[k]];

			h = digest_mix(h, v->data, v->len < 0 ? 0 : (size_t)v->len);
		}
	}
	return (int64_t)h;
}

static void tell_findings(const struct book *b, const struct findings *f,
			  const struct row *row, struct buf *found)
{
	for (int i = 0; i < f->n; i++) {
		const struct rule *r = f->each[i].rule;

		buf_add(found, f->text.data + f->each[i].start,
			f->each[i].end - f->each[i].start);
		add_inputs(b, r, row, found);
		add_text(found, r->hash, strlen(r->hash));
	}
}

static void tell_checked(const struct row *row, int32_t next_check, int64_t judged,
			 struct buf *checked)
{
	buf_u16(checked, 3);
	buf_u32(checked, 8);
	buf_u64(checked, (uint64_t)row->person_id);
	buf_u32(checked, next_check == DATE_NONE ? UINT32_MAX : 4);
	if (next_check != DATE_NONE)
		buf_u32(checked, (uint32_t)next_check);
	buf_u32(checked, 8);
	buf_u64(checked, (uint64_t)judged);
}

/* A person about whom nothing has changed since the last time costs no byte of answer. */
static void judge_row(struct book *b, const struct row *row, struct in_flight *flight,
		      struct findings *f, struct judged *out)
{
	int32_t next_check;
	int64_t now;

	f->n = 0;
	buf_clear(&f->text);
	flight->person_id = (uint64_t)row->person_id;
	book_enter(b, row->region);
	hostlib_start_tracking();
	for (int i = 0; i < b->nrules; i++) {
		if (!is_admitted(b, i, row))
			continue;
		flight->rule = (uint32_t)i;
		apply_rule(b, &b->rules[i], row, f, &out->failures);
	}
	next_check = hostlib_next_check();
	now = digest(f, row, next_check);
	if (row->was_judged && row->judged == now)
		return;
	tell_checked(row, next_check, now, &out->checked);
	tell_findings(b, f, row, &out->found);
}

bool book_judge(struct book *b, const char *rows, size_t n, struct in_flight *flight,
		struct judged *out)
{
	struct reader r = { .at = rows, .end = rows + n };
	struct findings f = { 0 };
	struct row row;
	bool ok = true;

	buf_init(&f.text, 1 << 20);
	hostlib_set_today(b->today);
	while (ok && r.at < r.end) {
		ok = book_take_row(b, &r, &row);
		if (ok && row.is_whole)
			judge_row(b, &row, flight, &f, out);
		else if (ok)
			add_failure(&out->failures, WIRE_FACTS, row.person_id,
				    "the row of facts cannot be read; steward judge "
				    "--rebuild makes it anew");
	}
	flight->rule = UINT32_MAX;
	book_leave(b);
	hostlib_set_today(DATE_NONE);
	buf_done(&f.text);
	return ok && !out->found.full && !out->checked.full;
}
