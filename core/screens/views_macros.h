/* Screens of recorded keys. */
#ifndef STEWARD_VIEWS_MACROS_H
#define STEWARD_VIEWS_MACROS_H

#include "steward.h"

extern const struct screen view_macros, view_macro_name, view_macro_play;

#endif
