/* Memory with one lifetime: a process, a screen, a question, a chunk.  Take the arena
 * whose end is the end of the thing; freeing it frees everything that was handed out. Out
 * of memory ends the program here, so no caller checks for it. */
#ifndef STEWARD_ARENA_H
#define STEWARD_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Runs the deferred calls, last first, then frees all memory.  NULL is accepted. */
void arena_free(struct arena *a);

/* Zeroed memory aligned for any type, owned by the arena. */
void *arena_alloc(struct arena *a, size_t size);

char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Calls fn(arg) when the arena is freed: how foreign things (a PGresult, a file) join
 * it. */
void arena_defer(struct arena *a, void (*fn)(void *arg), void *arg);

#endif
