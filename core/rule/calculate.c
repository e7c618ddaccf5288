#include "calculate.h"

#include <string.h>

#define OUTPUTS_MOST 64

void calculating_init(struct calculating *c, struct engine *engine, const char *name,
		      int nin)
{
	struct buf *all[] = { &c->asks, &c->answers, &c->question, &c->reply };

	*c = (struct calculating){ .engine = engine, .name = name, .nin = nin };
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_init(all[i], (size_t)16 * FRAME_MOST);
}

void calculating_done(struct calculating *c)
{
	struct buf *all[] = { &c->asks, &c->answers, &c->question, &c->reply };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_done(all[i]);
}

/* Past a message, outputs and lines; false when the answer ends before. */
static bool skip_answer(const struct calculating *c, const char **at, const char *end)
{
	size_t n;
	uint32_t outputs, lines = 0;

	if (*at >= end || !wire_take(at, end, &n))
		return false;
	outputs = wire_take_u32(at, end);
	if (outputs > OUTPUTS_MOST)
		return false;
	while (outputs--)
		if (!wire_take(at, end, &n))
			return false;
	if (c->is_explained)
		lines = wire_take_u32(at, end);
	if (!wire_fits(lines, (size_t)4 * WIRE_LINE, *at, end))
		return false;
	for (uint32_t i = 0; i < lines * WIRE_LINE; i++)
		if (!wire_take(at, end, &n))
			return false;
	return true;
}

/* The answers to the rows from first on that need one; gives the row after the last
 * answered. */
static int take_answers(struct calculating *c, struct asked_row *rows, int first,
			int last)
{
	const char *at = c->reply.data, *end = at + c->reply.len;

	for (; first < last; first++) {
		const char *begin = at;

		if (rows[first].error)
			continue;
		if (!skip_answer(c, &at, end))
			break;
		rows[first].answer = c->answers.len;
		rows[first].answer_len = (size_t)(at - begin);
		buf_add(&c->answers, begin, rows[first].answer_len);
	}
	return first;
}

/* The row'th of those that need an answer. */
static int place_of(const struct asked_row *rows, int n, int first, int64_t row)
{
	while (first < n && (rows[first].error || row-- > 0))
		first++;
	return first;
}

static bool send_some(struct calculating *c, const struct asked_row *rows, int first,
		      int last, struct err *e)
{
	buf_clear(&c->question);
	wire_string(&c->question, c->name);
	buf_u32(&c->question, (uint32_t)c->nin);
	buf_u32(&c->question, (c->is_explained ? CALCULATE_EXPLAINED : 0) |
				  (c->is_dated ? CALCULATE_DATED : 0));
	for (int i = first; i < last; i++)
		if (!rows[i].error)
			buf_add(&c->question, c->asks.data + rows[i].asked,
				rows[i].asked_len);
	return engine_send(c->engine, FRAME_CALCULATE, &c->question, e);
}

/* What was sent before is only waited for. */
static bool ask_some(struct calculating *c, const struct asked_row *rows, int first,
		     int last, struct err *e)
{
	bool is_sent = c->is_sent || send_some(c, rows, first, last, e);
	uint32_t type;

	c->is_sent = false;
	return is_sent && engine_receive(c->engine, &type, &c->reply, e) &&
	       (type == FRAME_VALUES || ERR(e, ERR_RULE, "the worker did not calculate"));
}

static void refuse_long(struct asked_row *rows, int n)
{
	for (int i = 0; i < n; i++)
		if (!rows[i].error && rows[i].asked_len > FRAME_MOST / 2)
			rows[i].error = "the row is longer than a row may be";
}

/* After a row that ended the worker those before it are asked for again, it alone is
 * given up. */
static bool ask_all(struct calculating *c, struct asked_row *rows, int n, struct err *e)
{
	int next = 0, last = n, culprit;

	while (next < n) {
		int before = next;

		if (ask_some(c, rows, next, last, e)) {
			next = take_answers(c, rows, next, last);
			if (next == before)
				return ERR(e, ERR_RULE,
					   "the worker gave no answer to a row");
			last = n;
			continue;
		}
		if (!engine_was_killed(c->engine))
			return false;
		culprit = place_of(rows, n, next, engine_row(c->engine));
		last = culprit > next && culprit < n ? culprit : n;
		if (culprit <= next || culprit >= n)
			rows[place_of(rows, n, next, 0)].error =
			    "stopped: it did not end in time";
	}
	return true;
}

static bool was_slow(const struct calculating *c, const struct asked_row *row)
{
	static const char slow[] = "stopped: the time";
	const char *at, *end, *message;
	size_t n;

	if (row->error)
		return false;
	message = calculating_message(c, row, &at, &end, &n);
	return n >= sizeof(slow) - 1 && memcmp(message, slow, sizeof(slow) - 1) == 0;
}

/* A busy machine counts what it lost for a call's own time: who was stopped for it is
 * asked once more, alone. */
bool calculating_receive(struct calculating *c, struct asked_row *rows, int n,
			 struct err *e)
{
	if (!ask_all(c, rows, n, e))
		return false;
	for (int i = 0; i < n; i++)
		if (was_slow(c, &rows[i]) && !ask_all(c, &rows[i], 1, e))
			return false;
	return true;
}

bool calculating_send(struct calculating *c, struct asked_row *rows, int n, struct err *e)
{
	refuse_long(rows, n);
	c->is_sent = n > 0 && send_some(c, rows, 0, n, e);
	return c->is_sent || n == 0 || engine_was_killed(c->engine);
}

bool calculating_ask(struct calculating *c, struct asked_row *rows, int n, struct err *e)
{
	return calculating_send(c, rows, n, e) && calculating_receive(c, rows, n, e);
}

const char *calculating_message(const struct calculating *c, const struct asked_row *row,
				const char **at, const char **end, size_t *n)
{
	*at = c->answers.data + row->answer;
	*end = *at + row->answer_len;
	return wire_take(at, *end, n);
}
