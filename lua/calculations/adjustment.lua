-- What a year's adjustment adds to a pension, part by part.  A place's rule is a row of parameters
-- (parameters/adjustment.lua says what stands in one); nothing here knows a place.  A part that is not known is nil, and
-- so is all that it goes into.

local function sum(...)
	local total = 0
	for k = 1, select("#", ...) do
		local part = select(k, ...)
		if not part then return nil end
		total = total + part
	end
	return total
end

local function up(amount, unit)
	return amount and unit and (amount + unit - 1) // unit * unit or amount
end

-- What the rule has for the group alone; residents are one where a place adjusts them by the same notice.
local function group_of(rule, i)
	local groups = rule.groups or {}
	if i.scheme and i.scheme ~= "employee" and not groups[i.scheme] then
		error(T("no adjustment of %s is known here", tostring(i.year) .. " " .. i.scheme), 0)
	end
	return groups[i.group or i.scheme or ""]
end

-- Another group's own part in place of everyone's; false: it has none.
local function part_of(rule, own, name)
	if own and own[name] ~= nil then return own[name] end
	return rule[name]
end

local function months_counted(years, i)
	if not i.contribution_years and not i.contribution_months then return nil end
	local months = math.max(12 * (i.contribution_years or 0) + (i.contribution_months or 0), 12 * (years.least_years or 0))
	if years.count == "up" then return (months + 11) // 12 * 12 end
	return years.count == "down" and months // 12 * 12 or months
end

-- Each band counts the time from its own first year to the next one's, half up to a fen.
local function bands_sum(bands, months)
	local flat, by_month = 0, 0
	for band, within in scale.parts(bands, months, { times = 12 }) do
		if within > 0 and band.unknown then return nil end
		flat, by_month = flat + (band.flat or 0), by_month + within * (band.fen or 0)
	end
	return flat + (2 * by_month + 12) // 24
end

local function years_part(years, i, others)
	if not years then return 0 end
	local months = months_counted(years, i)
	local amount = months and bands_sum(years.bands, step(L"months that count", months, "months"))
	amount = amount and math.max(amount, years.floor or 0)
	if not amount or not years.fill_to then return amount end
	return others and math.max(0, math.min(amount, years.fill_to - others))
end

-- In whole hundredths of a percent: 1.26 is no binary fraction.
local function percent_part(percent, before)
	if not percent then return 0 end
	return before and (before * math.tointeger(round(percent * 100)) + 5000) // 10000
end

local function level_part(levels, before)
	if not levels or not before then return not levels and 0 or nil end
	local band, below = scale.line(levels.bands, before)
	return levels.guard and below and math.max(band.fen, band.from + below.fen - before) or band and band.fen or 0
end

local function area_part(areas, area)
	if not areas then return 0 end
	area = area or param("adjustment.area")
	if area == "" or area == "none" then return 0 end
	if areas.unknown then return nil end
	if not areas[area] then error(T("%s: \"%s\" is not known", "area", area), 0) end
	return areas[area]
end

-- Of whom the sex is not known only what is the same for both is.
local function of_age(ages, sex, age)
	local band = scale.line(ages, age, sex == "F" and "women")
	if not sex and scale.line(ages, age, "women") ~= band then return nil end
	if not band then return 0 end
	return band.over and band.fen * (age - band.over) or band.fen
end

-- The supplement of all years is raised to a level, in the year of that age alone where turned says so.
local function to_level(levels, age, supplement, amount)
	local level = scale.line(levels, age)
	if not level or level.turned and age ~= level.from then return amount end
	return supplement and amount and math.max(amount, level.fen - supplement)
end

-- Where an age is given alone, the day of birth is the last one that makes it.
local function age_part(part, i, last_day)
	local ages, births, levels = part("ages"), part("births"), part("age_levels")
	if not ages and not births and not levels then return 0 end
	local birth = i.birth or i.age and add_months(last_day, -12 * i.age)
	if not birth then return nil end
	local age = step(L"age on the last day that counts", months_between(birth, last_day) // 12, "years")
	local amount = ages and of_age(ages, i.sex, age) or not ages and 0 or nil
	amount = sum(amount, births and (scale.line(births, birth) or {}).fen or 0)
	return levels and to_level(levels, age, i.supplement_before, amount) or not levels and amount or nil
end

-- Each adds its amount, but no further than it may bring the pension.
local function extra_part(extras, after)
	local added = 0
	for _, extra in ipairs(extras or {}) do
		if extra.up_to and not after then return nil end
		local amount = extra.up_to and math.max(0, math.min(extra.fen, extra.up_to - after - added)) or extra.fen
		added = added + amount
	end
	return added
end

-- Rounded for itself, or together with the years.
local function rounded_percent(rule, years, percent)
	local round_to = rule.round or {}
	if round_to.linked then return years and percent and up(years + percent, round_to.linked) - years end
	return up(percent, round_to.percent)
end

local function parts(rule, i, last_day)
	local own = group_of(rule, i)
	local function part(name) return part_of(rule, own, name) end
	local before = i.pension_before
	local fixed = part("fixed") or 0
	local percent = percent_part(part("percent"), before)
	local years = years_part(part("years"), i, sum(fixed, percent))
	percent = rounded_percent(rule, years, percent)
	local other = sum(level_part(part("levels"), before), area_part(part("areas"), i.area))
	local age = age_part(part, i, last_day)
	local basic, minimum, extras = sum(fixed, years, percent, other), part("minimum"), part("extra")
	local lift = minimum and (before and basic and math.max(0, minimum - before - basic)) or not minimum and 0 or nil
	other = sum(other, lift, extra_part(extras, extras and sum(before, basic, lift, age)))
	local out = { fixed = fixed, years_part = years, percent_part = percent, age_part = age, other_part = other }
	for _, name in ipairs(part("unknown") or {}) do out[name] = nil end
	return out
end

local names = { "fixed", "years_part", "percent_part", "age_part", "other_part" }

local function missing(out)
	local list = {}
	for _, name in ipairs(names) do
		if not out[name] then list[#list + 1] = name end
	end
	return #list > 0 and table.concat(list, " ") or nil
end

-- Who takes no part, and why.
local function excluded(rule, i, last_day)
	if i.pension_from and i.pension_from > last_day then return "after_scope" end
	if i.custody and param("adjustment.custody")[i.custody] then return "custody" end
	if group_of(rule, i) == false then return "group" end
end

local function increase(i)
	local last_day = make_date(i.year - 1, 12, 31)
	local rule = param("adjustment.rule", last_day + 1)
	if rule.year ~= i.year then error(T("no adjustment of %s is known here", tostring(i.year)), 0) end
	local why = excluded(rule, i, last_day)
	if why then return { excluded = why, increase = 0, after = i.pension_before } end
	local out = parts(rule, i, last_day)
	local total = sum(out.fixed, out.years_part, out.percent_part, out.age_part, out.other_part)
	out.sum = total
	out.increase = total and math.min(up(total, (rule.round or {}).total), rule.cap or math.maxinteger)
	out.after = sum(i.pension_before, out.increase)
	out.missing = missing(out)
	out.ceiling = param("adjustment.ceiling")[i.year]
	return out
end

return {
	{
		name = "adjustment.increase",
		title = L"yearly adjustment of a pension",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		inputs = {
			{ "year", "count", "years", L"year of the adjustment" },
			{ "sex", "code", "", L"M or F; empty: not known", "optional" },
			{ "birth", "day", "", L"day of birth", "optional" },
			{ "age", "count", "years", L"age on the last day of the year before, where the birth is not given", "optional" },
			{ "contribution_years", "count", "years", L"years paid and deemed", "optional" },
			{ "contribution_months", "count", "months", L"months above", "optional" },
			{ "pension_before", "yuan", "yuan", L"a month before the adjustment", "optional" },
			{ "pension_from", "day", "", L"first day of the pension", "optional" },
			{ "supplement_before", "yuan", "yuan", L"age supplements of all years before", "optional" },
			{ "area", "code", "", L"class of a hard area, or none; empty: that of the place", "optional" },
			{ "scheme", "code", "", L"employee or resident; empty: employee", "optional" },
			{ "custody", "code", "", L"kind of custody; empty: none", "optional" },
			{ "group", "code", "", L"group that the notice treats otherwise; empty: none", "optional" },
		},
		outputs = {
			{ "fixed", "yuan", "yuan", L"for everyone" },
			{ "years_part", "yuan", "yuan", L"by the years paid" },
			{ "percent_part", "yuan", "yuan", L"by the pension before" },
			{ "age_part", "yuan", "yuan", L"for age" },
			{ "other_part", "yuan", "yuan", L"by level, area or minimum" },
			{ "sum", "yuan", "yuan", L"sum of the parts" },
			{ "increase", "yuan", "yuan", L"more a month; empty: not all is known" },
			{ "after", "yuan", "yuan", L"a month after the adjustment" },
			{ "excluded", "code", "", L"why there is none: custody, after_scope or group" },
			{ "missing", "text", "", L"parts that are not known" },
			{ "ceiling", "number", "percent", L"of the year, for a province as a whole" },
		},
		compute = increase,
		cases = {
			{ "an example from Shandong", place = "CN-37",
			  given = { year = 2022, sex = "F", birth = "1965-05-01", contribution_years = 28, contribution_months = 6,
			            pension_before = 287560 },
			  gives = { fixed = 4300, years_part = 4130, percent_part = 3623, age_part = 0, increase = 12100,
			            after = 299660 } },
			{ "women from 65 on in Zhejiang", place = "CN-33",
			  given = { year = 2022, sex = "F", age = 66, contribution_years = 20, pension_before = 150000 },
			  gives = { increase = 11210 } },
			{ "by the window of birth in Hebei", place = "CN-13",
			  given = { year = 2022, sex = "F", age = 76, contribution_years = 30, pension_before = 300000 },
			  gives = { increase = 14530, after = 314530 } },
			{ "nobody of a higher level ends below a lower one", place = "CN-11",
			  given = { year = 2014, sex = "M", age = 60, contribution_years = 30, pension_before = 277300 },
			  gives = { years_part = 10500, other_part = 15000 } },
			{ "raised to the minimum before age counts", place = "CN-11",
			  given = { year = 2014, sex = "M", age = 70, contribution_years = 9, pension_before = 120000 },
			  gives = { years_part = 3500, age_part = 11000, other_part = 22800, after = 157300 } },
			{ "a part that no source tells", place = "CN-51",
			  given = { year = 2025, sex = "M", age = 85, contribution_years = 30, pension_before = 300000 },
			  gives = { fixed = 2200, years_part = 1800, missing = "age_part", increase = "" } },
			{ "who serves a sentence takes no part", place = "CN-33",
			  given = { year = 2022, age = 66, contribution_years = 20, pension_before = 150000, custody = "prison" },
			  gives = { excluded = "custody", increase = 0, after = 150000 } },
			{ "nor who retired after the year before", place = "CN-33",
			  given = { year = 2022, age = 60, contribution_years = 20, pension_before = 150000,
			            pension_from = "2022-01-01" },
			  gives = { excluded = "after_scope", increase = 0 } },
		},
	},
}
