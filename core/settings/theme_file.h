/* A theme from its file. */
#ifndef STEWARD_THEME_FILE_H
#define STEWARD_THEME_FILE_H

#include "base/err.h"
#include "ui/theme.h"

bool theme_read(struct theme *t, const char *path, struct err *e);

#endif
