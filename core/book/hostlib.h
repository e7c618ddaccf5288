/* What rules may call: days, money, periods, texts with values, and reached(day). */
#ifndef STEWARD_HOSTLIB_H
#define STEWARD_HOSTLIB_H

#include <stdint.h>

#include "sandbox/sandbox.h"

/* Adds the functions to every environment made later. */
void hostlib_add(struct sandbox *s);

/* Pushes the table of C functions that the prelude works with. */
void hostlib_push_host(lua_State *L);

/* The day that reached() compares with, and the earliest day on which an answer will
 * change. */
void hostlib_set_today(int32_t today);
void hostlib_start_tracking(void);
int32_t hostlib_next_check(void);	/* DATE_NONE: never */

/* Called with every day that is asked about, until it is NULL again. */
void hostlib_tell_reached(void (*fn)(lua_State *L, int32_t day, bool is_reached));
void hostlib_note(int32_t day);		/* as if reached(day) had been asked before it */

#endif
