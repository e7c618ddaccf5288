/* How tests of accounts are shown, on the screen and on the command line. */
#ifndef STEWARD_TESTS_H
#define STEWARD_TESTS_H

#include "steward.h"

extern const struct column account_tests_columns[];

#endif
