-- The module's parts of the policy tables.
return {
	{
		name = "work.types", part = "claims", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			claim_check = { working_days = 20, priority = 4 },
			claim_review = { working_days = 20, priority = 3 },
			claim_difference = { working_days = 10, priority = 3 },
			claim_provider = { working_days = 20, priority = 2 },
		} } },
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
			claim_review = {
				settle = { { code = "reviewed", label = "looked at line by line" } },
				propose = { { code = "reviewed", label = "looked at line by line" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "cut_more", label = "more has to be cut" },
					{ code = "cut_less", label = "too much is cut" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			claim_difference = {
				explained = { { code = "set_off", label = "set off against something else" } },
				asked = { { code = "told", label = "the paying office was told" } },
			},
			claim_provider = {
				inspect = { { code = "beyond", label = "nothing explains it" } },
				dismiss = { { code = "explained", label = "its cases explain it" } },
			},
		} } },
	},
}
