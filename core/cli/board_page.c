#include "cli/board_page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "say/tr.h"
#include "say/value.h"
#include "screens/views_sql.h"

#define POINTS_MOST 400
#define NTH_MOST    100
#define CHART_WIDTH 220.0
#define CHART_HEIGHT 44.0

/* One considered look, light and dark as the reader's system has it; prints in black. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c2733;--soft:#5c6b7a;--line:#d7dee5;"
    "--card:#fff;--back:#f3f6f8;--accent:#1f6f8b;--watch:#9a6700;--alarm:#b42318}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa7b4;"
    "--line:#2f3a45;"
    "--card:#182028;--back:#10161c;--accent:#6cb8d0;--watch:#e3b341;--alarm:#ff7b72}}\n"
    "*{box-sizing:border-box}body{margin:0;padding:24px;background:var(--back);"
    "color:var(--ink);font:15px/1.45 system-ui,'Noto Sans CJK SC','WenQuanYi Zen Hei',"
    "sans-serif}\n"
    "h1{font-size:22px;margin:0 0 2px}h2{font-size:15px;margin:26px 0 10px;"
    "color:var(--soft);font-weight:600}p{margin:0;color:var(--soft)}\n"
    "main{display:grid;gap:12px;"
    "grid-template-columns:repeat(auto-fill,minmax(260px,1fr))}\n"
    "article{background:var(--card);border:1px solid var(--line);border-radius:8px;"
    "padding:12px 14px;break-inside:avoid}"
    "article.watch{border-left:4px solid var(--watch)}"
    "article.alarm{border-left:4px solid var(--alarm)}\n"
    "h3{margin:0;font-size:14px;font-weight:500;display:flex;"
    "justify-content:space-between;gap:8px}h3 span{color:var(--soft);font-weight:400}\n"
    ".value{font-size:25px;font-variant-numeric:tabular-nums;margin:2px 0}"
    ".value small{font-size:14px;color:var(--soft)}.none{color:var(--soft)}\n"
    "svg{display:block;width:100%;height:44px;margin:4px 0}polyline{fill:none;"
    "stroke:var(--accent);stroke-width:2;vector-effect:non-scaling-stroke}\n"
    ".told{font-size:12.5px}.alarm .value{color:var(--alarm)}"
    ".watch .value{color:var(--watch)}\n";

static void put(const char *s)
{
	for (s = s ? s : ""; *s; s++)
		if (*s == '&')
			fputs("&amp;", stdout);
		else if (*s == '<')
			fputs("&lt;", stdout);
		else if (*s == '>')
			fputs("&gt;", stdout);
		else if (*s == '"')
			fputs("&quot;", stdout);
		else
			putchar(*s);
}

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
	put(title);
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
	put(value_figure(app->arena, table_text(t, row, BOARD_ON_WATCH), unit, false));
	printf(" · %s %s ", _("alarm"), is_less ? "≥" : "≤");
	put(value_figure(app->arena, table_text(t, row, BOARD_ON_ALARM), unit, false));
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
	put(title);
	fputs("<span>", stdout);
	put(cell(app, t, row, BOARD_ON_INDICATOR));
	fputs("</span></h3>", stdout);
	if (table_is_null(t, row, BOARD_ON_VALUE)) {
		printf("<div class=\"value none\">–</div><p class=\"told\">%s</p>",
		       _("no data here yet"));
	} else {
		printf("<div class=\"value\">%s",
		       mark ? (mark == '!' ? "! " : "* ") : "");
		put(value_figure(app->arena, table_text(t, row, BOARD_ON_VALUE), unit,
				 false));
		fputs(" <small>", stdout);
		put(strcmp(unit, "%") == 0 ? "" : tr_label(shown));
		fputs("</small></div>", stdout);
		put_chart(table_text(t, row, BOARD_ON_HISTORY), title);
	}
	fputs("<p class=\"told\">", stdout);
	put(tr_label(cell(app, t, row, BOARD_ON_MEANING)));
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
	printf("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
	       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	       "<title>%s %s</title><style>\n%s</style></head>\n<body><h1>%s</h1><p>%s",
	       tr_code(tr_reader()), _("Figures"), day, style, _("Figures"),
	       day);
	if (area[0])
		printf(" · %s %s", _("Area"), area);
	fputs("</p>\n", stdout);
	for (char letter = 'A'; letter <= 'Z'; letter++)
		put_group(app, t, letter);
	fputs("</body></html>\n", stdout);
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
