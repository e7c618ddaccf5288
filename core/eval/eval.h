/* steward eval: rows of a CSV stream through one calculation, in batches. */
#ifndef STEWARD_EVAL_H
#define STEWARD_EVAL_H

#include "base/buf.h"
#include "base/record.h"
#include "calculations.h"
#include "policy/source.h"

#define EVAL_OUTPUTS_MOST 64

struct eval {
	struct app *app;
	struct engine *engine;
	const struct calculation *c;
	const char *hash;		/* of the book that works it out */
	const char *rule;		/* NAME@hash, for the output */
	const char *place;		/* of rows that name none; as it was given */
	const char *day;
	bool is_explained;
	/* the header */
	int ncols, place_col, day_col;	/* -1: there is no such column */
	const char **names;
	int *columns;			/* of the inputs; -1: there is no such column */
	bool has_cr;
	int64_t rows, bad;
	/* The same by a draft, or NULL; then rows that differ are told, and nothing else.
	 */
	struct eval *draft;
	int64_t differing, values;
};

struct piece {
	const char *s;
	size_t n;
};

/* What came back of a row; the texts are in the order of the outputs. */
struct answer {
	struct arena *arena;		/* of the batch */
	const char *error;		/* "" when there is none */
	int nout, nlines;
	struct piece *outputs;
	const char *(*lines)[WIRE_LINE];
};

/* The header's columns against the calculation's inputs; refuses when a needed one is
 * missing. */
bool eval_header(struct eval *v, const struct record *r, struct err *e);

/* All rows from in to stdout. */
bool eval_rows(struct eval *v, struct records *in, struct err *e);

/* The row as it came and what it gives.  raw has the input columns, fit for the
 * header. */
void eval_put_header(const struct eval *v, const char *raw, size_t len);
void eval_put_row(const struct eval *v, struct buf *out, const char *raw, size_t len,
		  const struct answer *a);

/* The same for formats other than csv; cells has ncols texts. */
void eval_put_text(const struct eval *v, const char *const *cells,
		   const struct answer *a);
void eval_put_json(const struct eval *v, const char *const *cells,
		   const struct answer *a);

/* One output that the draft gives otherwise than the law in force. */
struct difference {
	const char *name, *type;
	struct piece law, draft;
};

#define EVAL_DIFFERENCES_MOST (2 * EVAL_OUTPUTS_MOST + 1)

/* Starts the draft's engine, which its caller stops; o lives as long as it. */
bool eval_draft_start(struct eval *v, const struct source *s, struct engine_options *o,
		      struct err *e);
int eval_differences(const struct eval *v, const struct answer *law,
		     const struct answer *draft, struct difference *list);
void eval_put_differing_header(const struct eval *v, const char *raw, size_t len);
void eval_put_difference(const struct eval *v, struct buf *out, const char *raw,
			 size_t len, const struct difference *d);
void eval_put_difference_text(const struct eval *v, const char *const *cells,
			      struct arena *a, const struct difference *list, int n);
void eval_put_difference_json(const struct eval *v, const char *const *cells,
			      struct arena *a, const struct difference *d);

/* The explanation of a row. */
void explain_text(const struct answer *a);
void explain_json(const struct eval *v, const char *place, const char *day,
		  const struct answer *a);

/* The sentences among the outputs stand in the explanation as they do in the row. */
void explain_sentences(const struct eval *v, struct answer *a);

#endif
