/* A program in a pseudo terminal, and what a person in front of it sees: its bytes go to
 * libvterm, keys are sent by name.  Waiting always waits for something and has a bound; a
 * wait that comes to its bound fails the test and prints the screen. */
#ifndef STEWARD_PTY_H
#define STEWARD_PTY_H

#include <stdbool.h>
#include <stddef.h>

struct pty;

/* env: "NAME=value" sets, "NAME" alone unsets; ends with NULL. */
struct pty *pty_start(const char *const *argv, const char *const *env, int rows,
		      int cols);

/* The next terminal: whether it draws the dot of a name in two columns, and whether it
 * leaves unanswered what it is asked. */
void pty_next(bool is_wide, bool is_silent);

/* Kills what still runs.  NULL is accepted. */
void pty_free(struct pty *p);

/* One key: "enter", "esc", "up", "pgdn", "F12", "ctrl-c", or the character itself.  It is
 * counted. */
void pty_key(struct pty *p, const char *name);

/* Keys with blanks between them, each counted. */
void pty_keys(struct pty *p, const char *names);

/* Characters that only a human knows; counted as data. */
void pty_type(struct pty *p, const char *text);

/* The same keys in one write, none of them counted. */
void pty_burst(struct pty *p, const char *const *names, int n);

/* Any bytes, none of them counted; nothing where the program has ended. */
void pty_send(struct pty *p, const char *bytes, size_t n);

void pty_count_from_here(struct pty *p);	/* keys and data are none again */
int pty_keys_sent(const struct pty *p);
int pty_data_sent(const struct pty *p);		/* characters */

/* Until the text stands on the screen, or no longer does. */
void pty_wait(struct pty *p, const char *text);
void pty_wait_gone(struct pty *p, const char *text);

/* How often the program has slept so far. */
long pty_wakes(const struct pty *p);

/* Until the program sleeps and nothing came for so long. */
void pty_settle(struct pty *p, int quiet_ms);

/* The same, but a program that ended meanwhile is no failure. */
void pty_rest(struct pty *p, int quiet_ms);

/* Looks at the screen as it is.  Rows have no blanks at their ends; texts live as long as
 * the pty. */
bool pty_shows(struct pty *p, const char *text);
int pty_rows(const struct pty *p);
const char *pty_row(struct pty *p, int row);
const char *pty_screen(struct pty *p);
int pty_row_of(struct pty *p, const char *text);	/* -1: nowhere */
int pty_col_of(struct pty *p, int row, const char *text);	/* in columns; -1 */
void pty_cursor(const struct pty *p, int *row, int *col);
bool pty_is_reverse(const struct pty *p, int row, int col);

char pty_letter(const struct pty *p, int row, int col);	/* ? where it is none */

/* From here on signs whose width is unsure (the dot between names, quotes, frames) are
 * two columns wide, as on terminals that are set for Chinese. */
void pty_wide(struct pty *p);

/* What colour the character has: the same number for the same colour, 0 for the
 * terminal's own. */
unsigned pty_colour(const struct pty *p, int row, int col);

void pty_resize(struct pty *p, int rows, int cols);
void pty_signal(struct pty *p, int number);

/* The line is cut: the program reads nothing more and cannot write. */
void pty_hang_up(struct pty *p);

/* It has not ended yet. */
bool pty_runs(struct pty *p);

/* Waits for the end: its exit status, or 128 and the signal that killed it. */
int pty_end(struct pty *p);

/* How often the program has gone to sleep until now: one that does nothing does not wake
 * up either. */
long pty_sleeps(const struct pty *p);

/* Memory of the program that it shares with nobody, in KB. */
long pty_memory(const struct pty *p);

long pty_resident(const struct pty *p);		/* all of it that is in memory, KB */
double pty_cpu_ms(const struct pty *p);		/* that it has used of the processor */

/* The files that it has mapped leave the memory, as far as nobody else holds them. */
void pty_evict(const struct pty *p);

/* By clock_ms(): the start; the last byte; the byte that brought the text, waited for. */
double pty_begun_ms(const struct pty *p);
double pty_last_ms(const struct pty *p);
double pty_when(struct pty *p, const char *text);

/* From a key to the last byte before such a silence; -1 when none came. */
double pty_time(struct pty *p, const char *key, int quiet_ms);

/* From here on the line is slow. */
void pty_slow(struct pty *p, int bits_a_second);

/* Bytes the program wrote since the mark; pty_start sets the first one. */
void pty_mark(struct pty *p);
size_t pty_bytes(const struct pty *p);
bool pty_wrote(const struct pty *p, const char *bytes);	/* since the start */
const char *pty_raw(const struct pty *p, size_t *n);

/* Alternate screen left, cursor visible, driver of the terminal as it was before. */
bool pty_is_restored(const struct pty *p);

#endif
