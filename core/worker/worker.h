/* Parts of the worker that its own files share. */
#ifndef STEWARD_WORKER_H
#define STEWARD_WORKER_H

#include "book/book.h"
#include "toolbox/toolbox.h"

#define TEXT_MOST 100000

/* Answers of one calculation by the bytes of its rows: files repeat themselves. */
struct answers {
	char name[100];
	uint32_t how;
	int table, n;
	size_t bytes;
	uint64_t asked, known;
	bool is_off;	/* rows hardly ever come again: none is kept */
};

struct worker {
	struct book *book;
	struct toolbox *toolbox;
	struct in_flight *flight;
	struct buf answer;
	struct judged judged;
	struct answers answers;
};

/* A payload being read: texts are a length and bytes.  One that is cut short ends the
 * worker. */
struct cursor { const char *at, *end; };

uint32_t get_u32(struct cursor *c);
const char *get_text(struct cursor *c, size_t *n);	/* inside the payload */
char *get_string(struct cursor *c);			/* a copy, to be freed */

/* The next frame; payload has room for FRAME_MOST.  False when it would be larger. */
bool take_frame(struct frame *f, char *payload);

void add_text(struct buf *b, const char *s, size_t n);
void add_string(struct buf *b, const char *s);
void send_frame(enum frame_type type, const struct buf *b);

/* The message on the Lua stack goes out as status and text; or the answer so far as
 * done. */
void refuse(struct worker *w, const char *status);
void done(struct worker *w);

void on_calculate(struct worker *w, struct cursor *c);
void add_trace(struct worker *w);
void on_set(struct worker *w, struct cursor *c);
void on_describe(struct worker *w);

#endif
