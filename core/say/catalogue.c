#include "catalogue.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC 0x950412deU
#define HEADER 28
#define LARGEST (16 << 20)	/* bytes of a file */
#define MOST_VALUES 16		/* of one text */

/* Asked for inside the bytes only. */
static uint32_t number(const struct catalogue *c, size_t at)
{
	const unsigned char *p = c->bytes + at;

	if (c->is_big_endian)
		return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
		       p[3];
	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

static bool holds_table(const struct catalogue *c, uint32_t at)
{
	return at <= c->size && c->count <= (c->size - at) / 8;
}

bool catalogue_init(struct catalogue *c, const void *bytes, size_t size)
{
	*c = (struct catalogue){ .bytes = bytes, .size = size };
	if (size < HEADER)
		return false;
	c->is_big_endian = number(c, 0) != MAGIC;
	if (number(c, 0) != MAGIC || number(c, 4) >> 16 > 1)
		return false;
	c->count = number(c, 8);
	c->texts = number(c, 12);
	c->translations = number(c, 16);
	return holds_table(c, c->texts) && holds_table(c, c->translations);
}

static bool read_all(int fd, char *to, size_t size)
{
	while (size > 0) {
		ssize_t n = read(fd, to, size);

		if (n <= 0)
			return false;
		to += n;
		size -= (size_t)n;
	}
	return true;
}

/* Read and not mapped: a file that is written anew under a map ends its reader. */
bool catalogue_read(struct catalogue *c, struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		  st.st_size <= LARGEST;

	if (ok) {
		size_t size = (size_t)st.st_size;
		char *bytes = arena_alloc(a, size + 1);

		ok = read_all(fd, bytes, size) && catalogue_init(c, bytes, size);
	}
	if (fd >= 0)
		close(fd);
	return ok;
}

/* A row of a table is a length and a place; the text must end where its length says. */
static const char *text_at(const struct catalogue *c, uint32_t table, uint32_t row)
{
	size_t entry = table + (size_t)row * 8;
	uint32_t length = number(c, entry), at = number(c, entry + 4);

	if (at >= c->size || length >= c->size - at || c->bytes[at + length] != '\0')
		return NULL;
	return (const char *)c->bytes + at;
}

struct values {
	char kind[MOST_VALUES][4];
	size_t odd; /* '%' that begin nothing we know: tables have texts such as "over 50
		       %" */
};

/* Value n, from 0, is taken as this kind: length and letter, or the width's '*'.  One
 * that is taken twice is taken in one way. */
static bool take(struct values *v, size_t n, const char *kind, size_t length)
{
	char wanted[sizeof(v->kind[0])] = "";

	if (n >= MOST_VALUES || length >= sizeof(wanted))
		return false;
	memcpy(wanted, kind, length);
	if (v->kind[n][0] && memcmp(v->kind[n], wanted, length + 1) != 0)
		return false;
	memcpy(v->kind[n], wanted, length);
	return true;
}

/* Behind a '%': which value it takes, or false when the program's own texts have no such
 * thing. */
static bool take_one(struct values *v, const char **s, size_t *next)
{
	size_t digits = strspn(*s, "0123456789"), place = 0;
	const char *p = *s;

	if (digits && p[digits] == '$') {
		for (size_t i = 0; i < digits && place <= MOST_VALUES; i++)
			place = place * 10 + (size_t)(p[i] - '0');
		if (place == 0)
			return false;
		p += digits + 1;
	}
	for (p += strspn(p, "-+ #0'"); *p == '*' || *p == '.' || (*p >= '0' && *p <= '9');
	     p++)
		if (*p == '*' && (place || !take(v, (*next)++, p, 1)))
			return false;
	*s = p + strspn(p, "hlzjtL");
	if (!**s || !take(v, place ? place - 1 : (*next)++, p, (size_t)(*s + 1 - p)))
		return false;
	(*s)++;
	return true;
}

static void values_of(struct values *v, const char *s)
{
	size_t next = 0;

	memset(v, 0, sizeof(*v));
	while ((s = strchr(s, '%'))) {
		s++;
		if (*s == '%')
			s++;
		else if (!take_one(v, &s, &next))
			v->odd++;
	}
}

static bool take_the_same(const char *text, const char *translation)
{
	struct values a, b;

	values_of(&a, text);
	values_of(&b, translation);
	return memcmp(&a, &b, sizeof(a)) == 0;
}

const char *catalogue_find(const struct catalogue *c, const char *text)
{
	uint32_t low = 0, high = c->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char *found = text_at(c, c->texts, middle);
		int order = found ? strcmp(text, found) : 0;

		if (!found)
			return NULL;
		if (order == 0) {
			found = text_at(c, c->translations, middle);
			return found && take_the_same(text, found) ? found : NULL;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
