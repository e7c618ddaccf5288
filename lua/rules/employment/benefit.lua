-- A claim for unemployment benefit: from which month, for how long, how much; or what stands in the way.

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

return {
	id = "employment.benefit",
	title = "claim for unemployment benefit",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 45 to 47 and 50; Measures on Claiming and Paying Unemployment Insurance Benefit",
	type = "jobless",
	reads = { "jobless_key", "jobless_on", "jobless_lost_on", "jobless_registered_on", "jobless_involuntary", "jobless_seeking",
	          "jobless_months", "jobless_carried", "pension_status" },
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
		return task {
			cause = p.jobless_key, monthly = first,
			say = T("unemployment benefit from %s for %s months: %s a month, from the 13th month on %s", day(first_month(p)),
				tostring(e.duration_months), yuan(first), yuan(second)),
		}
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
		{ "nobody claims", on = "2026-07-10", gives = "nothing", facts = { pension_status = "paid" } },
	},
}
