#include "find_person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "say/tr.h"
#include "screens/views_sql.h"

static bool is_digits(const char *s)
{
	return *s && strspn(s, "0123456789") == strlen(s);
}

static bool is_letters(const char *s)
{
	return *s && strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'") ==
			 strlen(s);
}

/* Numbers of some kinds start with letters; a name has no digit.  A year beside other
 * words is one of a birth date. */
static bool is_number(const char *folded)
{
	return strpbrk(folded, "0123456789") != NULL;
}

/* As keys of names are kept: small letters, nothing between syllables. */
static char *add_sound(struct arena *a, const char *sound, const char *word)
{
	char *out = arena_printf(a, "%s%s", sound ? sound : "", word), *to = out;

	for (const char *at = out; *at; at++)
		if (*at != '\'')
			*to++ = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
	*to = '\0';
	return out;
}

/* The number that stands at *s, of so many digits at most, and what divides it from the
 * next: dash, dot, stroke or a word of a Chinese date. */
static bool take_part(const char **s, size_t most, int *number)
{
	static const char *const marks[] = { "-",	"/",	 "\u00b7", "\u5e74",
					     "\u6708", "\u65e5", NULL };
	size_t n = strspn(*s, "0123456789");

	if (n == 0 || n > most)
		return false;
	*number = (int)strtol(*s, NULL, 10);
	*s += n;
	for (int i = 0; marks[i]; i++) {
		size_t len = strlen(marks[i]);

		if (strncmp(*s, marks[i], len) == 0) {
			*s += len;
			return true;
		}
	}
	return **s == '\0';
}

/* 1951-9-10, 1951.09, 1951/9/10 or a Chinese date as digits alone; other words as they
 * are.  Two digits of a year are of the last century. */
static const char *date_digits(struct arena *a, const char *word)
{
	const char *rest = word;
	int year, month, day;

	if (is_digits(word))
		return strlen(word) == 6 && *word > '2' ? arena_printf(a, "19%s", word)
							: word;
	if (!take_part(&rest, 4, &year) || year < 1000)
		return word;
	if (!*rest)
		return arena_printf(a, "%04d", year);
	if (!take_part(&rest, 2, &month))
		return word;
	if (!*rest)
		return arena_printf(a, "%04d%02d", year, month);
	return take_part(&rest, 2, &day) && !*rest
		   ? arena_printf(a, "%04d%02d%02d", year, month, day)
		   : word;
}

/* MMDD, which is no year that somebody was born in. */
static bool add_day(const char *word, const char **born_day)
{
	char day[DATE_TEXT];
	int32_t parsed;

	if (!is_digits(word) || strlen(word) != 4 || *word > '1' || *born_day)
		return false;
	snprintf(day, sizeof(day), "2000-%.2s-%.2s", word, word + 2);
	if (!date_parse(day, strlen(day), &parsed))
		return false;
	*born_day = word;
	return true;
}

/* YYYY, YYYYMM or YYYYMMDD as the days from and before. */
static bool add_born(struct arena *a, const char *word, const char **from,
		     const char **before)
{
	size_t n = strlen(word);
	char day[DATE_TEXT];
	int32_t first, next;

	if (!is_digits(word) || (n != 4 && n != 6 && n != 8) || *from)
		return false;
	snprintf(day, sizeof(day), "%.4s-%.2s-%.2s", word, n > 4 ? word + 4 : "01",
		 n > 6 ? word + 6 : "01");
	if (!date_parse(day, strlen(day), &first))
		return false;
	next = n == 8 ? first + 1 : date_add_months(first, n == 6 ? 1 : 12);
	*from = param_day(a, first);
	*before = param_day(a, next);
	return true;
}

/* Each word is what it looks like: false where it can be nothing, or there is no name
 * among them. */
static bool find_words(struct wanted *w, struct arena *a, const char *folded)
{
	enum { SOUND, STEM, BORN_FROM, BORN_BEFORE, PLACE, BORN_DAY };
	char *rest = arena_strdup(a, folded), *word;
	const char **params = w->params;
	int n = 0;

	*w = (struct wanted){ &SEARCH_WORDS, { NULL } };
	for (; (word = strtok_r(n ? NULL : rest, " ", &rest)); n++) {
		if (is_letters(word))
			params[SOUND] = add_sound(a, params[SOUND], word);
		else if (add_day(word, &params[BORN_DAY]) ||
			 add_born(a, date_digits(a, word), &params[BORN_FROM],
				  &params[BORN_BEFORE]))
			continue;
		else if (!is_number(word) && !params[SOUND] && !params[STEM])
			params[STEM] = word;
		else if (!is_number(word) && !params[PLACE])
			params[PLACE] = word;
		else
			return false;
	}
	/* A whole day alone is everybody's of that day; the end of a number begins with a
	 * month. */
	if (n == 1 && params[BORN_FROM] && strlen(folded) >= 8)
		params[STEM] = "";
	return params[SOUND] || (params[STEM] && (n > 1 || params[BORN_FROM]));
}

/* As numbers are kept: capital letters, no blanks. */
static const char *number_of(char *folded)
{
	char *to = folded;

	for (const char *at = folded; *at; at++)
		if (*at != ' ')
			*to++ = (char)(*at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
	*to = '\0';
	return folded;
}

/* A name is looked for up to its first dot, for names that came before dots were folded
 * have others; and as it was typed, where that is another text. */
bool find_wanted(struct wanted *w, struct arena *a, const char *typed)
{
	char *folded = text_fold(a, typed);
	const char *dot = strstr(folded, "\u00b7");

	if (!*folded)
		return false;
	if (find_words(w, a, folded))
		return true;
	if (is_number(folded)) {
		*w = (struct wanted){ &SEARCH_NUMBER, { number_of(folded) } };
		return true;
	}
	*w = (struct wanted){
		.stmt = &SEARCH_NAME,
		.params = { dot ? arena_strndup(a, folded, (size_t)(dot - folded))
				: folded,
			    folded,
			    strcmp(typed, folded) == 0 ? NULL : arena_strdup(a, typed) },
	};
	return true;
}

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[] = { number_of(text_fold(a, text)) };
	struct rows rows;
	bool ok = db_run(db, a, &PERSON_BY_NUMBER, params, &rows, e) &&
		  (rows.n > 0 || (db_run(db, a, &WINDOW_ASKED, params, NULL, e) &&
				  db_run(db, a, &PERSON_AT_WINDOW, params, &rows, e)));

	if (ok && rows.n == 0) {
		ok = ERR(e, ERR_INPUT, _("no person has the number \"%s\""),
			 text_clean(a, text));
		err_hint(e, _("Find the person with \"steward search NAME\"."));
	}
	if (ok)
		*person = row_int(&rows, 0, PERSON_BY_NUMBER_PERSON_ID);
	arena_free(a);
	return ok;
}
