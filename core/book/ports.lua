-- The types of inputs and outputs beyond those that the host reads itself: words, shares, spans of days, money of the
-- place, and lists of records.  Trusted, like the prelude, whose table book is.
local host, book = ...
local T, read, write, math_type = host.T, host.read, host.write, math.type
local ports = {}
book.ports = ports

local function refuse(text, ...)
	error(T(text, ...), 0)
end

-- An input may be left out where the text says so, or says what counts in its place.
local function is_optional(port)
	return port[5] == "optional" or port.default ~= nil
end

ports.is_optional = is_optional

-- Blanks around a value mean nothing; the reader of lists leaves them out itself.
local function trimmed(kind, text)
	return kind == "list" and text:find("%S") and text or text:match("^%s*(.-)%s*$")
end

-- Decimals of a country's money; two where nothing is said.
local decimals = { JP = 0, KR = 0, VN = 0, CL = 0, IS = 0, PY = 0, UG = 0, RW = 0, TN = 3, KW = 3, BH = 3, OM = 3,
	JO = 3, IQ = 3, LY = 3 }

local here	-- the place whose money it is, where that is not the one of the day

local function decimals_here()
	local chain = here and host.chain(here) or book.chain()
	return decimals[chain[#chain]] or 2
end

-- What f gives of the rest, with money as it is written in the place.
function ports.as_in(place, f, ...)
	here = place
	local result = table.pack(pcall(f, ...))
	here = nil
	if not result[1] then error(result[2], 0) end
	return table.unpack(result, 2, result.n)
end

-- Whole minor units of a text as it stands; nil when it is no amount of the place.
function ports.amount(text)
	return host.amount(text, decimals_here())
end

local function read_money(port, text)
	local n = decimals_here()
	return host.amount(text, n) or refuse("%s: invalid amount \"%s\" (expected an amount like %s)", port[1],
		host.shown(text), n == 0 and "1234" or "1234." .. ("56789"):sub(1, n))
end

local function write_money(port, value)
	local n = decimals_here()
	local whole = math.tointeger(value)
	if not whole then refuse("%s: %s is not an amount in whole minor units", port[1], tostring(value)) end
	if n == 0 then return tostring(whole) end
	local digits = string.format("%0" .. n + 1 .. "d", math.abs(whole))
	return (whole < 0 and "-" or "") .. digits:sub(1, -n - 1) .. "." .. digits:sub(-n)
end

-- A value of a parameter and what is left to say of its unit: an amount stands as its place writes it, and "yuan"
-- (unit fen) behind it where it is China's.
function ports.shown(place, unit, value)
	local per = unit == "fen" and "" or unit == "money" and "" or (unit or ""):match("^money (.+)$")
	local whole = math.tointeger(tonumber(value))
	local chain = per and whole and host.chain(place)
	if not chain then return type(value) == "string" and value or write("", value), unit end
	if per == "" and chain[#chain] == "CN" then return tostring(whole), "fen" end
	return ports.as_in(place, write_money, { "" }, whole), per
end

local function read_share(port, text)
	local n = host.read("number", text, port[1], false)
	if n < 0 or n > 1 then
		refuse("%s: %s is not a share between 0 and 1 (16 percent are 0.16)", port[1], text)
	end
	return n
end

local function read_unknown(port, text)
	if text == "" or text:lower() == "unknown" or text == "未知" then return nil end
	return host.read("yes/no", text, port[1], false)
end

-- Spans are their first day inside; a day in the span may be given in its place.
local MONDAY = host.date_or_nil("2024-01-01")

local function first_of_week(year, week)
	local fourth = host.date_or_nil(year .. "-01-04")
	return fourth and fourth - (fourth - MONDAY) % 7 + (week - 1) * 7
end

local function week_of(day)
	local monday = day - (day - MONDAY) % 7
	local year = host.day(monday + 3):sub(1, 4)
	return year, (monday - first_of_week(year, 1)) // 7 + 1
end

local spans = {
	year = { "^(%d%d%d%d)$", function(year) return host.date_or_nil(year .. "-01-01") end,
		function(day) return host.day(day):sub(1, 4) end, "2025" },
	quarter = { "^(%d%d%d%d)%-Q([1-4])$",
		function(year, n) return host.date_or_nil(string.format("%s-%02d-01", year, n * 3 - 2)) end,
		function(day)
			local text = host.day(day)
			return text:sub(1, 4) .. "-Q" .. (tonumber(text:sub(6, 7)) + 2) // 3
		end, "2025-Q2" },
	week = { "^(%d%d%d%d)%-W(%d%d)$",
		function(year, n)
			local day = first_of_week(year, tonumber(n))
			return day and week_of(day) == year and tonumber(n) > 0 and day
		end,
		function(day) return string.format("%s-W%02d", week_of(day)) end, "2025-W07" },
}

local function read_span(port, text)
	local span = spans[port[2]]
	local day = host.date_or_nil(text)
	local parts = { (day and span[3](day) or text):match(span[1]) }
	local first = parts[1] and span[2](table.unpack(parts))
	if not first then
		refuse("%s: invalid %s \"%s\" (expected it like %s)", port[1], port[2], host.shown(text), span[4])
	end
	return first
end

local function read_word(port, text)
	for _, word in ipairs(port[2]) do
		if word == text then return word end
	end
	refuse("%s: \"%s\" is none of %s", port[1], host.shown(text), ports.type_text(port))
end

-- What an amount is paid for, and how often a year; how many days a month or a year has is for the article to say.
local a_year = { ["a year"] = 1, ["a quarter"] = 4, ["a month"] = 12, ["a fortnight"] = 26, ["a week"] = 52, ["a day"] = 0 }
ports.a_year, ports.periods_text = a_year, "a year, a quarter, a month, a fortnight, a week, a day"

local roundings = { up = math.ceil, down = math.floor, half = function(x) return x < 0 and -((-x * 2 + 1) // 2) or (x * 2 + 1) // 2 end }

-- convert(amount, "a year", "a month"): whole minor units, half up unless the article says up or down; of a day or to it
-- with the days of the other span: convert(wage, "a month", "a day", "half", 21.75).
function book.convert(amount, from, to, rounding, days)
	local round = roundings[rounding or "half"]
	local many, few = a_year[from], a_year[to]
	if from == to then
		many, few = 1, 1
	elseif many == 0 then
		many, few = days, 1
	elseif few == 0 then
		many, few = 1, days
	end
	if not a_year[from] or not a_year[to] or not round or not math_type(many) or not math_type(few) or many <= 0 or few <= 0 then
		error("convert takes an amount, twice one of " .. ports.periods_text
			.. ", up, down or half, and with a day how many days the other span has", 2)
	end
	return math.tointeger(round(amount * many / few))
end

local readers = { money = read_money, share = read_share, ["yes/no/unknown"] = read_unknown, year = read_span,
	quarter = read_span, week = read_span }
ports.spans = spans

-- A port's value of a text, as a command line or a file has it.
function ports.read(port, text)
	local kind = port[2]
	local reader = type(kind) == "table" and read_word or kind == "list" and ports.read_list or readers[kind]
	if port.default ~= nil and text == "" then return port.default end
	if not reader then return host.read(kind, text, port[1], is_optional(port)) end
	text = trimmed(kind, text or "")
	if text == "" and kind ~= "yes/no/unknown" then
		if not is_optional(port) then refuse("%s is missing", port[1]) end
		return port.default
	end
	return reader(port, text)
end

local whole = { day = true, month = true, yuan = true, count = true, week = true, quarter = true, year = true }

local function check_output(port, value)
	if whole[port[2]] then
		local n = math.type(value) and math.tointeger(value)
		if not n or port[2] == "count" and n < 0 then
			error(port[1] .. " is not a valid " .. port[2] .. ": " .. tostring(value), 0)
		end
		return n
	elseif type(port[2]) == "table" then
		read_word(port, tostring(value))
	elseif port[2] == "share" and (not math.type(value) or value < 0 or value > 1) then
		refuse("%s: %s is not a share between 0 and 1 (16 percent are 0.16)", port[1], tostring(value))
	end
	return value
end

-- As a text again; nothing is "".
function ports.write(port, value)
	local kind = port[2]
	if value == nil then return "" end
	if kind == "money" then return write_money(port, value) end
	if kind == "list" then return ports.write_list(port, value) end
	if spans[kind] and math.type(value) == "integer" then return spans[kind][3](value) end
	return host.write(type(kind) == "string" and kind or "code", value)
end

-- Of a result: only what is like its type goes out.
function ports.result(port, value)
	return ports.write(port, value ~= nil and check_output(port, value) or value)
end

-- What every row needs of a calculation's ports, worked out once: types that the host reads and writes by itself need
-- no other function.
local host_types = { code = true, text = true, day = true, month = true, number = true, count = true, yuan = true,
	["yes/no"] = true, json = true, say = true }
local rows = setmetatable({}, { __mode = "k" })

local function ready(list)
	local out = {}
	for i, port in ipairs(list) do
		local plain = port.default == nil and host_types[port[2]] and port[2]
		out[i] = { port = port, name = port[1], plain = plain, is_whole = whole[plain] and plain ~= "count",
			is_optional = is_optional(port) }
	end
	return out
end

local function row_ports(c)
	local row = rows[c]
	if not row then
		row = { inputs = ready(c.inputs), outputs = ready(c.outputs) }
		rows[c] = row
	end
	return row
end

-- The inputs of a row by name, of its texts.
function ports.read_row(c, texts)
	local given, inputs = {}, row_ports(c).inputs
	for i = 1, #inputs do
		local p = inputs[i]
		if p.plain then
			given[p.name] = read(p.plain, texts[i], p.name, p.is_optional)
		else
			given[p.name] = ports.read(p.port, texts[i])
		end
	end
	return given
end

-- The texts of its outputs; a whole number that is one needs no second look.
function ports.write_row(c, result)
	local out, outputs = {}, row_ports(c).outputs
	for i = 1, #outputs do
		local p = outputs[i]
		local value = result[p.name]
		if p.plain and (not whole[p.plain] or p.is_whole and math_type(value) == "integer") then
			out[i] = write(p.plain, value)
		else
			out[i] = ports.result(p.port, value)
		end
	end
	return out
end

-- The type in a word, or the words that there are.
function ports.type_text(port)
	if type(port[2]) ~= "table" then return port[2] end
	local words = {}
	for i, word in ipairs(port[2]) do words[i] = word end
	return table.concat(words, "|")
end
