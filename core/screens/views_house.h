/* Screens of the house: who works here, and who is hidden. */
#ifndef STEWARD_VIEWS_HOUSE_H
#define STEWARD_VIEWS_HOUSE_H

#include "steward.h"

extern const struct screen view_staff, view_staff_add, view_staff_move, view_staff_limit,
	view_staff_leave, view_barriers, view_barrier_put, view_barrier_end,
	view_barrier_waive;

#endif
