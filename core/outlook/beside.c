#include "beside.h"

#include <string.h>
#include <sys/mman.h>

#include "base/date.h"

#define FINDINGS_MOST 256 /* about one; the worker stops long before */
#define ANSWER_PARTS  9	  /* of a finding; of a checked row there are three */

/* A file of answers, mapped. */
struct answers {
	const char *start, *at, *end;
};

/* One book's answers, and what it finds about whom it is at. */
struct side {
	struct answers checked, found;
	struct finding each[FINDINGS_MOST];
	int n;
};

static bool map(struct answers *a, FILE *f, struct err *e)
{
	long n = fflush(f) == 0 ? ftell(f) : -1;
	void *m = n > 0 ? mmap(NULL, (size_t)n, PROT_READ, MAP_PRIVATE, fileno(f), 0)
			: NULL;

	*a = (struct answers){ 0 };
	if (n < 0 || m == MAP_FAILED)
		return err_errno(e, "could not read results from a temporary file");
	a->start = a->at = m;
	a->end = n > 0 ? a->start + n : NULL;
	return true;
}

static void unmap(const struct answers *a)
{
	if (a->start)
		munmap((void *)a->start, (size_t)(a->end - a->start));
}

static uint32_t take_u32(struct answers *a)
{
	uint32_t v = 0;

	for (int i = 0; i < 4; i++)
		v = v << 8 | (unsigned char)*a->at++;
	return v;
}

/* The engine has looked at the shape of every row. */
static struct piece take(struct answers *a)
{
	uint32_t n = take_u32(a);
	struct piece p = { NULL, 0 };

	if (n != UINT32_MAX) {
		p = (struct piece){ a->at, n };
		a->at += n;
	}
	return p;
}

int64_t piece_number(const struct piece *p)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < p->n; i++)
		v = v << 8 | (unsigned char)p->at[i];
	return p->n == 4 ? (int32_t)v : (int64_t)v;
}

/* Who, and when again; false after the last. */
static bool take_checked(struct answers *a, int64_t *id, int32_t *next)
{
	struct piece who, when;

	if (a->at == a->end)
		return false;
	a->at += 2;
	who = take(a);
	when = take(a);
	take(a);
	*id = piece_number(&who);
	*next = when.at ? (int32_t)piece_number(&when) : DATE_NONE;
	return true;
}

/* Whom the next finding is about, which is looked at without being taken. */
static bool is_about(const struct answers *a, int64_t id)
{
	struct piece who = { a->at + 2 + 4, 8 };

	return a->at != a->end && piece_number(&who) == id;
}

static struct finding take_finding(struct answers *a)
{
	struct piece p[ANSWER_PARTS];

	a->at += 2;
	for (int i = 0; i < ANSWER_PARTS; i++)
		p[i] = take(a);
	return (struct finding){ .id = piece_number(&p[0]),
				 .rule = p[1],
				 .cause = p[2],
				 .type = p[3],
				 .due = p[4],
				 .say = p[5],
				 .monthly = p[6] };
}

static bool take_findings(const struct beside *b, bool is_draft, struct side *s,
			  int64_t id)
{
	s->n = 0;
	while (is_about(&s->found, id)) {
		if (s->n == FINDINGS_MOST)
			return false;
		s->each[s->n] = take_finding(&s->found);
		s->n += b->counts(b->ctx, is_draft, &s->each[s->n]);
	}
	return true;
}

static bool is_same(const struct piece *a, const struct piece *b)
{
	return !a->at == !b->at && a->n == b->n &&
	       (a->n == 0 || memcmp(a->at, b->at, a->n) == 0);
}

static const struct finding *twin(const struct side *s, const struct finding *f)
{
	for (int i = 0; i < s->n; i++)
		if (is_same(&s->each[i].rule, &f->rule) &&
		    is_same(&s->each[i].cause, &f->cause))
			return &s->each[i];
	return NULL;
}

static void compare(const struct beside *b, const struct side *sides)
{
	for (int i = 0; i < sides[0].n; i++) {
		const struct finding *was = &sides[0].each[i], *is = twin(&sides[1], was);

		if (!is || !is_same(&was->type, &is->type) ||
		    !is_same(&was->say, &is->say) || !is_same(&was->due, &is->due) ||
		    !is_same(&was->monthly, &is->monthly))
			b->differs(b->ctx, was, is);
	}
	for (int i = 0; i < sides[1].n; i++)
		if (!twin(&sides[0], &sides[1].each[i]))
			b->differs(b->ctx, NULL, &sides[1].each[i]);
}

static bool unlike(struct err *e)
{
	return ERR(e, ERR_RULE, "two rule workers answered about different rows");
}

static bool walk(const struct beside *b, struct side *sides, struct err *e)
{
	int64_t id[2];
	int32_t next[2];
	bool is_there[2];

	for (;;) {
		for (int i = 0; i < 2; i++)
			is_there[i] =
			    take_checked(&sides[i].checked, &id[i], &next[i]);
		if (!is_there[0] && !is_there[1])
			return true;
		if (!is_there[0] || !is_there[1] || id[0] != id[1] ||
		    !take_findings(b, false, &sides[0], id[0]) ||
		    !take_findings(b, true, &sides[1], id[1]))
			return unlike(e);
		if (next[0] == DATE_NONE || (next[1] != DATE_NONE && next[1] < next[0]))
			next[0] = next[1];
		b->judged(b->ctx, id[0], next[0]);
		compare(b, sides);
	}
}

bool beside_read(const struct beside *b, struct err *e)
{
	struct side sides[2] = { 0 };
	bool ok = true;

	for (int i = 0; ok && i < 2; i++)
		ok = map(&sides[i].checked, b->checked[i], e) &&
		     map(&sides[i].found, b->found[i], e);
	ok = ok && walk(b, sides, e);
	if (ok && (sides[0].found.at != sides[0].found.end ||
		   sides[1].found.at != sides[1].found.end))
		ok = unlike(e);
	for (int i = 0; i < 2; i++) {
		unmap(&sides[i].checked);
		unmap(&sides[i].found);
	}
	return ok;
}
