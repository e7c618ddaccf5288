-- Refunds for kept posts: what each place gives back, of whom, for how long.
return {
	{
		-- The ministry's notices name ceilings; the places say what they pay, and until one has said so there is nothing.
		name = "fund.retention", jurisdiction = "CN", unit = "rules",
		basis = "Regulations on Unemployment Insurance; the notices leave the share to the places",
		values = { { from = "2000-01-01", value = { none = true } } },
	},
	{
		-- large, small: percent of what was paid; percent: who may be laid off of all; few_percent: of few persons and less.
		name = "fund.retention", jurisdiction = "CN-4112", unit = "rules",
		basis = "Sanmenxia HR&SS, page of 2025-12-15 on the refund of 2025 (smx.gov.cn/7804/2025/12/2184124.html)",
		values = { { from = "2025-01-01", to = "2025-12-31", value = { large = 30, small = 60, months = 12, percent = 5.5, few = 30,
			few_percent = 20 } }, { from = "2026-01-01", value = { none = true } } },
	},
	{
		name = "work.types", part = "retention", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			retention = { working_days = 20, priority = 3 },
			retention_back = { working_days = 20, priority = 2 },
		} } },
	},
	{
		name = "work.reasons", part = "retention", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			retention = {
				propose = { { code = "proved", label = "proved by papers or data" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				reject = { { code = "not_due", label = "it is not due" }, { code = "proof_missing", label = "proof is missing" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			retention_back = {
				propose = { { code = "paid_less", label = "less was paid" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				reject = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
}
