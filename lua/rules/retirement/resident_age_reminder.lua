-- Residents are paid from 60 on, on application: another law and another form than the employees'.
return {
	id = "retirement.resident_age_reminder",
	title = "resident is near 60",
	jurisdiction = "CN",
	from = "2014-02-21",
	basis = "State Council 2014-8, part 6",
	type = "notice", needs = "employment",
	reads = { "status", "birth_date", "category" },
	when = { status = "contributing", category = "resident", died_on = absent },
	judge = function(p)
		local age = retirement.age(p.category, p.birth_date)
		if not reached(add_months(age.retire_day, -param("retirement.reminder_months")))
			or reached(age.retire_day) then
			return nothing
		end
		return task {
			cause = day(age.retire_day), due = age.retire_day,
			say = T("reaches the pension age of residents on %s", day(age.retire_day)),
		}
	end,
	cases = {
		{ "three months ahead", on = "2025-09-02", gives = "2025-12-02",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02" } },
		{ "a day too early", on = "2025-09-01", gives = "nothing",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02" } },
		{ "on the day it is over", on = "2025-12-02", gives = "nothing",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02" } },
		{ "reported dead", on = "2025-11-01", gives = "nothing",
		  facts = { status = "contributing", category = "resident", birth_date = "1965-12-02",
		            died_on = "2025-10-30" } },
		{ "an employee", on = "2025-11-01", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-12-02" } },
	},
}
