#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include <cmocka.h>

#include "base/clock.h"
#include "pty_private.h"

#define PATIENCE_MS 10000	/* longest wait for anything */
#define MOST_BYTES (64u << 20)
#define SLOW_STEP_MS 10

/* cmocka cuts long messages, so the screen is printed before it. */
static void __attribute__((format(printf, 2, 3)))
give_up(struct pty *p, const char *fmt, ...)
{
	va_list ap;

	printf("the screen:\n%s", pty_screen(p));
	va_start(ap, fmt);
	fail_msg("%s", arena_vprintf(p->arena, fmt, ap));
	va_end(ap);
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void take_env(const char *const *env)
{
	for (; env && *env; env++) {
		const char *equals = strchr(*env, '=');
		char name[64];

		if (!equals) {
			unsetenv(*env);
			continue;
		}
		snprintf(name, sizeof(name), "%.*s", (int)(equals - *env), *env);
		setenv(name, equals + 1, 1);
	}
}

static void open_screen(struct pty *p)
{
	p->vt = vterm_new(p->rows, p->cols);
	vterm_set_utf8(p->vt, 1);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
}

static struct { bool is_wide, is_silent; } next;

void pty_next(bool is_wide, bool is_silent)
{
	next.is_wide = is_wide;
	next.is_silent = is_silent;
}

struct pty *pty_start(const char *const *argv, const char *const *env, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };
	struct arena *a = arena_new();
	struct pty *p = arena_alloc(a, sizeof(*p));
	int line;

	p->arena = a;
	p->rows = rows;
	p->cols = cols;
	p->is_wide = next.is_wide;
	p->is_silent = next.is_silent;
	pty_next(false, false);
	buf_init(&p->raw, MOST_BYTES);
	if (openpty(&p->fd, &line, NULL, NULL, &size) != 0)
		fail_msg("no pseudo terminal: %s", strerror(errno));
	tcgetattr(line, &p->before);
	p->begun_ms = clock_ms();
	p->pid = fork();
	if (p->pid == 0) {
		login_tty(line);
		close(p->fd);
		take_env(env);
		execv(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	close(line);
	fcntl(p->fd, F_SETFD, FD_CLOEXEC);
	open_screen(p);
	return p;
}

static bool reap(struct pty *p, int flags)
{
	int status;

	if (!p->is_over && waitpid(p->pid, &status, flags) == p->pid) {
		p->is_over = true;
		p->status =
		    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	}
	return p->is_over;
}

bool pty_runs(struct pty *p)
{
	return !reap(p, WNOHANG);
}

void pty_free(struct pty *p)
{
	if (!p)
		return;
	if (!reap(p, WNOHANG)) {
		kill(p->pid, SIGKILL);
		reap(p, 0);
	}
	if (p->fd >= 0)
		close(p->fd);
	vterm_free(p->vt);
	buf_done(&p->raw);
	arena_free(p->arena);
}

/* What libvterm answers, when the program asks the terminal something. */
static void give_answers(struct pty *p)
{
	char out[512];
	size_t n = vterm_output_read(p->vt, out, sizeof(out));

	if (n && !p->is_silent && p->fd >= 0 && write(p->fd, out, n) < 0)
		return;
}

/* Reads what is there, waiting at most so long for the first byte; false when nothing
 * came. */
bool pty_pump(struct pty *p, int wait_ms)
{
	struct pollfd in = { .fd = p->fd, .events = POLLIN };
	char bytes[16384];
	size_t most = p->slow_bytes ? p->slow_bytes : sizeof(bytes);
	ssize_t n;

	if (p->fd < 0 || poll(&in, 1, wait_ms) <= 0)
		return false;
	n = read(p->fd, bytes, most);
	if (n <= 0)	/* EIO: nobody holds the other end any more */
		return false;
	if (p->slow_bytes)	/* a line takes its time for them, whoever waits */
		poll(NULL, 0, SLOW_STEP_MS);
	p->last_ms = clock_ms();
	buf_add(&p->raw, bytes, (size_t)n);
	if (p->is_wide)
		pty_feed_wide(p, bytes, (size_t)n);
	else
		vterm_input_write(p->vt, bytes, (size_t)n);
	give_answers(p);
	return true;
}

/* Sleeping, as the kernel says: a program that is about to write runs or waits for a
 * processor. */
static bool is_asleep(const struct pty *p)
{
	char path[64], text[512];
	const char *paren;
	bool is = true;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)p->pid);
	f = fopen(path, "re");
	if (!f)
		return true;
	if (fgets(text, sizeof(text), f) && (paren = strrchr(text, ')')) &&
	    paren[1] == ' ')
		is = paren[2] != 'R' && paren[2] != 'D';
	fclose(f);
	return is;
}

long pty_wakes(const struct pty *p)
{
	char path[64], line[200];
	long n = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)p->pid);
	f = fopen(path, "re");
	while (f && fgets(line, sizeof(line), f))
		if (strncmp(line, "voluntary_ctxt_switches:", 24) == 0)
			n = strtol(line + 24, NULL, 10);
	if (f)
		fclose(f);
	return n;
}

void pty_settle(struct pty *p, int quiet_ms)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (now_ms() < end)
		if (!pty_pump(p, quiet_ms) && is_asleep(p) && !pty_pump(p, 0))
			return;
	give_up(p, "the program does not come to rest");
}

void pty_rest(struct pty *p, int quiet_ms)
{
	if (pty_runs(p))
		pty_settle(p, quiet_ms);
}

static const struct { const char *name, *bytes;
} named[] = {
	{ "enter", "\r" },     { "esc", "\033" },	{ "tab", "\t" },
	{ "space", " " },      { "backspace", "\177" }, { "backtab", "\033[Z" },
	{ "up", "\033OA" },    { "down", "\033OB" },	{ "right", "\033OC" },
	{ "left", "\033OD" },  { "home", "\033OH" },	{ "end", "\033OF" },
	{ "pgup", "\033[5~" }, { "pgdn", "\033[6~" },	{ "delete", "\033[3~" },
	{ "F1", "\033OP" },    { "F2", "\033OQ" },	{ "F3", "\033OR" },
	{ "F4", "\033OS" },    { "F5", "\033[15~" },	{ "F6", "\033[17~" },
	{ "F7", "\033[18~" },  { "F8", "\033[19~" },	{ "F9", "\033[20~" },
	{ "F10", "\033[21~" }, { "F11", "\033[23~" },	{ "F12", "\033[24~" },
};

static const char *bytes_of(struct pty *p, const char *name)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (strcmp(named[i].name, name) == 0)
			return named[i].bytes;
	if (strncmp(name, "ctrl-", 5) == 0 && name[5] && !name[6])
		return arena_printf(p->arena, "%c", name[5] & 0x1f);
	return name;
}

/* The program's answers are read meanwhile, so that neither side waits for the other for
 * ever. */
static void send_bytes(struct pty *p, const char *bytes, size_t n)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (n && now_ms() < end) {
		struct pollfd out = { .fd = p->fd, .events = POLLOUT | POLLIN };
		ssize_t done = 0;

		poll(&out, 1, 100);
		if (out.revents & POLLOUT)
			done = write(p->fd, bytes, n);
		if (done < 0 && errno != EINTR && errno != EAGAIN)
			fail_msg("could not type: %s", strerror(errno));
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
		pty_pump(p, 0);
	}
	if (n)
		give_up(p, "the program takes no keys");
}

void pty_key(struct pty *p, const char *name)
{
	const char *bytes = bytes_of(p, name);

	p->keys++;
	send_bytes(p, bytes, strlen(bytes));
}

void pty_keys(struct pty *p, const char *names)
{
	char *rest = arena_strdup(p->arena, names), *name;

	while ((name = strsep(&rest, " ")))
		if (name[0])
			pty_key(p, name);
}

void pty_type(struct pty *p, const char *text)
{
	for (const char *s = text; *s; s++)
		p->data += ((unsigned char)*s & 0xc0) != 0x80;
	send_bytes(p, text, strlen(text));
}

void pty_burst(struct pty *p, const char *const *names, int n)
{
	struct buf all;

	buf_init(&all, 1 << 20);
	for (int i = 0; i < n; i++)
		buf_text(&all, bytes_of(p, names[i]));
	send_bytes(p, all.data, all.len);
	buf_done(&all);
}

/* A program that is about to end takes no more: whether it may is the caller's to say. */
void pty_send(struct pty *p, const char *bytes, size_t n)
{
	if (pty_runs(p) && write(p->fd, bytes, n) < 0 && pty_runs(p))
		fail_msg("could not type: %s", strerror(errno));
}

void pty_count_from_here(struct pty *p)
{
	p->keys = p->data = 0;
}

int pty_keys_sent(const struct pty *p)
{
	return p->keys;
}

int pty_data_sent(const struct pty *p)
{
	return p->data;
}

static void wait_for(struct pty *p, const char *text, bool is_wanted)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (pty_pump(p, 0))
		;
	while (pty_shows(p, text) != is_wanted) {
		if (now_ms() > end ||
		    (!pty_pump(p, 200) && reap(p, WNOHANG) && !pty_pump(p, 0)))
			give_up(p, "waited for \"%s\" to %s", text,
				is_wanted ? "come" : "go");
	}
	/* The rest of the same painting. */
	pty_settle(p, 5);
}

void pty_wait(struct pty *p, const char *text)
{
	wait_for(p, text, true);
}

void pty_wait_gone(struct pty *p, const char *text)
{
	wait_for(p, text, false);
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	p->rows = rows;
	p->cols = cols;
	vterm_set_size(p->vt, rows, cols);
	ioctl(p->fd, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *p, int number)
{
	kill(p->pid, number);
}

void pty_hang_up(struct pty *p)
{
	close(p->fd);
	p->fd = -1;
}

static size_t last_of(const struct pty *p, const char *bytes)
{
	size_t n = strlen(bytes), at = 0;

	for (size_t i = 0; i + n <= p->raw.len; i++)
		if (memcmp(p->raw.data + i, bytes, n) == 0)
			at = i + 1;
	return at;
}

static bool is_line_as_before(const struct pty *p)
{
	struct termios now;

	return tcgetattr(p->fd, &now) == 0 && now.c_iflag == p->before.c_iflag &&
	       now.c_oflag == p->before.c_oflag && now.c_lflag == p->before.c_lflag;
}

int pty_end(struct pty *p)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (!reap(p, WNOHANG) && now_ms() < end)
		if (!pty_pump(p, 10) && p->fd < 0)
			poll(NULL, 0, 5);
	while (pty_pump(p, 0))
		;
	if (!p->is_over)
		give_up(p, "the program does not end");
	p->is_restored = p->fd >= 0 && is_line_as_before(p);
	return p->status;
}

void pty_mark(struct pty *p)
{
	p->mark = p->raw.len;
}

size_t pty_bytes(const struct pty *p)
{
	return p->raw.len - p->mark;
}

const char *pty_raw(const struct pty *p, size_t *n)
{
	*n = p->raw.len;
	return p->raw.data;
}

void pty_slow(struct pty *p, int bits_a_second)
{
	p->slow_bytes = (size_t)bits_a_second * SLOW_STEP_MS / 8000;
}

bool pty_wrote(const struct pty *p, const char *bytes)
{
	return last_of(p, bytes) > 0;
}

bool pty_is_restored(const struct pty *p)
{
	return p->is_restored && last_of(p, "\033[?1049l") > last_of(p, "\033[?1049h") &&
	       last_of(p, "\033[?25h") >= last_of(p, "\033[?25l") &&
	       last_of(p, "\033[?2004l") >= last_of(p, "\033[?2004h") &&
	       last_of(p, "\033[?1l") >= last_of(p, "\033[?1h");
}
