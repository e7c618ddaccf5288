/* How payment runs are shown, on the command line and on the screen. */
#ifndef STEWARD_RUNS_H
#define STEWARD_RUNS_H

#include "steward.h"

extern const struct column runs_list_columns[], runs_one_columns[], runs_totals_columns[],
    runs_changes_columns[], runs_groups_columns[], runs_held_columns[],
    runs_lines_columns[], runs_files_columns[], runs_returns_columns[];

#endif
