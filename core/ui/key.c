#include "key.h"

#include <stdio.h>
#include <string.h>

void key_named(struct press *p, const char *name)
{
	snprintf(p->name, sizeof(p->name), "%s", name);
	p->rune = 0;
}

static void encode(char *s, uint32_t r)
{
	int n = r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;

	for (int i = n - 1; i > 0; i--, r >>= 6)
		s[i] = (char)(0x80 | (r & 0x3f));
	s[0] = (char)(n == 1 ? r : (0xf00u >> n & 0xff) | r);
	s[n] = '\0';
}

void key_of_rune(struct press *p, uint32_t rune)
{
	if (rune == '\r' || rune == '\n')
		return key_named(p, "enter");
	if (rune == '\t')
		return key_named(p, "tab");
	if (rune == 0x1b)
		return key_named(p, "esc");
	if (rune == 0x08 || rune == 0x7f)
		return key_named(p, "backspace");
	if (rune < 0x20) {
		snprintf(p->name, sizeof(p->name), "ctrl-%c", (char)(rune + 0x60));
		p->rune = 0;
		return;
	}
	encode(p->name, rune);
	p->rune = rune;
}

void key_fold(struct press *p)
{
	if (p->rune >= 0xff01 && p->rune <= 0xff5e)
		key_of_rune(p, p->rune - 0xff01 + '!');
	else if (p->rune == 0x3000)
		key_of_rune(p, ' ');
}

bool key_is_kept(const char *name)
{
	static const char *const kept[] = { "esc",    "F12",	"F3",	  "ctrl-q",
					    "F1",     "enter",	"ctrl-c", "ctrl-z",
					    "ctrl-s", "ctrl-x", NULL };

	for (int i = 0; kept[i]; i++)
		if (strcmp(name, kept[i]) == 0)
			return true;
	return false;
}
