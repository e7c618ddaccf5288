/* The only header a module includes.
 *
 * A business area is one constant struct module, found under the symbol steward_module in
 * NAME.so: tables that say what the area adds.  The loader checks all of it before
 * anything runs and refuses a module that fails, with the reason, while the others go on.
 * Every table ends with a row of zeros.  Nothing here is copied: all of it lives as long
 * as the program. */
#ifndef STEWARD_H
#define STEWARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stmt.h"

#define STEWARD_INTERFACE 11	/* changes when a struct below does */

/* Marks text for translation where tr() cannot be called. */
#define N_(text) (text)

/* What rules judge: core's own is person, a module may bring more.  Migrate makes for
 * each the table NAME_fact, one typed row each, and NAME_pack, that row in one piece for
 * the judge. */
struct subject {
	/* small letters; NAME_id is its number, a bigint that is not 0 */
	const char *name;
	const char *title;	/* N_() */
	/* where all of them stand, with NAME_id, person_id, region_code */
	const char *table;
	/* its facts look at the person's: they are made anew with his */
	bool follows_person;
	const char *screen;	/* opens with NAME_id; NULL: the person's */
};

/* One column of a fact row.  Rules and figures read it by name. */
struct fact_column {
	const char *name;
	const char *type;	/* date, bigint, int, text or boolean */
	/* day, fen, months, period, code, count, list or yes/no */
	const char *unit;
	const char *title;	/* N_() */
};

/* The facts that a module adds to a subject, its own or another's.  {todo} in its select
 * stands for a join that leaves those whose facts are made anew, by NAME_id, and gives
 * the day judged as todo.day.  The set of whoever brings the subject is its base: its
 * select gives NAME_id, person_id (but for person, whose id that is), region_code, day,
 * the facts in order, and until when they stay as they are.  Others give NAME_id, the
 * facts, until when, for those who have any; they may also read the session's table base:
 * the same with the base's facts beside it. */
struct fact_set {
	const char *subject;
	const struct fact_column *columns;
	const char *select;	/* SQL */
	/* SQL: NAME_id, fact, value text, day, batch_id, line: which row a fact came
	 * from; becomes a part of a view.  NULL: nothing is told */
	const char *sources;
};

/* Finds by a statement what no rule over one row can see: overlaps, duplicates, late
 * feeds. The statement takes the day and gives person_id (0: it concerns nobody),
 * subject_id (0: the person himself), cause, say, due, monthly_fen and inputs, a json
 * object of what it rests on.  What it does not find again is gone.  Where it says
 * {scope}, a run over the touched alone puts a join with the table scope (person_id)
 * there, and nothing is gone but among them.  {rule} stands for the finder's name, so
 * that several may have one statement. */
struct finder {
	const char *rule;	/* "visits.overlap", as rules are called */
	const char *title;	/* N_() */
	const char *basis;	/* the article it carries out */
	const char *subject;	/* of subject_id; NULL: person */
	const char *task_type;
	/* numbers of the law it reads in policy_number, blanks between */
	const char *parameters;
	const struct stmt *stmt;
	/* looked for by the day's work alone, not by every run */
	bool nightly;
	/* Looks at the table asked: not run where no calculation has said anything and
	 * nothing of such finders stands. */
	bool reads_asked;
};

/* What a calculation says of persons, for finders to look at: before they run, each row
 * of the statement is put to it.  The statement has no parameters and gives person_id,
 * the place ("" the office's own) and the inputs in order, as texts that are not null;
 * {scope} as a finder's.  The first output goes to the session's table asked
 * (calculation, person_id, answer) where it is not empty; null: it failed on this
 * person. */
struct asking {
	const char *calculation; /* NULL ends the table */
	const struct stmt *stmt;
	/* Run when the answers are there: what the module keeps of them for screens and
	 * functions.  No parameters, {scope} as above; NULL: nothing. */
	const struct stmt *keeps;
};

/* A kind of number that names a person: "cn18", a passport.  A person may have
 * several. */
struct ident_kind {
	const char *name;	/* as person_ident has it: small letters, digits, _ */
	const char *title;	/* N_() */
	/* NULL when the n bytes are such a number, otherwise why not, as a reject says
	 * it.  *birth gets the day of birth that the number tells, in days since
	 * 2000-01-01; it stays as it is where none is told. */
	const char *(*check)(const char *s, size_t n, int32_t *birth);
};

#define FIELD_LIST_MOST 100 /* values in one FIELD_LIST, of at most 200 characters each */
#define FIELD_SCALE_MOST 6
#define FEED_FIELDS_MOST 60
#define FEED_MATCHES_MOST 8

/* How one field of a department's file is read.  It lands in the column of the same name
 * of the session's table stage, of the type said here.  Blanks around a value are cut
 * off, full-width signs are read as the plain ones, and the dots of a name are one dot.
 */
enum field_kind {
	/* text: a number of .id_kind; beside it NAME_birth date: the day of birth that
	 * the number tells, or null */
	FIELD_ID,
	/* the same, as given: 5-32 capital letters and digits; matched, and doubted when
	 * it matches nobody */
	FIELD_ID_GIVEN,
	FIELD_NAME,	/* text: 1-100 characters, no control or format characters */
	FIELD_TEXT,	/* text: 0-200 characters of the same kind; may be empty */
	FIELD_CODE,	/* text: one of .codes, separated by blanks */
	/* text: a code that stands in .column of .table; the whole file is looked up by
	 * one join, what is not there is rejected */
	FIELD_REF,
	FIELD_DAY,	/* date: YYYY-MM-DD from .least to .most */
	FIELD_TIME,	/* time: HH:MM or HH:MM:SS, to 23:59:59 */
	FIELD_PERIOD,	/* int: YYYY-MM, kept as 202511 */
	FIELD_MONEY,	/* bigint: yuan with at most two decimals, kept as fen, from 0 */
	FIELD_COUNT,	/* bigint: whole number from 0 to 999999999 */
	FIELD_DECIMAL,	/* numeric: 12 digits, and .scale more after the point; signed */
	FIELD_QUANTITY,	/* the same from 0 */
	FIELD_LIST	/* text[]: values with .separator between */
};

struct field {
	/* in the header line and in stage: small letters, digits, _ */
	const char *name;
	enum field_kind kind;
	bool optional;		/* may be empty, then null */
	bool may_lack;		/* optional: a file may do without its column */
	/* Days, or months of FIELD_PERIOD; "today", the day of the import, with as many
	 * days more as "today+31" says; NULL: 1900, 2100.  None is before the birth of
	 * the row's person, if the row tells it. */
	const char *least, *most;
	const char *codes;
	/* FIELD_DAY: name of a number field before it, whose birth day it must be */
	const char *birth_of;
	bool is_birth; /* FIELD_DAY: when the row's person was born, as its sender says */
	const char *after;	/* FIELD_DAY: a day field before it, which is not later */
	const char *sex_of; /* FIELD_CODE M F: a cn18 number before it, which tells it */
	bool of_life;	/* FIELD_COUNT: months, not more than the person has lived */
	bool positive;	/* FIELD_MONEY: 0 is none */
	const char *id_kind;	/* NULL: "cn18" */
	const char *table, *column;	/* FIELD_REF: of the module's or core's tables */
	int scale;		/* digits after the point, to FIELD_SCALE_MOST */
	char separator;		/* 0: ";" */
};

enum match_doubt {
	DOUBT_TASK,	/* a task "match" of the row's main person, or of person 0 */
	DOUBT_REJECT	/* the row is rejected */
};

/* Whom or what a row names.  Found by its number alone, in one join for the whole file;
 * what else the file says of it is compared.  A number that is somebody else's, or
 * nobody's while name and birth day are somebody's, is doubt.  A number of nothing at all
 * rejects the row; an empty one names nothing, except that the main person must be
 * somebody.  A row is applied when all its matches are sure, or a clerk has said so. */
struct match {
	/* Column of stage that gets the id.  "person_id" is the row's main person, whose
	 * task a doubt becomes; stage has its region_code beside it. */
	const char *gives;
	const char *title;	/* N_(): what a doubt calls it, "nurse" */
	const char *number;	/* field; of a person FIELD_ID or FIELD_ID_GIVEN */
	const char *name;	/* field, or NULL */
	/* field, of a person; NULL: the day that the number tells */
	const char *birth;
	/* NULL: a person.  Otherwise a table of the module or of core with a unique
	 * column key, its bigint column id, and named, compared with the field name. */
	const char *table, *key, *id, *named;
	enum match_doubt doubt;
	/* Rows are new persons, the register; who has the number already stays that
	 * person.  The only match of its feed; region is a field with the area, a
	 * FIELD_REF of the table region. */
	bool is_new;
	const char *region;
};

/* What becomes of a column when its sender tells it again. */
enum kept {
	KEPT_KEY,	/* it names the thing that is told of */
	KEPT_VALUE,	/* the newer word replaces the older, which stays readable */
	KEPT_FIRM,	/* no file changes it silently: somebody is asked */
	KEPT_NOTE	/* taken with a new row; that it differs is no news */
};

struct kept_column {
	const char *name;	/* of the table; NULL ends it */
	enum kept is;
	const char *from;	/* what of stage; NULL: the column of the same name */
};

/* One row of a table for each thing that a feed's rows tell of a person.  The table has
 * person_id, which is part of the key, region_code, batch_id and line.  Every row of the
 * file gets its end from it: new, same, corrected, contradictory. */
struct keep {
	const char *table;	/* NULL ends it */
	const struct kept_column *columns;
	const char *only;	/* condition on rows of stage; NULL: all */
	/* A sender tells one row of a person: condition on the row t that is there and
	 * s that is told, by which one under another key takes its place.  NULL: rows
	 * under other keys are other things. */
	const char *replaces;
	/* N_(): what it is, where a row of the sender without it (only is not so)
	 * contradicts one that he told before: somebody is asked, and who agrees takes
	 * it away.  NULL: a row that does not tell it says nothing of it. */
	const char *gone;
	const char *gone_if;	/* condition on the row t that is there */
	/* Decisions change its rows, too, and mark them with batch_id 0: then no file
	 * takes that back silently, as of KEPT_FIRM. */
	bool is_decided;
};

/* What a department sends.  The name, of small letters, digits and _, becomes that of
 * functions of the schema, among them feed_NAME: apply is its body, run with the rights
 * of the schema's owner.  It moves rows from the session's table stage into the module's
 * tables; the main persons of stage get new facts. */
struct feed {
	const char *name;
	const char *title;		/* N_() */
	const struct field *fields;
	/* NULL: rows are kept as they are, person_id null */
	const struct match *matches;
	/* Run in order after the keeps; $1 batch; NULL at the end.  What a row of stage
	 * was that they took goes to the session's table told (line, said): "same",
	 * "corrected"; a row that nobody tells of is new. */
	const struct stmt *const *apply;
	int every_days;			/* how often it is expected */
	/* A subject whose table gets the rows: those of a batch are judged afterwards.
	 * The table has batch_id, and an index on it.  NULL: persons alone. */
	const char *subject;
	const struct keep *keeps;	/* NULL: only what apply does */
	/* Run before the keeps, as apply: rows that they refuse, or ask about, leave
	 * stage. */
	const struct stmt *const *before;
};

/* What a module adds to a feed of another: statements that run in a function of their own
 * after the feed's, over the same rows of stage.  Where no module has the feed they do
 * nothing. */
struct feed_step {
	const char *feed;
	const struct stmt *const *apply;	/* as a feed's; NULL at the end */
	const struct keep *keeps;		/* as a feed's */
	const struct stmt *const *before;
};

/* What somebody can work as; migrate makes the role steward_NAME. */
struct job {
	const char *name;	/* "dispatcher" */
	const char *title;	/* N_() */
};

/* How far a task is.  Every task begins in "open"; "proposed", "done", "dismissed" and
 * "withdrawn" are core's, too. */
enum state_kind {
	STATE_OPEN,	/* somebody has to do something */
	STATE_PROPOSED,	/* a proposal waits for another person */
	STATE_FINAL	/* nothing is to be done */
};

struct task_state {
	const char *name;
	const char *title;	/* N_() */
	enum state_kind kind;
};

/* What a step of a task is.  The database holds to it, whatever the states are called. */
enum move_does {
	MOVE_STEP,	/* it goes on; nothing is decided, the audit has it */
	MOVE_PROPOSE,	/* a decision that another person must settle */
	MOVE_APPROVE,	/* another person: it is done, once all who must have agreed */
	MOVE_REFUSE,	/* another person: it is not */
	MOVE_TAKE_BACK,	/* its author: it was too early */
	MOVE_CLOSE,	/* decided by one person alone */
	MOVE_REOPEN	/* what was closed without a decision is to be done after all */
};

/* One step a task can take.  The database checks job, state, version and who it is. */
struct move {
	const char *from, *event, *to;
	const char *job;	/* clerk, reviewer, manager ... */
	enum move_does does;
	/* SQL function of the schema (person_id bigint, rule_id text, cause text,
	 * decision_id bigint) returns bigint: how many rows it changed, in the same
	 * transaction.  None refuses the step. What it does stands in the decision's
	 * inputs, noted when it was proposed.  NULL: nothing. */
	const char *effect;
	const char *key;	/* key on the task screen */
	const char *label;	/* N_() */
	/* MOVE_CLOSE: the state it leads to instead where its reason makes a report void
	 * (work.reasons): a second person has to agree.  NULL: no reason does. */
	const char *denies;
};

/* How work of one kind goes.  Clocks, priorities and reasons are in
 * lua/parameters/work.lua. */
struct task_type {
	const char *name;
	const char *title;	/* N_() */
	const char *owner;	/* job whose queue it is */
	const struct move *moves;
	/* Done by the rule itself, where policy allows it: a statement without parameters
	 * that writes the effect of all rows of the session's table found_auto
	 * (person_id, rule_id, cause, region_code, say, rule_hash), with on conflict do
	 * nothing.  Each is recorded as an automatic decision; the persons are judged
	 * again.  NULL: a human decides. */
	const struct stmt *automatic;
	/* Takes that back, when the day is taken back on which it was settled: the same
	 * table, of the rows to undo. */
	const struct stmt *reverse;
	/* its effects need what a finder gives: no rule may ask for it */
	bool finders_only;
	/* opened by Enter on the task's head, with person_id and cause; NULL: the
	 * person's */
	const char *screen;
};

/* How a value is shown. */
enum column_kind {
	COLUMN_TEXT, COLUMN_DAY, COLUMN_MONEY /* fen */, COLUMN_COUNT, COLUMN_PERIOD,
	COLUMN_SAY,	/* a finding's sentence: json array of text and values */
	COLUMN_LABEL,	/* a code or text that is translated */
	COLUMN_FACT,	/* the name of a fact: its title is shown */
	COLUMN_VALUE,	/* a fact's value as rules have it; column .by names the fact */
	COLUMN_FIGURE,	/* a number in the unit that column .by names */
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
	const char *job;	/* who may; NULL everyone */
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
	/* ENTRY_CODE: columns code, label; takes the args */
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

/* Columns of the rows behind a figure, whatever they are of. */
enum {
	BEHIND_MARK, BEHIND_NAME, BEHIND_NUMBER, BEHIND_DAY, BEHIND_PLACE, BEHIND_SAY,
	BEHIND_PERSON, BEHIND_KEY	/* and as many more as the key has */
};

/* What figures count: rows of a table.  core has "person" (person_fact f) and "task"
 * (task t); a module brings its own, its subjects' facts above all. */
struct figure_source {
	const char *name;	/* "visit" */
	const char *from;	/* SQL: "visit_fact v"; it has region_code */
	/* SQL of what names a row and orders the list, with types: "v.visit_id bigint";
	 * commas between. */
	const char *key;
	const char *person;	/* SQL: "v.person_id"; NULL: rows about nobody */
	/* SQL of what stands in the list; NULL: nothing, or of the place the person's
	 * area. */
	const char *mark, *day, *place, *say;
	/* of the list, by BEHIND_...; title NULL ends them */
	const struct column *columns;
	const char *opens;	/* screen opened by Enter; NULL: nothing */
	/* columns of the row that become its arguments; -1 at the end */
	const int *args;
};

/* A figure of the board.  Without more it counts the rows of its source that pass the
 * filter; with per, by the rows that pass per, or by the sum over them; with share_of, in
 * percent of that figure.  Enter opens exactly the rows counted. */
struct indicator {
	const char *id;		/* "D4" */
	const char *title;	/* N_(), at most 18 columns */
	const char *meaning;	/* N_(), one sentence */
	const char *of;		/* name of the source */
	/* SQL condition over the source's alias and $today; the law's numbers stand in
	 * policy_number (name, value), by the parameter's name. */
	const char *filter;
	const char *sum;	/* SQL expression summed instead of counting; NULL */
	/* SQL expression of whose values the middle one is taken, or the one that so
	 * many percent are not above; NULL */
	const char *median;
	int percent;	/* of median; 0 is 50, the middle */
	const char *per;	/* SQL condition; NULL for a plain figure */
	const char *per_sum; /* SQL expression summed there instead of counting; NULL */
	const char *share_of;	/* id of another figure; NULL */
	const char *unit;	/* persons, tasks, %, fen */
	const char *owner;	/* job that answers for it */
	bool less_is_better;	/* from which value on it is watched: work.limits */
	/* What keys do with the rows behind it; args are BEHIND_...; NULL */
	const struct action *actions;
};

struct module_verb;

struct module {
	uint32_t interface;	/* STEWARD_INTERFACE */
	uint32_t size;		/* sizeof(struct module) */
	const char *name;	/* also the folder of its rules: lua/rules/NAME */
	const char *title;	/* N_() */
	const struct migration *migrations;	/* tables */
	/* The functions of the schema as they are now: SQL texts of "create or replace",
	 * run by "steward migrate" whenever one of them has changed.  Where what a
	 * function takes or gives changes, a migration drops the former one.  NULL at the
	 * end. */
	const char *const *functions;
	const struct subject *subjects;
	const struct fact_set *facts;
	const struct finder *finders;
	const struct asking *askings;
	const struct ident_kind *ident_kinds;
	const struct feed *feeds;
	const struct feed_step *feed_steps;
	const struct job *jobs;
	const struct task_state *states;
	const struct task_type *task_types;
	const struct screen *screens;
	const struct section *person_sections;	/* added to the person screen */
	/* keys of the person screen; their sections are this module's */
	const struct action *person_actions;
	/* Added to the task screen: their statements take person_id, rule_id and cause
	 * and give no row for other tasks. */
	const struct section *task_sections;
	/* What Enter does with a row of such a section: .section, .args and .runs; the
	 * key is "enter".  The first row is selected, a digit selects another. */
	const struct action *task_actions;
	const struct command *commands;
	const struct key *keys;
	const struct figure_source *figure_sources;
	const struct indicator *indicators;
	const struct module_verb *verbs;	/* verb.h */
	/* Without parameters; run by the day's work after the judge and before the
	 * figures, each a transaction; twice they change nothing.  NULL at the end */
	const struct stmt *const *nightly;
	const struct stmt *const *const *statements;	/* all of them, for the tests */
};

#endif
