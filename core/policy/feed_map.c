/* steward feed map: a map of an office's own file, proposed from a sample; what it makes
 * of the first rows, and the text that is rehearsed and adopted. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "draft_file.h"
#include "intake/map_guess.h"
#include "office/lookup.h"
#include "rules.h"
#include "say/tr.h"

#define SHOWN 3
#define WIDE  24

static void print_cell(struct app *app, const char *text)
{
	const char *clean = text_clean(app->arena, text);
	int cols;
	size_t n = text_clip(clean, WIDE, &cols);

	printf("%.*s%*s", (int)n, clean, WIDE - cols + 2, "");
}

/* What the columns of the list say in a row. */
static const char *said_of(struct app *app, const struct sample *s, int row,
			   const char *list)
{
	const char *name, *said = NULL;
	size_t len;

	while (map_item(&list, &name, &len))
		for (int c = 0; c < s->columns; c++)
			if (strlen(s->headings[c]) == len &&
			    memcmp(s->headings[c], name, len) == 0)
				said = said ? arena_printf(app->arena, "%s|%s", said,
							   s->cells[row][c])
					    : s->cells[row][c];
	return said ? said : "";
}

/* What a column says and what the field gets of it, side by side. */
static void print_row(struct app *app, const struct feed *feed, const struct sample *s,
		      int row, const struct feed_map *m, const struct csv_row *mapped)
{
	printf(_("line %lld\n"), (long long)s->lines[row]);
	for (int i = 0; feed->fields[i].name; i++) {
		struct csv_field f = mapped->fields[i];

		if (!m->sources[i].from && !m->sources[i].constant)
			continue;
		fputs("  ", stdout);
		print_cell(app, m->sources[i].from ? m->sources[i].from : "=");
		print_cell(app, said_of(app, s, row, m->sources[i].from));
		print_cell(app, feed->fields[i].name);
		printf("%s\n",
		       text_clean(app->arena, arena_strndup(app->arena, f.text, f.len)));
	}
}

static bool print_rows(struct app *app, const struct feed *feed, const struct sample *s,
		       const struct feed_map *m, struct err *e)
{
	struct csv_row row = { .fault = CSV_GOOD, .n = s->columns };
	struct map_plan plan;
	struct buf texts;
	bool ok;

	for (int c = 0; c < s->columns; c++)
		row.fields[c] =
		    (struct csv_field){ s->headings[c], strlen(s->headings[c]) };
	ok = map_header(m, feed, &row, &plan, e);
	plan.days = map_days(&s->made);
	buf_init(&texts, (size_t)CSV_FIELDS * CSV_LINE_MAX);
	for (int i = 0; ok && i < s->rows && i < SHOWN; i++) {
		row = (struct csv_row){ .fault = CSV_GOOD, .n = s->columns };
		for (int c = 0; c < s->columns; c++)
			row.fields[c] =
			    (struct csv_field){ s->cells[i][c], strlen(s->cells[i][c]) };
		map_row(m, feed, &plan, &row, &texts);
		print_row(app, feed, s, i, m, &row);
	}
	buf_done(&texts);
	return ok;
}

static void print_list(struct app *app, const char *title, const char *list)
{
	const char *item;
	size_t len;

	while (map_item(&list, &item, &len)) {
		printf("%s: ", title);
		printf("%s\n",
		       text_clean(app->arena, arena_strndup(app->arena, item, len)));
	}
}

/* An entry of a table of Lua. */
static void put_text(struct buf *b, const char *before, const char *name,
		     const char *text)
{
	if (!text)
		return;
	buf_printf(b, "%s%s = \"", before, name);
	for (; *text; text++)
		buf_printf(b, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
	buf_text(b, "\"");
}

static const char *text_of(struct arena *a, const struct feed *feed,
			   const struct feed_map *m)
{
	struct buf b;
	char *text;

	buf_init(&b, 1 << 20);
	buf_printf(&b,
		   "-- How the file of %s is read: its own headings, words and forms.\n"
		   "return {\n\t{\n\t\tname = \"work.maps\", part = \"%s\", "
		   "jurisdiction = \"CN\", unit = \"headings\",\n\t\tbasis = \"the "
		   "sender's file\",\n\t\tvalues = { { from = \"2000-01-01\", value = { "
		   "%s = {\n\t\t\tencoding = \"%s\", separator = \"%s\"",
		   feed->name, feed->name, feed->name, m->encoding,
		   m->separator == '\t'	 ? "tab"
		   : m->separator == ';' ? ";"
					 : ",");
	put_text(&b, ", ", "sheet", m->sheet);
	put_text(&b, ", ", "head", m->head);
	put_text(&b, ", ", "columns", m->columns);
	put_text(&b, ", ", "count", m->count);
	put_text(&b, ", ", "ignore", m->ignore);
	buf_text(&b, ",\n\t\t\tfields = {\n");
	for (int i = 0; feed->fields[i].name; i++) {
		const struct map_source *s = &m->sources[i];

		if (!s->from && !s->constant)
			continue;
		buf_printf(&b, "\t\t\t\t%s = { ", feed->fields[i].name);
		put_text(&b, "", "from", s->from);
		put_text(&b, "", "constant", s->constant);
		put_text(&b, ", ", "codes", s->codes);
		buf_text(&b, " },\n");
	}
	buf_text(&b, "\t\t\t},\n\t\t} } } },\n\t},\n}\n");
	text = arena_strdup(a, b.data);
	buf_done(&b);
	return text;
}

static bool write_map(struct app *app, const struct feed *feed, const struct map_guess *g,
		      struct err *e)
{
	const char *path = arena_printf(app->arena, "parameters/maps_%s.lua", feed->name);
	const char *text = text_of(app->arena, feed, &g->map);

	if (g->lacking) {
		ERR(e, ERR_INPUT, _("a field that must be there has no column"));
		return err_hint(e, _("Say --from FIELD=HEADING or --constant "
				     "FIELD=VALUE."));
	}
	if (!draft_file(app->arena, ".", path, text, NULL, e))
		return false;
	fprintf(stderr, _("%s is your draft: steward rules check, test, rehearse %s\n"),
		path, path);
	return true;
}

/* How the file was taken apart. */
static void print_form(struct app *app, const struct sample *s)
{
	if (s->made.form == LINES_SHEET)
		printf(_("sheet %s, headings in row %s\n"),
		       text_clean(app->arena, s->made.sheet), s->made.head);
	else if (s->places)
		printf(_("encoding %s, fixed widths by %s: %s\n"), s->encoding,
		       strcmp(s->count, "bytes") == 0 ? _("bytes") : _("characters"),
		       text_clean(app->arena, s->places));
	else
		printf(_("encoding %s, separator %s\n"), s->encoding,
		       s->separator == '\t'  ? "tab"
		       : s->separator == ';' ? ";"
					     : ",");
}

bool feed_map_show(struct app *app, struct err *e)
{
	const char *sep = app_option(app, "sep");
	struct sample_said how = { app_option(app, "encoding"), sep ? sep[0] : 0,
				   app_option(app, "sheet"), app_option(app, "head"),
				   app_option(app, "columns"), app_option(app, "count") };
	const struct feed *feed = lookup_feed(app->modules, app->args[1]);
	struct map_said said = { app_option(app, "from"), app_option(app, "constant"),
				 app_option(app, "codes") };
	struct sample s;
	struct map_guess g;

	if (!feed)
		return ERR(e, ERR_USAGE, _("no feed is called \"%s\""), app->args[1]);
	if (!sample_read(app->arena, app->args[2], &how, &s, e) ||
	    !map_guess(app->arena, feed, &s, &said, &g, e) ||
	    !print_rows(app, feed, &s, &g.map, e))
		return false;
	print_form(app, &s);
	print_list(app, _("not known, left out"), g.unknown);
	print_list(app, _("no code for this word"), g.words);
	print_list(app, _("no column for this field"), g.lacking);
	return !app_flag(app, "write") || write_map(app, feed, &g, e);
}
