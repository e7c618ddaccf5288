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
			    "insert into found (person_id, subject, subject_id, cause, "
			    "say, due, monthly_fen, inputs) select person_id, case when "
			    "subject_id <> 0 then '%s' end, subject_id, cause, say, due, "
			    "monthly_fen, inputs::text from (%s) x",
			    f->subject ? f->subject : SUBJECT_PERSON,
			    askings_put(a, askings_scoped(a, f->stmt, scoped), RULE,
					f->rule));
}

static bool find(struct judging *r, const struct finder *f, bool scoped, struct err *e)
{
	const struct stmt s = {
		.name = arena_printf(r->a, "finder_%s_%d", f->rule, scoped),
		.text = finders_sql(r->a, f, scoped),
	};
	const char *params[] = { f->rule, r->day, scoped ? "t" : "f" };
	struct stmt with_day = s;

	with_day.nparams = 1;
	return db_run(r->db, r->a, &with_day, &r->day, NULL, e) &&
	       db_run(r->db, r->a, &JUDGE_FOUND, params, NULL, e);
}

/* A value of a row that does not fit takes back to the savepoint. */
static bool run_one(struct judging *r, const struct finder *f, struct err *e)
{
	bool scoped = !r->finds_all && strstr(f->stmt->text, ASKINGS_SCOPE);
	struct err why;

	if (!db_script(r->db, "savepoint finder", e))
		return false;
	if (find(r, f, scoped, e))
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

bool finders_run(struct judging *r, struct err *e)
{
	const char *person = "person";
	bool matters;

	run_step(r, "finders");
	if (!db_run(r->db, r->a, &JUDGE_ROUND, &person, NULL, e) ||
	    !asked_matters(r, &matters, e))
		return false;
	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct finder *f = (*m)->finders; f && f->rule; f++)
			if ((!f->nightly || r->o->is_night) &&
			    (!f->reads_asked || matters) && !run_one(r, f, e))
				return false;
	return true;
}
