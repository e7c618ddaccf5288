/* make_sheet FILE: a spreadsheet as another program makes it, by lines of standard input
 * with tabs between: "sheet NAME"; "merge FROM ROW COLUMN TO ROW COLUMN TEXT" counted
 * from 0; "row N CELL..." counted from 1, a cell t:TEXT, n:NUMBER, d:NUMBER (shown as a
 * day), f:FORMULA=RESULT or nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static lxw_workbook *book;
static lxw_worksheet *sheet;
static lxw_format *day;

static void put_cell(lxw_row_t row, lxw_col_t column, char *cell)
{
	char *value = cell + 2, *result;

	switch (cell[0]) {
	case 't':
		worksheet_write_string(sheet, row, column, value, NULL);
		break;
	case 'n':
		worksheet_write_number(sheet, row, column, strtod(value, NULL), NULL);
		break;
	case 'd':
		worksheet_write_number(sheet, row, column, strtod(value, NULL), day);
		break;
	case 'f':
		result = strrchr(value, '=');
		*result++ = '\0';
		worksheet_write_formula_str(sheet, row, column, value, NULL, result);
		break;
	default:
		break;
	}
}

static void put_row(char *rest)
{
	char *cell = strsep(&rest, "\t");
	lxw_row_t row = (lxw_row_t)strtoul(cell, NULL, 10) - 1;

	for (lxw_col_t column = 0; (cell = strsep(&rest, "\t")); column++)
		if (*cell)
			put_cell(row, column, cell);
}

static void merge(char *rest)
{
	unsigned long at[4];

	for (int i = 0; i < 4; i++)
		at[i] = strtoul(strsep(&rest, "\t"), NULL, 10);
	worksheet_merge_range(sheet, (lxw_row_t)at[0], (lxw_col_t)at[1], (lxw_row_t)at[2],
			      (lxw_col_t)at[3], rest, NULL);
}

int main(int argc, char **argv)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t n;

	if (argc != 2)
		return 2;
	book = workbook_new(argv[1]);
	day = workbook_add_format(book);
	format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
	while ((n = getline(&line, &size, stdin)) > 0) {
		char *rest = line, *word;

		line[n - (line[n - 1] == '\n')] = '\0';
		word = strsep(&rest, "\t");
		if (strcmp(word, "sheet") == 0)
			sheet = workbook_add_worksheet(book, rest);
		else if (strcmp(word, "row") == 0)
			put_row(rest);
		else
			merge(rest);
	}
	free(line);
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
