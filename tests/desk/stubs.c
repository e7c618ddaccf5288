/* What the desk asks of the program around it, where nothing is around it. */
#include "db/db.h"
#include "declared/declared.h"
#include "host/cluster.h"
#include "host/commands.h"
#include "host/config.h"
#include "host/connect.h"
#include "settings/theme_file.h"
#include "office/schema.h"
#include "script.h"

volatile sig_atomic_t app_interrupted;

struct db *connect_start(struct app *app, struct err *e)
{
	struct db *begun = app->ahead;

	app->ahead = NULL;
	return begun ? begun : db_start("host=nowhere", DB_QUESTIONS, e);
}

void connect_ahead(struct app *app)
{
	struct err e = { 0 };

	app->ahead = db_start("host=nowhere", DB_QUESTIONS, &e);
}

const char *connect_target(struct app *app)
{
	(void)app;
	return "host=nowhere";
}

bool connect_is_folder(const char *target)
{
	(void)target;
	return false;
}

const char *connect_info(struct app *app, const char *target, const char *login)
{
	(void)app;
	(void)login;
	return target;
}

bool cluster_start(const char *folder, struct err *e)
{
	(void)folder;
	(void)e;
	return false;
}

bool cluster_is_demo(const char *folder)
{
	(void)folder;
	return false;
}

int config_idle_minutes(const struct config *c)
{
	(void)c;
	return 0;
}

int config_idle_end_minutes(const struct config *c)
{
	(void)c;
	return 0;
}

bool config_lean(const struct config *c)
{
	(void)c;
	return false;
}

int config_ambiguous_width(const struct config *c)
{
	(void)c;
	return 0;
}

int config_rest_seconds(const struct config *c)
{
	(void)c;
	return 0;
}

const struct key_setting *given_keys;

const struct key_setting *config_keys(const struct config *c)
{
	return c ? given_keys : NULL;
}

const char *config_path(const struct config *c)
{
	(void)c;
	return "steward.conf";
}

const char *config_theme(const struct config *c)
{
	(void)c;
	return NULL;
}

bool theme_read(struct theme *t, const char *path, struct err *e)
{
	(void)t;
	(void)path;
	(void)e;
	return true;
}

bool cmd_board(struct app *app, struct err *e)
{
	(void)app;
	(void)e;
	return true;
}

bool cmd_tasks(struct app *app, struct err *e)
{
	(void)app;
	(void)e;
	return true;
}

/* The file of answers has no migrations. */
bool schema_is_of(const struct rows *rows, const struct module *const *modules,
		  struct err *e)
{
	(void)rows;
	(void)modules;
	(void)e;
	return true;
}

/* No text of the scripts declares a fact. */
void declared_take(struct arena *a, const struct rows *rows,
		   const struct module *const **modules)
{
	(void)a;
	(void)rows;
	(void)modules;
}
