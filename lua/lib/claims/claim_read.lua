-- A person's claims as they are told to the calculation, by place in lists, as the checks look at them.  A day is
-- a number; false where what was told is no day.
local function line_of(claim, raw, n, fold)
	local line = { claim = claim, n = n, day = raw[1], name = raw[2] or "", qty = raw[4] or 1, fen = raw[5],
		minute = raw[6] }
	line.item, line.code = fold(line.name), fold(raw[3] or "")
	return line
end

local function is_broken(claim)
	if claim.from == false or claim.till == false then return true end
	for _, line in ipairs(claim.lines) do
		if line.day == false then return true end
	end
	return false
end

local function first_day(claim)
	for _, line in ipairs(claim.lines) do
		if line.day then return line.day end
	end
end

-- Only what is no stay may take its day from its end or its lines.
local function find_day(claim)
	if is_broken(claim) then return end
	claim.day = claim.from or claim.kind ~= "stay" and (claim.till or first_day(claim)) or nil
	if claim.day and claim.till and claim.till < claim.day then claim.day = nil end
	if claim.day and (claim.kind ~= "stay" or claim.till == claim.day) then
		for _, line in ipairs(claim.lines) do line.day = line.day or claim.day end
	end
end

local function claim_of(raw, i, fold, kinds)
	local type = fold(raw[2] or "")
	if kinds[type] == nil then kinds[type] = lib.claim_words.kind(type) or false end
	local claim = { i = i, no = raw[1], kind = kinds[type], provider = fold(raw[3] or ""),
		tier = raw[4] or "", from = raw[5], till = raw[6], insurance = fold(raw[7] or ""),
		diagnosis = raw[8] or "", lines = {} }
	for n, line in ipairs(raw[9]) do claim.lines[n] = line_of(claim, line, n, fold) end
	find_day(claim)
	return claim
end

local function is_before(a, b)
	if a.day ~= b.day then return (a.day or 0) < (b.day or 0) end
	if a.till ~= b.till then return (a.till or math.huge) < (b.till or math.huge) end
	return a.i < b.i
end

-- One name for what is the same: its code; where a line has none, the code that its name has elsewhere.
local function identify(lines)
	local code_of = {}
	for _, line in ipairs(lines) do
		if line.code ~= "" and line.item ~= "" then code_of[line.item] = code_of[line.item] or line.code end
	end
	for _, line in ipairs(lines) do
		line.id = line.code ~= "" and line.code or code_of[line.item] or line.item
	end
end

local function sum_of(sums, order, line)
	local key = line.claim.provider .. "\0" .. line.id .. "\0" .. line.day
	local sum = sums[key]
	if not sum then
		sum = { quantity = 0, charges = {} }
		sums[key] = sum
		order[#order + 1] = sum
	end
	return sum
end

-- Lines that were taken back, by one of the same quantity or altogether, charge nothing.
local function charges_of(sum)
	if sum.quantity <= 0 then return {} end
	if not sum.returns then return sum.charges end
	local left = {}
	for _, line in ipairs(sum.charges) do
		local returned = sum.returns[line.qty] or 0
		if returned > 0 then sum.returns[line.qty] = returned - 1 else left[#left + 1] = line end
	end
	return left
end

-- What is charged, and apart what is charged more than once: provider, thing and day being the same.
local function charged(lines)
	local sums, order, list, repeated = {}, {}, {}, {}
	for _, line in ipairs(lines) do
		if line.day and line.qty ~= 0 then
			local sum = sum_of(sums, order, line)
			sum.quantity = sum.quantity + line.qty
			if line.qty > 0 then sum.charges[#sum.charges + 1] = line
			else
				sum.returns = sum.returns or {}
				sum.returns[-line.qty] = (sum.returns[-line.qty] or 0) + 1
			end
		elseif line.qty > 0 then
			list[#list + 1] = line
		end
	end
	for _, sum in ipairs(order) do
		local left = charges_of(sum)
		for _, line in ipairs(left) do list[#list + 1] = line end
		if #left > 1 and left[1].id ~= "" then repeated[#repeated + 1] = left end
	end
	return list, repeated
end

return {
	-- In the order of their days: claims, stays, lines that charge something, lines that are there twice; kinds by
	-- what senders call them, false where nobody knows.
	claims = function(told)
		local seen, all, lines = {}, { claims = {}, stays = {}, kinds = {} }, {}
		local function fold(text)
			local folded = seen[text]
			if not folded then
				folded = lib.claim_words.fold(text)
				seen[text] = folded
			end
			return folded
		end
		for i, raw in ipairs(told) do all.claims[i] = claim_of(raw, i, fold, all.kinds) end
		table.sort(all.claims, is_before)
		for order, claim in ipairs(all.claims) do
			claim.order = order
			if claim.kind == "stay" and claim.day then all.stays[#all.stays + 1] = claim end
			for _, line in ipairs(claim.lines) do lines[#lines + 1] = line end
		end
		identify(lines)
		all.lines, all.repeated = charged(lines)
		return all
	end,
}
