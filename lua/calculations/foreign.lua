-- Pensions of other countries: the same language, other places.

local function annuity(quarters)
	return math.min(param("pension.highest_rate"), round(scale.marginal("pension.annuity_rates", quarters), 6))
end

local function old_age(i)
	lib.inputs.not_negative(i, "reference_salary", "age")
	local ages, years = param("pension.ages"), param("pension.required_years")
	if i.age < ages.early then return { verdict = "too_young" } end
	if i.quarters < years.derogatory * 4 then return { verdict = "too_few_quarters" } end
	local rate = step(L"rate", annuity(i.quarters))
	local verdict = i.quarters < years.full * 4 and "derogatory" or i.age < ages.legal and "early" or "full"
	return { verdict = verdict, rate = rate, pension = round(i.reference_salary * rate, 3) }
end

local function proration(i)
	if i.retire_year < 1946 or i.retire_year > 2200 then
		error(T("%s is no year of retirement", tostring(i.retire_year)), 0)
	end
	local day = make_date(i.retire_year, 1, 1)
	local needed = step(L"quarters for a full pension", scale.step("pension.proration_quarters", i.birth_year, day), "quarters")
	local credit = param("pension.proration_credit", day)
	local counted = i.quarters * (1 + credit.late * i.quarters_after_full_rate)
	counted = step(L"quarters that count", counted + math.max(0, needed - counted) * credit.missing, "quarters")
	return { coefficient = math.min(1, round(counted / needed, 6)) }
end

return {
	{
		name = "tn.old_age_pension",
		title = L"old-age pension of Tunisia",
		jurisdiction = "TN",
		basis = "law 60-33 of 1960-12-14",
		inputs = {
			{ "reference_salary", "number", "dinar", L"reference salary" },
			{ "quarters", "count", "quarters", L"quarters of insurance" },
			{ "age", "number", "years", L"age" },
		},
		outputs = {
			{ "verdict", "code", "", L"full, early, derogatory, too_young or too_few_quarters" },
			{ "rate", "number", "", L"share of the reference salary" },
			{ "pension", "number", "dinar", L"pension" },
		},
		compute = old_age,
		cases = {
			{ "ten years", given = { reference_salary = 1000, quarters = 40, age = 60 },
			  gives = { verdict = "full", rate = 0.4, pension = 400 } },
			{ "twenty years", given = { reference_salary = 1000, quarters = 80, age = 60 }, gives = { rate = 0.6 } },
			{ "the highest rate", given = { reference_salary = 1000, quarters = 150, age = 60 }, gives = { rate = 0.8 } },
			{ "early", given = { reference_salary = 1000, quarters = 40, age = 50 }, gives = { verdict = "early" } },
			{ "too young", given = { reference_salary = 1000, quarters = 40, age = 49 }, gives = { verdict = "too_young" } },
			{ "five years", given = { reference_salary = 1000, quarters = 20, age = 60 },
			  gives = { verdict = "derogatory", rate = 0.2 } },
			{ "less", given = { reference_salary = 1000, quarters = 19, age = 60 }, gives = { verdict = "too_few_quarters" } },
		},
	},
	{
		name = "fr.proration",
		title = L"proration coefficient of a French pension",
		jurisdiction = "FR",
		basis = "Code de la sécurité sociale, basic scheme",
		inputs = {
			{ "birth_year", "count", "year", L"year of birth" },
			{ "retire_year", "count", "year", L"calendar year of retirement" },
			{ "quarters", "count", "quarters", L"quarters of insurance" },
			{ "quarters_after_full_rate", "count", "quarters", L"quarters worked after the full-rate age", default = 0 },
		},
		outputs = { { "coefficient", "number", "", L"share of a full pension" } },
		compute = proration,
		cases = {
			{ "1947: as it is", given = { birth_year = 1885, retire_year = 1947, quarters = 60 }, gives = { coefficient = 0.5 } },
			{ "1948: half of what is missing", given = { birth_year = 1885, retire_year = 1948, quarters = 60 },
			  gives = { coefficient = 0.75 } },
			{ "1972: 150 quarters", given = { birth_year = 1907, retire_year = 1972, quarters = 150 }, gives = { coefficient = 1 } },
			{ "retiring at 67", given = { birth_year = 1925, retire_year = 1992, quarters = 100,
			  quarters_after_full_rate = 8 }, gives = { coefficient = 0.8 } },
			{ "born in 1947", given = { birth_year = 1947, retire_year = 2007, quarters = 79 }, gives = { coefficient = 0.5 } },
		},
	},
}
