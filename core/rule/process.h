/* The worker process and the two pipes to it: started, asked frame by frame, ended. */
#ifndef STEWARD_PROCESS_H
#define STEWARD_PROCESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"
#include "wire.h"

struct process {
	pid_t pid;			/* 0: there is none */
	int to, from;
	struct in_flight *flight;	/* shared: what it is at */
	FILE *copy;			/* every frame sent is written here too; NULL */
	enum frame_type asked;		/* the last frame sent */
};

bool process_start(struct process *p, const char *worker, struct err *e);
void process_stop(struct process *p);

/* False when the worker is gone, or takes or says nothing until the deadline. */
bool process_send(struct process *p, enum frame_type type, const char *data, size_t n);
bool process_read(struct process *p, uint32_t *type, struct buf *reply);

#endif
