/* What a subcommand says as a view: why a rule said so, what differs between two texts.
 * It runs as a child, and the loop reads what it prints.  The screen never waits for it;
 * closing the view ends it. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "kinds.h"
#include "host/connect.h"
#include "say/tr.h"

#define TEXT_MOST (1u << 20)
#define LABEL_COLUMNS 11	/* of the words before a line's text */
#define LABEL_ROOM 12

struct child {
	struct buf text;
	bool is_running, is_cut;
};

static const char *next_word(struct arena *a, const char **at)
{
	size_t n = strcspn(*at, " ");
	const char *word = arena_strndup(a, *at, n);

	*at += n + strspn(*at + n, " ");
	return word;
}

static const char **arguments(struct view *v)
{
	struct app *app = v->desk->app;
	const char **argv = arena_alloc(v->arena, sizeof(*argv) * (VIEW_ARGS + 16));
	const char *word = v->screen->verb;
	int n = 0;

	/* The options stand after the first word, for arguments may look like some. */
	argv[n++] = "steward";
	argv[n++] = next_word(v->arena, &word);
	argv[n++] = "--db";
	argv[n++] = connect_target(app);
	if (app_option(app, "as")) {
		argv[n++] = "--as";
		argv[n++] = app_option(app, "as");
	}
	if (app_option(app, "config")) {
		argv[n++] = "--config";
		argv[n++] = app_option(app, "config");
	}
	argv[n++] = "--";
	while (*word && n < 12)
		argv[n++] = next_word(v->arena, &word);
	for (int i = 0; i < v->nargs; i++)
		argv[n++] = v->args[i];
	argv[n] = NULL;
	return argv;
}

/* In the child: a group of its own with its worker, so that both end together; and with
 * the desk. */
static void run_child(const char **argv, int out)
{
	int null = open("/dev/null", O_RDONLY);
	sigset_t none;

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGTSTP, SIG_DFL);
	if (null < 0 || dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0)
		_exit(127);
	execv("/proc/self/exe", (char *const *)argv);
	_exit(127);
}

/* Ended before its time, it says so when its view is looked at again. */
static void end_helper(struct desk *d)
{
	struct helper *h = &d->helper;
	struct child *w;

	if (h->pid <= 0)
		return;
	w = h->view->state;
	w->is_cut = w->is_running;
	w->is_running = false;
	kill(-h->pid, SIGKILL);
	kill(h->pid, SIGKILL);
	close(h->fd);
	waitpid(h->pid, NULL, 0);
	*h = (struct helper){ 0 };
}

static void start(struct view *v)
{
	struct child *w = v->state;
	struct helper *h = &v->desk->helper;
	const char **argv = arguments(v);
	int ends[2];

	end_helper(v->desk);
	buf_clear(&w->text);
	w->is_cut = false;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return;
	h->pid = fork();
	if (h->pid == 0)
		run_child(argv, ends[1]);
	close(ends[1]);
	if (h->pid < 0) {
		close(ends[0]);
		h->pid = 0;
		return;
	}
	setpgid(h->pid, h->pid);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	h->fd = ends[0];
	h->view = v;
	w->is_running = true;
}

void desk_helper_read(struct desk *d)
{
	struct child *w = d->helper.view->state;
	char piece[16384];
	ssize_t n;

	while ((n = read(d->helper.fd, piece, sizeof(piece))) > 0)
		buf_add(&w->text, piece, (size_t)n);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	w->is_running = false;
	if (d->helper.view == d->top) {
		view_build(d->top);
		d->is_dirty = true;
	}
	end_helper(d);
}

static const char *state_text(const struct view *v)
{
	const struct child *w = v->state;

	if (w->is_running)
		return _("waiting for the answer");
	if (!w->is_cut && v->screen->is_verbatim)
		return _("nothing differs");
	return w->is_cut ? _("stopped; F5 asks again") : _("no answer; F5 asks again");
}

/* The words before the first two blanks stand by themselves, so that a long text is
 * broken beside them. */
static void add_line(struct view *v, const char *line, bool is_head, int id)
{
	int indent = (int)strspn(line, " ") + 2, cols = v->cols;
	const char *text = line + strspn(line, " "),
		   *gap = is_head ? NULL : strstr(text, "  ");
	const char *label =
	    gap ? arena_strndup(v->layout, text, (size_t)(gap - text)) : NULL;

	if (label && text_width(label, strlen(label)) > LABEL_COLUMNS)
		label = NULL;
	if (label)
		text = gap + strspn(gap, " ");
	page_wrapped(&v->page, v->layout, id, indent, label,
		     indent + (label ? LABEL_ROOM : 0),
		     cols - indent - (label ? LABEL_ROOM : 0), STYLE_PLAIN, text);
}

/* The line at *at without its end, and what comes after it. */
static char *take_line(struct view *v, const char **at)
{
	size_t n = strcspn(*at, "\n");
	char *line = arena_strndup(v->layout, *at, n);

	*at += n + ((*at)[n] == '\n');
	return line;
}

static bool build_state(struct view *v)
{
	const struct child *w = v->state;

	if (!w->is_running && w->text.len)
		return false;
	page_line(&v->page, v->layout, -1);
	page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED, state_text(v));
	return true;
}

static void add_prose(struct view *v)
{
	const struct child *w = v->state;
	bool is_head = true;
	int id = 0;

	for (const char *at = w->text.data; *at; ) {
		const char *line = text_clean(v->layout, take_line(v, &at));

		if (*line)
			add_line(v, line, is_head, id++);
		else
			page_line(&v->page, v->layout, -1);
		is_head = is_head && *line;
	}
}

/* What Enter opens: the line the selected one belongs to, up to its first blank. */
static const char *selected_word(struct view *v)
{
	const struct child *w = v->state;
	int id = page_selected(&v->page);
	const char *word = "";

	for (const char *at = w->text.data; w->text.len && *at && id >= 0; ) {
		const char *line = text_clean(v->layout, take_line(v, &at));

		if (*line && *line != ' ')
			word = line;
		id -= *line != '\0';
	}
	return arena_strndup(v->layout, word, strcspn(word, " "));
}

static void open_word(struct view *v)
{
	const char *word = v->screen->line_opens ? selected_word(v) : "";

	if (strchr(word, '.'))
		desk_open(v->desk, v->screen->line_opens, &word, 1);
	else
		page_open_row(v);
}

/* Lines of a text keep their places: tabs are two columns, what goes beyond the edge is
 * wrapped below.  The sign of a line stands apart; those with two of a kind, "---" and
 * "@@", are the heads. */
static void add_verbatim(struct view *v)
{
	const struct child *w = v->state;
	int id = 0;

	for (const char *at = w->text.data; *at; ) {
		char *line = take_line(v, &at), kind[2] = { line[0], '\0' };
		const char *text = *line && line[1] != line[0] ? line + 1 : line;
		int tabs = (int)strspn(text, "\t");

		page_wrapped(&v->page, v->layout, id++, 0,
			     text > line ? text_clean(v->layout, kind) : "", 2 + 2 * tabs,
			     v->cols - 2 - 2 * tabs, STYLE_PLAIN,
			     text_clean(v->layout, arena_strdup(v->layout, text + tabs)));
	}
}

static void child_build(struct view *v)
{
	if (build_state(v))
		return;
	if (v->screen->is_verbatim)
		add_verbatim(v);
	else
		add_prose(v);
}

static void child_open(struct view *v)
{
	struct child *w = v->state = arena_alloc(v->arena, sizeof(*w));

	buf_init(&w->text, TEXT_MOST);
	start(v);
}

static void start_again(struct view *v)
{
	start(v);
	view_build(v);
	terminal_repaint(v->desk->terminal);
}

/* On the printer that hangs on the terminal, line by line through the filter: nothing in
 * a text ends the printing or moves a cursor. */
static void print_text(struct view *v)
{
	const struct child *w = v->state;
	struct buf b;

	if (w->is_running || !w->text.len)
		return;
	buf_init(&b, 2 * TEXT_MOST);
	for (const char *at = w->text.data; *at; )
		buf_printf(&b, "%s\r\n", text_clean(v->layout, take_line(v, &at)));
	buf_text(&b, "\f");
	if (terminal_print(v->desk->terminal, b.data, b.len))
		desk_say(v->desk, STYLE_PLAIN, "%s", _("sent to the terminal's printer"));
	else
		desk_say(v->desk, STYLE_WATCH, "* %s",
			 _("this terminal has no printer"));
	buf_done(&b);
}

static const struct view_command commands[] = {
	{ "text.print", print_text },
	{ "screen.refresh", start_again }, { "row.open", open_word }, { 0 }
};

static const char *child_keys(const struct view *v, struct arena *a)
{
	return v->screen->line_opens ? arena_printf(a, "enter %s", _("show")) : "";
}

static void child_closed(struct view *v)
{
	struct child *w = v->state;

	if (v->desk->helper.view == v)
		end_helper(v->desk);
	buf_done(&w->text);
}

const struct view_kind view_text_kind = {
	.open = child_open, .commands = commands, .move = view_move,
	.build = child_build, .draw = view_draw_page, .closed = child_closed,
	.title = page_title_of, .keys = child_keys,
};
