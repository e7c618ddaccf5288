-- Decision tables as they are written: rows that are never reached, what no row answers, rows that contradict.
local host, tools = ...
local T, entries, tables, suggest = host.T, tools.entries, host.book.tables, tools.nearest.name
local checktable = {}
tools.checktable = checktable

local COMBINATIONS_MOST = 20000
local seen, read = {}, {}

-- The value as Lua has it; nil where it is worked out.
local function plain(e, node)
	local items = entries.items(e, node)
	if not items then return entries.value(e, node) end
	local out = {}
	for _, item in ipairs(items.order) do
		out[item.key] = plain(e, item.value)
		if out[item.key] == nil then return nil end
	end
	return out
end

-- Numbers and days at which any row begins or has just ended, each with the last before the next.
local function spans_of(t, input)
	local starts = { input.kind == "count" and 0 or math.mininteger }
	local is_start = { [starts[1]] = true }
	for _, row in ipairs(t.rows) do
		local cell = row.cells[input.name]
		for _, at in ipairs(cell and cell[1] and { cell[1], cell[2] < math.maxinteger and cell[2] + 1 or nil } or {}) do
			if not is_start[at] and at >= starts[1] then
				is_start[at] = true
				starts[#starts + 1] = at
			end
		end
	end
	table.sort(starts)
	local list = {}
	for i, at in ipairs(starts) do
		list[i] = { value = at, last = starts[i + 1] and starts[i + 1] - 1 }
	end
	return list
end

local function parts_of(t, input)
	if not input.words then return spans_of(t, input) end
	local list = {}
	for i, word in ipairs(input.words) do list[i] = { value = word } end
	return list
end

local function shown_part(input, part)
	if input.words then return tostring(part.value) end
	local show = input.kind == "day" and host.day or tostring
	local first = part.value == math.mininteger and "" or show(part.value)
	local last = part.last and show(part.last) or ""
	return first == last and first or first .. ".." .. last
end

-- Calls see(values, parts) for all that can come; false when that is too much.
local function each_combination(t, see)
	local parts, n = {}, 1
	for i, input in ipairs(t.inputs) do
		parts[i] = parts_of(t, input)
		n = n * #parts[i]
		if n > COMBINATIONS_MOST then return false end
	end
	local values, chosen = {}, {}
	local function go(i)
		if i > #t.inputs then return see(values, chosen) end
		for _, part in ipairs(parts[i]) do
			values[t.inputs[i].name], chosen[i] = part.value, part
			go(i + 1)
		end
	end
	go(1)
	return true
end

local function looked(t)
	local found = { gaps = 0, first_gap = nil, is_reached = {}, pairs = {} }
	local is_whole = each_combination(t, function(values, chosen)
		local first
		for i, row in ipairs(t.rows) do
			if tables.answers(t, row, values) then
				if not first then
					first, found.is_reached[i] = i, true
				elseif not t.is_first and not tables.is_same(t.rows[first].gives, row.gives) and not found.pairs[i] then
					found.pairs[i] = first
				end
			end
		end
		if not first and t.otherwise == nil then
			local parts = {}
			for i, input in ipairs(t.inputs) do parts[i] = input.name .. " = " .. shown_part(input, chosen[i]) end
			found.gaps, found.first_gap = found.gaps + 1, found.first_gap or table.concat(parts, ", ")
		end
	end)
	return is_whole and found
end

local function report(add, path, line_of, t, found)
	if not found then
		add(path, line_of(-1), T("the table is too large to be looked through"), T("make two tables of it"), true)
		return
	end
	if found.gaps > 0 then
		add(path, line_of(-1), T("no row answers %s; %s such in all", found.first_gap, tostring(found.gaps)),
			T("add a row, or otherwise = ..."))
	end
	for i in ipairs(t.rows) do
		if found.pairs[i] then
			add(path, line_of(i), T("row %s contradicts row %s", tostring(i), tostring(found.pairs[i])),
				T("let one of them leave out what the other says"))
		elseif not found.is_reached[i] then
			add(path, line_of(i), T("row %s is never reached", tostring(i)), T("take it out, or correct its limits"))
		end
	end
end

-- What the parameter that a limit is has on a day, or else first; nil: there is none.  days notes when it begins anew.
local function limit_of(name, on, days)
	local world = tools.check.world()
	local first, found
	world.used[name] = true
	for _, entry in ipairs(world.parameters[name] or {}) do
		for _, v in ipairs(entry.values) do
			local from = tostring(v.from)
			first, days[from] = first or v.value, true
			if from <= on then found = v.value end
		end
	end
	return found or first
end

-- The table as it is on a day; nil when something is wrong with it, which is told.
local function read_on(e, v, value, line_of, on, days)
	local is_bad = false
	local function add(line, what, todo)
		is_bad = true
		tools.check.add(e.path, line, what, todo)
	end
	local t = tables.read(value, function(i, what, todo) add(line_of(i), what, todo) end, function(limit)
		local at = limit_of(limit, on, days)
		if at == nil then
			add(v.line, T("no parameter named \"%s\"", limit), suggest(limit, tools.check.world().parameters))
		end
		return at or 0
	end)
	return t, is_bad
end

-- What is found on a later day beside what was found before: a row counts that is reached on any of them.
local function add_up(all, found, day)
	for i in next, found.is_reached do all.is_reached[i] = true end
	for i, first in next, found.pairs do all.pairs[i] = all.pairs[i] or first end
	if all.gaps == 0 and found.gaps > 0 then
		all.gaps, all.first_gap = found.gaps, found.first_gap .. ", on = " .. day
	end
end

local function check_value(name, e, v)
	local value, items = plain(e, v.items.value.value), entries.items(e, v.items.value.value)
	if value == nil then return end
	local rows = items and items.rows and entries.items(e, items.rows.value)
	local function line_of(i)
		local at = i > 0 and rows and rows[i] or i == 0 and items and items.inputs or items and items.rows
		return at and at.line or v.line
	end
	local from, days = tostring(v.from), {}
	local t, is_bad = read_on(e, v, value, line_of, from, days)
	read[name] = t
	if not t or is_bad then return end
	local all = looked(t)
	for _, day in ipairs(all and host.book.sorted(days) or {}) do
		if day > from and (not v.to or day <= tostring(v.to)) then
			local later, is_worse = read_on(e, v, value, line_of, day, days)
			local found = not is_worse and looked(later)
			if found then add_up(all, found, day) end
		end
	end
	report(tools.check.add, e.path, line_of, t, all)
end

-- A parameter that a text asks as a decision table.
function checktable.look(name, list)
	local _, texts = tools.check.world()
	if seen[name] then return end
	seen[name] = true
	for _, entry in ipairs(list) do
		for _, v in ipairs(texts[entry.path] and entry.values or {}) do
			if v.has_value then check_value(name, texts[entry.path], v) end
		end
	end
end

-- What a call gives the table: each of its inputs, and no word that it does not know.
function checktable.given(name, node, given, report_at)
	local t = read[name]
	if not t or not node or node.kind ~= "table" or not given or not given.items then return end
	for key, item in next, given.items do
		local input = t.by_name[key]
		if not input then
			report_at(item.node, T("%s has no input \"%s\"", name, key), suggest(key, t.by_name, T("its inputs: %s", t.listed)))
		end
		for _, word in ipairs(input and input.words and item.type and item.type.words and item.type.words.list or {}) do
			if not input.words[word] then
				report_at(item.node, T("no row answers %s = %s", key, word), T("name the word among the inputs of %s", name))
			end
		end
	end
	for _, input in ipairs(t.inputs) do
		if not given.items[input.name] then
			report_at(node, T("%s is not given \"%s\"", name, input.name), T("add it"))
		end
	end
end
