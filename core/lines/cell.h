/* What a cell holds, in the plain form in which a feed takes values. */
#ifndef STEWARD_LINES_CELL_H
#define STEWARD_LINES_CELL_H

#include <stdbool.h>

#include "base/buf.h"



/* Appends a number as a person would have typed it; one beyond what a sheet keeps exactly
 * (15 digits) in the form 3.30106197001010E+17, which lines_fault knows. */
void cell_number(const char *text, struct buf *out);

/* Appends a number that is shown as a day: its day, with the time behind it where it has
 * one, or a time alone; what is no day as a number. */
void cell_day(const char *text, bool is_1904, struct buf *out);

/* Does a number in this form show a day or a time?  code: how the form is written, NULL
 * for one that every sheet knows by its number. */
bool cell_form_is_day(int number, const char *code);

#endif
