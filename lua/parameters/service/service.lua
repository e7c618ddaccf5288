-- Matters that people come with, each with the clock that the law gives it, and the module's parts of the policy tables.
return {
	{
		-- place: where it stands in the list at the counter; the first nine have a digit.
		name = "work.rows", part = "service", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 6, 10, 16, 18 to 20, 22, 24, 25 and 29; office practice",
		values = { { from = "2023-12-01", value = {
			service_matter = {
				retirement_claim = { place = 1, working_days = 20 },
				registration_change = { place = 2, working_days = 10 },
				information = { place = 3, working_days = 3 },
				social_security_card = { place = 4, working_days = 10 },
				transfer = { place = 5, working_days = 15 },
				stop_event = { place = 6, working_days = 20 },
				survivor_grants = { place = 7, working_days = 20 },
				unemployment_benefit = { place = 8, working_days = 10 },
				registration_person = { place = 9, working_days = 10 },
				medical_reimbursement = { place = 10, working_days = 30 },
				maternity_allowance = { place = 11, working_days = 10 },
				injury_reimbursement = { place = 12, working_days = 20 },
				training_subsidy = { place = 13, working_days = 10 },
				complaint = { place = 14, working_days = 20 },
			},
			-- What a matter needs, and where it comes from: held here, fetched from another office, or asked for.
			service_paper = {
				registration_change = { identity_card = "held", change_proof = "fetched" },
				registration_person = { identity_card = "asked", household_register = "fetched" },
				social_security_card = { identity_card = "held", photograph = "fetched" },
				survivor_grants = { death_certificate = "fetched", kinship_proof = "asked", account_proof = "asked" },
				unemployment_benefit = { identity_card = "held", end_of_employment = "fetched" },
				medical_reimbursement = { invoices = "asked", discharge_record = "fetched" },
				maternity_allowance = { birth_certificate = "fetched" },
				injury_reimbursement = { injury_finding = "held", invoices = "asked" },
			},
			-- Joint cases: who has a part in what, in which time, and on which ground they are told.
			joint_partner = {
				["death.civil_affairs"] = { place = 1, working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["death.public_security"] = { place = 2, working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["death.medical_insurance"] = { place = 3, working_days = 10, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["death.provident_fund"] = { place = 4, working_days = 10, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["death.bank"] = { place = 5, working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["retire.provident_fund"] = { place = 1, working_days = 10, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				["retire.medical_insurance"] = { place = 2, working_days = 10, ground = "Social Insurance Agency Regulations 2023, art. 29" },
			},
			-- Who may be asked what, in which time it answers, and the ground; a row without a ground is asked nothing.
			service_source = {
				public_security = { may = "alive household custody", working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				civil_affairs = { may = "alive marriage", working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				medical_insurance = { may = "treatment", working_days = 5, ground = "Social Insurance Agency Regulations 2023, art. 29" },
				justice = { may = "custody", working_days = 10, ground = "Social Insurance Agency Regulations 2023, art. 29" },
			},
			-- Who may be told what; a row without it is told nothing.
			service_recipient = {
				court = { may = "pension months" },
				prosecution = { may = "pension months" },
				taxation = { may = "pension months" },
				civil_affairs = { may = "pension" },
				housing = { may = "pension" },
				provident_fund = { may = "months" },
				medical_insurance = { may = "months" },
			},
		} } },
	},
	{
		name = "work.types", part = "service", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			service = { working_days = 20, priority = 4 },
			card = { working_days = 5, priority = 3 },
			joint = { working_days = 10, priority = 3 },
			query = { working_days = 5, priority = 3 },
			outreach_class = { days = 1, priority = 9 }, outreach_fraud = { days = 1, priority = 9 },
			outreach_health = { days = 1, priority = 9 },
		} } },
	},
	{
		name = "work.limits", part = "service", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			J4 = { watch = 75, alarm = 50 }, J6 = { watch = 10, alarm = 25 },
		} } },
	},
	{
		name = "work.reasons", part = "service", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			card = {
				settle = {
					{ code = "account_asked", label = "told to bring another account" },
					{ code = "card_renewed", label = "a new card is on its way" },
				},
				dismiss = {
					{ code = "usable", label = "the bank says that it can be paid to" },
				},
			},
			query = {
				settle = { { code = "read", label = "read, and worked with" } },
				dismiss = { { code = "not_needed", label = "no longer needed" } },
			},
			joint = {
				settled = { { code = "answered", label = "that office has said so" } },
				nothing = { { code = "answered", label = "that office has said so" } },
				refused = { { code = "answered", label = "that office has said so" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			outreach_class = { settle = { { code = "told", label = "the person was told" } } },
			outreach_fraud = { settle = { { code = "told", label = "the person was told" } } },
			outreach_health = { settle = { { code = "told", label = "the person was told" } } },
			service = {
				settle = {
					{ code = "done_now", label = "done and told" },
					{ code = "case_opened", label = "a task of its own goes on with it" },
				},
				refuse = {
					{ code = "not_ours", label = "another office is responsible, which was named" },
					{ code = "not_due", label = "there is no right to it, which was explained" },
				},
			},
		} } },
	},
	{
		-- Who was told of the same so many days ago or less is left out of the next list.
		name = "work.outreach_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = 30 } },
	},
	{
		name = "work.messages", part = "service", jurisdiction = "CN", unit = "messages", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			outreach_class = { done = { template = "outreach_class", channels = "app sms mail" } },
			outreach_fraud = { done = { template = "outreach_fraud", channels = "app sms mail" } },
			outreach_health = { done = { template = "outreach_health", channels = "app sms mail" } },
		} } },
	},
	{
		name = "work.short", part = "service", jurisdiction = "CN", unit = "texts", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			outreach_class = {
				en = "[Social insurance] %name: Your town offers classes for the elderly. Ask at the counter of your town, or call 12333.",
				zh = "【社保经办】%name：您所在乡镇（街道）开设老年课堂，可到乡镇（街道）窗口报名，或拨打12333咨询。",
			},
			outreach_fraud = {
				en = "[Social insurance] %name: We never ask for money, passwords or codes by telephone or message. If somebody does, hang up and call 12333 or the police.",
				zh = "【社保经办】%name：社保经办机构不会通过电话、短信索要钱款、密码或验证码。如遇此类情况请挂断，并拨打12333或报警。",
			},
			outreach_health = {
				en = "[Social insurance] %name: From 65 on you have a health check free of charge once a year. Ask at the health centre of your town.",
				zh = "【社保经办】%name：65周岁及以上老年人每年可免费体检一次，请到乡镇（街道）卫生院预约。",
			},
		} } },
	},
	{
		name = "work.letters", part = "service", jurisdiction = "CN", unit = "texts", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			outreach_class = {
				en = { subject = "A class near you", done = "Your town offers classes for the elderly. Ask at the counter of your town, or call 12333.", objection = "" },
				zh = { subject = "关于老年课堂的告知", done = "您所在乡镇（街道）开设老年课堂，可到乡镇（街道）窗口报名，或拨打12333咨询。", objection = "" },
			},
			outreach_fraud = {
				en = { subject = "A warning of fraud", done = "We never ask for money, passwords or codes by telephone or message. If somebody does, hang up and call 12333 or the police.", objection = "" },
				zh = { subject = "防诈骗提示", done = "社保经办机构不会通过电话、短信索要钱款、密码或验证码。如遇此类情况请挂断，并拨打12333或报警。", objection = "" },
			},
			outreach_health = {
				en = { subject = "A free health check", done = "From 65 on you have a health check free of charge once a year. Ask at the health centre of your town.", objection = "" },
				zh = { subject = "关于免费体检的告知", done = "65周岁及以上老年人每年可免费体检一次，请到乡镇（街道）卫生院预约。", objection = "" },
			},
		} } },
	},
}
