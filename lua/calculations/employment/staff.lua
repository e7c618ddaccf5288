-- What an employer is paid once for a person of its staff who has got a certificate, by the rules of the place.

local function refused(why) return { amount = 0, why = why } end

local function staff(i)
	local rule = param("employment.staff_subsidy")
	if rule.none then return refused(T("no rule for it is in force here")) end
	if i.employed == false then return refused(T("no employer has paid contributions for the month")) end
	if i.had then return refused(T("the person was paid for it already")) end
	if rule.within and i.issued and i.asked and months_between(i.issued, i.asked) >= rule.within then
		return refused(T("the certificate is older than %s months", tostring(rule.within)))
	end
	local due = rule.by_level[i.level or 0]
	if not due then return refused(T("nothing is paid for level %s", tostring(i.level or ""))) end
	return { amount = due * 100, why = T("certificate of level %s", tostring(i.level)) }
end

return {
	{
		name = "employment.staff_subsidy",
		title = L"subsidy to an employer for a person it has trained",
		jurisdiction = "CN",
		basis = "Employment Promotion Law, art. 47; State Council General Office 2019-24; notices of the places",
		inputs = {
			{ "level", "count", "", L"level of the certificate or course, 1 the highest", "optional" },
			{ "issued", "day", "day", L"day of the certificate", "optional" },
			{ "asked", "day", "day", L"day of the claim", "optional" },
			{ "employed", "yes/no/unknown", "", L"an employer paid contributions for the month; empty: yes", "optional" },
			{ "had", "yes/no", "", L"the person was paid for this occupation at this level", "optional" },
		},
		outputs = {
			{ "amount", "yuan", "yuan", L"what is paid" },
			{ "why", "say", "", L"why" },
		},
		compute = staff,
		cases = {
			{ "a place without a rule", on = "2025-06-01", place = "CN-44", given = { level = 4 }, gives = { amount = 0 } },
		},
	},
}
