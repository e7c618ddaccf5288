#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "application.h"
#include "application_sql.h"
#include "campaign.h"
#include "verb.h"
#include "visit.h"

#define OFFER_INPUTS 11
#define TEXT_MOST    (1u << 20)
#define LINE_MOST    64

/* What retirement.offer says: its first outputs. */
struct offer {
	char total[24], verdict[24], why[400];
};

static bool take_offer(void *ctx, void *row, const char *error,
		       const char *const *outputs, int n)
{
	const struct verb_call *c = ctx;
	struct offer *o = row;

	snprintf(o->total, sizeof(o->total), "%s", error || n < 3 ? "" : outputs[0]);
	snprintf(o->verdict, sizeof(o->verdict), "%s", error || n < 3 ? "" : outputs[1]);
	snprintf(o->why, sizeof(o->why), "%s",
		 error	 ? error
		 : n < 3 ? ""
			 : c->say(c, outputs[2]));
	return true;
}

static bool ask_offer(const struct verb_call *c, const char *const *params,
		      struct offer *o)
{
	struct verb_rows rows = { "retirement.offer", take_offer, (void *)(uintptr_t)c,
				  NULL };
	const char *inputs[OFFER_INPUTS] = { 0 }, *text;
	char *rest;

	if (!c->run(c, &RETIREMENT_OFFER, params, &text))
		return false;
	rest = c->room(c, strlen(text) + 1);
	memcpy(rest, text, strlen(text));
	rows.place = strsep(&rest, "\t");
	for (int i = 0; i < OFFER_INPUTS; i++)
		inputs[i] = rest ? strsep(&rest, "\t") : "";
	return c->ask(c, &rows, inputs, o) && c->ask(c, &rows, NULL, NULL);
}

/* The application is received whatever it comes to; that it cannot be granted as it is
 * is said at once. */
static bool apply(const struct verb_call *c)
{
	const char *person = c->person(c), *said;
	const char *params[] = { person,
				 c->option(c, "from"),
				 c->option(c, "channel"),
				 c->option(c, "agent"),
				 c->option(c, "agent-until"),
				 c->option(c, "restriction"),
				 c->option(c, "birth"),
				 c->option(c, "deemed"),
				 c->option(c, "special") };
	const char *asked[] = { person, params[1], params[6], params[7], params[8] };
	struct offer *o = c->room(c, sizeof(*o));

	if (!person)
		return false;
	if (!params[1])
		return c->fail(c, N_("say from which month on"), N_("Give --from."));
	if (!c->run(c, &RETIREMENT_APPLY, params, &said) || !ask_offer(c, asked, o))
		return false;
	c->row(c, (const char *const[]){ "application", "verdict", "monthly" }, NULL, 3);
	c->row(c, (const char *const[]){ "application", "verdict", "monthly" },
	       (const char *const[]){ said, o->verdict, o->total }, 3);
	if (strncmp(o->verdict, "accept", 6) != 0)
		c->note(c, N_("it cannot be granted as it is: %s"), o->why, "");
	return true;
}

static const struct column field_columns[] = {
	{ .col = RETIREMENT_FIELDS_FACT,
	  .title = N_("Field"),
	  .kind = COLUMN_FACT,
	  .width = 24 },
	{ .col = RETIREMENT_FIELDS_VALUE, .title = N_("Value"), .width = 16 },
	{ .col = RETIREMENT_FIELDS_FILE, .title = N_("File"), .width = 24 },
	{ .col = RETIREMENT_FIELDS_LINE,
	  .title = N_("Line"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ 0 }
};
static const struct column question_columns[] = {
	{ .col = RETIREMENT_QUESTIONS_KIND,
	  .title = N_("Question"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = RETIREMENT_QUESTIONS_BY_REGISTER, .title = N_("Register"), .width = 10 },
	{ .col = RETIREMENT_QUESTIONS_REGISTER_FEN,
	  .title = N_("A month"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = RETIREMENT_QUESTIONS_BY_ARCHIVE, .title = N_("Archive"), .width = 10 },
	{ .col = RETIREMENT_QUESTIONS_ARCHIVE_FEN,
	  .title = N_("A month"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = RETIREMENT_QUESTIONS_PLACE, .title = N_("Where"), .width = 20 },
	{ .col = RETIREMENT_QUESTIONS_AUTHOR, .title = N_("Author") },
	{ 0 }
};
static const struct column paper_columns[] = { { .col = RETIREMENT_PAPERS_PAPER,
						 .title = N_("Paper"),
						 .kind = COLUMN_LABEL,
						 .width = 24 },
					       { .col = RETIREMENT_PAPERS_HOW,
						 .title = N_("How"),
						 .kind = COLUMN_LABEL,
						 .width = 8 },
					       { .col = RETIREMENT_PAPERS_GOT_ON,
						 .title = N_("Came"),
						 .kind = COLUMN_DAY,
						 .width = 10 },
					       { 0 } };

static bool show(const struct verb_call *c)
{
	const char *person = c->person(c);

	return person &&
	       c->print(c, &RETIREMENT_APPLICATION, &person, application_list,
			N_("Applications")) &&
	       c->print(c, &RETIREMENT_FIELDS, &person, field_columns,
			N_("What it is filled with")) &&
	       c->print(c, &RETIREMENT_QUESTIONS, &person, question_columns,
			N_("Archive in question")) &&
	       c->print(c, &RETIREMENT_PAPERS, &person, paper_columns, N_("Papers"));
}

static bool papers(const struct verb_call *c)
{
	const char *person = c->person(c), *state;
	const char *event = c->option(c, "ask")	  ? "ask"
			    : c->option(c, "got") ? "received"
						  : NULL;

	if (!person)
		return false;
	if (event && !c->run(c, &RETIREMENT_PAPERS_STEP,
			     (const char *const[]){ person, event }, &state))
		return false;
	return c->print(c, &RETIREMENT_PAPERS, &person, paper_columns, NULL);
}

static bool withdraw(const struct verb_call *c)
{
	const char *person = c->person(c), *said;

	if (!person || !c->run(c, &RETIREMENT_WITHDRAW, &person, &said))
		return false;
	c->note(c, N_("application %s is withdrawn"), said, "");
	return true;
}

/* Amounts are asked for under both values, whichever will be chosen. */
static bool ask_both(const struct verb_call *c, const char *person, const char *kind,
		     const char *value, struct offer *held, struct offer *archive)
{
	const char *params[] = { person, c->option(c, "from"), NULL, NULL, NULL };
	int at = strcmp(kind, "birth") == 0 ? 2 : strcmp(kind, "deemed") == 0 ? 3 : 4;

	if (!ask_offer(c, params, held))
		return false;
	params[at] = value;
	return ask_offer(c, params, archive);
}

static const char *fen_of(const struct verb_call *c, const struct offer *o)
{
	char *fen = c->room(c, 24);

	if (strncmp(o->verdict, "accept", 6) != 0)
		return NULL;
	snprintf(fen, 24, "%.0f", strtod(o->total, NULL) * 100);
	return fen;
}

static bool question(const struct verb_call *c)
{
	const char *person = c->person(c), *held, *said, *awarded;
	const char *kind = c->args[1];
	const char *volume = c->option(c, "volume"), *page = c->option(c, "page");
	const char *article = c->option(c, "article");
	struct offer *a = c->room(c, sizeof(*a)), *b = c->room(c, sizeof(*b));
	char *place = c->room(c, 200);

	if (!person)
		return false;
	if (!volume || !page || !article)
		return c->fail(c, N_("say where the archive says it"),
			       N_("Give --volume, --page and --article."));
	snprintf(place, 200, "%s/%s/%s", volume, page, article);
	if (!c->run(c, &RETIREMENT_HELD, (const char *const[]){ person, kind }, &held) ||
	    !c->run(c, &RETIREMENT_IS_AWARDED, &person, &awarded))
		return false;
	/* What an award comes to now is a task of the next judge. */
	if (*awarded != 'y' && !ask_both(c, person, kind, c->args[2], a, b))
		return false;
	return c->run(c, &RETIREMENT_QUESTION,
		      (const char *const[]){ person, kind, held, c->args[2], fen_of(c, a),
					     fen_of(c, b), place,
					     c->option(c, "author") },
		      &said) &&
	       c->print(c, &RETIREMENT_QUESTIONS, &person, question_columns, NULL);
}

/* Rows that were answered and are not kept yet. */
struct ahead {
	const struct verb_call *call;
	char *text;
	size_t len;
};

static bool take_ahead(void *ctx, void *row, const char *error,
		       const char *const *outputs, int n)
{
	struct ahead *a = ctx;
	int put;

	if (error || n < 3)
		return true;
	put = snprintf(a->text + a->len, TEXT_MOST - a->len, "%s\t%s\t%s\t%s\n",
		       (const char *)row, outputs[0], outputs[1], outputs[2]);
	if (put < 0 || (size_t)put >= TEXT_MOST - a->len)
		return false;
	a->len += (size_t)put;
	return true;
}

/* Asks for some thousands after a person; *after gets the last of them, "" at the end. */
static bool ask_some(struct ahead *a, char *after)
{
	const struct verb_rows rows = { "retirement.ahead", take_ahead, a, NULL };
	const struct verb_call *c = a->call;
	const char *text, *params[] = { after };
	char *rest, *line;

	if (!c->run(c, &RETIREMENT_AHEAD_ROWS, params, &text))
		return false;
	*after = '\0';
	rest = strdup(text);
	for (char *at = rest; at && (line = strsep(&at, "\n")) && *line;) {
		const char *inputs[2], *person = strsep(&line, "\t");
		char *number = c->room(c, LINE_MOST);

		inputs[0] = strsep(&line, "\t");
		inputs[1] = line;
		snprintf(number, LINE_MOST, "%s", person);
		snprintf(after, LINE_MOST, "%s", person);
		if (!c->ask(c, &rows, inputs, number)) {
			free(rest);
			return false;
		}
	}
	free(rest);
	return !*after || c->ask(c, &rows, NULL, NULL);
}

static bool work_out(const struct verb_call *c)
{
	struct ahead a = { c, malloc(TEXT_MOST), 0 };
	char after[LINE_MOST] = "0";
	const char *params[] = { a.text }, *said;
	bool ok = a.text != NULL;

	while (ok && *after) {
		a.len = 0;
		a.text[0] = '\0';
		ok = ask_some(&a, after) &&
		     (!a.len || c->run(c, &RETIREMENT_AHEAD_KEEP, params, &said));
	}
	free(a.text);
	return ok && c->run(c, &RETIREMENT_AHEAD_CLEAN, NULL, &said);
}

static const struct column forecast_columns[] = {
	{ .col = RETIREMENT_FORECAST_MONTH, .title = N_("Month"), .width = 8 },
	{ .col = RETIREMENT_FORECAST_AREA, .title = N_("Area"), .width = 20 },
	{ .col = RETIREMENT_FORECAST_SCHEME,
	  .title = N_("Scheme"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = RETIREMENT_FORECAST_PERSONS,
	  .title = N_("Persons"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ 0 }
};

static bool forecast(const struct verb_call *c)
{
	const char *months = c->option(c, "months");

	return work_out(c) &&
	       c->print(c, &RETIREMENT_FORECAST, &months, forecast_columns, NULL);
}

static const struct option_def apply_options[] = {
	{ "from", 'd', N_("a day of the month to retire in"), NULL, 0, 0 },
	{ "channel", 't', N_("counter, website, app or terminal"), "counter", 0, 0 },
	{ "agent", 't', N_("who acts for the person"), NULL, 0, 0 },
	{ "agent-until", 'd', N_("last day of the authorisation"), NULL, 0, 0 },
	{ "restriction", 't', N_("none, civil_servant or soe_leader"), "none", 0, 0 },
	{ "birth", 't', N_("birth date that counts, where the archive is in question"),
	  NULL, 0, 0 },
	{ "deemed", 't', N_("deemed months, where the archive is in question"), NULL, 0,
	  0 },
	{ "special", 't', N_("yes or no, where the archive is in question"), NULL, 0, 0 },
	{ 0 }
};
static const struct option_def papers_options[] = {
	{ "ask", 'f', N_("ask once for all that are missing"), NULL, 0, 0 },
	{ "got", 'f', N_("they have come"), NULL, 0, 0 },
	{ 0 }
};
static const struct option_def question_options[] = {
	{ "from", 'd', N_("month the amounts are worked out for"), NULL, 0, 0 },
	{ "volume", 't', N_("volume of the archive"), NULL, 0, 0 },
	{ "page", 't', N_("page"), NULL, 0, 0 },
	{ "article", 't', N_("entry on the page"), NULL, 0, 0 },
	{ "author", 't', N_("who has written the entry"), NULL, 0, 0 },
	{ 0 }
};
static const struct option_def forecast_options[] = {
	{ "months", 'n', N_("how many months ahead"), "24", 1, 600 }, { 0 }
};

const struct module_verb application_verbs[] = {
	{ "retirement visits", "[AREA]", N_("who is to be visited at home, area by area"),
	  0, 1, "clerk", NULL, visit_print },
	{ "retirement apply", "PERSON", N_("receive an application for a pension"), 1, 1,
	  "clerk", apply_options, apply },
	{ "retirement show", "PERSON", N_("applications, their sources and papers"), 1, 1,
	  "clerk", NULL, show },
	{ "retirement papers", "PERSON", N_("papers of an application"), 1, 1, "clerk",
	  papers_options, papers },
	{ "retirement withdraw", "PERSON", N_("take an application back"), 1, 1, "clerk",
	  NULL, withdraw },
	{ "retirement question", "PERSON birth|deemed|special|account VALUE",
	  N_("what the archive says otherwise, with both amounts"), 3, 3, "clerk",
	  question_options, question },
	{ "retirement forecast", "", N_("who will reach the retirement age when"), 0, 0,
	  "clerk", forecast_options, forecast },
	{ "retirement campaign new", "NAME", N_("begin a campaign of certification"), 1,
	  1, "manager", campaign_new_options, campaign_make },
	{ "retirement campaign show", "NAME", N_("persons of a campaign, and how far"), 1,
	  1, "clerk", NULL, campaign_show },
	{ "retirement campaign list", "", N_("campaigns of certification"), 0, 0, "clerk",
	  NULL, campaign_list },
	{ "retirement campaign exempt", "NAME AREA",
	  N_("leave an area out of a campaign"), 2, 2, "manager", campaign_exempt_options,
	  campaign_exempt },
	{ 0 }
};
