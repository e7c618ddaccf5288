-- Rules of other countries, as figures: nothing about China is built in.
return {
	{
		-- For each quarter up to "to" so much of the reference salary.
		name = "pension.annuity_rates", jurisdiction = "TN", unit = "share by quarter",
		basis = "law 60-33 of 1960-12-14",
		values = { { from = "1960-01-01", value = {
			{ from = 0, to = 40, rate = 0.01 }, { from = 40, to = 120, rate = 0.005 },
		} } },
	},
	{
		name = "pension.highest_rate", jurisdiction = "TN", unit = "share",
		basis = "law 60-33 of 1960-12-14, as in force from 1974",
		values = { { from = "1974-01-01", value = 0.8 } },
	},
	{
		name = "pension.ages", jurisdiction = "TN", unit = "years",
		basis = "law 60-33 of 1960-12-14, as in force from 1974",
		values = { { from = "1974-01-01", value = { legal = 60, early = 50 } } },
	},
	{
		name = "pension.required_years", jurisdiction = "TN", unit = "years",
		basis = "law 60-33 of 1960-12-14, as in force from 1974",
		values = { { from = "1974-01-01", value = { full = 10, derogatory = 5 } } },
	},
	{
		-- By year of birth the last line that has begun; years after the last are not known.
		name = "pension.proration_quarters", jurisdiction = "FR", unit = "quarters",
		basis = "ordinance of 1945-10-19; law of 1971-12-31; law of 2003-08-21 (provisional but for 1947)",
		values = {
			{ from = "1946-01-01", to = "1971-12-31", value = { { from = 0, value = 120 } } },
			{ from = "1972-01-01", to = "2003-12-31", value = { { from = 0, value = 150 } } },
			{ from = "2004-01-01", value = { { from = 0, value = 150 }, { from = 1944, value = 152 },
				{ from = 1945, value = 154 }, { from = 1946, value = 156 },
				{ from = 1947, value = 158 }, { from = 1948, to = 1948, value = 160 } } },
		},
	},
	{
		-- Of the missing quarters so much is credited; each quarter worked after the age raises.
		name = "pension.proration_credit", jurisdiction = "FR", unit = "shares",
		basis = "law of 1948-08-23; ordinance of 1982-03-26",
		values = {
			{ from = "1946-01-01", to = "1947-12-31", value = { missing = 0, late = 0 } },
			{ from = "1948-01-01", to = "1982-12-31", value = { missing = 0.5, late = 0 } },
			{ from = "1983-01-01", value = { missing = 0, late = 0.025 } },
		},
	},
}
