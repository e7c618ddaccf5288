#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <libgen.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_regular(const char *path, int fd, struct stat *st, struct err *e)
{
	if (fstat(fd, st) != 0)
		return err_errno(e, "could not look at \"%s\"", path);
	if (S_ISREG(st->st_mode))
		return true;
	ERR(e, ERR_INPUT, "\"%s\" is not a file", path);
	return err_hint(e, "Give a regular file: no folder, pipe or device.");
}

/* Opening a pipe that nobody writes to would wait for ever: hence O_NONBLOCK, which plain
 * files ignore. */
static int open_regular(const char *path, int flags, struct stat *st, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags);

	if (fd < 0 && errno == ELOOP && (flags & O_NOFOLLOW)) {
		ERR(e, ERR_DENIED, "\"%s\" is a link", path);
		err_hint(e, "Name the file itself.");
	} else if (fd < 0)
		err_errno(e, "could not open \"%s\"", path);
	if (fd < 0 || is_regular(path, fd, st, e))
		return fd;
	close(fd);
	return -1;
}

int file_open(const char *path, struct err *e)
{
	struct stat st;

	return open_regular(path, 0, &st, e);
}

static bool is_our_owner(const struct stat *st)
{
	return st->st_uid == 0 || st->st_uid == geteuid();
}

static bool foreign(const char *path, struct err *e)
{
	ERR(e, ERR_DENIED, "\"%s\" belongs to someone else", path);
	return err_hint(e, "Give it to root, or to the user who runs this: chown root %s",
			path);
}

static bool writable(const char *path, struct err *e)
{
	ERR(e, ERR_DENIED, "\"%s\" can be written by others", path);
	return err_hint(e, "Run: chmod go-w %s", path);
}

/* root's group is root's; Debian gives every user a group of his own, too.  Both may
 * write by default, as in a tree unpacked from an archive of git's, and let nobody else
 * in. */
static bool is_own_group(const struct stat *st)
{
	const struct passwd *owner = st->st_uid ? getpwuid(st->st_uid) : NULL;
	const struct group *group = owner ? getgrgid(st->st_gid) : NULL;

	return group && group->gr_gid == owner->pw_gid && !group->gr_mem[0] &&
	       strcmp(group->gr_name, owner->pw_name) == 0;
}

static bool others_write(const struct stat *st)
{
	return (st->st_mode & 02) ||
	       ((st->st_mode & 020) && st->st_gid != 0 && !is_own_group(st));
}

/* A folder that others may write to is accepted only when it is root's and sticky, as
 * /tmp is. */
static bool folder_is_ours(const char *folder, struct err *e)
{
	struct stat st;
	bool is_sticky;

	if (stat(folder, &st) != 0)
		return err_errno(e, "could not look at \"%s\"", folder);
	is_sticky = st.st_uid == 0 && (st.st_mode & S_ISVTX);
	if (others_write(&st) && !is_sticky)
		return writable(folder, e);
	return is_our_owner(&st) || foreign(folder, e);
}

bool file_place_is_ours(const char *path, struct err *e)
{
	char part[PATH_MAX], whole[PATH_MAX];
	const char *folder;

	snprintf(part, sizeof(part), "%s", path);
	folder = dirname(part);
	if (!realpath(folder, whole))
		return err_errno(e, "could not look at \"%s\"", folder);
	for (; strcmp(whole, "/") != 0; dirname(whole))
		if (!folder_is_ours(whole, e))
			return false;
	return true;
}

int file_open_ours(const char *path, struct err *e)
{
	struct stat st;
	int fd = open_regular(path, O_NOFOLLOW, &st, e);
	bool ok = false;

	if (fd < 0)
		return -1;
	if (!is_our_owner(&st))
		foreign(path, e);
	else if (others_write(&st))
		writable(path, e);
	else
		ok = file_place_is_ours(path, e);
	if (ok)
		return fd;
	close(fd);
	return -1;
}

/* As much as it has: a file that grows meanwhile is cut where it ended. */
static char *read_whole(struct arena *a, int fd, size_t size, size_t *n)
{
	char *text = arena_alloc(a, size + 1);

	for (*n = 0; *n < size;) {
		ssize_t got = read(fd, text + *n, size - *n);

		if (got < 0)
			return NULL;
		if (got == 0)
			break;
		*n += (size_t)got;
	}
	return text;
}

char *file_text(struct arena *a, int fd, const char *path, size_t most, size_t *n,
		struct err *e)
{
	struct stat st;
	char *text = NULL;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && (size_t)st.st_size > most) {
		ERR(e, ERR_INPUT, "\"%s\" is larger than %zu bytes", path, most);
	} else {
		text = read_whole(a, fd, (size_t)st.st_size, n);
		if (!text)
			err_errno(e, "could not read \"%s\"", path);
	}
	close(fd);
	return text;
}
