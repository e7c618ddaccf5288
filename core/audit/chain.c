#include "chain.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"

#define LINE_MOST (64 << 20)

struct seal {
	int64_t rows;
	char digest[DIGEST_TEXT];
};

struct chain {
	chain_fault_fn fault;
	void *ctx;
	struct seal *seals; /* the first has the number 1 */
	int64_t n, room;
	char last[DIGEST_TEXT];
	struct buf line; /* of which a part has come */
	int64_t now, rows, all_rows; /* the block being read; 0: none yet */
	struct digest *digest;
	bool is_bad;
};

struct chain *chain_new(chain_fault_fn fault, void *ctx)
{
	struct chain *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	c->fault = fault;
	c->ctx = ctx;
	buf_init(&c->line, LINE_MOST);
	return c;
}

void chain_free(struct chain *c)
{
	if (!c)
		return;
	free(c->seals);
	buf_done(&c->line);
	digest_free(c->digest);
	free(c);
}

static struct seal *new_seal(struct chain *c)
{
	if (c->n == c->room) {
		c->room = c->room ? 2 * c->room : 256;
		c->seals = realloc(c->seals, (size_t)c->room * sizeof(*c->seals));
		if (!c->seals)
			abort();
	}
	return &c->seals[c->n++];
}

bool chain_seal(struct chain *c, int64_t seal, int64_t rows, const char *digest,
		const char *chained, struct err *e)
{
	char text[4 * DIGEST_TEXT], made[DIGEST_TEXT];
	struct seal *s;
	int n;

	if (seal != c->n + 1)
		return ERR(e, ERR_INPUT, "seal %lld is missing", (long long)c->n + 1);
	n = snprintf(text, sizeof(text), "%s\n%" PRId64 " %" PRId64 " %.64s\n", c->last,
		     seal, rows, digest);
	digest_bytes(text, (size_t)n, made);
	if (strcmp(made, chained) != 0)
		return ERR(e, ERR_INPUT, "seal %lld does not stand on the one before",
			   (long long)seal);
	s = new_seal(c);
	s->rows = rows;
	snprintf(s->digest, sizeof(s->digest), "%.64s", digest);
	snprintf(c->last, sizeof(c->last), "%s", made);
	return true;
}

bool chain_seals(struct chain *c, FILE *in, struct err *e)
{
	char line[512], digest[DIGEST_TEXT], chained[DIGEST_TEXT];
	int64_t seal, rows;

	while (fgets(line, sizeof(line), in)) {
		if (sscanf(line, "%" SCNd64 " %" SCNd64 " %64s %64s", &seal, &rows,
			   digest, chained) != 4)
			return ERR(e, ERR_INPUT, "line %lld is not a seal",
				   (long long)c->n + 1);
		if (!chain_seal(c, seal, rows, digest, chained, e))
			return false;
	}
	return true;
}

static void tell(struct chain *c, int64_t seal, enum chain_fault what, int64_t sealed,
		 int64_t found)
{
	c->is_bad = true;
	c->fault(c->ctx, seal, what, sealed, found);
}

/* The block that was read last, beside its seal. */
static void close_block(struct chain *c)
{
	char made[DIGEST_TEXT];
	const struct seal *s;

	if (!c->digest)
		return;
	digest_end(c->digest, made);
	digest_free(c->digest);
	c->digest = NULL;
	if (c->now > c->n) {
		tell(c, c->now, CHAIN_UNKNOWN, 0, c->rows);
		return;
	}
	s = &c->seals[c->now - 1];
	if (c->rows != s->rows)
		tell(c, c->now, c->rows < s->rows ? CHAIN_FEWER : CHAIN_MORE, s->rows,
		     c->rows);
	else if (strcmp(made, s->digest) != 0)
		tell(c, c->now, CHAIN_CHANGED, s->rows, c->rows);
}

/* Blocks between, of which no row has come. */
static void open_block(struct chain *c, int64_t seal)
{
	close_block(c);
	for (int64_t missing = c->now + 1; missing < seal && missing <= c->n; missing++)
		tell(c, missing, CHAIN_MISSING, c->seals[missing - 1].rows, 0);
	c->now = seal;
	c->rows = 0;
	c->digest = digest_new();
}

static bool take_line(struct chain *c, const char *s, size_t n, struct err *e)
{
	char *end;
	long long seal = strtoll(s, &end, 10);

	if (end == s || *end != '\t' || seal < 1 || seal < c->now)
		return ERR(e, ERR_INPUT, "row %lld is not of a sealed audit in its order",
			   (long long)c->all_rows + 1);
	if (seal != c->now)
		open_block(c, seal);
	c->rows++;
	c->all_rows++;
	end++;
	digest_add(c->digest, end, n - (size_t)(end - s));
	digest_add(c->digest, "\n", 1);
	return true;
}

bool chain_rows(struct chain *c, const char *data, size_t n, struct err *e)
{
	const char *at = data, *end = data + n, *next;

	for (; (next = memchr(at, '\n', (size_t)(end - at))); at = next + 1) {
		buf_add(&c->line, at, (size_t)(next - at));
		if (c->line.full || !take_line(c, c->line.data, c->line.len, e))
			return c->line.full ? ERR(e, ERR_INPUT, "a row is too long")
					    : false;
		buf_clear(&c->line);
	}
	buf_add(&c->line, at, (size_t)(end - at));
	return true;
}

bool chain_end(struct chain *c, int64_t *seals, int64_t *rows)
{
	if (c->line.len > 0)
		tell(c, c->now, CHAIN_UNKNOWN, 0, 1);
	close_block(c);
	for (int64_t missing = c->now + 1; missing <= c->n; missing++)
		tell(c, missing, CHAIN_MISSING, c->seals[missing - 1].rows, 0);
	*seals = c->n;
	*rows = c->all_rows;
	return !c->is_bad;
}
