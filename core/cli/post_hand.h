/* Hands a message over: to the gateway of its channel, or to the export folder. */
#ifndef STEWARD_POST_HAND_H
#define STEWARD_POST_HAND_H

#include "host/app.h"
#include "post/outgoing.h"
#include "post/printing.h"

struct post_ways {
	const char *folder;	/* NULL none */
	struct gateway gateway;
	const struct gateway_calls *calls;	/* NULL: no gateway is wanted */
	const struct print_calls *print;	/* NULL: letters stay text */
	const char *channels;	/* those that have a way, blanks between */
};

/* From the options of "post send". */
bool post_ways_read(struct app *app, struct post_ways *w, struct err *e);

enum handed post_hand(const struct post_ways *w, const struct outgoing *o,
		      char ref[OUTGOING_REF], struct err *e);

/* A letter on paper, into the folder; ref gets the digest of the file. */
enum handed post_paper(const struct post_ways *w, const struct outgoing *o,
		       char ref[OUTGOING_REF], struct err *e);

#endif
