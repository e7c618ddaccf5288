/* The counter: requests by whichever channel, words with people, and who was served. */
#ifndef SERVICE_COUNTER_H
#define SERVICE_COUNTER_H

#include "steward.h"
#include "verb.h"

extern const struct field counter_request_fields[];
extern const struct match counter_matches[];	/* the person of a row */
extern const struct keep counter_request_keeps[];
extern const struct section counter_list_sections[], counter_head_sections[];
extern const struct paging counter_list_paging;
extern const struct filter counter_filters[];
extern const struct form counter_ask_form, counter_note_form;
extern const struct column counter_at_once[], counter_log[];
extern const struct option_def counter_ask_options[], counter_note_options[],
    counter_requests_options[], counter_channels_options[];


bool counter_ask(const struct verb_call *c);
bool counter_note(const struct verb_call *c);
bool counter_contacts(const struct verb_call *c);
bool counter_withdraw(const struct verb_call *c);
bool counter_requests(const struct verb_call *c);
bool counter_channels(const struct verb_call *c);
bool counter_matters(const struct verb_call *c);

#endif
