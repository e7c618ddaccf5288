-- Unemployment benefit: who, how long, how much.

local function months_for(rule, paid)
	local line = rule.steps and scale.line(rule.steps, paid)
	local months = line and line.months or 0
	if not rule.spans then return months end
	for span, within in scale.parts(rule.spans, paid) do months = months + within // span.every * span.months end
	return months
end

-- The first thing that stands in the way.
local function obstacle(i, carried)
	if i.draws_pension then return T("draws a pension") end
	if not i.involuntary then return T("left of their own will") end
	if not i.registered then return T("is not registered as unemployed") end
	if not i.seeking_work then return T("is not seeking work") end
	local least = param("unemployment.minimum_months")
	if i.contribution_months < least and not (carried > 0 and param("unemployment.carried_over_suffices")) then
		return T("%s of %s months are paid", tostring(i.contribution_months), tostring(least))
	end
end

local function entitlement(i)
	local carried = i.carried_over_months
	local why = obstacle(i, carried)
	if why then return { eligible = false, duration_months = 0, why = why } end
	local new = months_for(param("unemployment.duration"), i.contribution_months)
	step(L"months for what was paid", new, "months")
	return { eligible = true, duration_months = math.min(param("unemployment.most_months"), new + carried) }
end

local stages = {
	[""] = "index", normal = "index", regular = "index", standard = "index", none = "index",
	first = "first", ["1_12"] = "first", ["1-12"] = "first", months_1_12 = "first", amount_1_12 = "first",
	second = "second", ["13_24"] = "second", ["13-24"] = "second", months_13_24 = "second",
	amount_13_24 = "second", extension = "extension", extended = "extension", extend = "extension",
	amount_extension = "extension",
}

local function stage_of(i)
	local stage = lib.inputs.known(stages, i.stage, "stage")
	local n, most = i.month_index, param("unemployment.most_months")
	if stage ~= "index" then return stage end
	if not n then error(T("%s is missing", "month_index"), 0) end
	if n < 1 or n > most then
		error(T("month_index: %s is not between 1 and %s", tostring(n), tostring(most)), 0)
	end
	return n <= 12 and "first" or "second"
end

local function amount(rule, wage, stage)
	if not rule.wage_share then
		local sum = rule.yuan or rule[stage]
		if not sum then error(T("no notice on the amount is in force here"), 0) end
		return { amount = math.tointeger(round(sum * 100)) }
	end
	local share = step(L"share of the minimum wage", rule.wage_share)
	return { amount = math.tointeger(round(wage() * 100 * share)) }
end

return {
	{
		name = "unemployment.entitlement",
		title = L"months of unemployment benefit",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 45, 46 and 51; Measures on Claiming and Paying Unemployment Insurance Benefit, art. 15 (2); provincial regulations",
		inputs = {
			{ "jurisdiction", "code", "", L"place; empty: that of the command line" },
			{ "contribution_months", "count", "months", L"months paid since the last benefit" },
			{ "involuntary", "yes/no", "", L"the work ended against their will" },
			{ "registered", "yes/no", "", L"registered as unemployed" },
			{ "seeking_work", "yes/no", "", L"seeks work" },
			{ "draws_pension", "yes/no", "", L"draws a pension" },
			{ "carried_over_months", "count", "months", L"months of an earlier benefit not drawn", default = 0 },
		},
		outputs = {
			{ "eligible", "yes/no", "", L"has a claim" },
			{ "duration_months", "number", "months", L"months it is paid" },
			{ "why", "say", "", L"why not" },
		},
		compute = entitlement,
		cases = (function()
			local function case(what, place, paid, months, ...)
				local given = { contribution_months = paid, involuntary = "yes", registered = "yes",
					seeking_work = "yes", draws_pension = "no", carried_over_months = 0 }
				for _, change in ipairs({ ... }) do given[change[1]] = change[2] end
				return { what, on = "2026-08-01", place = place, given = given,
					gives = { eligible = months > 0 and "yes" or "no", duration_months = months } }
			end
			return {
				case("a year less a month", "CN", 11, 0), case("a year", "CN", 12, 12),
				case("five years less a month", "CN", 59, 12), case("five years", "CN", 60, 18),
				case("ten years less a month", "CN", 119, 18), case("ten years", "CN", 120, 24),
				case("with months carried over", "CN", 12, 17, { "carried_over_months", 5 }),
				case("never more than 24", "CN", 60, 24, { "carried_over_months", 9 }),
				case("what was left, work lost within a year", "CN", 6, 5, { "carried_over_months", 5 }),
				case("what was left, a month less than a year", "CN-33", 11, 9, { "carried_over_months", 9 }),
				case("nothing left and no year paid", "CN-33", 3, 0),
				case("what was left, of their own will", "CN", 6, 0, { "carried_over_months", 5 }, { "involuntary", "no" }),
				case("a pension", "CN", 60, 0, { "draws_pension", "yes" }),
				case("of their own will", "CN", 60, 0, { "involuntary", "no" }),
				case("Shanghai, two a year", "CN-31", 35, 4), case("Shanghai, the most", "CN-31", 240, 24),
				case("Guangdong, one a year", "CN-44", 47, 3), case("Guangdong, four years", "CN-44", 53, 4),
				case("Guangdong, and a half", "CN-44", 54, 5), case("Guangdong, ten years", "CN-44", 120, 16),
				case("Guangdong, carried over alone", "CN-44", 6, 5, { "carried_over_months", 5 }),
			}
		end)(),
	},
	{
		name = "unemployment.amount",
		title = L"unemployment benefit a month",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 47; provincial notices",
		inputs = {
			{ "jurisdiction", "code", "", L"place; empty: that of the command line" },
			{ "month_index", "count", "months", L"which month of the benefit, from 1", "optional" },
			{ "stage", "code", "", L"empty: by the month; 1_12, 13_24 or extension", "optional" },
		},
		outputs = { { "amount", "yuan", "yuan", L"a month" } },
		compute = function(i)
			local stage = stage_of(i)
			return amount(param("unemployment.amount"), function() return param("employment.minimum_wage") end, stage)
		end,
		cases = {
			{ "the first year", on = "2026-07-01", place = "CN-31", given = { month_index = 12 },
			  gives = { amount = 234000 } },
			{ "the second", on = "2026-07-01", place = "CN-31", given = { month_index = 13 },
			  gives = { amount = 187200 } },
			{ "extended", on = "2026-07-01", place = "CN-310101", given = { stage = "extension" },
			  gives = { amount = 169000 } },
			{ "Shanghai's standard of 2021", on = "2021-07-01", place = "CN-31", given = { month_index = 13 },
			  gives = { amount = 158000 } },
			{ "Changchun", on = "2022-01-01", place = "CN-2201", given = { month_index = 1 }, gives = { amount = 169200 } },
			{ "a county of Changchun", on = "2022-01-01", place = "CN-220183", given = { month_index = 24 }, gives = { amount = 138600 } },
			{ "Ningbo", on = "2024-01-01", place = "CN-330203", given = { month_index = 1 }, gives = { amount = 224100 } },
			{ "Tiantai, half up to a yuan", on = "2015-11-01", place = "CN-331023", given = { month_index = 1 }, gives = { amount = 114800 } },
		},
	},	{
		name = "unemployment.amount_on",
		title = L"unemployment benefit of one month",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 47; provincial notices",
		inputs = {
			{ "month", "day", "day", L"first day of the month" },
			{ "month_index", "count", "months", L"which month of the benefit, from 1", "optional" },
			{ "stage", "code", "", L"empty: by the month; 1_12, 13_24 or extension", "optional" },
		},
		outputs = { { "amount", "yuan", "yuan", L"a month" } },
		compute = function(i)
			local stage = stage_of(i)
			return amount(param("unemployment.amount", i.month), function() return param("employment.minimum_wage", i.month) end, stage)
		end,
		cases = {
			{ "looked at before it is in force", on = "2026-06-20", place = "CN-31", given = { month = "2026-07-01", month_index = 12 },
			  gives = { amount = 234000 } },
			{ "the second year", on = "2026-07-20", place = "CN-31", given = { month = "2026-07-01", month_index = 13 },
			  gives = { amount = 187200 } },
		},
	},
}
