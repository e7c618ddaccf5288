/* What every subcommand gets: settings, modules, options, and a way to the database. */
#ifndef STEWARD_APP_H
#define STEWARD_APP_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

enum out_format { OUT_TEXT, OUT_CSV, OUT_JSON };

/* One option of a subcommand.  kind 'f' flag, 't' text, 'p' place or login (a text that
 * is never empty), 'm' text that may be repeated (a line each), 'n' whole number, 'd'
 * day. */
struct option_def {
	const char *name;	/* "dry-run" is --dry-run */
	char kind;
	const char *help;	/* N_(), one line */
	const char *value;	/* default; NULL none */
	int64_t least, most;	/* of numbers */
};

struct app {
	struct arena *arena;		/* lives as long as the program */
	const char *program;		/* path of the running program */
	const struct config *config;
	const struct module *const *modules;	/* the loaded ones; NULL at the end */
	const char *left_out;		/* names of refused modules; NULL: none was */
	enum out_format format;
	/* the parsed command line */
	const struct option_def *options;
	const char **values; /* as many as options; NULL not given and no default */
	int nargs;
	char **args;
};

/* Set by SIGINT: long work looks at it, rolls back and ends. */
extern volatile sig_atomic_t app_interrupted;

/* Values of an option of the running subcommand. */
const char *app_option(const struct app *app, const char *name);
int64_t app_number(const struct app *app, const char *name);
bool app_flag(const struct app *app, const char *name);
int32_t app_day(const struct app *app, const char *name); /* DATE_NONE when not given */

/* Connects as a database role: job is the login used when --as is not given ("batch",
 * "clerk"). Starts the server first when --db names a folder whose server is down.  A
 * schema that is not this program's, newer or older, is refused. */
struct db *app_connect(struct app *app, const char *job, struct err *e);

/* The same whoever's schema it is: for those who make it or look after it. */
struct db *app_connect_any(struct app *app, const char *job, struct err *e);

/* The same for questions that a person waits for: no answer in seconds is an error. */
struct db *app_connect_to_ask(struct app *app, const char *job, struct err *e);

/* A subcommand returns false with e filled; main prints it and picks the exit status. */
struct subcommand {
	const char *name;
	const char *arguments;	/* as shown in the usage line */
	const char *help;	/* N_(), one line */
	const struct option_def *options;
	bool (*run)(struct app *app, struct err *e);
};

/* Subcommands, one file each. */
bool cmd_desk(struct app *app, struct err *e);		/* steward: the workbench */
bool cmd_batch(struct app *app, struct err *e);
bool cmd_board(struct app *app, struct err *e);
bool cmd_tasks(struct app *app, struct err *e);
bool cmd_payable(struct app *app, struct err *e);
bool cmd_person(struct app *app, struct err *e);
bool cmd_search(struct app *app, struct err *e);
bool cmd_staff(struct app *app, struct err *e);
bool cmd_explain(struct app *app, struct err *e);
bool cmd_letter(struct app *app, struct err *e);
bool cmd_decide(struct app *app, struct err *e);
bool cmd_demo(struct app *app, struct err *e);
bool cmd_init(struct app *app, struct err *e);
bool cmd_migrate(struct app *app, struct err *e);
bool cmd_doctor(struct app *app, struct err *e);
bool cmd_generate(struct app *app, struct err *e);
bool cmd_import(struct app *app, struct err *e);
bool cmd_judge(struct app *app, struct err *e);
bool cmd_refresh(struct app *app, struct err *e);
bool cmd_eval(struct app *app, struct err *e);
bool cmd_rules(struct app *app, struct err *e);
bool cmd_module(struct app *app, struct err *e);
bool cmd_bench(struct app *app, struct err *e);

#endif
