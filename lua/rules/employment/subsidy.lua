-- A subsidy that somebody asks for: what the rules of the place pay for it.
-- Whole months to the statutory age, for whom there is one.
local ages = { male60 = true, female55 = true, female50 = true }
local function to_pension(p)
	if not ages[p.category or ""] then return nil end
	return math.max(0, months_between(p.subsidy_on, retirement.age(p.category, p.birth_date).retire_day))
end

return {
	id = "employment.subsidy",
	title = "asks for a subsidy",
	jurisdiction = "CN",
	from = "2008-01-01",
	basis = "Employment Promotion Law, art. 49 and 52; MOHRSS 2017-40; notices of the places",
	type = "subsidy",
	reads = { "subsidy_key", "subsidy_on", "subsidy_kind", "subsidy_paid_fen", "subsidy_level", "subsidy_issued_on", "subsidy_months",
	          "subsidy_scarce", "subsidy_class", "subsidy_training", "subsidy_in_difficulty", "subsidy_drawn", "subsidy_times",
	          "birth_date", "subsidy_employed", "category" },
	when = { subsidy_key = present, subsidy_on = present, subsidy_kind = present, birth_date = present, died_on = absent },
	judge = function(p)
		local class = p.subsidy_class
		if class == "" then class = nil end
		if p.subsidy_kind == "hire" then
			local hire = employment.hire_subsidy(p.subsidy_paid_fen, p.subsidy_employed, p.subsidy_in_difficulty, p.subsidy_drawn, to_pension(p))
			if hire.amount == 0 then return task { cause = p.subsidy_key, say = hire.why } end
			return task { cause = p.subsidy_key, monthly = hire.amount, say = T("the employer is paid %s: %s", yuan(hire.amount), hire.why) }
		end
		if p.subsidy_kind == "staff" then
			local staff = employment.staff_subsidy(p.subsidy_level, p.subsidy_issued_on, p.subsidy_on, p.subsidy_employed, p.subsidy_training)
			if staff.amount == 0 then return task { cause = p.subsidy_key, say = staff.why } end
			return task { cause = p.subsidy_key, monthly = staff.amount, say = T("the employer is paid %s: %s", yuan(staff.amount), staff.why) }
		end
		local due = employment.subsidy(p.subsidy_kind, p.subsidy_paid_fen, p.subsidy_level, p.subsidy_issued_on, p.subsidy_months,
			nil, p.subsidy_training, p.subsidy_scarce, class, p.subsidy_in_difficulty, p.subsidy_drawn, to_pension(p), p.subsidy_times,
			months_between(p.birth_date, p.subsidy_on) // 12)
		if due.amount == 0 then return task { cause = p.subsidy_key, say = due.why } end
		return task { cause = p.subsidy_key, monthly = due.amount, say = T("%s are paid once: %s", yuan(due.amount), due.why) }
	end,
	cases = {
		{ "contributions of flexible work in Qingdao", on = "2020-03-10", place = "CN-370202", gives = "1",
		  facts = { subsidy_key = "1", subsidy_on = "2020-03-02", subsidy_kind = "flexible", subsidy_paid_fen = 90000, subsidy_in_difficulty = true,
		            subsidy_training = false, subsidy_scarce = false, birth_date = "1970-01-01" } },
		{ "nobody asks", on = "2025-11-10", gives = "nothing", facts = { birth_date = "1980-01-01" } },
	},
}
