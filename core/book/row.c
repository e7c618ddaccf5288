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

static int size_of(enum fact_type type)
{
	return type == FACT_BIGINT ? 8 : type == FACT_BOOLEAN ? 1 : 4;
}

/* The length of a text: one more than it in a byte, or four bytes behind 255. */
static bool take_length(struct reader *r, int mark, int32_t *len)
{
	*len = mark - 1;
	if (mark < 255)
		return true;
	if (r->end - r->at < 4)
		return false;
	*len = (int32_t)be(r->at, 4);
	r->at += 4;
	return *len >= 0;
}

/* A number, a day or yes and no; of the last one zeros at the end were left out. */
static const char *take_number(struct reader *r, int32_t n, char *last)
{
	const char *at = r->at;
	int32_t left = (int32_t)(r->end - at < n ? r->end - at : n);

	r->at += left;
	if (left == n)
		return at;
	memset(last, 0, (size_t)n);
	return memcpy(last, at, (size_t)left);
}

/* What is not there any more is zero. */
static int take_mark(struct reader *r)
{
	return r->at < r->end ? (unsigned char)*r->at++ : 0;
}

static bool take_fact(struct reader *r, enum fact_type type, struct value *v, char *last)
{
	int mark = take_mark(r);

	v->len = -1;
	if (mark == 0)
		return true;
	if (type != FACT_TEXT) {
		v->len = size_of(type);
		v->data = take_number(r, v->len, last);
		return mark == 1;
	}
	if (!take_length(r, mark, &v->len) || r->end - r->at < v->len)
		return false;
	v->data = r->at;
	r->at += v->len;
	return true;
}

/* The facts in one piece, as they are packed by facts.c. */
static bool take_facts(const struct book *b, const struct value *body, struct row *row)
{
	struct reader r = { body->data, body->data + body->len };
	int group = 0;

	for (int i = 0; i < b->nfacts; i++) {
		if (i % FACTS_TOGETHER == 0)
			group = take_mark(&r);
		if (group == 0)
			row->facts[i].len = -1;
		else if (group != 1 ||
			 !take_fact(&r, b->facts[i].type, &row->facts[i], row->last))
			return false;
	}
	return r.at == r.end;
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
	row->is_whole = take_facts(b, &body, row);
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
