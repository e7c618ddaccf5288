#include "relay.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <signal.h>
#include <unistd.h>

#define MOST_LINES 32

struct passage { int client, server; };

static int open_socket(const char *path, bool is_listening)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(at.sun_path, sizeof(at.sun_path), "%s", path);
	if (is_listening)
		unlink(path);
	if (is_listening
		? bind(fd, (struct sockaddr *)&at, sizeof(at)) != 0 || listen(fd, 50) != 0
		: connect(fd, (struct sockaddr *)&at, sizeof(at)) != 0)
		_exit(1);
	return fd;
}

static void end_client(struct passage *p)
{
	close(p->client);
	p->client = -1;
}

/* What came goes on; false when this side has ended. */
static bool pass(int from, int to, const char *word, bool *is_said)
{
	char bytes[16384];
	ssize_t n = read(from, bytes, sizeof(bytes));

	if (n <= 0 || write(to, bytes, (size_t)n) != n)
		return false;
	*is_said = word && memmem(bytes, (size_t)n, word, strlen(word));
	return true;
}

static void step(struct passage *p, const struct pollfd *in, const char **word,
		 int delay_ms)
{
	bool is_said = false, is_back;

	if (p->client >= 0 && in[0].revents &&
	    !pass(p->client, p->server, *word, &is_said)) {
		end_client(p);
		close(p->server);
		p->server = -1;
	}
	if (p->server >= 0 && in[1].revents)
		poll(NULL, 0, delay_ms);
	if (p->server >= 0 && p->client >= 0 && in[1].revents &&
	    !pass(p->server, p->client, NULL, &is_back))
		end_client(p);
	if (is_said) {		/* the server does not notice: its side stays open */
		end_client(p);
		*word = NULL;
	}
}

static void run(int listening, const char *server, const char *word, int delay_ms)
{
	struct passage lines[MOST_LINES];
	int n = 0;

	for (;;) {
		struct pollfd in[1 + 2 * MOST_LINES] = {
			{ .fd = listening, .events = POLLIN }
		};

		for (int i = 0; i < n; i++) {
			in[1 + 2 * i] =
			    (struct pollfd){ .fd = lines[i].client, .events = POLLIN };
			in[2 + 2 * i] =
			    (struct pollfd){ .fd = lines[i].client < 0 ? -1
								       : lines[i].server,
					     .events = POLLIN };
		}
		poll(in, (nfds_t)(1 + 2 * n), -1);
		for (int i = 0; i < n; i++)
			step(&lines[i], &in[1 + 2 * i], &word, delay_ms);
		if (in[0].revents && n < MOST_LINES) {
			lines[n].client = accept(listening, NULL, NULL);
			lines[n++].server = open_socket(server, false);
		}
	}
}

pid_t relay_start(const char *dir, const char *server, const char *word, int delay_ms)
{
	char path[108];
	int listening;
	pid_t pid;

	mkdir(dir, 0700);
	snprintf(path, sizeof(path), "%s/.s.PGSQL.5432", dir);
	listening = open_socket(path, true);
	pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGPIPE, SIG_IGN);
		run(listening, server, word, delay_ms);
	}
	close(listening);
	return pid;
}
