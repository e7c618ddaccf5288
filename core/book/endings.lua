-- Values that end with nothing after them: someone has to see to the next one in time.  Trusted, like the
-- prelude, whose table book is.
local host, book = ...
local MONTHS_BEFORE = 1

-- The law of the province and of one of our towns is ours; that of another province is not.
local function is_ours(place)
	local home = book.home_place()
	return book.applies(place, home) or book.applies(home, place)
end

-- The last day, when it is near or gone; values stand in order.
local function ending(values, today)
	local last = values[#values].to
	return last and host.add_months(last, -MONTHS_BEFORE) <= today and last
end

-- By name and place: { name, place, last day, file }.
function book.endings()
	local all, today = {}, book.home_day()
	for name, list in next, book.parameters do
		for _, entry in ipairs(list) do
			local last = is_ours(entry.jurisdiction) and ending(entry.values, today)
			if last then
				local whole = entry.part == "" and name or name .. " (" .. entry.part .. ")"
				all[whole .. " " .. entry.jurisdiction] = { whole, entry.jurisdiction, host.day(last), entry.path }
			end
		end
	end
	return all
end
