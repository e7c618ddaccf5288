/* The rule book inside the worker: loaded text by text, then linked to the facts, then
 * judging. */
#ifndef STEWARD_BOOK_H
#define STEWARD_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "memo.h"
#include "rule/wire.h"
#include "sandbox/sandbox.h"

#define BOOK_RULES 256
#define BOOK_FACTS 256
#define BOOK_READS 32
#define BOOK_GUARDS 8

enum fact_type { FACT_DATE, FACT_INT, FACT_BIGINT, FACT_TEXT, FACT_BOOLEAN };

struct fact { char name[64]; enum fact_type type; };

/* Checked before Lua is entered: the field is there, is missing, or is one of the
 * codes. */
struct guard { int fact; bool present, absent; int n; char codes[8][32]; };

struct rule {
	char id[96], type[48], hash[65], jurisdiction[24];
	int judge, person;	/* registry: the function, the table it is given */
	struct memo *memo;
	int nreads, reads[BOOK_READS];
	int nguards;
	struct guard guards[BOOK_GUARDS];
	int nshown, shown[BOOK_READS + BOOK_GUARDS];	/* facts kept with a finding */
	bool in_force, has_failed;
	uint64_t hash64;
};

/* Areas as rows name them, and the places that the texts tell apart. */
#define BOOK_PLACES 1024
#define BOOK_AREA_BITS 12
struct area { uint32_t region; int place; bool is_known; };
struct place { char code[24]; bool applies[BOOK_RULES]; };

struct row;

/* The call in progress: whose facts the rule is given, and at which of its reads it
 * looked. */
struct looking {
	const struct rule *rule;
	const struct row *row;
	uint32_t mask;
	int place;
};

struct book {
	struct sandbox *sandbox;
	int prelude;			/* registry: the table of prelude.lua */
	int32_t today;
	int nfacts, nrules;
	struct looking looking;
	struct fact facts[BOOK_FACTS];
	struct rule rules[BOOK_RULES];
	int nplaces, place;		/* the place of the row in hand */
	bool has_entered;
	struct place places[BOOK_PLACES];
	struct area areas[1 << BOOK_AREA_BITS];
};

struct book *book_new(size_t memory);

/* All give RUN_OK or leave a message on the Lua stack. */
/* subject: what is judged, so that rules about others are left out; taken: names no rule
 * may have. */
enum run_status book_settings(struct book *b, int32_t today, const char *place,
			      const char *subject, const char *taken,
			      const char *modules);
bool book_add_fact(struct book *b, const char *name, const char *type);
enum run_status book_file(struct book *b, char kind, const char *path, const char *hash,
			  const char *text, size_t n);
int32_t book_next_edge(struct book *b);

/* Pushes the value of a fact for the call in progress. */
void book_push_fact(lua_State *L, const struct book *b, int read);

/* What a rule is given: an empty table that is asked for each fact by look.  Only what is
 * looked at is decoded, and it is known what was.  A reference into the registry. */
int book_person(struct book *b, const struct rule *r, lua_CFunction look);

/* p.name: upvalue 1 has the places of the declared names, upvalue 2 is the book. */
int book_look(lua_State *L);

/* Pushes field of the prelude's table. */
void book_push(struct book *b, const char *name);

/* COPY rows of what changed: checked (person_id, next_check, judged), found (person_id,
 * rule, cause, type, due, say, inputs, hash); and what failed (rule, person, message). */
struct judged { struct buf checked, found, failures; };

/* The place of an area (GB/T 2260; 0: the office's own) is where texts are asked; back to
 * the office's. */
void book_enter(struct book *b, uint32_t region);
void book_leave(struct book *b);

/* Judges rows of a binary COPY: person_id, judged, packed facts, and the area, which may
 * be left out. False when they are none. */
bool book_judge(struct book *b, const char *rows, size_t n, struct in_flight *flight,
		struct judged *out);

/* One rule about one person, telling all on the way into the trace of context.lua.  False
 * with a message on the Lua stack when there is no such rule, or no such row. */
bool book_explain(struct book *b, const char *rule, const char *row, size_t n,
		  struct in_flight *flight);

#endif
