/* How deductions for third parties are shown, on screens and on the command line. */
#ifndef STEWARD_DEDUCTIONS_H
#define STEWARD_DEDUCTIONS_H

#include "steward.h"

extern const struct column deduction_list_columns[];
extern const struct column deduction_of_columns[];
extern const struct column deduction_payments_columns[];

#endif
