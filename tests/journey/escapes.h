/* What a program sends to a terminal beside text. */
#ifndef STEWARD_ESCAPES_H
#define STEWARD_ESCAPES_H

#include <stdbool.h>
#include <stddef.h>

/* How many of the sequences are none that this terminal's description has; the first is
 * put into "which".  That pasted text be marked may be asked of what may be a window: a
 * terminal without that mode passes over it, by the rule for all modes. */
int escapes_foreign(const char *term, bool may_be_window, const char *bytes, size_t n,
		    char *which, size_t size);

/* How many of them set a colour. */
int escapes_colours(const char *bytes, size_t n);

#endif
