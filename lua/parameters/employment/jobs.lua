-- How seekers and vacancies are matched, and the module's parts of the policy tables.
local function weight(name, value)
	return {
		name = "work.match_" .. name, jurisdiction = "CN", unit = "points", basis = "Employment Promotion Law, art. 35; office practice",
		values = { { from = "2008-01-01", value = value } },
	}
end

return {
	-- Together they are a hundred points.
	weight("occupation", 40),
	weight("skill", 25),
	weight("place", 15),
	weight("pay", 10),
	weight("difficulty", 5),
	-- All of them after a year.
	weight("waiting", 5),
	{
		-- Who wants more pay is not offered a vacancy that gives less than so much of it.
		name = "work.match_pay_percent", jurisdiction = "CN", unit = "%", basis = "office practice",
		values = { { from = "2008-01-01", value = 80 } },
	},
	{
		-- The ages of the labour population, both counted.
		name = "work.labour_age_from", jurisdiction = "CN", unit = "years", basis = "Labour Law, art. 15",
		values = { { from = "1995-01-01", value = 16 } },
	},
	{
		name = "work.labour_age_to", jurisdiction = "CN", unit = "years",
		basis = "National Bureau of Statistics: labour population of 16 to 59",
		values = { { from = "1995-01-01", value = 59 } },
	},
	{
		name = "work.types", part = "employment", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = { referral = { working_days = 10, priority = 4 } } } },
	},
	{
		name = "work.limits", part = "employment", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = { G5 = { watch = 30, alarm = 10 }, G7 = { watch = 30, alarm = 60 } } } },
	},
	{
		name = "work.reasons", part = "employment", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			referral = {
				placed = { { code = "begun", label = "work has begun, or is agreed" } },
				refused = {
					{ code = "pay", label = "the pay" },
					{ code = "place_of_work", label = "the place or the hours" },
					{ code = "kind_of_work", label = "the kind of work" },
				},
				not_taken = {
					{ code = "skills_lack", label = "skills are missing" },
					{ code = "other_taken", label = "another was taken" },
				},
				no_answer = { { code = "not_heard", label = "neither of them answers" } },
			},
		} } },
	},
}
