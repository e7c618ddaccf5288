-- Campaigns of certification: how long each notice leaves, and its words.
return {
	{
		name = "certification.notice_days_1", jurisdiction = "CN", unit = "days", title = L"days after the first notice",
		basis = "office practice",
		values = { { from = "2001-01-01", value = 30 } },
	},
	{
		name = "certification.notice_days_2", jurisdiction = "CN", unit = "days", title = L"days after the second notice",
		basis = "office practice",
		values = { { from = "2001-01-01", value = 15 } },
	},
	{
		name = "work.types", part = "campaign", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2001-01-01", value = { ask_alive = { days = 30, priority = 9 } } } },
	},
	{
		name = "work.reasons", part = "campaign", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			ask_alive = {
				dismiss = { { code = "known_alive", label = "known to be alive" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "campaign", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 26; office practice",
		values = { { from = "2000-01-01", value = {
			["retirement.campaign_first"] = {
				open = { template = "ask_alive", channels = "app sms mail letter" },
			},
			["retirement.campaign_second"] = {
				open = { template = "ask_alive_again", channels = "app sms mail letter" },
			},
		} } },
	},
	{
		name = "work.short", part = "campaign", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 26; office practice",
		values = { { from = "2000-01-01", value = {
			ask_alive = {
				en = "[Social insurance] %name: please have yourself certified for your pension, by a face service, at "
					.. "any counter, or ask for a visit. Questions: 12333.",
				zh = "【社保经办】%name：请尽快办理养老金领取资格认证，可刷脸认证、到任一经办窗口办理或申请上门服务。咨询电话：12333。",
			},
			ask_alive_again = {
				en = "[Social insurance] %name: second notice. You are still not certified for your pension; please do "
					.. "so soon, or ask for a visit. Questions: 12333.",
				zh = "【社保经办】%name：第二次提醒：您尚未完成养老金领取资格认证，请尽快办理或申请上门服务。咨询电话：12333。",
			},
		} } },
	},
	{
		name = "work.letters", part = "campaign", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 26",
		values = { { from = "2000-01-01", value = {
			ask_alive = {
				en = {
					subject = "Your certificate",
					open = "Your pension goes on for now. Before anything is stopped a clerk looks into it and a second "
						.. "person has to agree.",
					done = "This has been taken care of.",
					dismissed = "You need not do anything.",
					objection = "",
					todo = "Please have yourself certified by a face service or at any counter, with your identity card. "
						.. "If you cannot come, call 12333 and somebody visits you.",
				},
				zh = {
					subject = "关于您的领取资格认证",
					open = "您的养老金目前照常发放。停发之前，须由经办人员核实，并经另一人复核同意。",
					done = "该事项已办理完毕。",
					dismissed = "您无需办理任何手续。",
					objection = "",
					todo = "请通过刷脸认证，或携带居民身份证到任一经办窗口办理认证。行动不便的，可拨打12333申请上门服务。",
				},
			},
		} } },
	},
}
