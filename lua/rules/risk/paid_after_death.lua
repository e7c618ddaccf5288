-- A pension is due for the month of death and not beyond it.  Whose word alone does not end one is another rule's.
return {
	id = "risk.paid_after_death",
	title = "reported dead, pension in payment",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 14 and 17; State Council 2014-8 (residents)",
	type = "suspend",
	reads = { "pension_status", "held_for", "died_on", "died_by", "pension_fen", "paid_period", "overpaid_fen" },
	when = { pension_status = "paid", died_on = present },
	judge = function(p)
		if not reached(p.died_on) or (p.held_for or ""):find("risk.paid_after_death", 1, true) or (param("risk.standing")[p.died_by or ""] or "end") ~= "end" then return nothing end
		local say = T("died on %s; %s a month is still paid", day(p.died_on), yuan(p.pension_fen or 0))
		if (p.overpaid_fen or 0) > 0 then
			say = T("died on %s; %s a month is still paid, %s too much so far", day(p.died_on),
				yuan(p.pension_fen or 0), yuan(p.overpaid_fen))
		end
		return task { cause = day(p.died_on), say = say, monthly = -(p.pension_fen or 0) }
	end,
	cases = {
		{ "still paid", on = "2025-11-10", gives = "2025-11-05",
		  facts = { pension_status = "paid", died_on = "2025-11-05", pension_fen = 320150 } },
		{ "months paid too much", on = "2025-11-10", gives = "2025-08-05",
		  facts = { pension_status = "paid", died_on = "2025-08-05", pension_fen = 320150,
		            paid_period = 202510, overpaid_fen = 640300 } },
		{ "already ended", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "ended", died_on = "2025-11-05" } },
		{ "no pension", on = "2025-11-10", gives = "nothing", facts = { died_on = "2025-11-05" } },
		{ "alive", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid" } },
		{ "stopped already", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", held_for = "risk.paid_after_death", died_on = "2025-11-05" } },
		{ "told by another agency alone", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "agency", pension_fen = 320150 } },
		{ "told by the family", on = "2025-11-10", gives = "2025-11-05",
		  facts = { pension_status = "paid", died_on = "2025-11-05", died_by = "family", pension_fen = 320150 } },
	},
}
