#include "file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opening a pipe that nobody writes to would wait for ever: hence O_NONBLOCK, which plain files ignore. */
int file_open(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_errno(e, "could not open \"%s\"", path);
	} else if (!S_ISREG(st.st_mode)) {
		ERR(e, ERR_INPUT, "\"%s\" is not a file", path);
		err_hint(e, "Give a regular file: no folder, pipe or device.");
	} else
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}
