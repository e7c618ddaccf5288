-- Another agency tells a death: an alert, until the family or the register agrees.
return {
	id = "risk.death_alert",
	title = "death told by another agency",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26 (suspected loss is investigated)",
	type = "notice",
	reads = { "pension_status", "died_on", "died_by" },
	when = { pension_status = "paid", died_on = present, died_by = present },
	judge = function(p)
		if param("risk.standing")[p.died_by] ~= "alert" or not reached(p.died_on) then return nothing end
		return task { cause = day(p.died_on),
			say = T("another agency tells a death on %s: ask the family or the register", day(p.died_on)) }
	end,
	cases = {
		{ "another agency", on = "2025-11-10", gives = "2025-11-05",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "agency" } },
		{ "the register", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "death" } },
		{ "no pension", on = "2025-11-10", gives = "nothing",
		  facts = { died_on = "2025-11-05", died_by = "agency" } },
		{ "not yet", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-11", died_by = "agency" } },
	},
}
