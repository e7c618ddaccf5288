/* What the fund pays of a claim: asked of the place's settlement, stored, sent. */
#include "settle.h"

#include <stdio.h>
#include <string.h>

#include "review_sql.h"
#include "settle_sql.h"
#include "steward.h"

#define CHUNK	   "2000"
#define CHUNK_MOST 2000
#define ANSWER	   700 /* bytes of one at most: a name, five amounts, why not */
#define WHY_MOST   300

/* As the calculation claims.settlement takes them. */
enum {
	IN_SCHEME,
	IN_TIER,
	IN_TOTAL,
	IN_CLASS_B = 6,
	IN_CLASS_C,
	IN_STAY,
	IN_RETIRED,
	IN_ELSEWHERE,
	IN_FUND,
	IN_KIND,
	IN_AGE,
	IN_CARE_PLACE,
	INPUTS
};
enum { OUT_FUND, OUT_OWN, OUT_INSURED, OUT_DEDUCTIBLE, OUTPUTS };

/* A calculation that claims are sent through: which, its inputs in the order in which the
 * rows have them, and the outputs that are stored, of so many. */
struct question {
	const char *calculation;
	const struct stmt *todo, *done;
	const int *in, *out;
	int n_in, n_out, outputs;
	bool by_month;
};

struct one {
	const char *person, *claim;
};
struct working {
	const struct verb_call *call;
	const struct question *question;
	struct verb_rows rows; /* whoever answers keeps its address */
	struct one ones[CHUNK_MOST];
	char *answers;
	size_t used, size;
	int failed;
};

#define LENGTH(a) ((int)(sizeof(a) / sizeof(*(a))))

static const int amount_in[] = { IN_SCHEME,  IN_TIER, IN_TOTAL,	  IN_CLASS_B,
				 IN_CLASS_C, IN_STAY, IN_RETIRED, IN_ELSEWHERE,
				 IN_FUND,    IN_KIND, IN_AGE,	  IN_CARE_PLACE };
static const int amount_out[] = { OUT_FUND, OUT_INSURED, OUT_DEDUCTIBLE };
static const struct question amounts = {
	"claims.settlement", &SETTLE_UNWORKED,	 &SETTLE_WORKED,     amount_in,
	amount_out,	     LENGTH(amount_in), LENGTH(amount_out), OUTPUTS,
	true
};

/* Of claims.serious: the scheme, and what the insured has paid himself in the year. */
static const int serious_in[] = { 0, 1 }, serious_out[] = { 0 };
static const struct question serious = { "claims.serious", &SETTLE_UNSERIOUS,
				       &SETTLE_SERIOUS,	 serious_in,
				       serious_out,	 LENGTH(serious_in),
				       1,		 1,
				       false };

const char *settle_person(const struct verb_call *c)
{
	const char *person;

	if (!c->run(c, &REVIEW_PERSON, c->args, &person))
		return NULL;
	if (*person)
		return person;
	c->fail(c, N_("no person with this number"),
		N_("Give the citizen identity number, or the number on the person's "
		   "page."));
	return NULL;
}

static bool is_month(const char *s)
{
	return strlen(s) == 7 && strspn(s, "0123456789") == 4 && s[4] == '-' &&
	       strspn(s + 5, "0123456789") == 2 &&
	       ((s[5] == '0' && s[6] >= '1') || (s[5] == '1' && s[6] <= '2'));
}

static bool needs_month(const struct verb_call *c)
{
	return is_month(c->args[0]) ||
	       c->fail(c, N_("a month is told as YYYY-MM"), N_("For example 2025-11."));
}

/* What a reason says must not end the row it stands in. */
static void plain(char *s)
{
	for (; *s; s++)
		if (*s == '\t' || *s == '\n' || *s == '\r')
			*s = ' ';
}

static bool put_answer(struct working *w, const char *text, char after)
{
	if (w->used < w->size)
		w->used += (size_t)snprintf(w->answers + w->used, w->size - w->used,
					    "%s%c", text, after);
	return w->used < w->size;
}

/* Person, claim, what is stored, and why not. */
static bool on_answer(void *ctx, void *row, const char *error, const char *const *out,
		      int n)
{
	struct working *w = ctx;
	const struct one *o = row;
	char why[WHY_MOST];
	bool ok = !error && n >= w->question->outputs;

	snprintf(why, sizeof(why), "%s", ok ? "" : error ? error : "?");
	plain(why);
	w->failed += !ok;
	put_answer(w, o->person, '\t');
	put_answer(w, o->claim, '\t');
	for (int i = 0; i < w->question->n_out; i++)
		put_answer(w, ok ? out[w->question->out[i]] : "", '\t');
	return put_answer(w, why, '\n');
}

/* The fields of a row after person and claim: the place whose rule counts, and what
 * belongs among the inputs. */
static bool ask(const struct verb_call *c, struct verb_rows *rows,
		const struct question *a, char *line, void *row)
{
	const char *inputs[INPUTS];

	rows->place = strsep(&line, "\t");
	for (int i = 0; i < INPUTS; i++)
		inputs[i] = "";
	for (int i = 0; i < a->n_in; i++) {
		const char *field = strsep(&line, "\t");

		inputs[a->in[i]] = field ? field : "";
	}
	return c->ask(c, rows, inputs, row);
}

static char *copied(const struct verb_call *c, const char *s)
{
	return memcpy(c->room(c, strlen(s) + 1), s, strlen(s));
}

/* One chunk; *done when nothing was left. */
static bool work_chunk(struct working *w, bool *done)
{
	const struct verb_call *c = w->call;
	const struct question *a = w->question;
	const char *month[] = { c->args[0], CHUNK }, *text, *n;
	char *rest, *line;

	if (!c->run(c, a->todo, a->by_month ? month : month + 1, &text))
		return false;
	*done = !*text;
	rest = *text ? copied(c, text) : NULL;
	w->rows = (struct verb_rows){ a->calculation, on_answer, w };
	w->used = 0;
	for (int i = 0; i < CHUNK_MOST && (line = strsep(&rest, "\n")); i++) {
		w->ones[i].person = strsep(&line, "\t");
		w->ones[i].claim = strsep(&line, "\t");
		if (!line || !ask(c, &w->rows, a, line, &w->ones[i]))
			return false;
	}
	if (*done)
		return true;
	if (!c->ask(c, &w->rows, NULL, NULL))
		return false;
	month[0] = w->answers;
	return c->run(c, a->done, month, &n);
}

static bool work_all(struct working *w, const struct question *a)
{
	bool done = false;

	w->question = a;
	while (!done)
		if (!work_chunk(w, &done))
			return false;
	return true;
}

static const struct column sum_columns[] = {
	{ .col = SETTLE_SUM_PROVIDER, .title = N_("Provider"), .width = 20 },
	{ .col = SETTLE_SUM_CLAIMS,
	  .title = N_("Claims"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = SETTLE_SUM_CLAIMED_FEN,
	  .title = N_("Claimed"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = SETTLE_SUM_APPROVED_FEN,
	  .title = N_("Approved"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = SETTLE_SUM_FUND_FEN,
	  .title = N_("Fund"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = SETTLE_SUM_SERIOUS_FEN,
	  .title = N_("Serious illness"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = SETTLE_SUM_DUE_FEN,
	  .title = N_("To pay"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = SETTLE_SUM_UNKNOWN,
	  .title = N_("No rule"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ 0 }
};

/* Each claim once; what a place had no rule for is asked again. */
bool settle_month(const struct verb_call *c)
{
	struct working *w = c->room(c, sizeof(*w));
	const char *n;
	char count[16];

	if (!needs_month(c) || !c->run(c, &SETTLE_AGAIN, NULL, &n))
		return false;
	w->call = c;
	w->size = (size_t)CHUNK_MOST * ANSWER;
	w->answers = c->room(c, w->size);
	if (!work_all(w, &amounts))
		return false;
	snprintf(count, sizeof(count), "%d", w->failed);
	if (w->failed)
		c->note(c, N_("%s claims could not be worked out: claims unsettled %s"),
			count, c->args[0]);
	return work_all(w, &serious) &&
	       c->print(c, &SETTLE_SUM, c->args, sum_columns, NULL);
}

const struct option_def settle_send_options[] = {
	{ "out", 'p', N_("the file that is written") },
	{ "provider", 't', N_("of this provider alone"), "" },
	{ 0 }
};

/* Written first: what does not lie there was not sent. */
bool settle_send(const struct verb_call *c)
{
	const char *params[] = { c->args[0], c->option(c, "provider"), NULL }, *said;
	const char *out = c->option(c, "out");

	if (!needs_month(c))
		return false;
	if (!out)
		return c->fail(c, N_("the claims need a file to be written to"),
			       N_("Say --out claims.csv."));
	if (!c->run(c, &SETTLE_FILE, params, &params[2]))
		return false;
	if (!*params[2])
		return c->fail(c, N_("nothing of that month is to be sent"),
			       N_("claims settle works it out first."));
	if (!c->put(c, out, params[2]) || !c->run(c, &SETTLE_SENT, params, &said))
		return false;
	c->note(c, N_("sent, claims and yuan: %s"), said, "");
	return true;
}

static bool tell_amount(void *ctx, void *row, const char *error, const char *const *out,
			int n)
{
	static const char *const what[OUTPUTS] = { "[\"the fund pays\"]",
						   "[\"the insured pays\"]",
						   "[\"cost that is insured\"]",
						   "[\"deductible that counts\"]" };
	static const char *const names[] = { "yuan", "what" };
	static const int order[] = { OUT_INSURED, OUT_DEDUCTIBLE, OUT_FUND, OUT_OWN };
	const struct verb_call *c = ctx;
	const char *values[] = { row, c->say(c, "[\"approved\"]") };

	if (error || n < OUTPUTS)
		return c->fail(c, error ? error : "?", NULL);
	c->row(c, names, NULL, 2);
	c->row(c, names, values, 2);
	for (int i = 0; i < OUTPUTS; i++) {
		values[0] = out[order[i]];
		values[1] = c->say(c, what[order[i]]);
		c->row(c, names, values, 2);
	}
	return true;
}

/* The same calculation, of what is left of the claim as it stands. */
bool settle_amount(const struct verb_call *c)
{
	struct verb_rows rows = { "claims.settlement", tell_amount, (void *)c };
	const char *params[] = { settle_person(c), c->args[1] }, *text;
	char *line, *rest, *total;

	if (!params[0] || !c->run(c, &SETTLE_ONE, params, &text))
		return false;
	if (!*text)
		return c->fail(c, N_("there is no such claim"),
			       N_("claims adjudicate takes in what is new."));
	line = copied(c, text);
	rest = copied(c, text);
	for (int i = 0; i < 3; i++)
		strsep(&rest, "\t");
	total = strsep(&rest, "\t");
	return ask(c, &rows, &amounts, line, total) && c->ask(c, &rows, NULL, NULL);
}

const struct option_def settle_evidence_options[] = {
	{ "pdf", 'p', N_("the PDF file that is written, instead of the lines") }, { 0 }
};

/* A letter of the provider's numbers and its dearest claims. */
bool settle_letter(const struct verb_call *c, const char *path)
{
	const char *text;
	char *rest, *say, *code, *day, *all;
	size_t n;

	if (!c->run(c, &SETTLE_LETTER, c->args, &text))
		return false;
	if (!*text)
		return c->fail(c, N_("too few claims of this provider are known"),
			       N_("claims providers lists those that can be compared."));
	rest = copied(c, text);
	say = strsep(&rest, "\n");
	code = strsep(&rest, "\n");
	day = strsep(&rest, "\n");
	code[12] = '\0';
	n = strlen(c->args[0]) + strlen(c->say(c, say)) + strlen(rest ? rest : "") + 8;
	all = c->room(c, n);
	snprintf(all, n, "%s\n%s\n\n%s\n", c->args[0], c->say(c, say), rest ? rest : "");
	return c->paper(c, path, all, code, day);
}
