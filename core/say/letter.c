#include "letter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "explained.h"
#include "say.h"
#include "value.h"

/* How a day and a month are written: year, month or its name, day of the month. */
static const struct {
	const char *code, *day, *month;
	const char *const *months;
} calendars[] = {
	{ "en", "d m y", "m y",
	  (const char *const[]){ "January", "February", "March", "April", "May", "June",
				 "July", "August", "September", "October", "November",
				 "December" } },
	{ "zh", "y年m月d日", "y年m月", NULL },
};

struct writing {
	const struct letter *l;
	struct arena *a;
	struct buf *b;
	int n; /* reasons so far */
};

__attribute__((format_arg(2))) static const char *tell(const struct writing *w,
						       const char *text)
{
	return tr_in(w->l->in, text);
}

/* What the office says under this heading; NULL where it says nothing. */
static const char *find_text(const struct writing *w, const char *kind, const char *key)
{
	const struct letter_texts *t = w->l->texts;
	const char *name = arena_printf(w->a, "%s.%s.%s", kind, tr_code(w->l->in), key);

	for (int i = 0; i < t->n; i++)
		if (strcmp(t->keys[i], name) == 0)
			return text_clean(w->a, t->values[i]);
	return NULL;
}

/* The nearest words there are: those of the rule, of the kind of task, of any other, of
 * all letters.  Those for the living say nothing to survivors. */
static const char *text_of(const struct writing *w, const char *key)
{
	const struct letter *l = w->l;
	const char *kinds[] = { l->rule, l->task_type, "other", "all" }, *text = NULL;

	if (l->is_dead) {
		kinds[0] = arena_printf(w->a, "survivors_%s", l->task_type);
		kinds[1] = "survivors";
	}
	for (size_t i = 0; !text && i < sizeof(kinds) / sizeof(*kinds); i++)
		text = find_text(w, kinds[i], key);
	return text ? text : "";
}

static const char *clean(const struct writing *w, const char *s)
{
	return text_clean(w->a, s ? s : "");
}

static const char *day_words(const struct writing *w, int32_t day, bool is_month)
{
	struct civil c = date_to_civil(day);
	const char *out = "", *at;
	size_t k = 0;

	while (strcmp(calendars[k].code, tr_code(w->l->in)) != 0)
		k++;
	for (at = is_month ? calendars[k].month : calendars[k].day; *at; at++)
		out = *at == 'y'   ? arena_printf(w->a, "%s%d", out, c.year)
		      : *at == 'd' ? arena_printf(w->a, "%s%d", out, c.day)
		      : *at != 'm' ? arena_printf(w->a, "%s%c", out, *at)
		      : calendars[k].months
			  ? arena_printf(w->a, "%s%s", out,
					 calendars[k].months[c.month - 1])
			  : arena_printf(w->a, "%s%d", out, c.month);
	return out;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the day or month that a text begins with; 0 when it does with none. */
static size_t day_length(const char *s, int32_t *day)
{
	char first[DATE_TEXT];

	if (strlen(s) >= 10 && !is_digit(s[10]) && date_parse(s, 10, day))
		return 10;
	if (strlen(s) < 7 || is_digit(s[7]) || (s[7] == '-' && is_digit(s[8])))
		return 0;
	snprintf(first, sizeof(first), "%.7s-01", s);
	return date_parse(first, strlen(first), day) ? 7 : 0;
}

/* Days and months in a text as people write them. */
static const char *plain(const struct writing *w, const char *s)
{
	const char *out = "", *from = s;
	int32_t day;
	size_t n;

	for (const char *at = s; *at; at++) {
		bool is_inside = at > s && (is_digit(at[-1]) || at[-1] == '-');

		n = is_digit(*at) && !is_inside ? day_length(at, &day) : 0;
		if (n == 0)
			continue;
		out = arena_printf(w->a, "%s%.*s%s", out, (int)(at - from), from,
				   day_words(w, day, n == 7));
		from = at + n;
		at += n - 1;
	}
	return arena_printf(w->a, "%s%s", out, from);
}

static const char *day_of(const struct writing *w, const char *s)
{
	return plain(w, text_clean(w->a, s));
}

/* The fact's value as it is written: with yuan or months where the fact is counted in
 * them. */
static const char *fact_words(const struct writing *w, const struct explained_line *line)
{
	const char *name = line->field[LINE_NAME], *value = line->field[LINE_VALUE];
	const char *unit = value_fact_unit(w->l->modules, name), *shown;

	if (!*value)
		return tell(w, N_("none"));
	if (strcmp(unit, "code") == 0 && find_text(w, "words", value))
		return find_text(w, "words", value);
	shown = plain(w, value_fact(w->l->in, w->l->modules, w->a, name, value));
	if (strcmp(unit, "fen") == 0)
		return arena_printf(w->a, tell(w, N_("%s yuan")), shown);
	return strcmp(unit, "months") == 0
		   ? arena_printf(w->a, tell(w, N_("%s months")), shown)
		   : shown;
}

/* Which row of which file said so is the office's matter.  What is not there says
 * nothing, unless the rule asked for it. */
static const char *fact_sentence(const struct writing *w,
				 const struct explained_line *line)
{
	const char *title =
	    value_fact_title(w->l->in, w->l->modules, w->a, line->field[LINE_NAME]);
	const char *words = fact_words(w, line);

	if (explained_is(line, "unmet"))
		return arena_printf(w->a,
				    tell(w,
					 N_("%s: %s; the rule asks for something else.")),
				    title, words);
	return *line->field[LINE_VALUE] ? arena_printf(w->a, "%s: %s", title, words)
					: NULL;
}

/* A parameter's title says what it is, its value and its article what counts, and whether
 * the law says so or the office.  One without a title means nothing to a citizen, and a
 * table is no sentence; what came of them follows. */
static const char *parameter_sentence(const struct writing *w,
				      const struct explained_line *line)
{
	static const char practice[] = "office practice";
	const char *value = line->field[LINE_VALUE], *basis = line->field[LINE_BASIS];
	const char *title = text_clean(w->a, tr_label_in(w->l->in,
							 line->field[LINE_MEANING]));
	bool is_practice = strncmp(basis, practice, strlen(practice)) == 0;

	if (value[0] == '{' || value[0] == '[' || !*title)
		return NULL;
	return arena_printf(w->a,
			    is_practice
				? tell(w, N_("%s: our office goes by %s (%s; since %s)."))
				: tell(w, N_("%s: the law sets %s (%s; since %s).")),
			    title,
			    plain(w, explained_value(w->l->in, w->a, value,
						     line->field[LINE_UNIT])),
			    text_clean(w->a, tr_label_in(w->l->in, basis)),
			    day_of(w, line->field[LINE_FROM]));
}

/* The article as it stands, in the letter's language or, without it, in its own. */
static const char *words_sentence(const struct writing *w,
				  const struct explained_line *line)
{
	if (!explained_is_read(w->l->in, line->field[LINE_NAME],
			       line->field[LINE_MEANING]))
		return NULL;
	return arena_printf(w->a, tell(w, N_("It says: “%s”")),
			    text_clean(w->a, line->field[LINE_VALUE]));
}

/* What is worked out, and what came out; inputs are facts that were told, and steps are
 * for those who check them. */
static const char *calculation_sentence(const struct writing *w,
					const struct explained_line *line)
{
	const char *value = line->field[LINE_VALUE], *label;

	label = text_clean(w->a, tr_label_in(w->l->in, line->field[LINE_MEANING]));
	if (explained_is(line, "call"))
		return arena_printf(w->a, tell(w, N_("Worked out: %s (%s).")), label,
				    text_clean(w->a,
					       tr_label_in(w->l->in,
							   line->field[LINE_BASIS])));
	if (w->l->is_account && explained_is(line, "step"))
		return arena_printf(w->a, "%s: %s",
				    text_clean(w->a, tr_label_in(w->l->in,
								 line->field[LINE_NAME])),
				    plain(w, explained_value(w->l->in, w->a, value,
							     line->field[LINE_UNIT])));
	if (!*value || !explained_is(line, "output"))
		return NULL;
	return arena_printf(w->a, tell(w, N_("result: %s: %s")), label,
			    plain(w, explained_value(w->l->in, w->a, value,
						     line->field[LINE_UNIT])));
}

/* A letter that decides nothing says what to do, instead of how to object. */
static bool is_reminder(const struct writing *w)
{
	return !w->l->is_dead && *text_of(w, "todo") && !*text_of(w, "objection");
}

/* Survivors are told what becomes of the payment, not of what they are paid. */
static const char *money_words(const struct writing *w, int64_t fen)
{
	char text[MONEY_TEXT];
	const char *yuan = money_format(fen < 0 ? -fen : fen, text);

	if (w->l->is_dead)
		return arena_printf(
		    w->a,
		    fen < 0 ? tell(w, N_("It lowers the payment by %s yuan a month."))
			    : tell(w, N_("It raises the payment by %s yuan a month.")),
		    yuan);
	return arena_printf(
	    w->a,
	    fen < 0 ? tell(w, N_("It lowers what you are paid by %s yuan a month."))
		    : tell(w, N_("It raises what you are paid by %s yuan a month.")),
	    yuan);
}

static const char *found_sentence(const struct writing *w,
				  const struct explained_line *line)
{
	const char *name = line->field[LINE_NAME], *value = line->field[LINE_VALUE];
	int64_t fen = strtoll(value, NULL, 10);

	if (strcmp(name, "due") == 0 && !is_reminder(w))
		return arena_printf(w->a, tell(w, N_("It is to be settled by %s.")),
				    day_of(w, value));
	if (strcmp(name, "monthly") != 0 || fen == 0)
		return NULL;
	return money_words(w, fen);
}

static bool is_of_fact(const struct explained_line *line)
{
	return explained_is(line, "when") || explained_is(line, "unmet") ||
	       explained_is(line, "fact");
}

/* A line in plain words; NULL when it says nothing to the citizen. */
static const char *sentence(const struct writing *w, const struct explained_line *line)
{
	if (explained_is(line, "rule"))
		return arena_printf(w->a, tell(w, N_("The rule applied: %s (%s).")),
				    text_clean(w->a,
					       tr_label_in(w->l->in,
							   line->field[LINE_MEANING])),
				    text_clean(w->a,
					       tr_label_in(w->l->in,
							   line->field[LINE_BASIS])));
	if (is_of_fact(line))
		return fact_sentence(w, line);
	if (explained_is(line, "parameter"))
		return parameter_sentence(w, line);
	if (explained_is(line, "words"))
		return words_sentence(w, line);
	if (explained_is(line, "found"))
		return found_sentence(w, line);
	/* A day that was reached is in the sentence of the finding. */
	if (explained_is(line, "nothing") || explained_is(line, "failed") ||
	    explained_is(line, "reached"))
		return NULL;
	return calculation_sentence(w, line);
}

/* The sentence of the finding that the letter is about. */
static const char *finding(const struct writing *w)
{
	const char *say = "";

	for (int i = 0; i < w->l->n; i++) {
		const struct explained_line *line = &w->l->lines[i];

		if (!explained_is(line, "found"))
			continue;
		if (strcmp(line->field[LINE_NAME], "say") == 0)
			say = plain(w, say_text(w->l->in, w->a, line->field[LINE_VALUE]));
	}
	return say;
}

static void add_title(struct writing *w, const char *title)
{
	buf_printf(w->b, "\n%s\n", title);
}

/* No letter goes to a person who is reported dead. */
static const char *addressee(const struct writing *w, const char *name)
{
	if (!w->l->is_dead)
		return name;
	return arena_printf(w->a, tell(w, N_("To the family or the estate of %s")), name);
}

/* Who writes to whom, about what. */
static void add_head(struct writing *w)
{
	const struct letter *l = w->l;
	const char *number = clean(w, l->number), *name = clean(w, l->name);
	int32_t day;

	buf_printf(w->b, "%s  %s\n", text_of(w, "agency"), clean(w, l->region));
	buf_printf(w->b, l->is_dead ? "%s" : tell(w, N_("To: %s")), addressee(w, name));
	if (strlen(number) == 18)
		buf_printf(w->b, "  %.6s********%s", number, number + 14);
	buf_text(w->b, "\n");
	if (l->address && *l->address)
		buf_printf(w->b, "%s\n", clean(w, l->address));
	if (date_parse(l->today, strlen(l->today), &day))
		buf_printf(w->b, "%s\n", day_words(w, day, false));
	buf_printf(w->b, tell(w, N_("\nSubject: %s\n")), text_of(w, "subject"));
	buf_printf(w->b,
		   l->is_dead ? tell(w, N_("\n%s:\n")) : tell(w, N_("\nDear %s,\n")),
		   addressee(w, name));
	if (l->is_dead && *text_of(w, "opening"))
		buf_printf(w->b, "\n%s\n", text_of(w, "opening"));
}

static void add_reason(struct writing *w)
{
	const struct letter *l = w->l;

	if (l->is_account)
		return;
	if (l->is_dead)
		buf_printf(w->b,
			   tell(w, N_("\nwe have looked at what departments report about "
				      "%s, and found: %s.\n")),
			   clean(w, l->name), finding(w));
	else
		buf_printf(w->b,
			   tell(w, N_("\nwe have looked at what departments report about "
				      "you, and found: %s.\n")),
			   finding(w));
	if (!l->is_decision)
		return;
	buf_printf(w->b, tell(w, N_("Decided on %s. Our reason: %s.\n")),
		   day_of(w, l->decided_on), tr_label_in(l->in, clean(w, l->reason)));
	if (*l->approver_reason)
		buf_printf(w->b, tell(w, N_("A second person has looked at it: %s.\n")),
			   tr_label_in(l->in, clean(w, l->approver_reason)));
}

/* A condition and the rule itself may both look at a fact: the citizen is told it once.
 */
static bool is_told(const struct writing *w, int i)
{
	const struct explained_line *line = &w->l->lines[i], *before = w->l->lines;

	for (; is_of_fact(line) && before < line; before++)
		if (is_of_fact(before) &&
		    strcmp(before->field[LINE_NAME], line->field[LINE_NAME]) == 0 &&
		    strcmp(before->field[LINE_VALUE], line->field[LINE_VALUE]) == 0)
			return true;
	return false;
}

static void add_lines(struct writing *w)
{
	add_title(w, tell(w, N_("How this came about")));
	for (int i = 0; i < w->l->n; i++) {
		const struct explained_line *line = &w->l->lines[i];
		const char *s = is_told(w, i) ? NULL : sentence(w, line);
		int depth = (int)strtol(line->field[LINE_DEPTH], NULL, 10);

		if (s)
			buf_printf(w->b, "%*s%2d. %s\n", depth > 1 ? 2 * (depth - 1) : 0,
				   "", ++w->n, s);
	}
}

static void add_part(struct writing *w, const char *title, const char *text)
{
	if (!*text)
		return;
	add_title(w, title);
	buf_printf(w->b, "%s\n", text);
}

/* Against what is only proposed, or was decided in his favour, there is no remedy. */
static void add_rest(struct writing *w)
{
	const char *state = w->l->state;

	if (strcmp(state, "withdrawn") == 0)
		state = "dismissed";
	add_part(w, tell(w, N_("What happens next")),
		 text_of(w, *state ? state : "open"));
	if (w->l->words && *w->l->words)
		buf_printf(w->b, "\n%s\n", w->l->words);
	if (w->l->reply_days > 0)
		buf_printf(w->b,
			   tell(w, N_("\nPlease answer within %d days after you have "
				      "received this letter.\n")),
			   w->l->reply_days);
	add_part(w, tell(w, N_("What to do and to bring")), text_of(w, "todo"));
	if (strcmp(state, "done") == 0)
		add_part(w, tell(w, N_("If you do not agree")), text_of(w, "objection"));
	buf_printf(w->b, "\n%s\n", text_of(w, "contact"));
}

void letter_add(struct buf *b, const struct letter *l)
{
	struct writing w = { .l = l, .a = arena_new(), .b = b };

	add_head(&w);
	add_reason(&w);
	/* How a decision came about that is no more is of no use to anybody. */
	if (strcmp(l->state, "undone") != 0)
		add_lines(&w);
	add_rest(&w);
	arena_free(w.a);
}
