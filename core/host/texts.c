#include "texts.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "config.h"
#include "office/lookup.h"
#include "say/say.h"

struct rulebook *texts_read_in(struct app *app, const char *folder, struct err *e)
{
	return rulebook_read(app->arena, folder,
			     lookup_module_names(app->arena, app->modules), e);
}

struct rulebook *texts_read(struct app *app, struct err *e)
{
	return texts_read_in(app, config_rules(app->config), e);
}

const char *texts_fault(struct app *app, const char *message)
{
	const char *first = arena_strndup(app->arena, message, strcspn(message, "\n"));

	return text_clean(app->arena, say_message(tr_reader(), app->arena, first));
}

static void tell_failed(void *ctx, const char *what, int64_t person_id,
			const char *message)
{
	(void)ctx;
	(void)person_id;
	fprintf(stderr, "%s: %s\n", what, message);
}

struct engine *texts_engine_of(struct app *app, const struct rulebook *whole, int32_t day,
			       struct engine_options *o, struct err *e)
{
	/* Rules need facts, which only the database has; calculations and parameters do
	 * not. */
	*o = (struct engine_options){
		.worker = config_worker(app->config),
		.book = rulebook_policy(app->arena, whole),
		.today = day,
		.jurisdiction = config_jurisdiction(app->config),
		.failed = tell_failed,
	};
	return engine_start(o, e);
}

struct engine *texts_engine(struct app *app, int32_t day, struct engine_options *o,
			    struct err *e)
{
	const struct rulebook *whole = texts_read(app, e);

	return whole ? texts_engine_of(app, whole, day, o, e) : NULL;
}
