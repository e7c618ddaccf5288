-- What an application for a pension comes to: may it be that month, and how much would it be.

local function index_of(paid, base)
	local months, sum = 0, 0
	for year, n, mean in (paid or ""):gmatch("(%d+):(%d+):(%d+)") do
		local of_year = param("pension.base")[tonumber(year)] or base
		months, sum = months + tonumber(n), sum + tonumber(n) * tonumber(mean) / of_year
	end
	return months > 0 and round(sum / months, 4) or nil
end

-- Special work has ages of its own, with no month to be told before.
local function special_verdict(i)
	local years = param("retirement.special_age")[i.category]
	local first = years and month(period(add_months(i.birth, years * 12)))
	local asked = month(period(i.from_ym))
	if not first then return nil end
	if asked < first then return "reject", T("not before %s", first) end
	return "accept_special"
end

local function too_late_told(verdict, i, statutory)
	if verdict ~= "accept_early" and verdict ~= "accept_late" then return nil end
	local notice, asked = param("retirement.notice"), i.from_ym
	if verdict == "accept_early" and add_months(i.asked_on, notice.early) > asked then
		return T("an earlier month is told %s months before", tostring(notice.early))
	end
	local last = add_months(statutory, -notice.late)
	if verdict == "accept_late" and i.asked_on >= last then
		return T("a later month is agreed %s months before the statutory one", tostring(notice.late))
	end
end

local function first_of(d)
	local y, m = civil(d)
	return make_date(y, m, 1)
end

local function verdict_of(i)
	local months = i.contrib_months + i.deemed_months
	local ruled = retirement.flexible(i.category, i.birth, i.from_ym, months, i.restriction)
	if i.special and ruled.verdict ~= "reject_contribution" then
		local verdict, why = special_verdict(i)
		if verdict then return verdict, why end
	end
	local statutory = first_of(retirement.age(i.category, i.birth).retire_day)
	local why = too_late_told(ruled.verdict, i, statutory)
	if why then return "reject_notice", why end
	return ruled.verdict, ruled.why
end

-- What a place pays beside the account: nobody's pension is worked out by a minimum that is not the place's own.
local function of_resident(i, from, verdict, why)
	local first = add_months(from, 1)
	local base = param("pension.resident_base", first, { default = 0 })
	if base == 0 then
		return { total = 0, verdict = "no_base", first_day = first,
			why = T("the basic pension of residents is not known for this place; the state's least is %s a month",
				yuan(param("pension.resident_least", first))) }
	end
	local years = round(i.contrib_months / 12, 4)
	local long = param("pension.resident_long", first)
	local bonus = (math.max(i.contrib_months - 12 * long.after, 0) // 12) * long.fen_a_year
	local age = months_between(i.birth, add_days(first, -1))
	local due = pension.resident(base, i.account_yuan, bonus, age // 12)
	return { total = due.total, verdict = verdict, why = why or T("the age is reached in %s", month(period(from))), first_day = first,
		base = base, index = 0, bonus = bonus, years = years, age_months = age }
end

local function offer(i)
	local from = first_of(i.from_ym or retirement.age(i.category, i.birth).retire_day)
	i.from_ym = from
	local verdict, why = verdict_of(i)
	local function answer(v, w) return { total = 0, verdict = v, why = w, first_day = add_months(from, 1) } end
	if verdict:sub(1, 6) ~= "accept" then return answer(verdict, why) end
	if i.category == "resident" then return of_resident(i, from, verdict, why) end
	local first = add_months(from, 1)
	local base = param("pension.base")[(civil(first))] or i.base_yuan
	if not base or base == 0 then return answer("no_base", T("no calculation base is known for %s", month(period(first)))) end
	local index = index_of(i.paid, base)
	if not index then return answer("no_index", T("no month with its base is held: the index is not known")) end
	step(L"contribution index", index)
	local years = round((i.contrib_months + i.deemed_months) / 12, 4)
	local age = months_between(i.birth, add_days(first, -1))
	local deemed = i.deemed_months > 0 and i.deemed_months / 12 or nil
	local due = pension.amount(base, index, years, i.account_yuan, nil, age // 12, age % 12, nil, nil, deemed, nil)
	return { total = due.total, verdict = verdict, why = why or T("the age is reached in %s", month(period(from))), first_day = first, base = base,
		index = index, years = years, age_months = age }
end

-- By the rules that are in force when the day comes, not by today's.
local function ahead(i)
	local age = retirement.age(i.category, i.birth)
	for _ = 1, 3 do
		local then_ = retirement.age_on(i.category, i.birth, age.retire_day)
		if then_.retire_day == age.retire_day then return then_ end
		age = then_
	end
	return age
end

return {
	{
		name = "retirement.ahead",
		title = L"when a person will reach the retirement age",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents)",
		inputs = {
			{ "category", "code", "", L"male60, female55, female50 or resident" },
			{ "birth", "day", "day", L"birth date" },
		},
		outputs = {
			{ "retire_day", "day", "day", L"day the age is reached" },
			{ "earliest_ym", "text", "month", L"first month that can be chosen" },
			{ "latest_ym", "text", "month", L"last month that can be chosen" },
		},
		compute = ahead,
		cases = {
			{ "asked before the reform, reached after it", on = "2024-01-10", given = { category = "male60",
			  birth = "1976-09-01" }, gives = { retire_day = "2039-09-01", earliest_ym = "2036-09" } },
			{ "asked before the reform, reached before it", on = "2024-01-10", given = { category = "male60",
			  birth = "1964-05-20" }, gives = { retire_day = "2024-05-20" } },
		},
	},
	{
		name = "retirement.offer",
		title = L"what an application for a pension comes to",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 1 to 3 and 8; State Council 2005-38, part 6; State Council 2014-8, part 5 and 6; MOHRSS 2024-94",
		inputs = {
			{ "category", "code", "", L"male60, female55, female50 or resident" },
			{ "birth", "day", "day", L"birth date" },
			{ "from_ym", "month", "month", L"month asked for; empty: when the age is reached", "optional" },
			{ "asked_on", "day", "day", L"day of the application" },
			{ "contrib_months", "count", "months", L"months paid" },
			{ "account_yuan", "yuan", "yuan", L"balance of the personal account" },
			{ "deemed_months", "count", "months", L"deemed months", default = 0 },
			{ "special", "yes/no", "", L"special work", "optional" },
			{ "restriction", "code", "", L"none, civil_servant, soe_leader or special_work", "optional" },
			{ "base_yuan", "yuan", "yuan", L"calculation base where none of the year is known", "optional" },
			{ "paid", "text", "", L"months and mean base by year", "optional" },
		},
		outputs = {
			{ "total", "yuan", "yuan", L"a month, without local extras" },
			{ "verdict", "code", "", L"accept_early, accept_statutory, accept_late, accept_special or why not" },
			{ "why", "say", "", L"why" },
			{ "first_day", "day", "day", L"first month that is paid" },
			{ "base", "yuan", "yuan", L"calculation base" },
			{ "index", "number", "", L"contribution index; 0 for residents" },
			{ "bonus", "yuan", "yuan", L"for long contribution of a resident" },
			{ "years", "number", "years", L"years paid and deemed, decimal" },
			{ "age_months", "number", "months", L"age in months" },
		},
		compute = offer,
		cases = {
			{ "early, told three months before", on = "2029-12-01", given = { category = "male60", birth = "1970-03-15",
			  from_ym = "2030-03", asked_on = "2029-12-01", contrib_months = 186, account_yuan = 13900000, base_yuan = 800000,
			  paid = "2024:12:560000",
			  special = false }, gives = { verdict = "accept_early", first_day = "2030-04-01" } },
			{ "a day too late", on = "2029-12-02", given = { category = "male60", birth = "1970-03-15",
			  from_ym = "2030-03", asked_on = "2029-12-02", contrib_months = 186, account_yuan = 13900000, base_yuan = 800000,
			  paid = "2024:12:560000" },
			  gives = { verdict = "reject_notice", total = 0 } },
			{ "late, agreed a month before", on = "2031-05-31", given = { category = "male60", birth = "1970-03-15",
			  from_ym = "2034-07", asked_on = "2031-05-31", contrib_months = 192, account_yuan = 13900000, base_yuan = 800000,
			  paid = "2024:12:560000" },
			  gives = { verdict = "accept_late" } },
			{ "late, not agreed in time", on = "2031-07-02", given = { category = "male60", birth = "1970-03-15",
			  from_ym = "2034-07", asked_on = "2031-07-02", contrib_months = 192, account_yuan = 13900000, base_yuan = 800000,
			  paid = "2024:12:560000" },
			  gives = { verdict = "reject_notice" } },
			{ "special work at 55", on = "2026-01-10", given = { category = "male60", birth = "1971-01-15",
			  from_ym = "2026-01", asked_on = "2026-01-10", contrib_months = 240, account_yuan = 13900000, base_yuan = 800000,
			  paid = "2024:12:560000",
			  special = true }, gives = { verdict = "accept_special", first_day = "2026-02-01" } },
			{ "no month held", on = "2025-11-10", given = { category = "male60", birth = "1965-04-15", from_ym = "2025-05",
			  asked_on = "2025-05-02", contrib_months = 300, account_yuan = 13900000, base_yuan = 800000 },
			  gives = { verdict = "no_index" } },
			{ "a resident: the place's basic pension and the account over 139 months", place = "CN-31", on = "2021-06-10",
			  given = { category = "resident", birth = "1961-06-20", from_ym = "2021-06", asked_on = "2021-06-10",
			            contrib_months = 192, account_yuan = 1390000 },
			  gives = { verdict = "accept_statutory", total = 130000, first_day = "2021-07-01", base = 120000, bonus = 0, years = 16 } },
			{ "a resident short of fifteen years", place = "CN-31", on = "2021-06-10",
			  given = { category = "resident", birth = "1961-06-20", from_ym = "2021-06", asked_on = "2021-06-10",
			            contrib_months = 168, account_yuan = 1390000 },
			  gives = { verdict = "reject_contribution", total = 0 } },
			{ "a resident of a place whose basic pension is not known", on = "2025-06-10",
			  given = { category = "resident", birth = "1965-06-20", from_ym = "2025-06", asked_on = "2025-06-10",
			            contrib_months = 192, account_yuan = 1390000 },
			  gives = { verdict = "no_base", total = 0 } },
			{ "no base of the year", on = "2025-11-10", given = { category = "male60", birth = "1965-04-15",
			  from_ym = "2025-05", asked_on = "2025-05-02", contrib_months = 300, account_yuan = 13900000 },
			  gives = { verdict = "no_base" } },
		},
	},
}
