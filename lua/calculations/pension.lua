-- What a pension of an employee comes to.

-- The second formula has half of the base beside half of the indexed base.
local transitional_formulas = {
	["base*trans_index*years*coef"] = function(base, index) return base * index end,
	["(base+base*index)/2*years*coef"] = function(base, index) return (base + base * index) / 2 end,
}

local function fen(amount)
	return math.tointeger(round(amount))
end

local function transitional(i)
	if not i.transitional_formula then return 0 end
	local base = transitional_formulas[i.transitional_formula]
	if not base then error("unknown transitional formula " .. i.transitional_formula, 0) end
	if not i.transitional_years or not i.transitional_coef then
		error("a transitional pension needs years and coefficient", 0)
	end
	return fen(base(i.base_yuan, i.transitional_index or i.avg_index)
		* i.transitional_years * i.transitional_coef)
end

return {
	{
		name = "pension.divisor",
		title = "months a personal account is spread over",
		jurisdiction = "CN",
		basis = "State Council 2005-38, annex; months between whole ages from 2025",
		inputs = {
			{ "age_years", "number", "years", "age at retirement, whole years" },
			{ "age_months", "number", "months", "months above" },
		},
		outputs = { { "months", "number", "months", "divisor" } },
		-- Straight between two whole ages, half up to a tenth; in whole numbers, so that no
		-- binary fraction decides.
		compute = function(i)
			local list = param("pension.divisor")
			local age, above = i.age_years, i.age_months or 0
			if not param("pension.divisor_by_month") then above = 0 end
			local low = age and list[age]
			local high = low and list[age + 1] or low
			if not low or above < 0 or above > 11 then
				error("no divisor for the age " .. tostring(age) .. " and " .. above .. " months", 0)
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
		title = "first monthly pension of an employee",
		jurisdiction = "CN",
		basis = "State Council 2005-38, part 6",
		inputs = {
			{ "base_yuan", "yuan", "yuan", "calculation base of the province and year" },
			{ "avg_index", "number", "", "average contribution index" },
			{ "total_years", "number", "years", "years paid and deemed, decimal" },
			{ "account_yuan", "yuan", "yuan", "balance of the personal account" },
			{ "divisor_months", "number", "months", "divisor; empty: by the age" },
			{ "age_years", "number", "years", "age at retirement, whole years" },
			{ "age_months", "number", "months", "months above" },
			{ "transitional_formula", "text", "", "formula of the province; empty: no such part" },
			{ "transitional_coef", "number", "", "coefficient of the province" },
			{ "transitional_years", "number", "years", "years before the account" },
			{ "transitional_index", "number", "", "index of these years; empty: the average" },
		},
		outputs = {
			{ "basic", "yuan", "yuan", "basic pension" },
			{ "account_pension", "yuan", "yuan", "from the personal account" },
			{ "transitional", "yuan", "yuan", "transitional pension" },
			{ "total", "yuan", "yuan", "a month, without local extras" },
		},
		compute = function(i)
			local divisor = i.divisor_months or pension.divisor(i.age_years, i.age_months).months
			local basic = fen(i.base_yuan * (1 + i.avg_index) / 2 * i.total_years
				* param("pension.basic_rate"))
			local account = fen(i.account_yuan / divisor)
			local extra = transitional(i)
			return { basic = basic, account_pension = account, transitional = extra,
			         total = basic + account + extra }
		end,
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
			{ "nothing before the account",
			  given = { base_yuan = 643000, avg_index = 0.6235, total_years = 25.33,
			            account_yuan = 5000151, divisor_months = 195 },
			  gives = { basic = 132211, account_pension = 25642, transitional = 0, total = 157853 } },
		},
	},
}
