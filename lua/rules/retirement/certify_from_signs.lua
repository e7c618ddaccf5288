-- Who was seen alive by two departments need not come to the counter.
return {
	id = "retirement.certify_from_signs",
	title = "certified by signs of life",
	jurisdiction = "CN",
	from = "2001-01-01",
	basis = "Social Insurance Agency Regulations 2023, art. 26 (data first)",
	type = "certify",
	reads = { "pension_status", "certified_on", "pension_from", "medical_days", "transport_days", "other_signs" },
	when = { pension_status = "paid", died_on = absent },
	judge = function(p)
		local since = p.certified_on or p.pension_from
		-- Whose death is reported is not certified by data: a sign may be someone else's hand.
		if not since then return nothing end
		if not reached(add_months(since, param("certification.renew_after_months"))) then
			return nothing
		end
		local alive_on = certification.alive_on(p.medical_days, p.transport_days, nil, p.other_signs).day
		if not alive_on or alive_on <= since then return nothing end
		return task {
			cause = day(alive_on),
			say = p.other_signs and T("seen alive up to %s", day(alive_on))
				or T("seen alive up to %s by hospitals and carriers", day(alive_on)),
		}
	end,
	cases = {
		{ "two sources, old certificate", on = "2025-11-10", gives = "2025-11-03",
		  facts = { pension_status = "paid", certified_on = "2024-12-01",
		            medical_days = tostring(date "2025-11-03"),
		            transport_days = tostring(date "2025-10-20") } },
		{ "on the day ten months are over", on = "2025-11-10", gives = "task",
		  facts = { pension_status = "paid", certified_on = "2025-01-10",
		            medical_days = tostring(date "2025-11-03"),
		            transport_days = tostring(date "2025-10-20") } },
		{ "the certificate is fresh enough", on = "2025-11-09", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2025-01-10",
		            medical_days = tostring(date "2025-11-03"),
		            transport_days = tostring(date "2025-10-20") } },
		{ "the signs are older than the certificate", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2025-01-01",
		            medical_days = tostring(date "2024-12-03"),
		            transport_days = tostring(date "2024-12-20") } },
		{ "one source", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-12-01",
		            medical_days = date("2025-11-03") .. "," .. date("2025-10-20") } },
		{ "seen at the counter", on = "2025-11-10", gives = "2025-11-03",
		  facts = { pension_status = "paid", certified_on = "2024-12-01",
		            other_signs = "counter:" .. date("2025-11-03") } },
		{ "seen at home after the death that is reported", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-12-01", died_on = "2025-10-05",
		            other_signs = "visit:" .. date("2025-11-03") } },
		{ "reported dead", on = "2025-11-10", gives = "nothing",
		  facts = { pension_status = "paid", certified_on = "2024-12-01", died_on = "2025-11-05",
		            medical_days = tostring(date "2025-11-03"),
		            transport_days = tostring(date "2025-10-20") } },
	},
}
