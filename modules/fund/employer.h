/* Employers as what rules judge: their facts, and one as a page.  Screen "employer" takes
 * employer_id. */
#ifndef FUND_EMPLOYER_H
#define FUND_EMPLOYER_H

#include "steward.h"

extern const struct fact_column employer_facts[];
extern const char employer_select[], employer_sources[];
extern const struct section employer_sections[];
extern const struct mark employer_marks[];

#endif
