/* A key as the tables name it: "a", "王", "enter", "esc", "pgdn", "F1", "ctrl-l". */
#ifndef STEWARD_KEY_H
#define STEWARD_KEY_H

#include <stdbool.h>
#include <stdint.h>

struct press {
	char name[16];
	uint32_t rune;		/* the character typed; 0 for keys that type none */
	bool is_replayed;	/* recorded before: it commits nothing */
	bool is_pasted;		/* text for a field, never a command */
	unsigned shown;		/* paintings of the screen before it was read */
	bool is_reaction;	/* typed when the screen had said that it waits */
};

/* Letters, digits and signs that an input method gave in full width are their ASCII
 * selves. */
void key_fold(struct press *p);

/* Keys without which nobody finds back: a screen is left, help is asked for, a row is
 * opened, a draft thrown away, the program ends, and what the terminal wants itself.
 * Nothing else is put on them. */
bool key_is_kept(const char *name);

void key_of_rune(struct press *p, uint32_t rune);
void key_named(struct press *p, const char *name);

#endif
