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

return {
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
}
