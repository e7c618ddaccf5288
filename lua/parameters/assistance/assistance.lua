-- Assistance that is granted without being asked for, and free health checks.  The amounts are an office's own: it adopts
-- those of its place.
return {
	{
		-- Yuan once a year, by the strongest need; medical: of whom claims of twelve months cost more than medical_least.
		name = "assistance.grants", jurisdiction = "CN", unit = "yuan",
		basis = "Interim Measures for Social Assistance, art. 47 to 51 (temporary assistance); office practice",
		values = { { from = "2014-05-01", value = { destitute = 1000, allowance = 800, disabled = 600, marginal = 500, medical = 500,
			medical_least = 20000, disabled_level = 2 } } },
	},
	{
		name = "work.check_age", jurisdiction = "CN", unit = "years",
		basis = "National basic public health services: health management of the elderly, from 65",
		values = { { from = "2009-01-01", value = 65 } },
	},
	{
		-- What a check may cost at most, in fen.
		name = "work.check_fen", jurisdiction = "CN", unit = "fen", basis = "office practice: as agreed with the hospitals",
		values = { { from = "2009-01-01", value = 20000 } },
	},
	{
		name = "work.types", part = "assistance", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			assist = { working_days = 10, priority = 3 },
			health_check = { working_days = 10, priority = 4 },
		} } },
	},
	{
		name = "work.reasons", part = "assistance", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			assist = {
				propose = { { code = "need_known", label = "the need is known from data" } },
				dismiss = {
					{ code = "need_gone", label = "the need is over" },
					{ code = "declined", label = "the person does not want it" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "proof_missing", label = "proof is missing" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			health_check = {
				refuse = { { code = "not_due", label = "it is not due" } },
				confirm = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "assistance", jurisdiction = "CN", unit = "messages", basis = "office practice",
		values = { { from = "2000-01-01", value = { assist = { done = { template = "assist", channels = "letter mail" } } } } },
	},
	{
		name = "work.letters", part = "assistance", jurisdiction = "CN", unit = "texts", basis = "office practice",
		values = { { from = "2000-01-01", value = { assist = {
			en = {
				subject = "Assistance for you",
				done = "You are granted assistance, which you need not apply for: we found from the data of other offices that it is "
					.. "yours. It is paid once, with the next payment run.",
				undone = "The assistance that we wrote to you about is taken back.",
			},
			zh = {
				subject = "关于给予您的救助",
				done = "经数据比对，您符合救助条件，无需申请，现给予一次性救助，随下一批次发放。",
				undone = "此前通知您的救助已撤回。",
			},
		} } } },
	},
}
