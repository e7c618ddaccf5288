-- Neighbours inside of a fact that is a list of records, such as the members of a household: its days, amounts and
-- numbers one by one, fields there and not there, records there and not there, each as another's role.
local host, tools = ...
local book = host.book
local searchlists = {}
tools.searchlists = searchlists

local RECORDS_MOST = 3	-- of one list that are looked at

local function read(text)
	if type(text) ~= "string" or not text:find("^%s*%[%s*{") then return nil end
	local ok, list = pcall(host.read, "json", text, "", false)
	return ok and type(list) == "table" and list or nil
end

-- The list with something done to one record of it, as a text.
local function changed(text, change)
	local list = read(text)
	change(list)
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

-- put(id, kind, value, set) for each number in the list; set gives the list's text with another one in its place.
function searchlists.numbers(text, put)
	local list = read(text)
	for i = 1, list and math.min(#list, RECORDS_MOST) or 0 do
		for _, name in ipairs(book.sorted(list[i])) do
			local value, kind, written = number_of(list[i][name])
			if value then
				put(i .. name, kind, value, function(x)
					return changed(text, function(other) other[i][name] = written(x) end)
				end)
			end
		end
	end
end

-- put(text) for each list that lacks a field or a record, or in which somebody has the role of another one.
function searchlists.others(text, put)
	local list = read(text)
	for i = 1, list and math.min(#list, RECORDS_MOST) or 0 do
		for _, name in ipairs(book.sorted(list[i])) do
			put(changed(text, function(other) other[i][name] = nil end))
		end
		for _, record in ipairs(list) do
			if record.role and record.role ~= list[i].role then
				put(changed(text, function(other) other[i].role = record.role end))
			end
		end
		if #list > 1 then put(changed(text, function(other) table.remove(other, i) end)) end
	end
end
