/* Transfers of insurance relations from another place to here. */
#ifndef STEWARD_RELATIONS_IN_H
#define STEWARD_RELATIONS_IN_H

#include "steward.h"
#include "verb.h"

extern const struct field come_fields[];
extern const struct keep come_keeps[];
extern const struct stmt *const come_before[], *const come_money_apply[];
extern const struct move come_ask_moves[], come_late_moves[], come_differs_moves[],
    come_take_moves[];
extern const struct section come_head_sections[], come_form_sections[],
    come_one_sections[];
extern const struct column come_list_columns[], come_of_columns[];
extern const int come_list_args[];
extern const struct action come_person_actions[], come_one_actions[];
extern const struct form come_apply_form, come_tell_form, come_withdraw_form,
    come_returned_form, come_counts_form;
extern const struct option_def come_apply_options[], come_tell_options[],
    come_paper_options[];

bool come_apply(const struct verb_call *c);
bool come_withdraw(const struct verb_call *c);
bool come_returned(const struct verb_call *c);
bool come_counts(const struct verb_call *c);
bool come_tell(const struct verb_call *c);
bool come_letter(const struct verb_call *c);
bool come_list(const struct verb_call *c);

#endif
