/* A clock that never goes back, for measuring, and the day on the wall.  The business day
 * of the office is another thing: the database has it. */
#ifndef STEWARD_CLOCK_H
#define STEWARD_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment in the past. */
double clock_ms(void);

/* Today as date.h counts days, where this program runs. */
int32_t clock_today(void);

/* Minutes since midnight, there. */
int32_t clock_minutes(void);

#endif
