/* Figures of groups B and G; each opens its rows. */
#include "figures.h"

#define MONTH(day)                                                                       \
	day " >= date_trunc('month', $today)::date and " day " <= $today"

#define AGE(name) "(select value::int from policy_number where name = 'work." name "')"
/* What no column is asked for stands in a select of its own: worked out once, not of each
 * person. */
#define OF_AGE(day)                                                                      \
	"f.died_on is null and f.birth_date <= (select (" day                            \
	" - make_interval(years => " AGE("labour_age_from") "))::date) and"              \
	" f.birth_date > (select (" day " - make_interval(years => 1 + "                 \
	AGE("labour_age_to") "))::date)"
#define LATELY "(select to_char($today - interval '3 months', 'YYYYMM')::int)"
#define PAYS_IN "f.last_contributed >= " LATELY
#define COHORT                                                                           \
	"v.registered_on > ($today - interval '12 months')::date - 90 and"               \
	" v.registered_on <= $today - 90"
#define TRAINED                                                                          \
	"v.outcome = 'passed' and"                                                       \
	" v.to_day > ($today - interval '18 months')::date and"                          \
	" v.to_day <= ($today - interval '7 months')::date"

const struct indicator employment_indicators[] = {
	{ "B1", N_("Of working age"),
	  N_("Persons of the age at which one works, by the parameters of it."), "person",
	  .filter = OF_AGE("$today"), .unit = "persons", .owner = "manager" },
	{ "B1y", N_("Same, a year ago"),
	  N_("Persons living now who were of working age a year ago."), "person",
	  .filter = OF_AGE("($today - interval '1 year')"), .unit = "persons",
	  .owner = "manager" },
	{ "B3", N_("Coverage"), N_("Contributors, of all persons of working age."),
	  "person", .filter = PAYS_IN, .share_of = "B1", .unit = "%",
	  .owner = "manager" },
	{ "B4", N_("Dependency ratio"),
	  N_("Pensioners in payment for a hundred who pay in."), "person",
	  .filter = "f.pension_status = 'paid' and f.held_for is null", .per = PAYS_IN,
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "B2", N_("Contributors"),
	  N_("Persons for whom a month of the last three is paid."), "person",
	  .filter = PAYS_IN, .unit = "persons",
	  .owner = "manager" },
	{ "B8", N_("Lapsed contrib."),
	  N_("Persons who paid in, have to, and have not for three months."), "person",
	  .filter = "f.status = 'contributing' and f.last_contributed < " LATELY,
	  .per = "f.status = 'contributing' and f.last_contributed is not null",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "G1", N_("Unemployed"),
	  N_("Registered unemployed among employees who pay in and the unemployed."),
	  "person", .filter = "f.status = 'unemployed'",
	  .per = "f.status = 'unemployed' or"
		 " (f.status = 'contributing' and f.scheme = 'employee')",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "G2", N_("Difficulty: helped"),
	  N_("Persons counted as having difficulty in finding work for whom something "
	     "was done within three months."),
	  "difficulty",
	  .filter = "v.measured_on > ($today - interval '3 months')::date and"
		    " v.measured_on <= $today",
	  .per = "true", .unit = "%", .owner = "manager" },
	{ "G4", N_("Placed in 90 days"),
	  N_("Persons who registered within twelve months, and had work within ninety "
	     "days."),
	  "cohort", .filter = COHORT " and v.worked_on <= v.registered_on + 90",
	  .per = COHORT, .unit = "%", .owner = "manager" },
	{ "G6", N_("Working after it"),
	  N_("Persons who finished a course, of a year ago to half a year ago, and pay "
	     "in half a year later."),
	  "training", .filter = TRAINED " and v.is_employed", .per = TRAINED,
	  .unit = "%", .owner = "manager" },
	{ "G10", N_("Unemployed 6 mon.+"),
	  N_("Registered unemployed for six months and more."), "person",
	  .filter = "f.status = 'unemployed' and"
		    " (f.unemployed_since + interval '6 months')::date <= $today",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "G3", N_("Posts by seekers"),
	  N_("Posts offered this quarter for a hundred persons who look for work."),
	  "vacancy",
	  .filter = "v.posted_on <= $today and"
		    " v.expires_on >= date_trunc('quarter', $today)::date",
	  .sum = "v.posts", .share_of = "G3s", .unit = "%", .owner = "manager" },
	{ "G3s", N_("Looking for work"),
	  N_("Persons who look for work, or were placed this quarter."), "seeker",
	  .filter = "v.stand = 'seeking' or v.stand = 'placed' and"
		    " v.placed_on >= date_trunc('quarter', $today)::date",
	  .unit = "persons", .owner = "manager" },
	{ "G5", N_("Referral yield"),
	  N_("Referrals that ended in work, of those that ended this month."), "referral",
	  .filter = "v.outcome = 'placed' and " MONTH("v.done_on"),
	  .per = MONTH("v.done_on"), .unit = "%", .owner = "manager" },
	{ "G7", N_("Days to fill"),
	  N_("Middle number of days from the posting of a vacancy until it was filled, "
	     "of those filled this month."),
	  "vacancy", .filter = MONTH("v.filled_on"),
	  .median = "v.filled_on - v.posted_on", .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "G8", N_("Benefit and work"),
	  N_("Persons paid unemployment benefit this month for a month in which an "
	     "employer paid contributions for them."),
	  "overlap", .filter = "v.period = (select to_char($today, 'YYYYMM')::int)",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ 0 }
};
