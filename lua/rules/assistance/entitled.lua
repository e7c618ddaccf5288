-- Whose need other offices know, and who draws a pension here, is proposed for assistance: once a year, by the strongest of
-- the reasons, without an application. The cause is the year in which it was granted or declined last.

local function valid(to) return not to or not reached(to) end

-- The reasons in the order of their weight, as policy pays them.
local function reasons(p, grants)
	local list = {}
	local function add(name, say) list[#list + 1] = { name = name, say = say } end
	local income = valid(p.income_to) and p.income_kind
	if income == "destitute" then add("destitute", T("destitute")) end
	if income == "allowance" then add("allowance", T("family on the minimum allowance")) end
	if p.disability_level and valid(p.disability_to) and p.disability_level <= grants.disabled_level then
		add("disabled", T("disability of level %s", tostring(p.disability_level)))
	end
	if income == "marginal" then add("marginal", T("family of low income at the margin")) end
	if (p.claim_fen_12m or 0) > grants.medical_least * 100 then
		add("medical", T("medical bills of %s in twelve months", yuan(p.claim_fen_12m)))
	end
	return list
end

return {
	id = "assistance.entitled",
	title = "entitled without asking",
	jurisdiction = "CN",
	from = "2014-05-01",
	basis = "Interim Measures for Social Assistance, art. 47 to 51; Social Insurance Agency Regulations 2023, art. 14",
	type = "assist", needs = "claims",
	reads = { "pension_status", "income_kind", "income_to", "disability_level", "disability_to", "assisted_year", "claim_fen_12m",
	          "held_for" },
	when = { pension_status = "paid", died_on = absent, custody_kind = absent, held_for = absent },
	judge = function(p)
		local grants = param("assistance.grants")
		if p.assisted_year and not reached(make_date(p.assisted_year + 1, 1, 1)) then return nothing end
		local list = reasons(p, grants)
		if #list == 0 then return nothing end
		local said = list[1].say
		for i = 2, #list do said = T("%s; %s", said, list[i].say) end
		return task {
			cause = tostring(p.assisted_year or 0), monthly = grants[list[1].name] * 100,
			say = T("%s once: %s", yuan(grants[list[1].name] * 100), said),
		}
	end,
	cases = {
		{ "on the minimum allowance", on = "2025-11-10", gives = "0", facts = { pension_status = "paid", income_kind = "allowance" } },
		{ "not any more", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid", income_kind = "allowance",
		  income_to = "2025-11-10" } },
		{ "assisted this year", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid", income_kind = "allowance",
		  assisted_year = 2025 } },
		{ "assisted the year before", on = "2025-01-01", gives = "2024", facts = { pension_status = "paid", income_kind = "allowance",
		  assisted_year = 2024 } },
		{ "a light disability", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid", disability_level = 3 } },
		{ "bills, and a severe one", on = "2025-11-10", gives = "0", facts = { pension_status = "paid", disability_level = 2,
		  claim_fen_12m = 2000100 } },
		{ "nobody knows of a need", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid", claim_fen_12m = 2000000 } },
	},
}
