/* Verbs of the command line that a module brings: "steward visits list".  The program
 * parses the options, connects, and gives the verb what it may do; what it prints comes
 * out as text, CSV or JSON, as the person asked. */
#ifndef STEWARD_VERB_H
#define STEWARD_VERB_H

#include <stdbool.h>
#include <stdint.h>

#include "stmt.h"

struct column;

/* One option of a verb.  kind 'f' flag, 't' text, 'p' place or login (a text that is
 * never empty), 'm' text that may be repeated (a line each), 'n' whole number, 'd'
 * day. */
struct option_def {
	const char *name;	/* "dry-run" is --dry-run */
	char kind;
	const char *help;	/* N_(), one line */
	const char *value;	/* default; NULL none */
	int64_t least, most;	/* of numbers */
};

/* What a verb is given.  All functions are the program's; texts live until the verb has
 * returned.  Those that return false have said why: the verb returns false, too. */
struct verb_call {
	int nargs;
	const char *const *args;	/* after the verb's path */
	/* Value of an option; NULL not given and no default. */
	const char *(*option)(const struct verb_call *c, const char *name);
	/* Runs a statement and prints its rows: the columns in text, all in csv and json.
	 * The title, or NULL, stands above a part of a longer answer. */
	bool (*print)(const struct verb_call *c, const struct stmt *s,
		      const char *const *params, const struct column *columns,
		      const char *title);
	/* Runs a statement; *value gets the first column of the first row, or "". */
	bool (*run)(const struct verb_call *c, const struct stmt *s,
		    const char *const *params, const char **value);
	/* Says what is wrong and what to do; both are translated.  Returns false. */
	bool (*fail)(const struct verb_call *c, const char *message, const char *hint);
	void *owner;	/* the program's */
};

struct module_verb {
	const char *path;	/* begins with the module's name; NULL ends the table */
	const char *arguments;	/* as shown in the usage line */
	const char *help;	/* N_(), one line */
	int least, most;	/* arguments; most -1: as many as there are */
	const char *job;	/* whose login is taken when --as is not given */
	const struct option_def *options;	/* NULL: none of its own */
	bool (*call)(const struct verb_call *c);
};

#endif
