return {
	{ name = "allotments.dear_fen", jurisdiction = "CN", unit = "fen", basis = "office practice",
	  values = { { from = "2020-01-01", value = 50000 } } },
	{ name = "work.types", part = "allotments", jurisdiction = "CN", unit = "days", basis = "office practice",
	  values = { { from = "2020-01-01", value = { garden = { days = 20, priority = 6 } } } } },
	{ name = "work.reasons", part = "allotments", jurisdiction = "CN", unit = "codes", basis = "office practice",
	  values = { { from = "2020-01-01", value = {
		garden = { tell = { { code = "phone", label = "told by telephone" } } } } } } },
}
