-- An employee who pays in and will reach the statutory age soon is told in time to choose and to apply.
return {
	id = "retirement.age_reminder",
	title = "retirement age is near",
	jurisdiction = "CN",
	from = "1978-06-02",
	basis = "State Council measures of 2024-09-13, art. 1 and 3",
	type = "notice", needs = "employment",
	reads = { "status", "birth_date", "category" },
	when = { status = "contributing", category = { "male60", "female55", "female50" }, died_on = absent },
	judge = function(p)
		local age = retirement.age(p.category, p.birth_date)
		local ahead = param("retirement.reminder_months")
		local first = add_months(age.retire_day, -ahead)
		-- 31 May less three months is cut to 28 February, from where three months reach 28 May.
		while add_months(first, ahead) < age.retire_day do first = add_days(first, 1) end
		if not reached(first) or reached(age.retire_day) then return nothing end
		return task {
			cause = day(age.retire_day), due = age.retire_day,
			say = T("reaches the retirement age on %s", day(age.retire_day)),
		}
	end,
	cases = {
		{ "three months ahead", on = "2025-07-15", gives = "2025-10-15",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "a day too early", on = "2025-07-14", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "the last day before", on = "2025-10-14", gives = "task",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "on the day it is over", on = "2025-10-15", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15" } },
		{ "a month's end", on = "2026-02-28", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1966-01-31" } },
		{ "the day after a month's end", on = "2026-03-01", gives = "2026-05-31",
		  facts = { status = "contributing", category = "male60", birth_date = "1966-01-31" } },
		{ "residents have a rule of their own", on = "2025-10-01", gives = "nothing",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02" } },
		{ "reported dead", on = "2025-09-01", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-08-15",
		            died_on = "2025-08-30" } },
		{ "retired already", on = "2025-09-01", gives = "nothing",
		  facts = { status = "retired", category = "male60", birth_date = "1965-08-15" } },
	},
}
