/* Citizen identity numbers, GB 11643-1999: 6 digits area, 8 birth day, 3 sequence (odd:
 * male), and a check character by ISO 7064 MOD 11-2. */
#ifndef STEWARD_IDNO_H
#define STEWARD_IDNO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum idno_fault {
	IDNO_GOOD,
	IDNO_LENGTH,
	IDNO_CHARACTER,
	IDNO_BIRTH,
	IDNO_CHECK,
	IDNO_SEQUENCE
};

/* birth gets the day in digits 7-14 when there is such a day, DATE_NONE otherwise. */
enum idno_fault idno_check(const char *s, size_t n, int32_t *birth);

/* The check character of 17 digits. */
char idno_check_character(const char *digits);

/* A short reason for a fault, for reject lists. */
const char *idno_reason(enum idno_fault fault);

#endif
