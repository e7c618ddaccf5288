#include "explained.h"

#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "base/text.h"
#include "say.h"
#include "value.h"

#define KIND_COLUMNS  12
#define VALUE_COLUMNS 60 /* tables are longer; JSON has them whole */

/* What a line is called; kinds of calculations are those of eval. */
static const struct {
	const char *kind, *label;
} kinds[] = {
	{ "rule", N_("rule") },	      { "when", N_("condition") },
	{ "unmet", N_("not met") },   { "fact", N_("fact") },
	{ "reached", N_("day") },     { "found", N_("found") },
	{ "nothing", N_("nothing") }, { "failed", N_("failed") },
	{ "words", N_("words of it") }, { "member", N_("fact") },
};

static const char *kind_label(const struct language *in, const char *kind)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return tr_label_in(in, kinds[i].label);
	return tr_label_in(in, kind);
}

bool explained_is(const struct explained_line *l, const char *kind)
{
	return strcmp(l->field[LINE_KIND], kind) == 0;
}

bool explained_is_read(const struct language *in, const char *code, const char *codes)
{
	const char *wanted = tr_code(in);
	size_t n = strlen(code);

	if (!*code || strcmp(code, wanted) == 0)
		return true;
	return !strstr(codes, wanted) && strncmp(codes, code, n) == 0 &&
	       (codes[n] == ' ' || !codes[n]);
}

static bool is_fen(const char *value, int64_t *fen)
{
	char *end;

	*fen = strtoll(value, &end, 10);
	return end > value && !*end;
}

const char *explained_value(const struct language *in, struct arena *a, const char *value,
			    const char *unit)
{
	char text[MONEY_TEXT];
	int64_t fen;
	size_t n;
	const char *clean;

	if (strcmp(unit, "fen") == 0 && is_fen(value, &fen))
		return arena_printf(a, "%s %s", money_format(fen, text),
				    tr_in(in, N_("yuan")));
	if (strcmp(unit, "list") == 0)
		return value_days(a, value);
	clean = text_clean(a, strcmp(value, "yes") == 0 || strcmp(value, "no") == 0
				  ? tr_label_in(in, value)
				  : value);
	n = text_clip(clean, VALUE_COLUMNS, &(int){ 0 });
	if (clean[n])
		return arena_printf(a, "%.*s...", (int)n, clean);
	if (!*unit || !*value || value[0] == '{' || value[0] == '[' ||
	    strcmp(unit, "day") == 0 || strcmp(unit, "month") == 0 ||
	    strcmp(unit, "code") == 0 || strcmp(unit, "yes/no") == 0)
		return clean;
	return arena_printf(a, "%s %s", clean, text_clean(a, tr_label_in(in, unit)));
}

static const char *wanted_clause(const struct language *in, struct arena *a,
				 const struct explained_line *l)
{
	const char *wanted = l->field[LINE_MEANING], *out = "";

	if (strcmp(wanted, "present") == 0)
		return tr_in(in, N_("is there"));
	if (strcmp(wanted, "absent") == 0)
		return tr_in(in, N_("is missing"));
	for (const char *at = wanted; *at; at += strcspn(at, " "), at += *at == ' ') {
		const char *code = arena_strndup(a, at, strcspn(at, " "));

		out = *out ? arena_printf(a, tr_in(in, N_("%s or %s")), out,
					  tr_label_in(in, code))
			   : tr_label_in(in, code);
	}
	return out;
}

static const char *fact_clause(const struct language *in,
			       const struct module *const *modules, struct arena *a,
			       const struct explained_line *l)
{
	const char *value = l->field[LINE_VALUE];
	const char *shown = *value
				? value_fact(in, modules, a, l->field[LINE_NAME], value)
				: tr_in(in, N_("none"));
	const char *out =
	    arena_printf(a, "%s = %s",
			 value_fact_title(in, modules, a, l->field[LINE_NAME]), shown);

	if (!*l->field[LINE_MEANING])
		return out;
	return arena_printf(a, tr_in(in, N_("%s (wanted: %s)")), out,
			    text_clean(a, wanted_clause(in, a, l)));
}

/* A fact of somebody who belongs to what was judged, with his role. */
static const char *member_clause(const struct language *in,
				 const struct module *const *modules, struct arena *a,
				 const struct explained_line *l)
{
	const char *name = l->field[LINE_NAME], *value = l->field[LINE_VALUE];

	return arena_printf(a, tr_in(in, N_("of the %s: %s = %s")),
			    text_clean(a, tr_label_in(in, l->field[LINE_MEANING])),
			    value_fact_title(in, modules, a, name),
			    *value ? value_fact(in, modules, a, name, value)
				   : tr_in(in, N_("none")));
}

static const char *found_clause(const struct language *in, struct arena *a,
				const struct explained_line *l)
{
	const char *name = l->field[LINE_NAME], *value = l->field[LINE_VALUE];

	if (strcmp(name, "say") == 0)
		return say_text(in, a, value);
	if (strcmp(name, "monthly") == 0)
		return arena_printf(a, "%s = %s", tr_in(in, N_("money a month")),
				    explained_value(in, a, value, "fen"));
	return arena_printf(a, "%s = %s",
			    strcmp(name, "due") == 0 ? tr_in(in, N_("due"))
						     : tr_in(in, N_("cause")),
			    text_clean(a, value));
}

static const char *nothing_clause(const struct language *in,
				  const struct explained_line *l)
{
	const char *why = l->field[LINE_MEANING];

	if (strcmp(why, "not in force") == 0)
		return tr_in(in, N_("the rule is not in force on this day"));
	return strcmp(why, "elsewhere") == 0
		   ? tr_in(in, N_("the rule is not for this place"))
		   : tr_in(in, N_("the rule says nothing"));
}

static const char *clause(const struct language *in, const struct module *const *modules,
			  struct arena *a, const struct explained_line *l)
{
	const char *name = text_clean(a, tr_label_in(in, l->field[LINE_NAME]));

	if (explained_is(l, "fact") || explained_is(l, "when") ||
	    explained_is(l, "unmet"))
		return fact_clause(in, modules, a, l);
	if (explained_is(l, "member"))
		return member_clause(in, modules, a, l);
	if (explained_is(l, "found"))
		return found_clause(in, a, l);
	if (explained_is(l, "nothing"))
		return nothing_clause(in, l);
	if (explained_is(l, "failed"))
		return say_text(in, a, tr_label_in(in, l->field[LINE_VALUE]));
	if (explained_is(l, "reached"))
		return arena_printf(a, "%s: %s", name,
				    l->field[LINE_VALUE][0] == 'y'
					? tr_in(in, N_("is reached"))
					: tr_in(in, N_("is not reached yet")));
	if (explained_is(l, "rule") || explained_is(l, "call"))
		return name;
	if (explained_is(l, "words"))
		return arena_printf(a, tr_in(in, N_("“%s”")),
				    text_clean(a, l->field[LINE_VALUE]));
	return arena_printf(a, "%s = %s", name,
			    *l->field[LINE_VALUE]
				? explained_value(in, a, l->field[LINE_VALUE],
						  l->field[LINE_UNIT])
				: tr_in(in, N_("none")));
}

/* Title, place, days and article of what has them. */
static const char *more(const struct language *in, struct arena *a,
			const struct explained_line *l)
{
	const char *out = "";

	if (*l->field[LINE_MEANING] && !explained_is(l, "when") &&
	    !explained_is(l, "unmet") && !explained_is(l, "nothing") &&
	    !explained_is(l, "words") && !explained_is(l, "member"))
		out =
		    arena_printf(a, "  %s",
				 text_clean(a, tr_label_in(in, l->field[LINE_MEANING])));
	if (*l->field[LINE_PLACE])
		out = arena_printf(a, "%s  %s", out, text_clean(a, l->field[LINE_PLACE]));
	if (*l->field[LINE_FROM])
		out =
		    arena_printf(a, "%s  %s..%s", out, text_clean(a, l->field[LINE_FROM]),
				 text_clean(a, l->field[LINE_TO]));
	if (*l->field[LINE_BASIS])
		out = arena_printf(a, "%s  [%s]", out,
				   text_clean(a, tr_label_in(in, l->field[LINE_BASIS])));
	return out;
}

static void add_origin(struct buf *b, const struct language *in, struct arena *a,
		       const struct origin *o, int indent)
{
	buf_printf(b, "%*s", indent, "");
	buf_printf(b, tr_in(in, N_("from %s, line %s")),
		   text_clean(a, *o->file ? o->file : "-"), text_clean(a, o->line));
	if (*o->day)
		buf_printf(b, "  %s", text_clean(a, o->day));
	buf_text(b, "\n");
}

void explained_add(struct buf *b, const struct language *in,
		   const struct module *const *modules, const struct explained_line *l)
{
	struct arena *a = arena_new();
	int indent = 2 * (int)strtol(l->field[LINE_DEPTH], NULL, 10);
	const char *kind = kind_label(in, l->field[LINE_KIND]);
	int pad = KIND_COLUMNS - text_width(kind, strlen(kind));

	if (explained_is(l, "words") &&
	    !explained_is_read(in, l->field[LINE_NAME], l->field[LINE_MEANING])) {
		arena_free(a);
		return;
	}
	buf_printf(b, "%*s%s%*s%s%s\n", indent, "", kind, pad > 1 ? pad : 1, "",
		   clause(in, modules, a, l), more(in, a, l));
	for (int i = 0; i < l->norigins; i++)
		add_origin(b, in, a, &l->origins[i], indent + KIND_COLUMNS + 2);
	arena_free(a);
}
