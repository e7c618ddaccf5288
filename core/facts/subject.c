#include "subject.h"

#include <stddef.h>
#include <string.h>

const struct subject *subject_at(const struct module *const *modules, int i)
{
	for (; *modules; modules++)
		for (const struct subject *s = (*modules)->subjects; s && s->name; s++)
			if (i-- == 0)
				return s;
	return NULL;
}

const struct subject *subject_find(const struct module *const *modules, const char *name)
{
	const struct subject *s;

	for (int i = 0; (s = subject_at(modules, i)); i++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

const char *subject_sql(struct arena *a, const char *sql, const struct subject *subject)
{
	const char *out = "";

	for (const char *mark = sql; (mark = strchr(mark, '{')); mark++) {
		const char *name = strncmp(mark, "{s}", 3) == 0   ? subject->name
				   : strncmp(mark, "{b}", 3) == 0 ? subject->table
								  : NULL;

		if (!name)
			continue;
		out = arena_printf(a, "%s%.*s%s", out, (int)(mark - sql), sql, name);
		sql = mark + 3;
	}
	return arena_printf(a, "%s%s", out, sql);
}

const struct stmt *subject_stmt(struct arena *a, const struct stmt *s,
				const struct subject *subject)
{
	struct stmt *own = arena_alloc(a, sizeof(*own));

	*own = *s;
	own->name = arena_printf(a, "%s_%s", s->name, subject->name);
	own->text = subject_sql(a, s->text, subject);
	return own;
}
