-- Who is entitled to long-term care.

-- Levels 0 to 5 of the grading; its sixth sheet is severe dementia.
local labels = { ["基本正常"] = "0", ["轻度失能"] = "1", ["中度失能"] = "2", ["重度失能I级"] = "3",
	["重度失能II级"] = "4", ["重度失能III级"] = "5", ["重度失智"] = "D" }

local function level_of(text)
	text = labels[text or ""] or text
	local level = (text or ""):match("^[0-5]$") or (text or ""):lower():match("^level[ _]?([0-5])$")
	if level then return "level_" .. level end
	if text == "D" or text == "d" then return "dementia" end
	if not text then return nil end
	error(T("%s: \"%s\" is not known", "level", text), 0)
end

local severe = { yes = true, y = true, ["true"] = true, ["1"] = true, severe = true, d = true }
local other = { no = true, n = true, ["false"] = true, ["0"] = true, none = true, mild = true, moderate = true }

local function has_dementia(text)
	local said = (text or "no"):lower()
	if not severe[said] and not other[said] then error(T("%s: \"%s\" is not known", "dementia", text), 0) end
	return severe[said]
end

local function entitlement(i)
	local level, dementia = level_of(i.level), has_dementia(i.dementia)
	if not level and not dementia then error(T("%s is missing", "level"), 0) end
	local eligible = param("care.eligible")
	local by_level = level and eligible[level]
	if i.months_impaired < param("care.impaired_months") or not by_level and not (dementia and eligible.dementia) then
		return { eligible = false, hours_per_week = 0 }
	end
	return { eligible = true, hours_per_week = param("care.hours_per_week")[level] }
end

local dimensions = { "daily", "mind", "senses" }

-- Of cognition and senses the worse one counts.
local function graded(i)
	local most = param("care.points_most")
	for _, name in ipairs(dimensions) do
		if i[name] > most[name] then error(T("%s: there are %s points at most", name, tostring(most[name])), 0) end
	end
	local daily = scale.step("care.daily_grades", i.daily)
	local mind, senses = scale.step("care.mind_grades", i.mind), scale.step("care.senses_grades", i.senses)
	local by_daily = param("care.matrix")[daily]
	local level = math.max(by_daily[mind], by_daily[senses])
	return { level = tostring(level), daily_grade = daily, mind_grade = mind, senses_grade = senses }
end

local function grade_case(daily, mind, senses, level)
	return { daily .. " " .. mind .. " " .. senses, given = { daily = daily, mind = mind, senses = senses }, gives = { level = level } }
end

return {
	{
		name = "care.grade",
		title = L"level of disability",
		jurisdiction = "CN",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		inputs = {
			{ "daily", "count", "points", L"points of daily living, 0 to 100" },
			{ "mind", "count", "points", L"points of cognition, 0 to 16" },
			{ "senses", "count", "points", L"points of perception and communication, 0 to 12" },
		},
		outputs = {
			{ "level", "code", "", L"0 to 5" },
			{ "daily_grade", "code", "", L"grade of daily living" },
			{ "mind_grade", "code", "", L"grade of cognition" },
			{ "senses_grade", "code", "", L"grade of perception and communication" },
		},
		compute = graded,
		cases = {
			grade_case(100, 16, 12, "0"), grade_case(100, 3, 12, "1"), grade_case(99, 16, 12, "1"), grade_case(65, 1, 12, "2"),
			grade_case(64, 16, 12, "2"), grade_case(45, 16, 1, "3"), grade_case(44, 4, 4, "3"), grade_case(40, 2, 12, "4"),
			grade_case(0, 0, 0, "5"),
		},
	},
	{
		name = "care.entitlement",
		title = L"entitlement to long-term care",
		jurisdiction = "CN",
		basis = "National Healthcare Security Administration 2020-37; Qingdao medical bureau 2022-30",
		inputs = {
			{ "level", "code", "", L"0 to 5 of the national grading, or D", "optional" },
			{ "dementia", "code", "", L"severe dementia: yes or no", "optional" },
			{ "months_impaired", "count", "months", L"months the disability has lasted" },
		},
		outputs = {
			{ "hours_per_week", "number", "hours", L"hours of care a week; empty where they are not set" },
			{ "eligible", "yes/no", "", L"has a claim" },
		},
		compute = entitlement,
		cases = {
			{ "moderate", given = { level = "2", months_impaired = 24 }, gives = { eligible = "no", hours_per_week = 0 } },
			{ "severe", given = { level = "3", months_impaired = 24 }, gives = { eligible = "yes" } },
			{ "the worst", given = { level = "5", months_impaired = 24 }, gives = { eligible = "yes" } },
			{ "severe dementia", given = { level = "1", dementia = "yes", months_impaired = 24 },
			  gives = { eligible = "yes" } },
		},
	},
	{
		name = "care.fund_share",
		title = L"what the fund pays of care",
		jurisdiction = "CN",
		basis = "local rules on long-term care insurance",
		inputs = {
			{ "form", "code", "", L"home, carehome, hospital1, hospital2, hospital3 or family" },
			{ "cost", "yuan", "yuan", L"what the care cost" },
			{ "days", "count", "days", L"days of care" },
		},
		outputs = { { "paid", "yuan", "yuan", L"paid by the fund" } },
		compute = function(i)
			local form = param("care.shares")[i.form]
			if not form then error(T("%s: \"%s\" is not known", "form", i.form), 0) end
			local most = math.tointeger(round(form.day_yuan * 100 * i.days))
			return { paid = form.share and math.min(math.tointeger(round(i.cost * form.share)), most) or most }
		end,
		cases = {
			{ "by the share", on = "2024-01-01", place = "CN-370481", given = { form = "home", cost = 100000, days = 30 }, gives = { paid = 90000 } },
			{ "not beyond the days", on = "2024-01-01", place = "CN-370481", given = { form = "home", cost = 200000, days = 30 },
			  gives = { paid = 135000 } },
			{ "by family, so much a day", on = "2024-01-01", place = "CN-370481", given = { form = "family", cost = 0, days = 31 },
			  gives = { paid = 93000 } },
		},
	},
	{
		name = "care.payable_hours",
		title = L"hours of care at home that are paid in a week",
		jurisdiction = "CN",
		basis = "local rules on long-term care insurance",
		inputs = {
			{ "grade", "count", "", L"grade of the place, 1 to 6" },
			{ "hours", "number", "hours", L"hours done in the week" },
		},
		outputs = { { "payable", "number", "hours", L"hours that are paid" } },
		compute = function(i)
			local most = param("care.grade_hours")[i.grade]
			if not most then error(T("%s: \"%s\" is not known", "grade", tostring(i.grade)), 0) end
			return { payable = math.min(i.hours, most) }
		end,
		cases = {
			{ "as done", on = "2024-01-01", place = "CN-31", given = { grade = 4, hours = 5 }, gives = { payable = 5 } },
			{ "one hour too many", on = "2024-01-01", place = "CN-31", given = { grade = 4, hours = 6 }, gives = { payable = 5 } },
		},
	},
}
