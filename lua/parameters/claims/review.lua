-- How claims are decided: from which amount on two persons, which clean ones are looked at all the same, which limits
-- providers have; and with which codes lines are cut.
return {
	-- Claimed from so much on, a claim is decided by two.
	{
		name = "claims.second_person_fen", jurisdiction = "CN", unit = "fen",
		basis = "office practice; provisional",
		values = { { from = "2021-05-01", value = 2000000 } },
	},
	-- Of clean claims so many percent are drawn by lot; from an amount on all; and those so many standard deviations
	-- from the mean of their like, of which there must be so many.
	{
		name = "claims.sample_percent", jurisdiction = "CN", unit = "%",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 1 } },
	},
	{
		name = "claims.sample_from_fen", jurisdiction = "CN", unit = "fen",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 5000000 } },
	},
	{
		name = "claims.sample_deviations", jurisdiction = "CN", unit = "count",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 4 } },
	},
	{
		name = "claims.sample_least", jurisdiction = "CN", unit = "count",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 30 } },
	},
	-- Decided within so many days of its receipt, and paid within so many of its being sent.
	{
		name = "claims.standard_days", jurisdiction = "CN", unit = "days",
		basis = "Interim Measures on Designated Medical Institutions 2020; provisional",
		values = { { from = "2021-05-01", value = 30 } },
	},
	{
		name = "claims.payment_days", jurisdiction = "CN", unit = "days",
		basis = "office practice; provisional",
		values = { { from = "2021-05-01", value = 30 } },
	},
	-- Beyond two of these a provider is looked at: cost beside its like, stays that come back, visits a person and
	-- quarter; with fewer claims nothing is said of it.
	{
		name = "claims.provider_ratio", jurisdiction = "CN", unit = "times",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 1.3 } },
	},
	{
		name = "claims.provider_return_percent", jurisdiction = "CN", unit = "%",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 10 } },
	},
	{
		name = "claims.provider_visits", jurisdiction = "CN", unit = "count",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 12 } },
	},
	{
		name = "claims.provider_claims", jurisdiction = "CN", unit = "count",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15; provisional",
		values = { { from = "2021-05-01", value = 30 } },
	},
	{
		name = "work.rows", part = "claims", jurisdiction = "CN", unit = "codes",
		basis = "National Healthcare Security Administration, rule base of the fund audit, framework 1.0; office practice",
		values = { { from = "2021-05-01", value = {
			-- By check: the official code, where the catalogue has one, and the place in the list of a reviewer.
			claim_reason = {
				duplicate_line = { official = "GZ10000102012000", label = "charged twice", place = 1 },
				over_unit_price = { official = "GZ10000102001000", label = "dearer than allowed", place = 2 },
				over_frequency = { official = "GZ10000102014000", label = "more often than allowed", place = 3 },
				over_days_or_quantity = { official = "GZ10000101009000", label = "more than allowed", place = 4 },
				no_indication = { official = "GZ10000302001000", label = "examined without an indication", place = 5 },
				line_outside_stay = { official = "GZ10000201008000", label = "charged outside the stay", place = 6 },
				insurance_type = { official = "GZ10000101001000", label = "paid by another insurance", place = 7 },
				records_missing = { label = "records are missing", place = 8 },
				split_stay = { official = "GZ10000204001000", label = "split stay", place = 9 },
				exclusive_pair = { official = "GZ10000102012000", label = "items that exclude each other", place = 10 },
				overlap_stay = { official = "GZ10000201008000", label = "two stays at a time", place = 11 },
				readmission_31d = { official = "ZB10000205008000", label = "admitted again within 31 days", place = 12 },
				no_reason_to_stay = { official = "GZ10000204005000", label = "admitted without need", place = 13 },
				sex_drug = { official = "GZ10000301004000", label = "drug of the other sex", place = 14 },
				sex_service = { official = "GZ10000302004000", label = "service of the other sex", place = 15 },
				sex_operation = { official = "GZ10000201005000", label = "operation of the other sex", place = 16 },
				sex_diagnosis = { official = "GZ10000204006000", label = "diagnosis of the other sex", place = 17 },
				age_child_drug = { official = "GZ10000301002000", label = "drug for children", place = 18 },
				age_child_service = { official = "GZ10000302003000", label = "service for children", place = 19 },
				age_diagnosis = { official = "GZ10000204007000", label = "diagnosis of another age", place = 20 },
				facility_level = { official = "GZ10000101012000", label = "provider of too low a tier", place = 21 },
				duplicate_prescription = { official = "GZ10000301006000", label = "two drugs of a class", place = 22 },
				tcm_no_pay = { official = "GZ10000101003000", label = "herbs that are not paid", place = 23 },
				invalid_date = { official = "GZ10000201001000", label = "claim without valid days", place = 24 },
				after_death = { label = "care charged after the death", place = 25 },
			},
			-- How providers write the insurance of a claim, blanks between, and the scheme of the settlement it is.
			claim_scheme = {
				employee = { codes = "310 employee 职工 职工医保 城镇职工" },
				resident = { codes = "390 resident 居民 居民医保 城乡居民" },
			},
		} } },
	},
	{
		name = "work.limits", part = "claims", jurisdiction = "CN", unit = "levels", basis = "office practice; provisional",
		values = { { from = "2000-01-01", value = {
			H1b = { watch = 1, alarm = 100 }, H2 = { watch = 30, alarm = 45 }, H9 = { watch = 1, alarm = 5 },
			H10 = { watch = 5, alarm = 10 },
		} } },
	},
}
