/* Differences between two books as spans of years, and who has to be looked at again on
 * which day: what stays as it was costs nothing in the years between. */
#ifndef STEWARD_SPANS_H
#define STEWARD_SPANS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One of a subject is touched in the years from..to (numbers of years from 0) by so much
 * a month, or once; 0 fen: by what a task says alone. */
struct span {
	int64_t id, fen;
	int16_t from, to;
	bool is_once;
};

struct span_list {
	struct span *rows;
	size_t n, size;
};

/* Somebody and his day. */
struct wait {
	int64_t id;
	int32_t day;
};

/* Of one subject.  Everything is its own until spans_done. */
struct spans {
	struct span_list open, closed;
	struct wait *waits;
	size_t nwaits, waits_size;
	int64_t *due;
	size_t ndue;
};

void spans_done(struct spans *s);
void span_add(struct span_list *l, const struct span *it);

/* A difference that begins in the year; one that is paid once ends in it. */
void spans_begin(struct spans *s, int64_t id, int year, bool is_once, int64_t fen);

/* Has to be looked at again on the day. */
void spans_wait(struct spans *s, int64_t id, int32_t day);

/* Those whose day has come by then are s->due, in order and once each, and wait no more;
 * their differences end with the year before. */
void spans_take_due(struct spans *s, int32_t day, int year);

/* All differences end with the year before; nobody waits. */
void spans_close(struct spans *s, int year);

/* The differences of all, those that are open to the last year. */
struct span_list *spans_end(struct spans *s, int years);

#endif
