/* Transfers of insurance relations from here to another place. */
#ifndef STEWARD_RELATIONS_OUT_H
#define STEWARD_RELATIONS_OUT_H

#include "steward.h"
#include "verb.h"

extern const struct field leave_fields[];
extern const struct keep leave_keeps[];
extern const struct move leave_moves[], leave_back_moves[], leave_money_moves[];
extern const struct action leave_one_actions[];
extern const struct column leave_list_columns[];
extern const int leave_list_args[];
extern const struct section leave_head_sections[], leave_one_sections[];
extern const struct form leave_receive_form, leave_wages_form, leave_sent_back_form,
    leave_taken_back_form;
extern const struct option_def leave_file_options[];

bool leave_receive(const struct verb_call *c);
bool leave_wages(const struct verb_call *c);
bool leave_taken_back(const struct verb_call *c);
bool leave_sent_back(const struct verb_call *c);
bool leave_list(const struct verb_call *c);
bool leave_file(const struct verb_call *c);
bool leave_paper(const struct verb_call *c);

#endif
