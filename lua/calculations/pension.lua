-- What a pension of an employee comes to.

-- The second formula has half of the base beside half of the indexed base.
local transitional_formulas = {
	["base*trans_index*years*coef"] = function(base, index) return base * index end,
	["(base+base*index)/2*years*coef"] = function(base, index) return (base + base * index) / 2 end,
}

-- Other words for the same, and the remark of the list of rules.
local words = { index_before_account = "trans_index", years_before_account = "years", coefficient = "coef",
	transitional_years = "years", transitional_coef = "coef", transitional_index = "trans_index" }

local function as_listed(formula)
	formula = formula:lower():gsub("%s+", ""):gsub("%(mostprovinces%)$", ""):gsub("[%a_]+", words)
	return (formula:gsub("^%(base%+base%*trans_index%)", "(base+base*index)"))
end

local function fen(amount)
	return math.tointeger(round(amount))
end

-- Formula and coefficient as given, else the province's; without years there is no such part.
local function transitional(i)
	if not i.transitional_years or i.transitional_years == 0 then return 0 end
	local formula, coefficient = i.transitional_formula, i.transitional_coef
	if formula and as_listed(formula) == "none" then return 0 end
	if not formula or not coefficient then
		local rule = param("pension.transitional")
		formula, coefficient = formula or rule.formula, coefficient or rule.coefficient
	end
	local base = transitional_formulas[as_listed(formula)]
	if not base then error(T("unknown transitional formula %s", formula), 0) end
	local index = step(L"index before the account", i.transitional_index or i.avg_index)
	return fen(base(i.base_yuan, index) * i.transitional_years * coefficient)
end

-- In whole fen: 0.1 is no binary fraction.
local function rounded_up(total)
	local unit = fen(param("pension.total_rounding") * 100)
	return (total + unit - 1) // unit * unit
end

local function divisor_of(i)
	if i.divisor_months then
		if i.divisor_months > 0 then return i.divisor_months end
		error(T("%s: \"%s\" is no divisor", "divisor_months", tostring(i.divisor_months)), 0)
	end
	if not i.age_years then error(T("divisor_months or age_years is needed"), 0) end
	return pension.divisor(i.age_years, i.age_months).months
end

local function amount(i)
	lib.inputs.not_negative(i, "avg_index", "total_years", "transitional_coef", "transitional_years", "transitional_index")
	local divisor = step(L"divisor", divisor_of(i), "months")
	step(L"mean of base and indexed base", fen(i.base_yuan * (1 + i.avg_index) / 2), "yuan")
	local basic = fen(i.base_yuan * (1 + i.avg_index) / 2 * i.total_years * param("pension.basic_rate"))
	local account = fen(i.account_yuan / divisor)
	local extra = transitional(i)
	local sum = step(L"sum of the parts", basic + account + extra, "yuan")
	return { basic = basic, account_pension = account, transitional = extra, total = rounded_up(sum) }
end

local function resident(i)
	if i.age < param("pension.resident_age") then return { status = "too_young" } end
	if not i.base_yuan then return { status = "missing_base" } end
	local account = fen(i.account_yuan / step(L"divisor", param("pension.resident_divisor"), "months"))
	return { status = "ok", account_pension = account,
		total = step(L"basic pension of the place", i.base_yuan, "yuan") + account + i.bonus_yuan }
end

return {
	{
		name = "pension.divisor",
		title = L"months a personal account is spread over",
		jurisdiction = "CN",
		basis = "State Council 2005-38, annex; months between whole ages from 2025",
		inputs = {
			{ "age_years", "count", "years", L"age at retirement, whole years" },
			{ "age_months", "count", "months", L"months above", "optional" },
		},
		outputs = { { "months", "number", "months", L"divisor" } },
		-- Straight between two whole ages, half up to a tenth; in whole numbers, so that no
		-- binary fraction decides.
		compute = function(i)
			local list = param("pension.divisor")
			local age, above = i.age_years, i.age_months or 0
			if not param("pension.divisor_by_month") then above = 0 end
			local low = age and list[age]
			local high = low and list[age + 1] or low
			if not low or above < 0 or above > 11 then
				error(T("no divisor for the age %s and %s months", tostring(age), tostring(above)), 0)
			end
			local twelfths = low * 120 + (high - low) * 10 * above
			return { months = (2 * twelfths + 12) // 24 / 10 }
		end,
		cases = {
			{ "a whole age", given = { age_years = 60, age_months = 0 }, gives = { months = 139 } },
			{ "60 and a month", given = { age_years = 60, age_months = 1 }, gives = { months = 138.4 } },
			{ "50 and a month", given = { age_years = 50, age_months = 1 }, gives = { months = 194.6 } },
			{ "half of a step", given = { age_years = 62, age_months = 6 }, gives = { months = 121 } },
			{ "half up to a tenth", given = { age_years = 61, age_months = 9 }, gives = { months = 126.8 } },
			{ "the last age", given = { age_years = 70 }, gives = { months = 56 } },
		},
	},
	{
		name = "pension.amount",
		title = L"first monthly pension of an employee",
		jurisdiction = "CN",
		basis = "State Council 2005-38, part 6",
		inputs = {
			{ "base_yuan", "yuan", "yuan", L"calculation base of the province and year" },
			{ "avg_index", "number", "", L"average contribution index" },
			{ "total_years", "number", "years", L"years paid and deemed, decimal" },
			{ "account_yuan", "yuan", "yuan", L"balance of the personal account" },
			{ "divisor_months", "number", "months", L"divisor; empty: by the age", "optional" },
			{ "age_years", "count", "years", L"age at retirement, whole years", "optional" },
			{ "age_months", "count", "months", L"months above", "optional" },
			{ "transitional_formula", "text", "", L"formula; empty: that of the province", "optional" },
			{ "transitional_coef", "number", "", L"coefficient; empty: that of the province", "optional" },
			{ "transitional_years", "number", "years", L"years before the account; empty: none", "optional" },
			{ "transitional_index", "number", "", L"index of these years; empty: the average", "optional" },
		},
		outputs = {
			{ "basic", "yuan", "yuan", L"basic pension" },
			{ "account_pension", "yuan", "yuan", L"from the personal account" },
			{ "transitional", "yuan", "yuan", L"transitional pension" },
			{ "total", "yuan", "yuan", L"a month, without local extras" },
		},
		compute = amount,
		-- Amounts of cases are fen, as rules have them.
		cases = {
			{ "a notice from Anhui",
			  given = { base_yuan = 784200, avg_index = 0.6119, total_years = 30.7,
			            account_yuan = 8368725, divisor_months = 195,
			            transitional_formula = "base*trans_index*years*coef",
			            transitional_coef = 0.013, transitional_years = 1.1 },
			  gives = { basic = 194032, account_pension = 42917, transitional = 6862 } },
			{ "a notice from Sichuan, half of each base",
			  given = { base_yuan = 846200, avg_index = 0.872, total_years = 43.08,
			            account_yuan = 11164005, age_years = 60, age_months = 1,
			            transitional_formula = "(base+base*index)/2*years*coef",
			            transitional_coef = 0.013, transitional_years = 13.08 },
			  gives = { basic = 341212, account_pension = 80665, transitional = 134679 } },
			{ "nothing before the account", place = "CN-33",
			  given = { base_yuan = 643000, avg_index = 0.6235, total_years = 25.33,
			            account_yuan = 5000151, divisor_months = 195 },
			  gives = { basic = 132211, account_pension = 25642, transitional = 0, total = 157860 } },
			{ "to the fen elsewhere", place = "CN-23",
			  given = { base_yuan = 643000, avg_index = 0.6235, total_years = 25.33,
			            account_yuan = 5000151, divisor_months = 195 },
			  gives = { total = 157853 } },
			{ "formula and coefficient of the province", place = "CN-51",
			  given = { base_yuan = 846200, avg_index = 0.872, total_years = 43.08,
			            account_yuan = 11164005, divisor_months = 138.4, transitional_years = 13.08 },
			  gives = { transitional = 134679 } },
		},
	},
	{
		name = "pension.resident",
		title = L"monthly pension of a resident",
		jurisdiction = "CN",
		basis = "State Council 2014-8, part 5 and 6",
		inputs = {
			{ "base_yuan", "yuan", "yuan", L"basic pension of the place; empty: not known", "optional" },
			{ "account_yuan", "yuan", "yuan", L"balance of the personal account" },
			{ "bonus_yuan", "yuan", "yuan", L"for long contribution or high age; empty: none", default = 0 },
			{ "age", "number", "years", L"age" },
		},
		outputs = {
			{ "status", "code", "", L"ok, too_young or missing_base" },
			{ "account_pension", "yuan", "yuan", L"from the personal account" },
			{ "total", "yuan", "yuan", L"a month; empty unless the status is ok" },
		},
		compute = function(i)
			lib.inputs.not_negative(i, "age")
			return resident(i)
		end,
		cases = {
			{ "an account of 139 yuan", given = { base_yuan = 20000, account_yuan = 13900, age = 60 },
			  gives = { status = "ok", account_pension = 100, total = 20100 } },
			{ "with a bonus", given = { base_yuan = 20000, account_yuan = 0, bonus_yuan = 500, age = 72 },
			  gives = { status = "ok", account_pension = 0, total = 20500 } },
			{ "a year too early", given = { base_yuan = 20000, account_yuan = 13900, age = 59 },
			  gives = { status = "too_young", total = "" } },
			{ "the base is not known", given = { account_yuan = 13900, age = 60 },
			  gives = { status = "missing_base" } },
		},
	},
}
