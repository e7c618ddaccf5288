-- What a pension is worked out with.
return {
	{
		-- Public copies disagree at 47 (207 or 208); nobody retires at that age.
		name = "pension.divisor", jurisdiction = "CN", unit = "months by age",
		basis = "State Council 2005-38, annex",
		values = { { from = "1997-07-16", value = {
			[40] = 233, [41] = 230, [42] = 226, [43] = 223, [44] = 220,
			[45] = 216, [46] = 212, [47] = 208, [48] = 204, [49] = 199,
			[50] = 195, [51] = 190, [52] = 185, [53] = 180, [54] = 175,
			[55] = 170, [56] = 164, [57] = 158, [58] = 152, [59] = 145,
			[60] = 139, [61] = 132, [62] = 125, [63] = 117, [64] = 109,
			[65] = 101, [66] = 93, [67] = 84, [68] = 75, [69] = 65, [70] = 56,
		} } },
	},
	{
		-- Some provinces still print the divisor of the whole age: set false there.
		name = "pension.divisor_by_month", jurisdiction = "CN", unit = "yes/no",
		basis = "State Council measures of 2024-09-13 as applied from 2025 (Jinan reply 2025)",
		values = {
			{ from = "1997-07-16", to = "2024-12-31", value = false },
			{ from = "2025-01-01", value = true },
		},
	},
	{
		-- The final calculation base of a province by year of retirement, in fen a month, entered
		-- when it is published: awards made by a provisional one are then put right.
		name = "pension.base", jurisdiction = "CN", unit = "fen by year",
		basis = "State Council 2005-38, part 6; the province's yearly notice",
		values = { { from = "1997-07-16", value = {} } },
	},
	{
		name = "pension.basic_rate", jurisdiction = "CN", unit = "share of a year",
		basis = "State Council 2005-38, part 6",
		values = { { from = "1997-07-16", value = 0.01 } },
	},
	{
		-- The step the total is rounded up to; the parts are whole fen already.
		name = "pension.total_rounding", jurisdiction = "CN", unit = "yuan",
		basis = "components to the fen, as settlement notices print them",
		values = { { from = "1997-07-16", value = 0.01 } },
	},
	{
		name = "pension.total_rounding", jurisdiction = "CN-33", unit = "yuan",
		basis = "settlement notices of the province: rounded up to a tenth",
		values = { { from = "1997-07-16", value = 0.1 } },
	},
	{
		-- One notice of the province each in which the parts come to 6 fen less than the total.
		name = "pension.total_rounding", jurisdiction = "CN-14", unit = "yuan",
		basis = "a settlement notice of 2025-10: rounded up to a tenth; provisional",
		values = { { from = "1997-07-16", value = 0.1 } },
	},
	{
		name = "pension.total_rounding", jurisdiction = "CN-45", unit = "yuan",
		basis = "a settlement notice of 2025-12: rounded up to a tenth; provisional",
		values = { { from = "1997-07-16", value = 0.1 } },
	},
	{
		-- What a place pays each resident a month beside the account, entered by the place: without it nobody's pension is
		-- worked out, for the state's least is not what is due there.
		name = "pension.resident_base", jurisdiction = "CN-31", unit = "fen",
		basis = "Shanghai Human Resources and Social Security Bureau, 2021-05-14",
		values = { { from = "2020-01-01", to = "2020-12-31", value = 110000 }, { from = "2021-01-01", value = 120000 } },
	},
	{
		-- The state's least, of which between 2018 and 2022 no figure was at hand; its months are partly from notes of others.
		name = "pension.resident_least", jurisdiction = "CN", unit = "fen",
		basis = "State Council 2014-8, part 5, and the yearly rises (2014: 70 yuan, 2023: 103, 2024: 123, 2025: 143, 2026: 163)",
		values = {
			{ from = "2014-07-01", to = "2022-12-31", value = 7000 }, { from = "2023-01-01", to = "2023-12-31", value = 10300 },
			{ from = "2024-01-01", to = "2024-12-31", value = 12300 }, { from = "2025-01-01", to = "2025-12-31", value = 14300 },
			{ from = "2026-01-01", value = 16300 },
		},
	},
	{
		-- A place may add so many fen for each whole year beyond these; the state names no amount.
		name = "pension.resident_long", jurisdiction = "CN", unit = "numbers",
		basis = "State Council 2014-8, part 5",
		values = { { from = "2014-07-01", value = { after = 15, fen_a_year = 0 } } },
	},
	{
		name = "pension.resident_divisor", jurisdiction = "CN", unit = "months",
		basis = "State Council 2014-8, part 5",
		values = { { from = "2009-09-01", value = 139 } },
	},
	{
		name = "pension.resident_age", jurisdiction = "CN", unit = "years",
		basis = "State Council 2014-8, part 6",
		values = { { from = "2009-09-01", value = 60 } },
	},
	{
		-- The months suspended before a verdict are paid back after an acquittal; whether after
		-- probation too the letter does not say.
		name = "pension.paid_back_after_probation", jurisdiction = "CN", unit = "yes/no",
		basis = "Ministry of Labour and Social Security letter 2001-44",
		values = { { from = "2001-01-01", value = false } },
	},
}
