-- A pension that was stopped is paid again once the reason is gone: a certificate, a release, a report that was void.
-- What it was stopped for is the law's own exception; nothing else keeps what the person is entitled to.
return {
	id = "retirement.resume",
	title = "reason of the stop is gone",
	jurisdiction = "CN",
	from = "2001-01-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26; letter 2001-44 (release)",
	type = "resume",
	reads = { "pension_status", "held_for", "held_from", "pension_fen", "certified_on", "died_on", "custody_from",
	          "custody_kind", "custody_to", "medical_days", "transport_days", "other_signs" },
	when = { pension_status = "paid", held_for = present },
	judge = function(p)
		local function stopped_for(rule) return p.held_for:find(rule, 1, true) end
		local function again(rule, first, say)
			return task { cause = rule .. " " .. tostring(first), say = say, monthly = p.pension_fen or 0 }
		end
		if stopped_for("risk.paid_after_death") then
			if p.died_on then return nothing end
			return again("risk.paid_after_death", p.held_from, T("the report of the death is void"))
		end
		if stopped_for("risk.death_suspends") then
			if p.died_on then return nothing end
			return again("risk.death_suspends", p.held_from, T("the report of the death is void"))
		end
		if stopped_for("risk.paid_in_custody") then
			if not p.custody_from then
				return again("risk.paid_in_custody", p.held_from, T("the report of the custody is void"))
			end
			if not p.custody_to or not reached(p.custody_to) then return nothing end
			-- The month after the release; what a sentence has taken stays taken.
			return again("risk.paid_in_custody", period(add_months(p.custody_to, 1)),
				T("released on %s", day(p.custody_to)))
		end
		if not stopped_for("retirement.certification_overdue") then return nothing end
		-- Signs of life count as they do for the rule that stops.
		local since = p.certified_on
		local alive_on = certification.alive_on(p.medical_days, p.transport_days, nil, p.other_signs).day
		if alive_on and (not since or alive_on > since) then since = alive_on end
		if not since or reached(add_months(since, param("certification.valid_months"))) then return nothing end
		return again("retirement.certification_overdue", p.held_from, T("certified on %s", day(since)))
	end,
	cases = {
		{ "certified again", on = "2025-12-10", gives = "retirement.certification_overdue 202512",
		  facts = { pension_status = "paid", held_for = "retirement.certification_overdue", held_from = 202512,
		            certified_on = "2025-12-01" } },
		{ "seen by two", on = "2025-12-10", gives = "retirement.certification_overdue 202512",
		  facts = { pension_status = "paid", held_for = "retirement.certification_overdue", held_from = 202512,
		            certified_on = "2024-10-01", medical_days = tostring(date "2025-12-03"),
		            transport_days = tostring(date "2025-12-01") } },
		{ "still without a certificate", on = "2025-12-10", gives = "nothing",
		  facts = { pension_status = "paid", held_for = "retirement.certification_overdue", held_from = 202512,
		            certified_on = "2024-10-01" } },
		{ "released", on = "2025-12-10", gives = "risk.paid_in_custody 202512",
		  facts = { pension_status = "paid", held_for = "risk.paid_in_custody", held_from = 202510,
		            custody_kind = "prison", custody_from = "2025-09-01", custody_to = "2025-11-20" } },
		{ "the death was none", on = "2025-12-10", gives = "risk.paid_after_death 202511",
		  facts = { pension_status = "paid", held_for = "risk.paid_after_death", held_from = 202511 } },
		{ "a bank was wrong", on = "2025-12-10", gives = "risk.death_suspends 202511",
		  facts = { pension_status = "paid", held_for = "risk.death_suspends", held_from = 202511 } },
		{ "dead", on = "2025-12-10", gives = "nothing",
		  facts = { pension_status = "paid", held_for = "risk.paid_after_death", held_from = 202511,
		            died_on = "2025-10-20" } },
	},
}
