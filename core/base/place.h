/* Places whose law counts, as codes: a country, below it what the country's own code
 * says.  In China GB/T 2260: CN-33 a province, CN-3306 a prefecture, CN-330681 a county,
 * nine digits a town. */
#ifndef STEWARD_PLACE_H
#define STEWARD_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#define PLACE_CHAIN 120

/* The place and all it lies in, nearest first: "CN-330681 CN-3306 CN-33 CN".  The code is
 * what stands before the first blank ("CN-33 Zhejiang").  False, and out "", when it is
 * none. */
bool place_chain(const char *s, size_t n, char out[PLACE_CHAIN]);

#endif
