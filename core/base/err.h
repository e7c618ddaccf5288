/* What went wrong, filled once where it is known and passed up unchanged.  A function
 * that can fail returns bool and takes a struct err last; it ends with  return ERR(e,
 * CODE, ...).  */
#ifndef STEWARD_ERR_H
#define STEWARD_ERR_H

#include <stdbool.h>

enum err_code {
	ERR_NONE,
	ERR_USAGE,	/* the command line or a setting is wrong: exit status 2 */
	ERR_INPUT,	/* data from outside is not as declared */
	/* the thing is not in the state this needs; reload and look again */
	ERR_STALE,
	/* somebody else has it, or it took too long: nothing was done, try again */
	ERR_BUSY,
	ERR_DENIED,	/* this person may not do this */
	ERR_DB,		/* the server refused or is gone */
	ERR_LOST,	/* the answer was lost: done or not done is not known yet */
	ERR_SYSTEM,	/* files, processes, memory of the machine */
	ERR_RULE,	/* a rule, a parameter or a calculation is wrong */
	ERR_CANCELLED	/* the user stopped it */
};

struct err {
	enum err_code code;
	char message[400];	/* one line, lower case, no full stop */
	char detail[400];	/* facts; may be empty */
	char hint[1600];	/* what to do, a whole sentence; may be empty */
};

/* All return false, so that a failing function can end with them. */
bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
bool err_detail(struct err *e, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
bool err_hint(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Appends the text of errno to the message: "could not open "x": No such file or
 * directory". */
bool err_errno(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* In which words formats are said, until it is NULL again: the program's language, set
 * once at its start. */
void err_words(const char *(*words)(const char *format));

#define ERR(e, code, ...) err_set((e), (code), __VA_ARGS__)

#endif
