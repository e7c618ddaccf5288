-- What is paid once, and no month after it: a rehearsal over several years counts it in the first in which it is found.
return {
	{
		name = "work.once", part = "employment", jurisdiction = "CN", unit = "kinds of task", basis = "office practice",
		values = { { from = "2000-01-01", value = { subsidy = true } } },
	},
}
