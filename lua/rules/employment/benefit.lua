-- A claim for unemployment benefit: from which month, for how long, how much; what the place pays beside it while work is sought;
-- or what stands in the way.

-- The month that the registration lies in, or the one after the claim: the places differ.
local function first_month(p)
	local from = p.jobless_registered_on
	if param("unemployment.first_month") == "next" then from = add_months(p.jobless_on, 1) end
	local y, m = civil(from)
	return make_date(y, m, 1)
end

-- A place that has no amount in force has a claim all the same, and nobody guesses one.
local function amounts()
	local is_known, first = pcall(unemployment.amount, "", 1)
	if not is_known then return nil end
	return first.amount, unemployment.amount("", 13).amount
end

-- The average of the wages that contributions were paid on in the months to that in which the work ended, and of how many of
-- them: "2026-06:500000,2026-05:480000", fen, the newest first.
local function average_wage(p, window)
	local y, m = civil(p.jobless_lost_on)
	local first, sum, n = add_months(make_date(y, m, 1), 1 - window), 0, 0
	for wy, wm, fen in (p.jobless_wages or ""):gmatch("(%d+)%-(%d+):(%d+)") do
		if make_date(tonumber(wy), tonumber(wm), 1) >= first then sum, n = sum + math.tointeger(tonumber(fen)), n + 1 end
	end
	return n > 0 and math.tointeger(round(sum / n)) or nil, n
end

-- The sentence of an award; its places 1 to 6 are what is paid.
local function award(p, e, first, second)
	local from, months, a, b = day(first_month(p)), tostring(e.duration_months), yuan(first), yuan(second)
	local rule = param("unemployment.job_search")
	if rule.none then
		return T("unemployment benefit from %s for %s months: %s a month, from the 13th month on %s", from, months, a, b)
	end
	local wage, n = average_wage(p, rule.wage_months)
	if not wage then
		return T("unemployment benefit from %s for %s months: %s a month, from the 13th month on %s; no wage is known for the "
			.. "job-search subsidy", from, months, a, b)
	end
	local drawn = (p.jobless_carried or 0) > 0 and p.jobless_search or 0
	local search = unemployment.job_search("", wage, e.duration_months, drawn)
	if search.amount == 0 then
		return T("unemployment benefit from %s for %s months: %s a month, from the 13th month on %s", from, months, a, b)
	end
	return T("unemployment benefit from %s for %s months: %s a month, from the 13th month on %s; job-search subsidy of %s a month "
		.. "for %s months, by the wages of %s months", from, months, a, b, yuan(search.amount), tostring(search.months), tostring(n))
end

return {
	id = "employment.benefit",
	title = "claim for unemployment benefit",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 45 to 47 and 50; Measures on Claiming and Paying Unemployment Insurance Benefit",
	type = "jobless",
	reads = { "jobless_key", "jobless_on", "jobless_lost_on", "jobless_registered_on", "jobless_involuntary", "jobless_seeking",
	          "jobless_months", "jobless_carried", "jobless_wages", "jobless_search", "pension_status" },
	when = { jobless_key = present, jobless_on = present, died_on = absent },
	judge = function(p)
		local e = unemployment.entitlement("", p.jobless_months or 0, p.jobless_involuntary or false, p.jobless_registered_on ~= nil,
			p.jobless_seeking or false, p.pension_status == "paid", p.jobless_carried)
		if not e.eligible then return task { cause = p.jobless_key, say = e.why } end
		local first, second = amounts()
		if not first then
			return task { cause = p.jobless_key, say = T("%s months of benefit are due, but no amount is in force here",
				tostring(e.duration_months)) }
		end
		return task { cause = p.jobless_key, monthly = first, say = award(p, e, first, second) }
	end,
	cases = {
		{ "five years paid, in Shanghai ten months a claim", on = "2026-07-10", place = "CN-31", gives = "1",
		  facts = { jobless_key = "1", jobless_on = "2026-07-06", jobless_lost_on = "2026-06-30", jobless_registered_on = "2026-07-06",
		            jobless_involuntary = true, jobless_seeking = true, jobless_months = 60, jobless_carried = 0 } },
		{ "of their own will", on = "2026-07-10", place = "CN-31", gives = "1",
		  facts = { jobless_key = "1", jobless_on = "2026-07-06", jobless_lost_on = "2026-06-30", jobless_registered_on = "2026-07-06",
		            jobless_involuntary = false, jobless_seeking = true, jobless_months = 60, jobless_carried = 0 } },
		{ "no amount in force", on = "2026-07-10", gives = "1",
		  facts = { jobless_key = "1", jobless_on = "2026-07-06", jobless_lost_on = "2026-06-30", jobless_registered_on = "2026-07-06",
		            jobless_involuntary = true, jobless_seeking = true, jobless_months = 12, jobless_carried = 0 } },
		{ "in Guangzhou, with the subsidy of the province", on = "2025-07-10", place = "CN-4401", gives = "1",
		  facts = { jobless_key = "1", jobless_on = "2025-07-07", jobless_lost_on = "2025-06-30", jobless_registered_on = "2025-07-07",
		            jobless_involuntary = true, jobless_seeking = true, jobless_months = 60, jobless_carried = 0,
		            jobless_wages = "2025-06:600000,2025-05:600000,2024-06:100" } },
		{ "nobody claims", on = "2026-07-10", gives = "nothing", facts = { pension_status = "paid" } },
	},
}
