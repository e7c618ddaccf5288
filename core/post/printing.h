/* A letter on paper: what print.so makes of its text.  The same text gives the same
 * bytes. */
#ifndef STEWARD_PRINTING_H
#define STEWARD_PRINTING_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define PRINTING_BYTES (8 << 20)

struct printing {
	const char *text;	/* UTF-8, clean; lines end with \n */
	const char *language;	/* "zh", "en": which shapes characters have */
	const char *code;	/* in the QR code and below each page */
	const char *day;	/* YYYY-MM-DD, of the file */
};

/* What print.so shows as print_calls.  False where a character has no shape in any font
 * of this machine: nobody gets a letter with a box for his name. */
struct print_calls {
	bool (*pdf)(const struct printing *p, struct buf *out, struct err *e);
};

#endif
