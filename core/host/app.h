/* What every subcommand gets: settings, modules, options, and a way to the database. */
#ifndef STEWARD_APP_H
#define STEWARD_APP_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "sheet.h"
#include "steward.h"
#include "verb.h"

struct coach;

enum out_format { OUT_TEXT, OUT_CSV, OUT_JSON, OUT_XLSX };

struct app {
	struct arena *arena;		/* lives as long as the program */
	const char *program;		/* path of the running program */
	const struct config *config;
	const struct module *const *modules;	/* the loaded ones; NULL at the end */
	const struct verb *const *verbs; /* the program's own, beside the modules' */
	const char *left_out;		/* names of refused modules; NULL: none was */
	enum out_format format;
	const struct sheet_calls *sheets; /* of OUT_XLSX, and what is written by them */
	struct sheet_book *book;
	struct db *ahead;	/* the workbench's, begun early; see connect_ahead */
	/* the parsed command line */
	const struct option_def *options;
	const char **values;	/* as many as options; NULL not given and no default */
	int nargs;
	char **args;
	/* the workbench is there to practise, see desk/coach.h; NULL: to work */
	const struct coach *coach;
};

/* Set by SIGINT: long work looks at it, rolls back and ends. */
extern volatile sig_atomic_t app_interrupted;

/* Values of an option of the running subcommand. */
const char *app_option(const struct app *app, const char *name);
int64_t app_number(const struct app *app, const char *name);
bool app_flag(const struct app *app, const char *name);
int32_t app_day(const struct app *app, const char *name);	/* DATE_NONE: not given */

/* Connects as a database role: job is the login used when --as is not given ("batch",
 * "clerk"). Starts the server first when --db names a folder whose server is down.  A
 * schema that is not this program's, newer or older, is refused. */
struct db *app_connect(struct app *app, const char *job, struct err *e);

/* The same whoever's schema it is: for those who make it or look after it. */
struct db *app_connect_any(struct app *app, const char *job, struct err *e);

/* The same for questions that a person waits for: no answer in seconds is an error. */
struct db *app_connect_to_ask(struct app *app, const char *job, struct err *e);

/* A verb of the command line; a row of words, "rules rehearse", that names it.  One
 * function does it: run by itself, with_db on a connection that was made for it.  Both
 * return false with e filled; main prints it and picks the exit status. */
struct verb {
	const char *path;	/* NULL ends the table */
	const char *arguments;	/* as shown in the usage line */
	const char *help;	/* N_(), one line */
	int least, most;	/* arguments after the path; most -1: any number */
	const char *job;	/* login of with_db when --as is not given */
	const struct option_def *options;
	bool (*run)(struct app *app, struct err *e);
	bool (*with_db)(struct app *app, struct db *db, struct err *e);
	/* A module's: given what it may do; see verb.h. */
	bool (*call)(const struct verb_call *call);
	bool is_alone;	/* a module's that needs no connection */
};

/* Subcommands, one file each.  app->args are the words after the first of the path. */
bool cmd_desk(struct app *app, struct err *e);		/* steward: the workbench */
bool cmd_figure(struct app *app, struct err *e);
bool cmd_board(struct app *app, struct err *e);
bool cmd_audit_seal(struct app *app, struct err *e);
bool cmd_audit_export(struct app *app, struct err *e);
bool cmd_audit_verify(struct app *app, struct err *e);
bool cmd_tasks(struct app *app, struct err *e);
bool cmd_payable(struct app *app, struct err *e);
bool cmd_person(struct app *app, struct err *e);
bool cmd_search(struct app *app, struct err *e);
bool cmd_explain(struct app *app, struct err *e);
bool cmd_letter(struct app *app, struct err *e);
bool cmd_amount(struct app *app, struct err *e);
bool cmd_decide(struct app *app, struct err *e);
bool cmd_init(struct app *app, struct err *e);
bool cmd_migrate(struct app *app, struct err *e);
bool cmd_doctor(struct app *app, struct err *e);
bool cmd_office_new(struct app *app, struct err *e);
bool cmd_backup(struct app *app, struct err *e);
bool cmd_backup_verify(struct app *app, struct err *e);
bool cmd_restore(struct app *app, struct err *e);
bool restore_reconcile(struct app *app, struct db *db, struct err *e);
bool cmd_import(struct app *app, struct err *e);
bool cmd_completion(struct app *app, struct err *e);
bool cmd_judge(struct app *app, struct err *e);
bool cmd_day(struct app *app, struct err *e);
bool cmd_refresh(struct app *app, struct err *e);
bool cmd_eval(struct app *app, struct err *e);

bool module_list(struct app *app, struct err *e);

bool batch_show(struct app *app, struct db *db, struct err *e);	/* list, show */
bool day_undo(struct app *app, struct db *db, struct err *e);
bool batch_propose(struct app *app, struct db *db, struct err *e);
bool batch_try(struct app *app, struct db *db, struct err *e);
bool batch_undo(struct app *app, struct db *db, struct err *e);
bool batch_settle(struct app *app, struct db *db, struct err *e);	/* or refuse */
bool recover_list(struct app *app, struct db *db, struct err *e);
bool recover_totals(struct app *app, struct db *db, struct err *e);
bool recover_show(struct app *app, struct db *db, struct err *e);
bool recover_judge(struct app *app, struct db *db, struct err *e);
bool recover_received(struct app *app, struct db *db, struct err *e);
bool recover_reverse(struct app *app, struct db *db, struct err *e);
bool recover_estate(struct app *app, struct db *db, struct err *e);
bool recover_recall(struct app *app, struct db *db, struct err *e);
bool pay_list(struct app *app, struct db *db, struct err *e);
bool pay_show(struct app *app, struct db *db, struct err *e);
bool pay_lines(struct app *app, struct db *db, struct err *e);
bool pay_held(struct app *app, struct db *db, struct err *e);
bool pay_prepare(struct app *app, struct db *db, struct err *e);
bool pay_gate(struct app *app, struct db *db, struct err *e);
bool pay_release(struct app *app, struct db *db, struct err *e);
bool pay_keep(struct app *app, struct db *db, struct err *e);
bool pay_sign(struct app *app, struct db *db, struct err *e);
bool pay_approve(struct app *app, struct db *db, struct err *e);
bool pay_export(struct app *app, struct db *db, struct err *e);
bool pay_confirm(struct app *app, struct db *db, struct err *e);
bool pay_returns(struct app *app, struct db *db, struct err *e);
bool pay_close(struct app *app, struct db *db, struct err *e);
bool pay_take_back(struct app *app, struct db *db, struct err *e);
bool pay_sample(struct app *app, struct db *db, struct err *e);
bool pay_sample_told(struct app *app, struct db *db, struct err *e);
bool adjust_list(struct app *app, struct db *db, struct err *e);
bool adjust_show(struct app *app, struct db *db, struct err *e);
bool adjust_rows(struct app *app, struct db *db, struct err *e);
bool adjust_rehearse(struct app *app, struct db *db, struct err *e);
bool adjust_propose(struct app *app, struct db *db, struct err *e);
bool adjust_approve(struct app *app, struct db *db, struct err *e);
bool adjust_go_on(struct app *app, struct db *db, struct err *e);
bool adjust_pause(struct app *app, struct db *db, struct err *e);
bool adjust_undo(struct app *app, struct db *db, struct err *e);
bool audit_list(struct app *app, struct db *db, struct err *e);
bool audit_seals(struct app *app, struct db *db, struct err *e);
bool deduct_list(struct app *app, struct db *db, struct err *e);
bool deduct_show(struct app *app, struct db *db, struct err *e);
bool deduct_add(struct app *app, struct db *db, struct err *e);
bool deduct_settle(struct app *app, struct db *db, struct err *e);
bool account_list(struct app *app, struct db *db, struct err *e);
bool account_propose(struct app *app, struct db *db, struct err *e);
bool account_settle(struct app *app, struct db *db, struct err *e);
bool post_list(struct app *app, struct db *db, struct err *e);
bool post_show(struct app *app, struct db *db, struct err *e);
bool post_send(struct app *app, struct db *db, struct err *e);
bool post_words(struct app *app, struct db *db, struct err *e);
bool post_approve(struct app *app, struct db *db, struct err *e);
bool post_receipt(struct app *app, struct db *db, struct err *e);
bool post_reply(struct app *app, struct db *db, struct err *e);
bool post_retry(struct app *app, struct db *db, struct err *e);
bool post_drop(struct app *app, struct db *db, struct err *e);
bool post_print(struct app *app, struct db *db, struct err *e);
bool post_object(struct app *app, struct db *db, struct err *e);
bool post_wish(struct app *app, struct db *db, struct err *e);
bool staff_list(struct app *app, struct db *db, struct err *e);
bool staff_add(struct app *app, struct db *db, struct err *e);
bool staff_move(struct app *app, struct db *db, struct err *e);
bool staff_limit(struct app *app, struct db *db, struct err *e);
bool staff_settle(struct app *app, struct db *db, struct err *e);
bool staff_end(struct app *app, struct db *db, struct err *e);

#endif
