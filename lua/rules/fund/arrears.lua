-- An employer that has not paid for some months is asked before its insured lose what hangs on their months.
return {
	id = "fund.arrears",
	title = "employer in arrears",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 63 and 86",
	about = "employer", type = "unit_check",
	reads = { "unit_no", "unit", "owed_fen", "owed_from" },
	when = { owed_from = present },
	judge = function(e)
		if not reached(add_months(e.owed_from, param("fund.arrears_months") + 1)) then return nothing end
		return task {
			cause = e.unit_no .. " " .. tostring(period(e.owed_from)),
			say = T("%s: %s not paid, the first of it for %s", e.unit, yuan(e.owed_fen or 0), month(period(e.owed_from))),
		}
	end,
	cases = {
		{ "three months after it was due", on = "2025-11-01", gives = "U2 202507",
		  facts = { unit_no = "U2", unit = "No. 2", owed_fen = 50000, owed_from = "2025-07-01" } },
		{ "the day before", on = "2025-10-31", gives = "nothing",
		  facts = { unit_no = "U2", unit = "No. 2", owed_fen = 50000, owed_from = "2025-07-01" } },
	},
}
