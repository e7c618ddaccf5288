/* What the program and the worker say to each other over a pair of pipes: frames of a
 * type, a length and that many bytes.  Numbers inside are in network order; texts are a
 * length and bytes, so that rows pass through from and to the server's binary COPY
 * unchanged. */
#ifndef STEWARD_WIRE_H
#define STEWARD_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define FACTS_TOGETHER 8 /* columns of a packed row behind one byte */

struct frame { uint32_t type, len; };

#define FRAME_MOST (16u << 20)
/* Among the failures, in place of a rule: the person's row itself. */
#define WIRE_FACTS "facts"

enum frame_type {
	/* to the worker */
	/* today, place, subject, taken names, modules, n x (fact, type) */
	FRAME_SETTINGS = 1,
	FRAME_FILE,	/* kind (p, c, r), path, text */
	FRAME_LINK,	/* all files are there */
	/* COPY rows: subject's number, judged, packed facts, maybe area */
	FRAME_ROWS,
	/* name, n inputs, how (CALCULATE_*), rows: perhaps day, place, n texts */
	FRAME_CALCULATE,
	FRAME_TRY,	/* path, body of a script */
	FRAME_PARAMETER,	/* name, or =calendar, =endings: see book/calendar.lua */
	FRAME_SET,	/* name of a parameter or of an entry, text in its place */
	FRAME_DESCRIBE,	/* nothing */
	FRAME_TOOL,	/* name of a tool and texts; see tool.h */
	FRAME_EXPLAIN,	/* rule, one COPY row as of PERSONS */
	/* from the worker */
	FRAME_DONE = 100,	/* of LINK: next edge, n x rule; of FILE: nothing */
	FRAME_REFUSED,	/* a file or a call failed: status, message, trace */
	FRAME_JUDGED,	/* three blocks: checked rows, found rows, failures */
	/* Of CALCULATE: rows, perhaps fewer than were sent: message; n, outputs; and
	 * where it is explained n, lines of WIRE_LINE texts.  Of EXPLAIN: n, such lines.
	 * Of TRY, PARAMETER and DESCRIBE: texts. */
	FRAME_VALUES
};

/* How rows are calculated: with an explanation; each row with its day, "" for today's. */
enum { CALCULATE_EXPLAINED = 1, CALCULATE_DATED = 2 };

/* A line of an explanation: kind (call, input, parameter, step, output), number of the
 * calculation it belongs to, depth, name, value, unit, jurisdiction, first day, last day,
 * meaning, basis.  Of a rule, in the order in which it went: rule (meaning: title), when
 * and unmet (a condition that holds, one that does not; meaning: what is wanted), fact
 * (unit: its type), reached (name: the day, value: yes or no), found (name: cause, say,
 * due or monthly), nothing, failed.  Behind what has an article, its words: words (name:
 * the language or "", meaning: all of them). */
enum wire_line {
	LINE_KIND,
	LINE_CALL,
	LINE_DEPTH,
	LINE_NAME,
	LINE_VALUE,
	LINE_UNIT,
	LINE_PLACE,
	LINE_FROM,
	LINE_TO,
	LINE_MEANING,
	LINE_BASIS,
	WIRE_LINE
};

/* Which rule judges whom, in memory that both see: how a hung worker's rule is named. */
struct in_flight {
	volatile uint32_t rule;		/* number of the rule; UINT32_MAX none */
	volatile uint64_t person_id;	/* of a calculation: number of the row */
};

/* File descriptors of the worker. */
enum { WORKER_IN = 0, WORKER_OUT = 1, WORKER_SHARED = 3 };

/* Texts of a payload. */
void wire_text(struct buf *b, const char *s, size_t n);
void wire_string(struct buf *b, const char *s);
void wire_strings(struct buf *b, const char *const *texts);	/* NULL at the end */
uint32_t wire_take_u32(const char **at, const char *end);
/* NULL and n 0: cut short. */
const char *wire_take(const char **at, const char *end, size_t *n);

/* Can that many things of so many bytes each, at least, still follow?  Asked before room
 * is made for them. */
bool wire_fits(uint32_t n, size_t each, const char *at, const char *end);

/* Are the bytes whole rows of binary COPY with so many columns?  lengths: of each
 * column's values, 0 for any. */
bool wire_are_rows(const char *at, size_t n, const int *lengths, int columns);

#endif
