/* A sheet as lines: which one, where its headings stand, its rows at their own lines. */
#include <string.h>

#include "private.h"
#include "sheet.h"

#define LOOKED_AT 10 /* rows among which the headings are looked for */

struct writing {
	struct arena *arena;
	FILE *out;
	int64_t first, last; /* rows of the headings */
	int64_t at;	     /* the line that was written last */
	int64_t most, rows;
	int width;
	bool has_head;
	const char *heads[HEADS_MOST][CSV_FIELDS]; /* NULL: nothing there */
};

static void to_line(struct writing *w, int64_t line)
{
	for (; w->at + 1 < line; w->at++)
		putc_unlocked('\n', w->out);
}

static int fields_of(const struct cells *c)
{
	return c->n < CSV_FIELDS ? c->n : CSV_FIELDS;
}

static void keep_head(struct writing *w, int level, const struct cells *c)
{
	for (int i = 0; i < fields_of(c); i++) {
		size_t n;
		const char *s = cells_at(c, i, &n);

		w->heads[level][i] = n ? arena_strndup(w->arena, s, n) : NULL;
	}
	w->width = c->n > w->width ? c->n : w->width;
}

/* What stands over several columns stands once: those to its right with something of
 * their own below belong to it. */
static const char *heading(struct writing *w, int levels, int column,
			   const char *over[HEADS_MOST])
{
	const char *text = NULL, *lowest = w->heads[levels - 1][column];

	for (int i = 0; i < levels; i++) {
		const char *own = w->heads[i][column];

		if (own)
			over[i] = own;
		else if (i + 1 < levels && lowest)
			own = over[i];
		if (own && !text)
			text = own;
		else if (own && strcmp(own, text) != 0)
			text = arena_printf(w->arena, "%s/%s", text, own);
	}
	return text;
}

/* A column without a heading is called by its letters. */
static const char *letters(struct arena *a, int column)
{
	return column < 26 ? arena_printf(a, "(%c)", 'A' + column)
			   : arena_printf(a, "(%c%c)", 'A' + column / 26 - 1,
					  'A' + column % 26);
}

static void put_head(struct writing *w)
{
	int levels = (int)(w->last - w->first) + 1;
	const char *over[HEADS_MOST] = { NULL };

	to_line(w, w->last);
	for (int i = 0; i < w->width && i < CSV_FIELDS; i++) {
		const char *text = heading(w, levels, i, over);

		if (!text)
			text = letters(w->arena, i);
		if (i)
			putc_unlocked(',', w->out);
		put_field(w->out, text, strlen(text));
	}
	for (int i = CSV_FIELDS; i < w->width; i++)
		fputs(",?", w->out);
	putc_unlocked('\n', w->out);
	w->at = w->last;
	w->has_head = true;
}

static void put_row(struct writing *w, int64_t row, const struct cells *c)
{
	int n = c->n > w->width ? c->n : w->width;

	to_line(w, row);
	for (int i = 0; i < n; i++) {
		size_t len = 0;
		const char *s = i < fields_of(c) ? cells_at(c, i, &len) : "";

		if (i)
			putc_unlocked(',', w->out);
		put_field(w->out, s, len);
	}
	/* Past what a row may have they are only counted. */
	fputs(c->n > CSV_FIELDS ? "?\n" : "\n", w->out);
	w->at = row;
}

static bool take_row(void *ctx, int64_t row, const struct cells *c, struct err *e)
{
	struct writing *w = ctx;

	if (row < w->first)
		return true;
	if (row <= w->last) {
		keep_head(w, (int)(row - w->first), c);
		return true;
	}
	if (!w->has_head)
		put_head(w);
	put_row(w, row, c);
	if (ferror(w->out))
		return err_errno(e, "could not write a temporary file");
	return ++w->rows != w->most;
}

/* Below the headings a value over several rows would be that of the first alone. */
static bool look_at_merged(void *ctx, const char *cells, int64_t top, int64_t bottom,
			   struct err *e)
{
	const struct writing *w = ctx;

	if (top >= bottom || bottom <= w->last)
		return true;
	ERR(e, ERR_INPUT, "the cells %.40s are one over several rows", cells);
	return err_hint(e, "Undo the merging and write the value into each row.");
}

/* The first rows by which columns have something. */
struct look {
	int64_t rows[LOOKED_AT];
	bool filled[LOOKED_AT][CSV_FIELDS];
	int counts[LOOKED_AT], n, most;
};

static bool look_at_row(void *ctx, int64_t row, const struct cells *c, struct err *e)
{
	struct look *l = ctx;

	(void)e;
	l->rows[l->n] = row;
	for (int i = 0; i < fields_of(c); i++) {
		size_t n;

		cells_at(c, i, &n);
		l->filled[l->n][i] = n > 0;
		l->counts[l->n] += n > 0;
	}
	return ++l->n < l->most;
}

/* Something under what has nothing over it, and nothing under what has: the second row of
 * headings over several columns. */
static bool is_below(const struct look *l, int row)
{
	bool gap = false, more = false;

	for (int i = 0; i < CSV_FIELDS; i++) {
		gap |= l->filled[row][i] && !l->filled[row + 1][i];
		more |= !l->filled[row][i] && l->filled[row + 1][i];
	}
	return gap && more;
}

/* The first row with more than a title; the one below where it belongs to it. */
static void guess_head(const struct look *l, int64_t *first, int64_t *last)
{
	int i = 0;

	while (i + 1 < l->n && l->counts[i] < 2)
		i++;
	if (l->counts[i] < 2)
		i = 0;
	*first = *last = l->rows[i];
	if (i + 1 < l->n && l->rows[i + 1] == *first + 1 && is_below(l, i))
		*last = *first + 1;
}

static bool find_head(struct book *b, const struct book_sheet *s, const struct shared *t,
		      const char *head, struct writing *w, struct err *e)
{
	static const struct sheet_calls_back calls = { .row = look_at_row };
	struct look l = { .most = LOOKED_AT };

	if (!head_rows(head, &w->first, &w->last, e))
		return false;
	if (w->first)
		return true;
	if (!sheet_read(b, s, t, &calls, &l, e))
		return false;
	if (l.n == 0)
		return ERR(e, ERR_INPUT, "the file is empty");
	guess_head(&l, &w->first, &w->last);
	return true;
}

static bool has_something(struct book *b, const struct book_sheet *s,
			  const struct shared *t, bool *has, struct err *e)
{
	static const struct sheet_calls_back calls = { .row = look_at_row };
	struct look l = { .most = 1 };
	bool ok = sheet_read(b, s, t, &calls, &l, e);

	*has = l.n > 0;
	return ok;
}

static const char *names_of(struct book *b)
{
	const char *list = b->sheets[0].name;

	for (int i = 1; i < b->n && strlen(list) < 200; i++)
		list = arena_printf(b->arena, "%s, %s", list, b->sheets[i].name);
	return list;
}

static bool several(struct book *b, struct err *e)
{
	ERR(e, ERR_INPUT, "the spreadsheet has several sheets with something in them: %s",
	    names_of(b));
	return err_hint(e, "The map of the feed names one (sheet); steward feed map FEED "
			   "FILE --sheet NAME makes it.");
}

/* The one that is named, or the only one that is not empty. */
static const struct book_sheet *choose(struct book *b, const struct shared *t,
				       const char *name, struct err *e)
{
	const struct book_sheet *found = NULL;
	bool has = true;

	for (int i = 0; i < b->n; i++) {
		const struct book_sheet *s = &b->sheets[i];

		if (name && strcmp(s->name, name) == 0)
			return s;
		if (name || (b->n > 1 && !has_something(b, s, t, &has, e)))
			continue;
		if (has && found && !several(b, e))
			return NULL;
		found = has ? s : found;
	}
	if (e->code == ERR_NONE && !found && name) {
		ERR(e, ERR_INPUT, "the spreadsheet has no sheet \"%s\"", name);
		err_hint(e, "It has: %s", names_of(b));
	} else if (e->code == ERR_NONE && !found) {
		ERR(e, ERR_INPUT, "the file is empty");
	}
	return e->code == ERR_NONE ? found : NULL;
}

static bool write_sheet(struct book *b, const struct shared *t, struct writing *w,
			const struct lines_shape *shape, struct lines_made *m,
			struct err *e)
{
	static const struct sheet_calls_back calls = { take_row, look_at_merged };
	const struct book_sheet *s = choose(b, t, shape->sheet, e);

	if (!s || !find_head(b, s, t, shape->head, w, e) ||
	    !sheet_read(b, s, t, &calls, w, e))
		return false;
	if (!w->has_head && w->width)
		put_head(w);
	m->sheet = s->name;
	m->is_1904 = b->is_1904;
	m->head = w->last > w->first ? arena_printf(b->arena, "%lld-%lld",
						    (long long)w->first,
						    (long long)w->last)
				     : arena_printf(b->arena, "%lld",
						    (long long)w->first);
	return w->width > 0 || ERR(e, ERR_INPUT, "the file is empty");
}

bool sheet_lines(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		 FILE *out, struct lines_made *m, struct err *e)
{
	struct writing *w = arena_alloc(a, sizeof(*w));
	struct book *b = arena_alloc(a, sizeof(*b));
	struct shared t = { 0 };
	bool ok;

	*w = (struct writing){ .arena = a, .out = out, .most = most };
	*b = (struct book){ .arena = a, .zip = zip_of(fd, e) };
	ok = b->zip && book_read(b, e) && shared_read(&t, b->zip, b->texts, e) &&
	     write_sheet(b, &t, w, shape, m, e);
	shared_close(&t);
	zip_close(b->zip);
	return ok;
}
