-- Decision tables: a parameter that says of each input what there is, and row by row which of it gives what.  Rows
-- may stand in any order and overlap, as long as they agree; with hit = "first" the first one that answers counts.
-- Trusted, like the prelude, whose table book is.
local host, book = ...
local T = host.T
local tables = {}
book.tables = tables

local LEAST, MOST = math.mininteger, math.maxinteger
local least_of = { count = 0, number = LEAST, day = LEAST }

-- A limit, which may be the value of another parameter: "retirement.age".  What is not whole there is a limit, too.
local function limit(kind, text, otherwise, value_of)
	if text == "" then return otherwise end
	local is_named = text:find("^%l[%w_]*%.[%w_.]*%w$")
	local value = is_named and value_of(text) or text
	if kind == "day" then return math.type(value) and value or host.date_or_nil(tostring(value)) end
	return is_named and tonumber(value) or math.tointeger(tonumber(value))
end

-- "16..59", "60..", "..15", "..<16", "60" or a number, of days or whole numbers: the first and the last; nil when it is
-- none.  Between parameters there may be nothing on a day.
local function span_of(kind, cell, value_of)
	local first, last = tostring(cell):match("^(.-)%.%.(.*)$")
	if not first then first, last = tostring(cell), tostring(cell) end
	if first == "" and (last == "" or last == "<") then return nil end
	local is_before = last:sub(1, 1) == "<"
	first, last = limit(kind, first, least_of[kind], value_of), limit(kind, is_before and last:sub(2) or last, MOST, value_of)
	if not first or not last then return nil end
	first, last = math.ceil(first), is_before and math.ceil(last) - 1 or math.floor(last)
	return (first <= last or tostring(cell):find("%l")) and { first, last } or nil
end

local function words_of(text)
	local words = {}
	for word in text:gmatch("[^|]+") do
		words[#words + 1], words[word] = word, true
	end
	return words
end

-- What a cell admits: a set of words, or a span; nil and why when it is no cell of that input.
local function cell_of(input, cell, value_of)
	if least_of[input.kind] then
		local span = span_of(input.kind, cell, value_of)
		return span, T("\"%s\" is no span of %s", tostring(cell), input.name), T("write 16..59, 60.. or ..15")
	elseif input.kind == "yes/no" then
		if type(cell) == "boolean" then return { [cell and "yes" or "no"] = true } end
	end
	local words = words_of(tostring(cell))
	for _, word in ipairs(words) do
		if not input.words[word] then
			return nil, T("%s is never \"%s\"", input.name, word), T("there are %s", table.concat(input.words, ", "))
		end
	end
	return words
end

local function input_of(name, kind)
	if type(kind) ~= "string" then return nil end
	return { name = name, kind = kind, words = not least_of[kind] and words_of(kind == "yes/no" and "yes|no" or kind) or nil }
end

local function read_row(t, i, row, fault, value_of)
	local out = { gives = row.gives, cells = {} }
	if row.gives == nil then fault(i, T("the row gives nothing"), T("write gives = ...")) end
	for _, key in ipairs(book.sorted(row)) do
		local input = t.by_name[key]
		if input then
			local cell, what, todo = cell_of(input, row[key], value_of)
			if not cell then fault(i, what, todo) end
			out.cells[key] = cell or {}
		elseif key ~= "gives" then
			fault(i, T("the table has no input \"%s\"", tostring(key)), T("its inputs: %s", t.listed))
		end
	end
	return out
end

-- A parameter's value as a table; fault(row, what, todo) is told what is wrong, row 0 being the table itself, and
-- value_of(name) gives the parameters that stand for limits.
function tables.read(value, fault, value_of)
	local t = { inputs = {}, by_name = {}, rows = {}, otherwise = nil, is_first = false, is_dated = false }
	local function value_at(name)
		t.is_dated = true
		return value_of(name)
	end
	if type(value) ~= "table" or type(value.inputs) ~= "table" or type(value.rows) ~= "table" then
		return nil, fault(0, T("it is no decision table"),
			T("write { inputs = { age = \"count\" }, rows = { { age = \"16..\", gives = ... } } }"))
	end
	for i, name in ipairs(book.sorted(value.inputs)) do
		t.inputs[i] = input_of(name, value.inputs[name])
		if not t.inputs[i] then
			return nil, fault(0, T("the input %s has no kind", tostring(name)),
				T("write count, number, day, yes/no, or words with | between them"))
		end
		t.by_name[name] = t.inputs[i]
	end
	if value.hit ~= nil and value.hit ~= "first" then
		return nil, fault(0, T("hit = \"%s\" is unknown", tostring(value.hit)),
			T("write hit = \"first\", or nothing where rows that overlap agree"))
	end
	t.is_first = value.hit == "first"
	t.listed, t.otherwise = table.concat(book.sorted(value.inputs), ", "), value.otherwise
	for i, row in ipairs(value.rows) do
		if type(row) ~= "table" then return nil, fault(i, T("the row gives nothing"), T("write gives = ...")) end
		t.rows[i] = read_row(t, i, row, fault, value_at)
	end
	return t
end

-- Whether the row answers these values; what a row does not name may be anything.
function tables.answers(t, row, values)
	for name, cell in next, row.cells do
		local v = values[name]
		if t.by_name[name].words then
			if not cell[v] then return false end
		elseif not cell[1] or v < cell[1] or v > cell[2] then
			return false
		end
	end
	return true
end

function tables.is_same(a, b)
	return a == b or type(a) == "table" and type(b) == "table" and host.write("json", a) == host.write("json", b)
end

local known = setmetatable({}, { __mode = "k" })	-- tables that were read, by value

local function read(name, value, day)
	if known[value] then return known[value] end
	local t = tables.read(value, function(i, what)
		error(T("parameter %s, row %s: %s", name, tostring(i), what), 0)
	end, function(limit_name) return book.param(limit_name, day) end)
	if not t.is_dated then known[value] = t end
	return t
end

-- The value as rows have it: a word, yes or no, or a whole number.
local function checked(name, t, given)
	local values = {}
	for _, input in ipairs(t.inputs) do
		local v = given[input.name]
		v = type(v) == "boolean" and (v and "yes" or "no") or v
		if input.words and not input.words[v] or not input.words and not (math.type(v) and math.tointeger(v)) then
			error(T("%s: the table has nothing for %s = %s", name, input.name, host.write("", v)), 0)
		end
		values[input.name] = v
	end
	return values
end

-- Values in a line, and a row as it is written.
function tables.shown(t, values)
	local parts = {}
	for _, input in ipairs(t.inputs) do
		local v = values[input.name]
		if v ~= nil then
			local text = type(v) == "boolean" and (v and "yes" or "no") or input.kind == "day" and math.type(v) and host.day(v)
			parts[#parts + 1] = input.name .. " = " .. (text or tostring(v))
		end
	end
	return table.concat(parts, ", ")
end

-- The row that answers, or nil.
local function answer_of(name, t, values)
	local found
	for i, row in ipairs(t.rows) do
		if tables.answers(t, row, values) then
			if found and not tables.is_same(t.rows[found].gives, row.gives) then
				error(T("rows %s and %s of %s contradict each other", tostring(found), tostring(i), name), 0)
			end
			found = found or i
			if t.is_first then return i end
		end
	end
	return found
end

-- decide("area.what", { age = 30 }): what the row gives that answers; it is named in the explanation.
function book.decide(name, given, day)
	local value = book.param(name, day)
	local t = read(name, type(value) == "table" and value or {}, day)
	local values = checked(name, t, given)
	local found = answer_of(name, t, values)
	if not found and t.otherwise == nil then
		error(T("no row of %s answers %s", name, tables.shown(t, values)), 0)
	end
	local gives = found and t.rows[found].gives
	if not found then gives = t.otherwise end
	if book.explained() then
		local row = found and tables.shown(t, value.rows[found])
		book.step(found and name .. " row " .. found .. (row ~= "" and ": " .. row or "") or name .. " otherwise", gives)
	end
	return gives
end
