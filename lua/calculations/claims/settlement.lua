-- What the fund and what the insured pay for a stay or a visit: first what nobody insures, then the deductible, then
-- shares by band up to the year's most.  Amounts are fen here, and yuan in the parameters.
local ordinals = { first = 1, second = 2, third = 3, fourth = 4, fifth = 5 }

-- "employee retired", "employee second stay", "resident inpatient", "resident, other provinces": the scheme, and what
-- else the words say.
local function parts(text)
	local words, told = " " .. text:lower():gsub("%s+", " ") .. " ", {}
	words = words:gsub(" (%a+) stay ", function(word)
		told.stay = ordinals[word]
		return told.stay and " " or nil
	end)
	words = words:gsub(" retired ", function() told.is_retired = true return " " end)
	words = words:gsub(" in service ", " ")
	told.whole = words:match("^%s*(.-)%s*$")
	words = words:gsub(" (%a+patient) ", function(word)
		told.kind = lib.claim_words.kind(word)
		return told.kind and " " or nil
	end)
	told.scheme, told.care = words:match("^%s*(.-)%s*,%s*(.-)%s*$")
	told.scheme = told.scheme or words:match("^%s*(.-)%s*$")
	return told
end

local function tier_of(text)
	return tostring(lib.claim_words.tier(text) or text)
end

-- The scheme with its group, as it is called or as the age tells it.
local function is_named(row, told, age)
	local scheme = row.scheme:lower()
	if not row.group then return scheme == told.scheme or scheme == told.whole end
	if told.scheme == scheme .. " " .. row.group:lower() then return true end
	return scheme == told.scheme and age ~= nil and (row.under_age ~= nil and age < row.under_age
		or row.from_age ~= nil and age >= row.from_age)
end

local function begins(code, list)
	for _, first in ipairs(list) do
		if code:sub(1, #first) == first then return true end
	end
	return false
end

-- Where nothing is told, care was given at home.
local function is_there(row, told, place)
	if row.scheme:lower() == told.whole then told = {} end
	if told.care then return row.care ~= nil and row.care:lower() == told.care end
	if row.care_in then return place == nil or begins(place, row.care_in) end
	return row.care_not_in == nil or place ~= nil and not begins(place, row.care_not_in)
end

-- Rows of the same scheme, kind, group and place of care; a kind that is not told is a stay.
local function rows_for(list, told, tier, age, place)
	local rows = {}
	for _, row in ipairs(list) do
		if is_named(row, told, age) and is_there(row, told, place)
			and (row.kind == nil or row.kind == (told.kind or "stay"))
			and (row.tier == nil or row.tier == "all" or row.tier == tier) then rows[#rows + 1] = row end
	end
	return rows
end

local function fen(amount)
	return amount and math.tointeger(round(amount * 100)) or nil
end

-- The deductible of the n-th stay of the year; a place may lower it for one scheme alone.
local function lowered(amount, stay, scheme)
	local rule = param("claims.repeated_stays")
	if stay <= 1 or rule.scheme and rule.scheme ~= scheme then return amount end
	if rule.factors then
		local n = #rule.factors
		return math.tointeger(round(amount * rule.factors[stay < n and stay or n]))
	end
	if not rule.less then return amount end
	local less = amount - fen(rule.less) * (rule.once and 1 or stay - 1)
	return math.max(less, math.min(amount, fen(rule.least or 0)))
end

-- Each band's share, of the cost between its limits and above the deductible.
local function shares(rows, cost, deductible, factor, is_retired)
	local sum = 0
	for row, part in scale.parts(rows, cost, { times = 100, after = deductible }) do
		local rate = (is_retired and row.retired or row.rate) * factor
		step(L"rate", rate)
		sum = sum + step(L"the fund's share of it", math.tointeger(round(part * rate)), "fen")
	end
	return sum
end

local function cap_of(rows)
	for _, row in ipairs(rows) do
		local cap = row.cap or row.cap_visits
		if cap then return fen(cap) end
	end
end

local function rules_of(i, told)
	told.kind = i.kind and lib.claim_words.kind(lib.claim_words.fold(i.kind)) or told.kind
	local rows = rows_for(param("claims.settlement"), told, tier_of(i.hospital_tier), i.age, i.care_place)
	if #rows == 0 and tonumber(i.rate or "") and i.deductible then rows = { { rate = tonumber(i.rate) } } end
	if #rows == 0 then
		error(T("no rule for %s at tier %s is known in this place; give deductible and rate", i.scheme, i.hospital_tier), 0)
	end
	if not i.deductible and not rows[1].deductible then error(T("the deductible is not known in this place; give it"), 0) end
	return rows
end

return {
	{
		name = "claims.settlement",
		title = L"what the fund pays for a stay or a visit",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 28 and 29; local rules",
		inputs = {
			{ "scheme", "code", "", L"scheme, perhaps with retired, second stay" },
			{ "hospital_tier", "code", "", L"tier of the provider" },
			{ "total", "yuan", "fen", L"cost" },
			{ "self_paid_first", "yuan", "fen", L"paid before by the insured", default = 0 },
			{ "deductible", "yuan", "fen", L"deductible, when it is told", "optional" },
			{ "rate", "code", "", L"rate, where the place has no rule", "optional" },
			{ "class_b", "yuan", "fen", L"cost of class B", default = 0 },
			{ "class_c", "yuan", "fen", L"cost of class C", default = 0 },
			{ "stay", "count", "count", L"which stay of the year it is", "optional" },
			{ "retired", "yes/no", "yes/no", L"retired", "optional" },
			{ "elsewhere", "code", "", L"in another area: filed, referred, emergency, unfiled", "optional" },
			{ "fund_this_year", "yuan", "fen", L"paid by the fund before in this year", default = 0 },
			{ "kind", "code", "", L"kind of care: a stay, a visit", "optional" },
			{ "age", "count", "count", L"age in whole years", "optional" },
			{ "care_place", "code", "", L"code of the division the provider is in", "optional" },
		},
		outputs = {
			{ "fund", "yuan", "fen", L"the fund pays" },
			{ "person", "yuan", "fen", L"the insured pays" },
			{ "eligible", "yuan", "fen", L"cost that is insured" },
			{ "deductible_applied", "yuan", "fen", L"deductible that counts" },
		},
		compute = function(i)
			local told, first = parts(i.scheme), param("claims.paid_first")
			local rows = rules_of(i, told)
			local own = i.self_paid_first + round(i.class_b * first.B) + round(i.class_c * first.C)
			local cost = step(L"cost that is insured", math.max(0, i.total - math.tointeger(own)), "fen")
			local deductible = i.deductible or lowered(fen(rows[1].deductible), i.stay or told.stay or 1, told.scheme)
			step(L"deductible that counts", deductible, "fen")
			local factor = param("claims.elsewhere")[i.elsewhere or "filed"]
			if not factor then error(T("elsewhere: unknown code \"%s\" (expected filed, referred, emergency or unfiled)", i.elsewhere), 0) end
			local fund, cap = shares(rows, cost, deductible, factor, i.retired or told.is_retired), cap_of(rows)
			if cap then fund = math.min(fund, math.max(0, step(L"most in a year", cap, "fen") - i.fund_this_year)) end
			return { fund = fund, person = i.total - fund, eligible = cost, deductible_applied = deductible }
		end,
		cases = {
			{ "two bands", on = "2025-06-01", place = "CN-3207",
			  given = { scheme = "resident adult", hospital_tier = "level 1", total = 1000100 },
			  gives = { fund = 784085, person = 216015, eligible = 1000100, deductible_applied = 20000 } },
			{ "not above the deductible", on = "2025-06-01", place = "CN-3207",
			  given = { scheme = "resident adult", hospital_tier = "level 1", total = 20000 },
			  gives = { fund = 0, person = 20000, eligible = 20000, deductible_applied = 20000 } },
			{ "retired, part paid first", on = "2025-06-01", place = "CN-3306",
			  given = { scheme = "employee retired", hospital_tier = "3", total = 2000000, self_paid_first = 100000 },
			  gives = { fund = 1638000, person = 362000, eligible = 1900000, deductible_applied = 80000 } },
			{ "third stay", on = "2025-06-01", place = "CN-3306",
			  given = { scheme = "employee third stay", hospital_tier = "3", total = 2000000 },
			  gives = { fund = 1720000, person = 280000, eligible = 2000000, deductible_applied = 0 } },
			{ "a scheme with names of places, a tier in Chinese", on = "2025-06-01", place = "CN-1303",
			  given = { scheme = "resident, in province, Beijing, Tianjin", hospital_tier = "二级", total = 1000000 },
			  gives = { fund = 712500, person = 287500, eligible = 1000000, deductible_applied = 50000 } },
			{ "Qingdao lowers it for employees alone", on = "2025-06-01", place = "CN-3702",
			  given = { scheme = "resident second stay", hospital_tier = "3", total = 2000000 },
			  gives = { fund = 1344000, person = 656000, eligible = 2000000, deductible_applied = 80000 } },
			{ "the year's most", on = "2025-06-01", place = "CN-3702",
			  given = { scheme = "resident", hospital_tier = "3", total = 50000000 },
			  gives = { fund = 25000000, person = 25000000, eligible = 50000000, deductible_applied = 80000 } },
			{ "told by the row", on = "2025-06-01", place = "CN-44",
			  given = { scheme = "resident", hospital_tier = "3", total = 1000000, deductible = 60000, rate = "0.7" },
			  gives = { fund = 658000, person = 342000, eligible = 1000000, deductible_applied = 60000 } },
			{ "a child by its age", on = "2025-06-01", place = "CN-3207",
			  given = { scheme = "resident", hospital_tier = "一级", total = 500000, kind = "住院", age = 9 },
			  gives = { fund = 432000, person = 68000, eligible = 500000, deductible_applied = 20000 } },
			{ "care in another province", on = "2025-06-01", place = "CN-1303",
			  given = { scheme = "resident", hospital_tier = "3", total = 1000000, care_place = "310101" },
			  gives = { fund = 400000, person = 600000, eligible = 1000000, deductible_applied = 200000 } },
			{ "classes", on = "2025-06-01", place = "CN-3306",
			  given = { scheme = "resident", hospital_tier = "3", total = 1000000, class_b = 200000, class_c = 50000 },
			  gives = { fund = 552500, person = 447500, eligible = 930000, deductible_applied = 80000 } },
		},
	},
	{
		name = "claims.serious",
		title = L"what the serious-illness insurance adds",
		jurisdiction = "CN",
		basis = "State Council General Office 2015-57; local rules",
		inputs = {
			{ "scheme", "code", "", L"employee, resident" },
			{ "own_share", "yuan", "fen", L"what the insured still pays in the year" },
		},
		outputs = { { "paid", "yuan", "fen", L"the insurance pays" } },
		compute = function(i)
			local rows = rows_for(param("claims.serious_illness"), parts(i.scheme))
			if #rows == 0 then return { paid = 0 } end
			local paid, cap = shares(rows, i.own_share, fen(rows[1].deductible), 1, false), cap_of(rows)
			return { paid = cap and math.min(paid, cap) or paid }
		end,
		cases = {
			{ "three bands", on = "2025-06-01", place = "CN-3306", given = { scheme = "employee", own_share = 12000000 },
			  gives = { paid = 6900000 } },
			{ "not above", on = "2025-06-01", place = "CN-3306", given = { scheme = "employee", own_share = 2000000 },
			  gives = { paid = 0 } },
			{ "no rule", on = "2025-06-01", place = "CN-44", given = { scheme = "employee", own_share = 12000000 },
			  gives = { paid = 0 } },
		},
	},
	{
		name = "claims.year",
		title = L"benefit year of a stay",
		jurisdiction = "CN",
		basis = "Shanghai medical insurance rules 2025-7, art. 7",
		inputs = { { "discharged", "day", "day", L"last day of the stay" } },
		outputs = {
			{ "first", "day", "day", L"first day of the year" },
			{ "last", "day", "day", L"last day of the year" },
		},
		compute = function(i)
			local year, m = civil(i.discharged)
			local begins = param("claims.year_begins")
			local first = make_date(m < begins and year - 1 or year, begins, 1)
			return { first = first, last = add_days(add_months(first, 12), -1) }
		end,
		cases = {
			{ "discharged in the next year", on = "2025-06-01", place = "CN-31", given = { discharged = "2025-07-01" },
			  gives = { first = "2025-07-01", last = "2026-06-30" } },
			{ "and the day before", on = "2025-06-01", place = "CN-31", given = { discharged = "2025-06-30" },
			  gives = { first = "2024-07-01", last = "2025-06-30" } },
			{ "elsewhere", on = "2025-06-01", place = "CN-33", given = { discharged = "2025-06-30" },
			  gives = { first = "2025-01-01", last = "2025-12-31" } },
		},
	},
}
