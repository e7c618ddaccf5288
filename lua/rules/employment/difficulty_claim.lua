-- Who asks to be counted as having difficulty in finding work: the categories of the place on the day of the asking.

local words = {
	older_unemployed = function() return T("older unemployed") end,
	zero_employment_family = function() return T("nobody of the family has work") end,
	long_term = function() return T("long without work") end,
	low_income = function() return T("family of low income") end,
	disabled = function() return T("disabled") end,
	land_requisitioned = function() return T("land was requisitioned") end,
	youth = function() return T("young and long without work") end,
	other = function() return T("released, or in rehabilitation") end,
}

local function list(categories)
	local said
	for code in categories:gmatch("[^+]+") do
		local one = words[code]()
		said = said and T("%s; %s", said, one) or one
	end
	return said
end

return {
	id = "employment.difficulty_claim",
	title = "asks to be counted as having difficulty in finding work",
	jurisdiction = "CN",
	from = "2008-01-01",
	basis = "Employment Promotion Law, art. 52; the place's own rules",
	type = "difficulty",
	reads = { "difficulty_key", "difficulty_on", "difficulty_registered_on", "difficulty_family", "difficulty_disability",
	          "difficulty_hukou", "difficulty_officer", "difficulty_service", "difficulty_benefit", "sex", "birth_date" },
	when = { difficulty_key = present, difficulty_on = present, difficulty_registered_on = present, birth_date = present,
		died_on = absent },
	judge = function(p)
		local on = p.difficulty_on
		local found = employment.difficulty("", on, p.sex or "", months_between(p.birth_date, on) // 12,
			months_between(p.difficulty_registered_on, on), p.difficulty_benefit, p.difficulty_family,
			p.difficulty_disability, p.difficulty_officer or false, p.difficulty_hukou or "local", p.difficulty_service).categories
		if found == "expired" then return task { cause = p.difficulty_key, say = T("no rules of the place are in force on %s", day(on)) } end
		if found == "none" then return task { cause = p.difficulty_key, say = T("no category of the place applies") } end
		return task { cause = p.difficulty_key, say = T("has difficulty in finding work: %s", list(found)) }
	end,
	cases = {
		{ "a woman of 45 after half a year", on = "2025-11-10", place = "CN-330681", gives = "1",
		  facts = { difficulty_key = "1", difficulty_on = "2025-11-03", difficulty_registered_on = "2025-05-02",
		            difficulty_hukou = "local", difficulty_officer = false, sex = "F", birth_date = "1980-01-01" } },
		{ "nobody asks", on = "2025-11-10", gives = "nothing", facts = { sex = "F", birth_date = "1980-01-01" } },
	},
}
