#include "know.h"

#include "host/config.h"

bool rules_know(struct app *app, const struct rulebook *book, int32_t day,
		struct declared *d, struct err *e)
{
	struct declared_reader reader = { config_worker(app->config),
					  config_jurisdiction(app->config), day };
	struct declared *used = arena_alloc(app->arena, sizeof(*used));

	if (!declared_read(app->arena, &reader, book, app->modules, used, e))
		return false;
	if (d)
		*d = *used;
	app->modules = declared_with(app->arena, app->modules, used);
	return true;
}
