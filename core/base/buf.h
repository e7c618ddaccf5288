/* Bytes that grow, up to a ceiling.  Past the ceiling the buffer is marked full and takes
 * no more: ask .full once at the end instead of after every call. */
#ifndef STEWARD_BUF_H
#define STEWARD_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char *data;		/* always ends with a NUL that len does not count */
	size_t len, size, ceiling;
	bool full;
};

void buf_init(struct buf *b, size_t ceiling);
void buf_done(struct buf *b);
void buf_clear(struct buf *b);

void buf_add(struct buf *b, const void *data, size_t n);
void buf_text(struct buf *b, const char *s);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Numbers in network order, as the server's binary COPY wants them. */
void buf_u16(struct buf *b, uint16_t v);
void buf_u32(struct buf *b, uint32_t v);
void buf_u64(struct buf *b, uint64_t v);

#endif
