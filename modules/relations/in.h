/* Transfers of insurance relations from another place to here. */
#ifndef STEWARD_RELATIONS_IN_H
#define STEWARD_RELATIONS_IN_H

#include "steward.h"
#include "verb.h"

extern const struct field in_fields[];
extern const struct keep in_keeps[];
extern const struct stmt *const in_before[], *const in_money_apply[];
extern const struct move in_ask_moves[], in_late_moves[], in_differs_moves[],
    in_take_moves[];
extern const struct section in_list_sections[], in_head_sections[], in_form_sections[],
    in_one_sections[];
extern const struct column in_list_columns[], in_of_columns[];
extern const int in_of_args[];
extern const struct action in_list_actions[], in_person_actions[];
extern const struct form in_apply_form, in_tell_form, in_withdraw_form, in_returned_form,
    in_counts_form;
extern const struct option_def in_apply_options[], in_tell_options[], in_paper_options[];

bool in_apply(const struct verb_call *c);
bool in_withdraw(const struct verb_call *c);
bool in_returned(const struct verb_call *c);
bool in_counts(const struct verb_call *c);
bool in_tell(const struct verb_call *c);
bool in_letter(const struct verb_call *c);
bool in_list(const struct verb_call *c);

#endif
