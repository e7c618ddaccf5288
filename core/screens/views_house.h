/* Screens of the house: who works here, and who is hidden. */
#ifndef STEWARD_VIEWS_HOUSE_H
#define STEWARD_VIEWS_HOUSE_H

#include "steward.h"

extern const struct screen view_staff, view_staff_add, view_staff_move, view_staff_limit,
	view_staff_leave, view_barriers, view_barrier_put, view_barrier_end,
	view_barrier_waive, view_staff_kin, view_waivers, view_units, view_unit,
	view_unit_add, view_unit_change,
	view_staff_unit;
/* Who it is about, above a form. */
extern const struct section view_staff_one[];

#endif
