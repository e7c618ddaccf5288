-- How many days each kind of work may take, which comes first (1), and the reasons a person may
-- give for each step.  Reasons are shown in this order; labels are translated by the screens.
return {
	{
		name = "work.types", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 25; office practice",
		values = { { from = "2000-01-01", value = {
			suspend = { days = 5, priority = 1 },
			match = { days = 10, priority = 2 },
			correct = { days = 20, priority = 3 },
			notice = { days = 20, priority = 5 },
			certify = { days = 1, priority = 9 },
		} } },
	},
	{
		name = "work.reasons", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 26: facts are looked into first",
		values = { { from = "2000-01-01", value = {
			suspend = {
				propose = {
					{ code = "confirmed", label = "confirmed by the department" },
					{ code = "family", label = "confirmed by the family" },
					{ code = "document", label = "document seen" },
					{ code = "no_sign", label = "not reached, no sign of life" },
				},
				dismiss = {
					{ code = "alive", label = "person was seen alive" },
					{ code = "wrong_person", label = "someone else is meant" },
					{ code = "report_wrong", label = "report was withdrawn" },
					{ code = "certified", label = "certified meanwhile" },
					{ code = "released", label = "released from custody" },
					{ code = "stopped", label = "pension has already stopped" },
				},
				approve = {
					{ code = "checked", label = "checked against the source" },
					{ code = "document", label = "document seen" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "alive", label = "person was seen alive" },
					{ code = "wrong_person", label = "someone else is meant" },
				},
			},
			correct = {
				propose = {
					{ code = "final_base", label = "the base has become final" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "agreed", label = "settled otherwise" },
				},
				approve = {
					{ code = "checked", label = "checked against the source" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
			},
			notice = {
				finish = {
					{ code = "informed", label = "person was informed" },
					{ code = "family", label = "family was informed" },
					{ code = "applied", label = "application was taken" },
					{ code = "referred", label = "passed on to the office in charge" },
					{ code = "recovered", label = "money is being claimed back" },
				},
				dismiss = {
					{ code = "not_needed", label = "nothing to do" },
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "not_reached", label = "person cannot be reached" },
				},
			},
			match = {
				accept = {
					{ code = "documents", label = "documents compared" },
					{ code = "sender", label = "sender has confirmed" },
					{ code = "family", label = "confirmed by the family" },
				},
				dismiss = {
					{ code = "other_person", label = "it is someone else" },
					{ code = "sender_error", label = "sender made a mistake" },
					{ code = "unclear", label = "cannot be told" },
				},
			},
		} } },
	},
}
