-- Unemployment benefit that follows a notice: clock, reasons and words.
return {
	{
		name = "work.types", part = "jobless_amount", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18",
		values = { { from = "2000-01-01", value = { jobless_amount = { working_days = 10, priority = 2 } } } },
	},
	{
		name = "work.reasons", part = "jobless_amount", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			jobless_amount = {
				propose = { { code = "notice", label = "by the notice of the place" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				reject = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "jobless_amount", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; office practice",
		values = { { from = "2000-01-01", value = {
			jobless_amount = {
				done = { template = "jobless_amount", channels = "letter mail" },
				undone = { template = "jobless_amount", channels = "letter mail", told = true },
			},
		} } },
	},
	{
		name = "work.letters", part = "jobless_amount", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			jobless_amount = {
				en = {
					subject = "The amount of your unemployment benefit",
					done = "Your unemployment benefit is paid by the notice in force, from the month and with the amounts below.",
					undone = "That your unemployment benefit is of another amount is taken back.",
				},
				zh = {
					subject = "关于调整您的失业保险金标准",
					done = "您的失业保险金按现行通知规定的标准发放，起始月份和金额如下。",
					undone = "此前寄送给您的失业保险金标准调整决定已撤回。",
				},
			},
		} } },
	},
}
