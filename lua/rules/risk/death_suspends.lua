-- A bank sends money back because the holder has died: that suspends, until the family or the register has said so.
return {
	id = "risk.death_suspends",
	title = "death told by a bank alone",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26 (suspected loss is investigated)",
	type = "suspend",
	reads = { "pension_status", "held_for", "died_on", "died_by", "pension_fen" },
	when = { pension_status = "paid", died_on = present, died_by = present },
	judge = function(p)
		if param("risk.standing")[p.died_by] ~= "suspend" or not reached(p.died_on) then return nothing end
		if (p.held_for or ""):find("risk.death_suspends", 1, true) then return nothing end
		return task {
			cause = day(p.died_on),
			say = T("a bank tells a death on %s; nobody has confirmed it", day(p.died_on)),
			monthly = -(p.pension_fen or 0),
		}
	end,
	cases = {
		{ "a bank's return", on = "2025-11-10", gives = "2025-11-05",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "bank", pension_fen = 320150 } },
		{ "the family's word is another rule's", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "family" } },
		{ "suspended already", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "bank",
		            held_for = "risk.death_suspends" } },
		{ "not yet", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-11", died_by = "bank" } },
	},
}
