/* Chance that is the same everywhere: splitmix64, one short stream for each thing it
 * decides about, so that a person's luck does not depend on what others used. */
#ifndef STEWARD_RNG_H
#define STEWARD_RNG_H

#include <stdbool.h>
#include <stdint.h>

enum rng_stream { RNG_HOUSEHOLD = 1, RNG_PERSON, RNG_CAREER, RNG_LIFE, RNG_PLANT,
		  RNG_SEQUENCE, RNG_OFFICES };

struct rng { uint64_t state; };

static inline uint64_t rng_mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static inline struct rng rng_for(uint64_t seed, enum rng_stream stream, int64_t index)
{
	uint64_t s = rng_mix(seed + 0x9e3779b97f4a7c15u);

	s = rng_mix(s ^ (uint64_t)stream * 0xd1342543de82ef95u);
	return (struct rng){ rng_mix(s ^ ((uint64_t)index + 0x632be59bd9b4e019u)) };
}

/* From 0 to n - 1; n is at least 1. */
static inline uint32_t rng_below(struct rng *r, uint32_t n)
{
	r->state += 0x9e3779b97f4a7c15u;
	return (uint32_t)(((rng_mix(r->state) >> 32) * n) >> 32);
}

/* From low to high, both included; low when they are the wrong way round. */
static inline int32_t rng_between(struct rng *r, int32_t low, int32_t high)
{
	if (high <= low)
		return low;
	return low + (int32_t)rng_below(r, (uint32_t)(high - low) + 1);
}

static inline bool rng_permille(struct rng *r, uint32_t n)
{
	return rng_below(r, 1000) < n;
}

#endif
