#include "tables.h"

#include <stddef.h>

/* UN World Population Prospects 2019, China 2020 (CC BY 3.0 IGO), fitted to the age bands
 * of bulletin 5 of the seventh national census. */
const int64_t tables_pyramid[TABLES_BANDS][2] = {
	{ 44186655, 39236639 },	/* 0-4 */
	{ 46039161, 40169877 },
	{ 45074826, 38676779 },
	{ 42204209, 36592322 },
	{ 44281488, 39123979 },	/* 20-24 */
	{ 49304465, 44465503 },
	{ 63582434, 59613523 },
	{ 49134764, 46647132 },
	{ 47167146, 44961800 },	/* 40-44 */
	{ 58539456, 56138407 },
	{ 59663551, 58466741 },
	{ 47807041, 46682059 },
	{ 36843421, 36540065 },	/* 60-64 */
	{ 40422655, 41635762 },
	{ 23710324, 26033600 },
	{ 13509277, 15866529 },
	{ 7617822, 10289470 },	/* 80-84 */
	{ 3146321, 5244112 },
	{ 809219, 1741654 },
	{ 128790, 397087 },
	{ 14135, 68523 }
};

/* UN World Population Prospects 2024, China 2020-2025 (CC BY 3.0 IGO): ages 0, 1-4, 5-9,
 * ... */
static const int mortality[TABLES_BANDS + 1][2] = {
	{ 6179, 5231 },
	{ 424, 400 },
	{ 284, 244 },
	{ 347, 222 },
	{ 439, 265 },
	{ 681, 432 },
	{ 889, 535 },
	{ 1036, 606 },
	{ 1241, 718 },
	{ 2004, 1034 },		/* 40-44 */
	{ 3165, 1541 },
	{ 5573, 2563 },
	{ 8151, 3767 },
	{ 14424, 6805 },	/* 60-64 */
	{ 22684, 11210 },
	{ 36291, 19701 },
	{ 58033, 34930 },
	{ 102203, 67160 },	/* 80-84 */
	{ 174615, 121990 },
	{ 299085, 218672 },
	{ 518460, 370472 },
	{ 822482, 553871 }
};

int tables_mortality(int age, char sex)
{
	int band = age < 1 ? 0 : age < 5 ? 1 : age / 5 + 1;

	return mortality[band > TABLES_BANDS ? TABLES_BANDS : band][sex == 'F'];
}

/* GB/T 2260 and town codes of Zhuji from the china-division list (MIT).  The weights are
 * a guess in thousands of residents: the streets hold the city, 东和乡 is a village. */
const struct town tables_towns[TABLES_TOWNS] = {
	{ 330681001, 210, "暨阳街道" }, { 330681002, 95, "浣东街道" },
	{ 330681003, 130, "陶朱街道" }, { 330681004, 60, "暨南街道" },
	{ 330681005, 110, "大唐街道" }, { 330681102, 40, "应店街镇" },
	{ 330681103, 42, "次坞镇" },	{ 330681104, 105, "店口镇" },
	{ 330681106, 55, "姚江镇" },	{ 330681108, 35, "山下湖镇" },
	{ 330681109, 70, "枫桥镇" },	{ 330681110, 30, "赵家镇" },
	{ 330681111, 22, "马剑镇" },	{ 330681112, 20, "五泄镇" },
	{ 330681115, 50, "牌头镇" },	{ 330681116, 15, "同山镇" },
	{ 330681117, 28, "安华镇" },	{ 330681119, 30, "璜山镇" },
	{ 330681120, 18, "陈宅镇" },	{ 330681121, 14, "岭北镇" },
	{ 330681122, 20, "浬浦镇" },	{ 330681124, 22, "东白湖镇" },
	{ 330681201, 10, "东和乡" },
};

const struct area tables_areas[TABLES_AREAS] = {
	{ 33, 0, "浙江省" },
	{ 3306, 33, "绍兴市" },
	{ 330681, 3306, "诸暨市" }
};

/* Rounded figures of our own in the range printed on settlement notices.  Older pensions
 * were raised year after year; a floor stands for that, so that nobody lives on the wage
 * of 1985. */
int64_t tables_base(int year)
{
	static const struct { int year, yuan; } points[] = {
		{ 2005, 2200 }, { 2010, 2900 }, { 2015, 4600 },
		{ 2020, 6500 }, { 2025, 8400 }
	};
	size_t last = sizeof(points) / sizeof(points[0]) - 1;

	if (year <= points[0].year)
		return points[0].yuan * 100;
	for (size_t i = 1; i <= last; i++) {
		int from = points[i - 1].yuan, step = points[i].yuan - from;

		if (year <= points[i].year)
			return (from * 5 + step * (year - points[i - 1].year)) * 20;
	}
	return points[last].yuan * 100;
}

int64_t tables_county(int64_t persons, int64_t n)
{
	int64_t share = (n * persons + COUNTY_PERSONS / 2) / COUNTY_PERSONS;

	return share < 1 ? 1 : share;
}
