/* A compiled catalogue of translations (a .mo file).  Nothing in the file is believed:
 * one that is cut short, or made to do harm, finds less and never points outside of
 * itself. */
#ifndef STEWARD_CATALOGUE_H
#define STEWARD_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct catalogue {
	/* the caller's, for as long as texts are asked for */
	const unsigned char *bytes;
	size_t size;
	bool is_big_endian;
	uint32_t count, texts, translations;	/* entries; where the two tables begin */
};

/* False when these bytes are no catalogue. */
bool catalogue_init(struct catalogue *c, const void *bytes, size_t size);

/* Reads a plain file into the arena; false when there is none or it is no catalogue. */
bool catalogue_read(struct catalogue *c, struct arena *a, const char *path);

/* The translation, inside the bytes; NULL when there is none that takes the same values
 * as the text does (%s, %2$d ...). */
const char *catalogue_find(const struct catalogue *c, const char *text);

#endif
