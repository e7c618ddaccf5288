-- What holds a payment, and who pays it out.  A line of a payment run does not leave while an open task of one of
-- these kinds, or of one of these rules, stands on the person; release names the job that may let it go all the same,
-- none nobody.  What begins with pay. is seen by the run itself.
return {
	{
		name = "work.gate", jurisdiction = "CN", unit = "kinds",
		basis = "Social Insurance Agency Regulations 2023, art. 26 (suspected loss is investigated)",
		values = { { from = "2000-01-01", value = {
			suspend = { release = "reviewer" },
			match = { release = "reviewer" },
			contradiction = { release = "clerk" },
			hold_month = { release = "reviewer" },
			["risk.sign_after_death"] = { release = "reviewer" },
			["risk.paid_while_stopped"] = { release = "reviewer" },
			["pay.large"] = { release = "manager" },
			["pay.no_account"] = { release = "none" },
			["pay.account_changed"] = { release = "clerk" },
			["pay.account_test"] = { release = "reviewer" },
			["pay.account_shared"] = { release = "reviewer" },
			["pay.account_doubtful"] = { release = "clerk" },
			["pay.account_failed"] = { release = "clerk" },
		} } },
	},
	{
		-- Who pays out.  format: pain (ISO 20022 pain.001.001.09) or csv with these columns: n, number, name, id_no,
		-- amount, remark, agent, scheme, each as name:heading.  agent: its number in the clearing (CNAPS, 12 digits);
		-- debtor: the fund's account there, which an office writes in.  codes: what its replies call a state or
		-- a reason, as code:ISO; test: whether it takes a line that tries a new account; reply: the columns of its answers, ref, status, reason and amount, as name:heading.
		name = "work.channels", jurisdiction = "CN", unit = "channels",
		basis = "agreements of the fund with its banks",
		values = { { from = "2000-01-01", value = {
			icbc = { title = "Industrial and Commercial Bank", test = "yes", format = "pain", agent = "102100099996", debtor = "1000000000000001" },
			abc = { title = "Agricultural Bank", test = "yes", format = "csv", encoding = "GB18030", agent = "103100000026",
				debtor = "1000000000000002", columns = "n:序号 number:收款人账号 name:收款人姓名 amount:出款金额 remark:备注",
				reply = "ref:备注 status:交易状态 reason:失败原因 amount:出款金额",
				codes = "20:ACSC 30:RJCT 40:RTRN RJ01:AC01 RJ02:BE01 3009:AC01 3031:BE01" },
			boc = { title = "Bank of China", test = "yes", format = "pain", agent = "104100000004", debtor = "1000000000000003" },
			ccb = { title = "Construction Bank", test = "yes", format = "pain", agent = "105100000017", debtor = "1000000000000004" },
			bocom = { title = "Bank of Communications", test = "yes", format = "pain", agent = "301290000007", debtor = "1000000000000005" },
			psbc = { title = "Postal Savings Bank", test = "yes", format = "csv", encoding = "GB18030", agent = "403100000004",
				debtor = "1000000000000006", columns = "n:序号 number:收款人账号 name:收款人姓名 amount:金额（元） remark:交易描述",
				reply = "ref:交易描述 status:交易状态 reason:失败原因 amount:金额（元）", codes = "20:ACSC 30:RJCT 40:RTRN" },
			cmb = { title = "Merchants Bank", test = "yes", format = "pain", agent = "308584000013", debtor = "1000000000000007" },
			rcb = { title = "Rural Commercial Bank", test = "yes", format = "csv", encoding = "GB18030", agent = "314337000014",
				debtor = "1000000000000008",
				columns = "n:序号 number:收款人账号 name:收款人姓名 agent:大额行号 amount:出款金额 remark:备注",
				reply = "ref:备注 status:交易状态 reason:失败原因 amount:出款金额",
				codes = "20:ACSC 30:RJCT 40:RTRN 3009:AC01 3031:BE01 013017:AC06 013006:AC06" },
			wechat = { title = "WeChat wallet", format = "csv", columns = "n:序号 number:收款账号 name:收款人姓名 amount:金额 remark:备注" },
			alipay = { title = "Alipay wallet", format = "csv", columns = "n:序号 number:收款账号 name:收款人姓名 amount:金额 remark:备注" },
			cash = { title = "cash list", format = "csv", encoding = "GB18030",
				columns = "n:序号 name:姓名 id_no:公民身份号码 amount:金额 remark:签收" },
		} } },
	},
	{
		-- From which sum on a payment of one person waits.
		name = "work.large_payment", jurisdiction = "CN", unit = "fen",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 2000000 } },
	},
	{
		-- The day of the month by which it is paid; the working day before it where it is none.
		name = "work.payday", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 10 } },
	},
	{
		-- How many working days before payday a month's run is made; what is decided later goes with a supplement.
		name = "work.cutoff_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 5 } },
	},
	{
		-- After how many working days a bank's answer is missed.
		name = "work.receipt_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 3 } },
	},
	{
		-- How long an account counts as changed.
		name = "work.account_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 15 } },
	},
	{
		-- What a line pays that tries a new account: 1, or 0 where the bank takes that.
		name = "work.account_test_fen", jurisdiction = "CN", unit = "fen",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 1 } },
	},
	{
		-- After how many working days the bank's answer about it is missed.
		name = "work.account_test_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 3 } },
	},
	{
		-- Until then: 1 the benefit goes to the account before, 0 it is held.
		name = "work.account_test_pay_old", jurisdiction = "CN", unit = "number",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 1 } },
	},
	{
		-- Which of several orders is served first.
		name = "work.deduction_order_maintenance", jurisdiction = "CN", unit = "number",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 1 } },
	},
	{
		name = "work.deduction_order_tax", jurisdiction = "CN", unit = "number",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 2 } },
	},
	{
		name = "work.deduction_order_attachment", jurisdiction = "CN", unit = "number",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 3 } },
	},
	{
		-- How much of a month's benefit an order may take, and what is left to live on beside it.
		name = "work.deduction_share_maintenance", jurisdiction = "CN", unit = "percent",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 50 } },
	},
	{
		name = "work.deduction_share_tax", jurisdiction = "CN", unit = "percent",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 100 } },
	},
	{
		name = "work.deduction_share_attachment", jurisdiction = "CN", unit = "percent",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 50 } },
	},
	{
		name = "work.deduction_protected_maintenance", jurisdiction = "CN", unit = "fen",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 40000 } },
	},
	{
		name = "work.deduction_protected_tax", jurisdiction = "CN", unit = "fen",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 0 } },
	},
	{
		name = "work.deduction_protected_attachment", jurisdiction = "CN", unit = "fen",
		basis = "Civil Procedure Law 2023, art. 254; office practice",
		values = { { from = "2000-01-01", value = 80000 } },
	},
}
