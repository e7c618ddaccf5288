#include "lint.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

struct scan {
	const char *text;
	size_t n, at;
	int line;
};

static char peek(const struct scan *s, size_t ahead)
{
	return s->at + ahead < s->n ? s->text[s->at + ahead] : '\0';
}

static void advance(struct scan *s)
{
	if (peek(s, 0) == '\n')
		s->line++;
	s->at++;
}

/* [[, [=[, ...: number of equal signs, -1 when it is no long bracket. */
static int long_bracket(const struct scan *s)
{
	size_t i = 1;

	if (peek(s, 0) != '[')
		return -1;
	while (peek(s, i) == '=')
		i++;
	return peek(s, i) == '[' ? (int)i - 1 : -1;
}

static bool closes(const struct scan *s, int level)
{
	if (peek(s, 0) != ']' || peek(s, (size_t)level + 1) != ']')
		return false;
	for (int i = 1; i <= level; i++)
		if (peek(s, (size_t)i) != '=')
			return false;
	return true;
}

static void skip_long(struct scan *s, int level)
{
	while (s->at < s->n && !closes(s, level))
		advance(s);
	s->at += (size_t)level + 2;
}

static void skip_comment(struct scan *s)
{
	int level;

	s->at += 2;
	level = long_bracket(s);
	if (level >= 0) {
		skip_long(s, level);
		return;
	}
	while (s->at < s->n && peek(s, 0) != '\n')
		s->at++;
}

static void skip_quoted(struct scan *s, char quote)
{
	advance(s);
	while (s->at < s->n && peek(s, 0) != quote && peek(s, 0) != '\n') {
		if (peek(s, 0) == '\\')
			advance(s);
		advance(s);
	}
	advance(s);
}

static const char *operator_fault(const struct scan *s)
{
	char c = peek(s, 0), d = peek(s, 1);

	if (c == '&' || c == '|' || (c == '~' && d != '='))
		return "bit operators are not allowed in rules";
	if ((c == '<' && d == '<') || (c == '>' && d == '>'))
		return "shift operators are not allowed in rules";
	return NULL;
}

static const char *character_fault(struct scan *s)
{
	uint32_t rune;
	size_t len;

	for (; s->at < s->n; s->at += len) {
		len = text_decode(s->text + s->at, s->n - s->at, &rune);
		if (len == 0)
			return "is not UTF-8 here";
		if (rune == '\n')
			s->line++;
		else if (rune != '\t' && rune != '\r' && text_is_unsafe(rune))
			return "a hidden control or format character stands here";
	}
	return NULL;
}

static const char *token_fault(struct scan *s)
{
	const char *fault = NULL;

	while (s->at < s->n && !fault) {
		char c = peek(s, 0);

		if (c == '-' && peek(s, 1) == '-')
			skip_comment(s);
		else if (c == '"' || c == '\'')
			skip_quoted(s, c);
		else if (long_bracket(s) >= 0)
			skip_long(s, long_bracket(s));
		else if (c == '~' && peek(s, 1) == '=')
			s->at += 2;
		else if (!(fault = operator_fault(s)))
			advance(s);
	}
	return fault;
}

bool lint_text(const char *path, const char *text, size_t n, char *message, size_t size)
{
	struct scan s = { .text = text, .n = n, .line = 1 };
	const char *fault = character_fault(&s);

	if (!fault) {
		s = (struct scan){ .text = text, .n = n, .line = 1 };
		fault = token_fault(&s);
	}
	if (fault)
		snprintf(message, size, "%s:%d: %s", path, s.line, fault);
	return !fault;
}
