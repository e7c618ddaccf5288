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

/* The four ends of a referral; each can be taken back, so that a vacancy opens again. */
#define END(outcome, key, label)                                                         \
	{                                                                                \
		"open", outcome, "done", "clerk", MOVE_CLOSE, "job_" outcome, key, label \
	}
const struct move jobs_referral_moves[] = {
	END("placed", "s", N_("placed: has found work there")),
	END("refused", "d", N_("refused: does not want it")),
	END("not_taken", "t", N_("not taken: the employer does not want")),
	END("no_answer", "n", N_("no answer: nobody tells what came of it")),
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = JOBS_VACANCIES_POSTED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBS_VACANCIES_VACANCY_NO, .title = N_("Vacancy"), .width = 12 },
	{ .col = JOBS_VACANCIES_UNIT, .title = N_("Unit"), .width = 16 },
	{ .col = JOBS_VACANCIES_OPEN_POSTS,
	  .title = N_("Posts"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = JOBS_VACANCIES_PAY_FEN,
	  .title = N_("Pay"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = JOBS_VACANCIES_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = JOBS_VACANCIES_OCCUPATION, .title = N_("Occupation"), .gives_way = 1 },
	{ 0 }
};
static const int list_key[] = { JOBS_VACANCIES_POSTED_ON, JOBS_VACANCIES_VACANCY_NO, -1 };
static const int list_args[] = { JOBS_VACANCIES_VACANCY_NO, -1 };
const struct paging jobs_list_paging = { list_key, 1 };
static const struct choice stands[] = { { "open", N_("open") },
					{ NULL, N_("all") },
					{ "filled", N_("filled") },
					{ "expired", N_("expired") },
					{ 0 } };
const struct filter jobs_list_filters[] = { { "f", N_("filter"), 0, stands }, { 0 } };
const struct section jobs_list_sections[] = { { .name = "vacancies",
						.stmt = &JOBS_VACANCIES,
						.columns = list_columns,
						.opens = "vacancy",
						.args = list_args },
					      { 0 } };
static const struct column page_columns[] = {
	{ .col = JOBS_VACANCY_UNIT, .title = N_("Unit") },
	{ .col = JOBS_VACANCY_OCCUPATION, .title = N_("Occupation") },
	{ .col = JOBS_VACANCY_SKILLS, .title = N_("Skills") },
	{ .col = JOBS_VACANCY_POSTS, .title = N_("Posts"), .kind = COLUMN_COUNT },
	{ .col = JOBS_VACANCY_PLACED, .title = N_("Placed"), .kind = COLUMN_COUNT },
	{ .col = JOBS_VACANCY_PAY_FEN, .title = N_("Pay"), .kind = COLUMN_MONEY },
	{ .col = JOBS_VACANCY_PLACE, .title = N_("Place") },
	{ .col = JOBS_VACANCY_EXPIRES_ON, .title = N_("To"), .kind = COLUMN_DAY },
	{ .col = JOBS_VACANCY_STAND, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};
static const struct column best_columns[] = {
	{ .col = JOBS_BEST_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = JOBS_BEST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = JOBS_BEST_POINTS, .title = N_("Points"), .width = 6 },
	{ .col = JOBS_BEST_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column referral_columns[] = {
	{ .col = JOBS_REFERRALS_REFERRED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBS_REFERRALS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = JOBS_REFERRALS_STAND,
	  .title = N_("Outcome"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = JOBS_REFERRALS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int best_args[] = { JOBS_BEST_PERSON_ID, -1 };
static const int refer_args[] = { JOBS_BEST_VACANCY_NO, JOBS_BEST_PERSON_ID, -1 };
static const int referral_args[] = { JOBS_REFERRALS_PERSON_ID, -1 };
const struct section jobs_page_sections[] = { { .name = "best",
						.title = N_("Who fits"),
						.stmt = &JOBS_BEST,
						.columns = best_columns,
						.opens = "person",
						.args = best_args },
					      { .name = "vacancy",
						.title = N_("Vacancy"),
						.stmt = &JOBS_VACANCY,
						.columns = page_columns,
						.is_fields = true },
					      { .name = "referrals",
						.title = N_("Referrals"),
						.stmt = &JOBS_REFERRALS,
						.columns = referral_columns,
						.opens = "person",
						.args = referral_args },
					      { 0 } };
const struct action jobs_page_actions[] = {
	{ "r", N_("refer"), "clerk", "best", refer_args, .runs = &JOBS_REFER, .many = 2 },
	{ 0 }
};

/* Rows behind the figures. */
static const struct column seeker_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Occupation") },
	{ 0 }
};
static const struct column vacancy_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Unit"), .width = 16 },
	{ .col = BEHIND_SAY, .title = N_("Occupation") },
	{ 0 }
};
static const struct column overlap_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Yuan") },
	{ 0 }
};
static const struct column help_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Remark") },
	{ 0 }
};
static const int to_person[] = { BEHIND_PERSON, -1 }, to_vacancy[] = { BEHIND_KEY, -1 };
const struct figure_source jobs_sources[] = {
	{ "seeker", "job_seeker_now v", "v.person_id bigint", "v.person_id",
	  .day = "v.registered_on", .place = "v.stand", .say = "v.occupation",
	  .columns = seeker_rows, .opens = "person", .args = to_person },
	{ "vacancy", "vacancy_now v", "v.vacancy_no text", NULL, .day = "v.posted_on",
	  .place = "v.unit", .say = "v.occupation", .columns = vacancy_rows,
	  .opens = "vacancy", .args = to_vacancy },
	{ "overlap", "jobless_overlap v", "v.person_id bigint, v.period int4",
	  "v.person_id", .say = "yuan_text(v.amount_fen)", .columns = overlap_rows,
	  .opens = "person", .args = to_person },
	{ "referral", "job_referral_now v", "v.person_id bigint, v.vacancy_no text",
	  "v.person_id", .day = "v.done_on", .place = "v.stand", .say = "v.unit",
	  .columns = seeker_rows, .opens = "person", .args = to_person },
	{ "difficulty", "difficulty_now v", "v.person_id bigint", "v.person_id",
	  .day = "v.measured_on", .place = "v.state", .say = "v.helper::text",
	  .columns = help_rows, .opens = "person", .args = to_person },
	{ "cohort", "seeker_cohort v", "v.person_id bigint, v.registered_on date",
	  "v.person_id", .day = "v.registered_on", .place = "v.occupation",
	  .say = "coalesce(v.worked_on::text, '')", .columns = help_rows,
	  .opens = "person", .args = to_person },
	{ "training", "training_now v", "v.person_id bigint, v.course_no text",
	  "v.person_id", .day = "v.to_day", .place = "v.outcome", .say = "v.course",
	  .columns = help_rows, .opens = "person", .args = to_person },
	{ 0 }
};
