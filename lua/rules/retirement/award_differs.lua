-- A pension that was worked out elsewhere with a provisional base is made right when the base of its year is
-- final: the same calculation, the award's own figures, the final base. One awarded here is retirement.reassess's.
return {
	id = "retirement.award_differs",
	title = "award by another base than the final one",
	jurisdiction = "CN",
	from = "2005-12-03",
	basis = "State Council 2005-38, part 6; the province's yearly notice of the calculation base",
	type = "correct",
	reads = { "pension_status", "award_from", "award_fen", "award_base_fen", "award_index_e4",
	          "award_years_e4", "award_account_fen", "award_age_months", "award_key", "award_scheme" },
	when = { pension_status = "paid", award_from = present, award_key = absent, died_on = absent },
	judge = function(p)
		if p.award_scheme == "resident" then return nothing end
		local year = civil(p.award_from)
		local base = param("pension.base")[year]
		if not base or base == p.award_base_fen then return nothing end
		local due = pension.amount(base, p.award_index_e4 / 10000, p.award_years_e4 / 10000,
			p.award_account_fen, nil, p.award_age_months // 12, p.award_age_months % 12,
			nil, nil, nil, nil).total
		if due == p.award_fen then return nothing end
		return task {
			cause = tostring(year) .. " " .. yuan(base),
			say = T("awarded %s by the base %s, %s by the final base %s", yuan(p.award_fen),
				yuan(p.award_base_fen), yuan(due), yuan(base)),
			monthly = due - p.award_fen,
		}
	end,
	cases = {
		{ "no base of that year is known", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", award_from = "2006-03-01", award_fen = 332540,
		            award_base_fen = 843300, award_index_e4 = 9912, award_years_e4 = 278300,
		            award_account_fen = 19037379, award_age_months = 606 } },
		{ "not paid any more", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "ended", award_from = "2025-03-01", award_fen = 332540 } },
	},
}
