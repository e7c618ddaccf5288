/* steward rules adopt, withdraw, history, diff: how a draft comes into force, in the
 * hands of two persons, and what was in force when. */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "adopt.h"
#include "base/date.h"
#include "host/app.h"
#include "host/config.h"
#include "host/out.h"
#include "judge/adoption.h"
#include "judge/adoption_sql.h"
#include "office/lookup.h"
#include "say/tr.h"

#define HASH_SHOWN 12

static const struct column history_columns[] = {
	{ .col = ADOPTION_HISTORY_PATH, .title = N_("Text") },
	{ .col = ADOPTION_HISTORY_HASH, .title = N_("Version"), .width = HASH_SHOWN },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY },
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = ADOPTION_HISTORY_AUTHOR, .title = N_("Author") },
	{ .col = ADOPTION_HISTORY_ADOPTED_BY, .title = N_("Adopted by") },
	{ .col = ADOPTION_HISTORY_ADOPTED_AT, .title = N_("At") },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"),
	  .kind = COLUMN_DAY },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_BY, .title = N_("Withdrawn by") },
	{ 0 }
};

static bool is_hash(const char *s)
{
	return strlen(s) >= 8 && strspn(s, "0123456789abcdef") == strlen(s);
}

/* A text as a file that diff can open by its number. */
static int text_fd(const char *text)
{
	int fd = memfd_create("text", 0);
	size_t n = strlen(text);

	if (fd >= 0 &&
	    (write(fd, text, n) != (ssize_t)n || lseek(fd, 0, SEEK_SET) != 0)) {
		close(fd);
		return -1;
	}
	return fd;
}

/* diff -u does what diff does: 0 alike, 1 not. */
static bool run_diff(struct app *app, const char *const names[2],
		     const char *const texts[2], struct err *e)
{
	int fds[2] = { text_fd(texts[0]), text_fd(texts[1]) }, status = -1;
	char *argv[] = {
		(char *)"diff", (char *)"-u", (char *)"--label", (char *)names[0],
		(char *)"--label", (char *)names[1],
		arena_printf(app->arena, "/dev/fd/%d", fds[0]),
		arena_printf(app->arena, "/dev/fd/%d", fds[1]), NULL
	};
	extern char **environ;
	pid_t pid;

	fflush(stdout);
	if (fds[0] < 0 || fds[1] < 0 ||
	    (errno = posix_spawnp(&pid, "diff", NULL, NULL, argv, environ)) != 0 ||
	    waitpid(pid, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
		err_errno(e, _("could not run diff"));
	close(fds[0]);
	close(fds[1]);
	return e->code == ERR_NONE;
}

/* By its hash, or by the files, which must be what was rehearsed; by a part of the hash
 * when it is the only one that begins so. */
static bool find_rehearsal(struct app *app, struct db *db, struct rows *rows,
			   bool *by_part, struct err *e)
{
	const char *hash = app->args[1];
	const struct rulebook *draft;
	const char *params[2] = { NULL, app_option(app, "from") };

	*by_part = app->nargs == 2 && is_hash(hash) && strlen(hash) < DIGEST_TEXT - 1;
	if (app->nargs != 2 || !is_hash(hash)) {
		draft = rules_read_draft(app, db, 1, app_day(app, "from"), e);
		if (!draft)
			return false;
		hash = draft->hash;
	}
	params[0] = hash;
	if (!db_run(db, app->arena, &ADOPTION_REHEARSED, params, rows, e))
		return false;
	if (rows->n == 1)
		return true;
	if (rows->n > 1) {
		ERR(e, ERR_USAGE, _("%d drafts were rehearsed whose hash begins with %s"),
		    rows->n, hash);
		return err_hint(e,
				_("Give the whole hash of the one you have looked at."));
	}
	ERR(e, ERR_DENIED, _("this draft was not rehearsed as it is now (%.12s)"), hash);
	return err_hint(e, _("steward rules rehearse shows whom it touches; only that is "
			     "adopted."));
}

/* Each text of the draft beside the one in force. */
static bool show_draft(struct app *app, struct db *db, const struct rulebook *draft,
		       struct err *e)
{
	const struct rulebook *active =
	    adoption_book(db, app->arena, app_day(app, "from"),
			  lookup_module_names(app->arena, app->modules), e);

	for (int i = 0; active && i < draft->n; i++) {
		const struct rule_file *f = &draft->files[i],
				       *is = rulebook_find(active, f->path);
		const char *names[] = {
			arena_printf(app->arena, "%s %.12s", f->path,
				     is ? is->hash : "-"),
			arena_printf(app->arena, "%s %.12s", f->path, f->hash),
		};
		const char *texts[] = { is ? is->text : "", f->text };

		if (!run_diff(app, names, texts, e))
			return false;
	}
	return active != NULL;
}

/* A few digits may stand for a text that nobody meant: who gives no more says yes to what
 * he sees. */
static bool says_yes(const char *hash, struct err *e)
{
	char answer[16] = "";

	if (isatty(0) && isatty(2)) {
		fprintf(stderr, _("adopt this draft, %s? type yes: "), hash);
		if (fgets(answer, sizeof(answer), stdin) && strcmp(answer, "yes\n") == 0)
			return true;
	}
	ERR(e, ERR_DENIED, _("nothing was adopted"));
	return err_hint(e, _("Give the whole hash: steward rules adopt %s"), hash);
}

/* What the adopting person's own rehearsal shows must be what the author's showed. */
bool rules_adopt(struct app *app, struct db *db, struct err *e)
{
	const char *params[3] = { NULL, NULL, app_option(app, "from") }, *hash, *day_text;
	struct tried t = { .day = DATE_NONE };
	struct rows rows;
	bool by_part;

	if (!find_rehearsal(app, db, &rows, &by_part, e))
		return false;
	if (row_text(&rows, 0, ADOPTION_REHEARSED_IS_OWN)[0] == 't') {
		ERR(e, ERR_DENIED, _("a draft is put into force by a second person"));
		return err_hint(e, _("You rehearsed it yourself; another policy officer "
				     "must adopt it."));
	}
	params[0] = row_text(&rows, 0, ADOPTION_REHEARSED_REHEARSAL_ID);
	hash = row_text(&rows, 0, ADOPTION_REHEARSED_DRAFT_HASH);
	day_text = row_text(&rows, 0, ADOPTION_REHEARSED_DAY);
	date_parse(day_text, strlen(day_text), &t.day);
	t.checks = row_int(&rows, 0, ADOPTION_REHEARSED_REHEARSAL_ID);
	t.draft = adoption_draft(db, app->arena, params[0], hash,
				 lookup_module_names(app->arena, app->modules), e);
	if (t.draft && t.draft->n == 1 &&
	    !rules_is_news(app, db, &t.draft->files[0], t.day, e))
		return false;
	if (!t.draft || (by_part && !show_draft(app, db, t.draft, e)) ||
	    !rules_rehearse_draft(app, db, &t, e) || (by_part && !says_yes(hash, e)))
		return false;
	params[1] = param_int(app->arena, t.days->id);
	if (!params[2])
		params[2] = day_text;
	if (!db_run(db, app->arena, &ADOPTION_ADOPT, params, &rows, e))
		return false;
	fprintf(stderr, _("%s texts of draft %.12s come into force on %s; everyone is "
			  "judged anew then\n"), row_text(&rows, 0, 0), hash, params[2]);
	return true;
}

/* The path may be named in short, like the file it lies in; the version "-" is no
 * text. */
static bool find_version(struct app *app, struct db *db, const char *path,
			 const char *hash, const char **whole, const char **text,
			 struct err *e)
{
	const char *params[] = { path, hash };
	struct rows rows;

	*whole = "-";
	*text = "";
	if (hash && strcmp(hash, "-") == 0)
		return true;
	if (!db_run(db, app->arena, &ADOPTION_TEXT, params, &rows, e))
		return false;
	if (rows.n == 1) {
		*whole = row_text(&rows, 0, ADOPTION_TEXT_HASH);
		*text = row_text(&rows, 0, ADOPTION_TEXT_BODY);
		return true;
	}
	if (hash)
		ERR(e, ERR_USAGE, _("there is no one version %s of \"%s\""), hash, path);
	else
		ERR(e, ERR_USAGE, _("no text \"%s\" is in force"), path);
	return err_hint(e,
			_("steward rules history lists the texts and their versions."));
}

/* What is in force in the place of a version that is withdrawn, as a draft, and from
 * which day on. */
static const struct rulebook *without(struct app *app, struct db *db,
				      const char *const *params, int32_t *day,
				      struct err *e)
{
	struct rulebook *b = rulebook_new(app->arena);
	struct rule_file f = { .kind = params[0][0], .path = params[0] };
	const char *text;
	struct rows rows;

	if (!db_run(db, app->arena, &ADOPTION_WITHOUT, params, &rows, e))
		return NULL;
	if (rows.n == 0) {
		ERR(e, ERR_STALE,
		    _("no adopted version %.12s of \"%s\" can be withdrawn"), params[1],
		    params[0]);
		err_hint(e, "%s", _("steward rules history lists the versions; what came "
				    "with the program can be replaced, not withdrawn."));
		return NULL;
	}
	text = row_text(&rows, 0, ADOPTION_WITHOUT_DAY);
	date_parse(text, strlen(text), day);
	f.text = row_text(&rows, 0, ADOPTION_WITHOUT_BODY);
	f.n = strlen(f.text);
	snprintf(f.hash, sizeof(f.hash), "%s", row_text(&rows, 0, ADOPTION_WITHOUT_HASH));
	rulebook_put(b, &f);
	rulebook_seal(b);
	return b;
}

/* Rehearsed by each of the two, like what comes into force. */
bool rules_withdraw(struct app *app, struct db *db, struct err *e)
{
	const char *params[4] = { app->args[1], NULL, app_option(app, "from") }, *text;
	struct tried t = { .is_withdrawal = true };
	struct rows rows;

	if (!find_version(app, db, params[0], app->args[2], &params[1], &text, e) ||
	    !(t.draft = without(app, db, params, &t.day, e)) ||
	    !rules_rehearse_draft(app, db, &t, e))
		return false;
	params[3] = param_int(app->arena, t.days->id);
	if (!db_run(db, app->arena, &ADOPTION_WITHDRAW, params, &rows, e))
		return false;
	fputs(row_text(&rows, 0, 0)[0] == 't'
		  ? _("withdrawn; the version before it is in force from then on\n")
		  : _("proposed; it is withdrawn when a second policy officer says the "
		      "same\n"),
	      stderr);
	return rules_print_rehearsed(app, db, &t, e);
}

bool rules_history(struct app *app, struct db *db, struct err *e)
{
	const char *path = app->nargs > 1 ? app->args[1] : NULL;
	struct table t;

	if (!table_run(&t, db, app->arena, &ADOPTION_HISTORY, &path, e))
		return false;
	out_table(app, &t, history_columns, NULL);
	return true;
}

/* The version that one came after, "-" when it is the first; hash NULL: that of the text
 * in force. */
static const char *version_before(struct app *app, struct db *db, const char *path,
				  const char *hash, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &ADOPTION_HISTORY, &path, e))
		return NULL;
	for (int i = 0; i < t.n; i++)
		if (strcmp(table_text(&t, i, ADOPTION_HISTORY_PATH), path) == 0 &&
		    (hash ? strncmp(table_text(&t, i, ADOPTION_HISTORY_HASH), hash,
				    strlen(hash)) == 0
			  : strcmp(table_text(&t, i, ADOPTION_HISTORY_STATE),
				   "in force") == 0))
			return table_text(&t, i, ADOPTION_HISTORY_BEFORE);
	return "-";
}

/* The text of the folder, which a text that came with the program may be compared
 * with. */
static bool find_in_folder(struct app *app, const char *path, const char **whole,
			   const char **text, struct err *e)
{
	struct rule_file f;

	if (!rulebook_read_file(app->arena,
				arena_printf(app->arena, "%s/%s",
					     config_rules(app->config), path),
				&f, e))
		return false;
	*whole = arena_strdup(app->arena, f.hash);
	*text = f.text;
	return true;
}

/* With two versions from the first to the second; with one what it changed; with none
 * what the text in force changed, and where nothing has ever been adopted, how the folder
 * differs from it. */
bool rules_diff(struct app *app, struct db *db, struct err *e)
{
	const char *path = app->nargs > 1 ? app->args[1] : NULL, *texts[2], *hashes[2],
		   *names[2];
	const char *given[2] = { NULL,
				 app->nargs > 2 ? app->args[app->nargs - 1] : NULL };
	bool ok;

	given[0] =
	    app->nargs > 3 ? app->args[2] : version_before(app, db, path, given[1], e);
	if (!given[0])
		return false;
	if (app->nargs == 2 && strcmp(given[0], "-") == 0 &&
	    access(arena_printf(app->arena, "%s/%s", config_rules(app->config), path),
		   R_OK) == 0)
		ok = find_version(app, db, path, NULL, &hashes[0], &texts[0], e) &&
		     find_in_folder(app, path, &hashes[1], &texts[1], e);
	else
		ok = find_version(app, db, path, given[0], &hashes[0], &texts[0], e) &&
		     find_version(app, db, path, given[1], &hashes[1], &texts[1], e);
	for (int i = 0; ok && i < 2; i++)
		names[i] = arena_printf(app->arena, "%s %.12s", path, hashes[i]);
	return ok && run_diff(app, names, texts, e);
}
