-- Why a pension is what it is: finds nothing, but tells whoever asks how the award was worked out.
local function of_resident(p)
	local due = pension.resident(p.award_base_fen, p.award_account_fen, nil, p.award_age_months // 12)
	step(L"first month", p.award_from, "month")
	step(L"a month by these figures", due.total, "yuan")
	step(L"for long contribution", p.award_fen - due.total, "yuan")
	return nothing
end

return {
	id = "retirement.amount",
	title = "how the pension was worked out",
	jurisdiction = "CN",
	from = "2005-12-03",
	basis = "State Council 2005-38, part 6; State Council 2014-8, part 5",
	type = "notice",
	reads = { "award_from", "award_fen", "award_base_fen", "award_index_e4", "award_years_e4", "award_account_fen",
	          "award_age_months", "award_scheme" },
	when = { award_from = present },
	judge = function(p)
		if not explained() then return nothing end
		if p.award_scheme == "resident" then return of_resident(p) end
		local from, due = p.award_from, pension.amount(p.award_base_fen, p.award_index_e4 / 10000,
			p.award_years_e4 / 10000, p.award_account_fen, nil, p.award_age_months // 12, p.award_age_months % 12,
			nil, nil, nil, nil)
		step(L"first month", from, "month")
		step(L"a month by these figures", due.total, "yuan")
		step(L"more than awarded", due.total - p.award_fen, "yuan")
		return nothing
	end,
	cases = {
		{ "it finds nothing", on = "2025-11-10", gives = "nothing",
		  facts = { award_from = "2006-03-01", award_fen = 332540, award_base_fen = 843300, award_index_e4 = 9912,
		            award_years_e4 = 278300, award_account_fen = 19037379, award_age_months = 606 } },
		{ "of a resident", on = "2025-11-10", gives = "nothing",
		  facts = { award_from = "2021-07-01", award_fen = 130000, award_base_fen = 120000, award_index_e4 = 0, award_years_e4 = 160000,
		            award_account_fen = 1390000, award_age_months = 720, award_scheme = "resident" } },
		{ "without an award there is nothing to tell", on = "2025-11-10", gives = "nothing",
		  facts = { award_fen = 0 } },
	},
}
