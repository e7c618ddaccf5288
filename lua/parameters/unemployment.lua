-- Unemployment benefit: who, how long, how much.  The places differ on purpose.

return {
	{
		name = "unemployment.minimum_months", jurisdiction = "CN", unit = "months",
		basis = "Social Insurance Law, art. 45",
		values = { { from = "2011-07-01", value = 12 } },
	},
	{
		name = "unemployment.most_months", jurisdiction = "CN", unit = "months",
		basis = "Social Insurance Law, art. 46",
		values = { { from = "2011-07-01", value = 24 } },
	},
	{
		-- Who works again during the benefit and loses that work within a year draws what was left,
		-- with less than a year paid in since.
		name = "unemployment.carried_over_suffices", jurisdiction = "CN", unit = "yes/no",
		basis = "Measures on Claiming and Paying Unemployment Insurance Benefit, art. 15 (2)",
		values = { { from = "2011-07-01", value = true } },
	},
	{
		name = "unemployment.carried_over_suffices", jurisdiction = "CN-44", unit = "yes/no",
		basis = "Guangdong Unemployment Insurance Regulations 2022, art. 15",
		values = { { from = "2022-06-01", value = true } },
	},
	{
		-- steps: the last line whose months are reached.  spans: for each full "every" months up to
		-- "to" so many months more.
		name = "unemployment.duration", jurisdiction = "CN", unit = "months by months",
		basis = "Social Insurance Law, art. 46",
		scales = { { "steps", "months" }, { "spans", "every" } },
		values = { { from = "2011-07-01", value = { steps = {
			{ from = 12, months = 12 }, { from = 60, months = 18 }, { from = 120, months = 24 },
		} } } },
	},
	{
		name = "unemployment.duration", jurisdiction = "CN-31", unit = "months by months",
		basis = "Shanghai HR&SS rules 2026-18, art. 6",
		values = { { from = "2011-07-01", value = { spans = { { from = 0, every = 12, months = 2 } } } } },
	},
	{
		name = "unemployment.duration", jurisdiction = "CN-44", unit = "months by months",
		basis = "Guangdong Unemployment Insurance Regulations 2022, art. 17",
		values = { { from = "2022-06-01", value = { spans = {
			{ from = 0, to = 48, every = 12, months = 1 }, { from = 48, every = 6, months = 1 },
		} } } },
	},
	{
		-- first: months 1 to 12; second: 13 to 24; extension: until the statutory age; yuan: all of them.  {}: the notice of
		-- that time is not entered.
		name = "unemployment.amount", jurisdiction = "CN-31", unit = "yuan",
		basis = "Shanghai HR&SS notice 2026-7; the city's standard of 2021",
		values = { { from = "2021-07-01", to = "2022-06-30", value = { first = 1975, second = 1580, extension = 1330 } },
			{ from = "2022-07-01", to = "2026-06-30", value = {} },
			{ from = "2026-07-01", value = { first = 2340, second = 1872, extension = 1690 } } },
	},
	{
		name = "unemployment.amount", jurisdiction = "CN-44", unit = "share of the minimum wage",
		basis = "Guangdong Unemployment Insurance Regulations 2022, art. 19",
		values = { { from = "2022-06-01", value = { wage_share = 0.9 } } },
	},
	{
		-- yuan: a fixed sum; or base, in yuan, and percent of it.  The law leaves base and rate to the place where the insurance is
		-- pooled: a place adopts its own, and until then nobody guesses one.
		name = "unemployment.medical_premium", jurisdiction = "CN", unit = "sums",
		basis = "Social Insurance Law, art. 48; base and rate are local",
		values = { { from = "2011-07-01", value = { none = true } } },
	},
	{
		-- The same; stage = "extension": only in the months until the statutory age (measures of 2024-09-13, art. 7).
		name = "unemployment.pension_premium", jurisdiction = "CN", unit = "sums",
		basis = "State Council measures of 2024-09-13, art. 7; base and rate are local",
		values = { { from = "2011-07-01", value = { none = true } } },
	},
}
