-- What the texts say about themselves, read from their trees without running them: parameters,
-- calculations and rules with the lines they stand on.  What is worked out at load time is not
-- known here, and nobody complains about it.
local host, tools = ...
local entries = {}
tools.entries = entries

-- Top-level locals that are set once.
local function constants(block)
	local known = {}
	for _, s in ipairs(block) do
		if s.kind == "local function" then
			known[s.name] = s.value
		end
		for i, name in ipairs(s.kind == "local" and s.names or {}) do
			known[name] = s.values[i]
		end
	end
	return known
end

-- The node that stands for this one: a local of the text is looked up.
local function resolve(e, node)
	local seen = 0
	while node and (node.kind == "paren" or node.kind == "name") and seen < 20 do
		node, seen = node.kind == "paren" and node.inner or e.constants[node.name], seen + 1
	end
	return node
end

-- Its value when it is a text, a number or yes or no.
function entries.value(e, node)
	node = resolve(e, node)
	if not node then
		return nil
	end
	if node.kind == "string" or node.kind == "number" then
		return node.value
	end
	-- A marked text is the text itself.
	if node.kind == "call" and node.callee.kind == "name" and node.callee.name == "L" then
		return entries.value(e, node.arguments[1])
	end
	if node.kind == "true" or node.kind == "false" then
		return node.kind == "true"
	end
	if node.kind == "unary" and node.op == "-" then
		local v = entries.value(e, node.inner)
		return math.type(v) and -v
	end
	if node.kind == "binary" and node.op == ".." then
		local a, b = entries.value(e, node.left), entries.value(e, node.right)
		return type(a) == "string" and type(b) == "string" and a .. b or nil
	end
end

-- What kind of value stands there, when that is known: number, text, yes/no, a list or a table.
function entries.shape(e, node)
	local v, items = entries.value(e, node), entries.items(e, node)
	if items then
		return items[1] and "a list" or #items.order > 0 and "a table" or nil
	end
	return math.type(v) and "a number" or type(v) == "string" and "a text" or type(v) == "boolean" and "yes or no" or nil
end

-- The items of a table by key; entries without one are numbered.  nil when it is no table.  Remembered: the same table is
-- asked for by each who looks at one of its items.
function entries.items(e, node)
	node = resolve(e, node)
	if not node or node.kind ~= "table" then
		return nil
	end
	if e.tables[node] then
		return e.tables[node]
	end
	local items, n = { node = node, line = node.line, order = {} }, 0
	for _, item in ipairs(node.items) do
		local key
		if item.key then
			key = entries.value(e, item.key)
		else
			n = n + 1
			key = n
		end
		if key ~= nil then
			items[key] = item
			items.order[#items.order + 1] = { key = key, line = item.line, value = item.value }
		end
	end
	e.tables[node] = items
	return items
end

function entries.field(e, items, key)
	return items and items[key] and entries.value(e, items[key].value)
end

-- The list in a field: its items one by one.
function entries.list(e, items, key)
	local inner, list = items and items[key] and entries.items(e, items[key].value), {}
	for i, item in ipairs(inner or {}) do
		list[i] = item
	end
	return list, inner
end

-- The words of an enumeration as a set and in order, when the type is a list of them.
local function words_of(e, node)
	local items = node and entries.items(e, node)
	local words = items and { list = {} }
	for i, item in ipairs(items or {}) do
		words.list[i] = tostring(entries.value(e, item.value))
		words[words.list[i]] = true
	end
	return words
end

local function type_of(e, node)
	local words = words_of(e, node)
	return words and "enumeration" or entries.value(e, node), words
end

-- The fields of a list of records: name, type, perhaps unit, perhaps "optional" or a default; of a list the fields.
local fields_of

function fields_of(e, node)
	local items, fields = entries.items(e, node), {}
	for i, item in ipairs(items or {}) do
		local f = entries.items(e, item.value) or {}
		local third, fourth = entries.field(e, f, 3), entries.field(e, f, 4)
		local kind, words = type_of(e, f[2] and f[2].value)
		fields[i] = { line = item.line, items = f, name = entries.field(e, f, 1), type = kind, words = words,
			fields = kind == "list" and f[3] and fields_of(e, f[3].value) or nil,
			unit = third ~= "optional" and third or "",
			is_optional = third == "optional" or fourth == "optional" or f.default ~= nil }
		fields[fields[i].name or false] = fields[i]
	end
	return items and fields
end

-- is_open: some are worked out by a function of the text, so that not all are known.
local function ports(e, items, key)
	local found, inner = entries.list(e, items, key)
	local list = { is_open = items[key] ~= nil and inner == nil }
	for i, item in ipairs(found) do
		local port = entries.items(e, item.value)
		list.is_open = list.is_open or port == nil
		local kind, words = type_of(e, port and port[2] and port[2].value)
		list[i] = { line = item.line, items = port, name = entries.field(e, port, 1), type = kind, words = words,
			fields = kind == "list" and port[3] and fields_of(e, port[3].value) or nil,
			unit = entries.field(e, port, 3), meaning = entries.field(e, port, 4) or "",
			fifth = entries.field(e, port, 5), is_optional = port and (port[5] or port.default) ~= nil }
		list[list[i].name or false] = list[i]
	end
	return list
end

local function read_values(e, items)
	local list, inner = entries.list(e, items, "values")
	local values = { is_table = inner ~= nil }
	for i, item in ipairs(list) do
		local v = entries.items(e, item.value)
		values[i] = { line = item.line, items = v, from = entries.field(e, v, "from"), to = entries.field(e, v, "to"),
			value = v and v.value and entries.value(e, v.value.value),
			shape = v and v.value and entries.shape(e, v.value.value),
			has_value = v and v.value ~= nil }
	end
	return values
end

local function read_case(e, item, given)
	local c = entries.items(e, item.value)
	return { line = item.line, items = c, name = entries.field(e, c, 1), on = entries.field(e, c, "on"),
		place = entries.field(e, c, "place"), within = entries.field(e, c, "within"),
		given = c and c[given] and entries.items(e, c[given].value),
		gives = c and c.gives and entries.items(e, c.gives.value) }
end

local function read_cases(e, entry, given)
	local list, inner = entries.list(e, entry.items, "cases")
	entry.cases = { is_table = inner ~= nil }
	for i, item in ipairs(list) do
		entry.cases[i] = read_case(e, item, given)
	end
end

local function entry_of(e, items, kind)
	local entry = { kind = kind, items = items, line = items.line, path = e.path }
	for _, key in ipairs({ "name", "id", "about", "title", "jurisdiction", "from", "to", "basis", "unit", "type", "part" }) do
		entry[key] = entries.field(e, items, key)
	end
	if kind == "p" then
		entry.values = read_values(e, items)
	elseif kind == "c" then
		entry.inputs, entry.outputs = ports(e, items, "inputs"), ports(e, items, "outputs")
		entry.compute = items.compute and resolve(e, items.compute.value)
		read_cases(e, entry, "given")
	else
		entry.reads = {}
		for i, item in ipairs((entries.list(e, items, "reads"))) do
			entry.reads[i] = { line = item.line, name = entries.value(e, item.value) }
		end
		local need = entries.field(e, items, "needs")
		entry.needs = { type(need) == "string" and need or nil }
		for _, item in ipairs((entries.list(e, items, "needs"))) do
			entry.needs[#entry.needs + 1] = entries.value(e, item.value)
		end
		entry.when = items.when and entries.items(e, items.when.value)
		entry.judge = items.judge and resolve(e, items.judge.value)
		read_cases(e, entry, "facts")
	end
	return entry
end

-- Entries that a function of the text makes one by one: a table with a name and what belongs to it.
local function read_made(e, kind)
	local mark, known = kind == "p" and "values" or "compute", {}
	for _, entry in ipairs(e.list) do
		known[entry.items.node] = true
	end
	tools.syntax.walk(e.block, function(node)
		local items = node.kind == "table" and not known[node] and entries.items(e, node)
		if items and items.name and items[mark] then
			known[node] = true
			e.list[#e.list + 1] = entry_of(e, items, kind)
		end
	end)
end

-- The text as a list of entries; e.returned is false when it does not end with a table.
function entries.read(path, kind, text)
	local block = tools.syntax.parse(text)
	local last = block[#block]
	local e = { path = path, kind = kind, block = block, text = text, constants = constants(block), tables = {}, list = {} }
	local outer = last and last.kind == "return" and entries.items(e, last.values[1])
	e.returned = outer ~= nil and outer ~= false
	if kind == "r" and outer then
		e.list[1] = entry_of(e, outer, kind)
	end
	for _, item in ipairs(kind ~= "r" and outer or {}) do
		local items = entries.items(e, item.value)
		if items then
			e.list[#e.list + 1] = entry_of(e, items, kind)
		end
	end
	if kind ~= "r" and text:find("function", 1, true) then
		read_made(e, kind)
	end
	return e
end

-- Days as the texts write them; nil when there is no such day.
function entries.day(text)
	return type(text) == "string" and host.date_or_nil(text) or nil
end
