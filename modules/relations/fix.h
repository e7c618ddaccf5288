/* Corrections of the contribution record; months that were paid twice or wrongly. */
#ifndef STEWARD_RELATIONS_FIX_H
#define STEWARD_RELATIONS_FIX_H

#include "steward.h"
#include "verb.h"

extern const struct field fix_double_fields[];
extern const struct keep fix_double_keeps[];
extern const struct move fix_moves[], fix_refund_moves[];
extern const struct section fix_task_sections[], fix_sections[];
extern const struct form fix_form;
extern const struct option_def fix_correct_options[];

bool fix_correct(const struct verb_call *c);
bool fix_drop(const struct verb_call *c);
bool fix_list(const struct verb_call *c);
bool fix_doubles(const struct verb_call *c);

#endif
