#include "shared.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "part.h"

#define BYTES_MOST (INT64_C(2) << 30)

struct reader {
	struct shared *t;
	bool is_text, is_sound; /* inside of <t>; inside of what is only how to say it */
	int64_t start;
};

static void begin(void *ctx, struct part *p, const char *name, const char **attrs)
{
	struct reader *r = ctx;

	(void)p;
	(void)attrs;
	if (strcmp(name, "si") == 0)
		r->start = r->t->bytes;
	else if (strcmp(name, "rPh") == 0)
		r->is_sound = true;
	else if (strcmp(name, "t") == 0)
		r->is_text = !r->is_sound;
}

static void end(void *ctx, struct part *p, const char *name)
{
	struct reader *r = ctx;

	(void)p;
	if (strcmp(name, "t") == 0)
		r->is_text = false;
	else if (strcmp(name, "rPh") == 0)
		r->is_sound = false;
	else if (strcmp(name, "si") == 0 && ++r->t->n)
		fwrite(&r->t->bytes, sizeof(r->t->bytes), 1, r->t->ends);
}

static void text(void *ctx, struct part *p, const char *s, int n)
{
	struct reader *r = ctx;
	struct shared *t = r->t;

	if (!r->is_text)
		return;
	t->bytes += n;
	if (t->bytes - r->start > CELL_MOST)
		ERR(part_err(p), ERR_INPUT, "a cell has more than 32767 characters");
	else if (t->bytes > BYTES_MOST)
		ERR(part_err(p), ERR_INPUT, "the spreadsheet has too many texts");
	else if (fwrite(s, 1, (size_t)n, t->words) == (size_t)n)
		return;
	else
		err_errno(part_err(p), "could not write a temporary file");
	part_stop(p);
}

static const void *mapped(FILE *f, int64_t bytes)
{
	void *at;

	if (bytes == 0)
		return NULL;
	if (fflush(f) != 0)
		return NULL;
	at = mmap(NULL, (size_t)bytes, PROT_READ, MAP_PRIVATE, fileno(f), 0);
	return at == MAP_FAILED ? NULL : at;
}

bool shared_read(struct shared *t, struct zip *z, const char *part, struct err *e)
{
	static const struct part_calls calls = { begin, end, text };
	struct reader r = { .t = t };

	t->words = tmpfile();
	t->ends = tmpfile();
	if (!t->words || !t->ends)
		return err_errno(e, "could not make a temporary file");
	if (!part_read(z, part, true, &calls, &r, e))
		return false;
	t->word = mapped(t->words, t->bytes);
	t->end = mapped(t->ends, t->n * (int64_t)sizeof(*t->end));
	return ((t->word || !t->bytes) && (t->end || !t->n)) ||
	       err_errno(e, "could not read a temporary file");
}

void shared_close(struct shared *t)
{
	if (t->word)
		munmap((void *)t->word, (size_t)t->bytes);
	if (t->end)
		munmap((void *)t->end, (size_t)t->n * sizeof(*t->end));
	if (t->words)
		fclose(t->words);
	if (t->ends)
		fclose(t->ends);
	*t = (struct shared){ 0 };
}

bool shared_add(const struct shared *t, const char *digits, struct buf *out)
{
	char *rest;
	long long i = strtoll(digits, &rest, 10);
	int64_t from;

	if (!*digits || *rest || i < 0 || i >= t->n)
		return false;
	from = i ? t->end[i - 1] : 0;
	if (t->end[i] > from)
		buf_add(out, t->word + from, (size_t)(t->end[i] - from));
	return true;
}
