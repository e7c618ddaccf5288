/* The review desk: what waits, a claim's page, cutting a line, and figures over it. */
#ifndef CLAIMS_REVIEW_H
#define CLAIMS_REVIEW_H

#include "steward.h"

extern const struct move review_moves[], review_difference_moves[];
extern const struct move review_provider_moves[];
extern const struct section review_list_sections[], review_page_sections[];
extern const struct section review_cut_sections[], review_appeal_sections[];
extern const struct paging review_list_paging;
extern const struct filter review_filters[];
extern const struct action review_page_actions[];
extern const struct mark review_marks[];
extern const struct form review_cut_form, review_appeal_form;
extern const struct section review_provider_sections[];
extern const struct column review_mine_columns[], review_list_columns[];
extern const struct figure_source review_sources[];
extern const struct indicator review_indicators[];

#endif
