-- When a person reaches the statutory age, and from when to when the month can be chosen.

local function minimum_months(category, day)
	if category == "resident" then return param("retirement.minimum_months_resident") end
	return scale.step("retirement.minimum_months", (civil(day)))
end

-- The first and the last day to choose from; the day itself where the law gives no choice: to
-- residents, and to those whose month was before there was one.
local function window(category, birth, years, day, on)
	local rule = on and param("retirement.window", on) or param("retirement.window")
	if category == "resident" or period(day) < rule.first then return day, day end
	local old_age = step(L"age before 2025", add_months(birth, years * 12), "month")
	return math.max(old_age, add_months(day, -rule.early)), add_months(day, rule.late)
end

local function age_of(i, on)
	local ages = on and param("retirement.ages", on) or param("retirement.ages")
	local rule = ages[i.category]
	if not rule then error(T("there is no retirement age for the category %s", tostring(i.category)), 0) end
	local year, birth_month = civil(i.birth)
	local since = (year - rule.first // 100) * 12 + birth_month - rule.first % 100
	local delay = since < 0 and 0 or math.min(rule.most, since // rule.step + 1)
	step(L"months since the first birth month that is later", since, "months")
	local age = step(L"age in months", rule.years * 12 + delay, "months")
	local day = add_months(i.birth, age)
	local earliest, latest = window(i.category, i.birth, rule.years, day, on)
	return {
		delay_months = delay, age_years = age // 12, age_months = age % 12,
		retire_day = day, retire_ym = month(period(day)),
		min_contrib_months = minimum_months(i.category, day),
		earliest_ym = month(period(earliest)), latest_ym = month(period(latest)),
		min_contrib_months_at_earliest = minimum_months(i.category, earliest),
	}
end

local restrictions = {
	none = "none", no = "none", [""] = "none", civil_servant = "civil_servant",
	public_servant = "civil_servant", official = "civil_servant", soe_leader = "soe_leader",
	soe_manager = "soe_leader", state_enterprise_leader = "soe_leader", leader = "soe_leader",
	institution_leader = "soe_leader", special_work = "special_work",
}

local function flexible(i)
	local held = lib.inputs.known(restrictions, i.restriction, "restriction")
	local age = retirement.age(i.category, i.birth)
	local asked, statutory = month(period(i.requested_ym)), age.retire_ym
	-- Who goes early is held to the year chosen, who goes late to the year the age was reached.
	local needed = asked < statutory and minimum_months(i.category, i.requested_ym)
		or age.min_contrib_months
	local function answer(verdict, why)
		return { verdict = verdict, statutory_ym = statutory, min_contrib_months_required = needed, why = why }
	end
	if asked < age.earliest_ym then return answer("reject", T("not before %s", age.earliest_ym)) end
	if asked > age.latest_ym then return answer("reject", T("not after %s", age.latest_ym)) end
	if asked > statutory and param("retirement.may_not_defer")[held] then
		return answer("reject", T("civil servants and leaders may not retire after %s", statutory))
	end
	if i.contrib_months < needed then
		return answer("reject_contribution", T("%s of %s months are paid", tostring(i.contrib_months),
			tostring(needed)))
	end
	if asked == statutory then return answer("accept_statutory") end
	return answer(asked < statutory and "accept_early" or "accept_late",
		T("%s is between %s and %s", asked, age.earliest_ym, age.latest_ym))
end

local category = { "category", "code", "", L"male60, female55, female50 or resident" }
local birth = { "birth", "month", "day", L"birth month or birth day" }

return {
	{
		name = "retirement.age",
		title = L"statutory retirement age",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents)",
		inputs = { category, birth },
		outputs = {
			{ "delay_months", "number", "months", L"later than the age before 2025" },
			{ "age_years", "number", "years", L"age, whole years" },
			{ "age_months", "number", "months", L"age, months above" },
			{ "retire_ym", "text", "month", L"month the age is reached" },
			{ "min_contrib_months", "number", "months", L"months that must be paid in" },
			{ "earliest_ym", "text", "month", L"first month that can be chosen" },
			{ "min_contrib_months_at_earliest", "number", "months", L"months that must be paid in by then" },
			{ "latest_ym", "text", "month", L"last month that can be chosen" },
			{ "retire_day", "day", "day", L"day the age is reached" },
		},
		compute = function(i) return age_of(i) end,
		cases = {
			{ "the last month before the reform", given = { category = "male60", birth = "1964-12-15" },
			  gives = { delay_months = 0, age_years = 60, age_months = 0, retire_ym = "2024-12",
			            earliest_ym = "2024-12", latest_ym = "2024-12" } },
			{ "the first step of the men", given = { category = "male60", birth = "1965-01-15" },
			  gives = { delay_months = 1, retire_day = "2025-02-15", min_contrib_months = 180,
			            earliest_ym = "2025-01", latest_ym = "2028-02" } },
			{ "a month alone", given = { category = "male60", birth = "1965-01" },
			  gives = { retire_day = "2025-02-01", retire_ym = "2025-02" } },
			{ "the last of a step", given = { category = "male60", birth = "1965-04-15" },
			  gives = { delay_months = 1, retire_ym = "2025-05" } },
			{ "the first of the next", given = { category = "male60", birth = "1965-05-15" },
			  gives = { delay_months = 2, retire_ym = "2025-07" } },
			{ "63 from September 1976", given = { category = "male60", birth = "1976-09-01" },
			  gives = { delay_months = 36, age_years = 63, age_months = 0, retire_ym = "2039-09",
			            min_contrib_months = 240, earliest_ym = "2036-09",
			            min_contrib_months_at_earliest = 222, latest_ym = "2042-09" } },
			{ "women at 55: every four months", given = { category = "female55", birth = "1970-05-31" },
			  gives = { delay_months = 2, retire_ym = "2025-07" } },
			{ "women at 50: every two months", given = { category = "female50", birth = "1975-04-10" },
			  gives = { delay_months = 2, retire_ym = "2025-06" } },
			{ "55 from November 1984, three years earlier at most",
			  given = { category = "female50", birth = "1984-12-01" },
			  gives = { delay_months = 60, age_years = 55, age_months = 0, retire_ym = "2039-12",
			            earliest_ym = "2036-12" } },
			{ "six months more a year from 2030", given = { category = "female55", birth = "1974-01-20" },
			  gives = { retire_ym = "2030-02", min_contrib_months = 186 } },
			{ "residents keep 60 and 15 years", given = { category = "resident", birth = "1980-02-29" },
			  gives = { delay_months = 0, retire_day = "2040-02-29", min_contrib_months = 180,
			            earliest_ym = "2040-02" } },
		},
	},
	{
		-- The same by the rules of another day.
		name = "retirement.age_on",
		title = L"statutory retirement age",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents)",
		inputs = { category, birth, { "on", "day", "day", L"by the rules in force on that day; empty: today", "optional" } },
		outputs = {
			{ "retire_day", "day", "day", L"day the age is reached" },
			{ "earliest_ym", "text", "month", L"first month that can be chosen" },
			{ "latest_ym", "text", "month", L"last month that can be chosen" },
		},
		compute = function(i)
			local age = age_of(i, i.on)
			return { retire_day = age.retire_day, earliest_ym = age.earliest_ym, latest_ym = age.latest_ym }
		end,
		cases = {
			{ "before the reform", on = "2025-11-10", given = { category = "male60", birth = "1976-09-01", on = "2024-09-12" },
			  gives = { retire_day = "2036-09-01" } },
			{ "after it", on = "2024-09-12", given = { category = "male60", birth = "1976-09-01", on = "2024-09-13" },
			  gives = { retire_day = "2039-09-01" } },
		},
	},
	{
		name = "retirement.flexible",
		title = L"may a person retire in the month asked for",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 2, 3 and 8; MOHRSS 2024-94",
		inputs = {
			category, birth,
			{ "requested_ym", "month", "month", L"month asked for" },
			{ "contrib_months", "count", "months", L"months paid in by then" },
			{ "restriction", "code", "", L"none, civil_servant, soe_leader or special_work", "optional" },
		},
		outputs = {
			{ "verdict", "code", "", L"accept_early, accept_statutory, accept_late, reject or reject_contribution" },
			{ "statutory_ym", "text", "month", L"month the age is reached" },
			{ "min_contrib_months_required", "number", "months", L"months that must be paid in" },
			{ "why", "say", "", L"why" },
		},
		compute = flexible,
		cases = {
			{ "at the age of old", given = { category = "male60", birth = "1970-03", requested_ym = "2030-03",
			  contrib_months = 186 }, gives = { verdict = "accept_early", statutory_ym = "2031-07",
			  min_contrib_months_required = 186 } },
			{ "a month before it", given = { category = "male60", birth = "1970-03", requested_ym = "2030-02",
			  contrib_months = 400 }, gives = { verdict = "reject" } },
			{ "a month too little", given = { category = "male60", birth = "1970-03", requested_ym = "2030-03",
			  contrib_months = 185 }, gives = { verdict = "reject_contribution" } },
			{ "on time", given = { category = "male60", birth = "1970-03", requested_ym = "2031-07",
			  contrib_months = 192 }, gives = { verdict = "accept_statutory", min_contrib_months_required = 192 } },
			{ "the last month; the year of the age counts", given = { category = "male60", birth = "1970-03",
			  requested_ym = "2034-07", contrib_months = 192 }, gives = { verdict = "accept_late" } },
			{ "a month after it", given = { category = "male60", birth = "1970-03", requested_ym = "2034-08",
			  contrib_months = 400 }, gives = { verdict = "reject" } },
			{ "a civil servant on time", given = { category = "male60", birth = "1970-03",
			  requested_ym = "2031-07", contrib_months = 400, restriction = "civil_servant" },
			  gives = { verdict = "accept_statutory" } },
			{ "a civil servant late", given = { category = "male60", birth = "1970-03",
			  requested_ym = "2031-08", contrib_months = 400, restriction = "civil_servant" },
			  gives = { verdict = "reject" } },
		},
	},
	{
		name = "retirement.min_contribution",
		title = L"months that must be paid in, by the year of retirement",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 16; State Council measures of 2024-09-13, art. 2",
		inputs = { { "retire_year", "count", "year", L"calendar year of retirement" } },
		outputs = { { "min_months", "number", "months", L"months that must be paid in" } },
		compute = function(i)
			if i.retire_year < 1949 or i.retire_year > 2200 then
				error(T("%s is no year of retirement", tostring(i.retire_year)), 0)
			end
			return { min_months = scale.step("retirement.minimum_months", i.retire_year) }
		end,
		cases = {
			{ "15 years until 2029", given = { retire_year = 2029 }, gives = { min_months = 180 } },
			{ "half a year more in 2030", given = { retire_year = 2030 }, gives = { min_months = 186 } },
			{ "20 years from 2039", given = { retire_year = 2039 }, gives = { min_months = 240 } },
			{ "and no more", given = { retire_year = 2060 }, gives = { min_months = 240 } },
		},
	},
}
