/* The steps of a list, ready for a module's table of verbs. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "remit/remit_sql.h"
#include "steward.h"
#include "verb.h"

const struct option_def remit_file_options[] = {
	{ "out", 'p', N_("the file that is written") }, { 0 }
};

bool remit_make(const struct verb_call *c, const char *kind, const struct stmt *lines,
		const struct column *columns)
{
	const char *list, *params[] = { kind, NULL };
	char first[16];

	if (c->nargs && strlen(c->args[0]) != 7)
		return c->fail(c, N_("a month is told as YYYY-MM"),
			       N_("For example 2025-11."));
	if (c->nargs) {
		snprintf(first, sizeof(first), "%s-01", c->args[0]);
		params[1] = first;
	}
	if (!c->run(c, &REMIT_MAKE, params, &list))
		return false;
	c->note(c, N_("list %s is made; a second person approves it"), list, "");
	return c->print(c, lines, &list, columns, NULL);
}

bool remit_approve(const struct verb_call *c)
{
	const char *list, *verb;

	if (!c->run(c, &REMIT_APPROVE, c->args, &list) ||
	    !c->run(c, &REMIT_VERB, &list, &verb))
		return false;
	c->note(c, N_("list %s is approved; %s writes it"), list, verb);
	return true;
}

bool remit_back(const struct verb_call *c)
{
	const char *list;

	if (!c->run(c, &REMIT_BACK, c->args, &list))
		return false;
	c->note(c, N_("list %s is taken back"), list, "");
	return true;
}

const char *said_line(const struct verb_call *c, const char **at)
{
	size_t n = strcspn(*at, "\n");
	char *line = c->room(c, n + 1);

	memcpy(line, *at, n);
	*at += n + ((*at)[n] == '\n');
	return line;
}

const char *said_text(const struct verb_call *c, const char *lines)
{
	size_t used = 0, size = 1 + 4 * strlen(lines);
	char *text = c->room(c, size);

	while (*lines) {
		const char *line = said_line(c, &lines);
		const char *said = *line ? c->say(c, line) : "";
		size_t n = strlen(said);

		if (used + n + 2 > size) {
			char *longer = c->room(c, size = 2 * (size + n + 2));

			text = memcpy(longer, text, used);
		}
		memcpy(text + used, said, n);
		text[used + n] = '\n';
		used += n + 1;
	}
	return text;
}

static bool write_paper(const struct verb_call *c, const char *out)
{
	const char *lines, *day, *code;

	if (!c->run(c, &REMIT_PAPER, c->args, &lines))
		return false;
	day = said_line(c, &lines);
	code = said_line(c, &lines);
	return c->paper(c, out, said_text(c, lines), code, day);
}

bool remit_file(const struct verb_call *c)
{
	const char *out = c->option(c, "out"), *lines;
	size_t n = out ? strlen(out) : 0;

	if (!out)
		return c->fail(c, N_("the list needs a file to be written to"),
			       N_("Say --out list.csv."));
	if (n > 4 && strcmp(out + n - 4, ".pdf") == 0)
		return write_paper(c, out);
	return c->run(c, &REMIT_FILE, c->args, &lines) && c->put(c, out, lines);
}
