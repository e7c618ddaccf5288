#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *(*say_in)(const char *format) __attribute__((format_arg(1)));

void err_words(const char *(*words)(const char *format))
{
	say_in = words;
}

static void __attribute__((format(printf, 3, 0)))
write_words(char *out, size_t size, const char *fmt, va_list ap)
{
	vsnprintf(out, size, say_in ? say_in(fmt) : fmt, ap);
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	memset(e, 0, sizeof(*e));
	e->code = code;
	va_start(ap, fmt);
	write_words(e->message, sizeof(e->message), fmt, ap);
	va_end(ap);
	return false;
}

bool err_detail(struct err *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_words(e->detail, sizeof(e->detail), fmt, ap);
	va_end(ap);
	return false;
}

bool err_hint(struct err *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_words(e->hint, sizeof(e->hint), fmt, ap);
	va_end(ap);
	return false;
}

bool err_errno(struct err *e, const char *fmt, ...)
{
	int no = errno;
	va_list ap;
	size_t n;

	memset(e, 0, sizeof(*e));
	e->code = ERR_SYSTEM;
	va_start(ap, fmt);
	write_words(e->message, sizeof(e->message), fmt, ap);
	va_end(ap);
	n = strlen(e->message);
	snprintf(e->message + n, sizeof(e->message) - n, ": %s", strerror(no));
	return false;
}
