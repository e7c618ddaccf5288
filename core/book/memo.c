#include "memo.h"

#include <stdlib.h>
#include <string.h>

#define PATHS 4			/* sets of facts remembered for one rule */
#define SLOTS_LEAST (1u << 10)	/* of one table; doubled when half full ... */
#define SLOTS_MOST (1u << 17)	/* ... and emptied when it cannot grow */
#define KEY_MOST 64
#define TRIAL	    (1u << 16) /* lookups after which a table must have shown its worth */

struct slot {
	uint64_t hash;		/* 0: empty */
	int32_t next_check;
	uint16_t key_len, nfound;
	uint32_t at, found_len;	/* key and findings, one behind the other in bytes */
};

struct path {
	uint32_t mask;
	bool is_useless;	/* its values hardly ever come again */
	uint32_t used, nslots, tried, hits;
	struct slot *slots;
	char *bytes;
	size_t len, size;
};

struct memo { int n; struct path paths[PATHS]; };

struct memo *memo_new(void)
{
	struct memo *m = calloc(1, sizeof(*m));

	if (!m)
		abort();
	return m;
}

static void path_done(struct path *p)
{
	free(p->slots);
	free(p->bytes);
	p->slots = NULL;
	p->bytes = NULL;
}

void memo_free(struct memo *m)
{
	for (int i = 0; m && i < m->n; i++)
		path_done(&m->paths[i]);
	free(m);
}

static uint64_t hash_of(const char *key, size_t n)
{
	uint64_t h = 0x9e3779b97f4a7c15ull ^ n, v;

	for (; n >= 8; n -= 8, key += 8) {
		memcpy(&v, key, 8);
		h = (h ^ v) * 0xff51afd7ed558ccdull;
		h ^= h >> 32;
	}
	v = 0;
	memcpy(&v, key, n);
	h = (h ^ v) * 0xff51afd7ed558ccdull;
	h ^= h >> 29;
	return h ? h : 1;
}

/* The slot of the key, or the empty one where it belongs. */
static struct slot *find(const struct path *p, const char *key, size_t n, uint64_t hash)
{
	uint32_t last = p->nslots - 1, i = (uint32_t)hash & last;

	for (;; i = (i + 1) & last) {
		struct slot *s = &p->slots[i];

		if (s->hash == 0)
			return s;
		if (s->hash == hash && s->key_len == n &&
		    memcmp(p->bytes + s->at, key, n) == 0)
			return s;
	}
}

/* A table whose values are nearly all different costs more than it saves. */
static void weigh(struct path *p)
{
	if (p->tried < TRIAL)
		return;
	if (p->hits * 4 < p->tried) {
		p->is_useless = true;
		path_done(p);
	}
	p->tried = p->hits = 0;
}

static bool path_get(struct path *p, memo_key_fn key_of, void *ctx, struct memo_answer *a)
{
	char key[KEY_MOST];
	size_t n = p->is_useless ? 0 : key_of(ctx, p->mask, key, sizeof(key));
	struct slot *s;

	if (n == 0)
		return false;
	s = find(p, key, n, hash_of(key, n));
	p->tried++;
	if (s->hash == 0) {
		weigh(p);
		return false;
	}
	p->hits++;
	*a = (struct memo_answer){ s->next_check, s->nfound,
				   p->bytes + s->at + s->key_len, s->found_len };
	return true;
}

bool memo_get(struct memo *m, memo_key_fn key, void *ctx, struct memo_answer *a)
{
	for (int i = 0; m && i < m->n; i++)
		if (path_get(&m->paths[i], key, ctx, a))
			return true;
	return false;
}

static void new_slots(struct path *p, uint32_t n)
{
	p->slots = calloc(n, sizeof(*p->slots));
	if (!p->slots)
		abort();
	p->nslots = n;
}

static struct path *path_for(struct memo *m, uint32_t mask)
{
	struct path *p;

	for (int i = 0; i < m->n; i++)
		if (m->paths[i].mask == mask)
			return &m->paths[i];
	if (m->n == PATHS)
		return NULL;
	p = &m->paths[m->n++];
	p->mask = mask;
	new_slots(p, SLOTS_LEAST);
	return p;
}

static uint32_t add_bytes(struct path *p, const char *data, size_t n)
{
	size_t at = p->len;

	if (p->len + n > p->size) {
		p->size = (p->size ? p->size * 2 : 4096) + n;
		p->bytes = realloc(p->bytes, p->size);
		if (!p->bytes)
			abort();
	}
	if (n)
		memcpy(p->bytes + p->len, data, n);
	p->len += n;
	return (uint32_t)at;
}

static void grow(struct path *p)
{
	struct slot *old = p->slots;
	uint32_t n = p->nslots;

	new_slots(p, n * 2);
	for (uint32_t i = 0; i < n; i++)
		if (old[i].hash)
			*find(p, p->bytes + old[i].at, old[i].key_len, old[i].hash) =
			    old[i];
	free(old);
}

static void make_room(struct path *p)
{
	if (p->used < p->nslots / 2)
		return;
	if (p->nslots < SLOTS_MOST) {
		grow(p);
		return;
	}
	memset(p->slots, 0, p->nslots * sizeof(*p->slots));
	p->used = 0;
	p->len = 0;
}

void memo_put(struct memo *m, uint32_t mask, memo_key_fn key_of, void *ctx,
	      const struct memo_answer *a)
{
	struct path *p = m ? path_for(m, mask) : NULL;
	char key[KEY_MOST];
	size_t n = p && !p->is_useless ? key_of(ctx, mask, key, sizeof(key)) : 0;
	uint64_t hash;
	struct slot *s;

	if (n == 0 || a->len > 4096)
		return;
	make_room(p);
	hash = hash_of(key, n);
	s = find(p, key, n, hash);
	if (s->hash)
		return;
	s->hash = hash;
	s->next_check = a->next_check;
	s->nfound = (uint16_t)a->nfound;
	s->key_len = (uint16_t)n;
	s->at = add_bytes(p, key, n);
	add_bytes(p, a->found, a->len);
	s->found_len = (uint32_t)a->len;
	p->used++;
}
