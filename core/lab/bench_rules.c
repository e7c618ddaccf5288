#include "bench_rules.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "host/config.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "lab/bench_sql.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "office/lookup.h"
#include "rule/engine.h"
#include "rule/wire.h"

#define CHUNK_BYTES 65536
#define ROWS_MOST 200000
#define ROUNDS_MOST 9

/* Rows as the server sends them, in pieces as the judge hands them over. */
struct rows_kept { struct buf all; size_t *ends; int n; int64_t persons; };

static bool keep_rows(struct app *app, struct db *db, struct rows_kept *k, struct err *e)
{
	bool is_first = true;
	char *data;
	size_t n, start = 0;

	k->ends = arena_alloc(app->arena, sizeof(*k->ends) * ROWS_MOST);
	if (!db_copy_start(
		db,
		arena_printf(app->arena,
			     "copy ("
			     "select k.person_id, k.judged, k.body, k.region_code from "
			     "person_pack k"
			     " limit %d) to stdout "
			     "(format binary)",
			     ROWS_MOST),
		e))
		return false;
	for (;; is_first = false) {
		size_t skip = is_first ? DB_COPY_HEADER_LEN : 0;

		if (!db_copy_read(db, &data, &n, e))
			return false;
		if (n == 0)
			break;
		if (n - skip != DB_COPY_END_LEN) {
			buf_add(&k->all, data + skip, n - skip);
			k->persons++;
		}
		db_copy_done(data);
		if (k->all.len - start >= CHUNK_BYTES)
			start = k->ends[k->n++] = k->all.len;
	}
	if (k->all.len > start)
		k->ends[k->n++] = k->all.len;
	return true;
}

static bool judge_isolated(const struct engine_options *o, const struct rows_kept *k,
			   double *ms, struct err *e)
{
	double start = clock_ms();
	struct engine_results out = { .found = fopen("/dev/null", "we") };
	struct engine *en = engine_start(o, e);
	bool ok = en && out.found;
	size_t at = 0;

	for (int i = 0; ok && i < k->n; at = k->ends[i++])
		ok = engine_persons(en, k->all.data + at, k->ends[i] - at, &out, e);
	ok = ok && engine_finish(en, &out, e);
	engine_stop(en);
	if (out.found)
		fclose(out.found);
	*ms = clock_ms() - start;
	return ok;
}

/* In the child: frames from a file, answers to nobody. */
static void run_alone(const char *worker, const char *frames)
{
	char *argv[] = { (char *)"steward-worker", (char *)"--alone", NULL };
	int in = open(frames, O_RDONLY), out = open("/dev/null", O_WRONLY);
	int shared = memfd_create("alone", 0);

	if (in < 0 || out < 0 || shared < 0 ||
	    ftruncate(shared, sizeof(struct in_flight)) != 0)
		_exit(126);
	dup2(shared, 20);
	dup2(in, 21);
	dup2(out, 22);
	dup2(20, WORKER_SHARED);
	dup2(21, WORKER_IN);
	dup2(22, WORKER_OUT);
	execv(worker, argv);
	_exit(127);
}

static bool judge_alone(const char *worker, const char *frames, double *ms, struct err *e)
{
	double start = clock_ms();
	pid_t pid = fork();
	int status = -1;

	if (pid == 0)
		run_alone(worker, frames);
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return err_errno(e, "could not run %s", worker);
	*ms = clock_ms() - start;
	return status == 0 ||
	       ERR(e, ERR_SYSTEM, "%s --alone ended with %d", worker, status);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(double *ms, int n)
{
	qsort(ms, (size_t)n, sizeof(*ms), by_size);
	return ms[n / 2];
}

static bool measure(struct engine_options *o, const struct rows_kept *k, int rounds,
		    struct bench_rules *out, struct err *e)
{
	double isolated[ROUNDS_MOST], alone[ROUNDS_MOST], unmeasured;
	char frames[] = "/tmp/steward-frames-XXXXXX";
	int fd = mkstemp(frames), n = 0;
	bool ok;

	o->copy = fd < 0 ? NULL : fdopen(fd, "w");
	ok = o->copy ? judge_isolated(o, k, &unmeasured, e) :
		       err_errno(e, "could not make a temporary file");
	if (o->copy)
		fclose(o->copy);
	o->copy = NULL;
	for (; ok && n < rounds && n < ROUNDS_MOST && !app_interrupted; n++)
		ok = judge_isolated(o, k, &isolated[n], e) &&
		     judge_alone(o->worker, frames, &alone[n], e);
	unlink(frames);
	if (!ok || n == 0)
		return false;
	*out = (struct bench_rules){ k->persons, median(isolated, n), median(alone, n) };
	return true;
}

bool bench_isolation(struct app *app, struct db *db, int rounds, struct bench_rules *out,
		     struct err *e)
{
	struct rows_kept k = { 0 };
	struct engine_options o = {
		.worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config),
	};
	struct rows today;
	bool ok;

	facts_tell(facts_of(app->arena, app->modules, subject_at(app->modules, 0)), &o);
	if (!db_run(db, app->arena, &BENCH_DAY, NULL, &today, e))
		return false;
	o.today = (int32_t)row_int(&today, 0, 0);
	o.book = adoption_book(db, app->arena, o.today,
			       lookup_module_names(app->arena, app->modules), e);
	buf_init(&k.all, (size_t)1 << 30);
	ok = o.book && keep_rows(app, db, &k, e) && measure(&o, &k, rounds, out, e);
	buf_done(&k.all);
	return ok;
}

const char *bench_draft(struct app *app, const char *folder, struct err *e)
{
	static const char from[] = "value = 12 }", to[] = "value = 11 }";
	const struct rulebook *book = texts_read(app, e);
	const struct rule_file *f =
	    book ? rulebook_find(book, "parameters/certification.lua") : NULL;
	const char *at = f ? strstr(f->text, from) : NULL, *path;
	FILE *out;

	if (!at)
		return ERR(e, ERR_RULE, "parameters/certification.lua has no 12 months"),
		       NULL;
	mkdir(arena_printf(app->arena, "%s/parameters", folder), 0755);
	path = arena_printf(app->arena, "%s/parameters/certification.lua", folder);
	out = fopen(path, "we");
	if (!out)
		return err_errno(e, "could not open \"%s\"", path), NULL;
	fprintf(out, "%.*s%s%s", (int)(at - f->text), f->text, to, at + strlen(from));
	return fclose(out) == 0 ? path
				: (err_errno(e, "could not write \"%s\"", path), NULL);
}
