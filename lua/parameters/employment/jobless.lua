-- Claims for unemployment benefit: when they begin, when they end, clocks, reasons and words.
return {
	{
		-- registration: the month of registration is the first; next: the one after the claim.
		name = "unemployment.first_month", jurisdiction = "CN", unit = "code",
		basis = "Social Insurance Law, art. 50",
		values = { { from = "2011-07-01", value = "registration" } },
	},
	{
		name = "unemployment.first_month", jurisdiction = "CN-31", unit = "code",
		basis = "Shanghai HR&SS rules 2026-18, art. 5",
		values = { { from = "2026-07-01", value = "next" } },
	},
	{
		-- The law says "without good reason" and no number; where a place says none, the first refusal is put to a clerk.
		name = "unemployment.refusals_to_stop", jurisdiction = "CN", unit = "times", title = L"refusals of suitable work that end the benefit",
		basis = "Social Insurance Law, art. 51 (5)",
		values = { { from = "2011-07-01", value = 1 } },
	},
	{
		name = "unemployment.refusals_to_stop", jurisdiction = "CN-31", unit = "times",
		title = L"refusals of suitable work that end the benefit",
		basis = "Shanghai HR&SS rules 2026-18, art. 10",
		values = { { from = "2026-07-01", value = 3 } },
	},
	{
		name = "unemployment.extension_notice", jurisdiction = "CN", unit = "months",
		title = L"months before the end of the benefit at which it is asked whether it goes on to the statutory age",
		basis = "office practice",
		values = { { from = "2025-01-01", value = 2 } },
	},
	{
		name = "work.types", part = "jobless", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18",
		values = { { from = "2000-01-01", value = {
			jobless = { working_days = 10, priority = 2 },
			jobless_stop = { working_days = 5, priority = 1 },
			jobless_ground = { working_days = 5, priority = 1 },
			jobless_extension = { working_days = 20, priority = 2 },
		} } },
	},
	{
		name = "work.gate", part = "jobless", jurisdiction = "CN", unit = "kinds",
		basis = "Social Insurance Agency Regulations 2023, art. 26 (suspected loss is investigated)",
		values = { { from = "2000-01-01", value = { jobless_stop = { release = "reviewer" } } } },
	},
	{
		name = "work.limits", part = "jobless", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = { G8 = { watch = 1, alarm = 20 } } } },
	},
	{
		name = "work.reasons", part = "jobless", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			jobless = {
				propose = { { code = "proved", label = "end of work and registration are proved" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = {
					{ code = "own_will", label = "left of their own will" },
					{ code = "too_few_months", label = "too few months are paid" },
					{ code = "not_registered", label = "not registered, or seeks no work" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			jobless_extension = {
				propose = { { code = "asked", label = "the person was asked" }, { code = "no_work_known", label = "no work is known of" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = { { code = "has_work", label = "has found work" }, { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			jobless_ground = {
				reject = { { code = "other_ground", label = "it ends for another ground" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			jobless_stop = {
				propose = { { code = "asked", label = "the person was asked" }, { code = "proof_seen", label = "proof was seen" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = {
					{ code = "not_so", label = "what was told is not so" },
					{ code = "no_work", label = "it was no work" },
					{ code = "good_reason", label = "refused with a good reason" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "jobless", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; office practice",
		values = { { from = "2000-01-01", value = {
			jobless = {
				open = { template = "jobless_receipt", channels = "letter mail" },
				done = { template = "jobless_award", channels = "letter mail" },
				dismissed = { template = "jobless_refusal", channels = "letter mail", adverse = true },
			},
			jobless_extension = {
				done = { template = "jobless_extended", channels = "letter mail" },
				undone = { template = "jobless_ends", channels = "letter mail", told = true },
			},
			jobless_stop = {
				proposed = { template = "jobless_hearing", channels = "letter mail", adverse = true, reply_days = 15 },
				done = { template = "jobless_end", channels = "letter mail", adverse = true },
				dismissed = { template = "jobless_goes_on", channels = "letter mail", told = true },
				undone = { template = "jobless_goes_on", channels = "letter mail", told = true },
			},
		} } },
	},
	{
		name = "work.letters", part = "jobless", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 31; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			jobless = {
				en = {
					subject = "Your claim for unemployment benefit",
					open = "We have received your claim. It is decided within 10 working days.",
					proposed = "A clerk has worked out your benefit; a second person has to agree.",
					done = "Unemployment benefit is awarded to you. Tell us at once when you begin to work: the benefit ends then.",
					dismissed = "Your claim is refused, for the reason below. You may claim again when it no longer holds.",
					undone = "The award of unemployment benefit that we wrote to you is taken back.",
				},
				zh = {
					subject = "关于您的失业保险金申领",
					open = "您的申请已受理，将在10个工作日内办结。",
					proposed = "经办人员已核算您的失业保险金，须经另一人复核同意。",
					done = "您的失业保险金已核定。重新就业时请立即告知我们，自就业起停止领取。",
					dismissed = "您的申请因下列原因不予批准。原因消除后可再次申请。",
					undone = "此前寄送给您的失业保险金核定决定已撤回。",
				},
			},
			jobless_extension = {
				en = {
					subject = "Your unemployment benefit goes on",
					done = "Less than a year is left to your retirement age: your unemployment benefit goes on until then. Tell us at once when "
						.. "you begin to work, and apply for your pension in time.",
					undone = "That your unemployment benefit goes on to the retirement age is taken back.",
				},
				zh = {
					subject = "关于延长领取失业保险金",
					done = "您距法定退休年龄不足一年，失业保险金继续发放至法定退休年龄。重新就业时请立即告知我们，并请按时申领养老金。",
					undone = "延长领取失业保险金的决定已撤回。",
				},
			},
			jobless_stop = {
				en = {
					subject = "The end of your unemployment benefit",
					proposed = "We intend to end your unemployment benefit, for the reason below. You may answer before we decide.",
					done = "Your unemployment benefit ends, for the reason below. What was paid for months after it has to be paid back; "
						.. "we write to you about it.",
					dismissed = "Your unemployment benefit goes on as before.",
					undone = "The end of your unemployment benefit is taken back; what was held back is paid.",
				},
				zh = {
					subject = "关于停发您的失业保险金",
					proposed = "因下列原因，我们拟停发您的失业保险金。在作出决定前，您可以陈述意见。",
					done = "因下列原因，您的失业保险金停止发放。停发之后多领的月份须退还，我们将另行函告。",
					dismissed = "您的失业保险金照常发放。",
					undone = "停发您失业保险金的决定已撤回，暂缓部分一并补发。",
				},
			},
		} } },
	},
}
