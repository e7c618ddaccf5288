/* Facts that a text declares, work.facts: read out of the book, checked against the feeds
 * of the modules, put into statements, and joined to the modules as one more, so that
 * whoever goes through their facts knows these. */
#ifndef STEWARD_DECLARED_H
#define STEWARD_DECLARED_H

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/rulebook.h"
#include "steward.h"

#define DECLARED_MOST 60
#define DECLARED_MODULE "texts"	/* the name of the module that has them */

/* A column of a feed's table, in constants of the modules. */
struct declared_column { const char *table, *name; const struct field *field; };

struct declared_fact {
	const char *name, *type, *unit, *title;
	/* which feed's rows, and of which kept column; "" the feed has no day */
	const char *feed, *column, *day;
	const char *pick;	/* last, sum, count or any */
	int months;		/* of the rows of so many months; 0 all */
	const char *of_column, *of_value;	/* rows with this code alone; "" all */
	/* A figure of the board over it, by its name; "" none.  what: count persons
	 * whose value is between least and most, sum the values, take the middle one. */
	const char *figure, *what;
	const char *least, *most;	/* numbers; "" no limit */
	bool is_withdrawn;	/* kept for the decisions that rest on it: no value */
	/* found by declared_check; field NULL: none */
	struct declared_column is, by_day, of;
};

struct declared { int n; struct declared_fact list[DECLARED_MOST]; };

/* Who reads the texts: where the worker is, and whose place. */
struct declared_reader {
	const char *worker, *jurisdiction;
	int32_t day;
};

/* What the book declares; nothing is started where no text of it does.  False with e:
 * the worker cannot be had. */
bool declared_read(struct arena *a, const struct declared_reader *r,
		   const struct rulebook *book, const struct module *const *modules,
		   struct declared *out, struct err *e);

/* Fills in what the modules have of it.  NULL when it is in order; otherwise what is
 * wrong, in the reader's language. */
const char *declared_check(struct arena *a, const struct module *const *modules,
			   struct declared_fact *d);

/* Of its figure; NULL when it has none or it is in order. */
const char *declared_figure_fault(struct arena *a, const struct module *const *modules,
				  const struct declared_fact *d);
/* Of two facts with one figure, about the second. */
const char *declared_figure_twice(struct arena *a, const struct declared *d, int i);

/* Gives the module of these facts their figures, with what these count. */
void declared_figures(struct arena *a, const struct declared *d, struct module *own);

/* SQL of a set of facts (struct fact_set) about those in order: names of the modules'
 * tables and columns, and texts without any sign that SQL has. */
const char *declared_sql(struct arena *a, const struct declared *d);

/* The modules with these facts as one more; those without order are left out. */
const struct module *const *declared_with(struct arena *a,
					  const struct module *const *modules,
					  struct declared *d);

/* The same with those that the office's fact rows have: rows of DECLARED_ALL, which are
 * copied. */
void declared_take(struct arena *a, const struct rows *rows,
		   const struct module *const **modules);

/* The same, asked for; *modules stays where there are
 * none. */
bool declared_join(struct db *db, struct arena *a, const struct module *const **modules,
		   struct err *e);

/* Before a judge: those of the book in force become the office's, and are joined. */
bool declared_renew(struct db *db, struct arena *a, const struct declared_reader *r,
		    const struct module *const **modules, struct err *e);

#endif
