-- Care that begins after the death cannot have been given to this person.
return {
	id = "claims.after_death",
	title = "claim for care after the death",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 38 and 41",
	type = "notice",
	reads = { "claim_after_death", "died_on" },
	when = { claim_after_death = present, died_on = present },
	judge = function(p)
		return task {
			cause = p.claim_after_death,
			say = T("claim %s is for care after the death on %s", p.claim_after_death, day(p.died_on)),
		}
	end,
	cases = {
		{ "care after the death", on = "2025-11-10", gives = "CL202511090000007",
		  facts = { claim_after_death = "CL202511090000007", died_on = "2025-11-05" } },
		{ "no such claim", on = "2025-11-10", gives = "nothing", facts = { died_on = "2025-11-05" } },
	},
}
