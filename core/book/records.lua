-- Inputs that are lists of records: every field is named, typed and checked.  Trusted, like the prelude, whose table
-- book is.
local host, book = ...
local T, ports = host.T, book.ports

-- { "salary", "money", "a month", "optional" } as a port of its own; its unit and the mark may be left out.
function ports.field(f)
	local unit = f[3] ~= "optional" and f[3] or ""
	return { f[1], f[2], unit, "", (f[3] == "optional" or f[4] == "optional") and "optional" or nil }
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
		parts[i] = f[1] .. ": " .. ports.type_text(f) .. (f[3] ~= "" and " " .. f[3] or "")
			.. (f[5] and " (optional)" or "")
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

function ports.read_list(port, text)
	local value = host.read("json", text, port[1], false)
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

-- As a command line has it: each value a text.
function ports.write_list(port, list)
	local fields, out = ports.fields(port), {}
	for i, record in ipairs(list) do
		out[i] = {}
		for _, f in ipairs(fields) do
			local v = record[f[1]]
			if v ~= nil then out[i][f[1]] = type(v) == "string" and v or ports.write(f, v) end
		end
	end
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
		fault = is_named and type_fault(f, types)
		if not is_named or fault or f[2] == "list" or f[2] == "say" then
			return "has a field that is none" .. (is_named and ": " .. f[1] or "")
		end
	end
end
