/* steward rules rehearse, adopt, withdraw, history, diff: how a draft comes into force, in the hands of
 * two persons, and what was in force when. */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app.h"
#include "base/money.h"
#include "base/text.h"
#include "config.h"
#include "office/adoption.h"
#include "office/adoption_sql.h"
#include "office/lookup.h"
#include "office/rehearse.h"
#include "office/rehearse_sql.h"
#include "out.h"
#include "progress.h"
#include "rules.h"
#include "street.h"
#include "ui/tr.h"
#include "views.h"

#define HASH_SHOWN 12

static const struct column person_columns[] = {
	{ .col = REHEARSE_PERSONS_CHANGE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = REHEARSE_PERSONS_NAME, .title = N_("Name") },
	{ .col = REHEARSE_PERSONS_REGION, .title = N_("Area") },
	{ .col = REHEARSE_PERSONS_MONTHLY_FEN, .title = N_("Yuan a month"), .kind = COLUMN_MONEY },
	{ .col = REHEARSE_PERSONS_BEFORE, .title = N_("In force"), .kind = COLUMN_SAY },
	{ .col = REHEARSE_PERSONS_AFTER, .title = N_("Draft"), .kind = COLUMN_SAY },
	{ .col = REHEARSE_PERSONS_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static const struct column history_columns[] = {
	{ .col = ADOPTION_HISTORY_PATH, .title = N_("Text") },
	{ .col = ADOPTION_HISTORY_HASH, .title = N_("Version"), .width = HASH_SHOWN },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY },
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = ADOPTION_HISTORY_AUTHOR, .title = N_("Author") },
	{ .col = ADOPTION_HISTORY_ADOPTED_BY, .title = N_("Adopted by") },
	{ .col = ADOPTION_HISTORY_ADOPTED_AT, .title = N_("At") },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"), .kind = COLUMN_DAY },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_BY, .title = N_("Withdrawn by") },
	{ 0 }
};

struct rehearsing { struct app *app; struct progress progress; };

static void show(void *ctx, const char *step, int64_t done, int64_t total)
{
	struct rehearsing *r = ctx;

	if (r->progress.is_terminal)
		progress_show(&r->progress, step, done, total);
}

static void tell_failed(void *ctx, const char *what, int64_t person_id, const char *message)
{
	struct rehearsing *r = ctx;

	progress_end(&r->progress);
	fprintf(stderr, "%s: %s\n", what, street_fault(r->app, message));
	if (person_id)
		fprintf(stderr, _("  at person %lld\n"), (long long)person_id);
}

/* The files named, or all of the folder: those that are other than what is in force. */
static struct rulebook *read_draft(struct app *app, struct db *db, int first, int32_t day,
				   struct err *e)
{
	struct rulebook *draft = rulebook_new(app->arena), *active;
	struct rules_texts t;

	active = adoption_book(db, app->arena, day, lookup_module_names(app->arena, app->modules), e);
	if (!active || !rules_read(app, first, &t, e))
		return NULL;
	for (int i = 0; i < t.book->n; i++) {
		const struct rule_file *f = &t.book->files[i], *is = rulebook_find(active, f->path);

		if ((app->nargs == first || t.is_named[i]) && (!is || strcmp(is->hash, f->hash) != 0))
			rulebook_put(draft, f);
	}
	rulebook_seal(draft);
	if (draft->n)
		return draft;
	ERR(e, ERR_USAGE, _("nothing is other than what is in force"));
	err_hint(e, _("Change a text in %s, or name a draft."), config_rules(app->config));
	return NULL;
}

static const char *yuan(struct app *app, int64_t fen)
{
	char text[MONEY_TEXT];

	return arena_strdup(app->arena, money_format(fen, text));
}

static void tell_rehearsed(struct app *app, const struct rehearsed *r)
{
	if (r->unjudged)
		fprintf(stderr, _("%lld persons have news that is not judged yet: run steward judge, "
				  "then rehearse again\n"), (long long)r->unjudged);
	fprintf(stderr, _("%s: %lld persons judged by both; %lld touched: %lld tasks arise, %lld vanish, "
			  "%lld change\n"), r->day, (long long)r->persons, (long long)r->touched,
		(long long)r->arises, (long long)r->vanishes, (long long)r->changes);
	fprintf(stderr, _("pensions a month: %s in force, %s if every task were carried out: %s; %lld "
			  "persons gain, %lld lose\n"), yuan(app, r->budget_fen),
		yuan(app, r->budget_fen + r->monthly_fen), yuan(app, r->monthly_fen),
		(long long)r->gains, (long long)r->loses);
	fprintf(stderr, _("rehearsal %lld: draft %.12s, result %.12s, %.1f s\n"), (long long)r->id,
		r->draft_hash, r->result_hash, r->ms / 1e3);
	fprintf(stderr, _("a second policy officer adopts it: steward rules adopt %.12s --from %s\n"),
		r->draft_hash, r->day);
}

static bool print_rehearsed(struct app *app, struct db *db, const struct rehearsed *r,
			    struct err *e)
{
	const char *params[] = { param_int(app->arena, r->id), app_option(app, "limit") };
	struct table t;

	if (!table_run(&t, db, app->arena, &REHEARSE_GROUPS, params, e))
		return false;
	out_table(app, &t, view_rehearse_groups, _("Groups"));
	if (!table_run(&t, db, app->arena, &REHEARSE_PERSONS, params, e))
		return false;
	out_table(app, &t, person_columns, _("Persons"));
	if (t.n < r->touched && app_number(app, "limit") > 0)
		fprintf(stderr, _("%d of %lld persons are listed; --limit N lists more\n"), t.n,
			(long long)r->touched);
	return true;
}

static bool rehearse(struct app *app, struct db *db, struct err *e)
{
	struct rehearsing ctx = { .app = app };
	int32_t day = app_day(app, "from");
	struct rehearse_options o = {
		.modules = app->modules, .worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config), .day = day,
		.region = app_option(app, "region"), .progress = show, .failed = tell_failed,
		.stop = &app_interrupted, .ctx = &ctx,
	};
	struct rehearsed r;
	bool ok;

	o.draft = read_draft(app, db, 1, day, e);
	if (!o.draft)
		return false;
	progress_init(&ctx.progress);
	ok = rehearse_run(db, &o, &r, e);
	progress_end(&ctx.progress);
	if (!ok)
		return false;
	tell_rehearsed(app, &r);
	return print_rehearsed(app, db, &r, e);
}

static bool is_hash(const char *s)
{
	return strlen(s) >= 8 && strspn(s, "0123456789abcdef") == strlen(s);
}

/* By the start of its hash, or by the files, which must be what was rehearsed. */
static bool find_rehearsal(struct app *app, struct db *db, struct rows *rows, struct err *e)
{
	const char *hash = app->args[1];
	const struct rulebook *draft;

	if (app->nargs != 2 || !is_hash(hash)) {
		draft = read_draft(app, db, 1, app_day(app, "from"), e);
		if (!draft)
			return false;
		hash = draft->hash;
	}
	if (!db_run(db, app->arena, &ADOPTION_REHEARSED, &hash, rows, e))
		return false;
	if (rows->n)
		return true;
	ERR(e, ERR_DENIED, _("this draft was not rehearsed as it is now (%.12s)"), hash);
	return err_hint(e, _("steward rules rehearse shows whom it touches; only that is adopted."));
}

static bool adopt(struct app *app, struct db *db, struct err *e)
{
	const char *params[3] = { NULL, NULL, app_option(app, "from") };
	struct rows rows;

	if (!find_rehearsal(app, db, &rows, e))
		return false;
	params[0] = row_text(&rows, 0, ADOPTION_REHEARSED_REHEARSAL_ID);
	params[1] = row_text(&rows, 0, ADOPTION_REHEARSED_DRAFT_HASH);
	if (!db_run(db, app->arena, &ADOPTION_ADOPT, params, &rows, e))
		return false;
	fprintf(stderr, _("%s texts of draft %.12s come into force on %s; everyone is judged anew then\n"),
		row_text(&rows, 0, 0), params[1], params[2] ? params[2] : _("the business day"));
	return true;
}

/* The path may be named in short, like the file it lies in; the version "-" is no text. */
static bool find_version(struct app *app, struct db *db, const char *path, const char *hash,
			 const char **whole, const char **text, struct err *e)
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
	return err_hint(e, _("steward rules history lists the texts and their versions."));
}

static bool withdraw(struct app *app, struct db *db, struct err *e)
{
	const char *params[3] = { NULL, NULL, app_option(app, "from") }, *text;

	if (app->nargs != 3)
		return ERR(e, ERR_USAGE, _("use: steward rules withdraw PATH VERSION [--from DAY]"));
	params[0] = app->args[1];
	if (!find_version(app, db, params[0], app->args[2], &params[1], &text, e) ||
	    !db_run(db, app->arena, &ADOPTION_WITHDRAW, params, NULL, e))
		return false;
	fputs(_("withdrawn; the version before it is in force from then on\n"), stderr);
	return true;
}

static bool history(struct app *app, struct db *db, struct err *e)
{
	const char *path = app->nargs > 1 ? app->args[1] : NULL;
	struct table t;

	if (!table_run(&t, db, app->arena, &ADOPTION_HISTORY, &path, e))
		return false;
	out_table(app, &t, history_columns, NULL);
	return true;
}

/* A text as a file that diff can open by its number. */
static int text_fd(const char *text)
{
	int fd = memfd_create("text", 0);
	size_t n = strlen(text);

	if (fd >= 0 && (write(fd, text, n) != (ssize_t)n || lseek(fd, 0, SEEK_SET) != 0)) {
		close(fd);
		return -1;
	}
	return fd;
}

/* diff -u does what diff does: 0 alike, 1 not. */
static bool run_diff(struct app *app, const char *const names[2], const char *const texts[2],
		     struct err *e)
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

/* The version that one came after, "-" when it is the first; hash NULL: that of the text in force. */
static const char *version_before(struct app *app, struct db *db, const char *path, const char *hash,
				  struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &ADOPTION_HISTORY, &path, e))
		return NULL;
	for (int i = 0; i < t.n; i++)
		if (strcmp(table_text(&t, i, ADOPTION_HISTORY_PATH), path) == 0 &&
		    (hash ? strncmp(table_text(&t, i, ADOPTION_HISTORY_HASH), hash, strlen(hash)) == 0 :
		     strcmp(table_text(&t, i, ADOPTION_HISTORY_STATE), "in force") == 0))
			return table_text(&t, i, ADOPTION_HISTORY_BEFORE);
	return "-";
}

/* The text of the folder, which a text that came with the program may be compared with. */
static bool find_in_folder(struct app *app, const char *path, const char **whole, const char **text,
			   struct err *e)
{
	struct rule_file f;

	if (!rulebook_read_file(app->arena, arena_printf(app->arena, "%s/%s", config_rules(app->config),
							 path), &f, e))
		return false;
	*whole = arena_strdup(app->arena, f.hash);
	*text = f.text;
	return true;
}

/* With two versions from the first to the second; with one what it changed; with none what the text in
 * force changed, and where nothing has ever been adopted, how the folder differs from it. */
static bool diff(struct app *app, struct db *db, struct err *e)
{
	const char *path = app->nargs > 1 ? app->args[1] : NULL, *texts[2], *hashes[2], *names[2];
	const char *given[2] = { NULL, app->nargs > 2 ? app->args[app->nargs - 1] : NULL };
	bool ok;

	if (!path || app->nargs > 4)
		return ERR(e, ERR_USAGE, _("use: steward rules diff PATH [VERSION [VERSION]]"));
	given[0] = app->nargs > 3 ? app->args[2] : version_before(app, db, path, given[1], e);
	if (!given[0])
		return false;
	if (app->nargs == 2 && strcmp(given[0], "-") == 0 &&
	    access(arena_printf(app->arena, "%s/%s", config_rules(app->config), path), R_OK) == 0)
		ok = find_version(app, db, path, NULL, &hashes[0], &texts[0], e) &&
		     find_in_folder(app, path, &hashes[1], &texts[1], e);
	else
		ok = find_version(app, db, path, given[0], &hashes[0], &texts[0], e) &&
		     find_version(app, db, path, given[1], &hashes[1], &texts[1], e);
	for (int i = 0; ok && i < 2; i++)
		names[i] = arena_printf(app->arena, "%s %.12s", path, hashes[i]);
	return ok && run_diff(app, names, texts, e);
}

bool rules_adoption(struct app *app, struct err *e)
{
	static const struct {
		const char *verb;
		bool (*run)(struct app *app, struct db *db, struct err *e);
	} verbs[] = {
		{ "rehearse", rehearse }, { "adopt", adopt }, { "withdraw", withdraw },
		{ "history", history }, { "diff", diff },
	};
	struct db *db = app_connect(app, "policy", e);
	bool ok = false;

	if (!db)
		return false;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (strcmp(app->args[0], verbs[i].verb) == 0)
			ok = verbs[i].run(app, db, e);
	db_close(db);
	return ok;
}
