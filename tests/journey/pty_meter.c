/* What a program in a pseudo terminal costs: sleeps, memory, the processor, and the time
 * from a key to the last byte that it made. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "pty_private.h"

static FILE *proc_file(const struct pty *p, const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)p->pid, name);
	return fopen(path, "re");
}

/* The sum of the numbers behind these names in a file of /proc. */
static long proc_sum(const struct pty *p, const char *file, const char *const *names)
{
	FILE *f = proc_file(p, file);
	char line[200];
	long n = 0;

	if (!f)
		return -1;
	while (fgets(line, sizeof(line), f))
		for (int i = 0; names[i]; i++)
			if (strncmp(line, names[i], strlen(names[i])) == 0)
				n += strtol(line + strlen(names[i]), NULL, 10);
	fclose(f);
	return n;
}

long pty_sleeps(const struct pty *p)
{
	static const char *const names[] = { "voluntary_ctxt_switches:", NULL };

	return proc_sum(p, "status", names);
}

long pty_memory(const struct pty *p)
{
	static const char *const names[] = { "Private_Clean:", "Private_Dirty:", NULL };

	return proc_sum(p, "smaps_rollup", names);
}

long pty_resident(const struct pty *p)
{
	static const char *const names[] = { "VmRSS:", NULL };

	return proc_sum(p, "status", names);
}

double pty_cpu_ms(const struct pty *p)
{
	FILE *f = proc_file(p, "schedstat");
	long long ns = -1000000;

	if (f && fscanf(f, "%lld", &ns) != 1)
		ns = -1000000;
	if (f)
		fclose(f);
	return (double)ns / 1e6;
}

void pty_evict(const struct pty *p)
{
	FILE *f = proc_file(p, "maps");
	char line[4200], *path;

	while (f && fgets(line, sizeof(line), f)) {
		int fd;

		line[strcspn(line, "\n")] = '\0';
		path = strchr(line, '/');
		fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
		if (fd < 0)
			continue;
		posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
		close(fd);
	}
	if (f)
		fclose(f);
}

double pty_begun_ms(const struct pty *p)
{
	return p->begun_ms;
}

double pty_when(struct pty *p, const char *text)
{
	double end = clock_ms() + 10000, shown;

	while (!pty_shows(p, text) && clock_ms() < end && pty_runs(p))
		pty_pump(p, 200);
	shown = p->last_ms;
	pty_wait(p, text);
	return shown;
}

double pty_time(struct pty *p, const char *key, int quiet_ms)
{
	double begin = clock_ms();

	pty_key(p, key);
	pty_settle(p, quiet_ms);
	return p->last_ms > begin ? p->last_ms - begin : -1;
}

double pty_last_ms(const struct pty *p)
{
	return p->last_ms;
}
