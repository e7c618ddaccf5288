#include "keyboard.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "input.h"

#define ESC_MS 25	/* how long an ESC may be the beginning of more */
#define OPEN_MS 500	/* and how long the rest of a sequence may take */
#define ANSWER_MS 3000	/* within which the terminal says what it was asked, if ever */
#define ANSWER_ESC_MS 250
#define READ_BYTES 16384

struct keyboard {
	struct input input;
	int esc_ms;
	double last_ms;			/* when the last byte came */
	double asked_ms;		/* and when the terminal was asked */
	unsigned char bytes[READ_BYTES];
	size_t nbytes, at;		/* read, and decoded of them */
	struct press held;		/* one byte may complete two keys */
	bool is_held, is_gone;
};

struct keyboard *keyboard_new(struct arena *a)
{
	struct keyboard *k = arena_alloc(a, sizeof(*k));
	const char *delay = getenv("ESCDELAY");
	long ms = delay ? strtol(delay, NULL, 10) : 0;

	k->esc_ms = ms > 0 && ms < 10000 ? (int)ms : ESC_MS;
	return k;
}

void keyboard_learn(struct keyboard *k, const char *seq, const char *name)
{
	input_learn(&k->input, seq, name);
}

void keyboard_expect(struct keyboard *k)
{
	k->input.is_asked = true;
	k->asked_ms = clock_ms();
}

int keyboard_column(struct keyboard *k)
{
	int column = k->input.column;

	k->input.column = 0;
	return column;
}

/* Bytes that are there, without waiting for any.  A line that hung up says so, or gives
 * nothing though it says that there is something. */
static bool read_bytes(struct keyboard *k)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	ssize_t n;

	if (k->is_gone || poll(&in, 1, 0) <= 0)
		return false;
	if (!(in.revents & POLLIN)) {
		k->is_gone = true;
		return false;
	}
	n = read(STDIN_FILENO, k->bytes, sizeof(k->bytes));
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	k->is_gone = n <= 0;
	k->at = 0;
	k->nbytes = n > 0 ? (size_t)n : 0;
	k->last_ms = clock_ms();
	return n > 0;
}

static bool is_answer_near(const struct keyboard *k)
{
	return k->input.is_asked && clock_ms() - k->asked_ms < ANSWER_MS;
}

/* The answer may come in pieces, and its ESC is no key. */
static int silence_ms(const struct keyboard *k)
{
	if (!input_is_esc(&k->input))
		return OPEN_MS;
	return is_answer_near(k) && k->esc_ms < ANSWER_ESC_MS ? ANSWER_ESC_MS : k->esc_ms;
}

/* Nothing more came in time: what has begun is taken as it is. */
static bool take_silence(struct keyboard *k, struct press *p)
{
	return input_is_open(&k->input) && clock_ms() - k->last_ms >= silence_ms(k) &&
	       input_timeout(&k->input, p);
}

bool keyboard_key(struct keyboard *k, struct press *p)
{
	struct press out[2];

	if (k->is_held) {
		*p = k->held;
		k->is_held = false;
		return true;
	}
	while (k->at < k->nbytes || read_bytes(k)) {
		int n = input_byte(&k->input, k->bytes[k->at++], out);

		if (n == 0)
			continue;
		*p = out[0];
		k->held = out[1];
		k->is_held = n > 1;
		return true;
	}
	return take_silence(k, p);
}

bool keyboard_is_gone(const struct keyboard *k)
{
	return k->is_gone;
}

int keyboard_patience(const struct keyboard *k)
{
	double left = k->last_ms + silence_ms(k) - clock_ms();

	if (!input_is_open(&k->input))
		return -1;
	return left > 0 ? (int)left + 1 : 0;
}
