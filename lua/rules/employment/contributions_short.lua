-- Who will reach the retirement age with too few months can still pay them, if told in time.
return {
	id = "employment.contributions_short",
	title = "too few months for a pension",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 16; State Council measures of 2024-09-13, art. 2",
	type = "notice",
	reads = { "status", "birth_date", "category", "months_total" },
	when = { status = "contributing", category = { "male60", "female55", "female50", "resident" },
	         months_total = present, died_on = absent },
	judge = function(p)
		local age = retirement.age(p.category, p.birth_date)
		if not reached(add_months(age.retire_day, -param("employment.short_ahead_months")))
			or reached(age.retire_day) then
			return nothing
		end
		local missing = age.min_contrib_months - p.months_total
			- param("employment.report_lag_months")
		if missing <= 0 then return nothing end
		-- A month every month is still enough up to this day: after it, it is not.
		if not reached(add_days(add_months(age.retire_day, -missing), 1)) then return nothing end
		return task {
			cause = age.retire_ym,
			say = T("%s of %s months paid, retirement in %s", tostring(p.months_total),
				tostring(age.min_contrib_months), age.retire_ym),
		}
	end,
	cases = {
		{ "ten years short", on = "2025-11-10", gives = "2026-02",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-11-20",
		            months_total = 60 } },
		{ "will have enough", on = "2025-11-10", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-11-20",
		            months_total = 177 } },
		{ "the day on which it is still enough", on = "2025-10-20", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-11-20",
		            months_total = 174 } },
		{ "the day after it", on = "2025-10-21", gives = "task",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-11-20",
		            months_total = 174 } },
		{ "more than five years ahead", on = "2025-11-10", gives = "nothing",
		  facts = { status = "contributing", category = "female50", birth_date = "1980-01-05",
		            months_total = 10 } },
		{ "the minimum of the year of retirement", on = "2028-01-31", gives = "2032-09",
		  facts = { status = "contributing", category = "female50", birth_date = "1980-02-05",
		            months_total = 140 } },
		{ "unemployed", on = "2025-11-10", gives = "nothing",
		  facts = { status = "unemployed", category = "male60", birth_date = "1965-11-20",
		            months_total = 60 } },
		{ "reported dead", on = "2025-11-10", gives = "nothing",
		  facts = { status = "contributing", category = "male60", birth_date = "1965-11-20",
		            months_total = 60, died_on = "2025-11-01" } },
	},
}
