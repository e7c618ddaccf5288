/* The outbox on the screen and at the command line. */
#ifndef STEWARD_VIEWS_POST_H
#define STEWARD_VIEWS_POST_H

#include "steward.h"

extern const struct column view_messages_columns[];
extern const struct column view_messages_one_columns[];
extern const struct column view_messages_events_columns[];
extern const struct screen view_messages, view_message, view_message_words,
	view_message_receipt, view_message_drop;

#endif
