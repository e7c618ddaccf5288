-- Whose word ends a pension, whose suspends it until somebody has confirmed it, and whose is looked into first.
return {
	{
		-- end: the stop is proposed as of a confirmed death; suspend: the payment alone is held until another
		-- source agrees; alert: nothing is held, a clerk asks the family or the register.
		name = "risk.standing", jurisdiction = "CN", unit = "codes", title = L"whose word about a death does what",
		basis = "Social Insurance Agency Regulations 2023, art. 25 (relatives report) and 26 (suspected loss is investigated)",
		values = { { from = "2000-01-01", value = {
			death = "end", certificate = "end", hospital = "end", hearsay = "end",
			register = "end", family = "end", agency = "alert", bank = "suspend",
		} } },
	},
	{
		name = "work.types", part = "risk", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			annul = { days = 2, priority = 1 }, death_day = { days = 5, priority = 2 }, survivor = { working_days = 20, priority = 3 },
			survivor_void = { working_days = 5, priority = 2 }, survivor_word = { days = 1, priority = 9 },
		} } },
	},
	{
		name = "work.reasons", part = "risk", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			survivor = {
				propose = { { code = "proved", label = "kinship and account are proved" } },
				reject = {
					{ code = "not_due", label = "there is no right to it, which was explained" },
					{ code = "proof_missing", label = "proof is missing" },
				},
			},
			survivor_void = {
				propose = { { code = "alive", label = "person was seen alive" } },
				dismiss = { { code = "report_wrong", label = "report was withdrawn" } },
			},
			death_day = {
				propose = { { code = "corrected", label = "the day was corrected" } },
				dismiss = { { code = "data_wrong", label = "data are wrong" } },
			},
			survivor_word = {
				settle = { { code = "told", label = "the heir was told" } },
			},
			annul = {
				approve = {
					{ code = "seen", label = "person was seen alive" },
					{ code = "source", label = "the source has withdrawn it" },
				},
				dismiss = {
					{ code = "proof_missing", label = "proof is missing" },
				},
			},
		} } },
	},
	{
		name = "work.messages", part = "risk", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 25 and 26; office practice",
		values = { { from = "2000-01-01", value = {
			death_day = {
				done = { template = "death_day", channels = "letter mail", adverse = true },
				undone = { template = "death_day_undone", channels = "letter mail", told = true },
			},
			survivor_word = {
				done = { template = "grants", channels = "letter mail" },
				dismissed = { template = "grants_void", channels = "letter mail", adverse = true, told = true },
			},
		} } },
	},
	{
		name = "work.letters", part = "risk", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Law, art. 17; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			survivors_death_day = {
				en = {
					open = "Nothing has been decided yet.",
					proposed = "Nothing has been decided yet; a second person has to agree.",
					done = "The day of the death was corrected. What we wrote to you before about the pension no longer counts "
						.. "where it says something else. The pension is due up to the month of the death: what is missing is "
						.. "paid by the next payment run; about what was paid too much you are heard before it is asked back.",
					dismissed = "Nothing changes.",
					undone = "The correction that we wrote to you is taken back. What was decided before it counts again.",
				},
				zh = {
					open = "目前尚未作出决定。",
					proposed = "目前尚未作出决定，须经另一人复核同意。",
					done = "死亡日期已更正。此前寄送给您的关于养老金的通知，与本通知不一致的，以本通知为准。养老金应发至死亡当月："
						.. "少发部分在下一发放批次补发；多发部分在要求退回之前，将另行告知并听取您的意见。",
					dismissed = "待遇不作变动。",
					undone = "此前寄送给您的更正通知已撤回，更正前的决定恢复有效。",
				},
			},
			death_day = {
				en = { subject = "The day of a death was corrected" },
				zh = { subject = "关于死亡日期更正后的待遇处理" },
			},
			survivor_word = {
				en = {
					subject = "Funeral grant and survivors' grant",
					done = "Please accept our condolences. The grants have been decided; your share is paid by the "
						.. "next payment run to the account above.",
					dismissed = "The decision about your share of the grants that we wrote to you is taken back. What was "
						.. "paid and is not due has to be paid back; you get a letter of its own about that.",
				},
				zh = {
					subject = "关于丧葬补助金和抚恤金",
					done = "谨致哀悼。丧葬补助金和抚恤金已核定，您应得的份额将在下一发放批次发至上述账户。",
					dismissed = "此前寄送给您的关于丧葬补助金和抚恤金份额的决定已撤回。已发放而不应发放的部分应予退回，另行书面告知。",
				},
			},
		} } },
	},
}
