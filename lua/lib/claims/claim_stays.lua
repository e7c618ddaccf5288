-- Checks of whole claims: when they were, how many, and how they lie to each other.
local function text_of(claim)
	return claim.till and day(claim.day) .. ".." .. day(claim.till) or day(claim.day) .. ".."
end

-- Who leaves and comes on one day is moved, not in two places.  A stay that has not ended goes on.
local function overlap(a, b)
	return b.day < (a.till or math.huge) and a.day < (b.till or math.huge)
end

local function look_at_two(a, b, flag)
	if overlap(a, b) then
		flag("overlap_stay", b, {}, T("stay %s overlaps claim %s, %s", text_of(b), a.no, text_of(a)))
		return
	end
	if not a.till or a.till > b.day then return end
	local gap, is_same = b.day - a.till, a.provider == b.provider
	if is_same and gap <= param("claims.split_stay_gap_days") then
		flag("split_stay", b, {}, T("admitted %s days after the end of claim %s by the same provider",
			tostring(gap), a.no))
	end
	if (is_same or gap > 0) and gap <= param("claims.readmission_days") then
		flag("readmission_31d", b, {}, T("admitted again %s days after the end of claim %s", tostring(gap), a.no))
	end
end

local function stays(all, flag)
	for i, b in ipairs(all.stays) do
		for j = i - 1, 1, -1 do look_at_two(all.stays[j], b, flag) end
	end
end

local function is_after(claim, last)
	return claim.day and (claim.day > last or claim.till and claim.till > last)
end

local function after_death(all, died, flag)
	local last = died + param("claims.death_grace_days")
	for _, claim in ipairs(all.claims) do
		if is_after(claim, last) then
			flag("after_death", claim, {}, T("care %s, died %s", text_of(claim), day(died)))
		end
	end
	for _, line in ipairs(all.lines) do
		if line.day and line.day > last then
			flag("after_death", line.claim, { line }, T("%s on %s, died %s", line.name, day(line.day), day(died)))
		end
	end
end

local function outside(all, flag)
	for _, line in ipairs(all.lines) do
		local c = line.claim
		if c.kind == "stay" and c.day and line.day and (line.day < c.day or line.day > (c.till or math.huge)) then
			flag("line_outside_stay", c, { line }, T("%s on %s, stay %s", line.name, day(line.day), text_of(c)))
		end
	end
end

local function count(all, kind)
	local months = {}
	for _, claim in ipairs(all.claims) do
		local m = claim.kind == kind and claim.day and period(claim.day)
		if m then months[m] = (months[m] or 0) + 1 end
	end
	return months
end

-- A person's, not a claim's: none of them alone is too much.
local function frequent(all, flag, check, kind, most)
	for m, n in pairs(count(all, kind)) do
		if n > most then
			flag(check, nil, {}, T("%s times in %s, more than %s", tostring(n), month(m), tostring(most)), month(m))
		end
	end
end

return {
	check = function(all, died, flag)
		for _, claim in ipairs(all.claims) do
			if not claim.day then flag("invalid_date", claim, {}, T("its days are none, or end before they begin")) end
		end
		if died then after_death(all, died, flag) end
		stays(all, flag)
		outside(all, flag)
		frequent(all, flag, "frequent_outpatient", "visit", param("claims.frequent_outpatient_per_month"))
		frequent(all, flag, "frequent_purchase", "purchase", param("claims.frequent_purchase_per_month"))
		frequent(all, flag, "frequent_admission", "stay", param("claims.frequent_admission_per_month"))
	end,
}
