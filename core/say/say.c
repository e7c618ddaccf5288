#include "say.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "steward.h"
#include "tr.h"

#define SAY_PARTS 16
#define SAY_BYTES 4000

struct reader {
	const char *at;
	struct arena *arena;
};

static void skip_blanks(struct reader *r)
{
	r->at += strspn(r->at, " \t\r\n");
}

static bool read_hex(struct reader *r, uint32_t *out)
{
	static const char digits[] = "0123456789abcdef";

	*out = 0;
	for (int i = 0; i < 4; i++, r->at++) {
		char c = *r->at;
		const char *d = strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);

		if (!c || !d)
			return false;
		*out = *out * 16 + (uint32_t)(d - digits);
	}
	return true;
}

static void add_rune(struct buf *b, uint32_t r)
{
	char s[4];
	size_t n = r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, r >>= 6)
		s[i] = (char)(0x80 | (r & 0x3f));
	s[0] = (char)(n == 1 ? r : (0xf00u >> n & 0xff) | r);
	buf_add(b, s, n);
}

static bool read_escape(struct reader *r, struct buf *b)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *known = *r->at ? strchr(from, *r->at) : NULL;
	uint32_t high, low;

	if (known) {
		buf_add(b, &to[known - from], 1);
		r->at++;
		return true;
	}
	if (*r->at++ != 'u' || !read_hex(r, &high))
		return false;
	if (high >= 0xd800 && high < 0xdc00 && strncmp(r->at, "\\u", 2) == 0) {
		r->at += 2;
		if (!read_hex(r, &low) || low < 0xdc00 || low > 0xdfff)
			return false;
		high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	}
	add_rune(b, high >= 0xd800 && high < 0xe000 ? 0xfffd : high ? high : 0xfffd);
	return true;
}

static bool read_string(struct reader *r, const char **out)
{
	struct buf b;
	bool ok = true;

	buf_init(&b, SAY_BYTES);
	for (r->at++; ok && *r->at && *r->at != '"';) {
		if (*r->at == '\\') {
			r->at++;
			ok = read_escape(r, &b);
		} else {
			buf_add(&b, r->at++, 1);
		}
	}
	ok = ok && *r->at == '"';
	r->at += ok;
	*out = arena_strndup(r->arena, b.data ? b.data : "", b.len);
	buf_done(&b);
	return ok;
}

/* Numbers and words stand for themselves; null is nothing. */
static bool read_bare(struct reader *r, const char **out)
{
	size_t n = strcspn(r->at, ",] \t\r\n\"[{");

	*out = n == 4 && strncmp(r->at, "null", 4) == 0
		   ? "-"
		   : arena_strndup(r->arena, r->at, n);
	r->at += n;
	return n > 0;
}

static int read_array(struct reader *r, const char **parts)
{
	int n = 0;

	skip_blanks(r);
	if (*r->at++ != '[')
		return 0;
	do {
		skip_blanks(r);
		if (n == SAY_PARTS || !(*r->at == '"' ? read_string(r, &parts[n]) :
							read_bare(r, &parts[n])))
			return 0;
		n++;
		skip_blanks(r);
	} while (*r->at++ == ',');
	return r->at[-1] == ']' ? n : 0;
}

/* After a "%": which part is meant and how long the mark is; 0 when it is none of ours.
 */
static size_t mark_length(const char *s, int *part)
{
	if (s[0] == 's') {
		++*part;
		return 1;
	}
	if (s[0] >= '1' && s[0] <= '9' && s[1] == '$' && s[2] == 's') {
		*part = s[0] - '0';
		return 3;
	}
	return 0;
}

static void fill(struct buf *b, const char *format, const char **parts, int n)
{
	int part = 0;

	while (*format) {
		size_t plain = strcspn(format, "%"), len;

		buf_add(b, format, plain);
		format += plain;
		if (!*format)
			break;
		len = mark_length(++format, &part);
		if (len)
			buf_text(b, part < n ? parts[part] : "?");
		else
			buf_text(b, "%");
		format += len ? len : *format == '%';
	}
}

char *say_text(const struct language *in, struct arena *a, const char *json)
{
	const char *parts[SAY_PARTS];
	struct reader r = { json, a };
	int n = read_array(&r, parts);
	struct buf b;
	char *out;

	if (n == 0)
		return text_clean(a, json);
	/* Values may be codes ("medical"), which read better in the reader's language, or
	 * sentences themselves. */
	for (int i = 0; i < n; i++)
		parts[i] = i && strncmp(parts[i], "[\"", 2) == 0
			       ? say_text(in, a, parts[i])
			       : tr_label_in(in, parts[i]);
	buf_init(&b, SAY_BYTES * 2);
	fill(&b, parts[0], parts, n);
	out = text_clean(a, b.data ? b.data : "");
	buf_done(&b);
	return out;
}

const char *say_message(const struct language *in, struct arena *a, const char *text)
{
	const char *parts[SAY_PARTS];
	struct reader r = { text, a };
	int n = strncmp(text, "[\"", 2) == 0 ? read_array(&r, parts) : 0;
	struct buf b;

	if (n == 0)
		return text;
	for (int i = 1; i < n; i++)
		parts[i] = say_message(in, a, parts[i]);
	buf_init(&b, SAY_BYTES * 2);
	fill(&b, tr_label_in(in, parts[0]), parts, n);
	buf_text(&b, r.at);
	text = arena_strndup(a, b.data ? b.data : "", b.len);
	buf_done(&b);
	return text;
}

/* What the server's functions put values into; what they say without any is in the
 * catalogue itself. */
static const char *const server_formats[] = {
	N_("this outreach is \"%s\" by now"),
	N_("the request is \"%s\" by now"),
	N_("the others leave %s percent"),
	N_("the heirs have agreed on %s percent only"),
	N_("no person has the number \"%s\""),
	N_("there is no barrier \"%s\""),
	N_("there is no unit \"%s\""),
	N_("\"%s\" is no kind of task"),
	N_("The barriers there are: %s"),
	N_("task is \"%s\" at version %s by now; \"%s\" cannot be done"),
	N_("\"%s\" is reserved for the role %s"),
	N_("Someone with the role %s has to do it; the task stays in the queue."),
	N_("\"%s\" is not a reason for \"%s\""),
	N_("no task \"%s\" is open for which \"%s\" is a reason"),
	N_("the load has no column \"%s\""),
	N_("\"%s\" is no colleague"),
	N_("%s is not a fact that a text can declare"),
	N_("the fact %s is there already, of another kind"),
	N_("\"%s\" is no measure"),
	N_("\"%s\" is no subsidy"),
	N_("\"%s\" is in the ledger with another amount"),
	N_("more than is owed: %s yuan are left"),
	N_("the person may answer until %s"),
	N_("no open row of the load has \"%s\" there"),
	N_("%s is more than a week past the last judged day, %s"),
	N_("%s is before the last judged day, %s"),
	N_("the last judged day is %s"),
	N_("%s of the list has no such task"),
	N_("\"%s\" has no proposal that it could settle"),
	N_("\"%s\" would change nothing"),
	N_("The jobs of this office: %s"),
	N_("papers are missing: %s"),
	N_("the archive is in question: choose the %s"),
	N_("no area has the code %s"),
	N_("%s rows of the batch are not what was proposed"),
	N_("Refuse the batch, or settle these rows alone first; one of them is person "
	   "%s."),
	N_("the run is \"%s\" by now"),
	N_("the run is not what was prepared: %s of %s persons differ, one of them is "
	   "%s"),
	N_("the book of what was sent differs from its lines: %s benefits, one of "
	   "person %s"),
	N_("what was sent is not what was decided: %s benefits differ, one of person "
	   "%s"),
	N_("the adjustment is \"%s\" by now"),
	N_("the deduction is \"%s\" by now"),
	N_("%s persons are not as they were when this was rehearsed, one of them is %s"),
	N_("benefits of %s persons were changed since they were adjusted, one of them is "
	   "%s"),
	N_("what was applied is not what was rehearsed: it differs by %s fen"),
	N_("the file of %s is not what was exported before"),
	N_("the file \"%s\" is not what was exported"),
	N_("the answer does not fit what was sent: \"%s\""),
	N_("\"%s\" is not a file that was sent"),
	N_("the end of %s payments is not known"),
	N_("\"%s\" is not an account of \"%s\""),
	N_("this is reserved for the role %s"),
	N_("there is no message %s"),
	N_("there is no area %s"),
	N_("there is a campaign %s already"),
	N_("message %s is \"%s\" by now"),
	N_("\"%s\" does not deliver this message"),
	N_("on %s the person is in hospital, stay %s"),
	N_("a visit of this kind is planned on %s already"),
	N_("no care is granted on %s"),
	N_("the hours of care level %s are not worked out yet: judge first"),
	N_("the month has %s of %s hours of care left"),
	N_("the week has %s of %s hours of care left"),
	N_("%s numbers are expected, blanks between"),
	N_("\"%s\" cannot have these points"),
	N_("there is a campaign %s already"),
	N_("there is no area %s"),
};

/* The values that make the text of the format: parts[0] is the format.  0 when none do.
 */
static int take_apart(struct arena *a, const char *format, const char *text,
		      const char **parts)
{
	int n = 1;

	parts[0] = format;
	for (;;) {
		size_t plain = strcspn(format, "%");
		const char *end;

		if (strncmp(text, format, plain) != 0)
			return 0;
		text += plain;
		if (!format[plain])
			return *text ? 0 : n;
		format += plain + strlen("%s");
		plain = strcspn(format, "%");
		end = plain ? strstr(text, arena_strndup(a, format, plain))
			    : text + strlen(text);
		if (!end || n == SAY_PARTS)
			return 0;
		parts[n++] = arena_strndup(a, text, (size_t)(end - text));
		text = end;
	}
}

const char *say_server(const struct language *in, struct arena *a, const char *text)
{
	const char *parts[SAY_PARTS];
	struct buf b;

	for (size_t i = 0; i < sizeof(server_formats) / sizeof(*server_formats); i++) {
		int n = take_apart(a, server_formats[i], text, parts);

		if (n == 0)
			continue;
		for (int k = 1; k < n; k++)
			parts[k] = tr_label_in(in, parts[k]);
		buf_init(&b, SAY_BYTES);
		fill(&b, tr_label_in(in, parts[0]), parts, n);
		text = arena_strndup(a, b.data ? b.data : "", b.len);
		buf_done(&b);
		return text;
	}
	return tr_label_in(in, text);
}
