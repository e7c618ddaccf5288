/* Spreadsheet files by libxlsxwriter; a library of its own, loaded when one is asked for.
 * Rows lie in a file of their own while they are written: a million of them take no more
 * memory than one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "host/sheet.h"

#define NAME_MOST  31	/* characters of a sheet's name */

extern const struct sheet_calls sheet_calls;

struct sheet_book {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *money;
	int sheets, file;	/* the library writes to a path, this one in memory */
};

static struct sheet_book *open_book(void)
{
	struct sheet_book *b = calloc(1, sizeof(*b));
	lxw_workbook_options o = { .constant_memory = LXW_TRUE };
	char path[40];

	if (!b)
		abort();
	b->file = memfd_create("steward-sheets", MFD_CLOEXEC);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", b->file);
	b->book = workbook_new_opt(path, &o);
	b->money = workbook_add_format(b->book);
	format_set_num_format(b->money, "#,##0.00");
	return b;
}

/* Without []:*?/\ and not longer than a name may be, counted in characters; the same name
 * twice gets a number, and so does one of which nothing is left. */
static void new_sheet(struct sheet_book *b, const char *name)
{
	char clean[4 * NAME_MOST + 8];
	size_t n = 0, chars = 0;

	for (; *name; name++) {
		bool starts = ((unsigned char)*name & 0xc0) != 0x80;

		if (starts && chars++ == NAME_MOST - 4)
			break;
		if (!strchr("[]:*?/\\'", *name))
			clean[n++] = *name;
	}
	clean[n] = '\0';
	b->sheets++;
	if (n == 0 || workbook_get_worksheet_by_name(b->book, clean))
		snprintf(clean + n, sizeof(clean) - n, " %d", b->sheets);
	b->sheet = workbook_add_worksheet(b->book, clean);
	worksheet_freeze_panes(b->sheet, 1, 0);
}

static void put_cell(struct sheet_book *b, int row, int col, const char *text,
		     bool is_number)
{
	if (!b->sheet || !text[0])
		return;
	if (is_number)
		worksheet_write_number(b->sheet, (lxw_row_t)row, (lxw_col_t)col,
				       strtod(text, NULL),
				       strchr(text, '.') ? b->money : NULL);
	else
		worksheet_write_string(b->sheet, (lxw_row_t)row, (lxw_col_t)col, text,
				       NULL);
}

static bool close_book(struct sheet_book *b, struct buf *out, struct err *e)
{
	bool is_empty = b->sheets == 0;
	char piece[65536];
	ssize_t n;
	lxw_error why = workbook_close(b->book);
	bool ok = why == LXW_NO_ERROR ||
		  ERR(e, ERR_SYSTEM, "the spreadsheet could not be written: %s",
		      lxw_strerror(why));

	if (ok && is_empty)
		ok = ERR(e, ERR_USAGE, "this subcommand gives no rows for a spreadsheet");

	while (ok && (n = read(b->file, piece, sizeof(piece))) > 0)
		buf_add(out, piece, (size_t)n);
	close(b->file);
	free(b);
	return ok;
}

const struct sheet_calls sheet_calls = {
	.open = open_book, .sheet = new_sheet, .cell = put_cell, .close = close_book
};
