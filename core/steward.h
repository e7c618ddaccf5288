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

#include "feed.h"
#include "screen.h"
#include "stmt.h"

#define STEWARD_INTERFACE 16	/* changes when a struct below does */

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
	/* Its facts look at the person's: they are made anew with his; where a view
	 * NAME_persons (NAME_id, person_id, region_code) is, with those of everybody it
	 * names. */
	bool follows_person;
	const char *screen;	/* opens with NAME_id; NULL: the person's */
	/* column of the table with the number people know it by: the search finds it;
	 * NULL */
	const char *number;
};

/* One column of a fact row.  Rules and figures read it by name. */
struct fact_column {
	const char *name;
	const char *type;	/* date, bigint, int, text or boolean */
	/* day, fen, months, period, code, count, list or yes/no; of a text that is a
	 * JSON list of persons with facts of theirs, each field's name and unit, the
	 * role first: "[role: head|spouse, died_on: day]" */
	const char *unit;
	const char *title;	/* N_() */
	/* Of a code, all that there are, blanks between: a rule that asks for another
	 * one is found.  NULL: they are not known beforehand. */
	const char *codes;
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
	/* Reads findings or tasks: runs when those of all others are written. */
	bool reads_found;
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
	bool are_few;	/* an index finds them: counted apart, without reading all rows */
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

/* A kind of list by which money goes out: a clerk makes it, another person signs it, a
 * file or a paper carries it, and what became of each line is told (remit_answer).  The
 * module says what is due; core takes off what was sent and not refused, keeps lists and
 * lines, and has the steps (verb.h). */
struct remit {
	const char *name;	/* "premium" */
	const char *title;	/* N_(): above the paper */
	/* SQL function of the schema (period int) returns setof remit_due: all that is
	 * due up to that month, whatever was sent; a line is known by person (0: nobody),
	 * ref and period (0: of no month). */
	const char *due;
	/* SQL function (list bigint) returns text: why a signed list cannot be taken
	 * back any more, or null; NULL: nothing but answers and later lists bars it */
	const char *bar;
	const char *verb;	/* its steps stand below: "employment premium" */
	const char *hint;	/* N_(): which verb lists them */
	/* Of the file, blanks between: list_no, month, ref, kind, id_no, name, amount,
	 * payee, payee_no or account; "agency=payee" calls one otherwise, "name:" and
	 * "agency:payee" stand in quotes. */
	const char *columns;
	const char *nothing;	/* N_(): where nothing is due */
	bool asks_back;		/* what was too much is a line less than nothing */
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
	const struct remit *remits;
	const struct module_verb *verbs;	/* verb.h */
	/* Without parameters; run by the day's work after the judge and before the
	 * figures, each a transaction; twice they change nothing.  NULL at the end */
	const struct stmt *const *nightly;
	const struct stmt *const *const *statements;	/* all of them, for the tests */
};

#endif
