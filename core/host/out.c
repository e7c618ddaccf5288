#include "out.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "say/tr.h"
#include "say/value.h"

static void put_padded(const char *s, int width, bool is_last)
{
	int used = text_width(s, strlen(s));

	fputs(s, stdout);
	if (!is_last)
		printf("%*s", width - used + 2, "");
}

static bool is_last_column(const struct column *c)
{
	return !c[1].title;
}

static int mark_column(const struct table *t)
{
	return table_column(t->stmt, "mark");
}

static int column_width(const struct app *app, struct arena *a, const struct table *t,
			const struct column *c)
{
	const char *title = tr_label(c->title);
	int width = text_width(title, strlen(title));

	for (int row = 0; row < t->n; row++) {
		const char *s = value_text(tr_reader(), app->modules, a, t, c, row);
		int w = text_width(s, strlen(s));

		width = w > width ? w : width;
	}
	return width;
}

static void text_table(const struct app *app, struct arena *a, const struct table *t,
		       const struct column *columns, const char *section)
{
	int widths[64] = { 0 }, mark = mark_column(t);

	if (section && section[0])
		printf("\n%s\n", section);
	for (int i = 0; i < 64 && columns[i].title; i++)
		widths[i] = column_width(app, a, t, &columns[i]);
	fputs(mark >= 0 ? "  " : "", stdout);
	for (int i = 0; i < 64 && columns[i].title; i++)
		put_padded(tr_label(columns[i].title), widths[i],
			   is_last_column(&columns[i]));
	putchar('\n');
	for (int row = 0; row < t->n; row++) {
		if (mark >= 0)
			printf("%-2s", table_text(t, row, mark));
		for (int i = 0; i < 64 && columns[i].title; i++)
			put_padded(value_text(tr_reader(), app->modules, a, t,
					      &columns[i], row),
				   widths[i], is_last_column(&columns[i]));
		putchar('\n');
	}
}

/* For scripts: codes stay codes in every language, and so does what the screen does not
 * show. */
static struct column column_of(const struct column *columns, int col)
{
	for (; columns->title; columns++)
		if (columns->col == col && columns->kind != COLUMN_LABEL)
			return *columns;
	return (struct column){ .col = col, .title = "", .kind = COLUMN_TEXT };
}

/* A spreadsheet keeps 15 digits of a number, no zeros in front, and takes an E for a
 * power of ten. */
static bool is_spoiled_by_spreadsheet(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (n == 0)
		return false;
	if (s[n] == 'e' || s[n] == 'E')
		return s[n + 1] && !s[n + 1 + strspn(s + n + 1, "0123456789")];
	return !s[n] && (n > 11 || (n > 1 && s[0] == '0'));
}

static void csv_cell(const struct app *app, struct arena *a, const char *s)
{
	const char *safe = app_flag(app, "spreadsheet") && is_spoiled_by_spreadsheet(s)
			       ? arena_printf(a, "=\"%s\"", s)
			       : text_guard_formula(a, s);

	if (!strpbrk(safe, ",\"\r\n")) {
		fputs(safe, stdout);
		return;
	}
	putchar('"');
	for (; *safe; safe++) {
		if (*safe == '"')
			putchar('"');
		putchar(*safe);
	}
	putchar('"');
}

/* Money comes out in yuan, and is called so. */
static const char *name_of(struct arena *a, const struct table *t,
			   const struct column *columns, int col)
{
	const char *name = stmt_column_name(a, t->stmt, col);
	size_t n = strlen(name);

	if (column_of(columns, col).kind != COLUMN_MONEY || n < 4 ||
	    strcmp(name + n - 4, "_fen") != 0)
		return name;
	return arena_printf(a, "%.*s_yuan", (int)(n - 4), name);
}

static void csv_table(const struct app *app, struct arena *a, const struct table *t,
		      const struct column *columns)
{
	for (int col = 0; col < t->ncols; col++)
		printf("%s%s", col ? "," : "", name_of(a, t, columns, col));
	fputs("\r\n", stdout);
	for (int row = 0; row < t->n; row++) {
		for (int col = 0; col < t->ncols; col++) {
			struct column c = column_of(columns, col);
			const char *number = value_number(a, t, c.kind, row, col);

			if (col)
				putchar(',');
			if (number)
				fputs(number, stdout);	/* "-5" is no formula */
			else
				csv_cell(app, a,
					 value_text(tr_reader(), app->modules, a, t, &c,
						    row));
		}
		fputs("\r\n", stdout);
	}
}

/* Whatever could move or hide what stands around it is written as its number. */
void out_json_string(const char *s)
{
	size_t n = strlen(s), len;
	uint32_t rune;

	putchar('"');
	for (size_t i = 0; i < n; i += len ? len : 1) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0)
			fputs("\\ufffd", stdout);
		else if (rune == '"' || rune == '\\')
			printf("\\%c", (char)rune);
		else if (rune > 0xffff && text_is_unsafe(rune))
			printf("\\u%04x\\u%04x", (unsigned)(0xd7c0 + (rune >> 10)),
			       (unsigned)(0xdc00 + (rune & 0x3ff)));
		else if (text_is_unsafe(rune))
			printf("\\u%04x", (unsigned)rune);
		else
			fwrite(s + i, 1, len, stdout);
	}
	putchar('"');
}

static void json_value(const struct app *app, struct arena *a, const struct table *t,
		       const struct column *c, int row)
{
	const char *number = value_number(a, t, c->kind, row, c->col);

	if (table_is_null(t, row, c->col))
		fputs("null", stdout);
	else if (strcmp(stmt_column_type(t->stmt, c->col), "bool") == 0)
		fputs(table_text(t, row, c->col)[0] == 't' ? "true" : "false", stdout);
	else if (number)
		fputs(number, stdout);
	else
		out_json_string(value_text(tr_reader(), app->modules, a, t, c, row));
}

static void json_table(const struct app *app, struct arena *a, const struct table *t,
		       const struct column *columns, const char *section)
{
	for (int row = 0; row < t->n; row++) {
		putchar('{');
		if (section)
			printf("\"section\":\"%s\"", t->stmt->name);
		for (int col = 0; col < t->ncols; col++) {
			struct column c = column_of(columns, col);

			printf("%s\"%s\":", col || section ? "," : "",
			       name_of(a, t, columns, col));
			json_value(app, a, t, &c, row);
		}
		fputs("}\n", stdout);
	}
}

/* What the screen shows, under the reader's titles; numbers are numbers. */
static void xlsx_table(const struct app *app, struct arena *a, const struct table *t,
		       const struct column *columns, const char *section)
{
	const struct sheet_calls *s = app->sheets;

	s->sheet(app->book, section && section[0] ? section : t->stmt->name);
	for (int i = 0; columns[i].title; i++)
		s->cell(app->book, 0, i, tr_label(columns[i].title), false);
	for (int row = 0; row < t->n; row++)
		for (int i = 0; columns[i].title; i++) {
			const struct column *c = &columns[i];
			const char *n = value_number(a, t, c->kind, row, c->col);

			s->cell(app->book, row + 1, i,
				n ? n
				  : value_text(tr_reader(), app->modules, a, t, c, row),
				n != NULL);
		}
}

void out_begin(const struct app *app)
{
	if (app_flag(app, "spreadsheet") && !isatty(STDOUT_FILENO))
		fputs("\xef\xbb\xbf", stdout);
}

/* The statement itself gives no more: whether there are any nobody has asked. */
static void tell_of_more(const struct table *t)
{
	fflush(stdout);
	fprintf(stderr, _("rows shown: %d; there may be more\n"), t->n);
}

void out_table(const struct app *app, const struct table *t, const struct column *columns,
	       const char *section)
{
	struct arena *a = arena_new();

	if (app->format == OUT_XLSX) {
		xlsx_table(app, a, t, columns, section);
	} else if (app->format == OUT_JSON) {
		json_table(app, a, t, columns, section);
	} else if (app->format == OUT_CSV) {
		if (section && section[0])
			fputs("\r\n", stdout);
		csv_table(app, a, t, columns);
	} else {
		text_table(app, a, t, columns, section);
	}
	if (table_is_full(t))
		tell_of_more(t);
	arena_free(a);
}

void out_some(const struct app *app, struct table *t, const struct column *columns,
	      int most)
{
	bool has_more = t->n > most;

	t->n = has_more ? most : t->n;
	out_table(app, t, columns, NULL);
	if (!has_more)
		return;
	fflush(stdout);
	fprintf(stderr, _("rows shown: %d; there are more, see --limit\n"), most);
}

void out_fields(const struct app *app, const struct table *t,
		const struct column *columns, const char *section)
{
	struct arena *a = arena_new();
	int width = 0;

	if (app->format != OUT_TEXT) {
		arena_free(a);
		out_table(app, t, columns, section);
		return;
	}
	for (const struct column *c = columns; c->title; c++) {
		int w = text_width(tr_label(c->title), strlen(tr_label(c->title)));

		width = w > width ? w : width;
	}
	for (int row = 0; row < t->n; row++)
		for (const struct column *c = columns; c->title; c++) {
			put_padded(tr_label(c->title), width, false);
			printf("%s\n",
			       value_text(tr_reader(), app->modules, a, t, c, row));
		}
	arena_free(a);
}

static const char *plain_name(const char *name)
{
	return name + (name[0] == '#');
}

void out_names(const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		printf("%s%s", plain_name(names[i]), i == n - 1 ? "\r\n" : ",");
}

static void xlsx_row(const struct app *app, const char *const *names,
		     const char *const *values, int n, bool is_first)
{
	static int row;	/* of the sheet that is written */

	if (is_first) {
		row = 0;
		app->sheets->sheet(app->book, "");
		for (int i = 0; i < n; i++)
			app->sheets->cell(app->book, 0, i, plain_name(names[i]), false);
	}
	row++;
	for (int i = 0; i < n; i++)
		app->sheets->cell(app->book, row, i, values[i], names[i][0] == '#');
}

void out_row(const struct app *app, const char *const *names, const char *const *values,
	     int n, bool is_first)
{
	bool is_json = app->format == OUT_JSON;

	if (app->format == OUT_XLSX) {
		xlsx_row(app, names, values, n, is_first);
		return;
	}
	if (is_first && !is_json)
		out_names(names, n);
	for (int i = 0; i < n; i++) {
		fputs(is_json ? i ? ", " : "{" : i ? "," : "", stdout);
		if (is_json)
			printf("\"%s\": ", plain_name(names[i]));
		if (names[i][0] == '#')
			fputs(values[i], stdout);
		else if (is_json)
			out_json_string(values[i]);
		else
			csv_cell(app, app->arena, values[i]);
	}
	fputs(is_json ? "}\n" : "\r\n", stdout);
}
