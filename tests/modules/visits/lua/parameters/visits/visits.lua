-- What the office asks of visits, and the module's parts of the policy tables.
return {
	{
		name = "visits.longest_minutes", jurisdiction = "CN", unit = "count", basis = "office practice",
		values = { { from = "2020-01-01", value = 240 } },
	},
	{
		name = "visits.slip_minutes", jurisdiction = "CN", unit = "count", basis = "office practice",
		values = { { from = "2020-01-01", value = 5 } },
	},
	{
		name = "work.types", part = "visits", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			visit_check = { days = 7, priority = 3 },
			["visits.overlap"] = { days = 3, priority = 2 },
		} } },
	},
	{
		name = "work.reasons", part = "visits", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			visit_check = {
				confirm = { { code = "family", label = "the family has confirmed it" } },
				dismiss = { { code = "no_visit", label = "nobody came" } },
			},
		} } },
	},
	{
		name = "work.limits", part = "visits", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = { V1 = { watch = 30, alarm = 15 } } } },
	},
	{
		name = "work.letters", part = "visits", jurisdiction = "CN", unit = "texts", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			visit_check = {
				en = { subject = "A visit of a nurse", open = "We will call you about it." },
				zh = { subject = "关于护理上门服务", open = "我们将就此与您电话联系。" },
			},
		} } },
	},
}
