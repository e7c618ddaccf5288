#include "counter.h"

#include <string.h>

#include "service_sql.h"

/* The channel's own number of the request comes with every word about it. */
const struct field counter_request_fields[] = {
	{ "request_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "channel", FIELD_REF, .table = "channel", .column = "channel" },
	{ "matter", FIELD_REF, .table = "service_matter", .column = "matter" },
	{ "asked_on", FIELD_DAY, .most = "today" },
	{ "state", FIELD_CODE, .codes = "asked withdrawn" },
	{ "detail", FIELD_TEXT, .optional = true },
	{ "helper", FIELD_TEXT, .optional = true },
	{ 0 }
};
const struct match counter_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct kept_column request_columns[] = {
	{ "request_no", KEPT_KEY },
	{ "channel", KEPT_VALUE },
	{ "matter", KEPT_VALUE },
	{ "asked_on", KEPT_VALUE },
	{ "state", KEPT_VALUE },
	{ "detail", KEPT_VALUE, "coalesce(detail, '')" },
	{ "helper", KEPT_VALUE, "coalesce(helper, '')" },
	{ 0 }
};
const struct keep counter_request_keeps[] = { { "service_request", request_columns },
					     { 0 } };
static const struct column list_columns[] = {
	{ .col = SERVICE_REQUESTS_ASKED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_REQUESTS_CHANNEL,
	  .title = N_("Channel"),
	  .kind = COLUMN_LABEL,
	  .width = 11 },
	{ .col = SERVICE_REQUESTS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = SERVICE_REQUESTS_DUE,
	  .title = N_("Due"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_REQUESTS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = SERVICE_REQUESTS_MATTER, .title = N_("Matter"), .kind = COLUMN_LABEL },
	{ .col = SERVICE_REQUESTS_REQUEST_NO,
	  .title = N_("Request"),
	  .width = 12,
	  .gives_way = 1 },
	{ 0 }
};
static const int list_key[] = { SERVICE_REQUESTS_ASKED_ON, SERVICE_REQUESTS_REQUEST_NO,
				SERVICE_REQUESTS_PERSON_ID, -1 };
static const int list_args[] = { SERVICE_REQUESTS_PERSON_ID, -1 };
const struct paging counter_list_paging = { list_key, 1 };
static const struct choice states[] = {
	{ NULL, N_("all") },	  { "open", N_("open") },
	{ "done", N_("done") },	  { "refused", N_("refused") },
	{ "withdrawn", N_("withdrawn") }, { 0 }
};
const struct filter counter_filters[] = { { "f", N_("filter"), 0, states }, { 0 } };
const struct section counter_list_sections[] = { { .name = "requests",
						  .stmt = &SERVICE_REQUESTS,
						  .columns = list_columns,
						  .opens = "person",
						  .args = list_args },
						{ 0 } };
static const struct column head_columns[] = {
	{ .col = SERVICE_HEAD_NAME, .title = N_("Name") },
	{ .col = SERVICE_HEAD_ID_NO, .title = N_("Number") },
	{ .col = SERVICE_HEAD_WAITING, .title = N_("Waiting") },
	{ 0 }
};
const struct section counter_head_sections[] = { { .name = "head",
						  .stmt = &SERVICE_HEAD,
						  .columns = head_columns,
						  .is_fields = true },
						{ 0 } };

/* Who stands at the counter came to the counter: the matter is the one key. */
static const struct form_field ask_fields[] = {
	{ "matter", ENTRY_CODE, N_("Matter"), .list = &SERVICE_MATTERS },
	{ "detail", ENTRY_TEXT, N_("Detail"), .optional = true },
	{ "helper", ENTRY_TEXT, N_("Who helps"), .optional = true, .bytes = 100 },
	{ "channel", ENTRY_TEXT, N_("Channel"), .value = "counter", .bytes = 40 },
	{ 0 }
};
const struct form counter_ask_form = { ask_fields, &SERVICE_ASK,
				      N_("the request is noted") };
#define RESULTS "answered asked_again passed_on not_reached complained"
static const struct form_field note_fields[] = {
	{ "result", ENTRY_CODE, N_("Result"), .codes = RESULTS },
	{ "matter", ENTRY_TEXT, N_("Matter"), .value = "information", .bytes = 40 },
	{ "channel", ENTRY_TEXT, N_("Channel"), .value = "counter", .bytes = 40 },
	{ "note", ENTRY_TEXT, N_("Note"), .optional = true, .list = &SERVICE_PHRASES },
	{ 0 }
};
const struct form counter_note_form = { note_fields, &SERVICE_NOTE,
				       N_("the contact is noted") };
const struct column counter_at_once[] = {
	{ .col = SERVICE_AT_ONCE_WAITING,
	  .title = N_("Waiting"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = SERVICE_AT_ONCE_DUE,
	  .title = N_("Due"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_AT_ONCE_CONTACTS,
	  .title = N_("30 days"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = SERVICE_AT_ONCE_LAST_ON,
	  .title = N_("Last"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ 0 }
};
const struct column counter_log[] = {
	{ .col = SERVICE_LOG_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = SERVICE_LOG_CHANNEL,
	  .title = N_("Channel"),
	  .kind = COLUMN_LABEL,
	  .width = 11 },
	{ .col = SERVICE_LOG_RESULT,
	  .title = N_("Result"),
	  .kind = COLUMN_LABEL,
	  .width = 11 },
	{ .col = SERVICE_LOG_WHO, .title = N_("By"), .width = 8, .gives_way = 2 },
	{ .col = SERVICE_LOG_MATTER,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = SERVICE_LOG_NOTE, .title = N_("Note"), .gives_way = 1 },
	{ 0 }
};
const struct option_def counter_ask_options[] = {
	{ "channel", 't', N_("by which channel it came"), "counter" },
	{ "detail", 't', N_("what was told with it"), "" },
	{ "helper", 't', N_("who helps: guardian, child, neighbour"), "" },
	{ 0 }
};

bool counter_ask(const struct verb_call *c)
{
	const char *person = c->person(c), *said;
	const char *params[] = { person, c->nargs > 1 ? c->args[1] : NULL,
				 c->option(c, "channel"), c->option(c, "detail"),
				 c->option(c, "helper") };

	if (!person || !c->run(c, &SERVICE_ASK, params, &said))
		return false;
	c->row(c, (const char *const[]){ "request" }, NULL, 1);
	c->row(c, (const char *const[]){ "request" }, &said, 1);
	return true;
}

const struct option_def counter_note_options[] = {
	{ "channel", 't', N_("by which channel it came"), "counter" },
	{ "result", 't', N_("how it ended"), "answered" },
	{ "note", 't', N_("a remark"), "" },
	{ 0 }
};

bool counter_note(const struct verb_call *c)
{
	const char *person = c->person(c), *said;
	const char *params[] = { person, c->args[1], c->option(c, "channel"),
				 c->option(c, "result"), c->option(c, "note") };

	return person && c->run(c, &SERVICE_NOTE, params, &said) &&
	       c->print(c, &SERVICE_LOG, &person, counter_log, NULL);
}

bool counter_contacts(const struct verb_call *c)
{
	const char *person = c->person(c);

	return person && c->print(c, &SERVICE_LOG, &person, counter_log, NULL);
}

bool counter_withdraw(const struct verb_call *c)
{
	const char *person = c->person(c), *said;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &SERVICE_WITHDRAW, params, &said))
		return false;
	c->note(c, N_("request %s is taken back"), said, "");
	return true;
}

const struct option_def counter_requests_options[] = {
	{ "state", 't', N_("open, done, refused or withdrawn") },
	{ "limit", 'n', N_("at most so many"), "100", 1, 100000 },
	{ 0 }
};

bool counter_requests(const struct verb_call *c)
{
	const char *params[] = { c->option(c, "state"), NULL, NULL, NULL,
				 c->option(c, "limit") };

	return c->print(c, &SERVICE_REQUESTS, params, list_columns, NULL);
}

static const struct column channel_columns[] = {
	{ .col = SERVICE_CHANNELS_CHANNEL,
	  .title = N_("Channel"),
	  .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = SERVICE_CHANNELS_CONTACTS,
	  .title = N_("Contacts"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = SERVICE_CHANNELS_PERSONS,
	  .title = N_("Persons"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = SERVICE_CHANNELS_DONE,
	  .title = N_("Done"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = SERVICE_CHANNELS_WITHOUT_VISIT,
	  .title = N_("Without visit %"),
	  .width = 15 },
	{ .col = SERVICE_CHANNELS_DAYS, .title = N_("Days"), .width = 6 },
	{ 0 }
};
const struct option_def counter_channels_options[] = {
	{ "since", 'd', N_("from this day on; else this month") }, { 0 }
};

bool counter_channels(const struct verb_call *c)
{
	const char *since = c->option(c, "since");

	return c->print(c, &SERVICE_CHANNELS, &since, channel_columns, NULL);
}

static const struct column matter_columns[] = {
	{ .col = SERVICE_MATTERS_LABEL,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 30 },
	{ .col = SERVICE_MATTERS_CODE, .title = N_("Code"), .width = 24 },
	{ .col = SERVICE_MATTERS_WORKING_DAYS,
	  .title = N_("Working days"),
	  .kind = COLUMN_COUNT,
	  .width = 12 },
	{ 0 }
};

bool counter_matters(const struct verb_call *c)
{
	return c->print(c, &SERVICE_MATTERS, NULL, matter_columns, NULL);
}
