/* A person in front of the workbench: an 80x24 terminal, a login, and somebody to look
 * for.  What is handed out lives as long as the tests. */
#ifndef STEWARD_SEAT_H
#define STEWARD_SEAT_H

#include <stdbool.h>

#include "base/arena.h"
#include "pty.h"

/* What the tests were started with: number and name are those of a person reported dead a
 * moment ago. */
struct seat { const char *connection, *number, *name; struct arena *memory; };
extern struct seat seat;

/* CONNECTION NUMBER NAME and more words named in rest; false after telling how it is
 * meant. */
bool seat_take(int argc, char **argv, const char *rest);

/* For all tests together. */
int seat_setup(void **state);
int seat_teardown(void **state);

/* The workbench in colours and UTF-8, after its first screen has come. */
struct pty *seat_start(const char *login);

/* In another environment or size; see pty_start. */
struct pty *seat_start_in(const char *login, const char *const *env, int rows, int cols);

/* With a configuration of its own; home has come. */
struct pty *seat_start_as(const char *login, const char *config);

/* From the first screen to the form that proposes the first open stop of a pension. */
void seat_open_stop(struct pty *p);

/* By the key: it ends well and leaves the terminal as it was. */
void seat_leave(struct pty *p);

/* "title: of", as screens are headed. */
const char *seat_titled(const char *title, const char *of);

/* The program with these words: all it says, how it ended, and after how many
 * milliseconds. */
const char *seat_run(const char *words, int *status, double *took);

/* The first row of what the server's superuser is answered, blanks between columns. */
const char *seat_row(const char *question);

/* Another session holds a table for so many seconds, unless it is told to let go. */
void seat_hold(const char *table, int seconds);
void seat_let_go(void);

/* Extended regular expression, anywhere in the text. */
bool seat_matches(const char *text, const char *pattern);

#endif
