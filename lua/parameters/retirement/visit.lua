-- Visits at home: how long a visitor has, and what may come of a visit.
return {
	{
		name = "work.types", part = "home_visit", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2001-01-01", value = { certify_visit = { days = 30, priority = 4 } } } },
	},
	{
		name = "work.reasons", part = "home_visit", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			certify_visit = {
				seen = { { code = "at_home", label = "seen and spoken with at home" } },
				not_found = { { code = "nobody_there", label = "nobody was there" } },
				moved = { { code = "neighbours_say", label = "neighbours or family say so" } },
				refused = { { code = "said_no", label = "did not want to be seen" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
}
