#include "jobs.h"

#include <stddef.h>

#include "jobs_sql.h"

const struct field jobs_seeker_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "registered_on", FIELD_DAY, .most = "today" },
	{ "state", FIELD_CODE, .codes = "seeking employed withdrawn" },
	{ "occupation", FIELD_NAME },
	{ "skill", FIELD_LIST, .optional = true },
	{ "place_wanted", FIELD_REF, .table = "region", .column = "region_code",
	  .optional = true },
	{ "pay_wanted", FIELD_MONEY, .optional = true },
	{ "category", FIELD_CODE, .optional = true,
	  .codes = "older_unemployed zero_employment_family long_term low_income disabled"
		   " land_requisitioned youth other" },
	{ "helper", FIELD_TEXT, .optional = true },
	{ "review_on", FIELD_DAY, .optional = true, .after = "registered_on" },
	{ 0 }
};
const struct field jobs_vacancy_fields[] = {
	{ "vacancy_no", FIELD_NAME },
	{ "unit_no", FIELD_NAME },
	{ "unit", FIELD_NAME },
	{ "occupation", FIELD_NAME },
	{ "skill", FIELD_LIST, .optional = true },
	{ "posts", FIELD_COUNT },
	{ "pay", FIELD_MONEY },
	{ "place", FIELD_REF, .table = "region", .column = "region_code" },
	{ "posted_on", FIELD_DAY, .most = "today" },
	{ "expires_on", FIELD_DAY, .after = "posted_on" },
	{ 0 }
};

const struct match jobs_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct kept_column seeker_columns[] = {
	{ "registered_on", KEPT_KEY },
	{ "state", KEPT_VALUE },
	{ "occupation", KEPT_VALUE },
	/* Each once, however often and in which letters it is written. */
	{ "skill", KEPT_VALUE,
	  "array(select distinct lower(x) from unnest(skill) x order by 1)" },
	{ "place", KEPT_VALUE, "place_wanted::int" },
	{ "pay_fen", KEPT_VALUE, "pay_wanted" },
	{ "category", KEPT_VALUE, "coalesce(category, '')" },
	{ "helper", KEPT_VALUE, "coalesce(helper, '')" },
	{ "review_on", KEPT_VALUE },
	{ 0 }
};
const struct keep jobs_seeker_keeps[] = { { "job_seeker", seeker_columns }, { 0 } };
