-- Checks of lines against each other: the same thing twice, and things that exclude each other.
local function duplicates(all, flag)
	for _, same in ipairs(all.repeated) do
		for i = 2, #same do
			local line = same[i]
			flag("duplicate_line", line.claim, { line }, T("%s on %s is charged %s times", line.name, day(line.day),
				tostring(#same)))
		end
	end
end

local function tell(flag, a, b)
	local first, second = a, b
	if a.claim.order > b.claim.order then first, second = b, a end
	local lines = first.claim == second.claim and { first, second } or { second }
	flag("exclusive_pair", second.claim, lines, T("%s and %s may not be charged together", first.name, second.name))
end

-- What two lines must share to be together; nil: it cannot be told.
local share = {
	day = function(line) return line.day and line.claim.provider .. "\0" .. line.day end,
	visit = function(line) return line.claim.order end,
	hour = function(line)
		return line.day and line.minute and line.claim.provider .. "\0" .. line.day * 24 + line.minute // 60
	end,
}

local function look_at_shared(lines, a, b, within, flag)
	local places = {}
	for _, line in ipairs(lines) do
		local key = share[within](line)
		if key then
			local place = places[key] or {}
			places[key] = place
			place[line.item] = place[line.item] or line
			local other = place[line.item == a and b or a]
			if other then tell(flag, other, line) end
		end
	end
end

local function moment(line)
	return line.day * 1440 + line.minute
end

local function is_earlier(a, b)
	if moment(a) ~= moment(b) then return moment(a) < moment(b) end
	return a.claim.order < b.claim.order or a.claim.order == b.claim.order and a.n < b.n
end

-- Within: the last of the hours is one of them.
local function look_at_hours(lines, a, b, hours, flag)
	local timed, last = {}, {}
	for _, line in ipairs(lines) do
		if line.day and line.minute then timed[#timed + 1] = line end
	end
	table.sort(timed, is_earlier)
	for _, line in ipairs(timed) do
		local provider = line.claim.provider
		local other = last[provider .. "\0" .. (line.item == a and b or a)]
		if other and moment(line) - moment(other) <= 60 * hours then tell(flag, other, line) end
		last[provider .. "\0" .. line.item] = line
	end
end

local function by_order(a, b)
	if a.claim.order ~= b.claim.order then return a.claim.order < b.claim.order end
	return a.n < b.n
end

local function look_at_pair(a, b, within, by_item, flag)
	local both = {}
	for _, line in ipairs(by_item[a]) do both[#both + 1] = line end
	for _, line in ipairs(by_item[b]) do both[#both + 1] = line end
	table.sort(both, by_order)
	local hours = tonumber(within:match("^(%d+) hours$"))
	if hours then look_at_hours(both, a, b, hours, flag)
	elseif share[within] then look_at_shared(both, a, b, within, flag) end
end

local function exclusive(all, flag)
	local partners, by_item, items = claims.list("pairs").by, {}, {}
	for _, line in ipairs(all.lines) do
		if partners[line.item] then
			if not by_item[line.item] then
				by_item[line.item] = {}
				items[#items + 1] = line.item
			end
			table.insert(by_item[line.item], line)
		end
	end
	for _, a in ipairs(items) do
		for _, partner in ipairs(partners[a]) do
			if a < partner.with and by_item[partner.with] then
				look_at_pair(a, partner.with, partner.within, by_item, flag)
			end
		end
	end
end

return {
	check = function(all, flag)
		duplicates(all, flag)
		exclusive(all, flag)
	end,
}
