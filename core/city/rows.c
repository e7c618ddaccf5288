#include "rows.h"

#include "base/date.h"
#include "careers.h"
#include "tables.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const hospitals[] = {
	"诸暨市人民医院", "诸暨市中医医院", "诸暨市第二人民医院", "诸暨市第三人民医院",
	"诸暨市第四人民医院", "诸暨市妇幼保健院", "店口镇中心卫生院", "枫桥镇中心卫生院",
	"牌头镇中心卫生院", "大唐街道社区卫生服务中心", "暨阳街道社区卫生服务中心",
	"浙江大学医学院附属第一医院", "绍兴市人民医院"
};

static const char *const routes[] = {
	"公交2路", "公交5路", "公交12路", "公交28路",
	"诸暨—店口 城乡公交", "诸暨—枫桥 城乡公交", "诸暨—牌头 城乡公交",
	"G1501 诸暨—杭州东", "G7343 诸暨—上海虹桥", "D3102 诸暨—义乌",
	"K8500 诸暨—绍兴", "诸暨—绍兴 长途客运"
};

struct period period_of(const struct city_options *o)
{
	return (struct period){ o->day, o->day + o->days, (o->days - 1) / 7 + 1 };
}

int32_t period_week(const struct period *pd, int week)
{
	return pd->day + 1 + 7 * week;
}

int32_t period_week_from(const struct period *pd, int week)
{
	return period_week(pd, week) - (week ? 7 : 30);
}

int period_week_after(const struct period *pd, int32_t day)
{
	int week = day <= pd->day ? 0 : (day - pd->day + 6) / 7;

	return week < pd->weeks ? week : -1;
}

static void money_or_blank(struct sheet *s, bool is_money, int64_t fen)
{
	if (is_money)
		sheet_money(s, fen);
	else
		sheet_text(s, "");
}

static void row_area(struct sheet *s, int code, const char *name, int parent)
{
	sheet_number(s, code);
	sheet_text(s, name);
	sheet_number(s, parent);
	sheet_end(s);
}

void row_areas(struct files *fs)
{
	const struct area *city = &tables_areas[TABLES_AREAS - 1];

	for (const struct area *a = tables_areas; a <= city; a++)
		row_area(&fs->areas, a->code, a->name, a->parent);
	for (int i = 0; i < TABLES_TOWNS; i++)
		row_area(&fs->areas, tables_towns[i].code, tables_towns[i].name,
			 city->code);
}

void row_register(struct files *fs, const struct person *p)
{
	static const char *const schemes[] = { "", "employee", "resident" };
	static const char *const categories[] = {
		"", "male60", "female55", "female50", "resident"
	};
	static const char *const statuses[] = {
		"none", "contributing", "unemployed", "lapsed", "retired"
	};
	struct sheet *s = &fs->registered;
	bool is_insured = p->scheme != SCHEME_NONE;
	bool is_retired = p->status == STATUS_RETIRED;

	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_text(s, p->sex == 'M' ? "M" : "F");
	sheet_day(s, p->birth);
	sheet_number(s, p->region);
	sheet_number(s, p->household);
	sheet_text(s, schemes[p->scheme]);
	sheet_text(s, categories[p->category]);
	sheet_text(s, statuses[p->status]);
	sheet_day(s, p->start);
	if (is_insured)
		sheet_number(s, p->months);
	else
		sheet_text(s, "");
	money_or_blank(s, is_insured, p->account_fen);
	money_or_blank(s, is_retired, p->pension_fen);
	sheet_text(s, is_retired ? "paid" : "");
	sheet_month(s, p->first_paid);
	sheet_day(s, p->certified_on);
	sheet_day(s, p->unemployed_since);
	sheet_end(s);
}

/* What the pension came from; index and years in ten-thousandths, as the calculation was
 * given them. */
void row_award(struct files *fs, const struct person *p)
{
	struct city_pension in = career_pension(p);
	struct sheet *s = &fs->award;

	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_day(s, in.day);
	sheet_money(s, in.base_fen);
	sheet_number(s, p->index_milli * 10);
	sheet_number(s, (p->months * 10000 + 6) / 12);
	sheet_money(s, in.account_fen);
	sheet_number(s, in.age_years * 12 + in.age_months);
	sheet_money(s, p->pension_fen);
	sheet_end(s);
}

/* A card of one of eight banks, or a wallet; the last digit makes the card's sum
 * divisible by ten. */
void row_account(struct files *fs, const struct person *p)
{
	static const char *const channels[] = { "icbc", "abc", "boc", "ccb", "bocom",
						"psbc", "cmb", "rcb", "rcb", "psbc",
						"wechat", "alipay" };
	struct sheet *s = &fs->account;
	char number[20];
	int sum = 0;

	snprintf(number, sizeof(number), "622848%012lld", (long long)p->index);
	for (int i = 0; i < 18; i++) {
		int d = number[i] - '0', twice = i % 2 == 1 ? 2 * d : d;

		sum += twice / 10 + twice % 10;
	}
	snprintf(number + 18, 2, "%d", (10 - sum % 10) % 10);
	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_text(s, channels[p->index % (int64_t)COUNT(channels)]);
	sheet_text(s, number);
	sheet_text(s, p->name);
	sheet_day(s, p->first_paid);
	sheet_end(s);
}

/* The tenth is payday: the last one before the business day and those before it. */
void row_payments(struct files *fs, const struct person *p, int months)
{
	struct sheet *s = &fs->payment;
	int32_t month = career_month(fs->day);

	if (month + 9 >= fs->day)
		month = date_add_months(month, -1);
	for (int i = months - 1; i >= 0; i--) {
		int32_t period = date_add_months(month, -i);

		if (period < p->first_paid)
			continue;
		sheet_text(s, p->id);
		sheet_text(s, p->name);
		sheet_month(s, period);
		sheet_money(s, p->pension_fen);
		sheet_day(s, period + 9);
		sheet_end(s);
	}
}

void row_death(struct files *fs, struct rng *r, int32_t file_day, const char *id,
	       const char *name, int32_t birth, int32_t died)
{
	struct sheet *s = files_feed(fs, CITY_DEATH, file_day);
	const char *place = hospitals[rng_below(r, COUNT(hospitals))];

	if (rng_permille(r, 600))
		place = "家中";

	sheet_text(s, id);
	sheet_text(s, name);
	sheet_day(s, birth);
	sheet_day(s, died);
	sheet_text(s, place);
	sheet_end(s);
}

void row_custody(struct files *fs, int32_t file_day, const struct person *p,
		 const char *kind, int32_t from, int32_t to)
{
	struct sheet *s = files_feed(fs, CITY_CUSTODY, file_day);

	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_day(s, p->birth);
	sheet_text(s, kind);
	sheet_day(s, from);
	sheet_day(s, to);
	sheet_end(s);
}

const char *row_sign(struct files *fs, struct rng *r, enum city_feed feed,
		     int32_t file_day, const struct person *p, int32_t seen)
{
	struct sheet *s = files_feed(fs, feed, file_day);
	const char *where = routes[rng_below(r, COUNT(routes))];

	if (feed == CITY_MEDICAL)
		where = hospitals[rng_below(r, COUNT(hospitals))];
	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_day(s, seen);
	sheet_text(s, where);
	sheet_end(s);
	return where;
}

void row_contribution(struct files *fs, int32_t file_day, const struct person *p,
		      int64_t base_fen)
{
	struct sheet *s = files_feed(fs, CITY_CONTRIBUTION, file_day);

	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_month(s, file_day);
	sheet_money(s, base_fen);
	sheet_money(s, base_fen * 24 / 100);
	sheet_end(s);
}

void row_claim(struct files *fs, struct rng *r, int32_t file_day, const struct person *p,
	       const struct claim *c, char no[32])
{
	struct sheet *s = files_feed(fs, CITY_CLAIM, file_day);
	struct civil d = date_to_civil(file_day);
	int64_t fen = rng_between(r, 3000, 80000);

	fen += (c->to - c->from) * rng_between(r, 40000, 150000);
	snprintf(no, 32, "CL%04d%02d%02d%07lld", d.year, d.month, d.day,
		 (long long)c->serial);
	sheet_text(s, no);
	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_day(s, c->from);
	sheet_day(s, c->to);
	sheet_money(s, fen);
	sheet_text(s, hospitals[rng_below(r, COUNT(hospitals))]);
	sheet_end(s);
}

void row_truth(struct files *fs, const struct person *p, const struct truth *t)
{
	struct sheet *s = &fs->truth;

	sheet_text(s, t->kind);
	sheet_text(s, t->expects);
	sheet_text(s, p->id);
	sheet_text(s, p->name);
	sheet_text(s, t->cause);
	sheet_text(s, t->detail);
	sheet_end(s);
}
