-- While unemployment benefit is drawn the fund pays the medical contribution, and that of the pension where its law says so.

-- What was decided, from the oldest on: "2025-11-01 45000 0;2026-07-01 47000 0".
local function decided(rows)
	local all = {}
	for y, m, medical, pension in (rows or ""):gmatch("(%d+)-(%d+)-01 (%d+) (%d+)") do
		all[#all + 1] = { from = make_date(tonumber(y), tonumber(m), 1), medical = tonumber(medical), pension = tonumber(pension) }
	end
	return all
end

local function in_month(all, month)
	local found
	for _, row in ipairs(all) do
		if row.from <= month then found = row end
	end
	return found
end

local function due_in(p, month)
	local stage = p.premium_extended_from and month >= p.premium_extended_from and "extension" or ""
	local medical, pension = unemployment.premium("", "medical", month, stage), unemployment.premium("", "pension", month, stage)
	return medical.amount, pension.amount or 0
end

return {
	id = "employment.premium",
	title = "contributions that the fund pays",
	jurisdiction = "CN",
	from = "2011-07-01",
	basis = "Social Insurance Law, art. 48; State Council measures of 2024-09-13, art. 7",
	type = "premium",
	reads = { "premium_from", "premium_to", "premium_extended_from", "premium_rows" },
	when = { premium_from = present, premium_to = present, died_on = absent },
	judge = function(p)
		local was, month = decided(p.premium_rows), p.premium_from
		while month < p.premium_to and reached(month) do
			local medical, pension = due_in(p, month)
			local row = in_month(was, month)
			if not medical then
				if row then return nothing end
				return task { cause = day(month):sub(1, 7) .. " none",
					say = T("unemployment benefit is drawn from %s on, but no sum of the medical contribution is in force here", day(month)) }
			end
			if not row or row.medical ~= medical or row.pension ~= pension then
				return task { cause = day(month):sub(1, 7) .. " " .. tostring(medical) .. "+" .. tostring(pension), monthly = medical + pension,
					say = T("the fund pays to the collecting office from %s on a month: medical insurance %s, pension insurance %s",
						day(month), yuan(medical), yuan(pension)) }
			end
			month = add_months(month, 1)
		end
		return nothing
	end,
	cases = (function()
		local function case(what, on, gives, change)
			local facts = { premium_from = "2025-11-01", premium_to = "2026-11-01" }
			for k, v in pairs(change or {}) do facts[k] = v end
			return { what, on = on, gives = gives, facts = facts }
		end
		return {
			case("no sum is in force", "2025-11-10", "2025-11 none"),
			case("the benefit has not begun", "2025-10-31", "nothing"),
			case("one was decided, and the law names none any more", "2025-12-10", "nothing", { premium_rows = "2025-11-01 45000 0" }),
			case("dead", "2025-11-10", "nothing", { died_on = "2025-11-09" }),
		}
	end)(),
}
