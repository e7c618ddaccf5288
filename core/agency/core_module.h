/* What every office has, whatever areas are loaded, in the same shape as a module. */
#ifndef STEWARD_CORE_MODULE_H
#define STEWARD_CORE_MODULE_H

#include "steward.h"

extern const struct module core_module;

#endif
