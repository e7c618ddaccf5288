/* The texts of lua/: parameters, calculations, and the rules of the loaded modules, each with its
 * hash.  Read once; what judges is what was read. */
#ifndef STEWARD_RULEBOOK_H
#define STEWARD_RULEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/err.h"

struct rule_file {
	char kind;		/* p parameters, c calculations, r rule */
	const char *path;	/* below the folder: rules/risk/paid_after_death.lua */
	const char *text;
	size_t n;
	char hash[DIGEST_TEXT];
};

struct rulebook {
	int n;
	struct rule_file *files;	/* parameters first, rules last, each kind by name */
	char hash[DIGEST_TEXT];		/* of all of them */
};

/* modules: names of the loaded modules, NULL at the end; core's rules are always read. */
struct rulebook *rulebook_read(struct arena *a, const char *folder, const char *const *modules,
			       struct err *e);

/* Text, length and hash of one file, into f. */
bool rulebook_read_file(struct arena *a, const char *full, struct rule_file *f, struct err *e);

/* The same book with f in the place of the file of its path, or added. */
struct rulebook *rulebook_with(struct arena *a, const struct rulebook *b, const struct rule_file *f);

#endif
