-- What the heirs of somebody who was insured are due, by the law of the place and of the day of the death; or why no sum can
-- be named.  Who the heirs are and how they share stands in the sentence, so that both persons who decide have read it.

-- What is not known has no amount: the clerk reads why, and the claim waits or is refused.
local function none(p, say) return task { cause = p.grant_key, say = say } end

return {
	id = "risk.survivor_grant",
	title = "funeral grant and survivors' grant",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18",
	type = "survivor",
	reads = { "died_on", "grant_key", "grant_heirs", "grant_months", "grant_drawn_from", "grant_own_fen", "grant_scheme" },
	when = { grant_key = present, died_on = present },
	judge = function(p)
		if p.grant_scheme ~= "employee" then
			return none(p, T("insured as a resident: the grants are those of the place, which decides by itself; heirs: %s",
				p.grant_heirs or ""))
		end
		if param("survivor.funeral_months", p.died_on, { default = 0 }) == 0 then
			return none(p, T("died on %s, before the grants of today: the place's former rules count", day(p.died_on)))
		end
		local year = civil(p.died_on) - 1
		local base = param("survivor.income_base", p.died_on)[year]
		if not base then return none(p, T("no income of %s is in force here to work the grants out from", tostring(year))) end
		local drawn = p.grant_drawn_from and months_between(p.grant_drawn_from, p.died_on) / 12 or nil
		local g = survivor.grant(drawn and "retired" or "in_service", (p.grant_months or 0) / 12, drawn, base, p.grant_own_fen or 0,
			p.died_on)
		return task {
			cause = p.grant_key, monthly = g.total,
			say = T("grants after the death of %s: funeral %s, survivors %s for %s months, together %s; heirs: %s", day(p.died_on),
				yuan(g.funeral_grant), yuan(g.survivor_grant), tostring(g.grant_months), yuan(g.total), p.grant_heirs or ""),
		}
	end,
	cases = {
		{ "no income is in force", on = "2025-11-10", gives = "1",
		  facts = { died_on = "2025-11-05", grant_key = "1", grant_months = 360, grant_drawn_from = "2015-11-01",
		            grant_scheme = "employee", grant_heirs = "A 100%" } },
		{ "a resident", on = "2025-11-10", gives = "1",
		  facts = { died_on = "2025-11-05", grant_key = "1", grant_scheme = "resident" } },
		{ "died before the law", on = "2025-11-10", gives = "1",
		  facts = { died_on = "2021-08-31", grant_key = "1", grant_scheme = "employee" } },
		{ "nobody claims", on = "2025-11-10", gives = "nothing", facts = { died_on = "2025-11-05" } },
		{ "the death was none", on = "2025-11-10", gives = "nothing", facts = { grant_key = "1", grant_scheme = "employee" } },
	},
}
