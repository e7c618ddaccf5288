-- When a visit cannot have been, and the module's parts of the policy tables.
return {
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
			I4 = { watch = 95, alarm = 90 }, I5 = { watch = 1, alarm = 10 }, I7 = { watch = 0.5, alarm = 2 },
		} } },
	},
	{
		name = "work.types", part = "nursing", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = { nursing_check = { working_days = 10, priority = 3 } } } },
	},
	{
		name = "work.reasons", part = "nursing", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
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
