/* Headings and words of Chinese files that mean a field or a code: what a proposed map
 * begins with.  An office's own words stand in its map, not here. */
#ifndef STEWARD_MAP_WORDS_H
#define STEWARD_MAP_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Is the heading one for the field of this name?  What stands in brackets, a unit mostly,
 * is left out of it. */
bool map_words_heading(const char *field, const char *heading);

/* The first of the codes (separated by blanks) that the word means; NULL for none. */
const char *map_words_code(const char *codes, const char *word, size_t *len);

#endif
