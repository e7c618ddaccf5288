/* Readings by ICU: it knows surnames apart, and keeps up with the characters there are.
 */
#include "office/readings.h"

#include <stdio.h>
#include <string.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

#define FIRST  0x3400
#define LAST   0x9fff
#define SYLLABLE 16

/* Surnames that ICU reads as common words: press and Unihan (kXHC1983, kTGHZ2013). */
static const char *const surnames[] = {
	"\u6734 piao", "\u7fdf zhai", "\u533a ou",  "\u67e5 zha",  "\u4e50 yue",
	"\u76d6 ge",   "\u5458 yun",  "\u8983 qin", "\u9646 lu",   "\u5c09 yu",
	"\u5c09 wei",  "\u4e07 mo",   "\u4fdf qi",  "\u4fe1 xin",  "\u7f2a miao",
	"\u79d8 bi",   "\u7b56 ce",   "\u77bf qu",  "\u8c0c chen", "\u8c0c shen",
	"\u4e9d qi",   "\u957f zhang", "\u5355 chan", "\u76f8 xiang", "\u8f66 che",
	"\u82e5 ruo",  "\u4f58 she",  "\u7e41 po",  "\u79cd chong", "\u6298 she",
	"\u53ec shao", "\u7cfb xi",   "\u884c xing", "\u884c hang", "\u91cd zhong",
	"\u91cd chong", "\u4e50 le",  "\u66fe ceng", "\u5355 dan",  "\u89e3 jie",
	"\u4ec7 chou", "\u671d chao", "\u671d zhao", "\u8c03 tiao", NULL
};

struct syllable { char text[SYLLABLE]; };

static bool read_as(const UTransliterator *t, UChar c, struct syllable *out)
{
	UChar text[SYLLABLE] = { c };
	int32_t n = 1, limit = 1;
	UErrorCode code = U_ZERO_ERROR;
	char ascii[SYLLABLE] = "";

	utrans_transUChars(t, text, &n, SYLLABLE, 0, &limit, &code);
	if (U_FAILURE(code) || n <= 0 || n >= SYLLABLE)
		return false;
	for (int i = 0; i < n; i++)
		if (text[i] < 'a' || text[i] > 'z')
			return false;
	u_UCharsToChars(text, ascii, n);
	memcpy(out->text, ascii, sizeof(ascii));
	return true;
}

static UTransliterator *reader(const char *rule)
{
	UChar id[64];
	UErrorCode code = U_ZERO_ERROR;

	u_uastrcpy(id, rule);
	return utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
}

static void add_character(const UTransliterator *usual, const UTransliterator *names,
			  UChar c, struct buf *out)
{
	char utf8[4] = { (char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3f)),
			 (char)(0x80 | (c & 0x3f)) };
	struct syllable first, second;

	if (!read_as(usual, c, &first))
		return;
	buf_printf(out, "%s %s 0\n", utf8, first.text);
	if (read_as(names, c, &second) && strcmp(first.text, second.text) != 0)
		buf_printf(out, "%s %s 1\n", utf8, second.text);
}

static bool list(struct buf *out, struct err *e)
{
	UTransliterator *usual = reader("Han-Latin; Latin-ASCII");
	UTransliterator *names = reader("Han-Latin/Names; Latin-ASCII");
	bool ok = usual && names;
	char line[SYLLABLE];

	for (UChar c = FIRST; ok && c <= LAST; c++)
		add_character(usual, names, c, out);
	for (int i = 0; ok && surnames[i]; i++) {
		snprintf(line, sizeof(line), "%s 1\n", surnames[i]);
		buf_text(out, line);
	}
	if (usual)
		utrans_close(usual);
	if (names)
		utrans_close(names);
	return ok || ERR(e, ERR_SYSTEM, "ICU knows no readings of Chinese characters");
}

extern const struct readings_calls readings_calls;
const struct readings_calls readings_calls = { list };
