-- Who serves a sentence or is detained is not paid meanwhile; the months of a detention that ends
-- in an acquittal are paid back.
return {
	id = "risk.paid_in_custody",
	title = "in custody, pension in payment",
	jurisdiction = "CN",
	from = "2001-01-01",
	basis = "letter 2001-44 of the Ministry of Labour and Social Security",
	type = "suspend",
	reads = { "pension_status", "held_for", "custody_kind", "custody_from", "custody_to", "pension_fen" },
	when = { pension_status = "paid", custody_from = present },
	judge = function(p)
		if not reached(p.custody_from) or (p.held_for or ""):find("risk.paid_in_custody", 1, true) then return nothing end
		if p.custody_to and reached(p.custody_to) then return nothing end
		local say = T("detained since %s", day(p.custody_from))
		if p.custody_kind == "prison" then
			say = p.custody_to
				and T("in prison from %s to %s", day(p.custody_from), day(p.custody_to))
				or T("in prison since %s", day(p.custody_from))
		end
		return task { cause = day(p.custody_from), say = say, monthly = -(p.pension_fen or 0) }
	end,
	cases = {
		{ "in prison", on = "2025-11-10", gives = "2025-09-01",
		  facts = { pension_status = "paid", custody_kind = "prison", custody_from = "2025-09-01",
		            custody_to = "2027-09-01" } },
		{ "detained without an end", on = "2025-11-10", gives = "task",
		  facts = { pension_status = "paid", custody_kind = "detained",
		            custody_from = "2025-11-10" } },
		{ "released", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", custody_kind = "detained",
		            custody_from = "2025-09-01", custody_to = "2025-11-10" } },
		{ "the day before release", on = "2025-11-09", gives = "task",
		  facts = { pension_status = "paid", custody_kind = "detained",
		            custody_from = "2025-09-01", custody_to = "2025-11-10" } },
		{ "not yet", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", custody_kind = "prison",
		            custody_from = "2025-11-11" } },
		{ "not paid", on = "2025-11-10", gives = "nothing",
		  facts = { custody_kind = "prison", custody_from = "2025-09-01" } },
		{ "stopped already", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", held_for = "risk.paid_in_custody", custody_kind = "prison", custody_from = "2025-09-01" } },
	},
}
