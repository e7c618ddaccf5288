-- An employer whose number of insured falls is asked why, before those who go are out of work.
return {
	id = "fund.shrinking",
	title = "employer with fewer insured",
	jurisdiction = "CN",
	from = "2008-01-01",
	basis = "Employment Promotion Law, art. 42",
	about = "employer", type = "unit_check",
	reads = { "unit_no", "unit", "insured", "insured_before", "insured_on" },
	when = { insured = present, insured_before = present },
	judge = function(e)
		local fewer = e.insured_before - e.insured
		if fewer < param("fund.shrink_persons") or 100 * fewer < param("fund.shrink_percent") * e.insured_before then return nothing end
		-- Of whom nothing is told any more is another matter.
		if reached(add_months(e.insured_on, param("fund.shrink_months"))) then return nothing end
		return task {
			cause = e.unit_no .. " " .. tostring(period(e.insured_on)),
			say = T("%s: %s insured three months ago, %s in %s", e.unit, tostring(e.insured_before), tostring(e.insured),
				month(period(e.insured_on))),
		}
	end,
	cases = {
		{ "by a fifth", on = "2025-11-09", gives = "U3 202510",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 80, insured_before = 100, insured_on = "2025-10-01" } },
		{ "by less", on = "2025-11-09", gives = "nothing",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 81, insured_before = 100, insured_on = "2025-10-01" } },
		{ "by nine persons", on = "2025-11-09", gives = "nothing",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 3, insured_before = 12, insured_on = "2025-10-01" } },
		{ "by ten", on = "2025-11-09", gives = "U3 202510",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 2, insured_before = 12, insured_on = "2025-10-01" } },
		{ "told for the last time four months ago", on = "2026-02-01", gives = "nothing",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 80, insured_before = 100, insured_on = "2025-10-01" } },
		{ "the day before", on = "2026-01-31", gives = "U3 202510",
		  facts = { unit_no = "U3", unit = "No. 3", insured = 80, insured_before = 100, insured_on = "2025-10-01" } },
	},
}
