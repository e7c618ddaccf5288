#include "years_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "base/text.h"
#include "cli/html.h"
#include "outlook/outlook_sql.h"
#include "say/tr.h"

#define CHART_WIDTH  720
#define BAR_HEIGHT   18
#define BAR_PITCH    26
#define LABEL_WIDTH  130
#define NUMBER_WIDTH 150
#define BARS_MOST    400

static const char svg[] = "<svg class=\"bars\" role=\"img\" viewBox=\"0 0 ";

struct bar {
	const char *label;
	int64_t fen;
};

static const char *yuan(const struct app *app, int64_t fen)
{
	char text[MONEY_TEXT];

	return arena_strdup(app->arena, money_format(fen, text));
}

static const char *label(const struct app *app, const struct table *t, int row)
{
	return tr_label(text_clean(app->arena, table_text(t, row, OUTLOOK_ROWS_VALUE)));
}

static int64_t fen_of(const struct table *t, int row)
{
	return strtoll(table_text(t, row, OUTLOOK_ROWS_YEAR_FEN), NULL, 10);
}

static bool is_of(const struct table *t, int row, const char *part)
{
	return row < t->n && strcmp(table_text(t, row, OUTLOOK_ROWS_PART), part) == 0;
}

static bool is_same(const struct table *t, int a, int b)
{
	return strcmp(table_text(t, a, OUTLOOK_ROWS_VALUE),
		      table_text(t, b, OUTLOOK_ROWS_VALUE)) == 0;
}

/* One bar a line, on both sides of nothing; each says its number as a text as well. */
static void put_bars(const struct app *app, const struct bar *bars, int n,
		     const char *title)
{
	double room = CHART_WIDTH - LABEL_WIDTH - NUMBER_WIDTH, least = 0, most = 0, zero;

	for (int i = 0; i < n; i++) {
		least = (double)bars[i].fen < least ? (double)bars[i].fen : least;
		most = (double)bars[i].fen > most ? (double)bars[i].fen : most;
	}
	room /= most > least ? most - least : 1;
	zero = LABEL_WIDTH - least * room;
	fputs(svg, stdout);
	printf("%d %d", CHART_WIDTH, n * BAR_PITCH + 4);
	fputs("\" aria-label=\"", stdout);
	html_text(title);
	printf("\"><line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>", zero, zero,
	       n * BAR_PITCH + 4);
	for (int i = 0; i < n; i++) {
		double wide = (double)bars[i].fen * room,
		       from = wide < 0 ? zero + wide : zero;
		int y = i * BAR_PITCH + 4;

		printf("<text x=\"0\" y=\"%d\">", y + 13);
		html_text(bars[i].label);
		printf("</text><rect%s x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
		       "<text x=\"%.1f\" y=\"%d\">",
		       wide < 0 ? " class=\"less\"" : "", from, y,
		       wide < 0 ? -wide : wide, BAR_HEIGHT,
		       (wide < 0 ? zero : zero + wide) + 6, y + 13);
		html_text(yuan(app, bars[i].fen));
		fputs("</text>", stdout);
	}
	fputs("</svg>\n", stdout);
}

static int first_of(const struct table *t, const char *part)
{
	int row = 0;

	while (row < t->n && !is_of(t, row, part))
		row++;
	return row;
}

static void put_cells(const char *tag, const char *const *cells, int n)
{
	fputs("<tr>", stdout);
	for (int i = 0; i < n; i++) {
		printf("<%s>", tag);
		html_text(cells[i]);
		printf("</%s>", tag);
	}
	fputs("</tr>\n", stdout);
}

static void put_all(const struct app *app, const struct table *t, const char *title)
{
	const char *const names[] = {
		_("Year"),	   _("Day judged"), _("Months"),
		_("Persons"),	   _("Gain"),	    _("Lose"),
		_("Yuan a month"), _("Yuan once"),  _("Yuan in the year")
	};
	struct bar bars[BARS_MOST];
	int n = 0, first = first_of(t, "all");

	for (int row = first; is_of(t, row, "all") && n < BARS_MOST; row++)
		bars[n++] =
		    (struct bar){ table_text(t, row, OUTLOOK_ROWS_YEAR), fen_of(t, row) };
	put_bars(app, bars, n, title);
	fputs("<table>", stdout);
	put_cells("th", names, 9);
	for (int row = first; is_of(t, row, "all"); row++) {
		const char *const cells[] = {
			table_text(t, row, OUTLOOK_ROWS_YEAR),
			table_text(t, row, OUTLOOK_ROWS_DAY),
			table_text(t, row, OUTLOOK_ROWS_MONTHS),
			table_text(t, row, OUTLOOK_ROWS_PERSONS),
			table_text(t, row, OUTLOOK_ROWS_GAINS),
			table_text(t, row, OUTLOOK_ROWS_LOSES),
			yuan(app, strtoll(table_text(t, row, OUTLOOK_ROWS_MONTHLY_FEN),
					  NULL, 10)),
			yuan(app, strtoll(table_text(t, row, OUTLOOK_ROWS_ONCE_FEN), NULL,
					  10)),
			yuan(app, fen_of(t, row)),
		};

		put_cells("td", cells, 9);
	}
	fputs("</table>\n", stdout);
}

/* A group a line, a year a column, the years together at its end. */
static void put_matrix(const struct app *app, const struct table *t, const char *part)
{
	int first = first_of(t, part), row = first;

	printf("<table><tr><th></th>");
	for (int i = first_of(t, "all"); is_of(t, i, "all"); i++)
		printf("<th>%s</th>", table_text(t, i, OUTLOOK_ROWS_YEAR));
	printf("<th>%s</th></tr>\n", _("together"));
	while (is_of(t, row, part)) {
		int64_t sum = 0;
		int group = row;

		fputs("<tr><td>", stdout);
		html_text(label(app, t, row));
		fputs("</td>", stdout);
		for (int i = first_of(t, "all"); is_of(t, i, "all"); i++) {
			bool is_it = is_of(t, row, part) && is_same(t, row, group) &&
				     strcmp(table_text(t, row, OUTLOOK_ROWS_YEAR),
					    table_text(t, i, OUTLOOK_ROWS_YEAR)) == 0;

			printf("<td>%s</td>", is_it ? yuan(app, fen_of(t, row)) : "");
			sum += is_it ? fen_of(t, row++) : 0;
		}
		printf("<td>%s</td></tr>\n", yuan(app, sum));
	}
	fputs("</table>\n", stdout);
}

static void put_group(const struct app *app, const struct table *t,
		      const struct years_part *part)
{
	struct bar bars[BARS_MOST];
	int n = 0;

	for (int row = first_of(t, part->name); is_of(t, row, part->name); row++) {
		bool is_new = n == 0 || !is_same(t, row, row - 1);

		if (is_new && n == BARS_MOST)
			break;
		if (is_new)
			bars[n++] = (struct bar){ label(app, t, row), 0 };
		bars[n - 1].fen += fen_of(t, row);
	}
	put_bars(app, bars, n, tr_label(part->title));
	put_matrix(app, t, part->name);
}

void years_page(const struct app *app, const char *const *head,
		const struct years_part *parts, const struct table *rows)
{
	html_begin(_("A draft over the years"), table_text(rows, 0, OUTLOOK_ROWS_DAY));
	for (; *head; head++) {
		fputs("<p>", stdout);
		html_text(*head);
		fputs("</p>\n", stdout);
	}
	for (; parts->name; parts++) {
		if (!is_of(rows, first_of(rows, parts->name), parts->name))
			continue;
		fputs("<h2>", stdout);
		html_text(tr_label(parts->title));
		fputs("</h2>\n", stdout);
		if (strcmp(parts->name, "all") == 0)
			put_all(app, rows, tr_label(parts->title));
		else
			put_group(app, rows, parts);
	}
	html_end();
}
