#include "lookup.h"

#include <stddef.h>
#include <string.h>

const struct feed *lookup_feed(const struct module *const *modules, const char *name)
{
	for (; *modules; modules++)
		for (const struct feed *f = (*modules)->feeds; f && f->name; f++)
			if (strcmp(f->name, name) == 0)
				return f;
	return NULL;
}

const char *const *lookup_module_names(struct arena *a,
				       const struct module *const *modules)
{
	const char **names;
	int n = 0;

	while (modules[n])
		n++;
	names = arena_alloc(a, sizeof(*names) * (size_t)(n + 1));
	for (int i = 0; i < n; i++)
		names[i] = modules[i]->name;
	return names;
}
