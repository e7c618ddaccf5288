-- Care that begins after the death cannot have been given to this person.
return {
	id = "claims.after_death",
	about = "claim",
	title = "claim for care after the death",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 38 and 41",
	type = "notice",
	reads = { "claim_no", "service_from", "died_on" },
	when = { service_from = present, died_on = present },
	judge = function(c)
		if c.service_from <= c.died_on then return end
		return task {
			cause = c.claim_no,
			say = T("claim %s is for care after the death on %s", c.claim_no, day(c.died_on)),
		}
	end,
	cases = {
		{ "care after the death", on = "2025-11-10", gives = "CL202511090000007",
		  facts = { claim_no = "CL202511090000007", service_from = "2025-11-09", died_on = "2025-11-05" } },
		{ "care on the day of the death", on = "2025-11-10", gives = "nothing",
		  facts = { claim_no = "CL202511050000003", service_from = "2025-11-05", died_on = "2025-11-05" } },
		{ "care before it", on = "2025-11-10", gives = "nothing",
		  facts = { claim_no = "CL202511010000001", service_from = "2025-11-01", died_on = "2025-11-05" } },
		{ "alive", on = "2025-11-10", gives = "nothing",
		  facts = { claim_no = "CL202511010000001", service_from = "2025-11-01" } },
	},
}
