-- A pension is paid on to those alone who are certified to be alive.  Signs of life count as a
-- certificate here by the same calculation that certifies, so that nobody is asked whom the data
-- have answered for; the two rules may be judged in any order and on any days.
return {
	id = "retirement.certification_overdue",
	title = "certificate has run out",
	jurisdiction = "CN",
	from = "2001-01-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26; certified at least once in 12 months",
	type = "suspend",
	reads = { "pension_status", "held_for", "certified_on", "pension_from", "pension_fen", "medical_days",
	          "transport_days", "other_signs", "asked_alive_until" },
	when = { pension_status = "paid", died_on = absent },
	judge = function(p)
		-- The award itself was a check; a death is another rule's matter.
		local since = p.certified_on or p.pension_from
		if not since or (p.held_for or ""):find("retirement.certification_overdue", 1, true) then return nothing end
		local months = param("certification.valid_months")
		local ends = add_months(since, months)
		-- The lists are read only when the plain answer would be yes.
		if not reached(ends) then return nothing end
		local alive_on = certification.alive_on(p.medical_days, p.transport_days, nil, p.other_signs).day
		if alive_on and alive_on > since then ends = add_months(alive_on, months) end
		if not reached(ends) then return nothing end
		-- Who is asked in a campaign has until its last deadline.
		if p.asked_alive_until and not reached(p.asked_alive_until) then return nothing end
		return task {
			cause = day(ends),
			say = T("the certificate ran out on %s", day(ends)),
			monthly = -(p.pension_fen or 0),
		}
	end,
	cases = {
		{ "twelve months are over", on = "2025-11-10", gives = "2025-11-10",
		  facts = { pension_status = "paid", certified_on = "2024-11-10" } },
		{ "the last good day", on = "2025-11-09", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-11-10" } },
		{ "never certified: from the award", on = "2025-11-10", gives = "2025-11-01",
		  facts = { pension_status = "paid", pension_from = "2024-11-01" } },
		{ "signs of life count", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-10-01",
		            medical_days = tostring(date "2025-11-03"),
		            transport_days = tostring(date "2025-10-20") } },
		{ "one source does not suffice", on = "2025-11-10", gives = "2025-10-01",
		  facts = { pension_status = "paid", certified_on = "2024-10-01",
		            medical_days = tostring(date "2025-11-03") } },
		{ "signs of more than a year ago", on = "2025-11-10", gives = "2025-07-03",
		  facts = { pension_status = "paid", certified_on = "2024-05-01",
		            medical_days = tostring(date "2024-07-03"),
		            transport_days = tostring(date "2024-07-01") } },
		{ "asked in a campaign: not before its last deadline", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-10-01", asked_alive_until = "2025-11-11" } },
		{ "the deadline has passed", on = "2025-11-11", gives = "2025-10-01",
		  facts = { pension_status = "paid", certified_on = "2024-10-01", asked_alive_until = "2025-11-11" } },
		{ "reported dead", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-10-01", died_on = "2025-11-01" } },
		{ "not paid", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "ended", certified_on = "2020-10-01" } },
		{ "stopped already", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", held_for = "retirement.certification_overdue", certified_on = "2024-10-01" } },
	},
}
