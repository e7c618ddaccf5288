/* The pseudo terminal's own state, shared by what runs the program and what looks at its
 * screen. */
#ifndef STEWARD_PTY_PRIVATE_H
#define STEWARD_PTY_PRIVATE_H

#include <stdint.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pty.h"

struct pty {
	struct arena *arena;
	pid_t pid;
	int fd;			/* -1 after the line was cut */
	int rows, cols;
	VTerm *vt;
	VTermScreen *screen;
	struct buf raw;
	size_t mark;
	struct termios before;
	int keys, data;
	bool is_over, is_restored, is_wide, is_silent;
	int status;
	double begun_ms, last_ms;	/* of the program, of the last byte of it */
	size_t slow_bytes;	/* that a slow line takes in a step; 0: it is none */
	char part[4];			/* of a character, and how much of it */
	size_t npart;
};

/* Reads what is there, waiting at most so long for the first byte; false when nothing
 * came. */
bool pty_pump(struct pty *p, int wait_ms);

/* To the screen, as a terminal draws it that is set for Chinese. */
void pty_feed_wide(struct pty *p, const char *bytes, size_t n);

#endif
