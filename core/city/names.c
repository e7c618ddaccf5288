#include "names.h"

#include <stdio.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define HAN 3			/* bytes of every character in the lists below */

struct family {
	const char *name;
	int weight;		/* hundredths of a percent */
};

/* The first twenty by their national share (ChineseNames statistics, the facts only); the
 * others in falling order by our own judgement, with those common around Zhuji. */
static const struct family families[] = {
	{ "王", 749 }, { "李", 737 }, { "张", 703 }, { "刘", 531 }, { "陈", 455 },
	{ "杨", 337 }, { "黄", 235 }, { "赵", 211 }, { "吴", 200 }, { "周", 196 },
	{ "徐", 150 }, { "孙", 146 }, { "朱", 132 }, { "马", 131 }, { "胡", 120 },
	{ "郭", 115 }, { "何", 107 }, { "高", 104 }, { "罗", 99 }, { "林", 98 },
	{ "郑", 92 }, { "梁", 84 }, { "谢", 76 }, { "宋", 75 }, { "唐", 72 },
	{ "许", 70 }, { "邓", 68 }, { "冯", 66 }, { "韩", 64 }, { "曹", 62 },
	{ "曾", 60 }, { "彭", 58 }, { "萧", 56 }, { "蔡", 54 }, { "潘", 52 },
	{ "田", 50 }, { "董", 49 }, { "袁", 48 }, { "于", 47 }, { "余", 46 },
	{ "叶", 45 }, { "蒋", 44 }, { "杜", 43 }, { "苏", 42 }, { "魏", 41 },
	{ "程", 40 }, { "吕", 39 }, { "丁", 38 }, { "沈", 37 }, { "任", 36 },
	{ "姚", 35 }, { "卢", 34 }, { "傅", 33 }, { "钟", 32 }, { "姜", 31 },
	{ "崔", 30 }, { "谭", 29 }, { "廖", 28 }, { "范", 27 }, { "汪", 26 },
	{ "陆", 25 }, { "金", 25 }, { "石", 24 }, { "戴", 23 }, { "贾", 22 },
	{ "俞", 90 }, { "楼", 85 }, { "斯", 60 }, { "寿", 55 }, { "宣", 50 },
	{ "边", 40 }, { "骆", 35 }, { "詹", 25 }, { "毛", 24 }, { "章", 24 },
	{ "屠", 18 }, { "孟", 18 }, { "方", 30 }, { "夏", 22 }, { "翁", 15 },
	{ "欧阳", 6 }, { "诸葛", 5 }, { "上官", 3 }, { "司马", 2 }, { "皇甫", 1 }
};

/* Characters of given names: born before 1950, before 1980, before 2000, later. */
static const char *const given[2][4] = {
	{ "福根寿祥荣生水法金木炳仁德贵财宝康顺长兴泉土友林校灿岳永张裕",
	  "国建军民伟强华明平勇忠志新海东红文光利刚良永卫江峰立春学庆斌",
	  "杰鹏磊超涛浩凯斌俊波宇飞晨辉亮旭鑫佳威龙翔琦锋帅迪健栋科炜斐",
	  "轩宇泽浩然梓子睿博皓俊豪铭晨奕辰涵熙煜逸航诚嘉昊瑞翰霖乐阳恒" },
	{ "秀英兰珍菊香桂花梅凤仙莲娥翠银彩素月爱巧杏荷娣美玉琴宝珠阿囡",
	  "丽芳红霞萍燕敏华英琴娟玲梅美群飞玉文春秀雅云静艳平凤亚国卫建",
	  "婷静娜莉丹倩璐雪颖佳晶慧琳洁莹瑶蕾燕妮露媛梦瑜晓薇芸菲园双怡",
	  "涵萱怡欣妍梓诗雨彤语桐可馨依诺一子琪若溪芷珊悦心瑶思佳艺嘉灵" }
};

static const char *const foreign_given[2][6] = {
	{ "买买提", "艾合买提", "阿卜杜热合曼", "吾买尔", "尼加提", "才旺多吉" },
	{ "古丽娜尔", "阿依古丽", "热依汗古丽", "帕提古丽", "迪丽拜尔", "卓玛央金" }
};

/* The last is written with a combining dot below and circumflex: one letter, three code
 * points. */
static const char *const latin[] = {
	"José Ángel Muñoz Peña", "Zoë Bäcker-Ångström", "Nguyễn Thị Hồng Nhung",
	"Siobhán O'Connor-Ní Dhomhnaill", "Łukasz Żółć", "Smith, John \"Jack\"",
	"Nguye\xcc\xa3\xcc\x82n Anh"
};

static const char *const rare[] = { "䶮", "㛃", "喆", "堃", "犇", "𬭎", "𠅤", "〇" };

int names_family(struct rng *r)
{
	/* A little above the sum of the weights; what is left over are Wangs. */
	int at = (int)rng_below(r, 8300);

	for (size_t i = 0; i < COUNT(families); i++) {
		at -= families[i].weight;
		if (at < 0)
			return (int)i;
	}
	return 0;
}

static int era(int year)
{
	return year < 1950 ? 0 : year < 1980 ? 1 : year < 2000 ? 2 : 3;
}

static const char *given_character(struct rng *r, const char *list)
{
	return list + HAN * rng_below(r, (uint32_t)(strlen(list) / HAN));
}

void names_usual(struct rng *r, int family, char sex, int birth_year,
		 char out[NAMES_SIZE])
{
	/* Single characters came into fashion around 1980 and went again. */
	static const uint32_t single[] = { 30, 140, 330, 90 };
	int when = era(birth_year);
	const char *list = given[sex == 'F'][when];
	const char *first = given_character(r, list), *second = given_character(r, list);
	bool is_short = rng_permille(r, single[when]);

	snprintf(out, NAMES_SIZE, "%s%.3s%.3s", families[family].name, first,
		 is_short ? "" : second);
}

static void dotted(struct rng *r, char sex, int parts, char out[NAMES_SIZE])
{
	size_t n = (size_t)snprintf(out, NAMES_SIZE, "%s",
				    foreign_given[sex == 'F'][rng_below(r, 6)]);

	/* The father's and forefathers' names follow: they are men. */
	for (int i = 1; i < parts && n + 32 < NAMES_SIZE; i++)
		n += (size_t)snprintf(out + n, NAMES_SIZE - n, "·%s",
				      foreign_given[0][rng_below(r, 5)]);
}

void names_awkward(struct rng *r, int family, char sex, char out[NAMES_SIZE])
{
	uint32_t kind = rng_below(r, 100);

	if (kind < 60)
		dotted(r, sex, 2, out);
	else if (kind < 70)
		dotted(r, sex, 6, out);
	else if (kind < 80)
		snprintf(out, NAMES_SIZE, "%s", latin[rng_below(r, COUNT(latin))]);
	else
		snprintf(out, NAMES_SIZE, "%s%s", families[family].name,
			 rare[rng_below(r, COUNT(rare))]);
}
