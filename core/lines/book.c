#include "book.h"

#include <stdlib.h>
#include <string.h>

#include "part.h"
#include "cell.h"

static void begin_book(void *ctx, struct part *p, const char *name, const char **attrs)
{
	struct book *b = ctx;
	const char *text;

	if (strcmp(name, "workbookPr") == 0) {
		text = part_attr(attrs, "date1904");
		b->is_1904 =
		    text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
	}
	if (strcmp(name, "sheet") != 0)
		return;
	if (b->n == SHEETS_MOST) {
		ERR(part_err(p), ERR_INPUT, "the spreadsheet has more than %d sheets",
		    SHEETS_MOST);
		part_stop(p);
		return;
	}
	text = part_attr(attrs, "name");
	b->sheets[b->n].name = arena_strdup(b->arena, text ? text : "");
	text = part_attr(attrs, "id");
	b->sheets[b->n++].id = arena_strdup(b->arena, text ? text : "");
}

/* Beside the book, or from the top where it begins so. */
static const char *part_of(struct book *b, const char *target)
{
	return *target == '/' ? arena_strdup(b->arena, target + 1)
			      : arena_printf(b->arena, "xl/%s", target);
}

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

static void begin_links(void *ctx, struct part *p, const char *name, const char **attrs)
{
	const char *id = part_attr(attrs, "Id"), *type = part_attr(attrs, "Type"),
		   *target = part_attr(attrs, "Target");
	struct book *b = ctx;

	(void)p;
	if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
		return;
	if (ends_with(type, "/sharedStrings"))
		b->texts = part_of(b, target);
	else if (ends_with(type, "/styles"))
		b->looks = part_of(b, target);
	for (int i = 0; i < b->n; i++)
		if (strcmp(b->sheets[i].id, id) == 0 && ends_with(type, "/worksheet"))
			b->sheets[i].part = part_of(b, target);
}

#define FORMS_MOST 4096

struct looks {
	struct book *book;
	int numbers[FORMS_MOST], forms, styles;
	bool is_day[FORMS_MOST], in_cells;
};

/* The forms that the book itself has, by their numbers. */
static void take_form(struct looks *l, const char **attrs)
{
	const char *id = part_attr(attrs, "numFmtId"),
		   *code = part_attr(attrs, "formatCode");

	if (!id || !code || l->forms == FORMS_MOST)
		return;
	l->numbers[l->forms] = (int)strtol(id, NULL, 10);
	l->is_day[l->forms++] = cell_form_is_day(-1, code);
}

static bool form_is_day(const struct looks *l, int number)
{
	for (int i = 0; i < l->forms; i++)
		if (l->numbers[i] == number)
			return l->is_day[i];
	return cell_form_is_day(number, NULL);
}

static void begin_looks(void *ctx, struct part *p, const char *name, const char **attrs)
{
	struct looks *l = ctx;
	const char *id = part_attr(attrs, "numFmtId");

	(void)p;
	if (strcmp(name, "numFmt") == 0)
		take_form(l, attrs);
	else if (strcmp(name, "cellXfs") == 0)
		l->in_cells = true;
	if (!l->in_cells || strcmp(name, "xf") != 0 || l->styles == STYLES_MOST)
		return;
	if (id && form_is_day(l, (int)strtol(id, NULL, 10)))
		l->book->is_day[l->styles / 8] |= (uint8_t)(1 << l->styles % 8);
	l->styles++;
}

static void end_looks(void *ctx, struct part *p, const char *name)
{
	(void)p;
	if (strcmp(name, "cellXfs") == 0)
		((struct looks *)ctx)->in_cells = false;
}

static bool read_looks(struct book *b, struct err *e)
{
	static const struct part_calls calls = { .begin = begin_looks, .end = end_looks };
	struct looks *l = arena_alloc(b->arena, sizeof(*l));

	*l = (struct looks){ .book = b };
	return part_read(b->zip, b->looks, true, &calls, l, e);
}

bool book_read(struct book *b, struct err *e)
{
	static const struct part_calls of_book = { .begin = begin_book };
	static const struct part_calls of_links = { .begin = begin_links };

	b->texts = "xl/sharedStrings.xml";
	b->looks = "xl/styles.xml";
	if (!part_read(b->zip, "xl/workbook.xml", false, &of_book, b, e) ||
	    !part_read(b->zip, "xl/_rels/workbook.xml.rels", false, &of_links, b, e) ||
	    !read_looks(b, e))
		return false;
	return b->n > 0 || ERR(e, ERR_INPUT, "the spreadsheet has no sheet");
}

bool book_is_day(const struct book *b, int style)
{
	return style >= 0 && style < STYLES_MOST && b->is_day[style / 8] >> style % 8 & 1;
}
