-- Figures as public sources define them: what one is made of, and how it is rounded there.

local function ratio(part, whole, times, decimals)
	if whole == 0 then error(T("nothing to divide by"), 0) end
	return round(part * times / whole, decimals)
end

-- A figure of two numbers or three: parts are name and title, of gives the value.
local function figure(name, title, unit, basis, parts, of, cases)
	local inputs = {}
	for k, part in ipairs(parts) do inputs[k] = { part[1], "number", part[3] or "", part[2] } end
	return {
		name = "indicator." .. name, title = title, jurisdiction = "CN", basis = basis,
		inputs = inputs, outputs = { { "result", "number", unit, title } },
		compute = function(i) return { result = of(i) } end,
		cases = cases,
	}
end

local bulletin = "statistical bulletins of the Ministry of Human Resources and Social Security"
local census = "bulletin 5 of the 2020 census; China Statistical Yearbook"
local income, cost = { "income", L"income" }, { "cost", L"what was spent" }

return {
	figure("payable_months", L"months a balance lasts", "months", bulletin,
		{ { "balance", L"balance" }, { "expense", L"spent in the year" } },
		function(i) return ratio(i.balance, i.expense, 12, 2) end, {
			{ "employees 2021", given = { balance = 52574, expense = 56481 }, gives = { result = 11.17 } },
			{ "residents 2021", given = { balance = 11396, expense = 3715 }, gives = { result = 36.81 } },
		}),
	figure("system_support_ratio", L"contributors a retiree", "", "definition of the Ministry of Human Resources and Social Security 2013",
		{ { "participants", L"who pay contributions" }, { "retirees", L"retirees" } },
		function(i) return ratio(i.participants, i.retirees, 1, 2) end, {
			{ "employees 2011", given = { participants = 21565, retirees = 6826 }, gives = { result = 3.16 } },
		}),
	figure("dependency_total", L"children and old persons per hundred of working age", "%", census,
		{ { "children", L"persons to 14" }, { "adults", L"persons of 15 to 64" }, { "aged", L"persons of 65 and over" } },
		function(i) return ratio(i.children + i.aged, i.adults, 100, 1) end, {
			{ "2020", given = { children = 253383938, adults = 967759506, aged = 190635280 }, gives = { result = 45.9 } },
		}),
	figure("dependency_old", L"old persons per hundred of working age", "%", census,
		{ { "adults", L"persons of 15 to 64" }, { "aged", L"persons of 65 and over" } },
		function(i) return ratio(i.aged, i.adults, 100, 1) end, {
			{ "2020", given = { adults = 967759506, aged = 190635280 }, gives = { result = 19.7 } },
		}),
	figure("share_of_population", L"share of a group", "%", census,
		{ { "group", L"persons of the group" }, { "total", L"all persons" } },
		function(i) return ratio(i.group, i.total, 100, 2) end, {
			{ "60 and over, 2020", given = { group = 264018766, total = 1411778724 }, gives = { result = 18.70 } },
		}),
	figure("trust_fund_ratio", L"reserves in percent of a year's cost", "%", "Trustees Report 2024 of US Social Security, II.A",
		{ { "reserves", L"reserves on the first of January" }, { "cost", L"cost of the year" } },
		function(i) return ratio(i.reserves, i.cost, 100, 0) end, {
			{ "2023", given = { reserves = 2830, cost = 1392 }, gives = { result = 203 } },
		}),
	figure("fund_reserves_end", L"reserves at the end", "", "Trustees Report 2024 of US Social Security, II.B",
		{ { "start", L"reserves on the first of January" }, income, cost },
		function(i) return i.start + i.income - i.cost end, {
			{ "2023", given = { start = 2830, income = 1351, cost = 1392 }, gives = { result = 2789 } },
		}),
	figure("fund_change", L"income less outgo", "", bulletin, { income, cost },
		function(i) return i.income - i.cost end, {
			{ "employees 2021", given = { income = 60455, cost = 56481 }, gives = { result = 3974 } },
			{ "injuries 2021", given = { income = 952, cost = 990 }, gives = { result = -38 } },
		}),
	figure("year_on_year", L"change on the year before", "%", bulletin,
		{ { "value", L"this year" }, { "change", L"more than the year before" } },
		function(i) return ratio(i.change, i.value - i.change, 100, 1) end, {
			{ "three funds 2021", given = { value = 68205, change = 17538 }, gives = { result = 34.6 } },
		}),
	figure("mean_yearly_growth", L"mean growth a year", "%", bulletin,
		{ { "last", L"the last year" }, { "first", L"the first year" }, { "years", L"years between them" } },
		function(i)
			if i.first <= 0 or i.years <= 0 then error(T("nothing to divide by"), 0) end
			return round(100 * ((i.last / i.first) ^ (1 / i.years) - 1))
		end, {
			{ "2003 to 2012", given = { last = 22968, first = 1764, years = 9 }, gives = { result = 33 } },
		}),
	figure("rise_percent", L"rise on what was before", "%", "provincial notices",
		{ { "new", L"new value" }, { "old", L"value before" } },
		function(i) return ratio(i.new - i.old, i.old, 100, 1) end, {
			{ "minimum wage 2024", given = { new = 2490, old = 2280 }, gives = { result = 9.2 } },
		}),
}
