-- What the family of a person who died is given once.

local words = {
	in_service = "in_service", employed = "in_service", active = "in_service", working = "in_service",
	contributing = "in_service", insured = "in_service", flexible = "in_service", unemployed = "in_service",
	retired = "retired", retiree = "retired", drawing = "retired", pensioner = "retired",
	["在职"] = "in_service", ["退休"] = "retired",
}

-- Years begun do not count: only completed ones.
local function months_of(rule, i)
	local months = scale.step("survivor.grant_steps", i.contribution_years, i.died_on)
	return math.min(rule.most, math.tointeger(months + math.max(0, i.contribution_years // 1 - rule.over_years)))
end

local function grant_months(status, i)
	local rule = param("survivor.grant_months", i.died_on)
	local months = step(L"months by years of contribution", months_of(rule, i), "months")
	if status == "in_service" then return months end
	if not i.years_drawn then error(T("%s is missing", "years_drawn"), 0) end
	return math.max(rule.retired_least, math.tointeger(months - i.years_drawn // 1))
end

local function grant(i)
	local status = lib.inputs.known(words, i.status, "status")
	lib.inputs.not_negative(i, "contribution_years", "years_drawn")
	local months = grant_months(status, i)
	local funeral = i.monthly_income_base * param("survivor.funeral_months", i.died_on)
	local survivor = i.monthly_income_base * months
	local total = step(L"both grants", funeral + survivor, "yuan")
	local is_capped = false
	if i.contribution_years < param("survivor.capped_below_years", i.died_on) then
		if not i.own_contributions_paid then error(T("%s is missing", "own_contributions_paid"), 0) end
		is_capped = total > i.own_contributions_paid
		total = math.min(total, i.own_contributions_paid)
	end
	return { grant_months = months, funeral_grant = funeral, survivor_grant = survivor, total = total,
		cap_applied = is_capped }
end

-- What is known of the dead, by the law of the day he died on; nothing where no sum can be named.
local function as_of(i)
	if i.scheme ~= "employee" or param("survivor.funeral_months", i.died_on, { default = 0 }) == 0 then return { total = 0 } end
	local base = param("survivor.income_base", i.died_on)[civil(i.died_on) - 1]
	if not base then error(T("no income of %s is in force here to work the grants out from", tostring(civil(i.died_on) - 1)), 0) end
	local drawn = i.drawn_from and months_between(i.drawn_from, i.died_on) / 12 or nil
	return { total = grant({ status = drawn and "retired" or "in_service", contribution_years = i.months / 12, years_drawn = drawn,
		monthly_income_base = base, own_contributions_paid = i.own_contributions_paid or 0, died_on = i.died_on }).total }
end

return {
	{
		name = "survivor.grant",
		title = L"funeral grant and survivors' grant",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18",
		inputs = {
			{ "status", "code", "", L"in_service or retired" },
			{ "contribution_years", "number", "years", L"years of contribution; only completed ones count" },
			{ "years_drawn", "number", "years", L"years the pension was drawn; for the retired", "optional" },
			{ "monthly_income_base", "yuan", "yuan", L"disposable income a month, last year, towns of the province" },
			{ "own_contributions_paid", "yuan", "yuan", L"own contributions; below five years", "optional" },
			{ "died_on", "day", "", L"day of the death; empty: the law of today", "optional" },
		},
		outputs = {
			{ "grant_months", "number", "months", L"months of the survivors' grant" },
			{ "funeral_grant", "yuan", "yuan", L"funeral grant" },
			{ "survivor_grant", "yuan", "yuan", L"survivors' grant" },
			{ "total", "yuan", "yuan", L"both, not more than the cap" },
			{ "cap_applied", "yes/no", "", L"the cap made it less" },
		},
		compute = grant,
		cases = {
			{ "below five years, capped", given = { status = "in_service", contribution_years = 4.9,
			  monthly_income_base = 400000, own_contributions_paid = 1500000 },
			  gives = { grant_months = 3, funeral_grant = 800000, survivor_grant = 1200000,
			            total = 1500000, cap_applied = "yes" } },
			{ "below the cap", given = { status = "in_service", contribution_years = 1,
			  monthly_income_base = 400000, own_contributions_paid = 2000000 },
			  gives = { total = 2000000, cap_applied = "no" } },
			{ "five years", given = { status = "employed", contribution_years = 5, monthly_income_base = 100000 },
			  gives = { grant_months = 6, total = 800000, cap_applied = "no" } },
			{ "ten years", given = { status = "active", contribution_years = 10, monthly_income_base = 100000 },
			  gives = { grant_months = 9 } },
			{ "fifteen years", given = { status = "active", contribution_years = 15, monthly_income_base = 100000 },
			  gives = { grant_months = 9 } },
			{ "sixteen years", given = { status = "active", contribution_years = 16, monthly_income_base = 100000 },
			  gives = { grant_months = 10 } },
			{ "30 years are the most", given = { status = "active", contribution_years = 41,
			  monthly_income_base = 100000 }, gives = { grant_months = 24 } },
			{ "ten years drawn", given = { status = "retired", contribution_years = 30, years_drawn = 10,
			  monthly_income_base = 100000 }, gives = { grant_months = 14 } },
			{ "never less than nine", given = { status = "retiree", contribution_years = 20, years_drawn = 18,
			  monthly_income_base = 100000 }, gives = { grant_months = 9 } },
		},
	},
	{
		name = "survivor.as_of",
		title = L"both grants as of the day of the death",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18",
		inputs = {
			{ "died_on", "day", "", L"day of the death" },
			{ "months", "number", "months", L"months paid up to the death" },
			{ "drawn_from", "day", "", L"pension drawn since", "optional" },
			{ "own_contributions_paid", "yuan", "yuan", L"own contributions; below five years", "optional" },
			{ "scheme", "code", "", L"scheme of the dead" },
		},
		outputs = { { "total", "yuan", "yuan", L"both, not more than the cap" } },
		compute = as_of,
		cases = {
			{ "a resident", given = { died_on = "2025-11-05", months = 360, scheme = "resident" }, gives = { total = 0 } },
			{ "before the grants of today", given = { died_on = "2021-08-31", months = 360, scheme = "employee" }, gives = { total = 0 } },
		},
	},
}
