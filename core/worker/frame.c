/* Frames as the worker reads and writes them.  A pipe that ends is the end of the
 * process. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "rule/wire.h"
#include "worker.h"

uint32_t get_u32(struct cursor *c)
{
	uint32_t v = 0;

	if (c->end - c->at < 4)
		_exit(3);
	for (int i = 0; i < 4; i++)
		v = v << 8 | (unsigned char)*c->at++;
	return v;
}

const char *get_text(struct cursor *c, size_t *n)
{
	const char *s;

	*n = get_u32(c);
	if ((size_t)(c->end - c->at) < *n)
		_exit(3);
	s = c->at;
	c->at += *n;
	return s;
}

char *get_string(struct cursor *c)
{
	size_t n;
	const char *s = get_text(c, &n);

	return strndup(s, n);
}

static void read_whole(void *to, size_t n)
{
	char *p = to;

	while (n) {
		ssize_t got = read(WORKER_IN, p, n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			_exit(0);
		p += got;
		n -= (size_t)got;
	}
}

bool take_frame(struct frame *f, char *payload)
{
	read_whole(f, sizeof(*f));
	if (f->len > FRAME_MOST)
		return false;
	read_whole(payload, f->len);
	return true;
}

static void write_whole(const void *from, size_t n)
{
	const char *p = from;

	while (n) {
		ssize_t put = write(WORKER_OUT, p, n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			_exit(0);
		p += put;
		n -= (size_t)put;
	}
}

void send_frame(enum frame_type type, const struct buf *b)
{
	struct frame f = { type, (uint32_t)b->len };

	write_whole(&f, sizeof(f));
	if (b->len)
		write_whole(b->data, b->len);
}

void add_text(struct buf *b, const char *s, size_t n)
{
	buf_u32(b, (uint32_t)n);
	buf_add(b, s, n);
}

void add_string(struct buf *b, const char *s)
{
	add_text(b, s, strlen(s));
}

void refuse(struct worker *w, const char *status)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	size_t n;
	const char *s = lua_tolstring(L, -1, &n);

	buf_clear(&w->answer);
	add_string(&w->answer, status);
	add_text(&w->answer, s ? s : "", n > TEXT_MOST ? TEXT_MOST : n);
	send_frame(FRAME_REFUSED, &w->answer);
	lua_settop(L, 0);
}

void done(struct worker *w)
{
	send_frame(FRAME_DONE, &w->answer);
	lua_settop(sandbox_lua(w->book->sandbox), 0);
}
