-- The rule book: parameters, calculations and rules, checked as they are loaded.  This text is
-- trusted and has Lua's own libraries; the texts it is given are not.  host holds C functions.
local host = ...
local book = { parameters = {}, parted = {}, namespaces = {}, calculations = {}, rules = {}, places = {},
	libraries = {}, next_edge = nil }
local today, subject
local taken = {}	-- what finders find goes by these names, and is settled in its own way
local loaded = {}	-- modules by their names; none: it does not matter which are
local DEPTH_MOST = 8

local function complain(path, ...)
	error(path .. ": " .. string.format(...), 0)
end

-- Shared by all views: results are kept by the ten thousand.
local function frozen_length(view)
	return #getmetatable(view).frozen
end

local function unchangeable()
	error("parameters and results cannot be changed", 2)
end

-- Read-only view: what one rule is given must be what the next one gets.
local function freeze(value)
	local meta = type(value) == "table" and getmetatable(value)
	if type(value) ~= "table" or meta and meta.frozen then
		return value
	end
	local inner = {}
	for k, v in next, value do
		inner[k] = freeze(v)
	end
	return setmetatable({}, { __index = inner, frozen = inner, __len = frozen_length,
		__newindex = unchangeable })
end

book.freeze = freeze
book.namespaces.lib = setmetatable({}, { __index = book.libraries, frozen = book.libraries, __newindex = unchangeable })

local function kept_for_good()
	error("what a text keeps cannot be changed while it is asked; use a local of the function", 2)
end

local function no_globals(_, name)
	error("a rule cannot set the global \"" .. tostring(name) .. "\" while it judges; use local", 2)
end

-- Nothing may go from one person to the next: once a text is loaded, its tables and its environment cannot be
-- changed, and each call begins with the locals as they were then.  Gives what makes a function of it so.
local function guard(path, env)
	local source, sealed = "@" .. path, { [env] = env }
	local seal, list, visited

	local function seal_table(t)
		local inner = {}
		sealed[t] = setmetatable({}, { __index = inner, frozen = inner, __len = frozen_length,
			__newindex = kept_for_good })
		for k, v in next, t do inner[k] = seal(v) end
		return sealed[t]
	end

	-- Our own functions come from other texts and stay as they are; what pairs and gmatch give moves on by itself.
	local function seal_function(f)
		local info = debug.getinfo(f, "Su")
		if info.what == "C" and info.nups > 1 then complain(path, "keeps what pairs or gmatch gave; ask anew in each call") end
		if visited[f] or info.source ~= source then return end
		visited[f] = true
		for i = 1, 255 do
			local name, value = debug.getupvalue(f, i)
			if not name then return end
			local new = seal(value)
			if new ~= value then debug.setupvalue(f, i, new) end
			if type(value) ~= "function" and value ~= env then list[#list + 1] = { f, i, new } end
		end
	end

	function seal(value)
		local kind = type(value)
		if kind == "function" then
			seal_function(value)
		elseif kind == "table" then
			if sealed[value] then return sealed[value] end
			local meta = getmetatable(value)
			if not meta then return seal_table(value) end
			-- Sealed for another function of the text already, whose functions are also this one's.
			if meta.__newindex == kept_for_good and not visited[value] then
				visited[value] = true
				for _, v in next, meta.frozen do seal(v) end
			end
		end
		return value
	end

	list, visited = {}, {}
	local globals, inner = list, {}
	for k, v in next, env do inner[k] = seal(v) end
	for k in next, inner do env[k] = nil end
	setmetatable(inner, { __index = book.namespaces })
	setmetatable(env, { __index = inner, __newindex = no_globals })
	return function(f)
		list, visited = table.move(globals, 1, #globals, 1, {}), {}
		seal(f)
		local kept = list
		if #kept == 0 then return f end
		return function(...)
			for i = 1, #kept do
				local k = kept[i]
				debug.setupvalue(k[1], k[2], k[3])
			end
			return f(...)
		end
	end
end

local function day_of(path, text, what)
	local day = text and host.date_or_nil(text)
	if text and not day then
		complain(path, "%s \"%s\" is not a date", what, tostring(text))
	end
	return day
end

function book.settings(day, place, about, names, modules)
	today, subject, book.next_edge = day, about, nil
	for name in names:gmatch("%S+") do taken[name] = true end
	for name in modules:gmatch("%S+") do loaded[name] = true end
	book.set_home(day, place)
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

-- Names go into keys and onto screens.
local function check_name(path, what, name, shape, most)
	if type(name) ~= "string" or #name > most or not name:match(shape) then
		complain(path, "%s is not a name for %s: small letters, digits and _", host.shown(tostring(name)), what)
	end
end

local function check_place(path, place)
	if place:find(" ", 1, true) or not host.chain(place) then
		complain(path, "\"%s\" is not a jurisdiction (expected a code like CN-33)", host.shown(place))
	end
end

-- What is wrong with a value of a parameter: all of it must be fit to be stored and shown.
local function value_fault(value, depth)
	local kind = type(value)
	if kind == "string" then
		return not host.is_plain(value) and "a text is too long, or has characters that cannot be shown"
	elseif kind == "number" then
		return (value ~= value or math.abs(value) == math.huge) and "a number is not finite"
	elseif kind ~= "table" then
		return kind ~= "boolean" and "a value cannot be a " .. kind
	elseif depth == DEPTH_MOST then
		return "a table is more than " .. DEPTH_MOST .. " deep"
	end
	for k, v in next, value do
		local fault = value_fault(k, DEPTH_MOST) or value_fault(v, depth + 1)
		if fault then return fault end
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
		local fault = value_fault(v.value, 0)
		local value = not fault and freeze(v.value)
		fault = fault and ": " .. fault or book.work_fault(p.name, value)
		if fault then
			complain(path, "parameter %s: value %d: %s", p.name, i, p.name .. fault)
		end
		values[i] = { from = from, to = to, value = value, basis = type(v.basis) == "string" and v.basis or nil,
			words = book.words_of(path, p.name, v.words) }
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

-- Each key of a table that several texts make belongs to one of them.
local function check_part(path, p, other)
	for _, v in ipairs(p.values) do
		for _, w in ipairs(other.values) do
			for _, key in ipairs(book.sorted(v.value)) do
				if w.value[key] ~= nil then
					complain(path, "parameter %s: \"%s\" is also defined in %s", p.name, tostring(key), other.path)
				end
			end
		end
	end
end

-- A text may give a part of a table alone: parts are put together when they are asked for.
local function check_parts(path, p, entry, known)
	if p.part ~= nil then
		check_name(path, "a part", p.part, "^%l[%l%d_]*$", 40)
	end
	for _, other in ipairs(known) do
		if other.jurisdiction == p.jurisdiction and other.part == entry.part then
			complain(path, "parameter %s is defined twice for %s", p.name, p.jurisdiction)
		end
		if other.part ~= entry.part then
			book.parted[p.name] = true
			for _, one in ipairs({ entry, other }) do
				if type(one.values[1].value) ~= "table" then
					complain(path, "parameter %s: only a table can have parts", p.name)
				end
			end
			check_part(path, { name = p.name, values = entry.values }, other)
		end
	end
end

function book.add_parameters(list, path)
	if type(list) ~= "table" then
		complain(path, "must return a list of parameters")
	end
	for _, p in ipairs(list) do
		if type(p.name) ~= "string" or type(p.jurisdiction) ~= "string" then
			complain(path, "a parameter needs name and jurisdiction")
		end
		check_name(path, "a parameter", p.name, "^%l[%w_]*%.[%w_.]*%w$", 100)
		check_place(path, p.jurisdiction)
		local known = book.parameters[p.name] or {}
		local entry = { jurisdiction = p.jurisdiction, title = p.title, unit = p.unit, basis = p.basis, path = path,
			part = p.part or "", values = check_values(path, p), words = book.words_of(path, p.name, p.words),
			columns = book.columns_of(path, p), scales = book.scales_of(path, p) }
		check_parts(path, p, entry, known)
		known[#known + 1] = entry
		book.places[p.jurisdiction] = true
		book.parameters[p.name] = known
		book.note_edges(entry.values)
	end
end

-- Functions that several texts share, as lib.NAME, by the name of the file.
function book.add_library(functions, path, env)
	if type(functions) ~= "table" then
		complain(path, "must return a table of functions")
	end
	local guarded, inner = guard(path, env), {}
	for _, name in ipairs(book.sorted(functions)) do
		if type(name) ~= "string" or type(functions[name]) ~= "function" then
			complain(path, "must return a table of functions")
		end
		inner[name] = guarded(functions[name])
	end
	book.libraries[path:match("([%w_]+)%.lua$") or ""] = freeze(inner)
end

local types = { code = true, text = true, day = true, month = true, number = true, count = true,
	yuan = true, ["yes/no"] = true, json = true, say = true, ["yes/no/unknown"] = true, share = true, week = true,
	quarter = true, year = true, money = true, list = true }
book.types = types

-- Inputs and outputs: name, type, unit, meaning, and for an input that may be empty "optional", or default = what counts
-- in its place.  A type may be a list of words; the fields of a list stand in the unit's place.
local function check_ports(path, c, which)
	for _, port in ipairs(type(c[which]) == "table" and c[which] or {}) do
		local is_whole = type(port) == "table" and type(port[1]) == "string"
			and (port[2] == "list" or type(port[3]) == "string" and type(port[4]) == "string")
		if not is_whole then
			complain(path, "%s: %s need name, type, unit and meaning", c.name, which)
		end
		local fault = book.ports.fault(port, types)
		if fault then
			complain(path, "%s: %s %s", c.name, port[1], fault)
		end
		local ok, what = pcall(book.ports.read_default, port, c.jurisdiction)
		if not ok then complain(path, "%s: default: %s", c.name, what) end
	end
end

function book.add_calculations(list, path, env)
	if type(list) ~= "table" then
		complain(path, "must return a list of calculations")
	end
	local guarded = guard(path, env)
	for _, c in ipairs(list) do
		local space, name = tostring(c.name):match("^(%l+)%.([%l_]+)$")
		if not space or space == "lib" or type(c.compute) ~= "function" or type(c.inputs) ~= "table"
			or type(c.outputs) ~= "table" then
			complain(path, "a calculation needs a name like area.what, inputs, outputs and compute")
		end
		check_ports(path, c, "inputs")
		check_ports(path, c, "outputs")
		c.told = book.words_of(path, c.name, c.words)
		c.compute = guarded(c.compute)
		local is_first = book.add_version(path, c)
		local inner = book.namespaces[space] and getmetatable(book.namespaces[space]).frozen
		if not inner then
			inner = {}
			book.namespaces[space] = setmetatable({}, { __index = inner, frozen = inner,
				__newindex = function() error("calculations cannot be replaced", 2) end })
		end
		inner[name] = is_first and book.callable(c.name) or inner[name]
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

-- Are the modules here whose facts the rule reads?
local function has_needs(path, r)
	local needs = type(r.needs) == "table" and r.needs or { r.needs }
	for _, name in ipairs(needs) do
		check_name(path, "a module", name, "^%l[%l%d_]*$", 40)
		if next(loaded) and not loaded[name] then return false end
	end
	return true
end

function book.add_rule(r, path, env)
	if type(r) ~= "table" or type(r.id) ~= "string" or type(r.judge) ~= "function" then
		complain(path, "must return a table with id and judge")
	end
	for _, needed in ipairs({ "type", "basis", "from", "jurisdiction" }) do
		if type(r[needed]) ~= "string" then
			complain(path, "rule %s: %s is missing", r.id, needed)
		end
	end
	check_name(path, "a rule", r.id, "^%l[%l%d_]*%.%l[%l%d_]*$", 90)
	check_name(path, "a kind of task", r.type, "^%l[%l%d_]*$", 40)
	check_place(path, r.jurisdiction)
	if taken[r.id] or taken[r.type] then
		complain(path, "rule %s: %s belongs to the program", r.id, taken[r.type] and r.type or r.id)
	end
	if r.about ~= nil then
		check_name(path, "a subject", r.about, "^%l[%l%d_]*$", 40)
	end
	if not has_needs(path, r) then return false end
	book.places[r.jurisdiction] = true
	book.rules[r.id] = { title = tostring(r.title or ""), basis = r.basis, from = r.from,
		to = r.to and tostring(r.to) or "", jurisdiction = r.jurisdiction, words = book.words_of(path, r.id, r.words) }
	local rule = { id = r.id, type = r.type, judge = guard(path, env)(r.judge), reads = {}, guards = {},
		jurisdiction = r.jurisdiction,
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
	return (subject == "*" or (r.about or "person") == subject) and rule
end

local function by_text(a, b)
	return tostring(a) < tostring(b)
end

-- The keys of a table, also of one that cannot be changed: as texts, or in the order given.
function book.sorted(t, before)
	local keys, meta = {}, getmetatable(t)
	for k in next, meta and meta.frozen or t do
		keys[#keys + 1] = k
	end
	table.sort(keys, before or by_text)
	return keys
end

-- What a calculation is, for the command line: texts in a fixed order.
function book.describe()
	local all = {}
	for _, name in ipairs(book.sorted(book.calculations)) do
		local c = book.calculations[name]
		local texts = { c.name, c.title or "", c.jurisdiction or "", c.basis or "",
			tostring(#c.inputs), tostring(#c.outputs) }
		for _, ports in ipairs({ c.inputs, c.outputs }) do
			for _, port in ipairs(ports) do
				local is_list = port[2] == "list"
				for _, text in ipairs({ port[1], book.ports.type_text(port), is_list and book.ports.fields_text(port)
					or port[3], port[4] or "", book.ports.is_optional(port) and "optional" or "" }) do
					texts[#texts + 1] = text
				end
			end
		end
		for _, text in ipairs(texts) do all[#all + 1] = text end
	end
	return all
end

return book
