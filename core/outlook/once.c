#include "once.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

#define SLOTS_LEAST 1024u
#define KINDS_MOST  (1u << 20)
#define KNOWN_MOST  (1u << 30)

void once_init(struct once *o)
{
	*o = (struct once){ 0 };
	buf_init(&o->kinds, KINDS_MOST);
	buf_init(&o->known, KNOWN_MOST);
}

void once_done(struct once *o)
{
	buf_done(&o->kinds);
	buf_done(&o->known);
	free(o->slots);
}

static bool is_kind(const struct once *o, const char *name, size_t n)
{
	size_t len;

	for (size_t at = 0; at < o->kinds.len; at += len + 1) {
		len = strlen(o->kinds.data + at);
		if (len == n && memcmp(o->kinds.data + at, name, n) == 0)
			return true;
	}
	return false;
}

void once_add(struct once *o, const char *name)
{
	if (!is_kind(o, name, strlen(name)))
		buf_add(&o->kinds, name, strlen(name) + 1);
}

bool once_is(const struct once *o, const struct finding *f)
{
	return is_kind(o, f->type.at, f->type.n) || is_kind(o, f->rule.at, f->rule.n);
}

/* The slot of the key, or the empty one where it belongs. */
static uint32_t *slot_of(const struct once *o, const char *key, uint32_t n)
{
	uint32_t i = (uint32_t)digest_mix(0x5747, key, n) & (o->nslots - 1);

	for (; o->slots[i]; i = (i + 1) & (o->nslots - 1)) {
		const char *it = o->known.data + o->slots[i] - 1;
		uint32_t len;

		memcpy(&len, it, sizeof(len));
		if (len == n && memcmp(it + sizeof(len), key, n) == 0)
			break;
	}
	return &o->slots[i];
}

static void grow(struct once *o)
{
	uint32_t *old = o->slots, n = o->nslots;

	o->nslots = n ? n * 2 : SLOTS_LEAST;
	o->slots = calloc(o->nslots, sizeof(*o->slots));
	if (!o->slots)
		abort();
	for (uint32_t i = 0; i < n; i++) {
		uint32_t len;

		if (!old[i])
			continue;
		memcpy(&len, o->known.data + old[i] - 1, sizeof(len));
		*slot_of(o, o->known.data + old[i] - 1 + sizeof(len), len) = old[i];
	}
	free(old);
}

bool once_is_news(struct once *o, const char *subject, bool is_draft,
		  const struct finding *f)
{
	struct buf key;
	uint32_t *slot, n;
	bool is_new;

	buf_init(&key, 1 << 16);
	buf_printf(&key, "%d %s %lld ", is_draft, subject, (long long)f->id);
	buf_add(&key, f->rule.at, f->rule.n);
	buf_add(&key, "\n", 1);
	buf_add(&key, f->cause.at, f->cause.n);
	if (o->used * 2 >= o->nslots)
		grow(o);
	n = (uint32_t)key.len;
	slot = slot_of(o, key.data, n);
	is_new = *slot == 0;
	if (is_new) {
		*slot = (uint32_t)o->known.len + 1;
		buf_add(&o->known, &n, sizeof(n));
		buf_add(&o->known, key.data, n);
		o->used++;
	}
	buf_done(&key);
	return is_new;
}
