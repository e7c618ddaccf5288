-- Inputs that are lists of records: every field is named, typed and checked.  Trusted, like the prelude, whose table
-- book is.
local host, book = ...
local T, ports = host.T, book.ports

-- { "salary", "money", "a month", "optional" } as a port of its own; its unit and the mark may be left out.
function ports.field(f)
	local unit = f[3] ~= "optional" and f[3] or ""
	return { f[1], f[2], unit, "", (f[3] == "optional" or f[4] == "optional") and "optional" or nil, default = f.default }
end

function ports.fields(port)
	local list = {}
	for i, f in ipairs(port[3]) do
		list[i] = ports.field(f)
		list[list[i][1]] = list[i]
	end
	return list
end

local function listed(fields)
	local names = {}
	for i, f in ipairs(fields) do names[i] = f[1] end
	return table.concat(names, ", ")
end

-- [{birth: day, salary: money a month (optional), role: adult|child}]
function ports.fields_text(port)
	local parts = {}
	for i, f in ipairs(ports.fields(port)) do
		local kind = f[2] == "list" and ports.fields_text(f) or ports.type_text(f) .. (f[3] ~= "" and " " .. f[3] or "")
		parts[i] = f[1] .. ": " .. kind .. (ports.is_optional(f) and " (optional)" or "")
	end
	return "[{" .. table.concat(parts, ", ") .. "}]"
end

local function read_record(port, fields, i, record)
	local where = port[1] .. "[" .. i .. "]"
	if type(record) ~= "table" then
		error(T("%s: a record like {\"%s\": ...} is expected", where, fields[1][1]), 0)
	end
	local out = {}
	for _, key in ipairs(book.sorted(record)) do
		if not fields[key] then
			error(T("%s has no field \"%s\"; its fields: %s", where, host.shown(tostring(key)), listed(fields)), 0)
		end
	end
	for _, f in ipairs(fields) do
		local v = record[f[1]]
		local text = v == nil and "" or type(v) == "table" and host.write("json", v) or host.write("", v)
		out[f[1]] = ports.read({ where .. "." .. f[1], f[2], f[3], f[4], f[5] }, text)
	end
	return out
end

-- Every record read to the letter, so that what is wrong is told by its name.
local function read_slowly(port, value)
	local fields, out = ports.fields(port), {}
	for _, key in ipairs(type(value) == "table" and book.sorted(value) or { "" }) do
		if math.type(key) ~= "integer" then
			error(T("%s: a list of records like [{\"%s\": ...}] is expected", port[1], fields[1][1]), 0)
		end
	end
	for i, record in ipairs(value) do
		out[i] = read_record(port, fields, i, record)
	end
	return out
end

-- What every list of a port needs, worked out once.
local host_types = { code = true, text = true, day = true, number = true, count = true }
local ready = setmetatable({}, { __mode = "k" })

local function ready_fields(port)
	local list = ready[port]
	if not list then
		list = {}
		for i, f in ipairs(ports.fields(port)) do
			local words = type(f[2]) == "table" and {} or nil
			for _, word in ipairs(words and f[2] or {}) do words[word] = word end
			list[i] = { name = f[1], plain = host_types[f[2]] and f[2], words = words, port = f,
				is_left_out = f[5] == "optional" and f.default == nil }
		end
		ready[port] = list
	end
	return list
end

local read_quickly

-- One value of a record that has it; an error where it is not as it should be.
local function read_value(f, v)
	if type(v) == "table" and f.port[2] == "list" then
		return read_quickly(f.port, v)
	elseif type(v) ~= "string" then
		return ports.read(f.port, type(v) == "table" and host.write("json", v) or host.write("", v))
	elseif f.plain then
		return host.read(f.plain, v, f.name, f.is_left_out)
	elseif f.words then
		return f.words[v] or error()
	end
	return f.port[2] == "money" and ports.amount(v) or ports.read(f.port, v)
end

-- The same for lists that are in order, as nearly all are, in their place; no message of its own.
function read_quickly(port, value)
	local fields, n, m = ready_fields(port), #value, 0
	for i = 1, n do
		local record, left = value[i], 0
		for k = 1, #fields do
			local f = fields[k]
			local name = f.name
			local v = record[name]
			if v ~= nil then
				v = read_value(f, v)
			elseif not f.is_left_out then
				v = f.port.default
				if v == nil then error() end
			end
			record[name] = v
			if v ~= nil then left = left + 1 end
		end
		for _ in next, record do left = left - 1 end
		if left ~= 0 then error() end
	end
	for _ in next, value do m = m + 1 end
	return n == m and value or error()
end

function ports.read_list(port, text)
	local ok, list = pcall(read_quickly, port, host.read("json", text, port[1], false))
	return ok and list or read_slowly(port, host.read("json", text, port[1], false))
end

local function texts_of(port, list)
	local fields, out = ports.fields(port), {}
	for i, record in ipairs(list) do
		out[i] = {}
		for _, f in ipairs(fields) do
			local v = record[f[1]]
			if v ~= nil then
				out[i][f[1]] = type(v) == "string" and v or f[2] == "list" and texts_of(f, v) or ports.write(f, v)
			end
		end
	end
	return out
end

-- As a command line has it: each value a text.
function ports.write_list(port, list)
	local out = texts_of(port, list)
	return #out == 0 and "[]" or host.write("json", out)
end

-- What is wrong with the type of a port, or nil.
local function type_fault(port, types)
	local kind = port[2]
	if type(kind) == "table" then
		for _, key in ipairs(book.sorted(kind)) do
			if type(kind[key]) ~= "string" or not kind[key]:match("^[^%s|\"]+$") then return "has words that are none" end
		end
		return kind[1] == nil and "has no words" or nil
	end
	return not types[kind] and "has the unknown type \"" .. tostring(kind) .. "\"" or nil
end

-- The same of a whole port; types are the names that there are.
function ports.fault(port, types)
	local fault = type_fault(port, types)
	if fault or port[2] ~= "list" then return fault end
	if type(port[3]) ~= "table" or type(port[3][1]) ~= "table" then return "is a list without fields" end
	for _, f in ipairs(port[3]) do
		local is_named = type(f) == "table" and type(f[1]) == "string"
		fault = is_named and ports.fault(ports.field(f), types)
		if not is_named or fault or f[2] == "say" then
			return "has a field that is none" .. (is_named and ": " .. f[1] or "")
		end
	end
end

-- What stands for an input that is left out is read like the input itself, as the place of the text writes amounts.
local function read_default(port, place)
	for _, f in ipairs(port[2] == "list" and port[3] or {}) do
		local field = ports.field(f)
		read_default(field, place)
		f.default = field.default
	end
	local is_list = port[2] == "list" and type(port.default) == "table"
	if type(port.default) == "string" or is_list then
		local text = is_list and ports.write_list(port, port.default) or port.default
		port.default = nil
		port.default = ports.as_in(place, ports.read, port, text)
	elseif port.default ~= nil then
		ports.result(port, port.default)
		port.default = book.freeze(port.default)
	end
end

ports.read_default = read_default
