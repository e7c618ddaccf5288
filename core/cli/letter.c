#include "letter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "explain.h"
#include "judge/explain_sql.h"
#include "say/say.h"
#include "say/tr.h"
#include "say/value.h"

struct letter {
	struct app *app;
	struct arena *a;
	const struct explained *x;
	const struct letter_texts *t;
	int n;			/* reasons so far */
};

static const char *text_of(const struct letter *l, const char *kind, const char *key)
{
	const char *name = arena_printf(l->a, "%s.%s.%s", kind, l->t->lang, key);

	for (int i = 0; i < l->t->n; i++)
		if (strcmp(l->t->keys[i], name) == 0)
			return text_clean(l->a, l->t->values[i]);
	return strcmp(kind, "other") == 0 || strcmp(kind, "all") == 0
		   ? ""
		   : text_of(l, "other", key);
}

static const char *head(const struct letter *l, int col)
{
	return text_clean(l->a, row_text(&l->x->head, 0, col));
}

static const char *day_words(const struct letter *l, int32_t day)
{
	static const char *const months[] = {
		"January", "February", "March",	    "April",   "May",	   "June",
		"July",	   "August",   "September", "October", "November", "December",
	};
	struct civil c = date_to_civil(day);

	if (strcmp(l->t->lang, "zh") == 0)
		return arena_printf(l->a, "%d年%d月%d日", c.year, c.month, c.day);
	return arena_printf(l->a, "%d %s %d", c.day, months[c.month - 1], c.year);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Days in a text as people write them. */
static const char *plain(const struct letter *l, const char *s)
{
	const char *out = "", *from = s;
	int32_t day;

	for (const char *at = s; *at; at++) {
		if (strlen(at) < 10 || !is_digit(*at) || (at > s && is_digit(at[-1])) ||
		    is_digit(at[10]) || !date_parse(at, 10, &day))
			continue;
		out = arena_printf(l->a, "%s%.*s%s", out, (int)(at - from), from,
				   day_words(l, day));
		from = at + 10;
		at += 9;
	}
	return arena_printf(l->a, "%s%s", out, from);
}

static const char *day_of(const struct letter *l, const char *s)
{
	return plain(l, text_clean(l->a, s));
}

/* The fact's value as it is written: with yuan or months where the fact is counted in
 * them. */
static const char *fact_words(const struct letter *l, const struct explained_line *line)
{
	const char *name = line->field[LINE_NAME], *value = line->field[LINE_VALUE];
	const char *unit = value_fact_unit(l->app->modules, name), *shown;

	if (!*value)
		return _("none");
	shown = plain(l, value_fact(l->app->modules, l->a, name, value));
	if (strcmp(unit, "fen") == 0)
		return arena_printf(l->a, _("%s yuan"), shown);
	return strcmp(unit, "months") == 0 ? arena_printf(l->a, _("%s months"), shown)
					   : shown;
}

static const char *origin_words(const struct letter *l, const struct explained_line *line)
{
	const char *out = "";

	for (int i = 0; i < line->norigins && *line->origins[i].file; i++)
		out = arena_printf(l->a, _("%s (reported in the file %s, line %s)"), out,
				   text_clean(l->a, line->origins[i].file),
				   text_clean(l->a, line->origins[i].line));
	return out;
}

static const char *fact_sentence(const struct letter *l,
				 const struct explained_line *line)
{
	const char *title =
	    value_fact_title(l->app->modules, l->a, line->field[LINE_NAME]);
	const char *words =
	    arena_printf(l->a, "%s%s", fact_words(l, line), origin_words(l, line));

	if (explain_is(line, "unmet"))
		return arena_printf(l->a, _("%s: %s; the rule asks for something else."),
				    title, words);
	return arena_printf(l->a, "%s: %s", title, words);
}

/* A parameter has no name that means anything to a citizen: its value and its article do.
 */
static const char *parameter_sentence(const struct letter *l,
				      const struct explained_line *line)
{
	const char *value = line->field[LINE_VALUE],
		   *basis = text_clean(l->a, tr_label(line->field[LINE_BASIS]));

	if (value[0] == '{' || value[0] == '[')
		return arena_printf(l->a, _("A table of the law applies (%s)."), basis);
	return arena_printf(l->a, _("The law sets: %s (%s; since %s)."),
			    plain(l, explain_value(l->a, value, line->field[LINE_UNIT])),
			    basis, day_of(l, line->field[LINE_FROM]));
}

static const char *calculation_sentence(const struct letter *l,
					const struct explained_line *line)
{
	const char *label =
	    explain_is(line, "step") ? line->field[LINE_NAME] : line->field[LINE_MEANING];
	const char *value = line->field[LINE_VALUE];

	label = text_clean(l->a, tr_label(label));
	if (explain_is(line, "call"))
		return arena_printf(l->a, _("Worked out: %s (%s)."), label,
				    text_clean(l->a, tr_label(line->field[LINE_BASIS])));
	if (!*value)
		return NULL;
	return arena_printf(l->a,
			    explain_is(line, "output") ? _("result: %s: %s") : "%s: %s",
			    label,
			    plain(l, explain_value(l->a, value, line->field[LINE_UNIT])));
}

static const char *found_sentence(const struct letter *l,
				  const struct explained_line *line)
{
	const char *name = line->field[LINE_NAME], *value = line->field[LINE_VALUE];
	char text[MONEY_TEXT];
	int64_t fen = strtoll(value, NULL, 10);

	if (strcmp(name, "due") == 0)
		return arena_printf(l->a, _("It is to be settled by %s."),
				    day_of(l, value));
	if (strcmp(name, "monthly") != 0 || fen == 0)
		return NULL;
	return arena_printf(l->a,
			    fen < 0
				? _("It lowers what you are paid by %s yuan a month.")
				: _("It raises what you are paid by %s yuan a month."),
			    money_format(fen < 0 ? -fen : fen, text));
}

static bool is_of_fact(const struct explained_line *line)
{
	return explain_is(line, "when") || explain_is(line, "unmet") ||
	       explain_is(line, "fact");
}

/* A line in plain words; NULL when it says nothing to the citizen. */
static const char *sentence(const struct letter *l, const struct explained_line *line)
{
	if (explain_is(line, "rule"))
		return arena_printf(l->a, _("The rule applied: %s (%s)."),
				    text_clean(l->a, tr_label(line->field[LINE_MEANING])),
				    text_clean(l->a, tr_label(line->field[LINE_BASIS])));
	if (is_of_fact(line))
		return fact_sentence(l, line);
	if (explain_is(line, "reached"))
		return arena_printf(l->a,
				    line->field[LINE_VALUE][0] == 'y'
					? _("%s had been reached.")
					: _("%s had not been reached yet."),
				    day_of(l, line->field[LINE_NAME]));
	if (explain_is(line, "parameter"))
		return parameter_sentence(l, line);
	if (explain_is(line, "found"))
		return found_sentence(l, line);
	if (explain_is(line, "nothing") || explain_is(line, "failed"))
		return NULL;
	return calculation_sentence(l, line);
}

/* The sentence of the finding that the letter is about. */
static const char *finding(const struct letter *l)
{
	const char *say = "";

	for (int i = 0; i < l->x->n; i++) {
		const struct explained_line *line = &l->x->lines[i];

		if (!explain_is(line, "found"))
			continue;
		if (strcmp(line->field[LINE_NAME], "say") == 0)
			say = plain(l, say_text(l->a, line->field[LINE_VALUE]));
	}
	return say;
}

static void put_title(const char *title)
{
	printf("\n%s\n", title);
}

static void put_head(const struct letter *l)
{
	const char *number = head(l, EXPLAIN_HEAD_ID_NO);
	const char *name = head(l, EXPLAIN_HEAD_NAME);
	int32_t day;

	printf("%s  %s\n", text_of(l, "all", "agency"), head(l, EXPLAIN_HEAD_REGION));
	printf(_("To: %s"), name);
	if (strlen(number) == 18)
		printf("  %.6s********%s", number, number + 14);
	putchar('\n');
	if (date_parse(head(l, EXPLAIN_HEAD_TODAY), 10, &day))
		puts(day_words(l, day));
	printf(_("\nSubject: %s\n"),
	       text_of(l, head(l, EXPLAIN_HEAD_TASK_TYPE), "subject"));
	printf(_("\nDear %s,\n"), name);
}

static void put_reason(const struct letter *l)
{
	printf(_("\nwe have looked at what departments report about you, and found: "
		 "%s.\n"),
	       finding(l));
	if (!l->x->is_decision)
		return;
	printf(_("Decided on %s. Our reason: %s.\n"),
	       day_of(l, head(l, EXPLAIN_HEAD_DECIDED_ON)),
	       tr_label(head(l, EXPLAIN_HEAD_REASON)));
	if (*head(l, EXPLAIN_HEAD_APPROVER_REASON))
		printf(_("A second person has looked at it: %s.\n"),
		       tr_label(head(l, EXPLAIN_HEAD_APPROVER_REASON)));
}

/* A condition and the rule itself may both look at a fact: the citizen is told it once.
 */
static bool is_told(const struct letter *l, int i)
{
	const struct explained_line *line = &l->x->lines[i], *before = l->x->lines;

	for (; is_of_fact(line) && before < line; before++)
		if (is_of_fact(before) &&
		    strcmp(before->field[LINE_NAME], line->field[LINE_NAME]) == 0 &&
		    strcmp(before->field[LINE_VALUE], line->field[LINE_VALUE]) == 0)
			return true;
	return false;
}

static void put_lines(struct letter *l)
{
	put_title(_("How this came about"));
	for (int i = 0; i < l->x->n; i++) {
		const struct explained_line *line = &l->x->lines[i];
		const char *s = is_told(l, i) ? NULL : sentence(l, line);
		int depth = (int)strtol(line->field[LINE_DEPTH], NULL, 10);

		if (s)
			printf("%*s%2d. %s\n", depth > 1 ? 2 * (depth - 1) : 0, "",
			       ++l->n, s);
	}
}

static void put_rest(const struct letter *l)
{
	const char *state = head(l, EXPLAIN_HEAD_STATE),
		   *type = head(l, EXPLAIN_HEAD_TASK_TYPE);

	if (strcmp(state, "withdrawn") == 0)
		state = "dismissed";
	put_title(_("What happens next"));
	puts(text_of(l, *type ? type : "other", *state ? state : "open"));
	put_title(_("If you do not agree"));
	puts(text_of(l, "all", "objection"));
	printf("\n%s\n", text_of(l, "all", "contact"));
}

void letter_put(struct app *app, const struct explained *x, const struct letter_texts *t)
{
	struct letter l = { .app = app, .a = app->arena, .x = x, .t = t };

	put_head(&l);
	put_reason(&l);
	put_lines(&l);
	put_rest(&l);
}
