#include "migrate.h"

#include <string.h>

#include "base/digest.h"
#include "db/migrate_sql.h"

/* -1 on failure, 0 not applied, 1 applied as it is now. */
static int state_of(struct db *db, struct arena *a, const char *module,
		    const struct migration *m, struct err *e)
{
	const char *params[] = { module, param_int(a, m->number) };
	char now[DIGEST_TEXT];
	struct rows rows;

	if (!db_run(db, a, &MIGRATE_FIND, params, &rows, e))
		return -1;
	if (rows.n == 0)
		return 0;
	digest_bytes(m->sql, strlen(m->sql), now);
	if (strcmp(row_text(&rows, 0, MIGRATE_FIND_CHECKSUM), now) == 0)
		return 1;
	ERR(e, ERR_DB, "migration %s %d \"%s\" was changed after it had been applied",
	    module, m->number, m->name);
	err_hint(e, "Use the program version that made this schema, or a new database.");
	return -1;
}

static bool apply(struct db *db, struct arena *a, const char *module,
		  const struct migration *m, struct err *e)
{
	char checksum[DIGEST_TEXT];
	const char *params[] = { module, param_int(a, m->number), m->name,
				 digest_bytes(m->sql, strlen(m->sql), checksum) };

	if (!db_begin(db, e))
		return false;
	if (db_script(db, m->sql, e) && db_run(db, a, &MIGRATE_RECORD, params, NULL, e))
		return db_commit(db, e);
	db_rollback(db);
	return false;
}

/* A schema that a newer program has changed is left as it is: an older one would put its
 * own functions over the newer tables. */
static bool is_no_newer(struct db *db, struct arena *a, const char *module,
			const struct migration *list, struct err *e)
{
	struct rows rows;
	int last = 0;

	for (; list && list->number; list++)
		last = list->number > last ? list->number : last;
	if (!db_run(db, a, &MIGRATE_NEWEST, &module, &rows, e))
		return false;
	if (row_int(&rows, 0, MIGRATE_NEWEST_NUMBER) <= last)
		return true;
	ERR(e, ERR_DB, "the schema was made by another program: %s %s is not of this one",
	    module, row_text(&rows, 0, MIGRATE_NEWEST_NUMBER));
	return err_hint(e, "Use the program that made it, a newer one most likely.");
}

bool migrate_module(struct db *db, const char *module, const struct migration *list,
		    int *n, struct err *e)
{
	struct arena *a = arena_new();
	bool ok = db_run(db, a, &MIGRATE_TABLE, NULL, NULL, e) &&
		  db_run(db, a, &MIGRATE_TABLE_COMMENT, NULL, NULL, e) &&
		  is_no_newer(db, a, module, list, e);

	for (; ok && list && list->number; list++) {
		int state = state_of(db, a, module, list, e);

		ok = state == 1 || (state == 0 && apply(db, a, module, list, e));
		*n += state == 0;
	}
	arena_free(a);
	return ok;
}

const char *migrate_functions_digest(const char *const *texts, char digest[DIGEST_TEXT])
{
	struct digest *all = digest_new();

	for (; *texts; texts++)
		digest_add(all, *texts, strlen(*texts));
	digest_end(all, digest);
	digest_free(all);
	return digest;
}

/* A body may name what a later text makes. */
static bool run_functions(struct db *db, const char *const *texts, struct err *e)
{
	if (!db_script(db, "set local check_function_bodies = off", e))
		return false;
	for (; *texts; texts++)
		if (!db_script(db, *texts, e))
			return false;
	return db_script(db,
			 "revoke execute on all functions in schema steward from public",
			 e);
}

bool migrate_functions(struct db *db, const char *module, const char *const *texts,
		       int *n, struct err *e)
{
	struct arena *a = arena_new();
	char now[DIGEST_TEXT];
	const char *find[] = { module, "0" };
	const char *record[] = { module, migrate_functions_digest(texts, now) };
	struct rows rows;
	bool ok = db_run(db, a, &MIGRATE_FIND, find, &rows, e);

	if (ok && (rows.n == 0 ||
		   strcmp(row_text(&rows, 0, MIGRATE_FIND_CHECKSUM), now) != 0)) {
		ok = run_functions(db, texts, e) &&
		     db_run(db, a, &MIGRATE_FUNCTIONS_RECORD, record, NULL, e);
		(*n)++;
	}
	arena_free(a);
	return ok;
}
