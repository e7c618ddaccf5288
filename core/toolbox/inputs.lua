-- Inputs of rules and calculations while texts are tried: a place, a day and values, as one line of
-- text and as cases write them.
local host, tools = ...
local T = host.T
local inputs = {}
tools.inputs, tools.ports = inputs, host.book.ports

local facts

function inputs.facts()
	facts = facts or host.facts()
	return facts
end

-- The fields an input may have.  kind: day, number, yes/no, json or text; or port, whose values stay texts as the
-- command line has them.
local kind_of_fact = { date = "day", int = "number", bigint = "number", boolean = "yes/no", text = "text" }
local kind_of_type = { day = "day", month = "day", number = "number", count = "number", yuan = "number",
	["yes/no"] = "yes/no", json = "json", money = "number", share = "number", ["yes/no/unknown"] = "yes/no",
	week = "port", quarter = "port", year = "port", list = "port" }
local least_of = { count = 0, share = 0 }

local function field_of(subject, f)
	if subject.kind == "r" then
		return { name = f.name, kind = kind_of_fact[f.type] }
	end
	return { name = f[1], type = f[2], port = f, kind = kind_of_type[f[2]] or "text", least = least_of[f[2]],
		most = f[2] == "share" and 1 or nil, words = type(f[2]) == "table" and f[2] or nil,
		is_whole = f[2] ~= "number" and f[2] ~= "share", is_optional = host.book.ports.is_optional(f) or f[2] == "yes/no/unknown" }
end

local function has_word(words, v)
	for _, word in ipairs(words) do
		if word == v then
			return true
		end
	end
	return false
end

function inputs.fields(subject)
	if not subject.fields then
		subject.fields = {}
		for i, f in ipairs(subject.kind == "r" and inputs.facts() or subject.calculation.inputs) do
			local field = field_of(subject, f)
			field.at = i
			subject.fields[i], subject.fields[field.name] = field, field
		end
	end
	return subject.fields
end

local function is_in_force(subject, day)
	return (not subject.from or subject.from <= day) and (not subject.to or day <= subject.to)
end

-- Whether such an input can come at all: a count is not below 0, what is needed is there, a calculation is in force;
-- second, which field is in the way.
function inputs.is_possible(subject, input)
	if subject.kind == "c" and not is_in_force(subject, input.on) then
		return false
	end
	for _, f in ipairs(subject.kind == "c" and inputs.fields(subject) or {}) do
		local v = input.values[f.name]
		if v == nil and not f.is_optional and f.kind ~= "yes/no" and f.name ~= "jurisdiction" then
			return false, f.name
		end
		if f.least and v and (v < f.least or v > (f.most or 1000000000)) or f.words and v and not has_word(f.words, v) then
			return false, f.name
		end
	end
	return true
end

local function is_earlier(a, b)
	return a.at < b.at
end

-- The fields that the input has a value of, in their order; remembered: an input is never changed once it is made.
function inputs.given(subject, input)
	if not input.given then
		local fields, list = inputs.fields(subject), {}
		for name in next, input.values do
			list[#list + 1] = fields[name]
		end
		table.sort(list, is_earlier)
		input.given = list
	end
	return input.given
end

local function write_part(f, v)
	return f.name .. "=" .. (f.kind == "day" and host.day(v) or type(v) == "string" and v:gsub("[\t\n]", " ") or tostring(v))
end

local written = {}	-- by field, then by value

-- NAME=VALUE of a field, remembered: a search writes the same values thousands of times.  1.0 is no 1, but the same key.
local function part_of(f, v)
	if math.type(v) == "float" then
		return write_part(f, v)
	end
	local parts = written[f]
	if not parts then
		parts = {}
		written[f] = parts
	end
	parts[v] = parts[v] or write_part(f, v)
	return parts[v]
end

-- Between two searches: their values are others.
function inputs.forget()
	written = {}
end

local the_day = { name = "on", kind = "day" }

-- An input in one line: the subject, the day, the place, and each value, with tabs in between.
function inputs.encode(subject, input)
	local parts, n = { subject.name, part_of(the_day, input.on) }, 2
	if input.place ~= subject.place then
		n = 3
		parts[3] = "place=" .. input.place
	end
	for _, f in ipairs(inputs.given(subject, input)) do
		n = n + 1
		parts[n] = part_of(f, input.values[f.name])
	end
	return table.concat(parts, "\t")
end

-- The same, remembered.
function inputs.key(subject, input)
	input.key = input.key or inputs.encode(subject, input)
	return input.key
end

-- A text as the value of a field; nil when it is none.
local function read_value(field, text)
	if field.kind == "day" then
		return host.date_or_nil(text)
	elseif field.kind == "number" then
		return tonumber(text)
	elseif field.kind == "yes/no" then
		return text == "true"
	end
	return text
end

-- The subject named in a line, or nil, and its input; today is the day when the line has none.
function inputs.decode(subjects, line, today)
	local name = line:match("^[^\t]+")
	local subject = subjects[name]
	if not subject then
		return nil
	end
	local input = { on = today, place = subject.place, values = {} }
	local fields = inputs.fields(subject)
	for key, text in line:sub(#name + 2):gmatch("([^=\t]+)=([^\t]*)") do
		if (key == "on" or key == "place" or key == "jurisdiction") and text == "" then
			-- As if the column were not there.
		elseif key == "on" then
			input.on = host.date_or_nil(text) or error(T("%s is not a date", "on"), 0)
		elseif key == "place" or key == "jurisdiction" and not fields.jurisdiction then
			input.place = host.chain(text) and text or error(T("\"%s\" is not a place", text), 0)
		elseif not fields[key] then
			error(T("no fact named \"%s\"", key), 0)
		elseif text ~= "" then
			input.values[key] = read_value(fields[key], text)
			if input.values[key] == nil then
				error(T("%s: \"%s\" is not a valid %s", key, text, fields[key].kind), 0)
			end
		end
	end
	return subject, input
end

-- A message as it is shown: T's text and values are put together.  Second, whether T made it: then a
-- text refuses on purpose.
local function words(message)
	local first, rest = message:match("^([^\n]*)(.*)$")
	local ok, parts = pcall(host.read, "json", first, "", true)
	if not ok or type(parts) ~= "table" then
		return message, false
	end
	local i = 1
	return tostring(parts[1]):gsub("%%s", function()
		i = i + 1
		return tostring(parts[i])
	end) .. rest, true
end
inputs.words = words

-- What a case gives, by the types of the command line; numbers stand as rules have them, so amounts
-- are fen.  JSON stays a text, so that it can be moved about.
local function given_value(field, v)
	if field.kind == "port" then
		local text = type(v) == "string" and v or tools.ports.write(field.port, v)
		tools.ports.read(field.port, text)
		return text
	elseif field.words then
		return tools.ports.read(field.port, tostring(v))
	elseif field.type == "money" and type(v) == "string" or field.type == "share" then
		return tools.ports.read(field.port, tostring(v))
	elseif field.type == "yes/no/unknown" then
		return tools.ports.read(field.port, host.write("", v))
	elseif field.kind == "json" then
		return type(v) == "string" and v or host.write("json", v)
	elseif field.kind == "day" and type(v) == "string" then
		return host.date_or_nil(v) or field.type == "month" and host.date_or_nil(v .. "-01")
			or error(T("%s is not a date", field.name), 0)
	elseif type(v) == "string" and (field.kind == "number" or field.kind == "yes/no") and field.type then
		return host.read(field.type, v, field.name, true)
	end
	return v
end

-- A case's table as an input.
function inputs.of_case(subject, case)
	local given = subject.kind == "r" and case.facts or case.given
	local usual = host.date_or_nil("2025-11-10")
	local is_usual = subject.kind == "r" or is_in_force(subject, usual)
	local input = { on = host.date_or_nil(case.on) or not case.on and (is_usual and usual or subject.to or subject.from),
		values = {} }
	local fields = inputs.fields(subject)
	input.place = case.place or subject.kind == "c" and type(given) == "table" and given.jurisdiction or subject.place
	if not input.on then
		error(T("%s is not a date", "on"), 0)
	elseif not host.chain(input.place) then
		error(T("\"%s\" is not a place", tostring(input.place)), 0)
	end
	if subject.kind == "c" and not is_in_force(subject, input.on) then
		error(T("%s is not one of the calculation's days", host.day(input.on)), 0)
	end
	for name, v in next, type(given) == "table" and given or {} do
		if not fields[name] then
			error(T("\"%s\" is not known", tostring(name)), 0)
		end
		input.values[name] = tools.ports.as_in(input.place, given_value, fields[name], v)
	end
	local is_possible, name = inputs.is_possible(subject, input)
	if not is_possible then
		error(T("the input \"%s\" is missing and may not be left out, or its value cannot be", name), 0)
	end
	return input
end

-- The table compute is given: what the command line would hand over.
function inputs.for_compute(subject, input)
	local given = {}
	for _, f in ipairs(inputs.fields(subject)) do
		local v = input.values[f.name]
		if v == nil and f.port and f.port.default ~= nil then
			v = f.port.default
		elseif f.kind == "json" and v then
			v = host.read("json", v, f.name, true)
		elseif f.kind == "port" and v then
			v = tools.ports.read(f.port, v)
		elseif f.type == "yes/no" then
			v = v or false
		elseif f.name == "jurisdiction" and v == nil then
			v = input.place
		end
		given[f.name] = v
	end
	return given
end

local formats = { date = ">Bi4", int = ">Bi4", bigint = ">Bi8" }

local function packed(v, kind)
	if v == nil then
		return "\0"
	elseif kind == "text" then
		return (#v < 254 and string.pack("B", #v + 1) or string.pack(">BI4", 255, #v)) .. v
	elseif kind == "boolean" then
		return string.pack("BB", 1, v and 1 or 0)
	end
	return string.pack(formats[kind], 1, v)
end

-- The values as a row that the judge reads: columns in groups, a byte before each; an empty group is that byte alone.
function inputs.row_of(subject, input)
	local facts, groups = inputs.facts(), {}
	for i = 1, (#facts + host.together - 1) // host.together do
		groups[i] = "\0"
	end
	for _, field in ipairs(inputs.given(subject, input)) do
		local at = (field.at - 1) // host.together
		if groups[at + 1] == "\0" then
			local parts = { "\1" }
			for i = at * host.together + 1, math.min((at + 1) * host.together, #facts) do
				parts[#parts + 1] = packed(input.values[facts[i].name], facts[i].type)
			end
			groups[at + 1] = table.concat(parts)
		end
	end
	return string.pack(">I2I4i8i4s4", 3, 8, 1, -1, table.concat(groups))
end

-- The place a text is tried in unless a case says otherwise: its own, so that cases come out alike
-- in every office.
function inputs.place_of(entry)
	local place = entry.jurisdiction
	return type(place) == "string" and host.chain(place) and place or "CN"
end
