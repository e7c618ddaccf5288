-- Who has reached the age, still pays in and draws nothing has not applied: told or not, nobody is forgotten on that day.
return {
	id = "retirement.age_passed",
	title = "retirement age reached, no pension",
	jurisdiction = "CN",
	from = "2014-02-21",
	basis = "State Council measures of 2024-09-13, art. 1 and 3; State Council 2014-8, part 6",
	type = "notice", needs = "employment",
	reads = { "status", "birth_date", "category", "pension_status" },
	when = { status = "contributing", category = present, pension_status = absent, died_on = absent },
	judge = function(p)
		if p.category == "" then return nothing end
		local age = retirement.age(p.category, p.birth_date)
		if not reached(age.retire_day) then return nothing end
		return task {
			cause = day(age.retire_day),
			say = T("reached the retirement age on %s and has not applied", day(age.retire_day)),
		}
	end,
	cases = {
		{ "on the day", on = "2025-10-15", gives = "2025-10-15",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "the day before is the reminder's", on = "2025-10-14", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "a resident", on = "2025-12-02", gives = "2025-12-02",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02" } },
		{ "draws a pension already", on = "2026-01-01", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15",
		            pension_status = "paid" } },
		{ "retired", on = "2026-01-01", gives = "nothing",
		  facts = { status = "retired", category = "male60", birth_date = "1965-08-15" } },
		{ "reported dead", on = "2026-01-01", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15",
		            died_on = "2025-12-30" } },
	},
}
