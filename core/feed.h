/* What departments send: kinds of numbers, fields, whom a row is about, what is kept of
 * it.  Part of steward.h, by which modules see it. */
#ifndef STEWARD_FEED_TABLES_H
#define STEWARD_FEED_TABLES_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "stmt.h"

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

#endif
