/* What is measured, by topic; each is a test of cmocka and gives figures to the table. */
#ifndef STEWARD_GOALS_TESTS_H
#define STEWARD_GOALS_TESTS_H

#include "goals.h"
#include "seat.h"
#include "times.h"

/* How often and how long: the proof takes its time, the sample in the check does not. */
struct goals_how {
	int starts, keys, seconds;
};
extern struct goals_how how;

/* The queue of all kinds, on its first row. */
struct pty *goals_queue(void);
struct pty *goals_lean_queue(void);	/* for a slow line */

/* A decision's form with its cursor in the note, nothing typed; and its end. */
struct pty *goals_form(void);
void goals_discard(struct pty *p);

/* The rows of the screen; how many of them are others by now, each printed. */
const char **goals_rows(struct pty *p);
int goals_other_rows(struct pty *p, const char *const *before);

void starts(void **state);
void cold_start(void **state);
void keys(void **state);
void keys_while_a_query_runs(void **state);
void keys_while_others_export(void **state);
void keys_of_a_session(void **state);
void keys_back(void **state);
void filter(void **state);

void bytes_of_a_list(void **state);
void bytes_of_a_field(void **state);
void bytes_of_the_board(void **state);
void many_keys_at_once(void **state);
void slow_line(void **state);
void typed_ahead(void **state);
void idle(void **state);
void memory(void **state);

void terms(void **state);
void sizes(void **state);
void storm(void **state);
void signals(void **state);
void stopped(void **state);
void lost_terminal(void **state);
void drift(void **state);
void injection(void **state);
void locales(void **state);
void colours(void **state);
void strange_keys(void **state);

#endif
