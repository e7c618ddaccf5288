-- What is met on the way of one run: comparisons, days asked for, entries looked up, parameters.  A text
-- is rewritten so that each comparison is a call; the functions it is given are wrapped.
local host, tools = ...
local book = host.book
local recording = { sites = {} }	-- now: the records of the run in progress
tools.recording = recording

local MOST_RECORDS = 300	-- of one run; a loop that compares more often says nothing new

function recording.start()
	recording.now = { met = {}, reached = {}, looked = {}, asked = {} }
	return recording.now
end

function recording.asked(name)
	if recording.now then
		recording.now.asked[name] = true
	end
end

-- What happened on the way of the run in progress: differences by the place they were met at.
local function record(site, a, b)
	local records = recording.now
	local met = records and #records < MOST_RECORDS and (records.met[site] or 0) + 1
	if met and met <= 40 then
		records.met[site] = met
		local key = site .. "#" .. met
		records[#records + 1] = { key = key, a = a, b = b }
		records[key] = records[#records]
	end
end

local operators = {
	["<"] = function(a, b) return a < b end, ["<="] = function(a, b) return a <= b end,
	[">"] = function(a, b) return a > b end, [">="] = function(a, b) return a >= b end,
	["=="] = function(a, b) return a == b end, ["~="] = function(a, b) return a ~= b end,
	["//"] = function(a, b) return a // b end,
}

-- What stands in for an operator of the text.  A step of // is a limit on both of its sides.
local function compare(site, a, b)
	local place = recording.sites[site]
	if type(a) == type(b) and (math.type(a) or type(a) == "string" and place.is_equality) then
		if place.op == "//" and b ~= 0 then
			record(site .. "/", a, a // b * b)
			record(site .. "/+", a, (a // b + 1) * b)
		else
			record(site, a, b)
		end
	elseif place.op == "//" and not (math.type(a) and math.type(b)) then
		error("attempt to perform arithmetic on a " .. type(math.type(a) and b or a) .. " value", 2)
	elseif not place.is_equality and type(a) ~= type(b) then
		error("attempt to compare " .. type(a) .. " with " .. type(b), 2)
	end
	return operators[place.op](a, b)
end

-- The text with each comparison as a call; nothing moves to another line.  Where there is no function nothing is met
-- in a run: parameters, more than half of all bytes, are not even read.
function recording.rewrite(path, text)
	if not text:find("function", 1, true) then
		return text
	end
	local edits, cuts = {}, {}
	tools.syntax.walk(tools.syntax.parse(text), function(node)
		if node.kind == "binary" and operators[node.op] then
			local site = #recording.sites + 1
			recording.sites[site] = { path = path, line = node.op_token.line, op = node.op,
				is_equality = node.op == "==" or node.op == "~=" }
			edits[#edits + 1] = { at = node.from, size = node.to - node.from,
				text = "recorded_comparison(" .. site .. "," }
			cuts[node.op_token.from] = #node.op
			edits[#edits + 1] = { at = node.to + 1, size = -(node.to - node.from), text = ")" }
		end
	end)
	for at, n in next, cuts do
		edits[#edits + 1] = { at = at, size = 0, text = ",", cut = n }
	end
	-- At one place inner calls close before outer ones open: the outermost opens first.
	table.sort(edits, function(a, b)
		if a.at ~= b.at then
			return a.at < b.at
		end
		return a.size ~= b.size and ((a.size < 0) ~= (b.size < 0) and a.size < 0 or (a.size < 0) == (b.size < 0) and a.size > b.size)
	end)
	local out, at = {}, 1
	for _, edit in ipairs(edits) do
		out[#out + 1] = text:sub(at, edit.at - 1)
		out[#out + 1] = edit.text
		at = edit.at + (edit.cut or 0)
	end
	return table.concat(out) .. text:sub(at)
end

-- An entry that was asked for, once: a loop over a list asks for the same thousands of times.
local function record_look(looked, keys, key, site)
	local mark = site .. "." .. tostring(key)
	if #looked < MOST_RECORDS and not looked[mark] then
		looked[mark] = true
		looked[#looked + 1] = { keys = keys, key = key, site = site }
	end
end

local watchers = setmetatable({}, { __mode = "k" })	-- by what they watch: rules ask for the same again and again

-- A parameter's table that tells which of its keys were asked for; a plain list is only walked.
local function watched(value, name)
	if type(value) ~= "table" then
		return value
	elseif watchers[value] and watchers[value][name] then
		return watchers[value][name]
	end
	local inner = getmetatable(value).frozen
	local meta = {}
	for k, v in next, getmetatable(value) do
		meta[k] = v
	end
	meta.__index = function(_, key)
		local records = recording.now
		if inner[1] == nil and type(key) ~= "table" and records then
			record_look(records.looked, inner, key, name)
		end
		return watched(inner[key], name .. "." .. tostring(key))
	end
	watchers[value] = watchers[value] or {}
	watchers[value][name] = setmetatable({}, meta)
	return watchers[value][name]
end

local function recording_math()
	local copy = {}
	for k, v in next, host.environment().math do
		copy[k] = v
	end
	for _, name in ipairs({ "min", "max" }) do
		local plain = copy[name]
		copy[name] = function(a, ...)
			local at = debug.getinfo(2, "Sl")
			for _, b in ipairs({ ... }) do
				if math.type(a) and math.type(b) then
					record(at.short_src .. at.currentline .. name, a, b)
				end
			end
			return plain(a, ...)
		end
	end
	return copy
end

-- Functions that ask a parameter of their own, or the day.
local function asks(name, parameter)
	local plain = host.environment()[name]
	host.add(name, function(...)
		recording.asked(parameter)
		return plain(...)
	end)
end

local function record_limits(site, list, x, times)
	for i, line in ipairs(list) do
		local from = type(line.from) == "string" and host.date_or_nil(line.from) or line.from
		if math.type(x) and math.type(from) then
			record("scale " .. site .. i .. tostring(line.from), x, math.tointeger(from * times) or from * times)
		end
	end
end

-- A scale asks its parameter, and each limit is one of the input's; a list inside of one was asked for already.
local function recorded_scale(plain)
	return function(list, x, day, how)
		if type(list) == "table" then
			local more = type(how) == "table" and how or type(day) == "table" and day or {}
			record_limits("", list, x, more.times or 1)
		else
			recording.asked(list)
			record_limits(list, book.param(list, day), x, 1)
		end
		return plain(list, x, day, how)
	end
end

-- Each limit of a decision table, and each of its words, is one of the input's.
local function record_cell(site, v, cell)
	if math.type(v) then
		for i, limit in ipairs({ cell[1], cell[2] ~= math.maxinteger and cell[2] or nil }) do
			if limit ~= math.mininteger then record(site .. i, v, limit) end
		end
	elseif type(v) == "string" then
		for _, word in ipairs(book.sorted(cell)) do
			if type(word) == "string" then record(site .. word, v, word) end
		end
	end
end

local function recorded_decide(name, given, day)
	recording.asked(name)
	local t = book.tables.read(book.param(name, day), function() end, function(limit)
		recording.asked(limit)
		return book.param(limit, day)
	end)
	for i, row in ipairs(t and t.rows or {}) do
		for _, input in ipairs(book.sorted(row.cells)) do
			record_cell("table " .. name .. i .. input, given[input], row.cells[input])
		end
	end
	return book.decide(name, given, day)
end

function recording.add()
	local reached, param = host.environment().reached, book.param
	local scales = {}
	for name, plain in next, book.scale do scales[name] = recorded_scale(plain) end
	host.add("scale", scales)
	host.add("by_birth", recorded_scale(book.by_birth))
	host.add("decide", recorded_decide)
	host.add("recorded_comparison", compare)
	host.add("math", recording_math())
	host.add("reached", function(day)
		local records = recording.now
		if records and math.type(day) == "integer" and #records.reached < 50 then
			records.reached[#records.reached + 1] = day
		end
		return reached(day)
	end)
	asks("add_working_days", "work.calendar")
	asks("working_days_between", "work.calendar")
	asks("today", "today()")
	host.add("param", function(name, ...)
		recording.asked(name)
		return watched(param(name, ...), tostring(name))
	end)
end
