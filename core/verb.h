/* Verbs of the command line that a module brings: "steward visits list".  The program
 * parses the options, connects, and gives the verb what it may do; what it prints comes
 * out as text, CSV or JSON, as the person asked. */
#ifndef STEWARD_VERB_H
#define STEWARD_VERB_H

#include <stdbool.h>
#include <stddef.h>
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

/* A value of a JSON document; first and next go through a list or an object. */
enum json_kind {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_TEXT,
	JSON_LIST,
	JSON_OBJECT
};

struct json {
	enum json_kind kind;
	const char *name; /* of a member of an object; NULL */
	const char *text; /* a text without NUL, or a number as it stands */
	int64_t line;
	int place; /* in its list, from 0 */
	const struct json *in, *first, *next;
};

/* Rows for a calculation of the policy texts, and who takes what comes of each: in the
 * order of the rows, error NULL when it went well. */
struct verb_rows {
	const char *calculation;
	bool (*answered)(void *ctx, void *row, const char *error,
			 const char *const *outputs, int n);
	void *ctx;
	const char *place; /* whose values count: CN-330681; NULL the office's */
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
	/* The number of whom the first argument names, by his identity number or ours;
	 * NULL: it has said that nobody is. */
	const char *(*person)(const struct verb_call *c);
	/* Reads the standard input: one JSON object, whose member list is a list.  Takes
	 * each element of it with the object's other members, head; both live until take
	 * returns.  Nothing is taken of a document that is wrong anywhere. */
	bool (*read)(const struct verb_call *c, const char *list,
		     bool (*take)(void *ctx, const struct json *head,
				  const struct json *element),
		     void *ctx);
	/* Says where the value stands and what should: "a list".  Returns false. */
	bool (*reject)(const struct verb_call *c, const struct json *at,
		       const char *expected);
	/* Puts a text in place of a parameter's value, for the rows asked from now on;
	 * is_known false: there is no such parameter. */
	bool (*set)(const struct verb_call *c, const char *parameter, const char *text,
		    bool *is_known);
	/* A row of texts, as many as the calculation has inputs; asked in batches.
	 * Without inputs: that was the last, answer all; then another calculation may
	 * be asked. */
	bool (*ask)(const struct verb_call *c, const struct verb_rows *rows,
		    const char *const *inputs, void *row);
	/* Zeroed memory; of an element until it is taken and its rows are answered. */
	void *(*room)(const struct verb_call *c, size_t size);
	/* A finding's sentence in the reader's language. */
	const char *(*say)(const struct verb_call *c, const char *sentence);
	/* A row of an answer that no statement gives; values NULL: its names alone,
	 * first. */
	void (*row)(const struct verb_call *c, const char *const *names,
		    const char *const *values, int n);
	/* A remark beside the answer; translated, %s stands for a and then b. */
	void (*note)(const struct verb_call *c, const char *format, const char *a,
		     const char *b);
	/* Says what is wrong and what to do; both are translated.  Returns false. */
	bool (*fail)(const struct verb_call *c, const char *message, const char *hint);
	/* Writes a text to a file, whole or not at all. */
	bool (*put)(const struct verb_call *c, const char *path, const char *text);
	/* The same as PDF, in the reader's language; the first line is its title, the
	 * code stands in a QR code and below each page.  Day: YYYY-MM-DD. */
	bool (*paper)(const struct verb_call *c, const char *path, const char *text,
		      const char *code, const char *day);
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
	/* Works without an office: print and run must not be called. */
	bool is_alone;
};

/* For a module's table of verbs: the steps of lists by which money goes out (struct
 * remit), which take the number of a list.  remit_file writes what was signed, as CSV or,
 * where the name ends so, as PDF. */
bool remit_approve(const struct verb_call *c);
bool remit_back(const struct verb_call *c);
bool remit_file(const struct verb_call *c);
extern const struct option_def remit_file_options[];

/* Makes a list of a kind for the month that the first argument tells, or for this one,
 * and prints its lines by a statement that takes the list. */
bool remit_make(const struct verb_call *c, const char *kind, const struct stmt *lines,
		const struct column *columns);

/* The same steps for the actions of a screen, with the number of a list. */
extern const struct stmt REMIT_APPROVE, REMIT_BACK;

/* For papers.  Takes the first line off; it lives as long as the verb. */
const char *said_line(const struct verb_call *c, const char **at);

/* Each line is a sentence with its values, said in the reader's language; an empty one
 * stays empty.  Lives as long as the verb. */
const char *said_text(const struct verb_call *c, const char *lines);

#endif
