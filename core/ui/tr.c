#include "tr.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *wanted_language(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && value[0])
			return value;
	}
	return "";
}

/* A server often has no Chinese locale installed; gettext can do without when it is told which
 * language is meant. */
void tr_start(void)
{
	if (!setlocale(LC_ALL, "") || MB_CUR_MAX == 1) {
		setlocale(LC_ALL, "C.UTF-8");
		if (strncmp(wanted_language(), "zh", 2) == 0)
			setenv("LANGUAGE", "zh_CN", 0);
	}
	setlocale(LC_NUMERIC, "C");
	bind_textdomain_codeset("steward", "UTF-8");
}

/* The catalogue is looked for anew when a domain is chosen; a locale "C" would look for none. */
void tr_language(const char *lang)
{
	const char *locale = setlocale(LC_MESSAGES, NULL);

	if (!locale || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", strcmp(lang, "zh") == 0 ? "zh_CN" : lang, 1);
	textdomain("steward");
}

bool tr_is_chinese(void)
{
	const char *given = getenv("LANGUAGE");

	return strncmp(given && given[0] ? given : wanted_language(), "zh", 2) == 0;
}

/* gettext("") would answer with the header of the catalogue. */
const char *tr_label(const char *s)
{
	return s && s[0] ? gettext(s) : "";
}
