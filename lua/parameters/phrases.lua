-- What is said often: under a note by F4, and at the counter.  about: a kind of task, any, or counter; another sentence
-- is another row.  Names of rows order them.
return {
	{
		name = "work.rows", part = "phrases", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 23, 26 and 29; Administrative Reconsideration Law 2023, art. 20; office practice",
		values = { { from = "2024-01-01", value = {
			phrase = {
				any_1 = { about = "any", say = "compared with the original document; a copy is kept" },
				any_2 = { about = "any", say = "told by telephone; the person has understood" },
				any_3 = { about = "any", say = "waits for what is missing; told once what that is" },
				suspend_1 = { about = "suspend", say = "two sources agree about the death" },
				suspend_2 = { about = "suspend", say = "relatives confirm the death, the certificate follows" },
				suspend_3 = { about = "suspend", say = "seen alive on the day of the visit: the report is wrong" },
				suspend_4 = { about = "suspend", say = "the report is of another person with a number alike" },
				visit_1 = { about = "certify_visit", say = "seen at home, identity card compared" },
				visit_2 = { about = "certify_visit", say = "nobody there; a note with our number was left" },
				visit_3 = { about = "certify_visit", say = "has moved; the new address was asked of the village" },
				recover_1 = { about = "recover", say = "explained to the heirs by the legal month, with the sums" },
				recover_2 = { about = "recover", say = "asks for instalments; a written agreement follows" },
				retire_1 = { about = "retire", say = "birth day as the personnel file had it first" },
				counter_1 = { about = "counter", say = "please bring the identity card and the social security card" },
				counter_2 = { about = "counter", say = "you need not come: life is confirmed from other offices' records, at no cost" },
				counter_3 = { about = "counter", say = "the agency never asks for a password or a transfer by telephone" },
				counter_4 = { about = "counter", say = "it is decided within the days that stand on the receipt" },
				counter_5 = { about = "counter", say = "whoever disagrees may ask for reconsideration within 60 days of knowing of the decision" },
			},
		} } },
	},
}
