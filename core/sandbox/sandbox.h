/* One Lua engine for text that nobody trusts: no files, no clock, no chance, no
 * addresses; sorted iteration; ceilings on memory and time that a script cannot catch. */
#ifndef STEWARD_SANDBOX_H
#define STEWARD_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include <lua.h>

enum run_status { RUN_OK, RUN_ERROR, RUN_LIMIT };

struct sandbox;

/* The engine, which lives as long as the process; memory in bytes.  The host's functions
 * are added by the caller with sandbox_add. */
struct sandbox *sandbox_new(size_t memory);
lua_State *sandbox_lua(struct sandbox *s);

/* Pushes a new environment: its own copies of the allowed libraries and of the host's
 * functions. */
void sandbox_push_env(struct sandbox *s);

/* Adds the value on the top of the stack, popped, to every environment made later. */
void sandbox_add(struct sandbox *s, const char *name);

/* Compiles text (never bytecode) with the environment on the top of the stack, which is
 * replaced by the function, or by the message. */
enum run_status sandbox_load(struct sandbox *s, const char *path, const char *text,
			     size_t n);

/* lua_pcall with the limits in force; on failure the message with its trace is on the
 * stack. */
enum run_status sandbox_call(struct sandbox *s, int nargs, int nresults);

/* Starts the clock that notices a call that overstays, in milliseconds of processor
 * time. */
bool sandbox_start_clock(int tick_ms);

/* Ticks of that clock so far. */
int sandbox_ticks(void);

#endif
