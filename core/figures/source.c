#include "source.h"

#include <stddef.h>
#include <string.h>

const struct figure_source *source_at(const struct module *const *modules, int i)
{
	for (; *modules; modules++)
		for (const struct figure_source *s = (*modules)->figure_sources;
		     s && s->name; s++)
			if (i-- == 0)
				return s;
	return NULL;
}

const struct figure_source *source_find(const struct module *const *modules,
					const char *name)
{
	const struct figure_source *s;

	for (int i = 0; (s = source_at(modules, i)); i++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

const struct indicator *source_indicator(const struct module *const *modules,
					 const char *id)
{
	for (; *modules; modules++)
		for (const struct indicator *n = (*modules)->indicators; n && n->id; n++)
			if (strcmp(n->id, id) == 0)
				return n;
	return NULL;
}

const char *source_today(struct arena *a, const char *sql, const char *today)
{
	static const char mark[] = "$today";
	const char *out = "", *at;

	for (; (at = strstr(sql, mark)); sql = at + strlen(mark))
		out = arena_printf(a, "%s%.*s%s", out, (int)(at - sql), sql, today);
	return arena_printf(a, "%s%s", out, sql);
}
