-- When a visit cannot have been, how one is planned, and the module's parts of the policy tables.
local function number(name, unit, value, basis)
	return { name = "nursing." .. name, jurisdiction = "CN", unit = unit, basis = basis or "office practice",
		values = { { from = "2000-01-01", value = value } } }
end

-- An item of the assessment: where it stands in the form, and which points it may have.
local function item(place, dimension, points)
	return { place = place, dimension = dimension, points = points }
end

return {
	-- Who is seen first: points, and from which age on somebody is elderly; so many points are one step of priority.
	number("points_elderly", "points", 2), number("points_disabled", "points", 3), number("points_dementia", "points", 3),
	number("elderly_years", "years", 80), number("points_step", "points", 2),
	-- Standard times; the hours between which somebody is visited where the request says nothing else.
	number("minutes_care", "minutes", 60, "Shanghai pilot measures on long-term care, art. 14; office practice elsewhere"),
	number("minutes_nursing", "minutes", 45), number("minutes_medicine", "minutes", 30),
	number("first_hour", "hours", 8), number("last_hour", "hours", 18),
	-- Dispatch: points that the best nurse gets, together a hundred; from how many km on none are given for the distance.
	number("match_before", "points", 40), number("match_distance", "points", 30), number("match_load", "points", 30),
	number("match_km", "km", 20), number("plan_kmh", "km/h", 20), number("gap_minutes", "minutes", 5),
	number("slot_minutes", "minutes", 15),
	-- So many days after its own a visit that no file tells of is missed.
	number("missed_days", "days", 1),
	{
		name = "work.rows", part = "nursing", jurisdiction = "CN", unit = "codes",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial); "
			.. "the points of daily living by the Barthel index",
		values = { { from = "2021-07-16", value = {
			care_item = {
				eating = item(1, "daily", "0 5 10"), dressing = item(2, "daily", "0 5 10"), washing = item(3, "daily", "0 5"),
				bowels = item(4, "daily", "0 5 10"), bladder = item(5, "daily", "0 5 10"), toilet = item(6, "daily", "0 5 10"),
				walking = item(7, "daily", "0 5 10 15"), bed_transfer = item(8, "daily", "0 5 10 15"), stairs = item(9, "daily", "0 5 10"),
				bathing = item(10, "daily", "0 5"), time_sense = item(11, "mind", "0 1 2 3 4"),
				person_sense = item(12, "mind", "0 1 2 3 4"), place_sense = item(13, "mind", "0 1 2 3 4"),
				memory = item(14, "mind", "0 1 2 3 4"), eyesight = item(15, "senses", "0 1 2 3 4"),
				hearing_ability = item(16, "senses", "0 1 2 3 4"), communication = item(17, "senses", "0 1 2 3 4"),
			},
		} } },
	},
	{
		name = "nursing.overlap_minutes", jurisdiction = "CN", unit = "minutes",
		basis = "health plan notice on visit verification of 2021-02-04",
		values = { { from = "2000-01-01", value = 1 } },
	},
	{
		-- Straight line, between visits in one area.
		name = "nursing.speed_kmh_town", jurisdiction = "CN", unit = "km/h", basis = "office practice",
		values = { { from = "2000-01-01", value = 60 } },
	},
	{
		-- Straight line, from one area to another.
		name = "nursing.speed_kmh", jurisdiction = "CN", unit = "km/h", basis = "office practice",
		values = { { from = "2000-01-01", value = 120 } },
	},
	{
		-- So much may a clock be wrong.
		name = "nursing.skew_minutes", jurisdiction = "CN", unit = "minutes", basis = "office practice",
		values = { { from = "2000-01-01", value = 5 } },
	},
	{
		-- More hours of visits on a day than one nurse may work.
		name = "work.nursing_day_hours", jurisdiction = "CN", unit = "hours", basis = "office practice",
		values = { { from = "2000-01-01", value = 12 } },
	},
	{
		name = "work.limits", part = "nursing", jurisdiction = "CN", unit = "levels",
		basis = "visit verification, at least nine tenths of the visits; office practice",
		values = { { from = "2000-01-01", value = {
			I1d = { watch = 4, alarm = 8 }, I4 = { watch = 95, alarm = 90 }, I6 = { watch = 2, alarm = 10 },
			I5 = { watch = 1, alarm = 10 }, I7 = { watch = 0.5, alarm = 2 },
		} } },
	},
	{
		name = "work.types", part = "nursing", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			nursing_check = { working_days = 10, priority = 3 },
			care_request = { working_days = 3, priority = 4 },
			care_missed = { working_days = 1, priority = 1 },
			care_level = { working_days = 30, priority = 3 },
			care_renew = { working_days = 30, priority = 4 },
		} } },
	},
	{
		name = "work.reasons", part = "nursing", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			care_request = {
				dispatch = {
					{ code = "best", label = "the nurse who fits best" },
					{ code = "chosen", label = "another nurse was chosen" },
				},
				refuse = {
					{ code = "not_granted", label = "it was not granted" },
					{ code = "elsewhere", label = "is looked after elsewhere, and was told" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			care_missed = {
				replan = {
					{ code = "nurse_absent", label = "the nurse did not come" },
					{ code = "nobody_home", label = "nobody was at home" },
				},
				drop = { { code = "not_needed", label = "it is needed no more" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			care_level = {
				propose = { { code = "assessed", label = "assessed by two assessors" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				reject = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "again", label = "to be assessed anew" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			care_renew = {
				settle = { { code = "day_set", label = "a day for the assessment is set" } },
				dismiss = { { code = "not_wanted", label = "the person does not want care any more" } },
			},
			nursing_check = {
				confirm = {
					{ code = "person_asked", label = "the person or the family says so" },
					{ code = "record_wrong", label = "the record was wrong, the visit was right" },
				},
				refuse = {
					{ code = "no_visit", label = "nobody came" },
					{ code = "not_verified", label = "it could not be verified" },
					{ code = "not_granted", label = "it was not granted" },
				},
			},
		} } },
	},
}
