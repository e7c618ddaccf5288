-- What an employer gets back of its unemployment contributions of a year because it kept its posts, by the rule of the place.

-- Small units may lose a larger share of their few persons.
local function may_lose(rule, insured)
	return insured <= rule.few and rule.few_percent or rule.percent
end

local function retention(i)
	local rule = param("fund.retention")
	if rule.none then return { amount = 0, why = "no_rule" } end
	if i.months < rule.months then return { amount = 0, why = "months" } end
	local share = i.size == "large" and rule.large or rule.small
	if i.size ~= "large" and i.size ~= "small" then error(T("%s: \"%s\" is not known", "size", tostring(i.size)), 0) end
	if i.laid_off * 100 > i.insured * may_lose(rule, i.insured) then return { amount = 0, why = "layoffs" } end
	return { amount = math.tointeger(round(step(L"share of what was paid", i.paid * share / 100, "yuan"))), why = "granted" }
end

local function case(what, place, on, gives, why, change)
	local given = { size = "small", paid = 1000000, months = 12, insured = 100, laid_off = 5 }
	for k, v in pairs(change or {}) do given[k] = v end
	return { what, place = place, on = on, given = given, gives = { amount = gives, why = why } }
end

return {
	{
		name = "fund.retention",
		title = L"refund of unemployment contributions for kept posts",
		jurisdiction = "CN",
		basis = "Regulations on Unemployment Insurance; yearly notices of the ministry and of the places",
		inputs = {
			{ "size", "code", "", L"large or small" },
			{ "paid", "yuan", "yuan", L"unemployment contributions of the year" },
			{ "months", "count", "months", L"months paid in full" },
			{ "insured", "count", "persons", L"persons insured, mean of the months" },
			{ "laid_off", "count", "persons", L"persons laid off who drew unemployment benefit" },
		},
		outputs = {
			{ "amount", "yuan", "yuan", L"what is paid" },
			{ "why", "text", "", L"granted, no_rule, months or layoffs" },
		},
		compute = retention,
		cases = {
			case("Sanmenxia, small", "CN-4112", "2025-06-01", 600000, "granted"),
			case("large", "CN-4112", "2025-06-01", 300000, "granted", { size = "large" }),
			case("eleven months", "CN-4112", "2025-06-01", 0, "months", { months = 11 }),
			case("six of a hundred", "CN-4112", "2025-06-01", 0, "layoffs", { laid_off = 6 }),
			case("six of thirty", "CN-4112", "2025-06-01", 600000, "granted", { insured = 30, laid_off = 6 }),
			case("seven of thirty", "CN-4112", "2025-06-01", 0, "layoffs", { insured = 30, laid_off = 7 }),
			case("two of thirty-one", "CN-4112", "2025-06-01", 0, "layoffs", { insured = 31, laid_off = 2 }),
			case("after its end", "CN-4112", "2026-01-01", 0, "no_rule"),
			case("a place without a rule", "CN-33", "2025-06-01", 0, "no_rule"),
		},
	},
}
