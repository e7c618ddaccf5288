-- Contributions that the fund pays while unemployment benefit is drawn: clocks, reasons and words.
return {
	{
		name = "work.types", part = "premium", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Law, art. 48; office practice",
		values = { { from = "2000-01-01", value = {
			premium = { working_days = 10, priority = 3 },
			premium_twice = { working_days = 10, priority = 3 },
		} } },
	},
	{
		name = "work.reasons", part = "premium", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			premium = {
				propose = { { code = "benefit_drawn", label = "unemployment benefit is drawn" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				reject = {
					{ code = "paid_otherwise", label = "the insurance is paid otherwise" },
					{ code = "no_rule", label = "no sum is in force here" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			premium_twice = {
				propose = {
					{ code = "employer_pays", label = "the employer pays it" },
					{ code = "not_insured_here", label = "not insured here" },
				},
				keep = {
					{ code = "earlier_month", label = "it was paid for an earlier month" },
					{ code = "asked_again", label = "sent once more" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "premium", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 18; office practice",
		values = { { from = "2000-01-01", value = {
			premium = {
				done = { template = "premium_paid", channels = "letter mail" },
				undone = { template = "premium_undone", channels = "letter mail", told = true },
			},
			premium_twice = { done = { template = "premium_ends", channels = "letter mail" } },
		} } },
	},
	{
		name = "work.letters", part = "premium", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Law, art. 48",
		values = { { from = "2000-01-01", value = {
			premium = {
				en = {
					subject = "Your health insurance while you draw unemployment benefit",
					done = "The unemployment fund pays your contributions as said below. You pay nothing yourself; it ends with the benefit.",
					undone = "What we wrote to you about your contributions is taken back.",
				},
				zh = {
					subject = "关于领取失业保险金期间的医疗保险",
					done = "领取失业保险金期间，下列保险费由失业保险基金缴纳，您个人不缴费；停止领取失业保险金时一并停止。",
					undone = "此前寄送给您的代缴保险费通知已撤回。",
				},
			},
			premium_twice = {
				en = {
					subject = "Your health insurance while you draw unemployment benefit",
					done = "The unemployment fund does not pay contributions for the month said below.",
				},
				zh = {
					subject = "关于领取失业保险金期间的医疗保险",
					done = "下列月份的保险费不由失业保险基金缴纳。",
				},
			},
		} } },
	},
}
