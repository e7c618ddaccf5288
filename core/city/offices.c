#include "offices.h"

#include "base/date.h"
#include "tables.h"

#define COUNT(a)     (sizeof(a) / sizeof((a)[0]))
#define NURSES	     9
#define PEOPLE_A_JOB 200	/* of the city, a vacancy */

static const char *const occupations[] = { "缝纫工", "电工", "保育员", "养老护理员",
					   "仓库管理员", "厨师", "货车司机",
					   "数控车工" };

static const struct provider { const char *name, *tier; } providers[] = {
	{ "诸暨市人民医院", "3" },	 { "诸暨市中医医院", "3" },
	{ "诸暨市第二人民医院", "2" },	 { "店口镇中心卫生院", "1" },
	{ "枫桥镇中心卫生院", "1" }, { "大唐街道社区卫生服务中心", "1" },
};

static const struct item { const char *name, *code; int fen; } items[] = {
	{ "普通门诊诊察费", "110200001", 1000 }, { "血常规", "250101015", 2000 },
	{ "尿常规", "250102035", 1200 },	   { "心电图", "310701001", 2500 },
	{ "胸部DR", "210102015", 8000 },	   { "静脉输液", "120400006", 800 },
	{ "阿司匹林肠溶片", "B01AC06", 1560 },	   { "二甲双胍片", "A10BA02", 2240 },
};

/* What stands on every line of a claim. */
struct claim_head {
	int64_t serial;
	int32_t day;
	const char *provider, *tier, *diagnosis;
};

static const char *const diagnoses[] = { "I10", "E11.9", "J18.9", "M54.5", "K29.7" };

/* Blank fields of a row that says nothing there. */
static void blanks(struct sheet *s, int n)
{
	while (n-- > 0)
		sheet_text(s, "");
}

static void named(struct sheet *s, const struct person *p)
{
	sheet_text(s, p->id);
	sheet_text(s, p->name);
}

static void number(struct sheet *s, const char *letter, int64_t n)
{
	char text[32];

	snprintf(text, sizeof(text), "%s%06lld", letter, (long long)n);
	sheet_text(s, text);
}

/* Somewhere in the valley of the Puyang, to a ten-thousandth of a degree. */
static void place(struct sheet *s, struct rng *r)
{
	char text[16];

	snprintf(text, sizeof(text), "29.%04d", rng_between(r, 6200, 8000));
	sheet_text(s, text);
	snprintf(text, sizeof(text), "120.%04d", rng_between(r, 1500, 3300));
	sheet_text(s, text);
}

static void nurses(struct files *fs, struct rng *r)
{
	static const char *const names[NURSES] = { "护理员一号", "护理员二号",
						   "护理员三号", "护理员四号",
						   "护理员五号", "护理员六号",
						   "护理员七号", "护理员八号",
						   "护理员九号" };
	static const char *const kinds[] = { "care", "care;nursing", "nursing;medicine" };

	for (int i = 0; i < NURSES; i++) {
		struct sheet *s = files_feed(fs, CITY_NURSE, fs->day + 1);

		number(s, "H", i + 1);
		sheet_text(s, names[i]);
		place(s, r);
		sheet_end(s);
		s = files_feed(fs, CITY_NURSE_KIND, fs->day + 2);
		number(s, "H", i + 1);
		sheet_text(s, names[i]);
		sheet_text(s, kinds[i % (int)COUNT(kinds)]);
		sheet_end(s);
	}
}

static void vacancy(struct files *fs, struct rng *r, int64_t n)
{
	struct sheet *s = files_feed(fs, CITY_VACANCY, fs->day + 1);
	const char *occupation = occupations[rng_below(r, COUNT(occupations))];
	int unit = rng_between(r, 1, 40);
	char name[64];

	snprintf(name, sizeof(name), "诸暨第%d工厂", unit);
	number(s, "G", n);
	number(s, "U", unit);
	sheet_text(s, name);
	sheet_text(s, occupation);
	sheet_text(s, "");
	sheet_number(s, rng_between(r, 1, 4));
	sheet_money(s, rng_between(r, 35, 80) * 10000);
	sheet_number(s, tables_towns[rng_below(r, TABLES_TOWNS)].code);
	sheet_day(s, fs->day);
	sheet_day(s, fs->day + rng_between(r, 30, 90));
	sheet_end(s);
}

void offices_start(struct files *fs, const struct city_options *o)
{
	struct rng r = rng_for(o->seed, RNG_OFFICES, -1);

	if (!o->has_offices)
		return;
	nurses(fs, &r);
	for (int64_t n = 1; n <= o->persons / PEOPLE_A_JOB + 1; n++)
		vacancy(fs, &r, n);
}

static void seeker(struct files *fs, struct rng *r, const struct person *p)
{
	struct sheet *s = files_feed(fs, CITY_SEEKER, fs->day + 1);
	bool is_older = p->age >= (p->sex == 'M' ? 50 : 40);

	named(s, p);
	sheet_day(s, fs->day - rng_between(r, 0, 60));
	sheet_text(s, "seeking");
	sheet_text(s, occupations[rng_below(r, COUNT(occupations))]);
	sheet_text(s, "");
	sheet_number(s, p->region);
	sheet_money(s, rng_between(r, 30, 60) * 10000);
	sheet_text(s, is_older ? "older_unemployed" : "");
	blanks(s, 2);
	sheet_end(s);
}

/* One line; now and then the same is charged a second time. */
static int charge(struct files *fs, struct rng *r, int32_t file_day,
		  const struct person *p, int line, const struct claim_head *h)
{
	const struct item *item = &items[(h->serial + line) % (int64_t)COUNT(items)];
	int times = rng_permille(r, 30) ? 2 : 1;

	for (int i = 0; i < times; i++) {
		struct sheet *s = files_feed(fs, CITY_CHARGE, file_day);

		number(s, "MZ", h->serial);
		sheet_number(s, line + i);
		named(s, p);
		sheet_text(s, "outpatient");
		sheet_text(s, h->provider);
		sheet_text(s, h->tier);
		sheet_day(s, h->day);
		sheet_day(s, h->day);
		sheet_text(s, "310");
		sheet_text(s, h->diagnosis);
		sheet_day(s, h->day);
		sheet_text(s, item->name);
		sheet_text(s, item->code);
		sheet_number(s, 1);
		sheet_money(s, item->fen);
		sheet_text(s, "");
		sheet_end(s);
	}
	return times;
}

static void charges(struct files *fs, struct rng *r, const struct period *pd,
		    const struct person *p)
{
	int32_t file_day = period_week(pd, (int)rng_below(r, (uint32_t)pd->weeks));
	const struct provider *at = &providers[rng_below(r, COUNT(providers))];
	struct claim_head h = {
		p->index, file_day - rng_between(r, 1, 7), at->name, at->tier,
		diagnoses[rng_below(r, COUNT(diagnoses))]
	};
	int last = rng_between(r, 2, 5);

	for (int line = 1; line <= last;)
		line += charge(fs, r, file_day, p, line, &h);
}

static void care(struct files *fs, struct rng *r, const struct person *p)
{
	struct sheet *s = files_feed(fs, CITY_CARE, fs->day + 1);

	named(s, p);
	sheet_number(s, rng_between(r, 1, 5));
	sheet_text(s, rng_permille(r, 200) ? "yes" : "no");
	sheet_day(s, fs->day - rng_between(r, 200, 900));
	sheet_day(s, fs->day - rng_between(r, 10, 150));
	sheet_text(s, "");
	sheet_end(s);
}

/* Asked for in the last week, so that some still wait when all files are in. */
static void request(struct files *fs, struct rng *r, const struct period *pd,
		    const struct person *p)
{
	static const char *const kinds[] = { "care", "nursing", "medicine" };
	int32_t day = rng_between(r, pd->last - 5, pd->last);
	struct sheet *s = files_feed(fs, CITY_REQUEST, day);
	int hour = rng_between(r, 8, 15);
	char clock[8];

	number(s, "Q", p->index);
	named(s, p);
	sheet_text(s, rng_permille(r, 500) ? "web" : "app");
	sheet_text(s, kinds[rng_below(r, COUNT(kinds))]);
	sheet_day(s, day);
	sheet_text(s, "09:30");
	sheet_text(s, "asked");
	sheet_day(s, day + rng_between(r, 1, 6));
	for (int end = 0; end < 2; end++) {
		snprintf(clock, sizeof(clock), "%02d:00", hour + 2 * end);
		sheet_text(s, clock);
	}
	sheet_text(s, rng_permille(r, 300) ? "yes" : "no");
	blanks(s, 4);
	place(s, r);
	sheet_end(s);
}

static void poor(struct files *fs, struct rng *r, const struct person *p)
{
	static const char *const kinds[] = { "allowance", "allowance", "marginal",
					     "destitute" };
	struct sheet *s = files_feed(fs, CITY_LOW_INCOME, fs->day + 1);

	named(s, p);
	sheet_text(s, kinds[rng_below(r, COUNT(kinds))]);
	sheet_day(s, fs->day - rng_between(r, 30, 600));
	sheet_text(s, "");
	sheet_end(s);
}

static void disabled(struct files *fs, struct rng *r, const struct person *p)
{
	struct sheet *s = files_feed(fs, CITY_DISABILITY, fs->day + 1);

	number(s, "C", p->index);
	named(s, p);
	sheet_number(s, rng_between(r, 1, 4));
	sheet_day(s, fs->day - rng_between(r, 100, 3000));
	sheet_text(s, "");
	sheet_end(s);
}

static void health_check(struct files *fs, struct rng *r, const struct period *pd,
			 const struct person *p)
{
	int32_t file_day = period_week(pd, (int)rng_below(r, (uint32_t)pd->weeks));
	struct sheet *s = files_feed(fs, CITY_CHECK, file_day);

	named(s, p);
	sheet_day(s, file_day - rng_between(r, 1, 7));
	sheet_text(s, providers[rng_below(r, COUNT(providers))].name);
	sheet_money(s, rng_between(r, 120, 200) * 100);
	sheet_end(s);
}

static bool looks_for_work(const struct person *p, struct rng *r)
{
	return p->age >= 18 && p->age < 55 && p->status != STATUS_RETIRED &&
	       p->status != STATUS_CONTRIBUTING &&
	       rng_permille(r, p->status == STATUS_UNEMPLOYED ? 600 : 20);
}

void offices_live(struct files *fs, const struct city_options *o,
		  const struct person *p)
{
	struct rng r = rng_for(o->seed, RNG_OFFICES, p->index);
	struct period pd = period_of(o);

	if (!o->has_offices)
		return;
	if (looks_for_work(p, &r))
		seeker(fs, &r, p);
	if (p->scheme != SCHEME_NONE && rng_permille(&r, 15))
		charges(fs, &r, &pd, p);
	if (p->age >= 75 && rng_permille(&r, 20)) {
		care(fs, &r, p);
		request(fs, &r, &pd, p);
	}
	if (p->age >= 18 && rng_permille(&r, 2))
		poor(fs, &r, p);
	if (p->age >= 1 && rng_permille(&r, 4))
		disabled(fs, &r, p);
	if (p->age >= 65 && rng_permille(&r, 40))
		health_check(fs, &r, &pd, p);
}
