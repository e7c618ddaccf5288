/* Forms of days, months and numbers that can be read in one way only, as a feed has
 * them. */
#ifndef STEWARD_MAP_FORMS_H
#define STEWARD_MAP_FORMS_H

#include <stddef.h>

#include "base/buf.h"
#include "map.h"
#include "steward.h"

/* The text from start on, in place: days 2025/11/5, 20251105 and 2025年11月5日 as
 * 2025-11-05, months likewise, 1,234.50 as 1234.50; in a sheet a day also by its number,
 * and a month by its first day.  Anything else stays as it is. */
void map_form(enum field_kind kind, enum map_days days, struct buf *b, size_t start);

#endif
