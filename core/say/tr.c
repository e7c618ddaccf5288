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

/* The texts themselves are English and need none. */
struct language {
	const char *code, *folder;
	struct words words[CATALOGUES_MOST];
	int n;
};

static struct language languages[] = { { .code = "en" },
				       { .code = "zh", .folder = "zh_CN" } };
#define LANGUAGES (sizeof(languages) / sizeof(*languages))

/* Written once, when the program starts. */
static struct arena *memory;
static const struct language *reader = &languages[0];

/* The language of a locale's name: "zh_CN.UTF-8"; NULL for one that is not known. */
static struct language *find(const char *name)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (strncmp(name, languages[i].code, strlen(languages[i].code)) == 0)
			return &languages[i];
	return NULL;
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
static struct language *of_environment(void)
{
	const char *locale = wanted_locale(), *list = getenv("LANGUAGE");
	struct language *found = NULL;

	if (strcmp(locale, "POSIX") == 0 || strcmp(locale, "C") == 0 ||
	    strncmp(locale, "C.", 2) == 0)
		return &languages[0];
	for (; !found && list && *list; list += strspn(list, ":")) {
		found = find(list);
		list += strcspn(list, ":");
	}
	found = found ? found : find(locale);
	return found ? found : &languages[0];
}

static void add(struct language *l, const char *path)
{
	if (l->n < CATALOGUES_MOST)
		l->words[l->n++] = (struct words){ .path = path };
}

static const char *look(struct words *w, const char *text)
{
	if (!w->is_read)
		w->has_texts = catalogue_read(&w->texts, memory, w->path);
	w->is_read = true;
	return w->has_texts ? catalogue_find(&w->texts, text) : NULL;
}

void tr_start(struct arena *a, const char *folder)
{
	if (!setlocale(LC_ALL, "") || MB_CUR_MAX == 1)
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	memory = a;
	for (size_t i = 0; i < LANGUAGES; i++) {
		languages[i].n = 0;
		if (languages[i].folder)
			add(&languages[i], arena_printf(a, "%s/%s/LC_MESSAGES/steward.mo",
							folder, languages[i].folder));
	}
	reader = of_environment();
}

void tr_module(const char *folder, const char *name)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (languages[i].folder)
			add(&languages[i],
			    arena_printf(memory, "%s/locale/%s/LC_MESSAGES/%s.mo", folder,
					 languages[i].folder, name));
}

const struct language *tr_find(const char *code)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (strcmp(languages[i].code, code) == 0)
			return &languages[i];
	return NULL;
}

const char *tr_code(const struct language *in)
{
	return in->code;
}

const char *tr_codes(struct arena *a)
{
	const char *out = "";

	for (size_t i = 0; i < LANGUAGES; i++)
		out = arena_printf(a, "%s%s%s", out, *out ? " " : "", languages[i].code);
	return out;
}

const struct language *tr_reader(void)
{
	return reader;
}

const char *tr_in(const struct language *in, const char *text)
{
	/* The catalogues of the table are read on the way. */
	struct language *l = &languages[in - languages];
	const char *found = NULL;

	for (int i = 0; text[0] && !found && i < l->n; i++)
		found = look(&l->words[i], text);
	return found ? found : text;
}

const char *tr_label_in(const struct language *in, const char *s)
{
	return s ? tr_in(in, s) : "";
}

const char *tr(const char *text)
{
	return tr_in(reader, text);
}

const char *tr_label(const char *s)
{
	return tr_label_in(reader, s);
}
