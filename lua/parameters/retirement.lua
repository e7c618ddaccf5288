-- Retirement ages, the months that must be paid in, and when a person is reminded.

-- From a birth month on (first), one month later for every so many birth months (step), at most so
-- many months (most).  The three steps stand in the annex tables of the 2024 measures.
local reform = {
	male60   = { years = 60, first = 196501, step = 4, most = 36 },
	female55 = { years = 55, first = 197001, step = 4, most = 36 },
	female50 = { years = 50, first = 197501, step = 2, most = 60 },
	resident = { years = 60, first = 196501, step = 1, most = 0 },
}
local before = {
	male60   = { years = 60, first = 196501, step = 1, most = 0 },
	female55 = { years = 55, first = 197001, step = 1, most = 0 },
	female50 = { years = 50, first = 197501, step = 1, most = 0 },
	resident = { years = 60, first = 196501, step = 1, most = 0 },
}

return {
	{
		name = "retirement.ages", jurisdiction = "CN", unit = "years and months",
		basis = "State Council measures of 2024-09-13, art. 1 and annex; "
			.. "State Council 1978-104, art. 1; State Council 2014-8, part 6 (residents)",
		values = {
			{ from = "1978-06-02", to = "2024-09-12", value = before },
			{ from = "2024-09-13", value = reform },
		},
	},
	{
		-- By the year of retirement, not by today's date: the last line that has begun.
		name = "retirement.minimum_months", jurisdiction = "CN", unit = "months",
		basis = "Social Insurance Law, art. 16; State Council measures of 2024-09-13, art. 2",
		values = {
			{ from = "1997-07-16", to = "2024-09-12", value = { { from = 0, value = 180 } } },
			{ from = "2024-09-13", value = {
				{ from = 0, value = 180 },
				{ from = 2030, value = 186 },
				{ from = 2031, value = 192 },
				{ from = 2032, value = 198 },
				{ from = 2033, value = 204 },
				{ from = 2034, value = 210 },
				{ from = 2035, value = 216 },
				{ from = 2036, value = 222 },
				{ from = 2037, value = 228 },
				{ from = 2038, value = 234 },
				{ from = 2039, value = 240 },
			} },
		},
	},
	{
		name = "retirement.minimum_months_resident", jurisdiction = "CN", unit = "months",
		basis = "State Council 2014-8, part 6",
		values = { { from = "1997-07-16", value = 180 } },
	},
	{
		-- Months before and after the statutory month between which one may choose; first is the
		-- first month anybody could.  Never before the age of old (years in retirement.ages).
		name = "retirement.window", jurisdiction = "CN", unit = "months",
		basis = "State Council measures of 2024-09-13, art. 3",
		values = {
			{ from = "1978-06-02", to = "2024-09-12", value = { early = 0, late = 0, first = 202501 } },
			{ from = "2024-09-13", value = { early = 36, late = 36, first = 202501 } },
		},
	},
	{
		-- Who may not retire late.
		name = "retirement.may_not_defer", jurisdiction = "CN", unit = "codes",
		basis = "MOHRSS 2024-94, as explained by the ministry",
		values = { { from = "2024-09-13", value = { civil_servant = true, soe_leader = true } } },
	},
	{
		name = "retirement.reminder_months", jurisdiction = "CN", unit = "months", title = L"months of the reminder before retirement",
		basis = "office practice; the notice for early retirement is due three months before",
		values = { { from = "1978-06-02", value = 3 } },
	},
}
