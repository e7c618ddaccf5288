-- An application for a pension: from when, how much by which figures, which papers are held, fetched and still to bring.

-- The explanation, and so the letter, names what is missing, with what allows to ask for it.
local tell = {
	personnel_file = function() return param("retirement.paper_personnel_file") end,
	special_work = function() return param("retirement.paper_special_work") end,
	early_choice = function() return param("retirement.paper_early_choice") end,
	late_agreement = function() return param("retirement.paper_late_agreement") end,
	authorisation = function() return param("retirement.paper_authorisation") end,
}

local function papers(p, verdict)
	local lists = { held = {}, fetched = {}, asked = {} }
	local needed = { deemed = (p.asked_deemed or 0) > 0, special = p.asked_special, early = verdict == "accept_early",
		late = verdict == "accept_late", agent = p.asked_agent }
	for _, paper in ipairs(param("retirement.papers")) do
		local is_needed = not paper.only or needed[paper.only]
		local has_come = (" " .. (p.asked_got or "") .. " "):find(" " .. paper.code .. " ", 1, true)
		if is_needed and not (paper.how == "asked" and has_come) then
			local list = lists[paper.how]
			list[#list + 1] = paper.code
			if paper.how == "asked" and explained() and tell[paper.code] then tell[paper.code]() end
		end
	end
	local function text(list) return #list > 0 and table.concat(list, " ") or "-" end
	return text(lists.held), text(lists.fetched), text(lists.asked)
end

-- While papers are awaited the time does not run: it is counted as if they came on their last day.
local function due_of(p)
	local due = add_days(add_working_days(p.asked_on, param("retirement.working_days")), p.asked_paused or 0)
	return p.asked_waiting and p.asked_until and add_days(due, p.asked_until - p.asked_waiting) or due
end

return {
	id = "retirement.application",
	title = "application for a pension",
	jurisdiction = "CN",
	from = "2024-09-13",
	basis = "Social Insurance Law, art. 16; State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8; "
		.. "Social Insurance Agency Regulations 2023, art. 18",
	type = "retire", needs = "employment",
	reads = { "asked_key", "asked_on", "asked_from", "asked_birth", "asked_deemed", "asked_special", "asked_restriction",
	          "asked_agent", "asked_got", "asked_paused", "asked_waiting", "asked_until", "asked_paid", "asked_base_fen",
	          "birth_date", "category", "months_total", "account_fen" },
	when = { asked_key = present, asked_on = present, asked_from = present, asked_birth = present,
		category = present, died_on = absent },
	judge = function(p)
		local o = retirement.offer(p.category, p.asked_birth, p.asked_from, p.asked_on, p.months_total or 0, p.account_fen or 0,
			p.asked_deemed, p.asked_special, p.asked_restriction, p.asked_base_fen, p.asked_paid)
		local due = due_of(p)
		if p.asked_waiting and explained() then
			step(L"days in which missing papers are to come", param("retirement.papers_days"), "days")
		end
		if o.verdict:sub(1, 6) ~= "accept" then return task { cause = p.asked_key, due = due, say = o.why } end
		local held, fetched, asked = papers(p, o.verdict)
		if p.category == "resident" then
			return task {
				cause = p.asked_key, due = due, monthly = o.total,
				say = T(
					"draws from %s, paid from %s: basic pension %s, for long contribution %s, %s years, %s months old, account %s; held %s, fetched %s, to bring %s",
					month(period(p.asked_from)), day(o.first_day), yuan(o.base), yuan(o.bonus), tostring(o.years),
					tostring(o.age_months), yuan(p.account_fen or 0), held, fetched, asked),
			}
		end
		return task {
			cause = p.asked_key, due = due, monthly = o.total,
			say = T(
				"retires in %s, paid from %s: base %s, index %s, %s years, %s months old, account %s; held %s, fetched %s, to bring %s",
				month(period(p.asked_from)), day(o.first_day), yuan(o.base), tostring(o.index),
				tostring(o.years), tostring(o.age_months), yuan(p.account_fen or 0), held, fetched, asked),
		}
	end,
	cases = {
		{ "on time", on = "2025-11-10", gives = "2025-11/1",
		  facts = { asked_key = "2025-11/1", asked_on = "2025-11-03", asked_from = "2025-11-01", asked_birth = "1965-09-15",
		            asked_base_fen = 800000, asked_paid = "2024:12:560000", category = "male60", months_total = 300, account_fen = 13900000,
		            birth_date = "1965-09-15" } },
		{ "too early without notice", on = "2025-11-10", gives = "2025-11/1",
		  facts = { asked_key = "2025-11/1", asked_on = "2025-11-03", asked_from = "2025-11-01", asked_birth = "1965-11-20",
		            asked_base_fen = 800000, asked_paid = "2024:12:560000", category = "male60", months_total = 300, account_fen = 13900000,
		            birth_date = "1965-11-20" } },
		{ "nobody asked", on = "2025-11-10", gives = "nothing",
		  facts = { category = "male60", months_total = 300, birth_date = "1965-09-15" } },
	},
}
