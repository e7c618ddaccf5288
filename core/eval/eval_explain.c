/* How a row's amounts came about: every input, parameter and step, with the article and
 * the days it is valid on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "eval.h"
#include "host/out.h"
#include "say/explained.h"
#include "say/tr.h"

#define VALUE_COLUMNS 40	/* of a line: a longer value has lines of its own */
#define LINE_COLUMNS 76

static bool is_kind(const char *const *line, const char *kind)
{
	return strcmp(line[LINE_KIND], kind) == 0;
}

static bool is_long(const char *s)
{
	return s[text_clip(s, VALUE_COLUMNS, &(int){ 0 })] != '\0';
}

/* A table whole, broken behind its commas. */
static void put_long(struct arena *a, const char *s, int indent)
{
	s = text_clean(a, s);
	while (*s) {
		size_t n = text_clip(s, LINE_COLUMNS - indent, &(int){ 0 }), most = n;

		while (s[n] && n > 1 && s[n - 1] != ',')
			n--;
		if (n <= 1)
			n = most ? most : strlen(s);
		printf("%*s%.*s\n", indent, "", (int)n, s);
		s += n;
	}
}

static void put_more(struct arena *a, const char *const *line)
{
	if (*line[LINE_PLACE])
		printf("  %s", line[LINE_PLACE]);
	if (*line[LINE_FROM])
		printf("  %s..%s", line[LINE_FROM], line[LINE_TO]);
	if (strcmp(line[LINE_MEANING], "set") == 0)
		printf("  %s", _("(set on the command line)"));
	else if (*line[LINE_MEANING])
		printf("  %s", text_clean(a, tr_label(line[LINE_MEANING])));
	if (*line[LINE_BASIS])
		printf("  [%s]", text_clean(a, line[LINE_BASIS]));
}

/* The article's own words, once, in the reader's language. */
static void put_words(struct arena *a, const char *const *line, int indent)
{
	if (!explained_is_read(tr_reader(), line[LINE_NAME], line[LINE_MEANING]))
		return;
	printf("%*s%s\n", indent, "", _("words of it"));
	put_long(a, line[LINE_VALUE], indent + 4);
}

void explain_sentences(const struct eval *v, struct answer *a)
{
	for (int i = 0; i < a->nlines; i++) {
		const char **line = a->lines[i];

		if (!is_kind(line, "output") || strcmp(line[LINE_CALL], "1") != 0)
			continue;
		for (int k = 0; k < a->nout && k < v->c->nout; k++)
			if (*line[LINE_VALUE] &&
			    strcmp(v->c->outputs[k].type, "say") == 0 &&
			    strcmp(v->c->outputs[k].name, line[LINE_NAME]) == 0)
				line[LINE_VALUE] = a->outputs[k].s;
	}
}

void explain_text(const struct answer *a)
{
	for (int i = 0; i < a->nlines; i++) {
		const char *const *line = a->lines[i];
		int indent = 2 * (int)strtol(line[LINE_DEPTH], NULL, 10) + 2;

		if (is_kind(line, "words")) {
			put_words(a->arena, line, indent);
			continue;
		}
		printf("%*s%-10s %s", indent, "", tr_label(line[LINE_KIND]),
		       text_clean(a->arena, tr_label(line[LINE_NAME])));
		if (!is_kind(line, "call") && !is_long(line[LINE_VALUE]))
			printf(" = %s", text_clean(a->arena, line[LINE_VALUE]));
		if (*line[LINE_UNIT] && *line[LINE_VALUE])
			printf(" %s", text_clean(a->arena, tr_label(line[LINE_UNIT])));
		put_more(a->arena, line);
		putchar('\n');
		if (is_long(line[LINE_VALUE]))
			put_long(a->arena, line[LINE_VALUE], indent + 4);
	}
}

/* Members of a line that say something, under their names. */
static void put_object(const char *const *line, int at)
{
	static const struct { enum wire_line field; const char *name; } members[] = {
		{ LINE_NAME, "name" }, { LINE_VALUE, "value" }, { LINE_UNIT, "unit" },
		{ LINE_PLACE, "jurisdiction" }, { LINE_FROM, "from" }, { LINE_TO, "to" },
		{ LINE_MEANING, "meaning" }, { LINE_BASIS, "basis" },
	};

	printf("{\"at\":%d,\"depth\":%s", at, line[LINE_DEPTH]);
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		bool is_wanted =
		    *line[members[i].field] || members[i].field == LINE_NAME ||
		    (members[i].field == LINE_VALUE && !is_kind(line, "call"));

		if (!is_wanted)
			continue;
		printf(",\"%s\":", is_kind(line, "step") && members[i].field == LINE_NAME
				       ? "label"
				       : members[i].name);
		out_json_string(line[members[i].field]);
	}
}

/* The lines of one kind; those of a calculation's own when call is given. */
static void put_lines(const struct answer *a, const char *title, const char *kind,
		      const char *call)
{
	int n = 0;

	printf(",\"%s\":[", title);
	for (int i = 0; i < a->nlines; i++) {
		const char *const *line = a->lines[i];

		if (!is_kind(line, kind) || (call && strcmp(line[LINE_CALL], call) != 0))
			continue;
		fputs(n++ ? "," : "", stdout);
		put_object(line, i);
		putchar('}');
	}
	putchar(']');
}

static bool has_lines(const struct answer *a, const char *kind)
{
	for (int i = 0; i < a->nlines; i++)
		if (is_kind(a->lines[i], kind))
			return true;
	return false;
}

/* The calculations that were asked on the way: those below the first. */
static void put_calls(const struct answer *a)
{
	int number = 0, n = 0;

	fputs(",\"calls\":[", stdout);
	for (int i = 0; i < a->nlines; i++) {
		char call[16];

		if (!is_kind(a->lines[i], "call") || ++number == 1)
			continue;
		snprintf(call, sizeof(call), "%d", number);
		fputs(n++ ? "," : "", stdout);
		put_object(a->lines[i], i);
		put_lines(a, "inputs", "input", call);
		put_lines(a, "outputs", "output", call);
		putchar('}');
	}
	putchar(']');
}

void explain_json(const struct eval *v, const char *place, const char *day,
		  const struct answer *a)
{
	printf("{\"row\":%lld,\"calculation\":\"%s\",\"rule\":\"%s\",\"day\":",
	       (long long)v->rows, v->c->name, v->rule);
	out_json_string(day);
	fputs(",\"jurisdiction\":", stdout);
	out_json_string(place);
	put_lines(a, "inputs", "input", "1");
	put_lines(a, "parameters", "parameter", NULL);
	if (has_lines(a, "default"))
		put_lines(a, "defaults", "default", NULL);
	if (has_lines(a, "words"))
		put_lines(a, "words", "words", NULL);
	put_calls(a);
	put_lines(a, "steps", "step", NULL);
	put_lines(a, "outputs", "output", "1");
	fputs(",\"error\":", stdout);
	if (*a->error)
		out_json_string(a->error);
	else
		fputs("null", stdout);
	puts("}");
}
