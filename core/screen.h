/* What is shown and asked: columns, sections, keys of a row, forms, screens, commands.
 * Part of steward.h, by which modules see it. */
#ifndef STEWARD_SCREEN_H
#define STEWARD_SCREEN_H

#include <stdbool.h>

#include "stmt.h"

/* How a value is shown. */
enum column_kind {
	COLUMN_TEXT, COLUMN_DAY, COLUMN_MONEY /* fen */, COLUMN_COUNT, COLUMN_PERIOD,
	COLUMN_SAY,	/* a finding's sentence: json array of text and values */
	COLUMN_LABEL,	/* a code or text that is translated */
	COLUMN_FACT,	/* the name of a fact: its title is shown */
	COLUMN_VALUE,	/* a fact's value as rules have it; column .by names the fact */
	COLUMN_FIGURE,	/* a number in the unit that column .by names */
	COLUMN_BAR,	/* "#" for each column of a bar; the theme has its own sign */
	COLUMN_UNIT	/* a unit: "fen" reads yuan, as the figure beside it is shown */
};

struct column {
	int col;		/* column of the statement */
	const char *title;	/* N_(); NULL ends the table */
	enum column_kind kind;
	int width;		/* columns on screen; 0 takes what is left */
	int gives_way;	/* 1 is the first to go when the screen is narrow; 0 stays */
	int by;	/* column of the statement, for the kinds that need another one */
	int unless_arg;	/* left out when this argument of the screen, from 1, is given */
};

/* A part of a page: one row as "title: value" lines, or rows as a table. */
struct section {
	const char *name;	/* by which code finds it; NULL: nobody looks for it */
	const char *title;	/* N_() */
	/* takes the screen's arguments as its parameters */
	const struct stmt *stmt;
	const struct column *columns;
	bool is_fields;
	const char *opens;	/* screen opened by Enter on a row; NULL */
	/* columns of the row that become its arguments; -1 at the end */
	const int *args;
	bool has_why;		/* args name a task, whose rule can be asked why */
};

/* Rows that are read a page at a time, so that a list has no end but its last row. */
struct paging {
	/* Columns the rows are ordered by, which name a row among all; -1 at the end.
	 * Days, texts and numbers compare as the server has them. */
	const int *key;
	/* The parameter, from 0, that takes the first of them: the statement gives the
	 * rows after that key, from the first when it is null.  Those for the others
	 * follow, and then one int4: how many rows at most. */
	int first;
};

/* One of a filter's choices: what its parameter gets, and how the title names it. */
struct choice {
	const char *value;	/* NULL: null, which is no filter and not told */
	const char *title;	/* N_(); NULL ends the table */
};

/* A key that goes round the choices for one parameter of the screen's statements. */
struct filter {
	const char *key;	/* NULL ends the table */
	const char *label;	/* N_(), a word */
	int param;		/* from 0 */
	const struct choice *choices;
};

/* What the sign in front of a row means; told in the help of the screen. */
enum mark_look { MARK_ALARM, MARK_WATCH, MARK_HELD };

struct mark {
	const char *sign;	/* one column, as the statement's column "mark" has it */
	enum mark_look look;
	const char *meaning;	/* N_() */
};

/* What a key does with the selected row: one of opens, sends and runs. */
struct action {
	const char *key;	/* one character; NULL ends the table */
	const char *label;	/* N_() */
	const char *job;	/* who may, "clerk or window"; NULL everyone */
	const char *section;	/* of whose rows; NULL: the first */
	const int *args;	/* columns of the row; -1 at the end */
	const char *opens;	/* a screen or a form, with the args */
	const char *sends;	/* event of the task that the args name */
	/* takes the args; the rows are read again after it */
	const struct stmt *runs;
	/* The argument, from 1, that is of all the rows marked by space, blanks between;
	 * where none is marked, of the selected one.  0: of one row alone. */
	int many;
};

/* How a field of a form is filled in. */
enum entry_kind {
	ENTRY_TEXT,
	ENTRY_CODE,	/* one of .codes, or of the rows of .list */
	ENTRY_DAY,	/* YYYY-MM-DD */
	ENTRY_MONEY,	/* yuan, sent as fen */
	ENTRY_COUNT,	/* whole number */
	ENTRY_YES	/* yes or no, sent as true or false */
};

struct form_field {
	const char *name;	/* parameter of the statement; NULL ends the table */
	enum entry_kind kind;
	const char *prompt;	/* N_() */
	bool optional;		/* may be empty, then null */
	const char *value;	/* at first; "today" is the business day; NULL: nothing */
	int from_arg;		/* at first: this argument of the screen, from 1 */
	/* days ("today"), yuan or numbers; NULL: no limit */
	const char *least, *most;
	int bytes;		/* ENTRY_TEXT: at most; 0: 200 */
	const char *codes;	/* ENTRY_CODE: separated by blanks */
	/* ENTRY_CODE: columns code, label; takes the args.  ENTRY_TEXT: what is often
	 * written there, label alone; F4 puts one after the other in. */
	const struct stmt *list;
};

/* Fields below each other that become parameters.  What was typed and not sent is kept as
 * a draft of that login for these arguments: it survives the line and the terminal. */
struct form {
	const struct form_field *fields;
	/* A call of a function of the schema.  Parameters with the name of a field get
	 * it, the others the form's arguments in order. */
	const struct stmt *sends;
	const char *done;	/* N_(), said when it is stored */
};

/* What a screen is. */
enum screen_kind {
	SCREEN_SECTIONS,	/* sections below each other, scrolled as one */
	SCREEN_LIST,	/* the first section, with .paging; a second without columns */
	SCREEN_BOARD,	/* the first section: figures in columns, by column names */
	SCREEN_TEXT,	/* what a verb of the command line prints */
	SCREEN_FORM,	/* the first section as fields above .form */
	SCREEN_OWN	/* the sections' rows, laid out by .code */
};

struct screen_code;	/* canvas.h */

/* A screen.  The command line prints the same sections.  A column "mark" of a statement
 * is drawn in front of its row. */
struct screen {
	const char *name;
	const char *title;	/* N_(); NULL: the argument alone */
	enum screen_kind kind;
	const char *job;	/* who may open it; NULL everyone */
	const struct section *sections;	/* ends with a section without stmt */
	/* Column of the first section that is added to the title; NULL */
	const char *named_by;
	int named_arg;		/* argument, from 1, that is added to the title; 0 */
	const struct paging *paging;
	const struct filter *filters;
	const struct action *actions;
	/* NULL: "!" alarm, "*" watch, "h" a payment held */
	const struct mark *marks;
	const struct form *form;
	const char *verb;	/* SCREEN_TEXT: its words, which get the arguments */
	bool is_verbatim;	/* SCREEN_TEXT: its lines keep their places */
	/* SCREEN_TEXT: a screen opened by Enter on a line, with the first word of the
	 * last one up to there that is not indented, if it is a name like area.what;
	 * NULL: nothing */
	const char *line_opens;
	const struct screen_code *code;
	/* N_(), said where there is no row: what would stand here; NULL: the usual */
	const char *empty;
};

/* What a key or a name does.  Names are dotted: "screen.person", "open.board". */
struct command {
	const char *name;
	const char *help;	/* N_(), one line */
	const char *job;	/* who may; NULL everyone */
	const char *opens;	/* a screen or a form, of whichever module */
	const char *const *args;	/* for it; NULL at the end */
	const char *code;	/* two letters by which the command line knows it; NULL */
	const char *sends;	/* event of the task that is open */
	const struct stmt *runs;	/* takes the args */
};

struct key {
	const char *key;	/* "b", "F5", "ctrl-l" */
	const char *command;
	const char *screen;	/* where it works; NULL everywhere */
};

#endif
