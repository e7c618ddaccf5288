#include "adoption.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "judge/adoption_sql.h"

#define JSON_MOST (1u << 20)

/* A text is what its hash says, or nothing is judged by it. */
static bool check_text(struct rule_file *f, const char *hash, struct err *e)
{
	f->n = strlen(f->text);
	digest_bytes(f->text, f->n, f->hash);
	if (strcmp(f->hash, hash) == 0)
		return true;
	ERR(e, ERR_RULE, "the archived text of \"%s\" is not what was adopted", f->path);
	return err_hint(e, "Its hash should be %.12s and is %.12s; restore rule_text "
			"from a backup.", hash, f->hash);
}

/* Rows of path, hash and text; a module that is not loaded has no rules here. */
static struct rulebook *book_of(struct arena *a, const struct rows *rows,
				const char *const *modules, struct err *e)
{
	struct rulebook *b = rulebook_new(a);

	for (int i = 0; i < rows->n; i++) {
		struct rule_file f = { .path = row_text(rows, i, ADOPTION_TEXTS_PATH),
				       .text = row_text(rows, i, ADOPTION_TEXTS_BODY) };

		if (!check_text(&f, row_text(rows, i, ADOPTION_TEXTS_HASH), e))
			return NULL;
		f.kind = rulebook_kind(modules, f.path);
		if (f.kind)
			rulebook_put(b, &f);
	}
	rulebook_seal(b);
	return b;
}

bool adoption_today(struct db *db, struct arena *a, int32_t *day, struct err *e)
{
	struct rows rows;
	const char *text;

	if (!db_run(db, a, &ADOPTION_TODAY, NULL, &rows, e))
		return false;
	text = row_text(&rows, 0, ADOPTION_TODAY_DAY);
	date_parse(text, strlen(text), day);
	return true;
}

struct rulebook *adoption_book(struct db *db, struct arena *a, int32_t day,
			       const char *const *modules, struct err *e)
{
	const char *param = day == DATE_NONE ? NULL : param_day(a, day);
	struct rows rows;
	struct rulebook *b;

	if (!db_run(db, a, &ADOPTION_TEXTS, &param, &rows, e))
		return NULL;
	b = book_of(a, &rows, modules, e);
	if (!b || b->n)
		return b;
	if (day == DATE_NONE)
		ERR(e, ERR_RULE, "no policy text is in force");
	else
		ERR(e, ERR_RULE, "no policy text is in force on %s", param);
	err_hint(e, "steward migrate puts those of the program into force, "
		    "from 1900 on.");
	return NULL;
}

struct rulebook *adoption_draft(struct db *db, struct arena *a, const char *rehearsal_id,
				const char *draft_hash, const char *const *modules,
				struct err *e)
{
	struct rows rows;
	struct rulebook *b;

	if (!db_run(db, a, &ADOPTION_DRAFT, &rehearsal_id, &rows, e))
		return NULL;
	b = book_of(a, &rows, modules, e);
	if (!b || strcmp(b->hash, draft_hash) == 0)
		return b;
	ERR(e, ERR_RULE, "the texts of this draft are not what its hash says");
	err_hint(e, "Is a module left out that it is about? steward doctor tells.");
	return NULL;
}

static bool archive_text(struct db *db, struct arena *a, const struct rule_file *f,
			 struct err *e)
{
	const char *params[] = { f->hash, f->path, f->text };

	return db_run(db, a, &ADOPTION_ARCHIVE, params, NULL, e);
}

bool adoption_install(struct db *db, const struct rulebook *book, int *n, struct err *e)
{
	struct arena *a = arena_new();
	bool ok = true;

	*n = 0;
	for (int i = 0; ok && i < book->n; i++) {
		const char *params[] = { book->files[i].path, book->files[i].hash };
		struct rows rows;

		ok = archive_text(db, a, &book->files[i], e) &&
		     db_run(db, a, &ADOPTION_INSTALL, params, &rows, e);
		*n += ok ? (int)rows.touched : 0;
	}
	arena_free(a);
	return ok;
}

bool adoption_archive(struct db *db, struct arena *a, const struct rulebook *book,
		      const char *jurisdiction, int32_t day, struct err *e)
{
	const char *params[] = { book->hash, jurisdiction, param_day(a, day), NULL };
	struct buf b;

	buf_init(&b, JSON_MOST);
	for (int i = 0; i < book->n; i++) {
		if (!archive_text(db, a, &book->files[i], e)) {
			buf_done(&b);
			return false;
		}
		buf_printf(&b, "%s\"%s\": \"%s\"", i ? ", " : "{", book->files[i].path,
			   book->files[i].hash);
	}
	buf_text(&b, book->n ? "}" : "{}");
	params[3] = arena_strdup(a, b.data);
	buf_done(&b);
	return db_run(db, a, &ADOPTION_BOOK, params, NULL, e);
}

/* A module has folders of its own name in those of rules, parameters, calculations. */
static const char *const *modules_of(struct arena *a, const struct rows *rows)
{
	const char **names = arena_alloc(a, sizeof(*names) * (size_t)(rows->n + 1));
	int n = 0;

	for (int i = 0; i < rows->n; i++) {
		const char *path = row_text(rows, i, ADOPTION_KEPT_PATH);
		const char *name = strchr(path, '/'),
			   *rest = name ? strchr(name + 1, '/') : NULL;

		if (rest)
			names[n++] =
			    arena_strndup(a, name + 1, (size_t)(rest - name) - 1);
	}
	names[n] = NULL;
	return names;
}

struct rulebook *adoption_kept(struct db *db, struct arena *a, const char *book_hash,
			       const char **jurisdiction, struct err *e)
{
	struct rulebook *b;
	struct rows rows;

	if (!db_run(db, a, &ADOPTION_KEPT, &book_hash, &rows, e))
		return NULL;
	if (rows.n == 0) {
		ERR(e, ERR_RULE, "there is no archived book %.12s", book_hash);
		return NULL;
	}
	*jurisdiction = row_text(&rows, 0, ADOPTION_KEPT_JURISDICTION);
	b = book_of(a, &rows, modules_of(a, &rows), e);
	if (b && strcmp(b->hash, book_hash) != 0) {
		ERR(e, ERR_RULE, "the archived book %.12s is not what judged", book_hash);
		return NULL;
	}
	return b;
}
