/* A person's row inside the worker, shared by what judges it and what explains it. */
#ifndef STEWARD_BOOK_ROW_H
#define STEWARD_BOOK_ROW_H

#include "book.h"

/* A field of a COPY row: length and place; length -1 is null. */
struct value { int32_t len; const char *data; };

struct row {
	int64_t person_id, judged;
	uint32_t region;
	bool was_judged;
	bool is_whole;		/* its facts can be read */
	struct value facts[BOOK_FACTS];
	char last[8];		/* of the last number, with its zeros */
};

struct reader { const char *at, *end; };

#define PERSON_FINDINGS 64

/* The findings of one person, kept back until it is known that they are news: only then
 * are their inputs written out. */
struct findings {
	int n;
	struct { const struct rule *rule; size_t start, end; } each[PERSON_FINDINGS];
	struct buf text;
};

/* Both point into what the reader reads, and are false when it is cut short or no row of
 * these facts. */
bool book_take_value(struct reader *r, struct value *v);
bool book_take_row(const struct book *b, struct reader *r, struct row *row);

/* Whether the row's fact is there, missing, or one of the codes, as the guard wants
 * it. */
bool book_passes(const struct guard *g, const struct row *row);

/* The fact as text: a day as 2025-11-05, money in fen; nothing when it is missing. */
void book_fact_text(const struct book *b, int fact, const struct row *row,
		    struct buf *out);

/* Calls the rule for the row in b->looking; what it finds is added to f.  What was wrong,
 * or NULL. */
const char *book_call_rule(struct book *b, const struct rule *r, const struct row *row,
			   struct findings *f);

#endif
