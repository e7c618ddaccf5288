/* What the subcommands of "rules" share: the texts with drafts on top of them, and an
 * engine. */
#ifndef STEWARD_RULES_H
#define STEWARD_RULES_H

#include "host/app.h"
#include "rule/engine.h"
#include "rule/rulebook.h"
#include "source.h"

struct rules_texts {
	struct rulebook *base;		/* what source.h chooses */
	struct rulebook *book;		/* with the files of the command line in it */
	int32_t day;			/* judged on */
	const char **shown;	/* of each file of book: the path a person can open */
	bool *is_named;			/* it was named on the command line */
	int ndrafts;			/* named ones that lie elsewhere */
};

/* A book with files first to last of the command line on top.  What a file replaces is
 * told by its path (parameters/, calculations/, rules/MODULE/), or else by the first name
 * it gives. */
bool rules_lay(struct app *app, const struct source *s, int first, struct rules_texts *t,
	       struct err *e);

/* The same on the book that the tools speak of. */
bool rules_read(struct app *app, const char *job, int first, struct rules_texts *t,
		struct err *e);

/* An engine with the facts of all modules; o lives as long as it.  tool: see tool.h; may
 * be NULL. */
struct engine *rules_engine(struct app *app, const struct rulebook *book, int32_t day,
			    const char *const *tool,
			    void (*failed)(void *ctx, const char *what, int64_t person_id,
					   const char *message),
			    void *ctx, struct engine_options *o, struct err *e);

/* Path of the book's file as a person can open it; path itself when it is none. */
const char *rules_shown(const struct rules_texts *t, const char *path);

/* The first line of a message without trace and without "PATH:LINE: "; *line gets the
 * number, or 1. */
const char *rules_message(struct arena *a, const char *message, int *line);

/* A message of a tool or a text that fails, its first line in the reader's language; not
 * cleaned. */
const char *rules_failure(struct arena *a, const char *message);

/* The text for a tool's question: a NUL, which would end it there, becomes another
 * control character that is refused as well. */
const char *rules_plain_text(struct arena *a, const struct rule_file *f);

/* Tells the tool "check" of the facts, with units and titles, and of the kinds of
 * task. */
bool rules_tell_modules(struct app *app, struct engine *en, struct err *e);

/* The verbs.  try_bodies: scripts that return a value. */
bool rules_list(struct app *app, struct err *e);
bool rules_checkout(struct app *app, struct err *e);
bool rules_check(struct app *app, struct err *e);
bool rules_test(struct app *app, struct err *e);
bool rules_cases(struct app *app, struct err *e);
bool rules_try(struct app *app, struct err *e);
bool rules_try_bodies(struct app *app, struct err *e);
bool rules_replay(struct app *app, struct err *e);
bool rules_edit(struct app *app, struct err *e);
bool rules_export(struct app *app, struct err *e);	/* params export, params import */
bool rules_import(struct app *app, struct err *e);
bool feed_map_show(struct app *app, struct err *e);
bool rules_types(struct app *app, struct err *e);
bool rules_rehearse(struct app *app, struct db *db, struct err *e);
bool rules_adopt(struct app *app, struct db *db, struct err *e);
bool rules_withdraw(struct app *app, struct db *db, struct err *e);
bool rules_history(struct app *app, struct db *db, struct err *e);
bool rules_diff(struct app *app, struct db *db, struct err *e);

#endif
