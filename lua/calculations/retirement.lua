-- When a person reaches the statutory age.

local function minimum_months(category, year)
	local months
	if category == "resident" then
		return param("retirement.minimum_months_resident")
	end
	for _, line in ipairs(param("retirement.minimum_months")) do
		if line.year <= year then months = line.months end
	end
	return months
end

return {
	{
		name = "retirement.age",
		title = "statutory retirement age",
		jurisdiction = "CN",
		basis = "State Council measures of 2024-09-13, art. 1 and 2; State Council 2014-8 (residents)",
		inputs = {
			{ "category", "code", "", "male60, female55, female50 or resident" },
			{ "birth", "day", "day", "birth date" },
		},
		outputs = {
			{ "delay_months", "number", "months", "later than the age before 2025" },
			{ "age_years", "number", "years", "age, whole years" },
			{ "age_months", "number", "months", "age, months above" },
			{ "retire_day", "day", "day", "day the age is reached" },
			{ "retire_ym", "text", "month", "month the age is reached" },
			{ "min_contrib_months", "number", "months", "months that must be paid in" },
		},
		compute = function(i)
			local rule = param("retirement.ages")[i.category]
			if not rule then error("no retirement age for category " .. tostring(i.category), 0) end
			local year, birth_month = civil(i.birth)
			local since = (year - rule.first // 100) * 12 + birth_month - rule.first % 100
			local delay = since < 0 and 0 or math.min(rule.most, since // rule.step + 1)
			local age = rule.years * 12 + delay
			local day = add_months(i.birth, age)
			return {
				delay_months = delay, age_years = age // 12, age_months = age % 12,
				retire_day = day, retire_ym = month(period(day)),
				min_contrib_months = minimum_months(i.category, (civil(day))),
			}
		end,
		cases = {
			{ "the last month before the reform", given = { category = "male60", birth = "1964-12-15" },
			  gives = { delay_months = 0, age_years = 60, age_months = 0, retire_ym = "2024-12" } },
			{ "the first step of the men", given = { category = "male60", birth = "1965-01-15" },
			  gives = { delay_months = 1, retire_day = "2025-02-15", min_contrib_months = 180 } },
			{ "the last of a step", given = { category = "male60", birth = "1965-04-15" },
			  gives = { delay_months = 1, retire_ym = "2025-05" } },
			{ "the first of the next", given = { category = "male60", birth = "1965-05-15" },
			  gives = { delay_months = 2, retire_ym = "2025-07" } },
			{ "63 from September 1976", given = { category = "male60", birth = "1976-09-01" },
			  gives = { delay_months = 36, age_years = 63, age_months = 0, retire_ym = "2039-09",
			            min_contrib_months = 240 } },
			{ "women at 55: every four months", given = { category = "female55", birth = "1970-05-31" },
			  gives = { delay_months = 2, retire_ym = "2025-07" } },
			{ "women at 50: every two months", given = { category = "female50", birth = "1975-04-10" },
			  gives = { delay_months = 2, retire_ym = "2025-06" } },
			{ "55 from November 1984", given = { category = "female50", birth = "1984-12-01" },
			  gives = { delay_months = 60, age_years = 55, age_months = 0, retire_ym = "2039-12" } },
			{ "six months more a year from 2030", given = { category = "female55", birth = "1974-01-20" },
			  gives = { retire_ym = "2030-02", min_contrib_months = 186 } },
			{ "residents keep 60 and 15 years", given = { category = "resident", birth = "1980-02-29" },
			  gives = { delay_months = 0, retire_day = "2040-02-29", min_contrib_months = 180 } },
		},
	},
}
