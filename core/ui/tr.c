#include "tr.h"

#include <locale.h>
#include <stdlib.h>

void tr_start(void)
{
	setlocale(LC_ALL, "");
	if (MB_CUR_MAX == 1)
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	bind_textdomain_codeset("steward", "UTF-8");
}

/* gettext("") would answer with the header of the catalogue. */
const char *tr_label(const char *s)
{
	return s && s[0] ? gettext(s) : "";
}
