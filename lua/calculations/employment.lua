-- Who counts as having difficulty in finding work.

local sexes = { m = "M", male = "M", ["1"] = "M", ["男"] = "M", f = "F", female = "F", ["2"] = "F", ["女"] = "F" }

local families = {
	[""] = "none", none = "none", no = "none", normal = "none", ordinary = "none",
	zero_employment = "zero_employment", zero_employment_family = "zero_employment", zero = "zero_employment",
	low_income = "low_income", low_income_family = "low_income", minimum_allowance = "low_income",
	minimum_living_allowance = "low_income", allowance = "low_income", dibao = "low_income",
	land_requisitioned = "land_requisitioned", released = "released", rehabilitation = "released",
	marginal = "low_income", marginal_family = "low_income", low_income_marginal = "low_income",
}

-- How much: 0 none, 1 mild, 2 moderate or worse or not said.
local disabilities = {
	[""] = 0, no = 0, n = 0, none = 0, ["false"] = 0, ["0"] = 0, mild = 1, light = 1,
	yes = 2, y = 2, ["true"] = 2, ["1"] = 2, moderate = 2, severe = 2, serious = 2, partial = 2,
	partly_lost_ability = 2,
}

local local_words = { ["local"] = true, yes = true, y = true, ["true"] = true, urban = true, rural = true,
	local_urban = true, local_rural = true, town = true, ["本地"] = true }
local other_words = { other = true, no = true, n = true, ["false"] = true, nonlocal = true, non_local = true,
	migrant = true, elsewhere = true, outside = true, other_urban = true, other_rural = true, ["外地"] = true }

-- A family may be more than one of them: "zero_employment+low_income".
local function families_of(text)
	local kinds = {}
	for part in ((text or "") .. "+"):gmatch("%s*([^+;,|]*)[+;,|]") do
		kinds[lib.inputs.known(families, part:gsub("%s+$", ""):gsub(" ", "_"), "family")] = true
	end
	return kinds
end

-- Local is who has the household in the place itself or in a part of it.
local function is_local(hukou, place)
	local held = (hukou or ""):lower()
	if local_words[held] then return true end
	if other_words[held] then return false end
	local code = (hukou or ""):match("^CN%-(%d+)") or (hukou or ""):match("^(%d%d)%d*$")
	if not code then error(T("%s: \"%s\" is not known", "hukou", hukou or ""), 0) end
	return code:sub(1, 2) == (place:match("^CN%-(%d%d)") or "")
end

local function passes_gate(gate, p)
	if not gate then return true end
	local ages = param("employment.working_age")
	if gate.is_of_working_age and (p.age < ages.least or p.age >= ages.below[p.sex]) then return false end
	if gate.no_officer and p.is_officer then return false end
	if p.registered < gate.registered then return false end
	return not gate.is_local or is_local(p.hukou, p.place)
end

local function fits(rule, p)
	return not (rule.registered and p.registered < rule.registered
		or rule.benefit and p.benefit < rule.benefit
		or rule.age and p.age < rule.age[p.sex]
		or rule.below and p.age >= rule.below
		or rule.family and not p.families[rule.family]
		or rule.is_urban and (p.hukou or ""):lower():find("rural", 1, true)
		or rule.disability and p.disability < (rule.disability == "any" and 1 or 2)
		or rule.served and (p.served or 0) < rule.served)
end

local function person(i)
	if i.age < 0 then error(T("%s is less than 0", "age"), 0) end
	return { sex = lib.inputs.known(sexes, i.sex, "sex"), age = i.age, registered = i.months_unemployed_registered,
		benefit = i.benefit_months_in_a_row, families = families_of(i.family),
		disability = lib.inputs.known(disabilities, i.disability_certificate, "disability_certificate"),
		is_officer = i.company_officer, hukou = i.hukou, served = i.service_months, place = i.jurisdiction }
end

local function categories(i)
	local p, rules = person(i), param("employment.difficulty", i.as_of)
	if rules.expired then return "expired" end
	local list = {}
	if passes_gate(rules.gate, p) then
		for _, rule in ipairs(rules) do
			if step(rule.category, fits(rule, p)) then list[#list + 1] = rule.category end
		end
	end
	return #list > 0 and table.concat(list, "+") or "none"
end

local function case(what, place, on, gives, more)
	local given = { jurisdiction = place, as_of = on, sex = "F", age = 30, months_unemployed_registered = 0,
		hukou = "local" }
	for _, key in ipairs({ "sex", "age", "months_unemployed_registered", "benefit_months_in_a_row",
		"family", "disability_certificate", "company_officer", "hukou", "service_months" }) do
		if more[key] ~= nil then given[key] = more[key] end
	end
	return { what, place = place, given = given, gives = { categories = gives } }
end

return {
	{
		name = "employment.difficulty",
		title = L"categories of difficulty in finding work",
		jurisdiction = "CN",
		basis = "Employment Promotion Law, art. 52; Zhejiang HR&SS 2025-59; Hangzhou HR&SS 2023; Shanghai HR&SS 2022-8",
		inputs = {
			{ "jurisdiction", "code", "", L"place; empty: that of the command line" },
			{ "as_of", "day", "day", L"day in question; empty: that of the command line", "optional" },
			{ "sex", "code", "", L"M or F" },
			{ "age", "number", "years", L"age" },
			{ "months_unemployed_registered", "count", "months", L"months in a row registered as unemployed" },
			{ "benefit_months_in_a_row", "count", "months", L"months in a row of unemployment benefit", default = 0 },
			{ "family", "code", "", L"none, zero_employment, low_income, minimum_allowance, marginal, land_requisitioned, released; more with +", "optional" },
			{ "disability_certificate", "code", "", L"yes, no, mild, moderate or severe", "optional" },
			{ "company_officer", "yes/no", "", L"represents, directs, supervises or manages a company" },
			{ "hukou", "code", "", L"local, other, rural or the code of a place", "optional" },
			{ "service_months", "count", "months", L"months served without success; empty: none", "optional" },
		},
		outputs = { { "categories", "text", "", L"joined by +, none, or expired where no rules are in force" } },
		compute = function(i) return { categories = categories(i) } end,
		cases = {
			case("Zhejiang, a woman of 45", "CN-33", "2025-01-01", "older_unemployed",
				{ age = 45, months_unemployed_registered = 6 }),
			case("and of 44", "CN-33", "2025-01-01", "none", { age = 44, months_unemployed_registered = 6 }),
			case("46 from 2028", "CN-33", "2028-01-01", "none", { age = 45, months_unemployed_registered = 6 }),
			case("five months", "CN-33", "2025-01-01", "none", { age = 50, months_unemployed_registered = 5 }),
			case("a man of 55 with benefit and allowance", "CN-330681", "2026-05-01",
				"older_unemployed+long_term+low_income", { sex = "M", age = 55,
				months_unemployed_registered = 7, benefit_months_in_a_row = 6, family = "minimum_allowance" }),
			case("before the province's rules", "CN-33", "2024-12-31", "expired", {}),
			case("Hangzhou before them", "CN-3301", "2023-12-31", "none", { benefit_months_in_a_row = 6,
				months_unemployed_registered = 6 }),
			case("Hangzhou between its own and the province's", "CN-3301", "2024-01-01", "expired", {}),
			case("a place without any", "CN-44", "2025-01-01", "expired", {}),
			case("Hangzhou, twelve months", "CN-3301", "2023-01-01", "long_term+disabled",
				{ benefit_months_in_a_row = 12, months_unemployed_registered = 12, disability_certificate = "yes" }),
			case("Hangzhou from 2025", "CN-3301", "2025-01-01", "long_term", { benefit_months_in_a_row = 6 }),
			case("Shanghai, youth", "CN-31", "2026-12-31", "youth",
				{ months_unemployed_registered = 12, service_months = 6 }),
			case("Shanghai, youth whom nobody has served", "CN-31", "2026-12-31", "none",
				{ months_unemployed_registered = 12 }),
			case("Shanghai, a woman of 40", "CN-31", "2022-01-01", "older_unemployed+zero_employment_family",
				{ age = 40, months_unemployed_registered = 6, family = "zero_employment" }),
			case("Shanghai, from elsewhere", "CN-31", "2025-01-01", "none",
				{ age = 40, months_unemployed_registered = 6, hukou = "other" }),
			case("Shanghai, a manager", "CN-31", "2025-01-01", "none",
				{ age = 40, months_unemployed_registered = 6, company_officer = "yes" }),
			case("Shanghai, after its end", "CN-31", "2027-01-01", "expired", {}),
		},
	},
}
