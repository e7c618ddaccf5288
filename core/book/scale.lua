-- Scales: lists of lines, each from a limit on: a parameter by its name, or a list inside of one as it is.  Every line
-- that counts is named in the explanation.  Trusted, like the prelude, whose table book is.
local host, book = ...
local T = host.T
local scale = {}
book.scale = scale

local known = setmetatable({}, { __mode = "k" })	-- lists that were looked at, by value
local names = setmetatable({}, { __mode = "k" })	-- lines inside of parameters, by value

local function limit(value)
	return type(value) == "string" and host.date_or_nil(value) or value
end

local function raw(t) return getmetatable(t) and getmetatable(t).frozen or t end

-- Where a line stands among the parameters' values: "adjustment.rule.ages.1".
local function note(value, path)
	for _, key in ipairs(book.sorted(raw(value))) do
		local v = raw(value)[key]
		if type(v) == "table" then
			names[v] = path .. "." .. tostring(key)
			note(v, names[v])
		end
	end
end

local function name_of(line)
	if names[line] == nil then
		for _, name in ipairs(book.sorted(book.parameters)) do
			for _, entry in ipairs(book.parameters[name]) do
				for _, v in ipairs(entry.values) do
					if type(v.value) == "table" then note(v.value, name) end
				end
			end
		end
		names[line] = names[line] or ""
	end
	return names[line]
end

local function refuse(name, i)
	if not name then error(T("line %s of the scale does not follow the one before it", tostring(i)), 0) end
	error(T("parameter %s: line %s of the scale does not follow the one before it", name, tostring(i)), 0)
end

-- The first line alone may be without a limit: it begins where there is anything.
local function line_of(line, before, i)
	if type(line) ~= "table" then return nil end
	local from, to = limit(line.from), limit(line.to)
	if from == nil and i == 1 then from = math.mininteger end
	if not math.type(from) or to ~= nil and not math.type(to) or before and (from <= before.from
		or before.to and before.to + 1 ~= from and before.to ~= from) then
		return nil
	end
	return { from = from, to = to, it = line, shown = tostring(line.from or "") .. ".." .. tostring(line.to or "") }
end

-- The lines with their limits as numbers; to is the last number of a line, where the list says so.
local function lines_of(name, list)
	if known[list] then return known[list] end
	local lines = {}
	for i, line in ipairs(type(list) == "table" and list or {}) do
		lines[i] = line_of(line, lines[i - 1], i) or refuse(name, i)
	end
	if #lines == 0 then refuse(name, 1) end
	known[list] = lines
	return lines
end

-- What a line says beside its limits: "fen 2500, women 65".
function book.line_text(line)
	local list = {}
	for _, key in ipairs(book.sorted(raw(line))) do
		if key ~= "from" and key ~= "to" and type(line[key]) ~= "table" then
			list[#list + 1] = tostring(key) .. " " .. host.write("", line[key])
		end
	end
	return table.concat(list, ", ")
end

-- Of a parameter that is the scale the line's value alone is told, of a list all that its line says.
local function tell(name, line, text, value)
	if book.explained() then
		text = name and host.write("", text) or book.line_text(line.it)
		book.step((name or name_of(line.it)) .. " " .. line.shown .. ": " .. text, value)
	end
end

-- A name, or a list; the parameter's name, its lines, and whether there are lines of no known value.
local function open(list, day)
	if type(list) == "table" then return nil, lines_of(nil, list) end
	return list, lines_of(list, book.param(list, day))
end

-- What a column of a line says: nil where the line says that it is not known.
local function cell(name, lines, i, column)
	local value = lines[i].it[column]
	if value == nil and not lines[i].it.unknown then
		local shown = (name or name_of(lines[i].it)) .. " " .. lines[i].shown
		error(T("%s: the line of the scale says no \"%s\"", shown, column), 0)
	end
	return value
end

-- Each line that x reaches, with its part of x; the first one whatever x is.  how: times, so many of x are one of the
-- limits; after, what of x lies before it is left out.
local function parts(name, lines, x, how)
	local times, after, i = how.times or 1, how.after or math.mininteger, 0
	return function()
		i = i + 1
		local line, following = lines[i], lines[i + 1]
		if not line or i > 1 and x <= line.from * times then return nil end
		local from = line.from == math.mininteger and line.from or line.from * times
		local last = following and following.from * times or line.to and line.to * times or x
		return line.it, math.max(0, math.min(x, last) - math.max(from, after)), i, line
	end
end

function scale.parts(list, x, how)
	if type(list) ~= "table" then error("scale.parts takes a list of lines", 2) end
	local each = parts(nil, lines_of(nil, list), x, how or {})
	return function()
		local it, part, _, line = each()
		if it and part > 0 then tell(nil, line, nil, part) end
		return it, part
	end
end

-- What each part of x costs at its own line's rate, or at what another column says.
function scale.marginal(list, x, day, how)
	local name, lines = open(list, day)
	local column, sum = not name and day or "rate", 0
	for _, part, i, line in parts(name, lines, x, not name and how or {}) do
		local rate = cell(name, lines, i, column)
		if part > 0 and rate == nil then return nil end
		if part > 0 then
			tell(name, line, rate, part * rate)
			sum = sum + part * rate
		end
	end
	return sum
end

local function find(lines, x, own)
	local found
	for i, line in ipairs(lines) do
		if (own and limit(line.it[own]) or line.from) <= x then found = i end
	end
	return found and not (lines[found].to and x > lines[found].to) and found or nil
end

-- The line of a list that x lies in, or nil, and the one before it.  own: a column with a limit of some that goes
-- before from.
function scale.line(list, x, own)
	if type(list) ~= "table" then error("scale.line takes a list of lines", 2) end
	local lines = lines_of(nil, list)
	local i = find(lines, x, own)
	if not i then return nil end
	tell(nil, lines[i], nil, x)
	return lines[i].it, i > 1 and lines[i - 1].it or nil
end

-- The value of the line that x lies in; of a list a column of it, and more may have a default where no line holds.
function scale.step(list, x, day, more)
	local name, lines = open(list, day)
	local i = find(lines, x)
	if not i and not name and type(more) == "table" and more.default ~= nil then return more.default end
	if not i and not name then error(T("no line of the scale holds for %s", host.write("", x)), 0) end
	if not i then error(T("parameter %s has no line for %s", name, host.write("", x)), 0) end
	local value = cell(name, lines, i, not name and day or "value")
	tell(name, lines[i], value, value)
	return value
end

-- The values of all lines that x has reached, together: an amount for each step.
function scale.sum(list, x, day)
	local name, lines = open(list, day)
	local column, sum = not name and day or "value", 0
	for i, line in ipairs(lines) do
		if x < line.from then break end
		local value = cell(name, lines, i, column)
		if value == nil then return nil end
		tell(name, line, value, value)
		sum = sum + value
	end
	return sum
end

-- The value of the line that a day lies in.
function book.by_birth(name, birth, day)
	return scale.step(name, birth, day)
end
