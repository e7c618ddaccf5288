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

local function check_rate(add, e, item, what, line)
	local rate = what == "rate" and line.rate and entries.value(e, line.rate.value)
	if math.type(rate) and (rate < 0 or rate > 1) then
		add(e.path, item.line, T("%s is not a share between 0 and 1", tostring(rate)), T("16 percent are 0.16"))
	end
end

local function has_one(line, columns)
	for _, column in ipairs(columns) do
		if line[column] then return true end
	end
	return line.unknown ~= nil
end

-- Lines in their order; columns: of which each line has one; is_open: the first one may have no limit.
local function check_order(add, e, order, columns, is_open)
	local before
	for i, item in ipairs(order) do
		local line = entries.items(e, item.value)
		local is_day = type(entries.field(e, line, "from") or entries.field(e, line, "to")) == "string"
		local one = line and { from = limit(e, line, "from"), to = limit(e, line, "to") }
		if one and is_open and i == 1 and not line.from then one.from = math.mininteger end
		if not line or not one.from or not has_one(line, columns) then
			add(e.path, item.line, T("a line of the scale has no from or no %s", table.concat(columns, " ")),
				T("write { from = ..., %s = ... }", columns[1]))
			return
		end
		check_rate(add, e, item, columns[1], line)
		if before then
			check_pair(add, e.path, item.line, before, one, is_day)
		end
		before = one
	end
end

local function check_lines(add, e, v, what)
	local list = entries.items(e, v.items.value.value)
	check_order(add, e, list and list.order or {}, { what }, false)
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

-- Whether a list stands at a path that a declaration gives the end of.
function checkscale.is_at(path, ending)
	return path == ending or ending ~= "" and path:sub(-#ending - 1) == "." .. ending
end

-- Several scales in one list, told apart by the words of some columns.
local function apart(e, order, by)
	local groups, list = {}, {}
	for _, item in ipairs(order) do
		local line, words = entries.items(e, item.value), {}
		for i, column in ipairs(by) do words[i] = tostring(entries.field(e, line, column)) end
		local key = table.concat(words, "\0")
		if not groups[key] then
			groups[key] = {}
			list[#list + 1] = groups[key]
		end
		table.insert(groups[key], item)
	end
	return list
end

local plain = { string = true, number = true, ["true"] = true, ["false"] = true, ["nil"] = true, unary = true, binary = true }

-- Every list of a value at the end of whose path a scale was declared; found notes that there is one, and that something is
-- worked out by the text, where there may be.
local function walk(add, e, node, path, scales, found)
	local items = entries.items(e, node)
	found.is_open = found.is_open or not items and not plain[node.kind] and entries.value(e, node) == nil
	for _, one in ipairs(items and scales or {}) do
		if checkscale.is_at(path, one.path) then
			found[one] = true
			for _, order in ipairs(apart(e, items.order, one.by)) do check_order(add, e, order, one.columns, true) end
		end
	end
	for _, item in ipairs(items and items.order or {}) do
		walk(add, e, item.value, path == "" and tostring(item.key) or path .. "." .. tostring(item.key), scales, found)
	end
end

local function texts_in(e, items, from)
	local list = {}
	for i = from, #(items or {}) do list[#list + 1] = tostring(entries.value(e, items[i].value)) end
	return list
end

-- What all entries of a name declare counts for each of them.
local function declared(texts, list)
	local scales = {}
	for _, entry in ipairs(list or {}) do
		local e = texts[entry.path]
		for _, item in ipairs(e and entries.list(e, entry.items, "scales") or {}) do
			local one = entries.items(e, item.value)
			local path = entries.field(e, one, 1)
			local _, by = entries.list(e, one or {}, "by")
			if path then
				scales[#scales + 1] = { path = path, columns = texts_in(e, one, 2), by = texts_in(e, by, 1), line = item.line,
					entry = entry }
			end
		end
	end
	return scales
end

-- The scales inside of a parameter's values.
function checkscale.declared(report, texts, entry, list)
	local scales, found = declared(texts, list), {}
	if #scales == 0 then return end
	local function add(_, line, what, todo) report(line, what, todo) end
	for _, of in ipairs(list) do
		local e = texts[of.path]
		found.is_open = found.is_open or #(of.values or {}) == 0
		for _, v in ipairs(e and of.values or {}) do
			if v.has_value then walk(of == entry and add or function() end, e, v.items.value.value, "", scales, found) end
		end
	end
	for _, one in ipairs(scales) do
		if one.entry == entry and not found[one] and not found.is_open then
			report(one.line, T("no value has the list \"%s\"", one.path), T("take it out, or write the path as it is"))
		end
	end
end
