/* Messages and letters. */
#include <stddef.h>

#include "host/commands.h"
#include "tables.h"

static const struct option_def post_list_options[] = {
	{ "state", 't',
	  N_("draft, due, ready, sent, delivered, failed, returned, dropped") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def post_send_options[] = {
	{ "folder", 'p', N_("export folder: a file a message that has no other way") },
	{ "text", 'f', N_("letters as text, where nothing can print them") },
	{ "mail", 't', N_("smtp://HOST:PORT or smtps://HOST:PORT") },
	{ "from", 't', N_("the address that mail comes from") },
	{ "http", 't', N_("address of the gateway for text messages and the app") },
	{ "token", 'p', N_("file with the gateway's secret, readable by nobody else") },
	{ "at", 't', N_("HH:MM to go by, for the quiet hours; otherwise now") },
	{ 0 }
};
static const struct option_def post_receipt_options[] = {
	{ "date", 'd',
	  N_("the day it arrived or came back; otherwise the business day") },
	{ "means", 't',
	  N_("direct, household, left, post, publication or electronic") },
	{ "proof", 't', N_("what proves it: number of the receipt, who signed") },
	{ 0 }
};
static const struct option_def post_reply_options[] = {
	{ "date", 'd', N_("the day of the answer; otherwise the business day") }, { 0 }
};
static const struct option_def post_object_options[] = {
	{ "date", 'd', N_("the day it was filed; otherwise the business day") },
	{ "stops", 't',
	  N_("the law's exception that stops the act: agency, body, applicant or law"),
	  "" },
	{ "note", 't', N_("what it says"), "" },
	{ 0 }
};
static const struct option_def post_wish_options[] = {
	{ "lang", 't', N_("language of what is written to the person") },
	{ "consents", 'f', N_("decisions may be served by mail") },
	{ 0 }
};

const struct verb post_verbs[] = {
	{ "post", "", N_("messages and letters to persons"), 0, 0, "clerk",
	  post_list_options, .with_db = post_list },
	{ "post list", "", N_("the outbox, the newest first"), 0, 0, "clerk",
	  post_list_options, .with_db = post_list },
	{ "post show", "MESSAGE", N_("one message, its text and what became of it"), 1, 1,
	  "clerk", NULL, .with_db = post_show },
	{ "post send", "", N_("renders and sends what waits; by a timer"), 0, 0, "batch",
	  post_send_options, .with_db = post_send },
	{ "post words", "MESSAGE TEXT", N_("words of one's own for a letter"), 2, 2,
	  "clerk", NULL, .with_db = post_words },
	{ "post approve", "MESSAGE SIGNATURE", N_("exactly this text may go"), 2, 2,
	  "reviewer", NULL, .with_db = post_approve },
	{ "post receipt", "MESSAGE OUTCOME",
	  N_("delivered, returned or failed: the day and its proof"), 2, 2, "clerk",
	  post_receipt_options, .with_db = post_receipt },
	{ "post reply", "MESSAGE", N_("the person has answered"), 1, 1, "clerk",
	  post_reply_options, .with_db = post_reply },
	{ "post print", "MESSAGE", N_("its letter as PDF on the standard output"), 1, 1,
	  "clerk", NULL, .with_db = post_print },
	{ "post retry", "MESSAGE", N_("once more, what failed or came back"), 1, 1,
	  "clerk", NULL, .with_db = post_retry },
	{ "post drop", "MESSAGE REASON", N_("a message that is not to be sent"), 2, 2,
	  "clerk", NULL, .with_db = post_drop },
	{ "post object", "PERSON DECISION internal|reconsideration|court",
	  N_("somebody contests a decision"), 3, 3, "clerk", post_object_options,
	  .with_db = post_object },
	{ "post wish", "PERSON CHANNEL",
	  N_("how a person wants to be written to: sms, mail, app, letter, none, any"), 2,
	  2, "clerk", post_wish_options, .with_db = post_wish },
	{ 0 }
};
