-- Whose word ends a pension, whose suspends it until somebody has confirmed it, and whose is looked into first.
return {
	{
		-- end: the stop is proposed as of a confirmed death; suspend: the payment alone is held until another
		-- source agrees; alert: nothing is held, a clerk asks the family or the register.
		name = "risk.standing", jurisdiction = "CN", unit = "codes", title = L"whose word about a death does what",
		basis = "Social Insurance Agency Regulations 2023, art. 25 (relatives report) and 26 (suspected loss is investigated)",
		values = { { from = "2000-01-01", value = {
			death = "end", certificate = "end", hospital = "end", hearsay = "end",
			register = "end", family = "end", agency = "alert", bank = "suspend",
		} } },
	},
	{
		name = "work.types", part = "risk", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = { annul = { days = 2, priority = 1 } } } },
	},
	{
		name = "work.reasons", part = "risk", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			annul = {
				approve = {
					{ code = "seen", label = "person was seen alive" },
					{ code = "source", label = "the source has withdrawn it" },
				},
				dismiss = {
					{ code = "proof_missing", label = "proof is missing" },
				},
			},
		} } },
	},
}
