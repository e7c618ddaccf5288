#include "certificate.h"

#include <string.h>

#include "certificate_sql.h"
#include "counter.h"

const struct option_def certificate_options[] = {
	{ "out", 'p', N_("the PDF file that is written") }, { 0 }
};

/* The next line of a text, which goes on behind it. */
static const char *line_of(const struct verb_call *c, const char **at)
{
	size_t n = strcspn(*at, "\n");
	char *line = c->room(c, n + 1);

	memcpy(line, *at, n);
	*at += n + ((*at)[n] == '\n');
	return line;
}

/* Each line is a sentence with its values, said in the reader's language. */
static const char *text_of(const struct verb_call *c, const char *lines)
{
	char *text = "", *longer;

	while (*lines) {
		const char *line = c->say(c, line_of(c, &lines));
		size_t had = strlen(text), n = strlen(line);

		longer = c->room(c, had + n + 2);
		memcpy(longer, text, had);
		memcpy(longer + had, line, n);
		longer[had + n] = '\n';
		text = longer;
	}
	return text;
}

/* It is in the register before it is on paper: no code in a hand is unknown here. */
bool certificate_issue(const struct verb_call *c)
{
	const char *out = c->option(c, "out"), *person, *paper, *code, *day;

	if (!out)
		return c->fail(c, N_("a certificate needs a file to be written to"),
			       N_("Say --out certificate.pdf."));
	person = c->person(c);
	if (!person || !c->run(c, &SERVICE_CERTIFY,
			       (const char *const[]){ person, c->args[1] }, &paper))
		return false;
	code = line_of(c, &paper);
	day = line_of(c, &paper);
	if (!c->paper(c, out, text_of(c, paper), code, day))
		return false;
	c->row(c, (const char *const[]){ "code" }, NULL, 1);
	c->row(c, (const char *const[]){ "code" }, &code, 1);
	return true;
}

static const struct column columns[] = {
	{ .col = SERVICE_VERIFY_CODE, .title = N_("Code"), .width = 14 },
	{ .col = SERVICE_VERIFY_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = SERVICE_VERIFY_NAME, .title = N_("Name"), .width = 10 },
	{ .col = SERVICE_VERIFY_ISSUED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_VERIFY_WAS,
	  .title = N_("As it was"),
	  .kind = COLUMN_SAY,
	  .width = 44 },
	{ .col = SERVICE_VERIFY_NOW, .title = N_("As it is"), .kind = COLUMN_SAY },
	{ 0 }
};

bool certificate_verify(const struct verb_call *c)
{
	const char *known;

	if (!c->run(c, &SERVICE_HAS_CODE, c->args, &known))
		return false;
	return *known ? c->print(c, &SERVICE_VERIFY, c->args, columns, NULL)
		      : c->fail(c, N_("no certificate has this code"), NULL);
}
