-- The rule book: parameters, calculations and rules, checked as they are loaded.  This text is
-- trusted and has Lua's own libraries; the texts it is given are not.  host holds C functions.
local host = ...
local book = { parameters = {}, namespaces = {}, calculations = {}, rules = {}, next_edge = nil }
local today, chain, resolved = nil, {}, {}

local function complain(path, ...)
	error(path .. ": " .. string.format(...), 0)
end

-- Read-only view: what one rule is given must be what the next one gets.
local function freeze(value)
	if type(value) ~= "table" then
		return value
	end
	local inner = {}
	for k, v in next, value do
		inner[k] = freeze(v)
	end
	return setmetatable({}, {
		__index = inner, frozen = inner,		__len = function() return #inner end,
		__newindex = function() error("parameters and results cannot be changed", 2) end,
	})
end

local function day_of(path, text, what)
	local day = text and host.date_or_nil(text)
	if text and not day then
		complain(path, "%s \"%s\" is no day", what, tostring(text))
	end
	return day
end

function book.settings(day, jurisdictions)
	today, chain, resolved, book.next_edge = day, jurisdictions, {}, nil
	for _, list in next, book.parameters do
		for _, p in ipairs(list) do
			book.note_edges(p.values)
		end
	end
end

-- The nearest day on which any value starts or ends: every person is judged anew then.
function book.note_edges(values)
	for _, v in ipairs(values) do
		for _, edge in ipairs({ v.from, v.to and v.to + 1 }) do
			if today and edge > today and (not book.next_edge or edge < book.next_edge) then
				book.next_edge = edge
			end
		end
	end
end

local function check_values(path, p)
	local values = {}
	if type(p.values) ~= "table" or #p.values == 0 then
		complain(path, "parameter %s has no values", p.name)
	end
	for i, v in ipairs(p.values) do
		local from = day_of(path, v.from, p.name .. ": from")
		local to = day_of(path, v.to, p.name .. ": to")
		if not from or v.value == nil then
			complain(path, "parameter %s: value %d needs from and value", p.name, i)
		end
		if to and to < from then
			complain(path, "parameter %s: value %d ends before it starts", p.name, i)
		end
		values[i] = { from = from, to = to, value = freeze(v.value) }
	end
	table.sort(values, function(a, b) return a.from < b.from end)
	for i = 2, #values do
		local before = values[i - 1]
		before.to = before.to or values[i].from - 1
		if before.to >= values[i].from then
			complain(path, "parameter %s: two values are valid on %s", p.name,
				host.day(values[i].from))
		end
	end
	return values
end

function book.add_parameters(list, path)
	if type(list) ~= "table" then
		complain(path, "must return a list of parameters")
	end
	for _, p in ipairs(list) do
		if type(p.name) ~= "string" or type(p.jurisdiction) ~= "string" then
			complain(path, "a parameter needs name and jurisdiction")
		end
		local known = book.parameters[p.name] or {}
		for _, other in ipairs(known) do
			if other.jurisdiction == p.jurisdiction then
				complain(path, "parameter %s stands twice for %s", p.name, p.jurisdiction)
			end
		end
		local entry = { jurisdiction = p.jurisdiction, values = check_values(path, p) }
		known[#known + 1] = entry
		book.parameters[p.name] = known
		book.note_edges(entry.values)
	end
end

-- The nearest jurisdiction that has a value on the day wins.
local function find_parameter(name)
	for _, place in ipairs(chain) do
		for _, entry in ipairs(book.parameters[name] or {}) do
			if entry.jurisdiction == place then
				for _, v in ipairs(entry.values) do
					if v.from <= today and (not v.to or today <= v.to) then
						return v.value
					end
				end
			end
		end
	end
end

function book.param(name)
	local value = resolved[name]
	if value == nil then
		value = find_parameter(name)
		if value == nil then
			error("parameter " .. tostring(name) .. " has no value on " .. host.day(today), 2)
		end
		resolved[name] = value
	end
	return value
end

-- Results are kept by input: many persons share a birth month and a category.
local MEMO_MOST = 200000

local function remember(compute, inputs)
	local kept, n = {}, 0
	local first, second = inputs[1][1], inputs[2] and inputs[2][1]
	-- While texts are tested every call is a call: its comparisons are looked at.
	if #inputs > 2 or book.forgets then
		return function(...)
			local given = {}
			for i, input in ipairs(inputs) do
				given[input[1]] = (select(i, ...))
			end
			return freeze(compute(given))
		end
	end
	return function(a, b)
		local row = kept[a]
		if row == nil then
			row = {}
			kept[a == nil and "" or a] = row
		end
		local result = row[b == nil and "" or b]
		if result == nil then
			local given = { [first] = a }
			if second then
				given[second] = b
			end
			result = freeze(compute(given))
			n = n + 1
			if n > MEMO_MOST then
				kept, n, row = {}, 0, {}
				kept[a == nil and "" or a] = row
			end
			row[b == nil and "" or b] = result
		end
		return result
	end
end

function book.add_calculations(list, path)
	if type(list) ~= "table" then
		complain(path, "must return a list of calculations")
	end
	for _, c in ipairs(list) do
		local space, name = tostring(c.name):match("^(%l+)%.([%l_]+)$")
		if not space or type(c.compute) ~= "function" or type(c.inputs) ~= "table" then
			complain(path, "a calculation needs a name like area.what, inputs and compute")
		end
		if book.calculations[c.name] then
			complain(path, "calculation %s stands twice", c.name)
		end
		book.calculations[c.name] = c
		local inner = book.namespaces[space] and getmetatable(book.namespaces[space]).frozen
		if not inner then
			inner = {}
			book.namespaces[space] = setmetatable({}, { __index = inner, frozen = inner,
				__newindex = function() error("calculations cannot be replaced", 2) end })
		end
		inner[name] = remember(c.compute, c.inputs)
	end
end

local function guard_of(path, r, field, wanted)
	if wanted == host.present then
		return { field = field, present = true }
	end
	if wanted == host.absent then
		return { field = field, absent = true }
	end
	local values = type(wanted) == "table" and wanted or { wanted }
	local list = {}
	for i, v in ipairs(values) do
		if type(v) ~= "string" then
			complain(path, "rule %s: when.%s must be a code, a list of codes, present or absent", r.id, field)
		end
		list[i] = v
	end
	return { field = field, values = list }
end

function book.add_rule(r, path)
	if type(r) ~= "table" or type(r.id) ~= "string" or type(r.judge) ~= "function" then
		complain(path, "must return a table with id and judge")
	end
	for _, needed in ipairs({ "type", "basis", "from", "jurisdiction" }) do
		if type(r[needed]) ~= "string" then
			complain(path, "rule %s: %s is missing", r.id, needed)
		end
	end
	local rule = { id = r.id, type = r.type, judge = r.judge, reads = {}, guards = {},
		from = day_of(path, r.from, "from"), to = day_of(path, r.to, "to") }
	for i, field in ipairs(r.reads or {}) do
		rule.reads[i] = field
	end
	for field, wanted in next, r.when or {} do
		rule.guards[#rule.guards + 1] = guard_of(path, r, field, wanted)
	end
	table.sort(rule.guards, function(a, b) return a.field < b.field end)
	for _, edge in ipairs({ rule.from, rule.to and rule.to + 1 }) do
		if edge > today and (not book.next_edge or edge < book.next_edge) then
			book.next_edge = edge
		end
	end
	rule.in_force = rule.from <= today and (not rule.to or today <= rule.to)
	return rule
end

-- The keys of a table in order, for the host.
function book.sorted(t)
	local keys, meta = {}, getmetatable(t)
	for k in next, meta and meta.frozen or t do
		keys[#keys + 1] = k
	end
	table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
	return keys
end

-- One row through a calculation: texts in, texts out, as the command line has them.
function book.calculate(name, texts)
	local c = book.calculations[name]
	if not c then
		error("there is no calculation " .. name, 0)
	end
	local given, out = {}, {}
	for i, input in ipairs(c.inputs) do
		given[input[1]] = host.read(input[2], texts[i], input[1])
	end
	local result = c.compute(given)
	for i, output in ipairs(c.outputs) do
		out[i] = host.write(output[2], result[output[1]])
	end
	return out
end

return book
