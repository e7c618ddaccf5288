-- What a place pays whose office types the day in employment of doc/clerk.md.
local function p(name, value) return { name = name, jurisdiction = "CN-33", unit = "rules", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = value } } } end
return { p("unemployment.amount", { yuan = 2000 }), p("unemployment.medical_premium", { base = 5000, percent = 9.5 }),
	p("employment.hire_subsidy", { parts = 1, of = 2, months = 36, near = 24 }),
	p("employment.staff_subsidy", { within = 12, by_level = { [4] = 1000 } }),
	p("fund.retention", { large = 30, small = 60, months = 1, percent = 5.5, few = 30, few_percent = 20 }) }
