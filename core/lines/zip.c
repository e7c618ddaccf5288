#include "zip.h"

#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>

#define PARTS_MOST 10000
#define SMALL (INT64_C(100) << 20) /* what may be packed as tightly as it likes */
#define RATIO 200
#define UNPACKED_MOST (INT64_C(8) << 30)

struct zip {
	unzFile file;
	int64_t packed, unpacked; /* of the part, and of all that was read */
	int64_t here;
};

static bool no_book(struct err *e)
{
	ERR(e, ERR_INPUT, "the file is no whole spreadsheet (xlsx)");
	return err_hint(e, "Save it anew as .xlsx, without a password, and send that.");
}

struct zip *zip_of(int fd, struct err *e)
{
	struct zip *z = calloc(1, sizeof(*z));
	unz_global_info64 info = { 0 };
	char path[40];

	if (!z)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	z->file = unzOpen64(path);
	if (z->file && unzGetGlobalInfo64(z->file, &info) == UNZ_OK &&
	    info.number_entry <= PARTS_MOST)
		return z;
	if (z->file && info.number_entry > PARTS_MOST)
		ERR(e, ERR_INPUT, "the spreadsheet has more than %d parts", PARTS_MOST);
	else
		no_book(e);
	zip_close(z);
	return NULL;
}

void zip_close(struct zip *z)
{
	if (!z)
		return;
	if (z->file)
		unzClose(z->file);
	free(z);
}

bool zip_find(struct zip *z, const char *name)
{
	unz_file_info64 info;

	/* 2: the case of letters says nothing */
	if (unzLocateFile(z->file, name, 2) != UNZ_OK ||
	    unzGetCurrentFileInfo64(z->file, &info, NULL, 0, NULL, 0, NULL, 0) !=
		UNZ_OK ||
	    unzOpenCurrentFile(z->file) != UNZ_OK)
		return false;
	z->packed = (int64_t)info.compressed_size;
	z->here = 0;
	return true;
}

int zip_read(struct zip *z, char *out, unsigned most, struct err *e)
{
	int n = unzReadCurrentFile(z->file, out, most);

	if (n < 0) {
		no_book(e);
		return -1;
	}
	z->here += n;
	z->unpacked += n;
	if (z->unpacked <= UNPACKED_MOST &&
	    (z->here <= SMALL || z->here / RATIO <= z->packed))
		return n;
	ERR(e, ERR_INPUT, "the spreadsheet unpacks to far more than it is");
	err_hint(e, "No sheet of persons does; ask the sender what it is.");
	return -1;
}

bool zip_leave(struct zip *z, struct err *e)
{
	return unzCloseCurrentFile(z->file) != UNZ_CRCERROR || no_book(e);
}
