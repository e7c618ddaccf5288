-- Who belongs to what a rule judges, by their role: a fact that is a list of records, one a person, each with facts of
-- that person by the names that person's facts have.  Trusted, like the prelude, whose table book is.
local host, book = ...
local day_names = { "_on$", "_from$", "_to$", "_since$", "_date$" }
local types = { integer = "bigint", float = "number" }

local function is_day(name)
	for _, shape in ipairs(day_names) do
		if name:find(shape) then return true end
	end
	return false
end

-- Values as a rule has them: a day is a number, what is not known is not there.
local function read(text)
	local list = type(text) == "string" and host.read("json", text, "members", false) or {}
	for _, record in ipairs(list) do
		for name, v in next, record do
			local day = type(v) == "string" and is_day(name) and host.date_or_nil(v)
			record[name] = day or v
		end
	end
	return list
end

local function tell(role, name, value)
	local kind = type(value)
	local text = value == nil and "" or is_day(name) and math.type(value) and host.day(value) or tostring(value)
	book.trace_line("member", name, text, kind == "number" and types[math.type(value)] or kind, { text = role })
end

-- While somebody asks how it came about, each fact is told as it is looked at, with whose it is, once.
local function watched(record)
	local told = {}
	return setmetatable({}, { frozen = record, __index = function(_, name)
		if type(name) == "string" and not told[name] then
			told[name] = true
			tell(tostring(record.role), name, record[name])
		end
		return record[name]
	end, __newindex = function() error("parameters and results cannot be changed", 2) end })
end

-- All of them, or those of a role, in the order in which they are told: members(h.member_facts, "child").
function book.members(text, role)
	local out = {}
	for _, record in ipairs(read(text)) do
		if role == nil or record.role == role then
			out[#out + 1] = book.explained() and watched(record) or book.freeze(record)
		end
	end
	return out
end

-- The first of a role, or nil: member(h.member_facts, "head").
function book.member(text, role)
	if type(role) ~= "string" then error("member takes a list of members and a role", 2) end
	return book.members(text, role)[1]
end
