#include "lines.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "private.h"

/* By its first bytes, and whether its map tells widths. */
static bool form_of(int fd, const struct lines_shape *shape, enum lines_form *form,
		    struct err *e)
{
	char first[8] = "";

	*form = LINES_AS_IT_IS;
	if (pread(fd, first, sizeof(first), 0) < 0)
		return err_errno(e, "could not read the file");
	if (memcmp(first, "\xd0\xcf\x11\xe0", 4) == 0) {
		ERR(e, ERR_INPUT, "the file is an old spreadsheet (.xls), or one with a "
				  "password");
		return err_hint(e, "Save it as .xlsx without a password, and send that.");
	}
	if (memcmp(first, "PK\3\4", 4) == 0)
		*form = LINES_SHEET;
	else if (shape->columns)
		*form = LINES_FIXED;
	return true;
}

bool lines_make(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		struct lines_made *m, struct err *e)
{
	FILE *out;
	bool ok;

	*m = (struct lines_made){ .fd = -1 };
	if (!form_of(fd, shape, &m->form, e) || m->form == LINES_AS_IT_IS)
		return e->code == ERR_NONE;
	out = tmpfile();
	if (!out)
		return err_errno(e, "could not make a temporary file");
	ok = m->form == LINES_SHEET ? sheet_lines(a, fd, shape, most, out, m, e)
				    : fixed_lines(a, fd, shape, most, out, m, e);
	if (ok && (ferror(out) || fflush(out) != 0 || fseek(out, 0, SEEK_SET) != 0 ||
		   (m->fd = fcntl(fileno(out), F_DUPFD_CLOEXEC, 0)) < 0))
		ok = err_errno(e, "could not write a temporary file");
	fclose(out);
	return ok;
}
