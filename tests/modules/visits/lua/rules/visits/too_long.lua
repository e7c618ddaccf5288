-- A visit that nobody could have made in one piece.
return {
	id = "visits.too_long",
	about = "visit",
	title = "visit longer than one can be",
	jurisdiction = "CN",
	from = "2020-01-01",
	basis = "office practice",
	type = "visit_check",
	reads = { "minutes", "visited_on", "is_confirmed" },
	when = { minutes = present },
	judge = function(v)
		if v.is_confirmed or v.minutes <= param("visits.longest_minutes") then return end
		return task {
			cause = "long",
			say = T("the visit on %s took %s minutes", day(v.visited_on), v.minutes),
		}
	end,
	cases = {
		{ "five hours", on = "2025-11-10", gives = "long",
		  facts = { minutes = 300, visited_on = "2025-11-09" } },
		{ "as long as may be", on = "2025-11-10", gives = "nothing",
		  facts = { minutes = 240, visited_on = "2025-11-09" } },
		{ "confirmed", on = "2025-11-10", gives = "nothing",
		  facts = { minutes = 300, visited_on = "2025-11-09", is_confirmed = true } },
	},
}
