#include "map_words.h"

#include <string.h>
#include <strings.h>

struct words {
	const char *means, *words;
};

static const struct words headings[] = {
	{ "id_no",
	  "身份证号 身份证号码 公民身份号码 公民身份证号码 证件号码 社会保障号码" },
	{ "name", "姓名 人员姓名 参保人姓名 区划名称 名称" },
	{ "sex", "性别" },
	{ "birth_date", "出生日期 出生年月日 生日" },
	{ "region_code", "行政区划代码 区划代码 所属区划 所属地区 地区代码" },
	{ "area", "行政区划代码 区划代码" },
	{ "parent", "上级区划 上级代码 上级区划代码" },
	{ "household", "户号 家庭编号 户籍编号" },
	{ "scheme", "险种 险种类型 参保险种 养老保险类型" },
	{ "category", "人员类别 退休类别" },
	{ "status", "参保状态 缴费状态 人员状态" },
	{ "start_date", "参保日期 首次参保日期 参加工作日期" },
	{ "months", "缴费月数 累计缴费月数 实际缴费月数" },
	{ "account", "个人账户 个人账户余额 个人账户储存额 账号" },
	{ "pension", "养老金 月养老金 基本养老金 待遇金额" },
	{ "pension_status", "待遇状态 发放状态" },
	{ "first_paid", "首发年月 首次发放年月 待遇开始年月" },
	{ "certified_on", "认证日期 资格认证日期" },
	{ "unemployed_since", "失业日期 失业登记日期" },
	{ "died_on", "死亡日期 死亡时间" },
	{ "source", "来源 信息来源 数据来源" },
	{ "place", "地点 地址" },
	{ "amount", "金额 缴费金额 发放金额 实发金额" },
	{ "base", "缴费基数 基数" },
	{ "period", "年月 费款所属期 缴费年月 所属期 发放年月" },
	{ "paid_on", "发放日期 支付日期" },
	{ "unit", "单位 单位名称" },
	{ "unit_no", "单位编号 单位代码 统一社会信用代码" },
	{ "kind", "类别 类型 联系方式类型" },
	{ "value", "内容 联系方式" },
	{ "channel", "开户银行 银行 发放渠道" },
	{ "number", "银行账号 银行卡号 账号" },
	{ "holder", "户名 账户名" },
	{ "from_date", "开始日期 起始日期 生效日期" },
	{ "to_date", "结束日期 终止日期" },
	{ "since", "开始日期 起始日期 羁押日期" },
	{ "hospital", "医院 医院名称 医疗机构 就诊机构" },
	{ "visit_date", "就诊日期" },
	{ "travel_date", "出行日期 乘车日期" },
	{ "route", "线路 路线" },
	{ "day", "日期" },
	{ NULL, NULL }
};

static const struct words codes_said[] = {
	{ "M", "男 男性" },
	{ "F", "女 女性" },
	{ "yes", "是 有" },
	{ "no", "否 无" },
	{ "employee", "职工 企业职工 城镇职工 城镇职工养老 企业职工基本养老保险" },
	{ "resident", "居民 城乡居民 城乡居民养老 城乡居民基本养老保险" },
	{ "contributing", "参保缴费 正常缴费 在缴 缴费 正常参保" },
	{ "unemployed", "失业" },
	{ "lapsed", "中断 中断缴费 断缴 暂停缴费" },
	{ "retired", "退休 已退休 离退休" },
	{ "none", "未参保 无" },
	{ "paid", "发放 在发 正常发放 正常" },
	{ "ended", "终止 停发 已终止" },
	{ "detained", "拘留 羁押" },
	{ "prison", "服刑 监狱" },
	{ "certificate", "死亡证明 证明" },
	{ "hospital", "医院" },
	{ "hearsay", "传闻 群众反映" },
	{ "address", "地址 住址" },
	{ "phone", "电话 手机 手机号" },
	{ "mail", "邮箱 电子邮箱" },
	{ NULL, NULL }
};

/* Is the text of n bytes one of the words, which have blanks between? */
static bool is_among(const char *words, const char *s, size_t n)
{
	for (; *words; words += strspn(words, " ")) {
		size_t len = strcspn(words, " ");

		if (len == n && strncasecmp(words, s, n) == 0)
			return true;
		words += len;
	}
	return false;
}

static bool means(const struct words *table, const char *what, size_t len, const char *s,
		  size_t n)
{
	for (; table->means; table++)
		if (strlen(table->means) == len &&
		    strncmp(table->means, what, len) == 0 && is_among(table->words, s, n))
			return true;
	return false;
}

/* 金额(元), 金额（元）: what it is without its unit. */
static size_t before_bracket(const char *s)
{
	const char *wide = strstr(s, "（");
	size_t n = strcspn(s, "(");

	return wide && (size_t)(wide - s) < n ? (size_t)(wide - s) : n;
}

bool map_words_heading(const char *field, const char *heading)
{
	return strcasecmp(field, heading) == 0 ||
	       means(headings, field, strlen(field), heading, before_bracket(heading));
}

const char *map_words_code(const char *codes, const char *word, size_t *len)
{
	for (; *codes; codes += strspn(codes, " ")) {
		*len = strcspn(codes, " ");
		if (means(codes_said, codes, *len, word, strlen(word)))
			return codes;
		codes += *len;
	}
	return NULL;
}
