-- An assessment of disability: which level it gives, from when to when, and how many hours of care a week.

-- Months from a day to another, whole ones.
local function months_between(from, to)
	local y, m, d = civil(from)
	local y2, m2, d2 = civil(to)
	local n = (y2 - y) * 12 + m2 - m
	if d2 < d then n = n - 1 end
	if n < 0 then n = 0 end
	return n
end

return {
	id = "nursing.assessment",
	title = "level of care by an assessment",
	jurisdiction = "CN",
	from = "2021-07-16",
	basis = "National Healthcare Security Administration 2021-37 and 2023-29; National Healthcare Security Administration 2020-37",
	type = "care_level",
	reads = { "care_key", "care_daily", "care_mind", "care_senses", "care_fault", "care_assessed_on", "care_impaired_from",
	          "care_asked_to", "care_dementia" },
	when = { care_key = present, care_assessed_on = present, died_on = absent },
	judge = function(p)
		if p.care_fault then
			return task { cause = p.care_key, say = T("the assessment of %s has points for \"%s\" that there are not", day(p.care_assessed_on),
				p.care_fault) }
		end
		local level = care.grade(p.care_daily or 0, p.care_mind or 0, p.care_senses or 0).level
		local impaired = months_between(p.care_impaired_from or p.care_assessed_on, p.care_assessed_on)
		local e = care.entitlement(level, p.care_dementia and "yes" or "no", impaired)
		local to = p.care_asked_to or add_days(add_months(p.care_assessed_on, param("care.valid_months")), -1)
		if not e.eligible then
			return task { cause = p.care_key, say = T("level %s from %s to %s: no claim to care at home, %s hours", level,
				day(p.care_assessed_on), day(to), "0") }
		end
		if not e.hours_per_week then
			return task { cause = p.care_key, say = T("level %s from %s to %s: a claim to care, but no hours are set here", level,
				day(p.care_assessed_on), day(to)) }
		end
		return task { cause = p.care_key, say = T("level %s from %s to %s: %s hours of care a week", level, day(p.care_assessed_on), day(to),
			tostring(e.hours_per_week)) }
	end,
	cases = {
		{ "severe in everything", on = "2025-11-10", gives = "2025-11-03/1",
		  facts = { care_key = "2025-11-03/1", care_daily = 0, care_mind = 0, care_senses = 0, care_assessed_on = "2025-11-03",
		            care_impaired_from = "2024-11-03", care_dementia = false } },
		{ "nothing is impaired", on = "2025-11-10", gives = "2025-11-03/1",
		  facts = { care_key = "2025-11-03/1", care_daily = 100, care_mind = 16, care_senses = 12, care_assessed_on = "2025-11-03",
		            care_impaired_from = "2025-11-03", care_dementia = false } },
		{ "dementia alone", on = "2025-11-10", gives = "2025-11-03/1",
		  facts = { care_key = "2025-11-03/1", care_daily = 100, care_mind = 16, care_senses = 12, care_assessed_on = "2025-11-03",
		            care_impaired_from = "2024-11-05", care_dementia = true } },
		{ "points that there are not", on = "2025-11-10", gives = "2025-11-03/1",
		  facts = { care_key = "2025-11-03/1", care_fault = "eating", care_daily = 3, care_mind = 16, care_senses = 12,
		            care_assessed_on = "2025-11-03", care_impaired_from = "2024-11-03", care_dementia = false } },
		{ "valid as the assessors say", on = "2025-11-10", gives = "2025-11-03/1",
		  facts = { care_key = "2025-11-03/1", care_daily = 40, care_mind = 4, care_senses = 12, care_assessed_on = "2025-11-03",
		            care_impaired_from = "2024-11-03", care_asked_to = "2026-05-03", care_dementia = false } },
		{ "nobody was assessed", on = "2025-11-10", gives = "nothing", facts = { pension_status = "paid" } },
	},
}
