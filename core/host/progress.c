#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

#define SHOW_EVERY_MS 200

void progress_init(struct progress *p)
{
	memset(p, 0, sizeof(*p));
	p->is_terminal = isatty(2);
}

static void begin_step(struct progress *p, const char *step, double now)
{
	progress_end(p);
	snprintf(p->step, sizeof(p->step), "%s", step);
	p->started_ms = now;
	p->shown_ms = p->is_terminal ? 0 : now;
	if (!p->is_terminal)
		fprintf(stderr, "%s\n", step);
}

void progress_show(void *progress, const char *step, int64_t done, int64_t total)
{
	struct progress *p = progress;
	double now = clock_ms(), seconds;

	if (strcmp(step, p->step) != 0)
		begin_step(p, step, now);
	if (!p->is_terminal || now - p->shown_ms < SHOW_EVERY_MS)
		return;
	p->shown_ms = now;
	p->is_line_open = 1;
	seconds = (now - p->started_ms) / 1e3;
	if (total > 0 && done > 0 && seconds > 0)
		fprintf(stderr, "\r\033[K%s %3d %%  %.0f/s  %.0f s left", step,
			(int)(done * 100 / total), (double)done / seconds,
			(double)(total - done) * seconds / (double)done);
	else
		fprintf(stderr, "\r\033[K%s ...", step);
}

void progress_end(struct progress *p)
{
	if (p->is_line_open)
		fputs("\r\033[K", stderr);
	p->is_line_open = 0;
	p->step[0] = '\0';
}
