#include "input.h"

#include <stdio.h>
#include <string.h>

#define ESC 0x1b
#define BEL 0x07
#define CAN 0x18
#define SUB 0x1a

#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

/* xterm, PuTTY, the Linux console, screen, tmux and rxvt, in their numeric and
 * application modes.  What only one of them sends is marked. */
static const struct { const char *seq, *name;
} known[] = {
	{ "\033[A", "up" },
	{ "\033[B", "down" },
	{ "\033[C", "right" },
	{ "\033[D", "left" },
	{ "\033OA", "up" },
	{ "\033OB", "down" },
	{ "\033OC", "right" },
	{ "\033OD", "left" },
	{ "\033[H", "home" },
	{ "\033[F", "end" },
	{ "\033OH", "home" },
	{ "\033OF", "end" },
	{ "\033[1~", "home" },
	{ "\033[4~", "end" },
	{ "\033[7~", "home" },
	{ "\033[8~", "end" }, /* rxvt */
	{ "\033[2~", "insert" },
	{ "\033[3~", "delete" },
	{ "\033[5~", "pgup" },
	{ "\033[6~", "pgdn" },
	{ "\033[Z", "backtab" },
	{ "\033OP", "F1" },
	{ "\033OQ", "F2" },
	{ "\033OR", "F3" },
	{ "\033OS", "F4" },
	{ "\033[P", "F1" },
	{ "\033[Q", "F2" },
	{ "\033[S", "F4" },
	{ "\033[11~", "F1" },
	{ "\033[12~", "F2" },
	{ "\033[13~", "F3" },
	{ "\033[14~", "F4" },
	{ "\033[[A", "F1" },
	{ "\033[[B", "F2" },
	{ "\033[[C", "F3" },
	{ "\033[[D", "F4" },
	{ "\033[[E", "F5" }, /* these five: the Linux console */
	{ "\033[15~", "F5" },
	{ "\033[17~", "F6" },
	{ "\033[18~", "F7" },
	{ "\033[19~", "F8" },
	{ "\033[20~", "F9" },
	{ "\033[21~", "F10" },
	{ "\033[23~", "F11" },
	{ "\033[24~", "F12" },
	/* The keypad of numbers in application mode types what stands on its keys. */
	{ "\033Op", "0" },
	{ "\033Oq", "1" },
	{ "\033Or", "2" },
	{ "\033Os", "3" },
	{ "\033Ot", "4" },
	{ "\033Ou", "5" },
	{ "\033Ov", "6" },
	{ "\033Ow", "7" },
	{ "\033Ox", "8" },
	{ "\033Oy", "9" },
	{ "\033Oj", "*" },
	{ "\033Ok", "+" },
	{ "\033Ol", "," },
	{ "\033Om", "-" },
	{ "\033On", "." },
	{ "\033Oo", "/" },
	{ "\033OX", "=" },
	{ "\033OM", "enter" },
	{ "\033OI", "tab" },
	{ "\033O ", " " },
};

void input_learn(struct input *in, const char *seq, const char *name)
{
	size_t n = seq ? strlen(seq) : 0;

	if (n < 2 || n >= INPUT_SEQ || seq[0] != ESC || in->nlearned == INPUT_LEARNED)
		return;
	memcpy(in->learned[in->nlearned].seq, seq, n + 1);
	snprintf(in->learned[in->nlearned].name, sizeof(in->learned->name), "%s", name);
	in->nlearned++;
}

static const char *name_of(const struct input *in)
{
	for (int i = 0; i < in->nlearned; i++)
		if (strcmp(in->learned[i].seq, in->seq) == 0)
			return in->learned[i].name;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i].seq, in->seq) == 0)
			return known[i].name;
	return NULL;
}

static void begin(struct input *in)
{
	in->state = INPUT_ESC;
	in->seq[0] = ESC;
	in->n = 1;
	in->is_late = false;
}

static void keep(struct input *in, unsigned char b)
{
	if (in->n < INPUT_SEQ - 1) {
		in->seq[in->n] = (char)b;
		in->seq[in->n + 1] = '\0';
	}
	in->n++;
}

static void take_name(struct press *out, const char *name)
{
	if (name[1])
		key_named(out, name);
	else
		key_of_rune(out, (unsigned char)name[0]);
}

/* "ESC [ ROW ; COLUMN R", as far as it has come. */
static bool may_be_answer(const struct input *in)
{
	return in->is_asked && in->state == INPUT_CSI && in->n > 2 &&
	       in->n < INPUT_SEQ &&
	       strspn(in->seq + 2, "0123456789;") >= (size_t)in->n - 2;
}

/* In the first row nobody asks: there it would be F3 with a shift key. */
static bool take_answer(struct input *in)
{
	int row, column, n = 0;

	if (!in->is_asked ||
	    sscanf(in->seq, "\033[%3d;%4dR%n", &row, &column, &n) != 2 || n != in->n ||
	    row < 2)
		return false;
	in->is_asked = false;
	in->column = column;
	return true;
}

/* The sequence is whole.  One whose ESC has already acted was cut by a slow line: its key
 * is not one more. */
static int finish(struct input *in, struct press *out)
{
	const char *name;

	in->state = INPUT_GROUND;
	if (in->n >= INPUT_SEQ)
		return 0;
	in->seq[in->n] = '\0';
	if (strcmp(in->seq, PASTE_BEGIN) == 0 || strcmp(in->seq, PASTE_END) == 0) {
		in->is_paste = strcmp(in->seq, PASTE_BEGIN) == 0;
		return 0;
	}
	if (take_answer(in))
		return 0;
	name = in->is_paste || in->is_late ? NULL : name_of(in);
	if (!name)
		return 0;
	take_name(out, name);
	return 1;
}

/* In pasted text line ends and tabs are blanks; other controls, which might act, are
 * nothing. */
static int rune(const struct input *in, uint32_t r, struct press *out)
{
	if (r >= 0x80 && r < 0xa0)
		return 0;
	if (in->is_paste && (r < 0x20 || r == 0x7f)) {
		if (r != '\r' && r != '\n' && r != '\t')
			return 0;
		r = ' ';
	}
	key_of_rune(out, r);
	out->is_pasted = in->is_paste;
	return 1;
}

/* Characters in the reader's encoding, of which a byte may be a part; what is none is
 * dropped. */
static int ground(struct input *in, unsigned char b, struct press *out)
{
	bool is_begun = !mbsinit(&in->character);
	char byte = (char)b;
	wchar_t wide;
	size_t n;

	if (!is_begun && b == ESC) {
		begin(in);
		return 0;
	}
	if (!is_begun && b < 0x80)
		return rune(in, b, out);
	n = mbrtowc(&wide, &byte, 1, &in->character);
	if (n == (size_t)-2)
		return 0;
	if (n == 1)
		return rune(in, (uint32_t)wide, out);
	memset(&in->character, 0, sizeof(in->character));
	/* The byte that cut a character short begins something of its own. */
	return is_begun ? ground(in, b, out) : 0;
}

/* Some old terminals have keys of ESC and one letter. */
static bool is_learned_pair(struct input *in, unsigned char b)
{
	char pair[3] = { ESC, (char)b, '\0' };

	for (int i = 0; i < in->nlearned; i++)
		if (strcmp(in->learned[i].seq, pair) == 0)
			return true;
	return false;
}

/* ESC and a digit are a function key, for terminals that keep those for themselves. */
static bool is_digit(unsigned char b, struct press *out)
{
	char name[16];

	if (b < '0' || b > '9')
		return false;
	snprintf(name, sizeof(name), "F%d", b == '0' ? 10 : b - '0');
	key_named(out, name);
	return true;
}

static enum input_state after_esc(unsigned char b)
{
	switch (b) {
	case '[': return INPUT_CSI;
	case 'O': return INPUT_SS3;
	case 'P': case 'X': case ']': case '^': case '_': return INPUT_STRING;
	default: return INPUT_GROUND;
	}
}

static int esc(struct input *in, unsigned char b, struct press out[2])
{
	enum input_state next = after_esc(b);

	if (next != INPUT_GROUND) {
		keep(in, b);
		in->state = next;
		return 0;
	}
	in->state = INPUT_GROUND;
	if (in->is_paste)
		return ground(in, b, out);
	if (is_learned_pair(in, b)) {
		keep(in, b);
		return finish(in, out);
	}
	if (is_digit(b, out))
		return 1;
	key_named(&out[0], "esc");
	return 1 + ground(in, b, &out[1]);
}

static int csi(struct input *in, unsigned char b, struct press *out)
{
	bool is_first = in->n == 2;

	keep(in, b);
	if (is_first && b == '[')
		in->state = INPUT_LINUX;
	else if (is_first && b == 'M')
		in->state = INPUT_MOUSE;
	/* rxvt ends the keys with Shift by a sign that elsewhere stands before the
	 * end. */
	else if ((b >= 0x40 && b < 0x7f) || (b == '$' && in->seq[2] != '?'))
		return finish(in, out);
	else if (b < 0x20 || b > 0x7e)
		in->state = INPUT_GROUND;
	return 0;
}

static int ss3(struct input *in, unsigned char b, struct press *out)
{
	keep(in, b);
	if (b == ' ' || (b >= 0x40 && b < 0x7f))
		return finish(in, out);
	if (b < '0' || b > ';')
		in->state = INPUT_GROUND;
	return 0;
}

static void string(struct input *in, unsigned char b)
{
	if (b == BEL || b == CAN || b == SUB ||
	    (in->state == INPUT_STRING_ESC && b == '\\'))
		in->state = INPUT_GROUND;
	else
		in->state = b == ESC ? INPUT_STRING_ESC : INPUT_STRING;
}

/* A new ESC ends whatever was cut short before it. */
static bool is_restart(const struct input *in, unsigned char b)
{
	return b == ESC && (in->state == INPUT_CSI || in->state == INPUT_SS3 ||
			    in->state == INPUT_LINUX || in->state == INPUT_MOUSE ||
			    (in->state == INPUT_ESC && in->is_paste));
}

static int step(struct input *in, unsigned char b, struct press out[2])
{
	if (is_restart(in, b)) {
		begin(in);
		return 0;
	}
	switch (in->state) {
	case INPUT_ESC:
		return esc(in, b, out);
	case INPUT_CSI:
		return csi(in, b, out);
	case INPUT_SS3:
		return ss3(in, b, out);
	case INPUT_LINUX:
		keep(in, b);
		return finish(in, out);
	case INPUT_MOUSE:
		keep(in, b);
		if (in->n == 6)
			in->state = INPUT_GROUND;
		return 0;
	case INPUT_STRING:
	case INPUT_STRING_ESC:
		string(in, b);
		return 0;
	default:
		return ground(in, b, out);
	}
}

int input_byte(struct input *in, unsigned char b, struct press out[2])
{
	memset(out, 0, sizeof(*out) * 2);
	/* The rest of a sequence that a slow line cut behind its ESC. */
	if (in->is_late && in->state == INPUT_GROUND) {
		in->is_late = b == '[';
		if (in->is_late) {
			in->state = INPUT_CSI;
			in->n = 1;
			keep(in, b);
			return 0;
		}
	}
	return step(in, b, out);
}

bool input_is_esc(const struct input *in)
{
	return in->state == INPUT_ESC;
}

bool input_is_open(const struct input *in)
{
	return in->state != INPUT_GROUND && !may_be_answer(in);
}

bool input_timeout(struct input *in, struct press *out)
{
	bool is_esc = in->state == INPUT_ESC, was_paste = in->is_paste;

	in->state = INPUT_GROUND;
	in->is_late = is_esc;
	if (!is_esc)
		return false;
	in->is_paste = false;
	if (was_paste)
		return false;
	memset(out, 0, sizeof(*out));
	key_named(out, "esc");
	return true;
}
