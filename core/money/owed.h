/* How what is owed back is shown, on the command line and on the screen. */
#ifndef STEWARD_OWED_H
#define STEWARD_OWED_H

#include "steward.h"

extern const struct column owed_list_columns[], owed_of_columns[], owed_months_columns[],
    owed_moves_columns[], owed_totals_columns[], owed_recall_columns[];

#endif
