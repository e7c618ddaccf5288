#include "clock.h"

#include <time.h>

#include "date.h"

double clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int32_t clock_today(void)
{
	time_t now = time(NULL);
	struct tm t;

	localtime_r(&now, &t);
	return date_from_civil(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
}

int32_t clock_minutes(void)
{
	time_t now = time(NULL);
	struct tm t;

	localtime_r(&now, &t);
	return t.tm_hour * 60 + t.tm_min;
}
