-- What the office expects of each sender: how often a file comes, how many times its usual size waits for a second
-- person, which share of refused rows is too much (percent), and which rules make no tasks while it is silent, for so
-- many days at most.  whole: each file repeats what was told before.  An office writes its own contacts.
return {
	{
		name = "work.feeds", jurisdiction = "CN", unit = "contracts",
		basis = "office practice",
		values = { { from = "2000-01-01", value = {
			death = { days = 7, times = 10, rejects = 30, contact = "civil affairs bureau" },
			custody = { days = 31, times = 10, rejects = 30, contact = "public security bureau" },
			medical = { days = 14, times = 10, contact = "medical insurance administration",
				holds = "retirement.certification_overdue", silent = 60 },
			transport = { days = 14, times = 10, contact = "transport bureau",
				holds = "retirement.certification_overdue", silent = 60 },
			claim = { days = 31, times = 10, contact = "medical insurance administration" },
			contribution = { days = 62, times = 10, contact = "tax bureau" },
			payment = { days = 62, times = 10, contact = "paying bank" },
			contact = { days = 366, times = 10, contact = "community service centres", whole = true },
			register = { days = 3660, times = 1000, contact = "provincial register", whole = true },
		} } },
	},
}
