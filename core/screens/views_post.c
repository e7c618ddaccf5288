/* What was written to persons: how it left, whether it arrived, and what to do where it
 * did not. */
#include "views_post.h"

#include <stddef.h>

#include "post/messages_sql.h"

const struct column view_messages_columns[] = {
	{ .col = POST_LIST_MESSAGE_ID, .title = N_("Message"), .width = 9 },
	{ .col = POST_LIST_NAME, .title = N_("Name"), .width = 12 },
	{ .col = POST_LIST_TEMPLATE, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = POST_LIST_CHANNEL, .title = N_("Channel"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = POST_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = POST_LIST_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 2 },
	{ .col = POST_LIST_WHY, .title = N_("Why"), .kind = COLUMN_LABEL,
	  .gives_way = 1 },
	{ 0 }
};

const struct column view_messages_one_columns[] = {
	{ .col = POST_ONE_MESSAGE_ID, .title = N_("Message") },
	{ .col = POST_ONE_NAME, .title = N_("Name") },
	{ .col = POST_ONE_TEMPLATE, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = POST_ONE_CHANNEL, .title = N_("Channel"), .kind = COLUMN_LABEL },
	{ .col = POST_ONE_LANGUAGE, .title = N_("Language") },
	{ .col = POST_ONE_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = POST_ONE_WHY, .title = N_("Why"), .kind = COLUMN_LABEL },
	{ .col = POST_ONE_SENT_AT, .title = N_("Sent") },
	{ .col = POST_ONE_DELIVERED_ON, .title = N_("Delivered"), .kind = COLUMN_DAY },
	{ .col = POST_ONE_MEANS, .title = N_("Means"), .kind = COLUMN_LABEL },
	{ .col = POST_ONE_PROOF, .title = N_("Proof") },
	{ .col = POST_ONE_REPLY_BY, .title = N_("Answer by"), .kind = COLUMN_DAY },
	{ .col = POST_ONE_APPROVER, .title = N_("Approver") },
	{ .col = POST_ONE_SIGNATURE, .title = N_("Signature") },
	{ 0 }
};

const struct column view_messages_events_columns[] = {
	{ .col = POST_EVENTS_AT, .title = N_("At"), .width = 16 },
	{ .col = POST_EVENTS_WHAT, .title = N_("Step"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = POST_EVENTS_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 1 },
	{ .col = POST_EVENTS_WHO, .title = N_("By"), .width = 9 },
	{ .col = POST_EVENTS_DETAIL, .title = N_("Note") },
	{ 0 }
};

static const struct column line_columns[] = {
	{ .col = POST_LINES_LINE, .title = N_("Text") }, { 0 }
};

static const int list_args[] = { POST_LIST_MESSAGE_ID, -1 };
static const int list_key[] = { POST_LIST_MESSAGE_ID, -1 };
static const int one_args[] = { POST_ONE_MESSAGE_ID, -1 };
static const int approve_args[] = { POST_ONE_MESSAGE_ID, POST_ONE_SIGNATURE, -1 };

static const struct section list_sections[] = {
	{ .stmt = &POST_LIST, .columns = view_messages_columns, .opens = "message",
	  .args = list_args },
	{ 0 }
};
static const struct paging list_paging = { list_key, 1 };
static const struct choice list_states[] = {
	{ NULL, N_("all") },	   { "draft", N_("draft") },
	{ "ready", N_("ready") },  { "sent", N_("sent") },
	{ "failed", N_("failed") }, { "returned", N_("returned") },
	{ 0 }
};
static const struct filter list_filters[] = {
	{ "f", N_("filter"), 0, list_states }, { 0 }
};
static const struct mark list_marks[] = {
	{ "!", MARK_ALARM, N_("failed, or came back") },
	{ "*", MARK_WATCH, N_("waits for somebody to write or approve it") },
	{ 0 }
};

/* The text stands there to be read before anybody approves it. */
static const struct section message_sections[] = {
	{ .name = "message", .title = N_("Message"), .stmt = &POST_ONE,
	  .columns = view_messages_one_columns, .is_fields = true },
	{ .title = N_("Text"), .stmt = &POST_LINES, .columns = line_columns },
	{ .title = N_("What became of it"), .stmt = &POST_EVENTS,
	  .columns = view_messages_events_columns },
	{ 0 }
};

static const struct action message_actions[] = {
	{ "a", N_("approve"), "reviewer", "message", approve_args,
	  .runs = &POST_APPROVE },
	{ "e", N_("write"), "clerk", "message", one_args, .opens = "message.words" },
	{ "v", N_("receipt"), "clerk", "message", one_args, .opens = "message.receipt" },
	{ "p", N_("print"), "clerk", "message", one_args, .runs = &POST_PRINT },
	{ "y", N_("try again"), "clerk", "message", one_args, .runs = &POST_RETRY },
	{ "x", N_("drop"), "clerk", "message", one_args, .opens = "message.drop" },
	{ 0 }
};

static const struct form_field words_fields[] = {
	{ "words", ENTRY_TEXT, N_("Words"), .bytes = 2000 }, { 0 }
};
static const struct form words_form = {
	words_fields, &POST_WORDS, N_("kept; the letter is rendered with them")
};

static const struct form_field receipt_fields[] = {
	{ "what", ENTRY_CODE, N_("Outcome"), .codes = "delivered returned failed" },
	{ "day", ENTRY_DAY, N_("Day"), .value = "today", .most = "today" },
	{ "means", ENTRY_CODE, N_("Means"), .optional = true,
	  .codes = "direct household left post publication electronic" },
	{ "proof", ENTRY_TEXT, N_("Proof"), .optional = true },
	{ 0 }
};
static const struct form receipt_form = { receipt_fields, &POST_RECEIPT,
					  N_("the receipt is kept") };

static const struct form_field drop_fields[] = { { "why", ENTRY_TEXT, N_("Why") },
						 { 0 } };
static const struct form drop_form = { drop_fields, &POST_DROP, N_("it is given up") };

const struct screen view_messages = {
	.name = "messages", .title = N_("Messages"), .kind = SCREEN_LIST,
	.sections = list_sections, .paging = &list_paging, .filters = list_filters,
	.marks = list_marks,
	.empty = N_("messages and letters: a decision that tells a person writes one")
};
const struct screen view_message = {
	.name = "message", .title = N_("Message"), .named_arg = 1,
	.sections = message_sections, .actions = message_actions
};
const struct screen view_message_words = {
	.name = "message.words", .title = N_("Words of one's own"), .kind = SCREEN_FORM,
	.job = "clerk", .sections = message_sections, .form = &words_form
};
const struct screen view_message_receipt = {
	.name = "message.receipt", .title = N_("Receipt"), .kind = SCREEN_FORM,
	.job = "clerk", .sections = message_sections, .form = &receipt_form
};
const struct screen view_message_drop = {
	.name = "message.drop", .title = N_("Give up a message"), .kind = SCREEN_FORM,
	.job = "clerk", .sections = message_sections, .form = &drop_form
};
