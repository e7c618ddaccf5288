/* Rows as a spreadsheet file: what sheets.so shows as sheet_calls, loaded when a file of
 * that kind is asked for. */
#ifndef STEWARD_SHEET_H
#define STEWARD_SHEET_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct sheet_book;

struct sheet_calls {
	struct sheet_book *(*open)(void);
	/* A new sheet; what its name may not have is left out. */
	void (*sheet)(struct sheet_book *b, const char *name);
	/* Into the sheet; a number as one, in yuan where it has decimals. */
	void (*cell)(struct sheet_book *b, int row, int col, const char *text,
		     bool is_number);
	/* All of it, as bytes; the book is gone. */
	bool (*close)(struct sheet_book *b, struct buf *out, struct err *e);
};

#endif
