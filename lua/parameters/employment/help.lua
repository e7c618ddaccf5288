-- Subsidies for contributions, certificates and courses: what each place pays, from when; and clocks, reasons and words of
-- difficulty in finding work.
local levels = { [5] = 1000, [4] = 1500, [3] = 2000 }

-- The law leaves it to the places: where and when none of their rules is in force there is none.
local function none(name)
	return {
		name = name, jurisdiction = "CN", unit = "rules",
		basis = "Employment Promotion Law, art. 52: provinces, prefectures and their like say who",
		values = { { from = "2008-01-01", value = { none = true } } },
	}
end

return {
	none("employment.flexible_subsidy"),
	none("employment.training_subsidy"),
	none("employment.hire_subsidy"),
	{
		-- by level, in yuan; within: months from the day of the certificate until it is asked for.
		name = "employment.staff_subsidy", jurisdiction = "CN", unit = "rules",
		basis = "State Council General Office 2019-24: provinces say what is paid to employers that train their staff",
		values = { { from = "2008-01-01", value = { none = true } } },
	},
	{
		-- share: of the contributions really paid; most: a month, in yuan; months: in all; near: who has fewer months than
		-- these to the pension gets it until then.
		name = "employment.flexible_subsidy", jurisdiction = "CN-3702", unit = "rules",
		basis = "Qingdao HR&SS rules 2019-11: two thirds of what was paid, at most 500 yuan a month",
		values = { { from = "2019-01-01", value = { parts = 2, of = 3, most = 500 } } },
	},
	{
		name = "employment.flexible_subsidy", jurisdiction = "CN-31", unit = "rules",
		basis = "Shanghai HR&SS rules 2022-8: half of the contributions at the lower base, three years in all",
		values = { { from = "2022-01-01", to = "2026-12-31", value = { parts = 1, of = 2, months = 36, near = 60 } },
			{ from = "2027-01-01", value = { none = true } } },
	},
	{
		-- parts of: share of the employer's contributions; post_parts of post_of: share of the minimum wage; months: in all; near: who
		-- has fewer months than these to the pension goes on until then.
		name = "employment.hire_subsidy", jurisdiction = "CN-31", unit = "rules",
		basis = "Shanghai HR&SS rules 2022-8: half of the employer's share at the lower base and half of the minimum wage, three years in all",
		values = { { from = "2022-01-01", to = "2026-12-31", value = { parts = 1, of = 2, post_parts = 1, post_of = 2, months = 36,
			near = 24 } }, { from = "2027-01-01", value = { none = true } } },
	},
	{
		-- by level, in yuan; months: of unemployment insurance paid; since: day of the certificate.
		name = "employment.skill_subsidy", jurisdiction = "CN", unit = "rules",
		basis = "MOHRSS 2017-40: levels 5, 4 and 3, 36 months paid, once for an occupation at a level",
		values = { { from = "2017-01-01", value = { by_level = levels, months = 36, since = "2017-01-01" } } },
	},
	{
		name = "employment.skill_subsidy", jurisdiction = "CN-3301", unit = "rules",
		basis = "Hangzhou HR&SS 2017-275: not together with a subsidy for the course or the examination",
		values = { { from = "2017-01-01", value = { by_level = levels, months = 36, since = "2017-01-01", is_alone = true } } },
	},
	{
		name = "employment.skill_subsidy", jurisdiction = "CN-43", unit = "rules",
		basis = "Hunan: a tenth more for scarce occupations",
		values = { { from = "2022-01-01", value = { by_level = levels, months = 36, since = "2017-01-01", scarce_percent = 10 } } },
	},
	{
		-- Rounded by its authors: the table is the rule, not a share.
		name = "employment.skill_subsidy", jurisdiction = "CN-3202", unit = "rules",
		basis = "Wuxi subsidy table of 2024, classes A, B and C",
		values = { { from = "2024-01-01", value = { months = 36, since = "2017-01-01", classes = {
			A = { by_level = { 4300, 3500, 2000, 1500, 1000 }, scarce = { 5200, 4200, 2400 } },
			B = { by_level = { 3500, 2500, 1800, 1200, 800 }, scarce = { 4200, 3000, 2100 } },
			C = { by_level = { 3000, 2000, 1500, 1000, 500 }, scarce = { 3600, 2400, 1800 } },
		} } } },
	},
	{
		name = "employment.skill_subsidy", jurisdiction = "CN-3210", unit = "rules",
		basis = "Yangzhou HR&SS 2019: twelve months are enough in 2019 and 2020; scarce ones up to three tenths more",
		values = { { from = "2019-01-01", to = "2020-12-31", value = { by_level = levels, months = 12, since = "2017-01-01",
			scarce_percent = 30 } } },
	},
	{
		-- A course: by level, in yuan; raised for six groups of persons, for scarce services and manufacturing.
		name = "employment.training_subsidy", jurisdiction = "CN-350582", unit = "rules",
		basis = "Jinjiang HR&SS, July 2024",
		values = { { from = "2024-07-01", value = { by_level = { 3000, 2000, 1500, 1000, 700 }, special = 500,
			raise_percent = { group = 20, services = 20, manufacturing = 30 }, times = 3, age = 60 } } },
	},
	{
		name = "work.difficulty_review_months", jurisdiction = "CN", unit = "months",
		basis = "Employment Promotion Law, art. 52; office practice: looked at anew each quarter",
		values = { { from = "2008-01-01", value = 3 } },
	},
	{
		name = "work.types", part = "help", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18; office practice",
		values = { { from = "2000-01-01", value = {
			difficulty = { working_days = 10, priority = 3 },
			difficulty_review = { working_days = 10, priority = 4 },
			subsidy = { working_days = 20, priority = 3 },
			subsidy_back = { working_days = 20, priority = 2 },
			hire_back = { working_days = 20, priority = 2 },
		} } },
	},
	{
		name = "work.limits", part = "help", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			G2 = { watch = 90, alarm = 70 }, G4 = { watch = 50, alarm = 30 }, G6 = { watch = 50, alarm = 30 },
		} } },
	},
	{
		name = "work.reasons", part = "subsidy_back", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			subsidy_back = {
				propose = { { code = "proof_seen", label = "proof was seen" }, { code = "asked", label = "the person was asked" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "proof_missing", label = "proof is missing" }, { code = "data_wrong", label = "data are wrong" } },
				reject = { { code = "was_due", label = "it was due" }, { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			hire_back = {
				propose = { { code = "proof_seen", label = "proof was seen" }, { code = "asked", label = "the person was asked" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = { { code = "proof_missing", label = "proof is missing" }, { code = "data_wrong", label = "data are wrong" } },
				reject = { { code = "was_due", label = "it was due" }, { code = "data_wrong", label = "data are wrong" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
	{
		name = "work.messages", part = "subsidy_back", jurisdiction = "CN", unit = "messages",
		basis = "Social Insurance Agency Regulations 2023, art. 31; office practice",
		values = { { from = "2000-01-01", value = {
			subsidy_back = {
				proposed = { template = "subsidy_hearing", channels = "letter mail", adverse = true, reply_days = 15 },
				done = { template = "subsidy_back", channels = "letter mail", adverse = true },
				undone = { template = "subsidy_stays", channels = "letter mail", told = true },
			},
		} } },
	},
	{
		name = "work.letters", part = "subsidy_back", jurisdiction = "CN", unit = "texts",
		basis = "Social Insurance Agency Regulations 2023, art. 31; Administrative Reconsideration Law 2023, art. 20",
		values = { { from = "2000-01-01", value = {
			subsidy_back = {
				en = {
					subject = "A subsidy that was paid to you",
					proposed = "We intend to take back a subsidy, for the reason below. You may answer before we decide.",
					done = "The subsidy below was not due and is taken back; we write to you about what has to be paid back.",
					undone = "The subsidy stays yours: our decision to take it back no longer stands.",
				},
				zh = {
					subject = "关于已向您发放的补贴",
					proposed = "因下列原因，我们拟收回一项补贴。在作出决定前，您可以陈述意见。",
					done = "下列补贴不符合发放条件，予以收回；应退还的金额我们将另行函告。",
					undone = "收回补贴的决定已撤销，该补贴不再退还。",
				},
			},
		} } },
	},
	{
		name = "work.reasons", part = "help", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			difficulty = {
				propose = { { code = "proved", label = "proved by papers or data" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = {
					{ code = "no_category", label = "no category applies" },
					{ code = "proof_missing", label = "proof is missing" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			difficulty_review = {
				go_on = { { code = "still_so", label = "it is still so" } },
				stop = {
					{ code = "has_work", label = "has work" },
					{ code = "no_category", label = "no category applies" },
					{ code = "not_reached", label = "cannot be reached" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			subsidy = {
				propose = { { code = "proved", label = "proved by papers or data" } },
				approve = { { code = "checked", label = "checked" } },
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				reject = {
					{ code = "not_due", label = "it is not due" },
					{ code = "proof_missing", label = "proof is missing" },
				},
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
		} } },
	},
}
