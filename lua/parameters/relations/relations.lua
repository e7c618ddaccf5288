-- Transfers of insurance relations: ages, shares and days of the law, clocks, reasons and words.  Articles 2 and 3 of the measures,
-- and the beginning of 4, were read in a copy of their text; the numbers of the others, of the regulations of 2023 and of the
-- ministry's notice of 2016 are from memory: an office looks them up before it adopts them.
local law = "State Council Office 2009-66, "

return {
	{
		-- Working days within which the letter goes out, the other place sends form and money, and both are taken in.
		name = "relations.letter_days", jurisdiction = "CN", unit = "days", basis = law .. "art. 8 (2)",
		values = { { from = "2010-01-01", value = 15 } },
	},
	{
		name = "relations.transfer_days", jurisdiction = "CN", unit = "days", basis = law .. "art. 8 (3)",
		values = { { from = "2010-01-01", value = 15 } },
	},
	{
		name = "relations.take_days", jurisdiction = "CN", unit = "days", basis = law .. "art. 8 (4)",
		values = { { from = "2010-01-01", value = 15 } },
	},
	{
		-- From this age on who only works here keeps a temporary account; the relation stays where it was.
		name = "relations.temporary_men", jurisdiction = "CN", unit = "years", basis = law .. "art. 5 (2)",
		values = { { from = "2010-01-01", value = 50 } },
	},
	{
		name = "relations.temporary_women", jurisdiction = "CN", unit = "years", basis = law .. "art. 5 (2)",
		values = { { from = "2010-01-01", value = 40 } },
	},
	{
		-- Pooled money that moves along: of the wages that were really contributed on, from this month on.
		name = "relations.pooled_permille", jurisdiction = "CN", unit = "permille", basis = law .. "art. 4 (2)",
		values = { { from = "2010-01-01", value = 120 } },
	},
	{
		name = "relations.pooled_from", jurisdiction = "CN", unit = "period", basis = law .. "art. 4 (2)",
		values = { { from = "2010-01-01", value = 199801 } },
	},
	{
		-- What an employee pays of the base into the account; from memory, as the unified 8 % since 2006.
		name = "relations.personal_permille", jurisdiction = "CN", unit = "permille", basis = "State Council 2005-38, part 6",
		values = { { from = "2006-01-01", value = 80 } },
	},
	{
		-- Working days after which the account has to show what a list sent.
		name = "relations.money_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = 5 } },
	},
	{
		name = "work.types", part = "relations", jurisdiction = "CN", unit = "days",
		basis = law .. "art. 8; Social Insurance Agency Regulations 2023, art. 16",
		values = { { from = "2000-01-01", value = {
			relation_ask = { working_days = 15, priority = 2 },
			relation_late = { working_days = 5, priority = 3 },
			relation_differs = { working_days = 5, priority = 2 },
			relation_take = { working_days = 15, priority = 2 },
			relation_word = { working_days = 1, priority = 5 },
			relation_out = { working_days = 15, priority = 2 },
			relation_back = { working_days = 5, priority = 2 },
			relation_money = { working_days = 5, priority = 3 },
			relation_fix = { working_days = 10, priority = 2 },
			relation_refund = { working_days = 20, priority = 4 },
		} } },
	},
	{
		name = "work.limits", part = "relations", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = { J11d = { watch = 1, alarm = 20 } } } },
	},
	{
		name = "work.reasons", part = "relations", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			relation_ask = {
				send = { { code = "checked", label = "checked" } },
				reject = {
					{ code = "not_insured_here", label = "not insured here" },
					{ code = "in_payment", label = "draws a pension already" },
					{ code = "nothing_there", label = "nothing was paid there" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_word = { told = { { code = "written", label = "written to" }, { code = "called", label = "called" } } },
			relation_late = {
				remind = { { code = "written", label = "written to" }, { code = "called", label = "called" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_out = {
				propose = { { code = "letter_seen", label = "the letter was seen" } },
				reject = {
					{ code = "in_payment", label = "draws a pension already" },
					{ code = "dead", label = "has died" },
					{ code = "debts", label = "owes money here" },
					{ code = "closed", label = "not insured here any more" },
					{ code = "nothing_there", label = "nothing was paid there" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_back = {
				propose = { { code = "form_and_money", label = "form and money fit" }, { code = "written", label = "written to" } },
				dismiss = { { code = "data_wrong", label = "data are wrong" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_fix = {
				propose = { { code = "document_seen", label = "the document was seen" } },
				reject = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_refund = {
				propose = { { code = "person_asked", label = "the person was asked" } },
				dismiss = {
					{ code = "counts_here", label = "they count here; the other place refunds" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			relation_money = { settle = { { code = "written", label = "written to" }, { code = "explained", label = "explained" } } },
			relation_differs = {
				settle = { { code = "written", label = "written to" }, { code = "called", label = "called" } },
			},
			relation_take = {
				propose = { { code = "form_and_money", label = "form and money fit" } },
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "in_payment", label = "draws a pension already" },
					{ code = "dead", label = "has died" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "relations", jurisdiction = "CN", unit = "messages",
		basis = law .. "art. 8 (4): employer or person are told",
		values = { { from = "2000-01-01", value = {
			relation_ask = {
				open = { template = "relation_receipt", channels = "letter mail" },
				dismissed = { template = "relation_refusal", channels = "letter mail", adverse = true },
			},
			relation_take = {
				dismissed = { template = "relation_not_taken", channels = "letter mail", adverse = true },
				done = { template = "relation_taken", channels = "letter mail" },
				undone = { template = "relation_untaken", channels = "letter mail", told = true },
			},
			relation_out = {
				done = { template = "relation_gone", channels = "letter mail" },
				dismissed = { template = "relation_stays", channels = "letter mail", adverse = true },
				undone = { template = "relation_ungone", channels = "letter mail", told = true },
			},
			relation_back = { done = { template = "relation_back", channels = "letter mail" } },
			relation_fix = {
				done = { template = "relation_corrected", channels = "letter mail" },
				undone = { template = "relation_uncorrected", channels = "letter mail", told = true },
			},
			relation_refund = {
				done = { template = "relation_refund", channels = "letter mail" },
				undone = { template = "relation_unrefunded", channels = "letter mail", told = true },
			},
			relation_word = { dismissed = { template = "relation_word", channels = "letter mail", adverse = true } },
		} } },
	},
	{
		name = "work.letters", part = "relations", jurisdiction = "CN", unit = "texts",
		basis = law .. "art. 5 and 8; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			relation_ask = {
				en = {
					subject = "Transfer of your pension insurance to us",
					open = "We have received your application. Within 15 working days we write to the agency of the other place.",
					dismissed = "Your insurance relation is not transferred, for the reason below.",
				},
				zh = {
					subject = "关于您的养老保险关系转入",
					open = "您的转移接续申请已受理，我们将在15个工作日内向原参保地发出联系函。",
					dismissed = "经审核，您的养老保险关系不予转入，理由如下。",
				},
			},
			relation_take = {
				en = {
					subject = "Transfer of your pension insurance to us",
					dismissed = "The transfer is not taken in, for the reason below; its money goes back to the other place.",
					done = "Your months and your account from the other place count here from now on, as said below.",
					undone = "What we wrote to you about the transfer is taken back; it is looked at once more.",
				},
				zh = {
					subject = "关于您的养老保险关系转入",
					dismissed = "经审核，本次转移不予转入，资金退回原参保地，理由如下。",
					done = "您在原参保地的缴费年限和个人账户已在本地接续，情况如下。",
					undone = "此前寄送给您的转入办结通知已撤回，我们将重新核对。",
				},
			},
			relation_out = {
				en = {
					subject = "Transfer of your pension insurance to another place",
					done = "Your months and your account go to the place that asked for them, as said below; they do not count here any more.",
					dismissed = "Your insurance relation is not transferred to the place that asked for it, for the reason below.",
					undone = "What we wrote to you about the transfer is taken back.",
				},
				zh = {
					subject = "关于您的养老保险关系转出",
					done = "您在本地的缴费年限和个人账户已转往申请转入的地区，情况如下；此后不再在本地计算。",
					dismissed = "经审核，您的养老保险关系不予转出，理由如下。",
					undone = "此前寄送给您的转出通知已撤回。",
				},
			},
			relation_back = {
				en = {
					subject = "Transfer of your pension insurance to another place",
					done = "The other place has sent the transfer back. Your months and your account count here again.",
				},
				zh = {
					subject = "关于您的养老保险关系转出",
					done = "对方已退回转移，您的缴费年限和个人账户恢复在本地计算。",
				},
			},
			relation_fix = {
				en = {
					subject = "Your contributions as we have them",
					done = "Your contribution record was corrected as said below. A pension that rests on it is worked out anew.",
					undone = "What we wrote to you about your contribution record is taken back.",
				},
				zh = {
					subject = "关于您的缴费记录",
					done = "您的缴费记录已更正，情况如下；据此计发的待遇将重新核定。",
					undone = "此前寄送给您的缴费记录更正通知已撤回。",
				},
			},
			relation_refund = {
				en = {
					subject = "Contributions that go back to you",
					done = "The months below do not count here. What you paid for them yourself is paid back to you with the next payment run.",
					undone = "What we wrote to you about contributions that go back to you is taken back.",
				},
				zh = {
					subject = "关于退还您的重复缴费",
					done = "下列月份不在本地计算缴费年限，个人缴费部分随下一批次退还给您。",
					undone = "此前寄送给您的退还缴费通知已撤回。",
				},
			},
			relation_word = {
				en = {
					subject = "Transfer of your pension insurance to us",
					dismissed = "Your insurance relation is not transferred to us, for the reason below.",
				},
				zh = {
					subject = "关于您的养老保险关系转入",
					dismissed = "您的养老保险关系未能转入本地，理由如下。",
				},
			},
		} } },
	},
}
