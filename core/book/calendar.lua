-- Working days: Mondays to Fridays, but for what the parameter work.calendar says of its year.  Trusted,
-- like the prelude, whose table book is.
local host, book = ...
local NAME, MOST = "work.calendar", 5000
local parsed = setmetatable({}, { __mode = "k" })

-- "2025-01-28..2025-02-04" or one day, into a table by day.
local function take(days, text, is_working)
	local first, last = tostring(text):match("^(%S-)%.%.(%S+)$")
	local from, to = host.date_or_nil(first or text), host.date_or_nil(last or text)
	if not from or not to or to < from or to - from > 60 then
		error(NAME .. ": \"" .. tostring(text) .. "\" is neither a day nor days like 2025-01-28..2025-02-04", 0)
	end
	for day = from, to do days[day] = is_working end
end

-- What a value of the parameter sets apart: true for a day that is worked, false for a day off.
function book.days_apart(value)
	local days = parsed[value]
	if not days then
		days = {}
		for _, text in ipairs(value.off or {}) do take(days, text, false) end
		for _, text in ipairs(value.on or {}) do take(days, text, true) end
		parsed[value] = days
	end
	return days
end

-- Day 0 was a Saturday.
local function is_working(day)
	local said
	if book.find(NAME, day) then said = book.days_apart(book.param(NAME, day))[day] end
	if said == nil then return day % 7 >= 2 end
	return said
end

local function whole(value, what)
	if math.type(value) ~= "integer" then error(what .. " must be a whole number", 3) end
	return value
end

-- The n-th working day after the day, or before it when n is less than 0; the day itself for 0.
function book.add_working_days(day, n)
	whole(day, "a day")
	if math.abs(whole(n, "working days")) > MOST then error("too many working days", 2) end
	local step = n < 0 and -1 or 1
	while n ~= 0 do
		day = day + step
		if is_working(day) then n = n - step end
	end
	return day
end

-- Working days after a up to b, b among them; less than 0 when b is the earlier one.
function book.working_days_between(a, b)
	whole(a, "a day")
	whole(b, "a day")
	if a > b then return -book.working_days_between(b, a) end
	if b - a > 2 * MOST then error("too many working days", 2) end
	local n = 0
	for day = a + 1, b do
		if is_working(day) then n = n + 1 end
	end
	return n
end

-- All days that the calendar sets apart, for the database: 2025-01-28 = yes or no.
function book.calendar()
	local all = {}
	for _, entry in ipairs(book.parameters[NAME] or {}) do
		if book.applies(entry.jurisdiction, book.home_place()) then
			for _, v in ipairs(entry.values) do
				for day, said in next, book.days_apart(v.value) do all[host.day(day)] = said end
			end
		end
	end
	return all
end
