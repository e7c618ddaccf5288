/* JSON to and from Lua values, for inputs and outputs that are lists and for tables shown
 * whole. */
#ifndef STEWARD_JSON_H
#define STEWARD_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include <lua.h>

#include "base/buf.h"

/* Pushes the value of n bytes: null is nil, keys made of digits are whole numbers. False,
 * and nothing pushed, when it is no JSON or goes past the limits on depth and size. */
bool json_read(lua_State *L, const char *s, size_t n);

/* Where the registry has the prelude's table, whose function sorted gives the keys of a
 * table. */
#define JSON_BOOK "steward.book"

/* The value at the index, keys in order; frozen tables too.  False when it has no
 * JSON. */
bool json_write(lua_State *L, int index, struct buf *b);

/* A decimal number and nothing else, blanks around it aside; whole ones as integers. */
bool json_read_number(lua_State *L, const char *s, size_t n);

/* The shortest text that reads back as the same number: 139, 138.4. */
#define JSON_NUMBER 32
char *json_number(lua_State *L, int index, char out[JSON_NUMBER]);

#endif
