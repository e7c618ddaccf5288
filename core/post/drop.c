#include "drop.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

#define NAME_BYTES 128
#define TEXT_BYTES 100000

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, bytes, n);

		if (k <= 0)
			return false;
		bytes += k;
		n -= (size_t)k;
	}
	return fsync(fd) == 0;
}

/* What was begun before a kill is begun anew; a link that somebody laid is not
 * followed. */
static bool put_in(int folder, const char *begun, const char *name, const void *bytes,
		   size_t n)
{
	int fd;
	bool ok;

	unlinkat(folder, begun, 0);
	fd = openat(folder, begun, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		    0640);
	ok = fd >= 0 && write_all(fd, bytes, n);
	if (fd >= 0)
		ok = close(fd) == 0 && ok;
	return ok && renameat(folder, begun, folder, name) == 0 && fsync(folder) == 0;
}

enum handed drop_put(const char *folder, const struct outgoing *o, const char *ending,
		     const void *bytes, size_t n, struct err *e)
{
	char begun[NAME_BYTES], name[NAME_BYTES];
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok;

	snprintf(begun, sizeof(begun), ".%s.begun", o->key);
	snprintf(name, sizeof(name), "%s.%s", o->key, ending);
	ok = fd >= 0 && put_in(fd, begun, name, bytes, n);
	if (!ok)
		err_errno(e, "could not write \"%s\" in the export folder", name);
	if (fd >= 0)
		close(fd);
	return ok ? HANDED : HANDED_LATER;
}

enum handed drop_text(const char *folder, const struct outgoing *o, struct err *e)
{
	struct buf b;
	enum handed done;

	buf_init(&b, TEXT_BYTES);
	if (*o->to)
		buf_printf(&b, "To: %s\n\n", o->to);
	buf_printf(&b, "%s%s", o->body,
		   *o->body && o->body[strlen(o->body) - 1] == '\n' ? "" : "\n");
	done = drop_put(folder, o, "txt", b.data, b.len, e);
	buf_done(&b);
	return done;
}
