-- What is wrong with inputs and outputs, and with the values that cases give them.
local host, tools = ...
local T, entries, units, suggest = host.T, tools.entries, tools.units, tools.nearest.name
local checkports = {}
tools.checkports = checkports

local listed_types = T("code, text, day, week, month, quarter, year, number, count, share, money, yuan, yes/no, yes/no/unknown, json, list, a list of words, or say of an output")
local port_shape = T("{ \"name\", \"type\", \"unit\", L\"meaning\" }")
local field_shape = T("{ \"name\", \"type\", \"optional\" }, perhaps with the unit before \"optional\"")

-- The port as the book has it.
local as_port

function as_port(port)
	local fields = {}
	for i, f in ipairs(port.fields or {}) do
		local field = as_port(f)
		fields[i] = { field[1], field[2], field[3], f.is_optional and "optional" or nil }
	end
	return { tostring(port.name), port.words and port.words.list or port.type,
		port.fields and fields or port.unit or "", "", "optional" }
end

-- What a value of a case must look like, by the type of its input or output.
local function misshapen(port, v)
	if type(v) == "string" and (port.type == "day" or port.type == "month") then
		return v ~= "" and not entries.day(v) and not (port.type == "month" and entries.day(v .. "-01"))
	elseif port.type == "day" or port.type == "month" then
		return math.type(v) and v > 1800 and v < 2200	-- a year; other numbers count days from 2000 on
	elseif port.words then
		return not port.words[tostring(v)]
	elseif port.type == "share" then
		return math.type(v) and (v < 0 or v > 1)
	elseif type(v) == "string" and (host.book.ports.spans[port.type] or port.type == "money" or port.type == "list") then
		return not pcall(host.book.ports.read, as_port(port), v)
	end
	return port.type == "count" and math.type(v) and (math.type(v) ~= "integer" or v < 0)
		or (port.type == "yes/no" or port.type == "yes/no/unknown") and v ~= nil and v ~= "unknown"
		and not pcall(host.read, "yes/no", tostring(v), "", true)
end

local function expected(port)
	if port.words then
		return T("there are %s", table.concat(port.words.list, ", "))
	end
	return port.type == "share" and T("16 percent are 0.16") or T("see the types in doc/rules.md")
end

local function shown_type(port)
	return port.words and T("word") or tostring(port.type)
end

local function check_value(report, e, port, item)
	local v = entries.value(e, item.value)
	if v ~= nil and misshapen(port, v) then
		report(item.line, T("%s is not a valid %s: %s", port.name, shown_type(port), tostring(v)), expected(port))
	end
end

-- The records of a list, field by field; report(line, what, todo).
local function check_records(report, e, port, node)
	local list = entries.items(e, node)
	for _, record in ipairs(list and list.order or {}) do
		local fields = entries.items(e, record.value)
		if not fields or math.type(record.key) ~= "integer" then
			report(record.line, T("%s is a list of records", port.name), T("write { { field = value }, ... }"))
			return
		end
		for _, item in ipairs(fields.order) do
			local f = port.fields[item.key]
			if not f then
				report(item.line, T("a record of %s has no field \"%s\"", port.name, tostring(item.key)),
					suggest(item.key, port.fields, field_shape))
			else
				checkports.value(report, e, f, item)
			end
		end
		for _, f in ipairs(port.fields) do
			if not f.is_optional and f.type ~= "yes/no" and f.type ~= "yes/no/unknown" and not fields[f.name] then
				report(record.line, T("the case does not give \"%s\"", f.name), T("add it, or make the field \"optional\""))
			end
		end
	end
end

-- A value that a case gives a port, or wants of it.
function checkports.value(report, e, port, item)
	if port.fields and entries.items(e, item.value) then
		check_records(report, e, port, item.value)
	else
		check_value(report, e, port, item)
	end
end

local function check_type(report, port, types)
	if port.words then
		local seen = {}
		for _, word in ipairs(port.words.list) do
			if not word:match("^[^%s|\"]+$") then
				report(port.line, T("\"%s\" is not a word", word), T("a word has no blanks: self_employed"))
			elseif seen[word] then
				report(port.line, T("the word \"%s\" is there twice", word), T("one of them must go"))
			end
			seen[word] = true
		end
		if #port.words.list == 0 then
			report(port.line, T("%s has no words", tostring(port.name)), T("list the words that there are"))
		end
	elseif port.type ~= nil and not types[port.type] then
		report(port.line, T("no type named \"%s\"", tostring(port.type)), suggest(port.type, types, listed_types))
	end
	if port.type == "money" and (port.unit or "") ~= "" and not units.periods[port.unit] then
		report(port.line, T("money is paid for no \"%s\"", port.unit), T("there are %s", host.book.ports.periods_text))
	end
end

-- Beside name, type, unit and meaning an input, or a field of its list, may say what counts where it is left out.
local function check_keys(report, e, port, has_default, shape)
	for _, item in ipairs(port.items.order) do
		if has_default and item.key == "default" then
			checkports.value(report, e, port, item)
		elseif math.type(item.key) ~= "integer" then
			report(item.line, T("unknown key \"%s\"", tostring(item.key)), shape)
		end
	end
end

local check_fields

local function check_field(report, e, f)
	if not f.name or not f.type then
		report(f.line, T("a field without name or type"), field_shape)
		return
	end
	check_type(report, f, host.book.types)
	check_keys(report, e, f, true, field_shape)
	if f.type == "list" then
		check_fields(report, e, f)
	end
end

function check_fields(report, e, port)
	if not port.fields or #port.fields == 0 then
		report(port.line, T("the list %s has no fields", tostring(port.name)), field_shape)
	end
	for _, f in ipairs(port.fields or {}) do
		check_field(report, e, f)
	end
end

-- An input or output as it is declared.
function checkports.port(report, e, port, is_input)
	local items = port.items
	if not items then
		return	-- worked out by a function of the text
	elseif not port.name then
		report(port.line, T("an input or output without a name"), port_shape)
	elseif items[2] then
		check_type(report, port, host.book.types)
		if is_input and port.type == "say" then
			report(port.line, T("an input cannot be a say"), T("a sentence is what a calculation gives; take text"))
		end
	end
	check_keys(report, e, port, is_input, port_shape)
	if items[5] and not (is_input and port.fifth == "optional") then
		report(port.line, is_input and T("the fifth field of an input can only be \"optional\"")
			or T("the fifth field of an output is one too many"), T("take it out"))
	end
	if port.type == "list" then
		check_fields(report, e, port)
	elseif port.name and not (items[3] and items[4]) then
		report(port.line, T("%s has no unit or no meaning", tostring(port.name)), port_shape)
	end
end
