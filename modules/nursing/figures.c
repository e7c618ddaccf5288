/* The figures of nursing at home, and the rows behind each. */
#include <stddef.h>

#include "visits.h"

/* Rows behind the figures. */
static const struct column visit_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Nurse"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Why") },
	{ 0 }
};
static const struct column nurse_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Nurse"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Visits") },
	{ 0 }
};
static const struct column request_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Kind"), .kind = COLUMN_LABEL, .width = 10 },
	{ .col = BEHIND_SAY, .title = N_("Waited") },
	{ 0 }
};
static const struct column plan_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Nurse"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};
static const int behind_args[] = { BEHIND_KEY, -1 };
static const int person_args[] = { BEHIND_PERSON, -1 };
const struct figure_source visits_sources[] = {
	{ "homevisit", "homevisit_state v", "v.homevisit_id bigint", "v.person_id",
	  .mark = "case v.state when 'held' then '!' when 'refused' then 'h' else '' end",
	  .day = "v.day", .place = "v.nurse", .say = "v.why", .columns = visit_rows,
	  .opens = "homevisit", .args = behind_args },
	{ "nurse_day", "home_nurse_day v", "v.day date, v.nurse_id bigint", NULL,
	  .day = "v.day", .place = "v.name", .say = "v.visits::text",
	  .columns = nurse_rows },
	{ "nurse_load", "home_nurse_load v", "v.day date, v.nurse_id bigint", NULL,
	  .day = "v.day", .place = "v.name", .say = "v.visits::text",
	  .columns = nurse_rows },
	{ "care_waiting", "home_waiting v", "v.person_id bigint, v.request_no text",
	  "v.person_id", .mark = "case when v.is_oldest then '!' else '' end",
	  .day = "v.asked_on", .place = "v.kind", .say = "v.days::text",
	  .columns = request_rows, .opens = "person", .args = person_args },
	{ "care_served", "home_served v", "v.person_id bigint, v.request_no text",
	  "v.person_id", .day = "v.day", .place = "v.kind", .say = "v.hours::text",
	  .columns = request_rows, .opens = "person", .args = person_args },
	{ "care_plan", "home_planned v", "v.person_id bigint, v.plan_no bigint",
	  "v.person_id", .day = "v.day", .place = "v.nurse", .say = "v.stand",
	  .columns = plan_rows, .opens = "person", .args = person_args },
	{ 0 }
};

#define MONTH "v.day >= date_trunc('month', $today)::date and v.day <= $today"
#define WHOLE "v.lacks is null and v.is_timed and "

#define PAST  "v.day >= date_trunc('month', $today)::date and v.day < $today"

const struct indicator visits_indicators[] = {
	{ "I1", N_("Visits asked for"),
	  N_("Requests for visits at home that wait to be planned."), "care_waiting",
	  .filter = "true", .unit = "requests", .owner = "manager",
	  .less_is_better = true },
	{ "I1d", N_("Longest wait"),
	  N_("Days that the oldest request that waits to be planned has waited."),
	  "care_waiting", .filter = "v.is_oldest", .sum = "v.days", .unit = "days",
	  .owner = "manager", .less_is_better = true },
	{ "I2", N_("Hours to a visit"),
	  N_("Middle number of hours from the request to the beginning of the first "
	     "visit, of those first visited this month."),
	  "care_served", .filter = MONTH, .median = "v.hours", .unit = "hours",
	  .owner = "manager", .less_is_better = true },
	{ "I3", N_("Visits at home"), N_("Verified visits at home of this month."),
	  "homevisit", .filter = WHOLE MONTH, .unit = "visits", .owner = "manager" },
	{ "I3y", N_("Visits this year"), N_("Verified visits at home of this year."),
	  "homevisit",
	  .filter = WHOLE "v.day >= date_trunc('year', $today)::date and v.day <= $today",
	  .unit = "visits", .owner = "manager" },
	{ "I4", N_("Verified visits"),
	  N_("Visits of this month that tell all six data points."), "homevisit",
	  .filter = WHOLE MONTH, .per = MONTH, .unit = "%", .owner = "manager" },
	{ "I5", N_("Nurses overloaded"),
	  N_("Days of nurses of this month with more hours of visits than one may work."),
	  "nurse_day",
	  .filter = "v.hours > (select value from policy_number where"
		    " name = 'work.nursing_day_hours') and " MONTH,
	  .unit = "days", .owner = "manager", .less_is_better = true },
	{ "I5p", N_("Visits a nurse-day"),
	  N_("Visits of a nurse on a day that nine tenths of this month's days of "
	     "nurses do not exceed."),
	  "nurse_load", .filter = "v.is_ninth_tenth", .sum = "v.visits",
	  .unit = "visits", .owner = "manager", .less_is_better = true },
	{ "I6", N_("Missed visits"),
	  N_("Visits planned for a day of this month that is over which did not begin "
	     "in the wanted window."),
	  "care_plan", .filter = "not v.is_in_window and " PAST, .per = PAST,
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "I7", N_("Implausible visits"),
	  N_("Visits of this month at once with others, too far away or during a stay, "
	     "for each ten thousand."),
	  "homevisit", .filter = "v.why ~ 'twice|travel|in_hospital' and " MONTH,
	  .sum = "10000", .per = MONTH, .unit = "per 10,000", .owner = "manager",
	  .less_is_better = true },
	{ 0 }
};
