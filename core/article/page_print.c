/* A page as text, Markdown or HTML. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/html.h"
#include "page.h"
#include "say/explained.h"
#include "say/tr.h"

#define LABEL_COLUMNS 26
#define SHORT_COLUMNS 50 /* what a value with its unit may take in a line */

/* What sections and keys are called; what is not here is a name of the texts. */
static const struct { const char *id, *label; } labels[] = {
	{ "what", N_("what") }, { "about", N_("about") }, { "words", N_("words of it") },
	{ "values", N_("values") }, { "on the day", N_("on the day") },
	{ "columns", N_("columns") }, { "inputs", N_("inputs") },
	{ "outputs", N_("outputs") }, { "cases", N_("cases") }, { "reads", N_("reads") },
	{ "conditions", N_("conditions") }, { "asks for", N_("asks for") },
	{ "used by", N_("used by") }, { "name", N_("name of it") }, { "is", N_("is") },
	{ "otherwise", N_("otherwise") }, { "title", N_("title") },
	{ "unit", N_("unit") }, { "source", N_("source") },
	{ "file", N_("written in") }, { "place", N_("where it counts") },
	{ "valid", N_("days of validity") }, { "kind of task", N_("kind of task") },
	{ "judges", N_("judges") }, { "last day", N_("until") },
	{ "value", N_("its value") }, { "parameter", N_("parameter") },
	{ "calculation", N_("calculation") }, { "rule", N_("rule") },
	{ "parameter and calculation", N_("parameter and calculation") },
	{ "asked for by the program", N_("asked for by the program") },
	{ "read by a statement of a module", N_("read by a statement of a module") },
	{ "optional", N_("optional") }, { "present", N_("is there") },
	{ "absent", N_("is missing") }, { "fen", N_("in fen") }, { "code", N_("a code") },
	{ "period", N_("a month as 202511") },
};

static const char *label(const char *s)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (strcmp(labels[i].id, s) == 0)
			return tr_label(labels[i].label);
	return s;
}

/* "2025-01-01..  source": the name, and what of it. */
static const char *key_of(struct arena *a, const struct page_row *r)
{
	const char *gap = strstr(r->key, "  ");

	if (!*r->key && strcmp(r->section, "words") == 0)
		return "";
	if (!gap)
		return text_clean(a, strcmp(r->section, "about") == 0 ||
					     strcmp(r->section, "what") == 0 ||
					     strcmp(r->key, "value") == 0
					 ? label(r->key)
					 : r->key);
	return text_clean(a, arena_printf(a, "%.*s  %s", (int)(gap - r->key), r->key,
					  label(gap + 2)));
}

/* "count, years, optional", each in the reader's language. */
static const char *units_of(struct arena *a, const char *units)
{
	const char *out = "";

	for (const char *at = units; *at; at += strcspn(at, ","), at += *at == ',') {
		const char *one;

		at += strspn(at, " ");
		one = arena_strndup(a, at, strcspn(at, ","));
		one = tr_label(label(one));
		out = *out ? arena_printf(a, "%s, %s", out, one) : one;
	}
	return out;
}

/* Whether the row's section is one of these. */
static bool is_of(const struct page_row *r, const char *one, const char *other)
{
	return strcmp(r->section, one) == 0 || strcmp(r->section, other) == 0;
}

static const char *value_of(struct arena *a, const struct page_row *r)
{
	const char *value = r->value, *shown;

	if (strcmp(r->section, "words") == 0)
		return arena_printf(a, _("“%s”"), text_clean(a, value));
	if (is_of(r, "values", "on the day") && *r->unit &&
	    strcmp(r->unit, "text") != 0 &&
	    text_width(value, strlen(value)) <= SHORT_COLUMNS)
		return explained_value(tr_reader(), a, value, r->unit);
	if (is_of(r, "values", "on the day") || strcmp(r->section, "cases") == 0)
		return text_clean(a, strstr(r->key, "  source") ? tr_label(value)
								: value);
	shown = text_clean(a, tr_label(label(value)));
	return *r->unit ? arena_printf(a, "%s  [%s]", shown,
				       text_clean(a, units_of(a, r->unit)))
			: shown;
}

struct printing {
	struct app *app;
	enum page_format format;
	const struct page *a, *b;
	const char *section, *group;	/* of the row before */
	bool is_open;			/* a table of HTML or Markdown */
	int moved;
};

/* What Markdown would take for a sign of its own stands behind a backslash. */
static void put_markdown(const char *s)
{
	for (; *s; s++) {
		if (strchr("\\`*_{}[]<>#|", *s))
			putchar('\\');
		putchar(*s);
	}
}

static void put_columns(const struct printing *p)
{
	const char *called[] = { p->a->called, p->b ? p->b->called : "" };

	if (p->format == PAGE_HTML) {
		fputs("<table>\n", stdout);
		if (p->b)
			printf("<tr><th></th><th>%s</th><th>%s</th></tr>\n", called[0],
			       called[1]);
	} else if (p->format == PAGE_MARKDOWN) {
		printf(p->b ? "| | %s | %s |\n|---|---|---|\n" : "| | |\n|---|---|\n",
		       called[0], called[1]);
	}
}

static void close_table(struct printing *p)
{
	if (p->is_open && p->format == PAGE_HTML)
		fputs("</table>\n", stdout);
	p->is_open = false;
}

static void put_heading(struct printing *p, const struct page_row *r)
{
	const char *group = text_clean(p->app->arena, r->group);
	const char *title = arena_printf(p->app->arena, "%s%s%s", label(r->section),
					 *group ? "  " : "", group);

	if (p->section && strcmp(p->section, r->section) == 0 &&
	    strcmp(p->group, r->group) == 0)
		return;
	close_table(p);
	if (p->format == PAGE_HTML) {
		fputs("<h2>", stdout);
		html_text(title);
		fputs("</h2>\n", stdout);
	} else if (p->format == PAGE_MARKDOWN) {
		fputs("\n## ", stdout);
		put_markdown(title);
		fputs("\n\n", stdout);
	} else {
		printf("\n%s\n", title);
	}
	put_columns(p);
	p->section = r->section;
	p->group = r->group;
	p->is_open = true;
}

/* One cell of a row; the last one ends it. */
static void put_cell(const struct printing *p, const char *s, bool is_moved)
{
	if (p->format == PAGE_HTML) {
		fputs(is_moved ? "<td><mark>" : "<td>", stdout);
		html_text(s);
		fputs(is_moved ? "</mark></td>" : "</td>", stdout);
	} else {
		fputs(is_moved ? " **" : " ", stdout);
		put_markdown(s);
		fputs(is_moved ? "** |" : " |", stdout);
	}
}

static void put_text(const char *key, const char *left, const char *right, bool is_moved)
{
	int pad = LABEL_COLUMNS - text_width(key, strlen(key));

	printf("%s %s%*s %s", is_moved ? "*" : " ", key, pad > 0 ? pad : 0, "", left);
	if (is_moved)
		printf("  →  %s", right);
	putchar('\n');
}

/* left or right is NULL where that page has no such row. */
static void put_row(struct printing *p, const struct page_row *left,
		    const struct page_row *right)
{
	struct arena *a = p->app->arena;
	const char *key = key_of(a, left ? left : right);
	const char *one = left ? value_of(a, left) : "—";
	const char *other = right ? value_of(a, right) : "—";
	bool is_moved = p->b && strcmp(one, other) != 0;

	put_heading(p, left ? left : right);
	p->moved += is_moved;
	if (p->format == PAGE_TEXT) {
		put_text(key, one, other, is_moved);
		return;
	}
	fputs(p->format == PAGE_HTML ? "<tr>" : "|", stdout);
	put_cell(p, key, false);
	put_cell(p, one, is_moved);
	if (p->b)
		put_cell(p, other, is_moved);
	fputs(p->format == PAGE_HTML ? "</tr>\n" : "\n", stdout);
}

static bool is_same(const struct page_row *x, const struct page_row *y)
{
	return strcmp(x->section, y->section) == 0 && strcmp(x->group, y->group) == 0 &&
	       strcmp(x->key, y->key) == 0;
}

static const struct page_row *find(const struct page *p, const struct page_row *wanted)
{
	for (int i = 0; p && i < p->n; i++)
		if (is_same(&p->rows[i], wanted))
			return &p->rows[i];
	return NULL;
}

/* Whether the page goes on with this section and group behind the row. */
static bool goes_on(const struct page *p, int i)
{
	return i + 1 < p->n &&
	       strcmp(p->rows[i].section, p->rows[i + 1].section) == 0 &&
	       strcmp(p->rows[i].group, p->rows[i + 1].group) == 0;
}

/* Rows of the second page alone that belong to the section that ends here; like NULL: of
 * the sections that the first page does not have. */
static void put_new(struct printing *p, const struct page_row *like)
{
	for (int i = 0; p->b && i < p->b->n; i++) {
		const struct page_row *r = &p->b->rows[i];
		bool is_known = false;

		for (int k = 0; !like && k < p->a->n; k++)
			is_known |= strcmp(p->a->rows[k].section, r->section) == 0 &&
				    strcmp(p->a->rows[k].group, r->group) == 0;
		if (like ? strcmp(like->section, r->section) == 0 &&
				   strcmp(like->group, r->group) == 0 && !find(p->a, r)
			 : !is_known)
			put_row(p, NULL, r);
	}
}

static const char doctype[] = "<!doctype html>\n<html lang=\"";
static const char style[] =
	"body{font:16px/1.5 system-ui,'Noto Sans CJK SC',sans-serif;margin:2em auto;"
	"max-width:60em;padding:0 1em}table{border-collapse:collapse;width:100%}"
	"td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;"
	"vertical-align:top;overflow-wrap:anywhere}h2{font-size:1.1em}";

static void put_head(const struct printing *p, const char *name)
{
	if (p->format == PAGE_MARKDOWN) {
		fputs("# ", stdout);
		put_markdown(name);
		putchar('\n');
	} else if (p->format == PAGE_HTML) {
		fputs(doctype, stdout);
		html_text(tr_code(tr_reader()));
		fputs("\"><meta charset=\"utf-8\"><title>", stdout);
		html_text(name);
		printf("</title><style>%s</style>\n<h1>", style);
		html_text(name);
		fputs("</h1>\n", stdout);
	} else {
		printf("%s\n", name);
	}
}

void page_print(struct app *app, enum page_format format, const char *name,
		const struct page *a, const struct page *b)
{
	struct printing p = { .app = app, .format = format, .a = a, .b = b };

	put_head(&p, text_clean(app->arena, name));
	if (b && format == PAGE_TEXT)
		printf("%s  →  %s\n", a->called, b->called);
	for (int i = 0; i < a->n; i++) {
		put_row(&p, &a->rows[i], find(b, &a->rows[i]));
		if (b && !goes_on(a, i))
			put_new(&p, &a->rows[i]);
	}
	put_new(&p, NULL);
	close_table(&p);
	if (!b)
		return;
	if (format == PAGE_HTML)
		fputs("<p>", stdout);
	else
		putchar('\n');
	printf(_("%d rows moved\n"), p.moved);
}
