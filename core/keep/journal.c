#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "host/cluster.h"
#include "host/config.h"
#include "host/connect.h"
#include "say/tr.h"

static const char *folder_of(struct app *app)
{
	const char *target = connect_target(app), *given = config_journal(app->config);

	if (given)
		return given;
	return connect_is_folder(target) ? arena_printf(app->arena, "%s/journal", target)
					 : NULL;
}

static bool put(int fd, const char *text, size_t n, struct err *e)
{
	while (n > 0) {
		ssize_t k = write(fd, text, n);

		if (k <= 0)
			return err_errno(e, _("could not write the journal"));
		text += k;
		n -= (size_t)k;
	}
	return true;
}

/* No two journals begin alike. */
static bool begin(struct journal *j, struct err *e)
{
	unsigned char bytes[16] = { 0 };
	char name[DIGEST_TEXT], line[DIGEST_TEXT + 40];
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && read(fd, bytes, sizeof(bytes)) == sizeof(bytes);

	if (fd >= 0)
		close(fd);
	if (!ok)
		return err_errno(e, _("could not write the journal"));
	snprintf(line, sizeof(line), "{\"journal\": \"%s\"}",
		 digest_bytes(bytes, sizeof(bytes), name));
	return journal_line(j, line, e);
}

/* Beside a private cluster it belongs to whom the cluster belongs. */
bool journal_open(struct app *app, struct journal *j, struct err *e)
{
	bool is_ours = config_journal(app->config) != NULL, ok = true;
	struct stat st;
	int folder = -1;

	*j = (struct journal){ .folder = folder_of(app), .fd = -1 };
	if (!j->folder)
		return true;
	if (!is_ours && !cluster_lower_rights(e)) {
		cluster_raise_rights();
		return false;
	}
	if (mkdir(j->folder, 0700) == 0 || errno == EEXIST)
		folder = open(j->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder >= 0)
		j->fd =
		    openat(folder, "sent",
			   O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (j->fd < 0 || fstat(j->fd, &st) != 0)
		ok = err_errno(e, _("could not open the journal in \"%s\""), j->folder);
	if (!is_ours)
		cluster_raise_rights();
	if (folder >= 0)
		close(folder);
	return ok && (st.st_size > 0 || begin(j, e));
}

void journal_close(struct journal *j)
{
	if (j->fd >= 0)
		close(j->fd);
	j->fd = -1;
}

bool journal_line(struct journal *j, const char *line, struct err *e)
{
	if (j->fd < 0)
		return true;
	return put(j->fd, line, strlen(line), e) && put(j->fd, "\n", 1, e) &&
	       (fdatasync(j->fd) == 0 || err_errno(e, _("could not write the journal")));
}

static bool copy_run(struct db *db, const char *copy, int fd, struct digest *d,
		     struct err *e)
{
	size_t n = 1;
	char *data;
	bool ok = db_copy_start(db, copy, e);

	while (ok && n > 0) {
		ok = db_copy_read(db, &data, &n, e) && (n == 0 || put(fd, data, n, e));
		if (ok && n > 0) {
			digest_add(d, data, n);
			db_copy_done(data);
		}
	}
	return ok && (fsync(fd) == 0 || err_errno(e, _("could not write the journal")));
}

static int open_run(struct app *app, const char *path, struct err *e)
{
	bool is_ours = config_journal(app->config) != NULL;
	int fd = -1;

	if (is_ours || cluster_lower_rights(e))
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
			  0600);
	if (!is_ours)
		cluster_raise_rights();
	if (fd < 0)
		err_errno(e, _("could not write the journal"));
	return fd;
}

/* It gets its name when it is whole: a run that is exported again, as it is by then, has
 * a file of its own. */
static bool name_run(struct app *app, const char *begun, const char *name, struct err *e)
{
	bool is_ours = config_journal(app->config) != NULL;
	bool ok = is_ours || cluster_lower_rights(e);

	if (ok && rename(begun, name) != 0)
		ok = err_errno(e, _("could not write the journal"));
	if (!is_ours)
		cluster_raise_rights();
	return ok;
}

bool journal_run(struct app *app, struct db *db, struct journal *j, const char *run,
		 struct err *e)
{
	struct arena *a = app->arena;
	const char *begun, *copy;
	struct digest *d;
	char hex[DIGEST_TEXT];
	bool ok;
	int fd;

	if (j->fd < 0)
		return true;
	begun = arena_printf(a, "%s/.run.begun", j->folder);
	copy = arena_printf(a,
			    "copy (select steward.run_kept(%s)) to stdout (format csv, "
			    "delimiter E'\t', quote E'\x01')",
			    run);
	fd = open_run(app, begun, e);
	if (fd < 0)
		return false;
	d = digest_new();
	ok = copy_run(db, copy, fd, d, e);
	digest_end(d, hex);
	digest_free(d);
	close(fd);
	return ok &&
	       name_run(app, begun, arena_printf(a, "%s/run-%s-%s", j->folder, run, hex),
			e) &&
	       journal_line(j,
			    arena_printf(a,
					 "{\"export\": \"%s\", \"sha256\": "
					 "\"%s\"}",
					 run, hex),
			    e);
}

bool journal_step(struct app *app, const char *what, const char *run, struct err *e)
{
	struct journal j;
	bool ok =
	    journal_open(app, &j, e) &&
	    journal_line(&j, arena_printf(app->arena, "{\"%s\": \"%s\"}", what, run), e);

	journal_close(&j);
	return ok;
}

bool journal_mark(struct app *app, const char **bytes, char digest[DIGEST_TEXT],
		  struct err *e)
{
	struct journal j;
	struct stat st = { .st_size = 0 };
	bool ok = journal_open(app, &j, e);

	digest_bytes("", 0, digest);
	if (ok && j.fd >= 0)
		ok = fstat(j.fd, &st) == 0 && lseek(j.fd, 0, SEEK_SET) == 0 &&
		     digest_descriptor(j.fd, digest, e);
	*bytes = arena_printf(app->arena, "%lld", (long long)st.st_size);
	journal_close(&j);
	return ok;
}
