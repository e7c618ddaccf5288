#include "value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "say.h"
#include "tr.h"

static const char *money_text(struct arena *a, const char *fen)
{
	char text[MONEY_TEXT], *end;
	long long v = strtoll(fen, &end, 10);

	return *end || end == fen ? text_clean(a, fen)
				  : arena_strdup(a, money_format(v, text));
}

static const char *period_text(struct arena *a, const char *s)
{
	if (strlen(s) == 6 && strspn(s, "0123456789") == 6)
		return arena_printf(a, "%.4s-%.2s", s, s + 4);
	return text_clean(a, s);
}

/* Rules see days as numbers (see base/date.h); tables give them as text. */
static const char *day_text(struct arena *a, const char *s)
{
	char text[DATE_TEXT], *end;
	long v = strtol(s, &end, 10);

	if (*end || end == s || v < -100000 || v > 100000)
		return text_clean(a, s);
	return arena_strdup(a, date_format((int32_t)v, text));
}

static const char *yes_text(const struct language *in, const char *s)
{
	return s[0] == 't' || s[0] == '1' ? tr_in(in, N_("yes")) : tr_in(in, N_("no"));
}

static const struct fact_column *find_fact(const struct module *const *modules,
					   const char *name)
{
	for (int i = 0; modules && modules[i]; i++) {
		for (const struct fact_set *s = modules[i]->facts; s && s->subject; s++)
			for (const struct fact_column *f = s->columns; f && f->name; f++)
				if (strcmp(f->name, name) == 0)
					return f;
	}
	return NULL;
}

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* What finders tell beside facts says by its name how it is counted. */
static const char *unit_of(const struct fact_column *f, const char *name)
{
	return f && f->unit		   ? f->unit
	       : f			   ? ""
	       : ends_with(name, "_fen")   ? "fen"
	       : ends_with(name, "period") ? "period"
					   : "";
}

const char *value_days(struct arena *a, const char *s)
{
	const char *out = "";

	for (; *s; s += strcspn(s, ","), s += *s == ',')
		out = arena_printf(a, "%s%s%s", out, *out ? " " : "",
				   day_text(a, arena_strndup(a, s, strcspn(s, ","))));
	return out;
}

/* A list of persons: whom there are, by their roles. */
static const char *roles_text(const struct language *in, struct arena *a, const char *s)
{
	static const char name[] = "\"role\":";
	const char *out = "";

	while ((s = strstr(s, name))) {
		s += strlen(name);
		s += strspn(s, " \"");
		out = arena_printf(
		    a, "%s%s%s", out, *out ? tr_in(in, N_(", ")) : "",
		    tr_label_in(in, arena_strndup(a, s, strcspn(s, "\""))));
	}
	return text_clean(a, out);
}

const char *value_fact(const struct language *in, const struct module *const *modules,
		       struct arena *a, const char *fact, const char *value)
{
	const char *unit = unit_of(find_fact(modules, fact), fact);

	if (strcmp(unit, "fen") == 0)
		return money_text(a, value);
	if (strcmp(unit, "day") == 0)
		return day_text(a, value);
	if (*value == '[' && (*unit == '[' || strcmp(unit, "list") == 0))
		return roles_text(in, a, value);
	if (strcmp(unit, "list") == 0)
		return value_days(a, value);
	if (strcmp(unit, "period") == 0)
		return period_text(a, value);
	if (strcmp(unit, "yes/no") == 0)
		return yes_text(in, value);
	if (strcmp(unit, "code") == 0)
		return text_clean(a, tr_label_in(in, value));
	return text_clean(a, value);
}

/* What no module has a title for: "name_in_file" reads "name in file". */
static const char *plain_name(const struct language *in, struct arena *a,
			      const char *name)
{
	char *text = text_clean(a, tr_label_in(in, name));

	if (strcmp(text, name) == 0 && ends_with(text, "_fen"))
		text[strlen(text) - 4] = '\0';
	for (char *c = text; *c; c++)
		*c = *c == '_' ? ' ' : *c;
	return text;
}

const char *value_fact_title(const struct language *in,
			     const struct module *const *modules, struct arena *a,
			     const char *fact)
{
	const struct fact_column *f = find_fact(modules, fact);

	return f && f->title ? text_clean(a, tr_label_in(in, f->title))
			     : plain_name(in, a, fact);
}

const char *value_fact_unit(const struct module *const *modules, const char *fact)
{
	const struct fact_column *f = find_fact(modules, fact);

	return unit_of(f, fact);
}

const char *value_figure(struct arena *a, const char *number, const char *unit,
			 bool is_short)
{
	bool is_money = strcmp(unit, "fen") == 0;
	double v = strtod(number, NULL) / (is_money ? 100 : 1);
	const char *sign = strcmp(unit, "%") == 0 ? "%" : "";
	double size = v < 0 ? -v : v;

	if (!number[0])
		return "";
	if (is_short && size >= 1e8)
		return arena_printf(a, "%.0fM%s", v / 1e6, sign);
	if (is_short && size >= 1e6 && is_money)
		return arena_printf(a, "%.2fM", v / 1e6);
	if (is_money)
		return arena_printf(a, is_short && size >= 1e4 ? "%.0f" : "%.2f", v);
	return arena_printf(a, sign[0] ? "%.1f%s" : "%.0f%s", v, sign);
}

const char *value_text(const struct language *in, const struct module *const *modules,
		       struct arena *a, const struct table *t, const struct column *c,
		       int row)
{
	const char *s = table_text(t, row, c->col);

	if (table_is_null(t, row, c->col))
		return c->kind == COLUMN_VALUE ? tr_in(in, N_("none")) : "";
	switch (c->kind) {
	case COLUMN_MONEY:
		return money_text(a, s);
	case COLUMN_PERIOD:
		return period_text(a, s);
	case COLUMN_SAY:
		return say_text(in, a, s);
	case COLUMN_LABEL:
		return text_clean(a, tr_label_in(in, s));
	case COLUMN_UNIT:
		return strcmp(s, "fen") == 0 ? tr_in(in, N_("yuan"))
					     : text_clean(a, tr_label_in(in, s));
	case COLUMN_FIGURE:
		return value_figure(a, s, table_text(t, row, c->by), false);
	case COLUMN_FACT:
		return value_fact_title(in, modules, a, s);
	case COLUMN_VALUE:
		return value_fact(in, modules, a, table_text(t, row, c->by), s);
	default:
		return text_clean(a, s);
	}
}

static bool is_number_type(const char *type)
{
	return strncmp(type, "int", 3) == 0 || strcmp(type, "numeric") == 0;
}

const char *value_number(struct arena *a, const struct table *t, enum column_kind kind,
			 int row, int col)
{
	const char *s = table_text(t, row, col);
	size_t digits = strspn(s, "-0123456789.");

	if (!is_number_type(stmt_column_type(t->stmt, col)) || !s[0] || s[digits])
		return NULL;
	return kind == COLUMN_MONEY    ? money_text(a, s)
	       : kind == COLUMN_PERIOD ? NULL
				       : arena_strdup(a, s);
}
