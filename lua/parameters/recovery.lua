-- What was paid too much, and how it comes back.  The law knows no interest, no share that is kept from setting off,
-- and no end in time: these are an office's, and zero until it has some.
return {
	{
		-- Days in which a person may answer before anything is decided.
		name = "work.recovery_hearing_days", jurisdiction = "CN", unit = "days",
		basis = "Administrative Coercion Law 2011, art. 35 and 36",
		values = { { from = "2000-01-01", value = 15 } },
	},
	{
		name = "work.recovery_interest_percent", jurisdiction = "CN", unit = "percent",
		basis = "Social Insurance Agency Regulations 2023, art. 46; Administrative Coercion Law 2011, art. 45",
		values = { { from = "2000-01-01", value = 0 } },
	},
	{
		-- Of a month's benefit that may be set off, and what is left to live on in any case.
		name = "work.recovery_offset_share", jurisdiction = "CN", unit = "percent",
		basis = "Social Insurance Agency Regulations 2023, art. 46; office practice",
		values = { { from = "2000-01-01", value = 20 } },
	},
	{
		name = "work.recovery_protected_fen", jurisdiction = "CN", unit = "fen",
		basis = "Civil Procedure Law 2023, art. 254 and 255; office practice",
		values = { { from = "2000-01-01", value = 80000 } },
	},
	{
		-- 1: an objection stops setting off.  No act is stopped by one, unless the law says so.
		name = "work.recovery_objection_stops", jurisdiction = "CN", unit = "number",
		basis = "Administrative Reconsideration Law 2023, art. 42",
		values = { { from = "2000-01-01", value = 0 } },
	},
	{
		-- Months over which instalments are spread where the agreement names no sum.
		name = "work.recovery_instalments", jurisdiction = "CN", unit = "months",
		basis = "Social Insurance Agency Regulations 2023, art. 46; office practice",
		values = { { from = "2000-01-01", value = 12 } },
	},
	{
		-- Days without a movement after which a claim is somebody's task; of instalments, sooner.
		name = "work.recovery_idle_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 60 } },
	},
	{
		name = "work.recovery_missed_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 45 } },
	},
	{
		-- How long a bank sends back what was paid after a death.
		name = "work.recovery_recall_days", jurisdiction = "CN", unit = "days",
		basis = "agreements of the fund with its banks",
		values = { { from = "2000-01-01", value = 120 } },
	},
	{
		-- After how many years a month can no longer be asked for; 0: no text says so.
		name = "work.recovery_limit_years", jurisdiction = "CN", unit = "years",
		basis = "Social Insurance Law 2018; Social Insurance Agency Regulations 2023",
		values = { { from = "2000-01-01", value = 0 } },
	},
	{
		-- In how many months after a death or another end a payment used to be stopped: what is faster avoids a loss.
		name = "work.recovery_baseline_lag", jurisdiction = "CN", unit = "months",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 6 } },
	},
}
