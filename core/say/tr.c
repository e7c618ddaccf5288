#include "tr.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue.h"

#define CATALOGUES_MOST 66	/* the program's own and one a module */

/* A catalogue is read when its language is first asked for. */
struct words {
	const char *path;
	struct catalogue texts;
	bool is_read, has_texts;
};

/* What every _() of the program asks; written at the start and when a letter is in
 * another language than its writer's screen. */
static struct {
	struct arena *arena;
	struct words chinese[CATALOGUES_MOST];
	int n;
	bool is_chinese;
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

static void add(const char *path)
{
	if (now.n < CATALOGUES_MOST)
		now.chinese[now.n++].path = path;
}

static void choose(bool chinese)
{
	now.is_chinese = chinese;
	for (int i = 0; chinese && i < now.n; i++) {
		struct words *w = &now.chinese[i];

		if (!w->is_read)
			w->has_texts = catalogue_read(&w->texts, now.arena, w->path);
		w->is_read = true;
	}
}

void tr_start(struct arena *a, const char *folder)
{
	if (!setlocale(LC_ALL, "") || MB_CUR_MAX == 1)
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	memset(&now, 0, sizeof(now));
	now.arena = a;
	add(arena_printf(a, "%s/zh_CN/LC_MESSAGES/steward.mo", folder));
	choose(environment_is_chinese());
}

void tr_module(const char *folder, const char *name)
{
	add(arena_printf(now.arena, "%s/locale/zh_CN/LC_MESSAGES/%s.mo", folder, name));
	choose(now.is_chinese);
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
	const char *found = NULL;

	for (int i = 0; now.is_chinese && text[0] && !found && i < now.n; i++)
		if (now.chinese[i].has_texts)
			found = catalogue_find(&now.chinese[i].texts, text);
	return found ? found : text;
}

const char *tr_label(const char *s)
{
	return s ? tr(s) : "";
}
