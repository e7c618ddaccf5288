-- Unemployment benefit goes on to the statutory age of whom less than a year separates from it when the benefit ends.

-- The benefit is paid to the end of the month in which the age is reached; the pension begins with the next one.
local function until_of(age_day)
	local y, m = civil(age_day)
	return add_months(make_date(y, m, 1), 1)
end

-- A place that names no amount for these months: the case is told all the same, and nobody guesses one.
local function amount()
	local is_known, a = pcall(unemployment.amount, "", nil, "extension")
	return is_known and a.amount or nil
end

return {
	id = "employment.benefit_extends",
	title = "unemployment benefit until the statutory age",
	jurisdiction = "CN",
	from = "2025-01-01",
	basis = "State Council measures of 2024-09-13, art. 7",
	type = "jobless_extension",
	reads = { "jobless_from", "jobless_to", "birth_date", "category", "pension_status" },
	when = { jobless_from = present, jobless_to = present, birth_date = present,
	         category = { "male60", "female55", "female50" }, died_on = absent, pension_status = absent },
	judge = function(p)
		if not reached(add_months(p.jobless_to, -param("unemployment.extension_notice"))) then return nothing end
		local age = retirement.age(p.category, p.birth_date)
		-- Who reaches the age before the benefit ends has nothing to bridge; a year and more is not bridged.
		if age.retire_day < p.jobless_to or age.retire_day >= add_months(p.jobless_to, 12) then return nothing end
		local from, to, fen = day(p.jobless_to), day(until_of(age.retire_day)), amount()
		if not fen then
			return task { cause = from, say = T("benefit is due from %s until the statutory age on %s, but no amount is in force here",
				from, day(age.retire_day)) }
		end
		return task { cause = from, monthly = fen, due = p.jobless_to,
			say = T("unemployment benefit goes on from %s to %s at %s a month: the statutory age is reached on %s", from, to, yuan(fen),
				day(age.retire_day)) }
	end,
	cases = (function()
		-- Born on 15 August 1965 the age is 60 years and 2 months: 15 October 2025.
		local function case(what, on, to, gives, change)
			local facts = { jobless_from = "2024-03-01", jobless_to = to, birth_date = "1965-08-15", category = "male60" }
			for k, v in pairs(change or {}) do facts[k] = v end
			return { what, on = on, gives = gives, facts = facts }
		end
		return {
			case("two months before its end", "2025-01-01", "2025-03-01", "2025-03-01"),
			case("three months before its end", "2024-12-31", "2025-03-01", "nothing"),
			case("a year to the day", "2025-01-01", "2024-10-15", "nothing"),
			case("a day less than a year", "2025-01-01", "2024-10-16", "2024-10-16"),
			case("the age is reached before the end", "2025-10-01", "2025-12-01", "nothing"),
			case("already extended to the month of the age", "2025-10-01", "2025-11-01", "nothing"),
			case("draws a pension", "2025-01-01", "2025-03-01", "nothing", { pension_status = "paid" }),
			case("dead", "2025-01-01", "2025-03-01", "nothing", { died_on = "2024-12-31" }),
			case("a resident has no such age", "2025-01-01", "2025-03-01", "nothing", { category = "resident" }),
		}
	end)(),
}
