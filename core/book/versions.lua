-- Calculations of one name: texts of several places and spans of days stand side by side, and the nearest place that
-- has one on the day decides, as for parameters.  Trusted, like the prelude, whose table book is.
local host, book = ...
local versions = {}

local function shape_of(port)
	return port and port[1] .. ": " .. (port[2] == "list" and book.ports.fields_text(port) or book.ports.type_text(port))
end

local function same_ports(a, b)
	for i = 1, math.max(#a, #b) do
		if shape_of(a[i]) ~= shape_of(b[i]) then return false end
	end
	return true
end

local function meet(a, b)
	return a.place == b.place and (not a.to or not b.from or b.from <= a.to)
		and (not b.to or not a.from or a.from <= b.to)
end

-- What is wrong with a text beside those of its name, or nil.
local function fault_beside(one, list)
	for _, other in ipairs(list) do
		if meet(one, other) then
			return one.from and string.format("calculation %s: two texts are in force in %s on %s", one.c.name, one.place,
				host.day(math.max(one.from, other.from or one.from)))
				or string.format("calculation %s is defined twice", one.c.name)
		elseif not same_ports(one.c.inputs, other.c.inputs) or not same_ports(one.c.outputs, other.c.outputs) then
			return string.format("calculation %s has other inputs or outputs than in %s", one.c.name, other.path)
		end
	end
end

local function is_in_force(v, day)
	return (not v.from or v.from <= day) and (not v.to or day <= v.to)
end

-- What is described is the text of the widest place, that in force or the newest.
local function stands_for(a, b)
	local wide = #(host.chain(a.place) or {}) - #(host.chain(b.place) or {})
	local today = book.home_day()
	if wide ~= 0 then return wide < 0 end
	if is_in_force(a, today) ~= is_in_force(b, today) then return is_in_force(a, today) end
	return (a.from or math.mininteger) > (b.from or math.mininteger)
end

local function day_of(path, c, key)
	local day = c[key] and host.date_or_nil(c[key])
	if c[key] and not day then
		error(path .. ": " .. c.name .. ": " .. key .. " \"" .. tostring(c[key]) .. "\" is not a date", 0)
	end
	return day
end

-- Takes a calculation in; true when it is the first of its name.
function book.add_version(path, c)
	local list = versions[c.name] or {}
	local one = { c = c, path = path, place = tostring(c.jurisdiction or ""), from = day_of(path, c, "from"),
		to = day_of(path, c, "to") }
	local fault = one.from and one.to and one.to < one.from and "calculation " .. c.name .. " ends before it starts"
		or fault_beside(one, list)
	if fault then error(path .. ": " .. fault, 0) end
	versions[c.name] = list
	list[#list + 1] = one
	-- One that stands alone counts everywhere and always, as it did before there were several.
	list.are_chosen = #list > 1 or one.from ~= nil or one.to ~= nil
	table.sort(list, stands_for)
	book.calculations[c.name] = list[1].c
	book.note_edges({ { from = one.from or book.home_day(), to = one.to } })
	return #list == 1
end

function book.versions_of(name)
	return versions[name]
end

-- The text of that name for the places, nearest first, and the day; nil when there is none.
function book.choose(name, chain, day)
	local list = versions[name]
	if not list or not list.are_chosen then return list and list[1].c end
	for _, place in ipairs(chain) do
		for _, v in ipairs(list) do
			if v.place == place and is_in_force(v, day) then return v.c end
		end
	end
end
