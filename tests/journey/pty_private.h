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
	bool is_over, is_restored, has_wide_dots, is_silent;
	int status;
};

#endif
