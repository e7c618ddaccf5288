/* One field of a form: its choices, what it says, what is wrong with it. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "form.h"
#include "say/tr.h"

#define YES_NO "yes no"

/* Codes that stand in the declaration. */
static const char *codes_of(const struct input *in)
{
	return in->field->kind == ENTRY_YES ? YES_NO : in->field->codes;
}

bool input_is_choice(const struct input *in)
{
	return in->field->kind == ENTRY_CODE || in->field->kind == ENTRY_YES;
}

int input_count(const struct input *in)
{
	int n = 0;

	if (!input_is_choice(in))
		return 0;
	if (in->list)
		return in->list->table.n;
	for (const char *c = codes_of(in); c && *c; c += strcspn(c, " "), n++)
		c += strspn(c, " ");
	return n;
}

static const char *column_text(const struct input *in, int row, const char *column)
{
	return table_text(&in->list->table, row, table_column(in->list->stmt, column));
}

static const char *code_of(const struct input *in, int i, struct arena *a)
{
	const char *c = codes_of(in);

	if (in->list)
		return column_text(in, i, "code");
	for (c += strspn(c, " "); i-- > 0; c += strspn(c, " "))
		c += strcspn(c, " ");
	return arena_strndup(a, c, strcspn(c, " "));
}

/* A code in words: its translation, or itself with blanks. */
static const char *in_words(const char *code, struct arena *a)
{
	char *words = arena_strdup(a, tr_label(code));

	if (strcmp(words, code) == 0)
		for (char *c = words; (c = strchr(c, '_')); c++)
			*c = ' ';
	return words;
}

const char *input_label(const struct input *in, int i, struct arena *a)
{
	const char *code = code_of(in, i, a);
	const char *label = in->list ? column_text(in, i, "label") : code;

	return strcmp(label, code) == 0
		       ? in_words(code, a)
		       : arena_printf(a, "%s  (%s)", tr_label(label), code);
}

int input_chosen(const struct input *in)
{
	struct arena *a = arena_new();
	int chosen = -1;

	for (int i = 0; i < input_count(in) && in->entry.len; i++)
		if (strcmp(code_of(in, i, a), in->entry.text) == 0)
			chosen = i;
	arena_free(a);
	return chosen;
}

void input_choose(struct input *in, int i)
{
	struct arena *a = arena_new();

	entry_set(&in->entry, code_of(in, i, a));
	arena_free(a);
}

int input_offer(struct input *in, struct arena *a)
{
	int n = in->list && !input_is_choice(in) ? in->list->table.n : 0;

	if (n == 0)
		return 0;
	if (in->offered == 0)
		in->typed = arena_strdup(a, in->entry.text);
	in->offered = (in->offered + 1) % (n + 1);
	entry_set(&in->entry, in->offered ? tr_label(column_text(in, in->offered - 1,
								 "label"))
					  : in->typed);
	return n;
}

static const char *limit_day(const char *limit, const char *today)
{
	return limit && strcmp(limit, "today") == 0 ? today : limit;
}

static const char *wrong_day(const struct input *in, const char *today, struct arena *a)
{
	const char *text = in->entry.text, *least = limit_day(in->field->least, today);
	const char *most = limit_day(in->field->most, today);
	int32_t day;

	if (!date_parse(text, strlen(text), &day))
		return arena_printf(a, _("invalid date \"%s\" (expected YYYY-MM-DD)"),
				    text);
	if (least && strcmp(text, least) < 0)
		return arena_printf(a, _("%s is before %s"), text, least);
	if (most && strcmp(text, most) > 0)
		return arena_printf(a, _("%s is after %s"), text, most);
	return NULL;
}

/* Money in fen, or a whole number; false when it is neither. */
static bool number(const struct input *in, const char *text, int64_t *n)
{
	char *end;

	if (in->field->kind == ENTRY_MONEY)
		return money_parse(text, strlen(text), n);
	*n = strtoll(text, &end, 10);
	return *text && !*end && strlen(text) < 18;
}

static const char *wrong_number(const struct input *in, struct arena *a)
{
	const char *text = in->entry.text;
	int64_t n, limit;

	if (!number(in, text, &n))
		return arena_printf(a, in->field->kind == ENTRY_MONEY
					       ? _("invalid amount \"%s\" (expected "
						   "1234.56)")
					       : _("invalid number \"%s\""), text);
	if (in->field->least && number(in, in->field->least, &limit) && n < limit)
		return arena_printf(a, _("%s is less than %s"), text, in->field->least);
	if (in->field->most && number(in, in->field->most, &limit) && n > limit)
		return arena_printf(a, _("%s is more than %s"), text, in->field->most);
	return NULL;
}

const char *input_wrong(const struct input *in, const char *today, struct arena *a)
{
	if (in->entry.len == 0)
		return in->field->optional ? NULL :
		       arena_printf(a, _("fill in: %s"), tr_label(in->field->prompt));
	switch (in->field->kind) {
	case ENTRY_CODE:
	case ENTRY_YES:
		return input_chosen(in) >= 0 ? NULL :
		       arena_printf(a, _("unknown code \"%s\""), in->entry.text);
	case ENTRY_DAY:
		return wrong_day(in, today, a);
	case ENTRY_MONEY:
	case ENTRY_COUNT:
		return wrong_number(in, a);
	default:
		return NULL;
	}
}

const char *input_value(const struct input *in, struct arena *a)
{
	int64_t n;

	if (in->entry.len == 0)
		return in->field->kind == ENTRY_TEXT ? "" : NULL;
	if (in->field->kind == ENTRY_MONEY && number(in, in->entry.text, &n))
		return arena_printf(a, "%lld", (long long)n);
	if (in->field->kind == ENTRY_YES)
		return strcmp(in->entry.text, "yes") == 0 ? "true" : "false";
	return arena_strdup(a, in->entry.text);
}
