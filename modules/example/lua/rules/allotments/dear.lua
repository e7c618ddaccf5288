return {
	id = "allotments.dear", title = "dear garden", jurisdiction = "CN", from = "2020-01-01",
	basis = "office practice", type = "garden",
	reads = { "garden_fee_fen" }, when = { garden_fee_fen = present },
	judge = function(p)
		if p.garden_fee_fen <= param("allotments.dear_fen") then return end
		return task { cause = "fee", say = T("the garden costs %s", yuan(p.garden_fee_fen)) }
	end,
	cases = {
		{ "dear", on = "2025-11-01", gives = "fee", facts = { garden_fee_fen = 50001 } },
		{ "as much as may be", on = "2025-11-01", gives = "nothing", facts = { garden_fee_fen = 50000 } },
	},
}
