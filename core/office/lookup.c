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
