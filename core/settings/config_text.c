#include "config_text.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#define FILE_MOST 65535
#define DIGITS_MOST 9

/* Where a character stands: quotes and @ mean nothing in comments, comments nothing in
 * quotes. */
enum place { OUTSIDE, LINE_COMMENT, BLOCK_COMMENT, IN_TEXT };

struct scan {
	const char *path, *at;
	int line;
	enum place place;
};

static bool fault(struct err *e, const struct scan *s, const char *what)
{
	ERR(e, ERR_USAGE, "%s:%d: %s", s->path, s->line, what);
	return err_hint(e, "Mend the configuration file; nothing was started.");
}

static bool begins(const struct scan *s, const char *word)
{
	return strncmp(s->at, word, strlen(word)) == 0;
}

/* libconfig cuts a text at \x00, so that what is checked is not what is meant. */
static bool step_text(struct scan *s, struct err *e)
{
	if (begins(s, "\\x00"))
		return fault(e, s, "a text has a NUL");
	if (*s->at == '"')
		s->place = OUTSIDE;
	s->at += *s->at == '\\' && s->at[1] && s->at[1] != '\n' ? 2 : 1;
	return true;
}

/* A name or a number whole; libconfig wraps large integers, decimal or not. */
static bool step_word(struct scan *s, struct err *e)
{
	const char *begin = s->at;

	while (isalnum((unsigned char)*s->at) || *s->at == '_')
		s->at++;
	return !isdigit((unsigned char)*begin) || s->at - begin <= DIGITS_MOST ||
	       fault(e, s, "a number has more than 9 digits");
}

static bool step_outside(struct scan *s, struct err *e)
{
	if (begins(s, "@include"))
		return fault(e, s, "@include is not allowed here");
	if (isalnum((unsigned char)*s->at))
		return step_word(s, e);
	if (*s->at == '#' || begins(s, "//"))
		s->place = LINE_COMMENT;
	else if (begins(s, "/*"))
		s->place = BLOCK_COMMENT;
	else if (*s->at == '"')
		s->place = IN_TEXT;
	s->at += s->place == BLOCK_COMMENT ? 2 : 1;
	return true;
}

static bool step(struct scan *s, struct err *e)
{
	s->line += *s->at == '\n';
	if (s->place == OUTSIDE)
		return step_outside(s, e);
	if (s->place == IN_TEXT)
		return step_text(s, e);
	if (s->place == LINE_COMMENT ? *s->at == '\n' : begins(s, "*/")) {
		s->at += s->place == LINE_COMMENT ? 1 : 2;
		s->place = OUTSIDE;
	} else
		s->at++;
	return true;
}

char *config_text(struct arena *a, const char *path, struct err *e)
{
	struct scan s = { .path = path, .line = 1 };
	size_t n;
	char *text = file_text(a, file_open_ours(path, e), path, FILE_MOST, &n, e);

	if (text && (n == 0 || strlen(text) != n || !text_is_utf8(text, n))) {
		ERR(e, ERR_USAGE, "%s: %s", path,
		    n == 0 ? "is empty" : "is not a configuration text");
		return NULL;
	}
	for (s.at = text; s.at && *s.at;)
		if (!step(&s, e))
			return NULL;
	if (!text)
		e->code = ERR_USAGE;
	return text;
}
