-- Unemployment benefit ends when work or military service begins, somebody moves abroad or draws a pension, work or training is
-- refused too often, or a prison sentence begins.

-- The first of a month; the month after it.
local function month_start(d)
	local y, m = civil(d)
	return make_date(y, m, 1)
end

-- Each ground and the first month that is not due any more by it: what begins in a month leaves that month as it is.
local function grounds(p)
	local found = {}
	local function ground(word, first)
		if first < p.jobless_stop_from then first = p.jobless_stop_from end
		found[#found + 1] = { word = word, first = first }
	end
	local function after(word, on)
		if on then ground(word, add_months(month_start(on), 1)) end
	end
	if p.jobless_contributed_from then ground("contribution", month_start(p.jobless_contributed_from)) end
	after("work", p.jobless_work_on)
	after("army", p.jobless_army_on)
	after("abroad", p.jobless_abroad_on)
	if p.pension_status == "paid" then ground("pension", month_start(p.pension_from or p.jobless_stop_from)) end
	if p.custody_kind == "prison" then after("prison", p.custody_from) end
	if (p.jobless_refused or 0) >= param("unemployment.refusals_to_stop") then after("refused", p.jobless_refused_on) end
	return found
end

local says = {
	contribution = function(d) return T("an employer has paid contributions for %s: no unemployment benefit is due from then on", d) end,
	work = function(d) return T("has begun to work: no unemployment benefit is due from %s on", d) end,
	army = function(d) return T("is called up for military service: no unemployment benefit is due from %s on", d) end,
	abroad = function(d) return T("has moved abroad: no unemployment benefit is due from %s on", d) end,
	pension = function(d) return T("draws a pension: no unemployment benefit is due from %s on", d) end,
	prison = function(d) return T("is in prison: no unemployment benefit is due from %s on", d) end,
	refused = function(d) return T("has refused suitable work or training too often: no unemployment benefit is due from %s on", d) end,
}

-- The article that each of them stands in: whoever gets the letter can look it up.
local function article(word)
	if word == "prison" then return T("Unemployment Insurance Regulations 1999, art. 15 (5)") end
	local items = { contribution = "1", work = "1", army = "2", abroad = "3", pension = "4", refused = "5" }
	return T("Social Insurance Law, art. 51 (%s)", items[word])
end

return {
	id = "employment.benefit_stops",
	title = "unemployment benefit ends",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 51; Unemployment Insurance Regulations 1999, art. 15 (5)",
	type = "jobless_stop",
	reads = { "jobless_stop_from", "jobless_stop_to", "jobless_fen", "jobless_contributed_from", "jobless_work_on", "jobless_army_on",
	          "jobless_abroad_on", "jobless_refused", "jobless_refused_on", "pension_status", "pension_from", "custody_kind", "custody_from" },
	when = { jobless_stop_from = present, jobless_stop_to = present, died_on = absent },
	judge = function(p)
		local least
		for _, g in ipairs(grounds(p)) do
			if not least or g.first < least.first then least = g end
		end
		if not least or least.first >= p.jobless_stop_to then return nothing end
		local from = day(least.first):sub(1, 7)
		return task { cause = from .. " " .. least.word, monthly = -(p.jobless_fen or 0), say = T("%s (%s)", says[least.word](from), article(least.word)) }
	end,
	cases = {
		{ "an employer pays for the third month", on = "2026-07-10", gives = "2026-05 contribution",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_fen = 200000, jobless_contributed_from = "2026-05-01" } },
		{ "work begins in a month that is due", on = "2026-07-10", gives = "2026-07 work",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_work_on = "2026-06-15" } },
		{ "what comes first counts", on = "2026-07-10", gives = "2026-05 contribution",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_contributed_from = "2026-05-01",
		            jobless_work_on = "2026-06-15" } },
		{ "a pension from before the benefit", on = "2026-07-10", gives = "2026-03 pension",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", pension_status = "paid", pension_from = "2025-12-01" } },
		{ "in prison", on = "2026-07-10", gives = "2026-07 prison",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", custody_kind = "prison", custody_from = "2026-06-01" } },
		{ "detained, not yet in prison", on = "2026-07-10", gives = "nothing",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", custody_kind = "detained", custody_from = "2026-06-01" } },
		{ "refused three times", on = "2026-07-10", place = "CN-31", gives = "2026-07 refused",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_refused = 3, jobless_refused_on = "2026-06-20" } },
		{ "refused twice", on = "2026-07-10", place = "CN-31", gives = "nothing",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_refused = 2, jobless_refused_on = "2026-06-20" } },
		{ "called up for military service", on = "2026-07-10", gives = "2026-07 army",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_army_on = "2026-06-16" } },
		{ "moved abroad before the first month", on = "2026-07-10", gives = "2026-03 abroad",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_abroad_on = "2026-01-20" } },
		{ "moved abroad in the last month", on = "2026-07-10", gives = "nothing",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2026-07-01", jobless_abroad_on = "2026-06-20" } },
		{ "told when it was over", on = "2027-07-10", gives = "2026-06 abroad",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01", jobless_abroad_on = "2026-05-20" } },
		{ "work after its end", on = "2026-07-10", gives = "nothing",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2026-07-01", jobless_work_on = "2026-06-15" } },
		{ "nothing has happened", on = "2026-07-10", gives = "nothing",
		  facts = { jobless_stop_from = "2026-03-01", jobless_stop_to = "2027-03-01" } },
	},
}
