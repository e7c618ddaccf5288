/* Between a program and its server: passes all on, slowly where it shall, and cuts the
 * line once, just after it has passed the question that matters, while the server still
 * works at it. */
#ifndef STEWARD_RELAY_H
#define STEWARD_RELAY_H

#include <sys/types.h>

/* Listens on dir/.s.PGSQL.5432 (the folder is made) for what goes to the socket "server";
 * the first line on which "word" is sent is cut (NULL: none), and each answer comes
 * delay_ms late.  A process of its own, for the caller to kill and collect. */
pid_t relay_start(const char *dir, const char *server, const char *word, int delay_ms);

#endif
