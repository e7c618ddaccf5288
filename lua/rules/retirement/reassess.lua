-- A pension that was awarded here is worked out anew by what is held now: months that came in late, an index by
-- other bases, another birth date, deemed months or account. Only where the sum differs somebody is asked.
return {
	id = "retirement.reassess",
	title = "award by other figures than are held now",
	jurisdiction = "CN",
	from = "2024-09-13",
	basis = "Social Insurance Law, art. 16; State Council 2005-38, part 6; Social Insurance Agency Regulations 2023, art. 18",
	type = "correct", needs = "employment",
	reads = { "pension_status", "category", "award_from", "award_fen", "award_base_fen", "award_index_e4", "award_years_e4",
	          "award_account_fen", "award_age_months", "award_key", "award_retired_on", "now_birth_date", "now_deemed", "now_special",
	          "award_restriction", "now_account_fen", "now_months", "now_paid" },
	when = { award_key = present, award_retired_on = present, now_birth_date = present, award_from = present, pension_status = "paid",
		category = present, died_on = absent },
	judge = function(p)
		-- The month was chosen and agreed then: notice is no question any more.
		local told = add_months(p.award_retired_on, -12)
		local account = p.now_account_fen or p.award_account_fen
		local o = retirement.offer(p.category, p.now_birth_date, p.award_retired_on, told, p.now_months or 0, account, p.now_deemed,
			p.now_special, p.award_restriction, p.award_base_fen, p.now_paid)
		if o.verdict:sub(1, 6) ~= "accept" then
			return task {
				cause = p.award_key .. " " .. o.verdict,
				say = T("awarded %s a month from %s on; by what is held now it would not be: %s", yuan(p.award_fen),
					day(p.award_from), o.why),
			}
		end
		if o.total == p.award_fen then return nothing end
		local function e4(n) return tostring(n / 10000) end
		return task {
			cause = p.award_key .. " " .. yuan(o.total),
			say = T("%s a month instead of %s, from %s on: base %s (%s), index %s (%s), years %s (%s), "
				.. "months old %s (%s), account %s (%s)",
				yuan(o.total), yuan(p.award_fen), day(p.award_from), yuan(o.base), yuan(p.award_base_fen),
				tostring(o.index), e4(p.award_index_e4), tostring(o.years), e4(p.award_years_e4),
				tostring(o.age_months), tostring(p.award_age_months), yuan(account), yuan(p.award_account_fen)),
			monthly = o.total - p.award_fen,
		}
	end,
	cases = {
		{ "twelve months came in late", on = "2025-11-10", gives = "2025-11/1 2062.84",
		  facts = { pension_status = "paid", category = "male60", award_from = "2025-12-01", award_fen = 190000,
		            award_base_fen = 800000, award_index_e4 = 7000, award_years_e4 = 240000, award_account_fen = 5000000,
		            award_age_months = 722, award_key = "2025-11/1", award_retired_on = "2025-11-01", now_birth_date = "1965-09-15",
		            now_deemed = 0, now_special = false, award_restriction = "none", now_months = 300,
		            now_paid = "2024:12:560000" } },
		{ "nobody was awarded a pension here", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", category = "male60", award_from = "2025-12-01", award_fen = 190000 } },
	},
}
