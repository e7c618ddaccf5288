-- Scales as they are written: the lines of a parameter in order, none left out, none twice.
local host, tools = ...
local T, entries = host.T, tools.entries
local checkscale = {}
tools.checkscale = checkscale

local seen = {}

local function limit(e, line, key)
	local v = entries.field(e, line, key)
	return type(v) == "string" and entries.day(v) or math.type(v) and v or nil
end

local function shown(v, is_day)
	return is_day and host.day(v) or tostring(v)
end

local function check_pair(add, path, at, before, after, is_day)
	if after.from < before.from then
		add(path, at, T("the lines of the scale are not in order: %s comes after %s", shown(after.from, is_day),
			shown(before.from, is_day)), T("sort them by from"))
	elseif after.from == before.from or before.to and before.to > after.from then
		add(path, at, T("two lines of the scale hold for %s", shown(after.from, is_day)), T("close the earlier one before it"))
	elseif before.to and before.to + 1 < after.from then
		add(path, at, T("no line of the scale holds from %s to %s", shown(before.to + 1, is_day), shown(after.from - 1, is_day)),
			T("let the lines follow each other without a gap"))
	end
end

local function check_lines(add, e, v, what)
	local list, before = entries.items(e, v.items.value.value), nil
	for _, item in ipairs(list and list.order or {}) do
		local line = entries.items(e, item.value)
		local is_day = type(entries.field(e, line, "from")) == "string"
		local one = line and { from = limit(e, line, "from"), to = limit(e, line, "to") }
		if not line or not line[what] or not one.from then
			add(e.path, item.line, T("a line of the scale has no from or no %s", what), T("write { from = ..., %s = ... }", what))
			return
		end
		local rate = what == "rate" and entries.value(e, line.rate.value)
		if math.type(rate) and (rate < 0 or rate > 1) then
			add(e.path, item.line, T("%s is not a share between 0 and 1", tostring(rate)), T("16 percent are 0.16"))
		end
		if before then
			check_pair(add, e.path, item.line, before, one, is_day)
		end
		before = one
	end
end

-- A parameter that a text asks as a scale; what is rate or value.
function checkscale.look(name, list, what)
	local _, texts = tools.check.world()
	if seen[name .. what] then
		return
	end
	seen[name .. what] = true
	for _, entry in ipairs(list) do
		for _, v in ipairs(texts[entry.path] and entry.values or {}) do
			if v.has_value then
				check_lines(tools.check.add, texts[entry.path], v, what)
			end
		end
	end
end
