-- Scales: a parameter's list of lines, each from a limit on.  Every line that counts is named in the explanation.
-- Trusted, like the prelude, whose table book is.
local host, book = ...
local T = host.T
local scale = {}
book.scale = scale

local known = setmetatable({}, { __mode = "k" })	-- lists that were looked at, by value

local function limit(value)
	return type(value) == "string" and host.date_or_nil(value) or value
end

local function refuse(name, i)
	error(T("parameter %s: line %s of the scale does not follow the one before it", name, tostring(i)), 0)
end

-- The lines with their limits as numbers; to is the last number of a line, where the list says so.
local function lines_of(name, list, what)
	if known[list] then return known[list] end
	local lines = {}
	for i, line in ipairs(type(list) == "table" and list or {}) do
		local from, to = limit(line.from), limit(line.to)
		if not math.type(from) or line[what] == nil or i > 1 and (from <= lines[i - 1].from
			or lines[i - 1].to and lines[i - 1].to + 1 ~= from and lines[i - 1].to ~= from) then
			refuse(name, i)
		end
		lines[i] = { from = from, to = to, value = line[what],
			shown = tostring(line.from) .. ".." .. tostring(line.to or "") }
	end
	if #lines == 0 then refuse(name, 1) end
	known[list] = lines
	return lines
end

local function tell(name, line, value)
	if book.explained() then
		book.step(name .. " " .. line.shown .. ": " .. host.write("", line.value), value)
	end
end

-- What each part of x costs at its own line's rate.
function scale.marginal(name, x, day)
	local lines, sum = lines_of(name, book.param(name, day), "rate"), 0
	for i, line in ipairs(lines) do
		local last = lines[i + 1] and lines[i + 1].from or line.to or x
		if x > line.from then
			local part = (math.min(x, last) - line.from) * line.value
			tell(name, line, part)
			sum = sum + part
		end
	end
	return sum
end

local function step(name, x, day)
	local found
	for _, line in ipairs(lines_of(name, book.param(name, day), "value")) do
		if line.from <= x then found = line end
	end
	if not found or found.to and x > found.to then
		error(T("parameter %s has no line for %s", name, host.write("", x)), 0)
	end
	tell(name, found, found.value)
	return found.value
end

-- The value of the line that x lies in; by_birth is the same of a day.
scale.step = step

function book.by_birth(name, birth, day)
	return step(name, birth, day)
end
