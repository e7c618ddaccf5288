/* Bytes from a terminal become keys.  Escape sequences are read to their end, whole:
 * known ones are keys, whatever the terminal, all others vanish.  Characters come whole
 * too, and pasted text is marked as such.  It does no input, asks no clock and never
 * blocks: it is fed byte by byte. */
#ifndef STEWARD_INPUT_H
#define STEWARD_INPUT_H

#include <stdbool.h>
#include <wchar.h>

#include "key.h"

#define INPUT_SEQ 24	/* bytes of the longest sequence that is a key, and its end */
#define INPUT_LEARNED 80

/* What has to come next; the caller only starts it with zeros. */
enum input_state {
	INPUT_GROUND,
	INPUT_ESC,	/* ESC came: a key by itself, or the beginning of many */
	INPUT_CSI,	/* ESC [ */
	INPUT_SS3,	/* ESC O */
	INPUT_LINUX,	/* ESC [ [ : the function keys of the Linux console */
	INPUT_MOUSE,	/* ESC [ M and three bytes */
	INPUT_STRING,	/* an answer of the terminal, to its end */
	INPUT_STRING_ESC
};

struct input {
	enum input_state state;
	char seq[INPUT_SEQ];		/* of the sequence that is being read */
	int n;				/* bytes of it, also those that had no room */
	bool is_late;			/* the lone ESC before it was taken for the key */
	bool is_paste;			/* between the marks of pasted text */
	mbstate_t character;		/* half a character */
	bool is_asked;	/* where the cursor is: an answer may come, and is no key */
	int column;			/* that it told; 0: none yet */
	struct { char seq[INPUT_SEQ], name[12]; } learned[INPUT_LEARNED];
	int nlearned;
};

/* What the terminal's own description says of a key; sequences that begin with ESC,
 * others and those past INPUT_LEARNED are passed over.  They count before the known
 * ones. */
void input_learn(struct input *in, const char *seq, const char *name);

/* One byte more, in the encoding of LC_CTYPE.  Returns how many keys it completed: 0, 1,
 * or 2 (ESC and a character that was not the rest of a sequence). */
int input_byte(struct input *in, unsigned char b, struct press out[2]);

/* True while an ESC may still be the beginning of a sequence. */
bool input_is_esc(const struct input *in);

/* True while a sequence has begun and not ended, and is not the beginning of an answer:
 * the rest of one is waited for without end, for it would be taken for digits. */
bool input_is_open(const struct input *in);

/* Nothing came for a while: a lone ESC is the key (and returns true), or in pasted text
 * its end; a sequence cut short is dropped. */
bool input_timeout(struct input *in, struct press *out);

#endif
