/* What is refused in the text of a rule before Lua reads it: bit operators (Lua 5.4.4
 * computes some of them wrongly at compile time) and characters that hide what the text
 * says. */
#ifndef STEWARD_LINT_H
#define STEWARD_LINT_H

#include <stdbool.h>
#include <stddef.h>

/* False with a message "path:line: what and why". */
bool lint_text(const char *path, const char *text, size_t n, char *message, size_t size);

#endif
