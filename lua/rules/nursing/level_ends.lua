-- A care level that ends soon: the person is assessed anew, or has no care after it.
return {
	id = "nursing.level_ends",
	title = "care level that ends",
	jurisdiction = "CN",
	from = "2020-09-10",
	basis = "Measures on assessing disability for long-term care (trial), 2023-29; office practice",
	type = "care_renew",
	reads = { "care_level", "care_level_to", "care_key" },
	when = { care_level_to = present, care_level = { "3", "4", "5", "D" }, care_key = absent, died_on = absent },
	judge = function(p)
		if not reached(add_days(p.care_level_to, -param("care.renew_days"))) then return nothing end
		return task { cause = day(p.care_level_to), say = T("care level %s ends on %s: to be assessed anew", p.care_level, day(p.care_level_to)) }
	end,
	cases = {
		{ "sixty days before", on = "2025-11-02", gives = "2026-01-01", facts = { care_level = "3", care_level_to = "2026-01-01" } },
		{ "a day earlier", on = "2025-11-01", gives = "nothing", facts = { care_level = "3", care_level_to = "2026-01-01" } },
		{ "assessed already", on = "2025-12-02", gives = "nothing",
		  facts = { care_level = "3", care_level_to = "2026-01-01", care_key = "2025-12-01/1" } },
		{ "a level that gives nothing", on = "2025-12-02", gives = "nothing", facts = { care_level = "1", care_level_to = "2026-01-01" } },
	},
}
