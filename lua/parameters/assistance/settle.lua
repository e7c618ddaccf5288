-- The yearly settlement of what was granted by need against the income of the year, as the tax bureau or an employer tells it.
-- The sums are an office's own: it adopts those of its place.
local ground = "Interim Measures for Social Assistance, art. 13; office practice"

return {
	{
		-- Which kinds of benefits are settled.
		name = "work.rows", part = "assistance", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = { settlement = { assistance = { by = "income" } } } } },
	},
	{
		-- Income of a year that takes nothing away.
		name = "work.settle_free_fen", jurisdiction = "CN", unit = "fen", basis = ground,
		title = L"income of a year that takes nothing away",
		values = { { from = "2014-05-01", value = 1320000 } },
	},
	{
		-- How much of what goes beyond it is taken away.
		name = "work.settle_share", jurisdiction = "CN", unit = "percent", basis = ground,
		title = L"share of the income beyond it that is taken away",
		values = { { from = "2014-05-01", value = 100 } },
	},
	{
		-- Below these sums of a year nothing is asked back, and nothing is paid.
		name = "work.settle_claim_least_fen", jurisdiction = "CN", unit = "fen", basis = "office practice",
		title = L"least sum of a year that is asked back",
		values = { { from = "2014-05-01", value = 10000 } },
	},
	{
		name = "work.settle_arrears_least_fen", jurisdiction = "CN", unit = "fen", basis = "office practice",
		title = L"least sum of a year that is paid afterwards",
		values = { { from = "2014-05-01", value = 1000 } },
	},
	{
		-- How long a figure is waited for, and how long the person may reply.
		name = "work.settle_wait_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		title = L"days in which the figure of a year is waited for",
		values = { { from = "2014-05-01", value = 90 } },
	},
	{
		name = "work.settle_reply_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		title = L"days in which a person may reply",
		values = { { from = "2014-05-01", value = 15 } },
	},
	{
		name = "work.types", part = "settlement", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			settlement = { working_days = 20, priority = 3 },
			settlement_missing = { working_days = 10, priority = 4 },
		} } },
	},
	{
		name = "work.reasons", part = "settlement", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			settlement = {
				ask = { { code = "figure_came", label = "the figure of the year has come" } },
				propose = {
					{ code = "agreed", label = "the person agrees" },
					{ code = "no_reply", label = "no reply came" },
					{ code = "reply_weighed", label = "the reply was weighed" },
					{ code = "more_due", label = "more is due" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "not_needed", label = "nothing to do" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "proof_missing", label = "proof is missing" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			settlement_missing = {
				finish = {
					{ code = "asked", label = "the sender was asked" },
					{ code = "informed", label = "person was informed" },
				},
				dismiss = { { code = "not_needed", label = "nothing to do" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "settlement", jurisdiction = "CN", unit = "messages", basis = "office practice",
		values = { { from = "2000-01-01", value = { settlement = {
			replying = { template = "settlement_hearing", channels = "letter mail", adverse = true, reply_days = 15 },
			done = { template = "settlement", channels = "letter mail", adverse = true },
		} } } },
	},
	{
		name = "work.letters", part = "settlement", jurisdiction = "CN", unit = "texts", basis = ground,
		values = { { from = "2000-01-01", value = { settlement = {
			en = {
				subject = "Settlement of your assistance for a year",
				replying = "The income of the year that was told to us is not the one that your assistance was granted by. Before we "
					.. "decide, please tell us whether the figure below is right, and bring what shows otherwise.",
				done = "Your assistance for the year is settled by your income. What is missing is paid with the next payment run; "
					.. "what was too much you are asked for in a letter of its own.",
				undone = "The settlement that we wrote to you about is taken back.",
			},
			zh = {
				subject = "关于您年度救助金的清算",
				replying = "有关部门提供的您本年度收入与核发救助时不同。作出决定前，请您核实下列数据是否属实；如有出入，请携带证明材料说明。",
				done = "您本年度的救助金已按实际收入清算。少发部分随下一批次补发；多发部分将另行通知。",
				undone = "此前通知您的清算决定已撤回。",
			},
		} } } },
	},
}
