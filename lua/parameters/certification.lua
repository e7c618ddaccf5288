-- How long a certificate of being alive is good for, and which signs of life make one.
return {
	{
		name = "certification.valid_months", jurisdiction = "CN", unit = "months", title = L"months a certificate is valid",
		basis = "Social Insurance Agency Regulations 2023, art. 26; local notices: 12 months",
		values = { { from = "2001-01-01", value = 12 } },
	},
	{
		-- Signs may renew a certificate from this age on, so that few persons are renewed often.
		name = "certification.renew_after_months", jurisdiction = "CN", unit = "months", title = L"months after which signs may renew it",
		basis = "office practice",
		values = { { from = "2001-01-01", value = 10 } },
	},
	{
		-- A source's newest sign counts by how long before the day in question it was: the
		-- first line that fits.
		name = "certification.weights", jurisdiction = "CN", unit = "points by days",
		basis = "Social Insurance Agency Regulations 2023, art. 26 (data first)",
		values = { { from = "2001-01-01", value = {
			medical = { { days = 90, points = 2 }, { days = 180, points = 1 } },
			transport = { { days = 60, points = 2 }, { days = 180, points = 1 } },
			claim = { { days = 90, points = 2 }, { days = 180, points = 1 } },
			police = { { days = 90, points = 2 }, { days = 180, points = 1 } },
			-- Who was seen in person needs no second source.
			face = { { days = 30, points = 3 }, { days = 180, points = 1 } },
			visit = { { days = 30, points = 3 }, { days = 180, points = 1 } },
			counter = { { days = 30, points = 3 }, { days = 180, points = 1 } },
		} } },
	},
	{
		name = "certification.threshold", jurisdiction = "CN", unit = "points",
		basis = "office practice: two sources, one of them fresh",
		values = { { from = "2001-01-01", value = 3 } },
	},
	{
		name = "work.certification_strong_sources", jurisdiction = "CN", unit = "sources", title = L"sources of a strong grade",
		basis = "office practice: grade by overlap of traces",
		values = { { from = "2001-01-01", value = 2 } },
	},
	{
		name = "work.certification_strong_days", jurisdiction = "CN", unit = "days", title = L"days of a strong grade",
		basis = "office practice: grade by overlap of traces",
		values = { { from = "2001-01-01", value = 90 } },
	},
	{
		name = "work.certification_medium_days", jurisdiction = "CN", unit = "days", title = L"days of a medium grade",
		basis = "office practice: grade by overlap of traces",
		values = { { from = "2001-01-01", value = 180 } },
	},
}
