/* Letters as PDF by pango and cairo, which shape Chinese and embed the fonts; a library
 * of its own, loaded when something is printed. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <string.h>

#include "post/printing.h"

/* Points, of A4. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 64.0
#define FOOT 40.0
#define CODE_SIZE 64.0
#define HEADING_ROOM 56.0

/* Fonts of Debian that have Chinese, then whatever there is. */
#define FONTS "Noto Sans CJK SC, WenQuanYi Zen Hei, Droid Sans Fallback, Sans"

extern const struct print_calls print_calls;

struct page {
	const struct printing *p;
	cairo_t *c;
	double y;
	int n;	/* pages so far */
};

static cairo_status_t keep(void *ctx, const unsigned char *data, unsigned n)
{
	struct buf *out = ctx;

	buf_add(out, data, n);
	return out->full ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static PangoLayout *layout_of(const struct page *g, const char *text, int n,
			      double points, bool is_bold, double width)
{
	PangoLayout *l = pango_cairo_create_layout(g->c);
	PangoFontDescription *font = pango_font_description_from_string(FONTS);
	PangoAttrList *attrs = pango_attr_list_new();

	/* A name or a number that does not fit a line gets no sign that is none of it. */
	pango_attr_list_insert(attrs, pango_attr_insert_hyphens_new(FALSE));
	pango_context_set_language(pango_layout_get_context(l),
				   pango_language_from_string(
				       strcmp(g->p->language, "zh") == 0
					   ? "zh-cn"
					   : g->p->language));
	pango_font_description_set_absolute_size(font, points * PANGO_SCALE);
	if (is_bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(l, font);
	pango_layout_set_width(l, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_line_spacing(l, 1.35F);
	pango_layout_set_text(l, text, n);
	pango_layout_set_attributes(l, attrs);
	pango_attr_list_unref(attrs);
	pango_font_description_free(font);
	return l;
}

/* The code as squares, top right of the first page. */
static bool draw_code(struct page *g)
{
	QRcode *q = QRcode_encodeString(g->p->code, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	double size;

	if (!q)
		return false;
	size = CODE_SIZE / q->width;
	for (int i = 0; i < q->width * q->width; i++)
		if (q->data[i] & 1)
			cairo_rectangle(g->c,
					PAGE_WIDTH - MARGIN - CODE_SIZE +
					    (i % q->width) * size,
					MARGIN + i / q->width * size, size, size);
	cairo_fill(g->c);
	QRcode_free(q);
	return true;
}

static void draw_foot(struct page *g)
{
	char text[200];
	PangoLayout *l;

	snprintf(text, sizeof(text), "%s  ·  %d", g->p->code, g->n + 1);
	l = layout_of(g, text, -1, 8, false, PAGE_WIDTH - 2 * MARGIN);
	cairo_move_to(g->c, MARGIN, PAGE_HEIGHT - FOOT);
	pango_cairo_show_layout(g->c, l);
	g_object_unref(l);
}

static void next_page(struct page *g)
{
	draw_foot(g);
	cairo_show_page(g->c);
	g->n++;
	g->y = MARGIN;
}

/* Line by line, so that a paragraph may go on behind the page's end. */
static void draw_layout(struct page *g, PangoLayout *l)
{
	PangoLayoutIter *at = pango_layout_get_iter(l);

	do {
		PangoRectangle box;
		double height, base = pango_layout_iter_get_baseline(at);

		pango_layout_iter_get_line_extents(at, NULL, &box);
		height = (double)box.height / PANGO_SCALE;
		if (g->y + height > PAGE_HEIGHT - MARGIN)
			next_page(g);
		cairo_move_to(g->c, MARGIN + (double)box.x / PANGO_SCALE,
			      g->y + (base - box.y) / PANGO_SCALE);
		pango_cairo_show_layout_line(g->c,
					     pango_layout_iter_get_line_readonly(at));
		g->y += height;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
}

/* Bytes of "12. " and of the spaces before it, 0: the line is none of a list. */
static size_t number_before(const char *line, size_t n)
{
	size_t i = strspn(line, " "), digits = strspn(line + i, "0123456789");

	i += digits;
	return digits > 0 && i + 1 < n && memcmp(line + i, ". ", 2) == 0 ? i + 2 : 0;
}

/* What goes on below a number begins where the words behind it do. */
static void hang(const struct page *g, PangoLayout *l, const char *line, size_t n,
		 double points)
{
	size_t before = number_before(line, n);
	PangoLayout *number;
	int width;

	if (before == 0)
		return;
	number = layout_of(g, line, (int)before, points, false, PAGE_WIDTH);
	pango_layout_get_size(number, &width, NULL);
	pango_layout_set_indent(l, -width);
	g_object_unref(number);
}

/* A heading stands alone after an empty line and before the text it is of. */
static bool is_heading(const char *text, const char *line, size_t n)
{
	static const char *const ends[] = { ".", ",", ":", "。", "，", "：", "；" };
	bool is_after = line > text + 1 && line[-2] == '\n';
	bool is_before = line[n] == '\n' && line[n + 1] && line[n + 1] != '\n';

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t k = strlen(ends[i]);

		if (n >= k && memcmp(line + n - k, ends[i], k) == 0)
			return false;
	}
	return n > 0 && is_after && is_before;
}

/* Never a box in place of a character: the letter waits for a font. */
static bool has_all(PangoLayout *l, struct err *e)
{
	if (pango_layout_get_unknown_glyphs_count(l) == 0)
		return true;
	ERR(e, ERR_SYSTEM, "no font of this machine has every character of the letter");
	return err_hint(e, "The administrator installs fonts with rare characters: "
			   "fonts-noto-cjk, fonts-hanazono.");
}

static bool draw_line(struct page *g, const char *line, size_t n, struct err *e)
{
	bool is_first = line == g->p->text;
	bool is_head = is_heading(g->p->text, line, n);
	/* Beside the code lines are shorter. */
	bool is_beside = g->n == 0 && g->y < MARGIN + CODE_SIZE + 8;
	PangoLayout *l = layout_of(g, line, (int)n, is_first ? 14 : 10.5,
				   is_first || is_head,
				   PAGE_WIDTH - 2 * MARGIN -
				       (is_beside ? CODE_SIZE + 16 : 0));
	bool ok = has_all(l, e);

	hang(g, l, line, n, 10.5);
	/* With two lines of what it is about, or on the next page. */
	if (is_head && g->y > PAGE_HEIGHT - MARGIN - HEADING_ROOM)
		next_page(g);
	if (n == 0)
		g->y += 8;
	else
		draw_layout(g, l);
	g->y += is_first ? 6 : 0;
	g_object_unref(l);
	return ok;
}

static bool draw(struct page *g, struct err *e)
{
	const char *at = g->p->text;

	if (!draw_code(g))
		return ERR(e, ERR_SYSTEM, "the code of the letter could not be drawn");
	while (*at) {
		size_t n = strcspn(at, "\n");

		if (!draw_line(g, at, n, e))
			return false;
		at += n + (at[n] == '\n');
	}
	draw_foot(g);
	cairo_show_page(g->c);
	return true;
}

/* The day of the letter, not of printing: the same letter is the same file. */
static cairo_surface_t *surface_of(const struct printing *p, struct buf *out)
{
	cairo_surface_t *s =
	    cairo_pdf_surface_create_for_stream(keep, out, PAGE_WIDTH, PAGE_HEIGHT);
	char day[40];

	/* The form that the oldest reader opens: nothing of it is packed away. */
	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_4);
	snprintf(day, sizeof(day), "%.10sT00:00:00Z", p->day);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, day);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, p->code);
	return s;
}

static bool pdf(const struct printing *p, struct buf *out, struct err *e)
{
	cairo_surface_t *s = surface_of(p, out);
	struct page g = { .p = p, .c = cairo_create(s), .y = MARGIN };
	bool ok = draw(&g, e);

	cairo_destroy(g.c);
	cairo_surface_finish(s);
	if (ok && (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS || out->full))
		ok = ERR(e, ERR_SYSTEM, "the letter could not be printed");
	cairo_surface_destroy(s);
	return ok;
}

const struct print_calls print_calls = { pdf };
