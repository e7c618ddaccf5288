/* Requests to the finance bureau: what the runs of a month need, asked by two persons;
 * what the bureau answers, and the money that came. */
#ifndef FUND_BUREAU_H
#define FUND_BUREAU_H

#include "steward.h"
#include "verb.h"

extern const struct field bureau_fields[];
extern const struct section bureau_list_sections[], bureau_one_sections[];
extern const struct section bureau_head_sections[];
extern const struct action bureau_list_actions[], bureau_one_actions[];
extern const struct form bureau_withdraw_form, bureau_answer_form;
extern const struct option_def bureau_make_options[], bureau_answer_options[];

/* "fund request make", "approve", "withdraw", "answer"; "fund requests". */
bool bureau_make(const struct verb_call *c);
bool bureau_approve(const struct verb_call *c);
bool bureau_withdraw(const struct verb_call *c);
bool bureau_answer(const struct verb_call *c);
bool bureau_list(const struct verb_call *c);

#endif
