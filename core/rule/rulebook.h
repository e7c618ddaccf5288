/* A book: the texts of lua/ that judge together, each with its hash.  Made from a folder,
 * or from texts that come from elsewhere; what judges is what was read. */
#ifndef STEWARD_RULEBOOK_H
#define STEWARD_RULEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/err.h"

struct rule_file {
	/* l functions that others share, p parameters, c calculations, r rule */
	char kind;
	/* Below the folder: rules/risk/paid_after_death.lua.  A folder of a module's name
	 * holds what that module brings, and is read when it is loaded. */
	const char *path;
	const char *text;
	size_t n;
	char hash[DIGEST_TEXT];
};

struct rulebook {
	int n;
	/* libraries first, rules last, each kind by path */
	struct rule_file *files;
	char hash[DIGEST_TEXT];		/* of all of them */
};

/* modules: names of the loaded modules, NULL at the end; core's rules are always read. */
struct rulebook *rulebook_read(struct arena *a, const char *folder,
			       const char *const *modules, struct err *e);

/* The kind of a text by its path; 0: of none, or of a module that is not loaded. */
char rulebook_kind(const char *const *modules, const char *path);

/* A book text by text: an empty one, each text put in, or in the place of the one of its
 * path, and the whole put in order and hashed.  Texts and paths must outlive the book. */
struct rulebook *rulebook_new(struct arena *a);
/* False: it is full. */
bool rulebook_put(struct rulebook *b, const struct rule_file *f);
void rulebook_seal(struct rulebook *b);

/* The same book with f in the place of the file of its path, or added. */
struct rulebook *rulebook_with(struct arena *a, const struct rulebook *b,
			       const struct rule_file *f);

/* The book with a draft laid over it: a file whose hash is "" takes its path's text
 * away. */
struct rulebook *rulebook_drafted(struct arena *a, const struct rulebook *b,
				  const struct rulebook *draft);

/* All but the rules, with a hash of their own. */
struct rulebook *rulebook_policy(struct arena *a, const struct rulebook *whole);

/* Text, length and hash of one file, into f; false when it cannot be read or is larger
 * than a rule may be. */
bool rulebook_read_file(struct arena *a, const char *full, struct rule_file *f,
			struct err *e);

/* The text of a path; NULL. */
const struct rule_file *rulebook_find(const struct rulebook *b, const char *path);

#endif
