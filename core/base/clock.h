/* A clock that never goes back, for measuring.  The business day is another thing: see date.h. */
#ifndef STEWARD_CLOCK_H
#define STEWARD_CLOCK_H

/* Milliseconds since some moment in the past. */
double clock_ms(void);

#endif
