#include "reassess.h"

#include <stddef.h>

const struct fact_column reassess_facts[] = {
	{ "award_key", "text", "code", N_("application that was awarded") },
	{ "award_retired_on", "date", "day", N_("month of retirement of the award") },
	{ "now_birth_date", "date", "day", N_("birth date held now") },
	{ "now_deemed", "int", "months", N_("deemed months held now") },
	{ "now_special", "boolean", "yes/no", N_("special work held now") },
	{ "award_restriction", "text", "code", N_("restriction of the application") },
	{ "now_account_fen", "bigint", "fen", N_("personal account found out later") },
	{ "now_months", "int", "months", N_("months held now") },
	{ "now_paid", "text", "list", N_("months and mean base held now, by year") },
	{ 0 }
};

const char reassess_select[] =
    "select h.person_id, h.award_key, h.from_month, h.birth, h.deemed, h.is_special,"
    " h.restriction, h.account_fen, h.months, h.paid, null::date as facts_until"
    " from (select distinct r.person_id from retire_application r {todo}"
    "  where r.state = 'awarded') a join award_held h using (person_id)";

const char reassess_sources[] =
    "select c.person_id, 'now_months' as fact, '1' as value,"
    " to_date(c.period::text, 'YYYYMM') as day, c.batch_id, c.line"
    " from contribution c where c.scheme not in ('moved', 'double')"
    " and exists (select from retire_application r"
    "  where r.person_id = c.person_id and r.state = 'awarded')";
