-- Which step of which task writes what to the person: by kind of task or by rule, and by the state that the task has
-- then.  template names the words; channels are asked in this order; adverse: it takes something, so that it is
-- served with proof, and a text message only says that it is on its way; told: only who was written to about the
-- case before; reply_days: until when an answer is awaited; words: a clerk has to add some of his own; look: somebody
-- has to approve the very bytes before they go.
return {
	{
		name = "work.messages", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 25 and 26; office practice",
		values = { { from = "2000-01-01", value = {
			suspend = {
				proposed = { template = "hearing", channels = "letter mail sms", adverse = true, reply_days = 15 },
				done = { template = "decision", channels = "letter mail sms", adverse = true },
				dismissed = { template = "continuation", channels = "app sms mail letter", told = true },
				undone = { template = "resumption", channels = "app sms mail letter", told = true },
			},
			resume = {
				done = { template = "resumption", channels = "app sms mail letter" },
			},
			recover = {
				proposed = { template = "repayment_hearing", channels = "letter mail sms", adverse = true, reply_days = 15 },
				done = { template = "repayment", channels = "letter mail sms", adverse = true },
				undone = { template = "repayment_void", channels = "letter mail sms", told = true },
			},
			certify = {
				done = { template = "certificate", channels = "app sms mail letter" },
			},
			["retirement.age_reminder"] = {
				open = { template = "reminder", channels = "app sms mail letter" },
			},
			["retirement.resident_age_reminder"] = {
				open = { template = "reminder", channels = "app sms mail letter" },
			},
		} } },
	},
	{
		-- What a text message says; the name in brackets belongs to it.  %name is the person's.
		name = "work.short", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 49; office practice",
		values = { { from = "2000-01-01", value = {
			hearing = {
				en = "[Social insurance] %name: a letter about the payment of your pension is on its way to you. "
					.. "Please answer by the day it names. Questions: 12333.",
				zh = "【社保经办】%name：关于您养老金发放的告知书已寄出，请注意查收，并在所载期限内答复。咨询电话：12333。",
			},
			decision = {
				en = "[Social insurance] %name: a decision about your pension is on its way to you by letter. "
					.. "Questions: 12333.",
				zh = "【社保经办】%name：关于您养老金的决定书已寄出，请注意查收。咨询电话：12333。",
			},
			continuation = {
				en = "[Social insurance] %name: your pension goes on as before. You need not do anything.",
				zh = "【社保经办】%name：您的养老金照常发放，无需办理任何手续。",
			},
			resumption = {
				en = "[Social insurance] %name: your pension is paid again, with what was held back.",
				zh = "【社保经办】%name：您的养老金已恢复发放，暂缓部分一并补发。",
			},
			certificate = {
				en = "[Social insurance] %name: you are certified by data for your pension. It goes on; you need "
					.. "not come to a counter.",
				zh = "【社保经办】%name：您已通过数据比对完成领取资格认证，养老金继续发放，无需到窗口办理。",
			},
			repayment_hearing = {
				en = "[Social insurance] %name: a letter about benefits that were paid too much is on its way to you. "
					.. "Please answer by the day it names. Questions: 12333.",
				zh = "【社保经办】%name：关于多发待遇的告知书已寄出，请注意查收，并在所载期限内答复。咨询电话：12333。",
			},
			repayment = {
				en = "[Social insurance] %name: a decision about benefits that were paid too much is on its way to you by "
					.. "letter. Questions: 12333.",
				zh = "【社保经办】%name：关于退回多发待遇的决定书已寄出，请注意查收。咨询电话：12333。",
			},
			repayment_void = {
				en = "[Social insurance] %name: the decision that you should pay benefits back is taken back.",
				zh = "【社保经办】%name：关于退回多发待遇的决定已撤回。",
			},
			reminder = {
				en = "[Social insurance] %name: you will soon reach the age of retirement. Please apply at any "
					.. "counter; bring your identity card and your social security card. Questions: 12333.",
				zh = "【社保经办】%name：您即将达到退休年龄，请携带居民身份证和社会保障卡到任一经办窗口办理。咨询电话：12333。",
			},
		} } },
	},
	{
		-- Hours between which no telephone rings; messages a minute by channel, and to one person a day; tries,
		-- each after twice the time of the one before, until somebody has to look; survivors without an address are
		-- looked for again after so many days, so many times; days after which a public notice counts as served.
		name = "work.post", jurisdiction = "CN", unit = "numbers",
		basis = "Civil Procedure Law 2023, art. 95; office practice",
		values = { { from = "2000-01-01", value = {
			quiet_from = 21, quiet_to = 8, sms_per_minute = 600, app_per_minute = 600, mail_per_minute = 600,
			per_person_day = 3, tries = 8, estate_days = 7, estate_tries = 26, public_notice_days = 30,
		} } },
	},
	{
		-- How long a decision may be contested after its delivery, and how long the answer may take: with the agency,
		-- by the government, in court (after_days: from the end of a reconsideration).
		name = "work.remedies", jurisdiction = "CN", unit = "clocks",
		basis = "Administrative Reconsideration Law 2023, art. 20 and 62; Administrative Litigation Law 2017, art. 45 and 46; "
			.. "office practice (internal)",
		values = { { from = "2000-01-01", value = {
			internal = { days = 60, decide_days = 30 },
			reconsideration = { days = 60, decide_days = 60 },
			court = { months = 6, after_days = 15, decide_days = 180 },
		} } },
	},
}
