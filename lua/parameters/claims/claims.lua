-- What the audit of medical claims goes by.  A list that is empty leaves its check out: prices, frequencies,
-- levels and classes are local, and nobody has given them here.
return {
	-- Days after the death on which a claim is still nothing.
	{
		name = "claims.death_grace_days", jurisdiction = "CN", unit = "days",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15, 38 and 41",
		values = { { from = "2021-05-01", value = 0 } },
	},
	-- Discharged and admitted again by the same provider within so many days: a stay split in two.
	{
		name = "claims.split_stay_gap_days", jurisdiction = "CN", unit = "days",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15, 38 and 41; local value; provisional",
		values = { { from = "2021-05-01", value = 15 } },
	},
	{
		name = "claims.readmission_days", jurisdiction = "CN", unit = "days",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, ZB10000205008000",
		values = { { from = "2021-05-01", value = 31 } },
	},
	-- More in a calendar month is frequent.
	{
		name = "claims.frequent_outpatient_per_month", jurisdiction = "CN", unit = "count",
		basis = "local value; provisional",
		values = { { from = "2021-05-01", value = 15 } },
	},
	{
		name = "claims.frequent_purchase_per_month", jurisdiction = "CN", unit = "count",
		basis = "local value; provisional",
		values = { { from = "2021-05-01", value = 15 } },
	},
	{
		name = "claims.frequent_admission_per_month", jurisdiction = "CN", unit = "count",
		basis = "local value; provisional",
		values = { { from = "2021-05-01", value = 3 } },
	},
	-- The last age, in whole years, at which what is for children alone may be charged.
	{
		name = "claims.child_age_max", jurisdiction = "CN", unit = "years",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000101007000",
		title = L"age up to which somebody is a child",
		words = { zh = "GZ10000101007000 药品限儿童使用" },
		values = { { from = "2021-05-01", value = 14 } },
	},
	{
		-- How senders call a stay, a visit and a purchase at a pharmacy, in small letters and without blanks.
		name = "claims.kinds", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2021-05-01", value = {
			inpatient = "stay", hospital = "stay", hospitalization = "stay", stay = "stay", ip = "stay", ["in"] = "stay",
			["住院"] = "stay", ["普通住院"] = "stay", ["急诊住院"] = "stay", ["日间手术"] = "stay",
			outpatient = "visit", clinic = "visit", emergency = "visit", visit = "visit", op = "visit", out = "visit",
			["门诊"] = "visit", ["普通门诊"] = "visit", ["急诊"] = "visit", ["门急诊"] = "visit",
			["门诊慢特病"] = "visit", ["门诊慢病"] = "visit", ["门诊特病"] = "visit",
			pharmacy = "purchase", drugstore = "purchase", retail = "purchase", purchase = "purchase",
			["药店"] = "purchase", ["药店购药"] = "purchase", ["定点药店"] = "purchase",
			["定点药店购药"] = "purchase", ["购药"] = "purchase",
		} } },
	},
	{
		-- ICD-10 categories, from a code to a code of the same length, that only women (F) or men (M) have, and
		-- those that have an age, in whole years.
		name = "claims.diagnoses", jurisdiction = "CN", unit = "list",
		basis = "ICD-10, volume 2, conditions of one sex; ages provisional",
		values = { { from = "2021-05-01", value = {
			{ from = "A34", to = "A34", sex = "F" },
			{ from = "C51", to = "C58", sex = "F" },
			{ from = "D06", to = "D06", sex = "F" },
			{ from = "D07.0", to = "D07.3", sex = "F" },
			{ from = "D25", to = "D28", sex = "F" },
			{ from = "D39", to = "D39", sex = "F" },
			{ from = "E28", to = "E28", sex = "F" },
			{ from = "F53", to = "F53", sex = "F" },
			{ from = "N70", to = "N98", sex = "F" },
			{ from = "O00", to = "O99", sex = "F", least = 9, most = 64 },
			{ from = "Q50", to = "Q52", sex = "F" },
			{ from = "R87", to = "R87", sex = "F" },
			{ from = "Z32", to = "Z36", sex = "F" },
			{ from = "Z39", to = "Z39", sex = "F" },
			{ from = "B26.0", to = "B26.0", sex = "M" },
			{ from = "C60", to = "C63", sex = "M" },
			{ from = "D07.4", to = "D07.6", sex = "M" },
			{ from = "D29", to = "D29", sex = "M" },
			{ from = "D40", to = "D40", sex = "M" },
			{ from = "E29", to = "E29", sex = "M" },
			{ from = "I86.1", to = "I86.1", sex = "M" },
			{ from = "N40", to = "N51", sex = "M" },
			{ from = "Q53", to = "Q55", sex = "M" },
			{ from = "R86", to = "R86", sex = "M" },
			{ from = "P00", to = "P96", most = 14 },
		} } },
	},
	-- Rows { item = NAME, code = CODE }, one of the two at least, and what the check goes by:
	-- sex = "F" or "M"
	{
		name = "claims.sex_services", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000302004000",
		title = L"services for one sex alone",
		words = { zh = "GZ10000302004000 医疗服务项目区分性别使用" },
		values = { { from = "2021-05-01", value = {} } },
	},
	-- fen = the most one of it may cost, tier = of providers of that tier alone
	{
		name = "claims.prices", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000102001000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- times = how often at most in days = so many days
	{
		name = "claims.frequencies", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000102014000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- quantity = the most on one claim
	{
		name = "claims.quantities", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000101009000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- tier = the lowest tier of a provider that may charge it
	{
		name = "claims.levels", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000101012000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- insurance = the only one that pays it
	{
		name = "claims.insurances", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000101001000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- class = pharmacological class, of which a prescription has one drug
	{
		name = "claims.classes", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000301006000",
		values = { { from = "2021-05-01", value = {} } },
	},
	-- alone = true: not paid where all herbs of the prescription are on the list; without it never
	{
		name = "claims.herbs", jurisdiction = "CN", unit = "list",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0, GZ10000101003000",
		values = { { from = "2021-05-01", value = {} } },
	},
}
