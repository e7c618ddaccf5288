#include "request.h"

#include <stddef.h>

#include "request_sql.h"

/* The channel's own number of the request comes with every word about it. */
const struct field request_fields[] = {
	{ "request_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "channel", FIELD_REF, .table = "channel", .column = "channel" },
	{ "kind", FIELD_CODE, .codes = "care nursing medicine" },
	{ "asked_on", FIELD_DAY, .most = "today" },
	{ "asked_time", FIELD_TIME },
	{ "state", FIELD_CODE, .codes = "asked withdrawn" },
	{ "wanted_day", FIELD_DAY, .after = "asked_on" },
	{ "wanted_from", FIELD_TIME, .optional = true },
	{ "wanted_to", FIELD_TIME, .optional = true },
	{ "disabled", FIELD_CODE, .codes = "yes no", .optional = true },
	{ "dementia", FIELD_CODE, .codes = "yes no", .optional = true },
	{ "helper", FIELD_TEXT, .optional = true },
	{ "helper_phone", FIELD_TEXT, .optional = true },
	{ "place", FIELD_TEXT, .optional = true },
	{ "lat", FIELD_DECIMAL, .scale = 6, .optional = true },
	{ "lon", FIELD_DECIMAL, .scale = 6, .optional = true },
	{ 0 }
};
const struct match request_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
/* A window that ends before it begins is none: nobody can be planned into it, and its
 * task says so. */
static const struct kept_column request_columns[] = {
	{ "request_no", KEPT_KEY },
	{ "channel", KEPT_VALUE },
	{ "kind", KEPT_VALUE },
	{ "asked_on", KEPT_VALUE },
	{ "asked_time", KEPT_VALUE },
	{ "state", KEPT_VALUE },
	{ "wanted_day", KEPT_VALUE },
	{ "wanted_from", KEPT_VALUE, "coalesce(wanted_from, home_hour('first_hour'))" },
	{ "wanted_to", KEPT_VALUE,
	  "greatest(coalesce(wanted_to, home_hour('last_hour')),"
	  " coalesce(wanted_from, home_hour('first_hour')))" },
	{ "is_disabled", KEPT_VALUE, "coalesce(disabled = 'yes', false)" },
	{ "has_dementia", KEPT_VALUE, "coalesce(dementia = 'yes', false)" },
	{ "helper", KEPT_VALUE, "coalesce(helper, '')" },
	{ "helper_phone", KEPT_VALUE, "coalesce(helper_phone, '')" },
	{ "place", KEPT_VALUE, "coalesce(place, '')" },
	{ "lat", KEPT_VALUE },
	{ "lon", KEPT_VALUE },
	{ 0 }
};
const struct keep request_keeps[] = { { "home_request", request_columns }, { 0 } };
const struct stmt *const request_apply[] = { &REQUEST_FOLLOW, NULL };

const struct move request_moves[] = {
	{ "open", "dispatch", "done", "clerk", MOVE_CLOSE, "home_plan_make", "s",
	  N_("dispatch: the nurse who fits best goes there") },
	{ "open", "refuse", "dismissed", "clerk", MOVE_CLOSE, "home_request_refuse", "d",
	  N_("refuse: the person knows why") },
	{ 0 }
};
const struct move request_missed_moves[] = {
	{ "open", "replan", "done", "clerk", MOVE_CLOSE, "home_missed_again", "s",
	  N_("replan: another visit is planned") },
	{ "open", "drop", "dismissed", "clerk", MOVE_CLOSE, "home_missed_drop", "d",
	  N_("drop: it is needed no more") },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = REQUEST_LIST_WANTED_DAY,
	  .title = N_("Wanted"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = REQUEST_LIST_WINDOW, .title = N_("Window"), .width = 11 },
	{ .col = REQUEST_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = REQUEST_LIST_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = REQUEST_LIST_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = REQUEST_LIST_CHANNEL,
	  .title = N_("Channel"),
	  .kind = COLUMN_LABEL,
	  .width = 9,
	  .gives_way = 2 },
	{ .col = REQUEST_LIST_REQUEST_NO, .title = N_("Request"), .gives_way = 1 },
	{ 0 }
};
static const int list_key[] = { REQUEST_LIST_ASKED_ON, REQUEST_LIST_REQUEST_NO,
				REQUEST_LIST_PERSON_ID, -1 };
static const int list_args[] = { REQUEST_LIST_PERSON_ID, -1 };
const struct paging request_list_paging = { list_key, 1 };
static const struct choice stands[] = {
	{ "unplanned", N_("unplanned") },	  { "planned", N_("planned") },
	{ "missed", N_("missed") },	  { "fulfilled", N_("fulfilled") },
	{ "withdrawn", N_("withdrawn") }, { NULL, N_("all") },
	{ 0 }
};
const struct filter request_filters[] = { { "f", N_("filter"), 0, stands }, { 0 } };
const struct section request_list_sections[] = { { .name = "care_requests",
						   .stmt = &REQUEST_LIST,
						   .columns = list_columns,
						   .opens = "person",
						   .args = list_args },
						 { 0 } };

static const struct column head_columns[] = {
	{ .col = REQUEST_HEAD_NAME, .title = N_("Name") },
	{ .col = REQUEST_HEAD_ID_NO, .title = N_("Number") },
	{ .col = REQUEST_HEAD_WAITING, .title = N_("Waiting") },
	{ 0 }
};
const struct section request_form_sections[] = { { .name = "head",
						   .stmt = &REQUEST_HEAD,
						   .columns = head_columns,
						   .is_fields = true },
						 { 0 } };
static const struct form_field ask_fields[] = {
	{ "kind", ENTRY_CODE, N_("Kind"), .codes = "care nursing medicine" },
	{ "day", ENTRY_DAY, N_("Day"), .value = "today", .least = "today" },
	{ "from", ENTRY_TEXT, N_("From"), .value = "08:00", .bytes = 5 },
	{ "to", ENTRY_TEXT, N_("To"), .value = "18:00", .bytes = 5 },
	{ "disabled", ENTRY_YES, N_("Disabled"), .value = "no" },
	{ "dementia", ENTRY_YES, N_("Dementia"), .value = "no" },
	{ "helper", ENTRY_TEXT, N_("Guardian or contact"), .optional = true,
	  .bytes = 100 },
	{ "phone", ENTRY_TEXT, N_("Telephone"), .optional = true, .bytes = 20 },
	{ "channel", ENTRY_CODE, N_("Channel"), .value = "counter",
	  .list = &REQUEST_CHANNELS },
	{ 0 }
};
const struct form request_form = { ask_fields, &REQUEST_ASK,
				   N_("the request is noted") };
const struct column request_of_columns[] = {
	{ .col = REQUEST_OF_WANTED_DAY,
	  .title = N_("Wanted"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = REQUEST_OF_WINDOW, .title = N_("Window"), .width = 11 },
	{ .col = REQUEST_OF_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = REQUEST_OF_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = REQUEST_OF_NURSE, .title = N_("Nurse"), .width = 16 },
	{ .col = REQUEST_OF_REQUEST_NO, .title = N_("Request"), .gives_way = 1 },
	{ 0 }
};

const char *request_person(const struct verb_call *c)
{
	const char *person;

	if (!c->run(c, &REQUEST_PERSON, c->args, &person))
		return NULL;
	if (*person)
		return person;
	c->fail(c, N_("no person with this number"),
		N_("Give the citizen identity number, or the number on the person's "
		   "page."));
	return NULL;
}

const struct option_def request_ask_options[] = {
	{ "from", 't', N_("not before, like 09:00"), "" },
	{ "to", 't', N_("not after, like 11:30"), "" },
	{ "channel", 't', N_("by which channel it came"), "counter" },
	{ "disabled", 'f', N_("the person is disabled"), NULL, 0, 0 },
	{ "dementia", 'f', N_("the person has dementia"), NULL, 0, 0 },
	{ "helper", 't', N_("guardian or contact"), "" },
	{ "phone", 't', N_("telephone of that person"), "" },
	{ 0 }
};

bool request_ask(const struct verb_call *c)
{
	const char *person = request_person(c), *said;
	const char *params[] = { person,
				 c->args[1],
				 c->args[2],
				 c->option(c, "from"),
				 c->option(c, "to"),
				 c->option(c, "channel"),
				 c->option(c, "disabled") ? "true" : "false",
				 c->option(c, "dementia") ? "true" : "false",
				 c->option(c, "helper"),
				 c->option(c, "phone") };

	if (!person || !c->run(c, &REQUEST_ASK, params, &said))
		return false;
	c->row(c, (const char *const[]){ "request" }, NULL, 1);
	c->row(c, (const char *const[]){ "request" }, &said, 1);
	return true;
}

bool request_withdraw(const struct verb_call *c)
{
	const char *person = request_person(c), *said;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &REQUEST_WITHDRAW, params, &said))
		return false;
	c->note(c, N_("request %s is taken back"), said, "");
	return true;
}

const struct option_def request_list_options[] = {
	{ "state", 't',
	  N_("unplanned, planned, missed, fulfilled, late, withdrawn ...") },
	{ "limit", 'n', N_("at most so many"), "100", 1, 100000 },
	{ 0 }
};

bool request_print(const struct verb_call *c)
{
	const char *params[] = { c->option(c, "state"), NULL, NULL, NULL,
				 c->option(c, "limit") };

	return c->print(c, &REQUEST_LIST, params, list_columns, NULL);
}
