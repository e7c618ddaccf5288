#include "verbs.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "connect.h"

#define WORDS_MOST 4
#define MODULE_VERBS_MOST 200

static const char *const lab_words[] = { "demo", "practice", "generate",
					 "bench" };

bool verbs_is_lab(const char *word)
{
	for (size_t i = 0; i < sizeof(lab_words) / sizeof(*lab_words); i++)
		if (strcmp(lab_words[i], word) == 0)
			return true;
	return false;
}

/* The library beside the program, or where it was installed; checked like a module. */
static const struct verb *lab(void)
{
	static const struct verb *verbs;
	static bool was_tried;
	struct arena *a = arena_new();
	struct err e = { 0 };
	const char *path;
	void *handle;
	int fd;

	if (!was_tried) {
		was_tried = true;
		path = connect_library(a, "lab.so");
		fd = access(path, F_OK) == 0 ? file_open_ours(path, &e) : -1;
		handle = fd >= 0 ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
		verbs = handle ? dlsym(handle, "lab_verbs") : NULL;
		if (fd >= 0)
			close(fd);
	}
	arena_free(a);
	return verbs;
}

/* The modules' rows in the shape of the program's. */
static const struct verb *of_modules(const struct app *app)
{
	static struct verb list[MODULE_VERBS_MOST + 1];
	int n = 0;

	for (int i = 0; app->modules && app->modules[i]; i++) {
		const struct module_verb *m = app->modules[i]->verbs;

		for (; m && m->path && n < MODULE_VERBS_MOST; m++)
			list[n++] = (struct verb){
				.path = m->path, .arguments = m->arguments,
				.help = m->help, .least = m->least, .most = m->most,
				.job = m->job ? m->job : "clerk", .options = m->options,
				.call = m->call, .is_alone = m->is_alone,
			};
	}
	list[n] = (struct verb){ 0 };
	return list;
}

const struct verb *verbs_table(const struct app *app, int i)
{
	for (int own = 0; app->verbs[own]; own++, i--)
		if (i == 0)
			return app->verbs[own];
	if (lab() && i-- == 0)
		return lab();
	return app->modules && i == 0 ? of_modules(app) : NULL;
}

/* How many words of the path these words are; 0 when they are not all of it. */
static int matched(const char *path, const char *const *words, int n)
{
	int i = 0;

	for (; i < n; i++) {
		size_t len = strcspn(path, " ");

		if (strlen(words[i]) != len || strncmp(words[i], path, len) != 0)
			return 0;
		if (!path[len])
			return i + 1;
		path += len + 1;
	}
	return 0;
}

const struct verb *verbs_find(const struct app *app, int argc, char **argv)
{
	const struct verb *table, *found = NULL;
	const char *words[WORDS_MOST];
	int longest = 0;

	for (int i = 0; (table = verbs_table(app, i)); i++) {
		int n = options_words(table, argc, argv, words, WORDS_MOST);

		for (; table->path; table++)
			if (matched(table->path, words, n) > longest) {
				longest = matched(table->path, words, n);
				found = table;
			}
	}
	return found;
}

int verbs_depth(const struct verb *v)
{
	int n = 0;

	for (const char *at = v->path; (at = strchr(at, ' ')); at++)
		n++;
	return n;
}

bool verbs_has_word(const struct app *app, const char *word)
{
	for (int i = 0; app->verbs[i]; i++)
		for (const struct verb *v = app->verbs[i]; v->path; v++)
			if (strcmp(v->path, word) == 0)
				return true;
	return verbs_is_lab(word);
}

bool verbs_asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}
