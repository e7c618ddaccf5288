-- What the program itself reads of the parameters, and their shapes: a text with another one is refused when
-- it is loaded, not on the morning when the judge would stumble over it.  Trusted, like the prelude, whose table
-- book is.
local book = select(2, ...)
local DAYS_MOST = 3650
local shapes = {}

-- The first fault that check finds among the entries of a table, with the entry's name.
local function first_fault(value, check)
	if type(value) ~= "table" then return " must be a table" end
	for _, key in ipairs(book.sorted(value)) do
		local fault = check(value[key])
		if fault then return "." .. tostring(key) .. fault end
	end
end

local function is_whole(n, least, most)
	return math.type(n) == "integer" and n >= least and n <= most
end

shapes["work.types"] = function(types)
	return first_fault(types, function(t)
		if type(t) ~= "table" then return " must be a table" end
		local days = t.working_days or t.days
		if not is_whole(days, 0, DAYS_MOST) then return " needs days or working_days, a whole number from 0 to " .. DAYS_MOST end
		if t.days and not is_whole(t.days, 0, DAYS_MOST) then return ".days must be a whole number" end
		if t.priority and not is_whole(t.priority, 1, 9) then return ".priority must be a whole number from 1 to 9" end
	end)
end

shapes["work.limits"] = function(limits)
	return first_fault(limits, function(l)
		return first_fault(l, function(n)
			if not math.type(n) or n ~= n or n == math.huge or n == -math.huge then return " must be a number" end
		end)
	end)
end

shapes["work.reasons"] = function(types)
	return first_fault(types, function(events)
		return first_fault(events, function(reasons)
			return first_fault(reasons, function(r)
				if type(r) ~= "table" or type(r.code) ~= "string" or not r.code:match("^[a-z][a-z0-9_]*$")
						or type(r.label) ~= "string" then
					return " needs code, in small letters, and label"
				end
			end)
		end)
	end)
end

shapes["work.calendar"] = function(value)
	if type(value) ~= "table" then return " must be a table" end
	local ok, fault = pcall(book.days_apart, value)
	if not ok then return ": " .. tostring(fault) end
end

-- What is wrong with a value, or nil.
function book.work_fault(name, value)
	return shapes[name] and shapes[name](value)
end

-- Each parameter that is one number, as it is today in the office's own place.
function book.numbers()
	local all, today = {}, book.home_day()
	for name in next, book.parameters do
		local v = book.find(name, today)
		if v and math.type(v.value) then all[name] = v.value end
	end
	return all
end
