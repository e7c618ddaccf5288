-- How numbers of persons and of organisations are made.
return {
	{
		-- First two digits.  83 is on residence permits of people from Taiwan.
		name = "id.provinces", jurisdiction = "CN", unit = "codes",
		basis = "GB/T 2260; measures on residence permits of 2018-08-19, art. 3",
		values = { { from = "1949-10-01", value = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 "
			.. "41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 " } },
	},
	{
		name = "id.weights", jurisdiction = "CN", unit = "weights",
		basis = "GB 11643-1999; ISO 7064 MOD 11-2",
		values = { { from = "1949-10-01",
			value = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 } } },
	},
	{
		name = "id.check_characters", jurisdiction = "CN", unit = "by remainder",
		basis = "GB 11643-1999; ISO 7064 MOD 11-2",
		values = { { from = "1949-10-01", value = "10X98765432" } },
	},
	{
		name = "uscc.characters", jurisdiction = "CN", unit = "characters",
		basis = "GB 32100-2015",
		values = { { from = "1949-10-01", value = "0123456789ABCDEFGHJKLMNPQRTUWXY" } },
	},
	{
		name = "uscc.weights", jurisdiction = "CN", unit = "weights",
		basis = "GB 32100-2015",
		values = { { from = "1949-10-01",
			value = { 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28 } } },
	},
	{
		name = "uscc.organisation_weights", jurisdiction = "CN", unit = "weights",
		basis = "GB 11714-1997",
		values = { { from = "1949-10-01", value = { 3, 7, 9, 10, 5, 8, 4, 2 } } },
	},
}
