/* What both forms write and are told of headings. */
#include "private.h"

#include <stdlib.h>
#include <string.h>

#define ROW_LAST 1048576

bool head_rows(const char *head, int64_t *first, int64_t *last, struct err *e)
{
	char *rest;

	*first = *last = 0;
	if (!head || !*head)
		return true;
	*first = *last = strtoll(head, &rest, 10);
	if (*rest == '-')
		*last = strtoll(rest + 1, &rest, 10);
	if (!*rest && *first >= 0 && *last >= *first && *last < *first + HEADS_MOST &&
	    *last <= ROW_LAST)
		return true;
	ERR(e, ERR_USAGE, "\"%s\" names no rows of headings", head);
	return err_hint(e, "One row is 1, two are 2-3, none is 0; at most %d.",
			HEADS_MOST);
}

void put_field(FILE *out, const char *s, size_t n)
{
	if (!memchr(s, '"', n) && !memchr(s, ',', n)) {
		fwrite(s, 1, n, out);
		return;
	}
	putc_unlocked('"', out);
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			putc_unlocked('"', out);
		putc_unlocked(s[i], out);
	}
	putc_unlocked('"', out);
}
