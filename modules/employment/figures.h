/* Figures of work: who pays in, who is out of work, what referrals and courses led to. */
#ifndef EMPLOYMENT_FIGURES_H
#define EMPLOYMENT_FIGURES_H

#include "steward.h"

extern const struct indicator employment_indicators[];

#endif
