#include "draft_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "say/tr.h"

static bool write_all(int fd, const char *s, size_t n)
{
	while (n) {
		ssize_t put = write(fd, s, n);

		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0) {
			s += put;
			n -= (size_t)put;
		}
	}
	return fsync(fd) == 0;
}

static bool make_folders(struct arena *a, const char *name, struct err *e)
{
	for (const char *p = name + 1; (p = strchr(p, '/')); p++) {
		const char *folder = arena_strndup(a, name, (size_t)(p - name));

		if (mkdir(folder, 0777) != 0 && errno != EEXIST)
			return err_errno(e, _("could not make \"%s\""), folder);
	}
	return true;
}

const char *draft_file(struct arena *a, const char *folder, const char *path,
		       const char *text, bool *was_there, struct err *e)
{
	const char *name = arena_printf(a, "%s/%s", folder, path);
	int fd;

	if (!make_folders(a, name, e))
		return NULL;
	fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (was_there)
		*was_there = fd < 0 && errno == EEXIST;
	if (fd < 0 && was_there && *was_there)
		return name;
	if (fd < 0) {
		err_errno(e, _("could not make \"%s\""), name);
		return NULL;
	}
	if (!write_all(fd, text, strlen(text))) {
		err_errno(e, _("could not write \"%s\""), name);
		unlink(name);
		name = NULL;
	}
	close(fd);
	return name;
}
