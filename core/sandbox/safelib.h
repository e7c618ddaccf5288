/* What text that nobody trusts gets of Lua's own libraries: no files, no clock, no
 * addresses, sorted iteration.  pcall is not among it: what it may hide is a matter of
 * the sandbox's limits. */
#ifndef STEWARD_SAFELIB_H
#define STEWARD_SAFELIB_H

#include <lua.h>

/* Pushes a new table of the allowed functions and libraries; the engine has all of Lua's
 * open. */
void safelib_push(lua_State *L);

/* Methods of texts, ("x"):upper(), come from now on from a copy that no environment can
 * reach; the table of safelib_push is on the top of the stack and stays there. */
void safelib_guard_texts(lua_State *L);

/* Pushes and gives the value as text, never an address: tables and functions are named by
 * their type. */
const char *safelib_text(lua_State *L, int at, size_t *n);

#endif
