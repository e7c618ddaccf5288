#include "cli/board_page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/html.h"
#include "say/tr.h"
#include "say/value.h"
#include "screens/views_sql.h"

#define POINTS_MOST 400
#define NTH_MOST    100
#define CHART_WIDTH 220.0
#define CHART_HEIGHT 44.0

static const char *cell(const struct app *app, const struct table *t, int row, int col)
{
	return text_clean(app->arena, table_text(t, row, col));
}

/* Values of a figure's days, "2025-11-01 12.5;...", the newest ones where there are too
 * many. */
static int points_of(const char *history, double *values)
{
	int n = 0;

	while (history && *history && n < POINTS_MOST) {
		const char *value = strchr(history, ' ');

		if (!value)
			break;
		values[n++] = strtod(value, NULL);
		history = strchr(value, ';');
		history = history ? history + 1 : NULL;
	}
	return n;
}

static void put_chart(const char *history, const char *title)
{
	double v[POINTS_MOST], least, most;
	int n = points_of(history, v);

	if (n < 2)
		return;
	least = most = v[0];
	for (int i = 1; i < n; i++) {
		least = v[i] < least ? v[i] : least;
		most = v[i] > most ? v[i] : most;
	}
	printf("<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\" role=\"img\""
	       " aria-label=\"",
	       CHART_WIDTH, CHART_HEIGHT);
	html_text(title);
	fputs("\"><polyline points=\"", stdout);
	for (int i = 0; i < n; i++)
		printf("%s%.1f,%.1f", i ? " " : "", CHART_WIDTH * i / (n - 1),
		       most > least
			   ? 3 + (CHART_HEIGHT - 6) * (most - v[i]) / (most - least)
			   : CHART_HEIGHT / 2);
	fputs("\"/></svg>", stdout);
}

static void put_limits(const struct app *app, const struct table *t, int row)
{
	const char *unit = table_text(t, row, BOARD_ON_UNIT);
	bool is_less = table_text(t, row, BOARD_ON_LESS_IS_BETTER)[0] == 't';

	if (table_is_null(t, row, BOARD_ON_WATCH))
		return;
	printf(" · %s %s ", _("watched"), is_less ? "≥" : "≤");
	html_text(
	    value_figure(app->arena, table_text(t, row, BOARD_ON_WATCH), unit, false));
	printf(" · %s %s ", _("alarm"), is_less ? "≥" : "≤");
	html_text(
	    value_figure(app->arena, table_text(t, row, BOARD_ON_ALARM), unit, false));
}

static void put_figure(const struct app *app, const struct table *t, int row)
{
	char mark = table_text(t, row, BOARD_ON_MARK)[0];
	const char *title = tr_label(cell(app, t, row, BOARD_ON_TITLE));
	const char *unit = table_text(t, row, BOARD_ON_UNIT);
	const char *shown = strcmp(unit, "fen") == 0 ? "yuan" : unit;

	printf("<article%s><h3>", mark == '!'	? " class=\"alarm\""
				  : mark == '*' ? " class=\"watch\""
						: "");
	html_text(title);
	fputs("<span>", stdout);
	html_text(cell(app, t, row, BOARD_ON_INDICATOR));
	fputs("</span></h3>", stdout);
	if (table_is_null(t, row, BOARD_ON_VALUE)) {
		printf("<div class=\"value none\">–</div><p class=\"told\">%s</p>",
		       _("no data here yet"));
	} else {
		printf("<div class=\"value\">%s",
		       mark ? (mark == '!' ? "! " : "* ") : "");
		html_text(value_figure(app->arena, table_text(t, row, BOARD_ON_VALUE),
				       unit, false));
		fputs(" <small>", stdout);
		html_text(strcmp(unit, "%") == 0 ? "" : tr_label(shown));
		fputs("</small></div>", stdout);
		put_chart(table_text(t, row, BOARD_ON_HISTORY), title);
	}
	fputs("<p class=\"told\">", stdout);
	html_text(tr_label(cell(app, t, row, BOARD_ON_MEANING)));
	put_limits(app, t, row);
	fputs("</p></article>\n", stdout);
}

/* Figures of one letter stand together. */
static const char *group_title(char letter)
{
	static const char *const titles[] = {
		['A'] = N_("Fund"),
		['B'] = N_("Population and participation"),
		['C'] = N_("Retirement"),
		['D'] = N_("Certification"),
		['E'] = N_("Deaths and stops"),
		['F'] = N_("Recovery"),
		['G'] = N_("Employment"),
		['H'] = N_("Medical claims"),
		['I'] = N_("Nursing"),
		['J'] = N_("Service and work"),
		['K'] = N_("Files"),
		['L'] = N_("Policy and control"),
	};

	return letter >= 'A' && letter <= 'L' ? _(titles[(int)letter]) : _("Others");
}

/* "A10" is of A, and its tenth. */
static bool is_of(const struct table *t, int row, char letter, int nth)
{
	const char *id = table_text(t, row, BOARD_ON_INDICATOR);

	return id[0] == letter && strtol(id + strcspn(id, "0123456789"), NULL, 10) == nth;
}

static void put_group(const struct app *app, const struct table *t, char letter)
{
	bool is_open = false;

	for (int i = 0; i < NTH_MOST * t->n; i++) {
		if (!is_of(t, i % t->n, letter, i / t->n))
			continue;
		if (!is_open)
			printf("<h2>%s</h2>\n<main>\n", group_title(letter));
		is_open = true;
		put_figure(app, t, i % t->n);
	}
	if (is_open)
		fputs("</main>\n", stdout);
}

void board_page(const struct app *app, const struct table *t, const char *area)
{
	const char *day = "";

	for (int row = 0; row < t->n && !day[0]; row++)
		day = table_text(t, row, BOARD_ON_DAY);
	html_begin(_("Figures"), day);
	printf("<p>%s", day);
	if (area[0])
		printf(" · %s %s", _("Area"), area);
	fputs("</p>\n", stdout);
	for (char letter = 'A'; letter <= 'Z'; letter++)
		put_group(app, t, letter);
	html_end();
}

static void put_label(const char *s)
{
	for (; *s; s++)
		if (*s == '\n')
			fputs("\\n", stdout);
		else
			printf("%s%c", *s == '"' || *s == '\\' ? "\\" : "", *s);
}

void board_metrics(const struct app *app, const struct table *t, const char *area)
{
	fputs("# TYPE steward_figure gauge\n# HELP steward_figure figures of the board\n",
	      stdout);
	for (int row = 0; row < t->n; row++) {
		if (table_is_null(t, row, BOARD_ON_VALUE))
			continue;
		fputs("steward_figure{id=\"", stdout);
		put_label(cell(app, t, row, BOARD_ON_INDICATOR));
		fputs("\",title=\"", stdout);
		put_label(cell(app, t, row, BOARD_ON_TITLE));
		fputs("\",unit=\"", stdout);
		put_label(cell(app, t, row, BOARD_ON_UNIT));
		printf("\",area=\"%s\",day=\"%s\"} %s\n", area[0] ? area : "0",
		       table_text(t, row, BOARD_ON_DAY),
		       table_text(t, row, BOARD_ON_VALUE));
	}
	fputs("# EOF\n", stdout);
}
