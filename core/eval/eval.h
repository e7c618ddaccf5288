/* steward eval: rows of a CSV stream through one calculation, in batches. */
#ifndef STEWARD_EVAL_H
#define STEWARD_EVAL_H

#include "base/buf.h"
#include "base/record.h"
#include "calculations.h"

struct eval {
	struct app *app;
	struct engine *engine;
	const struct calculation *c;
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
};

/* What came back of a row; the texts are in the order of the outputs. */
struct answer {
	struct arena *arena;		/* of the batch */
	const char *error;		/* "" when there is none */
	int nout, nlines;
	struct piece { const char *s; size_t n; } *outputs;
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

/* The explanation of a row. */
void explain_text(const struct answer *a);
void explain_json(const struct eval *v, const char *place, const char *day,
		  const struct answer *a);

/* The sentences among the outputs stand in the explanation as they do in the row. */
void explain_sentences(const struct eval *v, struct answer *a);

#endif
