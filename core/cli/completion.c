/* steward completion: what may follow the words of a command line, out of the very tables
 * that are dispatched by. */
#include <stdio.h>
#include <string.h>

#include "host/verbs.h"

/* The word of the path behind those given; NULL when they are not how it begins. */
static const char *next_word(const char *path, const struct app *app, size_t *len)
{
	for (int i = 0; i < app->nargs; i++) {
		size_t n = strlen(app->args[i]);

		if (strncmp(path, app->args[i], n) != 0 || path[n] != ' ')
			return NULL;
		path += n + 1;
	}
	*len = strcspn(path, " ");
	return *len ? path : NULL;
}

static void print_words(const struct app *app, const struct verb *table)
{
	const char *last = "", *word;
	size_t len, last_len = 0;

	for (; table->path; table++) {
		word = next_word(table->path, app, &len);
		if (!word || (len == last_len && strncmp(word, last, len) == 0))
			continue;
		printf("%.*s\n", (int)len, word);
		last = word;
		last_len = len;
	}
}

static void print_feeds(const struct app *app)
{
	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct feed *f = (*m)->feeds; f && f->name; f++)
			puts(f->name);
}

bool cmd_completion(struct app *app, struct err *e)
{
	const struct verb *v = verbs_find(app, app->nargs, app->args);

	(void)e;
	for (int i = 0; verbs_table(app, i); i++)
		print_words(app, verbs_table(app, i));
	if (!v)
		return true;
	if (v->arguments && strncmp(v->arguments, "FEED", 4) == 0 &&
	    app->nargs == verbs_depth(v) + 1)
		print_feeds(app);
	for (const struct option_def *o = options_of(app->arena, v); o->name; o++)
		printf("--%s\n", o->name);
	return true;
}
