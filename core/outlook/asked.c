#include "asked.h"

#include <ctype.h>
#include <string.h>

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Behind a comment or a text in brackets that begin with "[[" or "[=["; NULL: none does.
 */
static char *long_end(char *at)
{
	size_t n = strspn(at + 1, "=");
	char end[20] = "]";

	if (*at != '[' || at[1 + n] != '[' || n > 15)
		return NULL;
	memset(end + 1, '=', n);
	memcpy(end + 1 + n, "]", 2);
	at = strstr(at, end);
	return at ? at + n + 2 : NULL;
}

/* A text without its comments and without what its texts say, the quotes left. */
const char *asked_code(struct arena *a, const char *text)
{
	char *code = arena_strdup(a, text), *at = code, *end;

	while (*at) {
		char quote = *at;

		if (quote == '"' || quote == '\'') {
			for (at++; *at && *at != quote; *at++ = ' ')
				if (*at == '\\' && at[1])
					*at++ = ' ';
			at += *at != 0;
		} else if (strncmp(at, "--", 2) == 0) {
			end = long_end(at + 2);
			end = end ? end : at + strcspn(at, "\n");
			memset(at, ' ', (size_t)(end - at));
			at = end;
		} else if ((end = long_end(at))) {
			memset(at + 1, ' ', (size_t)(end - at - 1));
			at = end;
		} else {
			at++;
		}
	}
	return code;
}

static const char *skip_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

/* The next place at which the word stands alone; NULL. */
const char *asked_find(const char *text, const char *at, const char *word)
{
	size_t n = strlen(word);

	for (; (at = strstr(at, word)); at += n)
		if ((at == text || !is_word(at[-1])) && !is_word(at[n]))
			return at;
	return NULL;
}

static const char *quoted_end(const char *s)
{
	return (*s == '"' || *s == '\'') ? strchr(s + 1, *s) : NULL;
}

/* param("area.what"): the name in quotes. */
bool asked_name_parameter(const char *text, const char *name)
{
	const char *at = text;
	size_t n = strlen(name);

	for (; (at = strstr(at, name)); at += n)
		if (at > text && (at[-1] == '"' || at[-1] == '\'') && at[n] == at[-1])
			return true;
	return false;
}

/* A word that cannot be the table of an area: a field of something else, a function that
 * is called, what a value is given to. */
static bool is_other(const char *text, const char *at, const char *next)
{
	bool is_field = at > text && at[-1] == '.' && (at - 1 == text || at[-2] != '.');

	return is_field || *next == '(' || (*next == '=' && next[1] != '=');
}

/* area.what(...), or area by itself, which may be handed on. */
bool asked_name_calculation(struct arena *a, const char *code, const char *name)
{
	size_t n = strcspn(name, ".");
	const char *area = arena_strndup(a, name, n), *what = name + n + (name[n] == '.');
	const char *at = code;
	size_t len = strlen(what);

	for (; (at = asked_find(code, at, area)); at += n) {
		const char *next = skip_blanks(at + n);

		if (is_other(code, at, next))
			continue;
		if (*next != '.' || next[1] == '.')
			return true;
		next = skip_blanks(next + 1);
		if (len == 0 || (strncmp(next, what, len) == 0 && !is_word(next[len])))
			return true;
	}
	return false;
}

/* A parameter's name that is put together, or a way to everything that there is. */
bool asked_hide_names(const char *code)
{
	static const char *const asks[] = { "param", "decide", "by_birth", "scale" };
	static const char *const ways[] = { "_ENV", "_G" };
	const char *at;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (asked_find(code, code, ways[i]))
			return true;
	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++)
		for (at = code; (at = asked_find(code, at, asks[i]));) {
			const char *next = skip_blanks(at + strlen(asks[i])), *end;

			at = next;
			if (strcmp(asks[i], "scale") == 0 && *next == '.') {
				next = skip_blanks(next + 1);
				/* These two take a list and no name. */
				if (strncmp(next, "line", 4) == 0 ||
				    strncmp(next, "parts", 5) == 0)
					continue;
				next = skip_blanks(next + strspn(next, "abcdefghijkl"
								       "mnopqrstuvwx"
								       "yz"));
			}
			if (*next == '(')
				next = skip_blanks(next + 1);
			end = quoted_end(next);
			if (!end || strncmp(skip_blanks(end + 1), "..", 2) == 0)
				return true;
		}
	return false;
}

/* Working days are counted by a parameter that no text names. */
bool asked_count_days(const char *code)
{
	return asked_find(code, code, "add_working_days") ||
	       asked_find(code, code, "working_days_between");
}
