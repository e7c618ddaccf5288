#include "events.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "careers.h"
#include "tables.h"

#define SAMPLED_PAST 100000

void events_init(struct events *ev, struct files *fs, const struct city_options *o)
{
	memset(ev, 0, sizeof(*ev));
	ev->files = fs;
	ev->period = period_of(o);
	ev->seed = o->seed;
	ev->is_county = o->is_county;
	ev->is_sampled = o->persons > SAMPLED_PAST;
	ev->payroll_day = DATE_NONE;
	for (int32_t d = ev->period.last; d > o->day; d--)
		if (date_to_civil(d).day == 15)
			ev->payroll_day = d;
}

bool events_is_settled(const struct events *ev, const struct person *p)
{
	return p->status == STATUS_RETIRED &&
	       p->first_paid <= date_add_months(ev->period.day, -18);
}

void events_certify(const struct events *ev, struct person *p, struct rng *r)
{
	int32_t from = date_add_months(ev->period.last, -10) + 1;

	/* In a long time every certificate of today runs out. */
	if (from > ev->period.day)
		from = date_add_months(ev->period.day, -10);
	p->certified_on = rng_between(r, from > p->retire_on ? from : p->retire_on,
				      ev->period.day);
}

int32_t events_reported(const struct events *ev, struct rng *r, int32_t died)
{
	bool is_late = ev->is_county && rng_permille(r, 120);
	int32_t day = died + (is_late ? rng_between(r, 30, 150) : rng_between(r, 0, 12));

	return day < ev->period.last ? day : ev->period.last;
}

void events_death(struct events *ev, struct person *p, struct rng *r, int32_t died)
{
	char cause[DATE_TEXT], detail[32] = "reported ";
	int32_t reported = events_reported(ev, r, died);
	struct truth t = { "death", "risk.paid_after_death", date_format(died, cause),
			   detail };

	row_death(ev->files, r, reported, p->id, p->name, p->birth, died);
	date_format(reported, detail + strlen(detail));
	if (p->status == STATUS_RETIRED)
		row_truth(ev->files, p, &t);
}

static int32_t day_of_death(const struct events *ev, const struct person *p,
			    struct rng *r)
{
	uint32_t days = (uint32_t)(ev->period.last - ev->period.day);
	uint64_t rate = (uint64_t)tables_mortality(p->age, p->sex) * days;

	/* Of a county's pensioners those die who are planted. */
	if (ev->is_county && p->status == STATUS_RETIRED)
		return DATE_NONE;
	/* In a thousand million, to keep the children's small rates exact. */
	if (rng_below(r, 1000000000) >= rate * 1000 / 365)
		return DATE_NONE;
	return rng_between(r, ev->period.day + 1, ev->period.last);
}

static void sign(struct events *ev, const struct person *p, struct rng *r,
		 enum city_feed feed, int week, int32_t died)
{
	int32_t file_day = period_week(&ev->period, week);
	int32_t seen = rng_between(r, period_week_from(&ev->period, week), file_day - 1);

	if (died == DATE_NONE || seen <= died)
		row_sign(ev->files, r, feed, file_day, p, seen);
}

/* A visit and a journey right at the start, and one more of each at any time: a rule that
 * counts signs has to be satisfied with that. */
static void clear_signs(struct events *ev, const struct person *p, struct rng *r,
			int32_t died)
{
	for (int feed = CITY_MEDICAL; feed <= CITY_TRANSPORT; feed++) {
		sign(ev, p, r, (enum city_feed)feed, 0, died);
		sign(ev, p, r, (enum city_feed)feed,
		     (int)rng_below(r, (uint32_t)ev->period.weeks), died);
	}
}

static void some_signs(struct events *ev, const struct person *p, struct rng *r,
		       int32_t died)
{
	for (int n = rng_between(r, 1, 4); n > 0; n--) {
		int week = (int)rng_below(r, (uint32_t)ev->period.weeks);

		sign(ev, p, r, rng_permille(r, 500) ? CITY_MEDICAL : CITY_TRANSPORT, week,
		     died);
	}
}

static void overdue(struct events *ev, struct person *p, struct rng *r)
{
	char cause[DATE_TEXT], detail[DATE_TEXT];
	struct truth t = { "overdue", "retirement.certification_overdue", cause, detail };

	p->certified_on = rng_between(r, date_add_months(ev->period.last, -16),
				      date_add_months(ev->period.last, -12) - 3);
	date_format(date_add_months(p->certified_on, 12), cause);
	date_format(p->certified_on, detail);
	row_truth(ev->files, p, &t);
}

/* Returns true for the one who shows no sign of life in any file. */
static bool pensioner(struct events *ev, struct person *p, struct rng *r, int32_t died)
{
	uint32_t at = rng_below(r, 1000);
	int32_t day = ev->period.day;

	if (events_is_settled(ev, p) && at < 16 && died == DATE_NONE) {
		overdue(ev, p, r);
		return true;
	}
	if (events_is_settled(ev, p) && at < 176) {
		p->certified_on = rng_between(r, date_add_months(day, -14),
					      date_add_months(day, -11));
		clear_signs(ev, p, r, died);
		return false;
	}
	events_certify(ev, p, r);
	if (rng_permille(r, 600))
		some_signs(ev, p, r, died);
	return false;
}

static void claim(struct events *ev, const struct person *p, struct rng *r, int32_t died)
{
	int week = (int)rng_below(r, (uint32_t)ev->period.weeks);
	int32_t file_day = period_week(&ev->period, week);
	struct claim c = { .to = rng_between(r, file_day - 7, file_day - 1) };
	char no[32];

	c.from = c.to - (rng_permille(r, 700) ? 0 : rng_between(r, 1, 12));
	if (died != DATE_NONE && c.to > died)
		return;
	c.serial = ++ev->claims;
	row_claim(ev->files, r, file_day, p, &c, no);
}

static void contribution(struct events *ev, const struct person *p, struct rng *r,
			 int32_t died)
{
	int64_t base = tables_base(date_to_civil(ev->period.day).year);
	int64_t yuan = base * p->index_milli / 100000;

	if (ev->payroll_day == DATE_NONE || (died != DATE_NONE && died < ev->payroll_day))
		return;
	if (!ev->is_sampled || rng_permille(r, 100))
		row_contribution(ev->files, ev->payroll_day, p, yuan * 100);
}

static void near_age(struct events *ev, const struct person *p)
{
	static const char *const words[] = { "", "male60", "female55", "female50" };
	char cause[DATE_TEXT];
	struct truth t = { "near_age", "retirement.age_reminder", cause,
			   words[p->category] };

	if (p->retire_on <= ev->period.last ||
	    p->retire_on > date_add_months(ev->period.last, 3))
		return;
	date_format(p->retire_on, cause);
	row_truth(ev->files, p, &t);
}

/* Men who are not paying in: nobody's pension or reminder depends on it. */
static void arrest(struct events *ev, const struct person *p, struct rng *r)
{
	int week = (int)rng_below(r, (uint32_t)ev->period.weeks);
	int32_t file_day = period_week(&ev->period, week);
	int32_t from = rng_between(r, file_day - 90, file_day - 1), to = DATE_NONE;
	bool is_prison = rng_permille(r, 300);

	if (is_prison || rng_permille(r, 500))
		to = from + rng_between(r, 10, is_prison ? 1500 : 180);
	row_custody(ev->files, file_day, p, is_prison ? "prison" : "detained", from, to);
}

static void working_age(struct events *ev, struct person *p, struct rng *r, int32_t died)
{
	bool is_paying = p->status == STATUS_CONTRIBUTING && p->scheme == SCHEME_EMPLOYEE;

	if (p->age >= 1 && rng_permille(r, 15))
		some_signs(ev, p, r, died);
	if (is_paying)
		contribution(ev, p, r, died);
	if (is_paying && died == DATE_NONE)
		near_age(ev, p);
	if (!is_paying && died == DATE_NONE && p->sex == 'M' && p->age >= 18 &&
	    p->age < 56 && rng_permille(r, 4))
		arrest(ev, p, r);
}

void events_live(struct events *ev, struct person *p, struct rng *r)
{
	int32_t died = day_of_death(ev, p, r);
	bool is_silent = false;

	if (died != DATE_NONE)
		events_death(ev, p, r, died);
	if (p->status == STATUS_RETIRED)
		is_silent = pensioner(ev, p, r, died);
	else
		working_age(ev, p, r, died);
	if (!is_silent && p->age >= 1 && rng_permille(r, 20))
		claim(ev, p, r, died);
}
