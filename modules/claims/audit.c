#include "audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "steward.h"
#include "writer.h"

/* A check, and the member of claims that it needs beside their days and lines. */
static const struct check {
	const char *name, *needs;
} checks[] = { { "sex_drug", "sex" },
	       { "sex_service", "sex" },
	       { "sex_operation", "sex" },
	       { "sex_diagnosis", "sex" },
	       { "sex_diagnosis", "diagnosis" },
	       { "age_child_drug", "birth" },
	       { "age_child_service", "birth" },
	       { "age_diagnosis", "birth" },
	       { "age_diagnosis", "diagnosis" },
	       { "facility_level", "tier" },
	       { "insurance_type", "insurance" },
	       { "no_coverage", "coverage" },
	       { "share_of_drug_cost", "cost_class" },
	       { 0 } };

static const char *const members[] = { "sex",  "birth",	    "diagnosis",
				       "tier", "insurance", NULL };

#define KINDS_MOST 20
#define KIND_MOST  100

struct audit {
	const struct verb_call *call;
	struct verb_rows rows;
	struct writer writer;
	bool has_parameters, is_told[8];
	const char *left_out; /* names of checks without a list */
	int claims, failed;
	int nkinds;
	char kinds[KINDS_MOST][KIND_MOST]; /* unknown ones that were told */
};

/* A claim of a case, and whose. */
struct one {
	const char *person;
	const struct json *claim;
};

/* Whom a row of the calculation is about. */
struct person {
	const char *of_case, *number;
	const char *told; /* check of the flag before, of the person */
	int n;
	const char *claims[];
};

static const char *const names[] = { "case", "subject", "check", "lines", "why" };

/* csv has what identifies a flag, for programs; people get the lines and the sentence. */
static int columns(const struct verb_call *c)
{
	const char *format = c->option(c, "format");

	return format && strcmp(format, "csv") == 0 ? 3 : 5;
}

/* check, place of the claim from 1 (0: the person), number or month, lines, sentence;
 * tabs between.  A person has one flag a check, whichever the months. */
static void put_flag(struct audit *a, struct person *p, char *row)
{
	char *check = strsep(&row, "\t"), *place = strsep(&row, "\t");
	char *lines = (strsep(&row, "\t"), strsep(&row, "\t"));
	long i = place ? strtol(place, NULL, 10) : 0;
	const char *values[] = { p->of_case, p->number, check, lines, NULL };

	if (!lines || i < 0 || i > p->n)
		return;
	if (i == 0 && p->told && strcmp(p->told, check) == 0)
		return;
	p->told = i == 0 ? check : NULL;
	if (i > 0)
		values[1] = p->claims[i - 1];
	values[4] = a->call->say(a->call, row);
	a->call->row(a->call, names, values, columns(a->call));
}

static char *copied(const struct audit *a, const char *s)
{
	char *copy = a->call->room(a->call, strlen(s) + 1);

	return memcpy(copy, s, strlen(s));
}

/* Each once: what has no kind is no stay, no visit and no purchase. */
static void tell_kinds(struct audit *a, const char *unknown)
{
	char *rest = *unknown ? copied(a, unknown) : NULL, *kind;

	while ((kind = strsep(&rest, "\n"))) {
		int i = 0;

		while (i < a->nkinds && strcmp(a->kinds[i], kind) != 0)
			i++;
		if (i < a->nkinds || i == KINDS_MOST)
			continue;
		snprintf(a->kinds[a->nkinds++], KIND_MOST, "%s", kind);
		a->call
		    ->note(a->call,
			   N_("claims of the unknown type \"%s\" are neither stays nor "
			      "visits"),
			   kind, "");
	}
}

static bool on_answer(void *ctx, void *row, const char *error, const char *const *outputs,
		      int n)
{
	struct audit *a = ctx;
	struct person *p = row;
	char *rest, *line;

	if (error || n < 3) {
		a->failed++;
		a->call->note(a->call, N_("%s was not audited: %s"), p->number,
			      error ? error : "");
		return true;
	}
	if (!a->left_out)
		a->left_out = strdup(outputs[1]);
	tell_kinds(a, outputs[2]);
	if (!*outputs[0])
		return true;
	rest = copied(a, outputs[0]);
	while ((line = strsep(&rest, "\n")))
		put_flag(a, p, line);
	return true;
}

/* What the file says in place of the policy's own values. */
static bool take_parameters(struct audit *a, const struct json *head)
{
	const struct json *all = writer_find(head, "parameters");
	char name[120];
	bool is_known;

	if (!all)
		return true;
	if (all->kind != JSON_OBJECT)
		return a->call->reject(a->call, all, N_("an object"));
	for (const struct json *p = all->first; p; p = p->next) {
		if (p->kind == JSON_NULL)
			continue;
		if (p->kind != JSON_NUMBER && p->kind != JSON_TEXT)
			return a->call->reject(a->call, p, N_("a number"));
		snprintf(name, sizeof(name), "claims.%.100s", p->name);
		if (!a->call->set(a->call, name, p->text, &is_known))
			return false;
		if (!is_known)
			a->call->note(a->call, N_("no parameter named \"%s\""), name, "");
	}
	return true;
}

static int by_person(const void *x, const void *y)
{
	const struct one *a = x, *b = y;
	int order = strcmp(a->person, b->person);

	return order ? order : a->claim->place - b->claim->place;
}

/* Persons in the order in which the case first names them. */
static int by_place(const void *x, const void *y)
{
	const struct one *const *a = x, *const *b = y;

	return (*a)->claim->place - (*b)->claim->place;
}

/* Something stands there: neither nothing nor an empty text. */
static bool tells(const struct json *claim, const char *member)
{
	const struct json *m = writer_find(claim, member);

	return m && m->kind != JSON_NULL && !(m->kind == JSON_TEXT && !*m->text);
}

static bool take_claim(struct audit *a, const struct json *claim, struct one *to)
{
	const char *number;

	if (claim->kind != JSON_OBJECT)
		return a->call->reject(a->call, claim, N_("an object"));
	number = writer_member(&a->writer, claim, "claim");
	to->person = number ? writer_member(&a->writer, claim, "person") : NULL;
	to->claim = claim;
	if (!to->person)
		return false;
	if (!*number || !*to->person)
		return a->call->reject(a->call, claim,
				       N_("an object with claim and person"));
	for (int i = 0; members[i]; i++)
		a->is_told[i] |= tells(claim, members[i]);
	a->claims++;
	return true;
}

/* The first claim that tells it; a day that is none is not told. */
static const char *first_told(const struct audit *a, const struct one *ones, int n,
			      const char *name, bool is_day, bool *ok)
{
	int day;

	for (int i = 0; i < n && *ok; i++) {
		const char *s = writer_member(&a->writer, ones[i].claim, name);

		*ok = s != NULL;
		if (s && *s && (!is_day || writer_day(s, &day)))
			return s;
		if (s && *s)
			a->call->note(a->call, N_("%s is not a day: %s"), name, s);
	}
	return "";
}

static bool ask(struct audit *a, const char *of_case, const struct one *ones, int n)
{
	struct person *p =
	    a->call->room(a->call, sizeof(*p) + sizeof(char *) * (size_t)n);
	const char *inputs[4];
	bool ok = true;

	*p = (struct person){ copied(a, of_case), copied(a, ones->person), NULL, n };
	inputs[0] = first_told(a, ones, n, "sex", false, &ok);
	inputs[1] = first_told(a, ones, n, "birth", true, &ok);
	inputs[2] = first_told(a, ones, n, "death", true, &ok);
	writer_start(&a->writer);
	for (int i = 0; ok && i < n; i++) {
		p->claims[i] =
		    copied(a, writer_member(&a->writer, ones[i].claim, "claim"));
		ok = writer_claim(&a->writer, ones[i].claim);
	}
	if (!ok)
		return false;
	inputs[3] = writer_end(&a->writer);
	return a->call->ask(a->call, &a->rows, inputs, p);
}

static bool ask_persons(struct audit *a, const char *of_case, struct one *ones, int n)
{
	struct one **first = a->call->room(a->call, sizeof(*first) * (size_t)(n + 1));
	int persons = 0;

	qsort(ones, (size_t)n, sizeof(*ones), by_person);
	for (int i = 0; i < n; i++)
		if (i == 0 || strcmp(ones[i].person, ones[i - 1].person) != 0)
			first[persons++] = &ones[i];
	qsort(first, (size_t)persons, sizeof(*first), by_place);
	for (int i = 0; i < persons; i++) {
		const struct one *end = first[i] + 1;

		while (end < ones + n && strcmp(end->person, first[i]->person) == 0)
			end++;
		if (!ask(a, of_case, first[i], (int)(end - first[i])))
			return false;
	}
	return true;
}

static bool on_case(void *ctx, const struct json *head, const struct json *element)
{
	struct audit *a = ctx;
	const struct json *claims;
	const char *of_case;
	struct one *ones;
	int n = 0;

	if (!a->has_parameters && !take_parameters(a, head))
		return false;
	a->has_parameters = true;
	a->writer = (struct writer){ .call = a->call };
	if (element->kind != JSON_OBJECT)
		return a->call->reject(a->call, element, N_("an object"));
	of_case = writer_member(&a->writer, element, "case");
	claims = writer_find(element, "claims");
	if (!of_case || (claims && claims->kind != JSON_LIST))
		return of_case && a->call->reject(a->call, claims, N_("a list"));
	for (const struct json *c = claims ? claims->first : NULL; c; c = c->next)
		n++;
	ones = a->call->room(a->call, sizeof(*ones) * (size_t)(n + 1));
	n = 0;
	for (const struct json *c = claims ? claims->first : NULL; c; c = c->next)
		if (!take_claim(a, c, &ones[n++]))
			return false;
	return ask_persons(a, of_case, ones, n);
}

static bool is_told(const struct audit *a, const char *member)
{
	for (int i = 0; members[i]; i++)
		if (strcmp(members[i], member) == 0)
			return a->is_told[i];
	return false;
}

static bool is_among(const char *list, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at += n)
		if ((at == list || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}

/* A check that had nothing to go by has not said that all is well. */
static void tell_not_run(struct audit *a)
{
	char *rest = a->left_out ? copied(a, a->left_out) : NULL, *name;

	while ((name = strsep(&rest, " ")))
		if (*name)
			a->call->note(a->call, N_("%s: not run: its list is empty"), name,
				      "");
	for (const struct check *k = checks; a->claims && k->name; k++)
		if (!is_told(a, k->needs) &&
		    !(a->left_out && is_among(a->left_out, k->name)))
			a->call->note(a->call, N_("%s: not run: no claim tells %s"),
				      k->name, k->needs);
}

bool audit_file(const struct verb_call *c)
{
	struct audit a = { .call = c };
	bool ok;

	a.rows = (struct verb_rows){ "claims.audit", on_answer, &a };
	c->row(c, names, NULL, columns(c));
	ok = c->read(c, "cases", on_case, &a) && c->ask(c, &a.rows, NULL, NULL);
	if (ok)
		tell_not_run(&a);
	free((char *)a.left_out);
	return ok &&
	       (a.failed == 0 || c->fail(c, N_("not all persons were audited"), NULL));
}

const struct option_def audit_options[] = {
	{ "date", 'd',
	  N_("day the parameters are taken of; otherwise the business day") },
	{ "jurisdiction", 't', N_("place whose parameters are taken: CN-33, CN-330681") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
