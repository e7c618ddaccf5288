-- Reported dead and seen afterwards: the report is wrong, or someone uses the card.
return {
	id = "risk.sign_after_death",
	title = "sign of life after the death",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26 (suspected loss is investigated)",
	type = "notice",
	reads = { "pension_status", "died_on", "last_sign_on", "last_sign_source" },
	when = { pension_status = "paid", died_on = present, last_sign_on = present },
	judge = function(p)
		if p.last_sign_on <= p.died_on then return nothing end
		return task {
			cause = day(p.died_on),
			say = T("reported dead on %s, seen on %s (%s)", day(p.died_on), day(p.last_sign_on),
				p.last_sign_source or ""),
		}
	end,
	cases = {
		{ "seen the day after", on = "2025-11-10", gives = "2025-11-05",
		  facts = { pension_status = "paid", died_on = "2025-11-05", last_sign_on = "2025-11-06",
		            last_sign_source = "medical" } },
		{ "seen on the day", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05", last_sign_on = "2025-11-05",
		            last_sign_source = "medical" } },
		{ "never seen", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", died_on = "2025-11-05" } },
		{ "alive", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", last_sign_on = "2025-11-05",
		            last_sign_source = "transport" } },
	},
}
