-- Applications for a pension: notice periods, papers, clocks, reasons and words.
return {
	{
		-- Months between telling and the month chosen: to the employer before an early one, agreed with him before
		-- the statutory month for a late one.
		name = "retirement.notice", jurisdiction = "CN", unit = "months",
		basis = "State Council measures of 2024-09-13, art. 3; MOHRSS 2024-94",
		values = { { from = "2024-09-13", value = { early = 3, late = 1 } } },
	},
	{
		-- Former ages of special work, which stay until the State Council says otherwise.
		name = "retirement.special_age", jurisdiction = "CN", unit = "years",
		basis = "State Council 1978-104, art. 1 (2); State Council measures of 2024-09-13, art. 8",
		values = { { from = "1978-06-02", value = { male60 = 55, female55 = 45, female50 = 45 } } },
	},
	{
		-- In the order of the list that is handed out.  only: what makes it necessary.  Nothing else may be asked for.
		name = "retirement.papers", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 29 to 31 and 62; MOHRSS 2024-94",
		values = { { from = "2023-12-01", value = {
			{ code = "application", how = "held" },
			{ code = "contributions", how = "held" },
			{ code = "identity_card", how = "fetched" },
			{ code = "account", how = "fetched" },
			{ code = "personnel_file", how = "asked", only = "deemed" },
			{ code = "special_work", how = "asked", only = "special" },
			{ code = "early_choice", how = "asked", only = "early" },
			{ code = "late_agreement", how = "asked", only = "late" },
			{ code = "authorisation", how = "asked", only = "agent" },
		} } },
	},
	-- Each paper that may be asked for, with what allows it: the letter names those that are missing.
	{
		name = "retirement.paper_personnel_file", jurisdiction = "CN", unit = "yes/no", title = L"original personnel file",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31",
		values = { { from = "2000-01-01", value = true } },
	},
	{
		name = "retirement.paper_special_work", jurisdiction = "CN", unit = "yes/no", title = L"personnel file with the special work",
		basis = "State Council measures of 2024-09-13, art. 8",
		values = { { from = "2000-01-01", value = true } },
	},
	{
		name = "retirement.paper_early_choice", jurisdiction = "CN", unit = "yes/no", title = L"written choice of an earlier month",
		basis = "MOHRSS 2024-94",
		values = { { from = "2000-01-01", value = true } },
	},
	{
		name = "retirement.paper_late_agreement", jurisdiction = "CN", unit = "yes/no", title = L"agreement with the employer on a later month",
		basis = "MOHRSS 2024-94",
		values = { { from = "2000-01-01", value = true } },
	},
	{
		name = "retirement.paper_authorisation", jurisdiction = "CN", unit = "yes/no", title = L"authorisation and both identity cards",
		basis = "Social Insurance Agency Regulations 2023, art. 30",
		values = { { from = "2000-01-01", value = true } },
	},
	{
		name = "retirement.papers_days", jurisdiction = "CN", unit = "days", title = L"days in which missing papers are to come",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 30 } },
	},
	{
		name = "retirement.working_days", jurisdiction = "CN", unit = "days", title = L"working days for an application",
		basis = "Social Insurance Agency Regulations 2023, art. 18",
		values = { { from = "2000-01-01", value = 20 } },
	},
	{
		name = "work.types", part = "retirement", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18",
		values = { { from = "2000-01-01", value = { retire = { working_days = 20, priority = 2 } } } },
	},
	{
		name = "work.reasons", part = "retirement", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			retire = {
				propose = {
					{ code = "complete", label = "all papers are there" },
					{ code = "archive_seen", label = "personnel archive seen" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = {
					{ code = "month_outside", label = "the month cannot be chosen" },
					{ code = "too_few_months", label = "too few months are paid" },
					{ code = "papers_missing", label = "the papers did not come" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			["retirement.reassess"] = {
				propose = {
					{ code = "months_late", label = "months came in late" },
					{ code = "archive_seen", label = "personnel archive seen" },
					{ code = "account_wrong", label = "the account was another one" },
					{ code = "bases_changed", label = "bases of the index have changed" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "agreed", label = "settled otherwise" },
				},
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "retirement", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; office practice",
		values = { { from = "2000-01-01", value = {
			retire = {
				open = { template = "retire_receipt", channels = "letter mail" },
				awaiting = { template = "retire_papers", channels = "letter mail", reply_days = 30 },
				done = { template = "retire_award", channels = "letter mail" },
				dismissed = { template = "retire_refusal", channels = "letter mail", adverse = true },
			},
		} } },
	},
	{
		name = "work.letters", part = "retirement", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			retire = {
				en = {
					subject = "Your application for a pension",
					open = "We have received your application. It is decided within 20 working days; time in which we wait "
						.. "for papers is not counted.",
					awaiting = "Some papers are still missing; this is the whole list, and nothing else will be asked for. "
						.. "Please bring what is named below as to be brought. Until then the time for our decision does not run.",
					proposed = "A clerk has worked out your pension; a second person has to agree.",
					done = "Your pension is awarded. The first payment comes with the next payment run, with what is due for "
						.. "months that have passed.",
					dismissed = "Your application is refused, for the reason below. You may apply again when it no longer holds.",
					undone = "The award of your pension that we wrote to you is taken back.",
				},
				zh = {
					subject = "关于您的养老金申领",
					open = "您的申请已受理，将在20个工作日内办结；等待补正材料的时间不计算在内。",
					awaiting = "尚缺部分材料，现一次性告知全部所需材料，不再另行要求。请携带下列应提交的材料前来办理，其间办理时限暂停计算。",
					proposed = "经办人员已核算您的养老金，须经另一人复核同意。",
					done = "您的养老金已核定，自下一批次起发放，已过月份应发的待遇一并补发。",
					dismissed = "您的申请因下列原因不予批准。原因消除后可再次申请。",
					undone = "此前寄送给您的养老金核定决定已撤回。",
				},
			},
		} } },
	},
}
