/* Core's figures, as a module brings its own. */
#ifndef STEWARD_CORE_FIGURES_H
#define STEWARD_CORE_FIGURES_H

#include "steward.h"

extern const struct figure_source core_figure_sources[];
extern const struct indicator core_indicators[];

#endif
