/* Values of calculations as the command line has them: texts in, texts out, by declared
 * type. */
#ifndef STEWARD_HOSTVALUE_H
#define STEWARD_HOSTVALUE_H

#include <lua.h>

/* Adds read, write, chain and parse to the table on the top. */
void hostvalue_add(lua_State *L);

#endif
