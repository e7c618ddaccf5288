#include "refresh.h"

#include <stdlib.h>
#include <string.h>

#include "judge/refresh_sql.h"
#include "facts/subject.h"

#define FAILED_MOST 100	/* more are no bad rows, but a bad statement */

static const char *name(const struct refresh *r)
{
	return r->facts->subject->name;
}

static bool run(struct refresh *r, const struct stmt *s, const char *const *params,
		struct err *e)
{
	return db_run(r->db, r->a, subject_stmt(r->a, s, r->facts->subject), params, NULL,
		      e);
}

/* Facts of everyone in todo, or nothing: a value that does not fit takes back to the
 * savepoint. */
static bool try_facts(struct refresh *r, struct err *e)
{
	struct facts_round round = { .everyone = r->everyone, .day = r->day,
				     .repacks = r->repacks };
	struct err ignored;

	if (!db_script(r->db, "savepoint facts", e))
		return false;
	if (facts_refresh(r->db, r->a, r->facts, r->modules, &round, e)) {
		r->n += round.n;
		return db_script(r->db, "release savepoint facts", e);
	}
	if (e->code == ERR_INPUT)
		db_script(r->db, "rollback to savepoint facts", &ignored);
	return false;
}

static bool give_up(struct refresh *r, int64_t id, struct err *e)
{
	const char *params[] = { param_int(r->a, id) }, *keep[] = { name(r), params[0] };
	struct err why = *e;

	if (++r->nfailed > FAILED_MOST)
		return false;
	memset(e, 0, sizeof(*e));
	if (r->failed)
		r->failed(r->ctx, "facts", id, why.message);
	return run(r, &REFRESH_KEEP_TOUCHED, keep, e) &&
	       run(r, &REFRESH_LEAVE_OUT, params, e);
}

/* Those from first to last, by halves until those stand alone whose facts cannot be
 * made. */
static bool try_range(struct refresh *r, const char *first, const char *last,
		      struct err *e)
{
	const char *range[] = { first, last };
	struct rows rows;
	const char *middle, *next;

	if (!db_script(r->db, "truncate todo", e) || !run(r, &REFRESH_RANGE, range, e))
		return false;
	if (try_facts(r, e))
		return true;
	if (e->code != ERR_INPUT)
		return false;
	if (strcmp(first, last) == 0)
		return give_up(r, strtoll(first, NULL, 10), e);
	memset(e, 0, sizeof(*e));
	if (!db_run(r->db, r->a, &REFRESH_HALVES, range, &rows, e))
		return false;
	middle = row_text(&rows, 0, REFRESH_HALVES_LAST);
	next = row_text(&rows, 0, REFRESH_HALVES_NEXT);
	return try_range(r, first, middle, e) && try_range(r, next, last, e);
}

static bool try_parts(struct refresh *r, struct err *e)
{
	struct rows rows;

	memset(e, 0, sizeof(*e));
	if (!(r->everyone ? run(r, &REFRESH_WHOLE_ALL, &r->day, e)
			  : run(r, &REFRESH_WHOLE, NULL, e)) ||
	    !db_script(r->db, "drop table if exists todo", e) ||
	    !run(r, &REFRESH_PART, NULL, e) ||
	    !db_run(r->db, r->a, &REFRESH_ENDS, NULL, &rows, e))
		return false;
	r->everyone = false;
	return try_range(r, row_text(&rows, 0, REFRESH_ENDS_FIRST),
			 row_text(&rows, 0, REFRESH_ENDS_LAST), e) &&
	       db_script(r->db,
			 "truncate todo; insert into todo select * from todo_whole;"
			 "drop table todo_whole",
			 e);
}

bool refresh_facts(struct refresh *r, struct err *e)
{
	struct rows rows;
	bool everyone;

	if (!db_run(r->db, r->a, &REFRESH_EVERYONE, NULL, &rows, e))
		return false;
	everyone = r->everyone |= row_text(&rows, 0, 0)[0] == 't';
	if (!everyone && (!run(r, &REFRESH_TODO, &r->day, e) ||
			  !run(r, &REFRESH_ANALYZE, NULL, e)))
		return false;
	if (!try_facts(r, e) && (e->code != ERR_INPUT || !try_parts(r, e)))
		return false;
	r->everyone = everyone;
	return !everyone || db_script(r->db, "drop table if exists todo", e);
}
