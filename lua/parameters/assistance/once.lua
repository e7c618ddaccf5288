-- What is paid once, and no month after it: a rehearsal over several years counts it in the first in which it is found.
return {
	{
		name = "work.once", part = "assistance", jurisdiction = "CN", unit = "kinds of task",
		basis = "Interim Measures for Social Assistance, art. 47 to 51 (temporary assistance); office practice",
		values = { { from = "2000-01-01", value = { assist = true, settlement = true } } },
	},
}
