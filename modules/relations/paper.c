#include "paper.h"

#include <stdio.h>
#include <string.h>

const char *said_line(const struct verb_call *c, const char **at)
{
	const char *end = strchr(*at, '\n');
	size_t n = end ? (size_t)(end - *at) : strlen(*at);
	char *line = c->room(c, n + 1);

	memcpy(line, *at, n);
	*at = end ? end + 1 : *at + n;
	return line;
}

const char *said_text(const struct verb_call *c, const char *lines)
{
	const char *text = "";

	while (*lines) {
		const char *line = said_line(c, &lines);
		const char *said = *line ? c->say(c, line) : "";
		size_t n = strlen(text) + strlen(said) + 2;
		char *longer = c->room(c, n);

		snprintf(longer, n, "%s%s\n", text, said);
		text = longer;
	}
	return text;
}
