/* What follows from the tables of a feed: its fields, their types in the session's table
 * stage, its main person. */
#ifndef STEWARD_FEED_H
#define STEWARD_FEED_H

#include "base/arena.h"
#include "steward.h"

/* The field of this name; NULL when there is none, or name is NULL. */
const struct field *feed_field(const struct feed *feed, const char *name);

/* The match that gives the main person; NULL when the feed's rows have none. */
const struct match *feed_main(const struct feed *feed);

/* A number of a person: the column NAME_birth stands beside it. */
bool feed_is_id(const struct field *f);

/* The kind of a number of a person. */
const char *feed_id_kind(const struct field *f);

/* The SQL type of the field's column. */
const char *feed_type(struct arena *a, const struct field *f);

/* The kind of numbers of this name, of all modules; NULL when there is none. */
const struct ident_kind *feed_ident_kind(const struct module *const *modules,
					 const char *name);

#endif
