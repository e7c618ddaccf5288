/* A message on its way out, and what hands it over.  Whatever hands it over may be asked
 * again for the same message: it is known by its key, which stays the same. */
#ifndef STEWARD_OUTGOING_H
#define STEWARD_OUTGOING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define OUTGOING_REF 200

struct outgoing {
	const char *key;	/* "sms-12001-1": channel, number, round */
	const char *channel;	/* sms, mail, app, letter */
	const char *to;		/* telephone, mail address, name in the app */
	const char *subject;	/* of a mail; UTF-8 */
	const char *body;	/* UTF-8, clean */
	const char *language, *day;	/* of a letter */
	const char *code;	/* which number stands on a letter */
};

enum handed {
	HANDED,
	HANDED_LATER,	/* not now: e says why */
	HANDED_NEVER	/* the same will not help another time: e says why */
};

/* Where messages go out by the network; NULL: not that way. */
struct gateway {
	const char *mail;	/* smtp://host:25, smtps://... */
	const char *from;	/* the address mail comes from */
	const char *http;	/* http(s)://...: text messages, the app */
	const char *token;	/* "" none; sent as a bearer's */
};

/* What gateway.so shows as gateway_calls; ref gets what the other side calls it. */
struct gateway_calls {
	enum handed (*mail)(const struct gateway *g, const struct outgoing *o,
			    char ref[OUTGOING_REF], struct err *e);
	enum handed (*http)(const struct gateway *g, const struct outgoing *o,
			    char ref[OUTGOING_REF], struct err *e);
};

#endif
