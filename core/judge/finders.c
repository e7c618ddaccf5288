#include "finders.h"

#include <string.h>

#include "askings.h"
#include "facts/subject.h"
#include "judge/judge_sql.h"

#define RULE  "{rule}"

const struct finder *finders_find(const struct module *const *modules, const char *rule)
{
	for (; *modules; modules++)
		for (const struct finder *f = (*modules)->finders; f && f->rule; f++)
			if (strcmp(f->rule, rule) == 0)
				return f;
	return NULL;
}

const char *finders_sql(struct arena *a, const struct finder *f, bool scoped)
{
	return arena_printf(a,
			    "insert into found (rule_id, person_id, subject, subject_id, "
			    "cause, say, due, monthly_fen, inputs) select '%s', "
			    "person_id, case when subject_id <> 0 then '%s' end, "
			    "subject_id, cause, say, due, monthly_fen, inputs::text "
			    "from (%s) x",
			    f->rule, f->subject ? f->subject : SUBJECT_PERSON,
			    askings_put(a, askings_scoped(a, f->stmt, scoped), RULE,
					f->rule));
}

/* Finders whose rows lie in found, as array literals: over all, over the touched. */
struct ran { const char *whole, *scoped; };

static bool find(struct judging *r, const struct finder *f, struct ran *ran,
		 struct err *e)
{
	bool scoped = !r->finds_all && strstr(f->stmt->text, ASKINGS_SCOPE);
	const char **names = scoped ? &ran->scoped : &ran->whole;
	const struct stmt s = {
		.name = arena_printf(r->a, "finder_%s_%d", f->rule, scoped),
		.text = finders_sql(r->a, f, scoped),
		.nparams = 1,
	};

	*names = arena_printf(r->a, "%s%s%s", *names, **names ? "," : "", f->rule);
	return db_run(r->db, r->a, &s, &r->day, NULL, e);
}

static bool write_found(struct judging *r, const struct ran *ran, struct err *e)
{
	const char *params[] = { arena_printf(r->a, "{%s}", ran->whole),
				 arena_printf(r->a, "{%s}", ran->scoped), r->day };

	return db_run(r->db, r->a, &JUDGE_FOUND, params, NULL, e);
}

/* Those of a group that run in this judgement, in their order, NULL after the last. */
static const struct finder **chosen(struct judging *r, bool asked_matters,
				    bool reads_found)
{
	const struct finder **list;
	int n = 0, size = 1;

	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct finder *f = (*m)->finders; f && f->rule; f++)
			size++;
	list = arena_alloc(r->a, (size_t)size * sizeof(*list));
	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct finder *f = (*m)->finders; f && f->rule; f++)
			if (f->reads_found == reads_found &&
			    (!f->nightly || r->o->is_night) &&
			    (!f->reads_asked || asked_matters))
				list[n++] = f;
	list[n] = NULL;
	return list;
}

/* All of them, and what they found compared and written at once. */
static bool together(struct judging *r, const struct finder *const *f, struct err *e)
{
	struct ran ran = { "", "" };

	for (; *f; f++)
		if (!find(r, *f, &ran, e))
			return false;
	return write_found(r, &ran, e);
}

/* A value of a row that does not fit takes back what this finder alone has found. */
static bool alone(struct judging *r, const struct finder *f, struct err *e)
{
	struct ran ran = { "", "" };
	struct err why;

	if (!db_script(r->db, "savepoint finder", e))
		return false;
	if (find(r, f, &ran, e) && write_found(r, &ran, e))
		return db_script(r->db, "release savepoint finder", e);
	if (e->code != ERR_INPUT)
		return false;
	why = *e;
	memset(e, 0, sizeof(*e));
	r->n->failed++;
	if (r->o->failed)
		r->o->failed(r->o->ctx, f->rule, 0, why.message);
	return db_script(r->db, "rollback to savepoint finder", e);
}

/* One of them has failed: each by itself, so that the others go on. */
static bool one_by_one(struct judging *r, const struct finder *const *f, struct err *e)
{
	memset(e, 0, sizeof(*e));
	if (!db_script(r->db, "rollback to savepoint finders", e))
		return false;
	for (; *f; f++)
		if (!alone(r, *f, e))
			return false;
	return true;
}

/* Has anything been asked that finders look at, or does anything stand of theirs? */
static bool asked_matters(struct judging *r, bool *matters, struct err *e)
{
	const char *rules = "";
	struct rows rows;

	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct finder *f = (*m)->finders; f && f->rule; f++)
			if (f->reads_asked)
				rules = arena_printf(r->a, "%s%s%s", rules,
						     *rules ? "," : "", f->rule);
	*matters = *rules;
	rules = arena_printf(r->a, "{%s}", rules);
	if (!*matters)
		return true;
	if (!db_run(r->db, r->a, &JUDGE_ASKED, &rules, &rows, e))
		return false;
	*matters = row_text(&rows, 0, JUDGE_ASKED_MATTERS)[0] == 't';
	return true;
}

static bool run_group(struct judging *r, const struct finder *const *f, struct err *e)
{
	return db_script(r->db, "savepoint finders", e) &&
	       (together(r, f, e) || (e->code == ERR_INPUT && one_by_one(r, f, e)));
}

bool finders_run(struct judging *r, struct err *e)
{
	const char *person = "person";
	bool matters;

	run_step(r, "finders");
	return db_run(r->db, r->a, &JUDGE_ROUND, &person, NULL, e) &&
	       asked_matters(r, &matters, e) &&
	       run_group(r, chosen(r, matters, false), e) &&
	       run_group(r, chosen(r, matters, true), e);
}
