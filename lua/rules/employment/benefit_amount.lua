-- Unemployment benefit in payment follows the notices of its place, from the month they say: later ones, and those that came late.

-- The amounts in payment, each from its month on: "2026-03-01:234000,2027-03-01:187200".
local function rows_of(text)
	local rows = {}
	for y, m, fen in text:gmatch("(%d+)%-(%d+)%-%d+:(%d+)") do
		rows[#rows + 1] = { from = make_date(tonumber(y), tonumber(m), 1), fen = math.tointeger(tonumber(fen)) }
	end
	return rows
end

local function paid_in(rows, month)
	local fen
	for _, row in ipairs(rows) do
		if row.from <= month then fen = row.fen end
	end
	return fen
end

-- Nothing where the place has no amount in force for that month: nobody guesses one.
local function due_in(p, month)
	local stage = p.jobless_extended_from and month >= p.jobless_extended_from and "extension" or nil
	local is_known, due = pcall(unemployment.amount_on, month,
		not stage and months_between(p.jobless_awarded_from, month) + 1 or nil, stage)
	return is_known and due.amount or nil
end

-- From the first month that is due otherwise: each month from which the amount is another one.
local function schedule(p)
	local rows, parts, fen = rows_of(p.jobless_rows), {}, nil
	local month = p.jobless_awarded_from
	while month < p.jobless_to do
		local paid = paid_in(rows, month)
		local due = due_in(p, month) or paid
		if (parts[1] or due ~= paid) and due ~= fen then
			parts[#parts + 1] = { from = month, fen = due, paid = paid }
			fen = due
		end
		month = add_months(month, 1)
	end
	return parts
end

return {
	id = "employment.benefit_amount",
	title = "unemployment benefit by the notice in force",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 47; provincial notices",
	type = "jobless_amount",
	reads = { "jobless_awarded_from", "jobless_extended_from", "jobless_rows", "jobless_to" },
	when = { jobless_awarded_from = present, jobless_rows = present, jobless_to = present, died_on = absent },
	judge = function(p)
		local parts, said = schedule(p), {}
		if not parts[1] then return nothing end
		for _, part in ipairs(parts) do said[#said + 1] = day(part.from):sub(1, 7) .. " " .. yuan(part.fen) end
		local first = parts[1]
		return task {
			cause = said[1], monthly = first.fen - first.paid,
			say = T("unemployment benefit of another amount from %s on, %s until now: %s", day(first.from), yuan(first.paid),
				table.concat(said, ", ")),
		}
	end,
	cases = {
		{ "by the amount in force", on = "2026-07-20", place = "CN-31", gives = "nothing",
		  facts = { jobless_awarded_from = "2026-07-01", jobless_to = "2027-09-01", jobless_rows = "2026-07-01:234000,2027-07-01:187200" } },
		{ "a notice that came after the award", on = "2026-07-20", place = "CN-31", gives = "2026-07 2340.00",
		  facts = { jobless_awarded_from = "2026-01-01", jobless_to = "2027-01-01", jobless_rows = "2026-01-01:220000" } },
		{ "the months before it stay as they are", on = "2026-07-20", place = "CN-31", gives = "2026-12 2340.00",
		  facts = { jobless_awarded_from = "2026-07-01", jobless_to = "2027-01-01", jobless_rows = "2026-07-01:234000,2026-12-01:220000" } },
		{ "a place that names no amount", on = "2026-07-20", gives = "nothing",
		  facts = { jobless_awarded_from = "2026-07-01", jobless_to = "2027-01-01", jobless_rows = "2026-07-01:220000" } },
		{ "extended, at the amount of those months", on = "2026-07-20", place = "CN-310101", gives = "2026-08 1690.00",
		  facts = { jobless_awarded_from = "2025-08-01", jobless_extended_from = "2026-08-01", jobless_to = "2026-10-01",
		            jobless_rows = "2025-08-01:220000,2026-07-01:234000,2026-08-01:160000" } },
	},
}
