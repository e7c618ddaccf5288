#include "cli/html.h"

#include <stdio.h>

#include "say/tr.h"

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
    "table{border-collapse:collapse;background:var(--card);"
    "font-variant-numeric:tabular-nums;font-size:13.5px}"
    "td,th{border:1px solid var(--line);padding:3px 9px;text-align:right}"
    "th{font-weight:500;color:var(--soft)}"
    "td:first-child,th:first-child{text-align:left}\n"
    "svg.bars{height:auto;max-width:720px}svg.bars rect{fill:var(--accent)}"
    "svg.bars rect.less{fill:var(--watch)}svg.bars line{stroke:var(--line)}"
    "svg.bars text{fill:var(--ink);font-size:12px}\n"
    ".told{font-size:12.5px}.alarm .value{color:var(--alarm)}"
    ".watch .value{color:var(--watch)}\n";

void html_text(const char *s)
{
	for (s = s ? s : ""; *s; s++)
		switch (*s) {
		case '&':
			fputs("&amp;", stdout);
			break;
		case '<':
			fputs("&lt;", stdout);
			break;
		case '>':
			fputs("&gt;", stdout);
			break;
		case '"':
			fputs("&quot;", stdout);
			break;
		default:
			putchar(*s);
		}
}

void html_begin(const char *heading, const char *more)
{
	printf("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
	       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	       "<title>",
	       tr_code(tr_reader()));
	html_text(heading);
	putchar(' ');
	html_text(more);
	printf("</title><style>\n%s</style></head>\n<body><h1>", style);
	html_text(heading);
	fputs("</h1>", stdout);
}

void html_end(void)
{
	fputs("</body></html>\n", stdout);
}
