-- What the family of a person who died is given once.
return {
	{
		name = "survivor.funeral_months", jurisdiction = "CN", unit = "months of the base",
		basis = "MOHRSS and Ministry of Finance 2021-18, part 2",
		values = { { from = "2021-09-01", value = 2 } },
	},
	{
		-- By years of contribution.
		name = "survivor.grant_steps", jurisdiction = "CN", unit = "months of the base",
		basis = "MOHRSS and Ministry of Finance 2021-18, part 3",
		values = { { from = "2021-09-01", value = { { from = 0, value = 3 }, { from = 5, value = 6 }, { from = 10, value = 9 } } } },
	},
	{
		-- Above over_years a month for each further year.
		name = "survivor.grant_months", jurisdiction = "CN", unit = "months of the base",
		basis = "MOHRSS and Ministry of Finance 2021-18, part 3",
		values = { { from = "2021-09-01", value = { over_years = 15, most = 24, retired_least = 9 } } },
	},
	{
		-- Below so many years both grants together are not more than what was paid in.
		name = "survivor.capped_below_years", jurisdiction = "CN", unit = "years",
		basis = "MOHRSS and Ministry of Finance 2021-18, part 3",
		values = { { from = "2021-09-01", value = 5 } },
	},
	{
		-- Disposable income a month of town residents of a province, by the year of the income: the grants of a death take
		-- that of the year before.  Each province enters what it publishes; where none is in force nobody guesses one.
		name = "survivor.income_base", jurisdiction = "CN", unit = "fen by year", title = L"disposable income a month of town residents",
		basis = "MOHRSS and Ministry of Finance 2021-18, part 2; the province's yearly notice",
		values = { { from = "2021-09-01", value = {} } },
	},
}
