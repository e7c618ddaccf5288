/* A person's row decoded: from the bytes of COPY to the facts as a rule, a guard and a
 * reader see them. */
#include <endian.h>
#include <lua.h>
#include <string.h>

#include "base/date.h"
#include "row.h"

static uint64_t be(const char *p, int n)
{
	uint64_t v = 0;
	uint32_t word;

	if (n == 4) {
		memcpy(&word, p, 4);
		return be32toh(word);
	}
	for (int i = 0; i < n; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

bool book_take_value(struct reader *r, struct value *v)
{
	if (r->end - r->at < 4)
		return false;
	v->len = (int32_t)be(r->at, 4);
	r->at += 4;
	v->data = r->at;
	if (v->len < 0)
		return true;
	if (r->end - r->at < v->len)
		return false;
	r->at += v->len;
	return true;
}

static bool is_length(enum fact_type type, int32_t len)
{
	switch (type) {
	case FACT_TEXT: return true;
	case FACT_BIGINT: return len == 8;
	case FACT_BOOLEAN: return len == 1;
	default: return len == 4;
	}
}

/* The facts in one piece: a length in two bytes, 65535 for none, and the value, each. */
static bool take_facts(const struct book *b, const struct value *body,
		       struct value *facts)
{
	const unsigned char *at = (const unsigned char *)body->data,
			    *end = at + body->len;

	for (int i = 0; i < b->nfacts; i++) {
		int32_t len;

		if (end - at < 2)
			return false;
		len = at[0] << 8 | at[1];
		at += 2;
		facts[i] = (struct value){ len == 0xffff ? -1 : len, (const char *)at };
		if (len == 0xffff)
			continue;
		if (end - at < len || !is_length(b->facts[i].type, len))
			return false;
		at += len;
	}
	return at == end;
}

bool book_take_row(const struct book *b, struct reader *r, struct row *row)
{
	struct value id, judged, body, region = { .len = -1 };
	uint64_t n = r->end - r->at < 2 ? 0 : be(r->at, 2);

	if (n != 3 && n != 4)
		return false;
	r->at += 2;
	if (!book_take_value(r, &id) || !book_take_value(r, &judged) ||
	    !book_take_value(r, &body) || (n == 4 && !book_take_value(r, &region)) ||
	    id.len != 8)
		return false;
	row->region = region.len == 4 ? (uint32_t)be(region.data, 4) : 0;
	row->person_id = (int64_t)be(id.data, 8);
	row->was_judged = judged.len == 8;
	row->judged = row->was_judged ? (int64_t)be(judged.data, 8) : 0;
	row->is_whole = take_facts(b, &body, row->facts);
	return true;
}

bool book_passes(const struct guard *g, const struct row *row)
{
	const struct value *v = &row->facts[g->fact];

	if (v->len < 0 || g->absent)
		return v->len < 0 && g->absent;
	for (int i = 0; i < g->n; i++)
		if ((size_t)v->len == strlen(g->codes[i]) &&
		    memcmp(v->data, g->codes[i], (size_t)v->len) == 0)
			return true;
	return g->present;
}

static int64_t number_of(enum fact_type type, const struct value *v)
{
	return type == FACT_BIGINT ? (int64_t)be(v->data, 8) : (int32_t)be(v->data, 4);
}

void book_push_fact(lua_State *L, const struct book *b, int read)
{
	int fact = b->looking.rule->reads[read];
	const struct value *v = &b->looking.row->facts[fact];
	enum fact_type type = b->facts[fact].type;

	if (v->len < 0)
		lua_pushnil(L);
	else if (type == FACT_TEXT)
		lua_pushlstring(L, v->data, (size_t)v->len);
	else if (type == FACT_BOOLEAN)
		lua_pushboolean(L, v->data[0]);
	else
		lua_pushinteger(L, number_of(type, v));
}

void book_fact_text(const struct book *b, int fact, const struct row *row,
		    struct buf *out)
{
	const struct value *v = &row->facts[fact];
	enum fact_type type = b->facts[fact].type;
	char text[DATE_TEXT];

	if (v->len < 0)
		return;
	if (type == FACT_TEXT)
		buf_add(out, v->data, (size_t)v->len);
	else if (type == FACT_DATE)
		buf_text(out, date_format((int32_t)be(v->data, 4), text));
	else if (type == FACT_BOOLEAN)
		buf_text(out, v->data[0] ? "true" : "false");
	else
		buf_printf(out, "%lld", (long long)number_of(type, v));
}
