-- What the fund pays to the collecting office while somebody draws unemployment benefit.

local function rule_of(kind, month)
	if kind == "medical" then return param("unemployment.medical_premium", month) end
	if kind == "pension" then return param("unemployment.pension_premium", month) end
	error(T("%s: \"%s\" is not known", "kind", tostring(kind)), 0)
end

-- A place that names no sum has none; nobody guesses one.
local function premium(i)
	local rule = rule_of(i.kind, i.month)
	if rule.none then return { is_known = false, why = T("no rule for it is in force here") } end
	if rule.stage and rule.stage ~= i.stage then return { is_known = true, amount = 0, why = T("it is paid in the months before the statutory age alone") } end
	if rule.yuan then return { is_known = true, amount = math.tointeger(round(rule.yuan * 100)), why = T("a fixed sum") } end
	return { is_known = true, amount = math.tointeger(round(rule.base * rule.percent)), why = T("%s percent of %s yuan", tostring(rule.percent), tostring(rule.base)) }
end

return {
	{
		name = "unemployment.premium",
		title = L"contribution that the fund pays while the benefit is drawn",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 48; State Council measures of 2024-09-13, art. 7",
		inputs = {
			{ "jurisdiction", "code", "", L"place; empty: that of the command line" },
			{ "kind", "code", "", L"medical or pension" },
			{ "month", "day", "day", L"first day of the month; empty: that of the command line", "optional" },
			{ "stage", "code", "", L"extension, or empty", "optional" },
		},
		outputs = {
			{ "is_known", "yes/no", "", L"whether a sum is in force" },
			{ "amount", "yuan", "yuan", L"a month" },
			{ "why", "say", "", L"how it comes about" },
		},
		compute = premium,
		cases = {
			{ "a place without a sum has none", on = "2025-11-01", place = "CN-33", given = { kind = "pension", month = "2025-11-01" },
			  gives = { is_known = "no" } },
		},
	},
}
