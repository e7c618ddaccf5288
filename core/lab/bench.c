/* steward bench: the shipped subcommands as separate processes, against what the server
 * itself can do with the same rows, turn about in one run.  Ratios of medians; seconds
 * are for the curious. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "bench_finder.h"
#include "bench_rules.h"
#include "host/app.h"
#include "lab.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "lab/bench_sql.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "say/tr.h"
#include "screens/views_sql.h"

#define ROUNDS_MOST	   100
#define IMPORT_ROUNDS_MOST 3 /* a million rows each */

struct series {
	const char *name;
	int n;
	double ms[ROUNDS_MOST];
};

struct bench {
	struct app *app;
	const char *folder, *program, *file;
	struct db *db; /* scheduled work */
	int rounds;
	long import_kb;
	int64_t touched, import_rows;
	struct series first, copy, judge, day, fresh, refresh, bare, import, rehearse;
	struct series anew,
	    written; /* facts of everybody: nothing changed, all changed */
	struct bench_finder finder;
	const char *draft; /* a file to rehearse */
	struct bench_rules rules;
};

static void add(struct series *s, double ms)
{
	s->ms[s->n++] = ms;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(const struct series *s)
{
	double sorted[ROUNDS_MOST];

	memcpy(sorted, s->ms, sizeof(*sorted) * (size_t)s->n);
	qsort(sorted, (size_t)s->n, sizeof(*sorted), by_size);
	return s->n ? sorted[s->n / 2] : 0;
}

/* Runs the program with words; its stdout into answer, its stderr away unless it
 * fails. */
static bool run_self(struct bench *b, char *const words[], char *answer, size_t size,
		     double *ms, long *kb, struct err *e)
{
	double start = clock_ms();
	struct rusage usage;
	int out[2], status;
	size_t len = 0;
	ssize_t n;
	pid_t pid;

	if (pipe(out) != 0)
		return err_errno(e, "could not make a pipe");
	pid = fork();
	if (pid == 0) {
		dup2(out[1], 1);
		close(out[0]);
		close(out[1]);
		execv(b->program, words);
		_exit(127);
	}
	close(out[1]);
	while ((n = read(out[0], answer + len, size - 1 - len)) > 0)
		len += (size_t)n;
	answer[len] = '\0';
	close(out[0]);
	if (pid < 0 || wait4(pid, &status, 0, &usage) < 0)
		return err_errno(e, "could not run %s", b->program);
	*ms = clock_ms() - start;
	*kb = usage.ru_maxrss;
	return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
	       ERR(e, ERR_SYSTEM, "%s %s failed", b->program, words[1]);
}

static bool self(struct bench *b, struct series *s, const char *a1, const char *a2,
		 const char *a3, char *answer, size_t size, struct err *e)
{
	char *words[] = { (char *)"steward", (char *)a1,	 (char *)"--db",
			  (char *)b->folder, (char *)"--format", (char *)"json",
			  (char *)a2,	     (char *)a3,	 NULL };
	double ms;
	long kb;

	if (!run_self(b, words, answer, size, &ms, &kb, e))
		return false;
	if (kb > b->import_kb && strcmp(a1, "import") == 0)
		b->import_kb = kb;
	add(s, ms);
	return true;
}

/* The draft beside the book in force, over everyone; the parts are printed as csv and
 * dropped. */
static bool rehearse(struct bench *b, struct err *e)
{
	char *words[] = { (char *)"steward",  (char *)"rules", (char *)"rehearse",
			  (char *)b->draft,   (char *)"--db",  (char *)b->folder,
			  (char *)"--format", (char *)"csv",   NULL };
	char answer[65536];
	double ms;
	long kb;

	if (!run_self(b, words, answer, sizeof(answer), &ms, &kb, e))
		return false;
	add(&b->rehearse, ms);
	return true;
}

static double json_number(const char *json, const char *name)
{
	const char *at = strstr(json, name);

	return at ? strtod(at + strlen(name) + 3, NULL) : -1;
}

/* The server's own speed: all fact columns of everyone as binary COPY. */
static bool copy_facts(struct bench *b, struct err *e)
{
	const struct facts *f =
	    facts_of(b->app->arena, b->app->modules, subject_at(b->app->modules, 0));
	const char *copy = arena_printf(b->app->arena,
					"copy (select person_id, %s from person_fact) "
					"to stdout (format binary)",
					f->columns);
	double ms;

	if (!bench_copy_out(b->db, copy, &ms, e))
		return false;
	add(&b->copy, ms);
	return true;
}

/* One in a thousand persons is written about, as a day's files do. */
static bool touch(struct bench *b, struct err *e)
{
	/* The same thousandth each time: this is about work, not about the speed of the
	 * disk. */
	const char *param = param_int(b->app->arena, 501);
	struct rows rows;

	if (!db_run(b->db, b->app->arena, &BENCH_TOUCH, &param, &rows, e))
		return false;
	b->touched = rows.n;
	return true;
}

/* Everybody's facts made anew from the tables they come from; the time of that step
 * alone. */
static bool anew(struct bench *b, struct series *s, char *answer, size_t size,
		 struct err *e)
{
	struct series whole = { 0 };

	if (!self(b, &whole, "judge", "--rebuild", NULL, answer, size, e))
		return false;
	add(s, json_number(answer, "facts_ms"));
	return true;
}

static bool one_round(struct bench *b, int round, struct err *e)
{
	char answer[4096];

	if (!copy_facts(b, e) ||
	    !self(b, &b->judge, "judge", "--all", NULL, answer, sizeof(answer), e))
		return false;
	if (round == 0)
		printf(_("judge --all: %.0f persons, %.0f findings, %.0f open tasks, "
			 "%.0f changed\n"),
		       json_number(answer, "judged"), json_number(answer, "findings"),
		       json_number(answer, "open_tasks"), json_number(answer, "changed"));
	if (!rehearse(b, e) || !touch(b, e) ||
	    !self(b, &b->day, "judge", NULL, NULL, answer, sizeof(answer), e))
		return false;
	add(&b->fresh, json_number(answer, "judge_ms"));
	return self(b, &b->refresh, "refresh", NULL, NULL, answer, sizeof(answer), e) &&
	       anew(b, &b->anew, answer, sizeof(answer), e);
}

/* A life sign for everyone on a day before all others, so that every row is new. */
static bool write_signs(struct bench *b, struct err *e)
{
	const char *copy = arena_printf(
	    b->app->arena,
	    "copy (select i.id_no, p.name, (select min(seen_on) - 1 from evidence) as "
	    "travel_date, "
	    "'bus' as route from person p join person_ident i using (person_id)"
	    " where p.birth_date < (select min(seen_on) - 1 from evidence)"
	    " order by i.id_no) "
	    "to stdout (format csv, header)");
	bool ok = cluster_lower_rights(e);
	FILE *f = ok ? fopen(b->file, "we") : NULL;
	char *data;
	size_t n;

	cluster_raise_rights();
	if (!f)
		return ok && err_errno(e, "could not write \"%s\"", b->file);
	b->import_rows = -1;
	ok = db_copy_start(b->db, copy, e);
	do {
		ok = ok && db_copy_read(b->db, &data, &n, e);
		if (ok && n) {
			ok =
			    fwrite(data, 1, n, f) == n || err_errno(e, "could not write");
			b->import_rows++;
		}
		if (ok)
			db_copy_done(data);
	} while (ok && n);
	return (fclose(f) == 0 && ok) ||
	       (e->code == ERR_NONE && err_errno(e, "could not write"));
}

/* The same file into a plain table: no key, no index, no check. */
static bool bare_copy(struct bench *b, struct err *e)
{
	FILE *f = fopen(b->file, "re");
	char piece[65536];
	double start;
	size_t n;
	bool ok;

	if (!f)
		return err_errno(e, "could not open \"%s\"", b->file);
	start = clock_ms();
	ok = db_copy_start(b->db, "copy bench_bare from stdin (format csv, header)", e);
	while (ok && (n = fread(piece, 1, sizeof(piece), f)) > 0)
		ok = db_copy_data(b->db, piece, n, e);
	ok = ok && db_copy_end(b->db, NULL, e);
	fclose(f);
	add(&b->bare, clock_ms() - start);
	return ok && db_script(b->db, "truncate bench_bare", e);
}

/* Measured is the import: a file of everybody would wait for a second person. */
static bool import_round(struct bench *b, struct err *e)
{
	char *words[] = { (char *)"steward",
			  (char *)"import",
			  (char *)"transport",
			  (char *)b->file,
			  (char *)"--db",
			  (char *)b->folder,
			  NULL };
	char answer[4096];
	double ms;
	long kb;

	if (!db_script(b->db, "delete from feed_contract where feed = 'transport'", e) ||
	    !write_signs(b, e) || !bare_copy(b, e) ||
	    !run_self(b, words, answer, sizeof(answer), &ms, &kb, e))
		return false;
	add(&b->import, ms);
	if (kb > b->import_kb)
		b->import_kb = kb;
	return true;
}

static bool board_read(struct bench *b, double *ms, struct err *e)
{
	struct stmt s = { .name = "bench_board",
			  .nparams = 1,
			  .text = arena_printf(b->app->arena,
					       "explain (analyze, timing off, "
					       "format json) %s",
					       BOARD_FIGURES.text) };
	const char *none = NULL;
	struct rows rows;

	for (int i = 0; i < 3; i++)
		if (!db_run(b->db, b->app->arena, &s, &none, &rows, e))
			return false;
	*ms = json_number(row_text(&rows, 0, 0), "\"Execution Time");
	return true;
}

static void print_ratio(const char *what, double ms, double base, const char *of,
			double goal)
{
	printf("%-44s %9.1f ms  %6.3f x %-22s (%s %.2f)\n", what, ms,
	       base > 0 ? ms / base : 0, of, _("goal"), goal);
}

static void report(const struct bench *b, double board_ms)
{
	double copy = median(&b->copy), judge = median(&b->judge);

	printf(_("medians of %d rounds, %d of the import; %lld persons touched a "
		 "round\n"),
	       b->rounds, b->import.n, (long long)b->touched);
	printf("%-44s %9.1f ms\n", _("binary COPY of the fact columns"), copy);
	print_ratio(_("judge --all, repeated (whole process)"), judge, copy,
		    _("that COPY"), 1.5);
	printf("%-44s %9.1f ms  %6.3f x %s\n", _("  the first one, every answer new"),
	       median(&b->first), median(&b->first) / copy, _("that COPY"));
	print_ratio(_("rehearsal of a draft (whole process)"), median(&b->rehearse),
		    judge, _("judge --all"), 2.5);
	print_ratio(_("judging in the worker, without the server"), b->rules.isolated_ms,
		    b->rules.alone_ms, _("one process"), 1.3);
	print_ratio(_("judging the touched"), median(&b->fresh), judge, _("judge --all"),
		    0.03);
	print_ratio(_("judge of a day (whole process)"), median(&b->day), judge,
		    _("judge --all"), 0.15);
	print_ratio(_("refresh of all figures (whole process)"), median(&b->refresh),
		    copy, _("that COPY"), 1.2);
	print_ratio(_("facts of everybody made anew"), median(&b->anew), copy,
		    _("that COPY"), 12);
	printf("%-44s %9.1f ms  %6.3f x %s\n", _("  every row otherwise, and written"),
	       median(&b->written), median(&b->written) / copy, _("that COPY"));
	printf("%-44s %9.1f ms  %6.3f x %s\n",
	       _("a finder: pairs among a million claim lines"), b->finder.ms,
	       b->finder.ms / b->finder.copy_ms, _("the COPY of these lines"));
	printf("%-44s %9.1f ms\n", _("bare COPY FROM of the life signs"),
	       median(&b->bare));
	print_ratio(_("import of the life signs (whole process)"), median(&b->import),
		    median(&b->bare), _("that COPY FROM"), 9);
	printf(_("import: %lld rows, %ld MB at most (goal 64)\n"),
	       (long long)b->import_rows, b->import_kb / 1024);
	printf(_("board read: %.2f ms of server time (goal 1)\n"), board_ms);
}

/* As if nobody had been judged before: the packed rows were emptied at the start, every
 * answer is news and is compared with what stands. */
static bool first_judge(struct bench *b, struct err *e)
{
	struct series unmeasured = { 0 };
	char answer[4096];

	if (!anew(b, &unmeasured, answer, sizeof(answer), e))
		return false;
	add(&b->first, json_number(answer, "judge_ms") + json_number(answer, "tasks_ms"));
	return true;
}

static bool run(struct bench *b, struct err *e)
{
	char answer[4096];
	double board_ms;
	struct series unmeasured = { 0 };

	/* The demo has just been made, or lies still: the first runs also fill the
	 * caches. */
	if (!first_judge(b, e) || !copy_facts(b, e) || !touch(b, e) ||
	    !self(b, &unmeasured, "judge", NULL, NULL, answer, sizeof(answer), e))
		return false;
	b->copy.n = 0;
	b->draft = bench_draft(b->app, b->folder, e);
	if (!b->draft)
		return false;
	for (int i = 0; i < b->rounds && !app_interrupted; i++)
		if (!one_round(b, i, e))
			return false;
	if (!board_read(b, &board_ms, e) ||
	    !bench_isolation(b->app, b->db, b->rounds, &b->rules, e))
		return false;
	for (int i = 0; i < b->rounds && i < IMPORT_ROUNDS_MOST && !app_interrupted; i++)
		if (!import_round(b, e))
			return false;
	if (app_interrupted)
		return ERR(e, ERR_CANCELLED, "stopped");
	if (!anew(b, &b->written, answer, sizeof(answer), e) ||
	    !bench_finder(b->app, b->db, &b->finder, e))
		return false;
	report(b, board_ms);
	return true;
}

static bool make_city(struct bench *b, struct err *e)
{
	char *words[] = { (char *)"steward",   (char *)"demo",
			  (char *)"--dir",     (char *)b->folder,
			  (char *)"--persons", (char *)app_option(b->app, "persons"),
			  (char *)"--batch",   NULL };
	char answer[65536];
	double ms;
	long kb;

	if (!run_self(b, words, answer, sizeof(answer), &ms, &kb, e))
		return false;
	printf(_("%s persons: files, facts, verdicts, tasks and figures in %.0f s\n"),
	       app_option(b->app, "persons"), ms / 1e3);
	return true;
}

/* The plain table is the owner's; scheduled work fills and empties it.  The packed rows
 * go, with the room they took, as if there had been none. */
static bool prepare(struct bench *b, struct err *e)
{
	struct db *db = cluster_open_owner(b->folder, e);
	bool ok =
	    db &&
	    db_script(db,
		      "set role steward_owner; create table if not exists bench_bare "
		      "(id_no text, name text, travel_date date, route text);"
		      "grant insert, truncate on bench_bare to steward_batch;"
		      "delete from person_pack",
		      e) &&
	    db_script(db, "vacuum person_pack", e);

	return cluster_close_owner(b->folder, db, e) && ok;
}

bool cmd_bench(struct app *app, struct err *e)
{
	struct bench b = { .app = app, .rounds = (int)app_number(app, "rounds") };
	const char *dir = app_option(app, "dir");
	bool ok;

	b.folder = dir ? connect_folder(app, dir)
		       : arena_printf(app->arena, "%s-bench",
				      cluster_default_folder(app->arena));
	b.program = "/proc/self/exe";
	b.file = arena_printf(app->arena, "%s/signs.csv", b.folder);
	if (!make_city(&b, e) || !prepare(&b, e))
		return false;
	b.db = db_open(cluster_conninfo(app->arena, b.folder, "batch"), DB_WORK, NULL, e);
	ok = b.db && run(&b, e);
	db_close(b.db);
	unlink(b.file);
	return ok;
}
