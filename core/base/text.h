/* Text from data is UTF-8 that nobody has checked.  text_clean is the one filter between
 * it and everything a person sees: terminal, logs, exports, error messages. */
#ifndef STEWARD_TEXT_H
#define STEWARD_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* Decodes one character of at most n bytes.  Returns its length, or 0 when the bytes are
 * not valid UTF-8 (overlong, surrogate, past U+10FFFF, cut short). */
size_t text_decode(const char *s, size_t n, uint32_t *rune);

bool text_is_utf8(const char *s, size_t n);

/* Control, format (bidirectional, zero-width, tags) and private-use characters: they may
 * hide or move what stands around them, so names with them are refused and screens show
 * stand-ins. */
bool text_is_unsafe(uint32_t rune);
bool text_has_unsafe(const char *s, size_t n);

/* Copies s with every unsafe or broken character as a visible stand-in (U+FFFD; controls
 * as U+2400 pictures, DEL as U+2421), at most three combining marks a base character. One
 * line.  What is newer than the C library's tables stays: names in files and letters are
 * whole, and only the screen has a stand-in for it. */
char *text_clean(struct arena *a, const char *s);

/* Does the C library know the character?  Columns that one takes on the terminal: what it
 * does not know is an ideograph, of two. */
bool text_is_known(uint32_t rune);
int text_columns(uint32_t rune);
/* What one terminal draws in one column and another, set for Chinese, in two: a dot in a
 * name, quotes, arrows.  take: how many they are where this process writes, 1
 * at first. */
bool text_is_unsure(uint32_t rune);
void text_take_unsure(int columns);

/* Columns that n bytes of clean text take on the terminal. */
int text_width(const char *s, size_t n);

/* Bytes of clean text that fit into cols columns; *used gets the columns they take. */
size_t text_clip(const char *s, int cols, int *used);

/* The form in which texts are compared, whoever typed them: the dots of names as U+00B7,
 * full-width ASCII as ASCII, characters that GB 18030-2000 had in the private-use area
 * as GB 18030-2022 has them, no blanks around.  The full stop is a dot of a name, so this
 * is for names and numbers, not for prose.  Bytes that are no UTF-8 stay. */
char *text_fold(struct arena *a, const char *s);

/* Is it in that form already?  Looked at without copying it. */
bool text_is_folded(const char *s, size_t n);

/* A cell that a spreadsheet would take for a formula gets a leading apostrophe; a sign
 * alone is none. */
char *text_guard_formula(struct arena *a, const char *s);

#endif
