-- The module's parts of the policy tables.
return {
	{
		name = "work.types", part = "claims", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = { claim_check = { working_days = 20, priority = 4 } } } },
	},
	{
		name = "work.reasons", part = "claims", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			claim_check = {
				["return"] = {
					{ code = "not_payable", label = "charged against the rules" },
					{ code = "data_wrong", label = "data of the claim are wrong" },
				},
				dismiss = {
					{ code = "records_seen", label = "right by the medical records" },
					{ code = "no_rule", label = "allowed in this case" },
				},
			},
		} } },
	},
}
