-- Neighbours inside of a fact that is a list of records, such as the members of a household, and of the lists within
-- them: days, amounts and numbers one by one, fields there and not there, records there and not there, each as
-- another's role.
local host, tools = ...
local book, ports = host.book, host.book.ports
local searchlists = {}
tools.searchlists = searchlists

local RECORDS_MOST = 3	-- of one list that are looked at

local function read(text)
	if type(text) ~= "string" or not text:find("^%s*%[%s*{") then return nil end
	local ok, list = pcall(host.read, "json", text, "", false)
	return ok and type(list) == "table" and list or nil
end

local function walk(list, path, see)
	see(list, path)
	for i = 1, math.min(#list, RECORDS_MOST) do
		for _, name in ipairs(book.sorted(list[i])) do
			local inner = list[i][name]
			if type(inner) == "table" and type(inner[1]) == "table" then
				walk(inner, { i, name, up = path, id = path.id .. i .. name }, see)
			end
		end
	end
end

-- see(list, path) for the list that the text is, and for those within its records.
local function each_list(text, see)
	local list = read(text)
	if list then walk(list, { id = "" }, see) end
end

local at

function at(list, path)
	return path.up and at(list, path.up)[path[1]][path[2]] or list
end

-- The text with something done to the list that is at the path.
local function changed(text, path, change)
	local list = read(text)
	change(at(list, path))
	return host.write("json", list)
end

-- What a field says as a number that can be moved, its kind, and how such a number is written back.
local function number_of(v)
	local day = type(v) == "string" and host.date_or_nil(v)
	if day then return day, "day", host.day end
	if math.type(v) == "integer" then return v, "number", function(x) return x end end
	local whole, cents = tostring(v):match("^(%-?%d+)%.(%d%d)$")
	if type(v) == "string" and whole then
		return math.tointeger(tonumber(whole .. cents)), "number", function(x)
			return string.format("%s%d.%02d", x < 0 and "-" or "", math.abs(x) // 100, math.abs(x) % 100)
		end
	end
end

local function numbers_of(text, list, path, put)
	for i = 1, math.min(#list, RECORDS_MOST) do
		for _, name in ipairs(book.sorted(list[i])) do
			local value, kind, written = number_of(list[i][name])
			if value then
				put(i .. name, kind, value, function(x)
					return changed(text, path, function(other) other[i][name] = written(x) end)
				end)
			end
		end
	end
end

-- put(id, kind, value, set) for each number in the list; set gives the list's text with another one in its place.
function searchlists.numbers(text, put)
	each_list(text, function(list, path)
		numbers_of(text, list, path, function(id, ...) put(path.id .. id, ...) end)
	end)
end

local function others_of(list, change)
	for i = 1, math.min(#list, RECORDS_MOST) do
		for _, name in ipairs(book.sorted(list[i])) do
			change(function(other) other[i][name] = nil end)
		end
		for _, record in ipairs(list) do
			if record.role and record.role ~= list[i].role then
				change(function(other) other[i].role = record.role end)
			end
		end
		if #list > 1 then change(function(other) table.remove(other, i) end) end
	end
end

-- put(text) for each list that lacks a field or a record, or in which somebody has the role of another one.
function searchlists.others(text, put)
	each_list(text, function(list, path)
		others_of(list, function(change) put(changed(text, path, change)) end)
	end)
end

local moved_fields = { day = "day", money = "number", count = "number", number = "number" }

-- at(records) gives the list that is looked at, of all the records that the text is.
local function typed_of(port, list, id, at, put)
	for i = 1, math.min(#list, RECORDS_MOST) do
		for _, field in ipairs(ports.fields(port)) do
			local name, kind = field[1], moved_fields[field[2]]
			local v = list[i][name]
			if kind and math.type(v) then
				put(id .. i .. name, kind, v, function(records, x) at(records)[i][name] = x end)
			elseif field[2] == "list" and v then
				typed_of(field, v, id .. i .. name, function(records) return at(records)[i][name] end, put)
			end
		end
	end
end

-- The same as numbers for an input of a calculation, whose fields have types: days and amounts of the first records.
function searchlists.typed(port, text, put)
	local ok, list = pcall(ports.read, port, text)
	local function itself(records) return records end
	typed_of(port, ok and list or {}, "", itself, function(id, kind, value, change)
		put(id, kind, value, function(x)
			local records = ports.read(port, text)
			change(records, x)
			return ports.write(port, records)
		end)
	end)
end
