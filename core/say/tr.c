#include "tr.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue.h"

/* What every _() of the program asks; written at the start and when a letter is in
 * another language than its writer's screen. */
static struct {
	struct arena *arena;
	const char *folder;
	struct catalogue chinese;
	bool is_chinese, is_read, has_texts;
} now;

static bool is_chinese(const char *name)
{
	return strncmp(name, "zh", 2) == 0;
}

static const char *wanted_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && value[0])
			return value;
	}
	return "C";
}

/* LANGUAGE comes first, its first known one; a locale of no language (C, POSIX, C.UTF-8)
 * is asked for by scripts, and has the texts as they are whatever LANGUAGE says. */
static bool environment_is_chinese(void)
{
	const char *locale = wanted_locale(), *list = getenv("LANGUAGE");

	if (strcmp(locale, "POSIX") == 0 || strcmp(locale, "C") == 0 ||
	    strncmp(locale, "C.", 2) == 0)
		return false;
	for (; list && *list; list += strspn(list, ":")) {
		if (is_chinese(list) || strncmp(list, "en", 2) == 0)
			return is_chinese(list);
		list += strcspn(list, ":");
	}
	return is_chinese(locale);
}

static void choose(bool chinese)
{
	now.is_chinese = chinese;
	if (!chinese || now.is_read || !now.folder)
		return;
	now.is_read = true;
	now.has_texts = catalogue_read(&now.chinese, now.arena, arena_printf(now.arena,
				       "%s/zh_CN/LC_MESSAGES/steward.mo", now.folder));
}

void tr_start(struct arena *a, const char *folder)
{
	if (!setlocale(LC_ALL, "") || MB_CUR_MAX == 1)
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	memset(&now, 0, sizeof(now));
	now.arena = a;
	now.folder = arena_strdup(a, folder);
	choose(environment_is_chinese());
}

void tr_language(const char *lang)
{
	choose(is_chinese(lang));
}

bool tr_is_chinese(void)
{
	return now.is_chinese;
}

const char *tr(const char *text)
{
	const char *found = now.is_chinese && now.has_texts && text[0] ?
			    catalogue_find(&now.chinese, text) : NULL;

	return found ? found : text;
}

const char *tr_label(const char *s)
{
	return s ? tr(s) : "";
}
