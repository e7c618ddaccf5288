-- Where and when a text runs: parameters are found, results kept and everything explained for one
-- place and one day at a time.  Trusted, like the prelude, whose table book is.
local host, book = ...
local home, context
local contexts, n_contexts = {}, 0
local CONTEXTS_MOST, DAYS_MOST, MEMO_MOST, LINES_MOST = 1100, 1000, 40000, 20000
local NIL, NO_LAW = {}, {}

-- Explaining: the lines so far, nil while nobody asks; which parameters were told already.
local trace, told, calls, call, depth = nil, nil, 0, 0, 0

local function forget()
	contexts, n_contexts = {}, 0
end

-- The context of a place on a day, without one the settings'; "" is the place of the settings.
function book.enter(place, day)
	place = place == "" and home.place or place
	local key = day and place .. "\0" .. day or place
	context = contexts[key]
	if context then return end
	local chain = host.chain(place)
	if not chain then error(host.T("jurisdiction: invalid place \"%s\" (expected a code like CN-33)", place), 0) end
	if n_contexts == CONTEXTS_MOST then forget() end
	context = { chain = chain, place = chain[1], day = day or home.day, values = {}, days = {}, n_days = 0,
		kept = {}, n_kept = 0, chosen = {} }
	contexts[key] = context
	n_contexts = n_contexts + 1
end

-- The nearest place that any text names: what lies in it is told apart by none.  Places no code names
-- are the settings' own.
function book.nearest(place)
	local chain = host.chain(place) or host.chain(home.place)
	for _, code in ipairs(chain) do
		if book.places[code] then return code end
	end
	return chain[#chain]
end

-- A rule speaks in its own place and in all that lies there.
function book.applies(jurisdiction, place)
	local chain = host.chain(place)
	local code = (host.chain(jurisdiction) or {})[1]
	for _, p in ipairs(chain) do
		if p == code then return true end
	end
	return false
end

function book.set_home(day, place)
	home = { day = day, place = place }
	forget()
	book.enter("")
end

-- What the command line put in place of parameters and their entries, by name.
local sets = {}

-- A line more at the end of a list is like its first one.
local function has(value, path)
	for _, key in ipairs(path) do
		if type(value) ~= "table" then return nil end
		local inner = value[key]
		value = inner == nil and #value > 0 and key == #value + 1 and value[1] or inner
	end
	return value
end

-- Any value that the entry has or had tells its type.
local function example(name, path)
	for _, entry in ipairs(book.parameters[name] or {}) do
		for _, v in ipairs(entry.values) do
			local found = has(v.value, path)
			if found ~= nil then return found end
		end
	end
end

-- What a number becomes by "+0.1", "*1.05" or "off"; other texts stand in its place.
local function change_of(like, text)
	local op, by = text:match("^([+*])(.+)$")
	if text == "off" and type(like) ~= "string" and type(like) ~= "table" then
		return math.type(like) and 0 or false
	elseif not op or not math.type(like) then
		return host.parse(like, text)
	end
	local n = host.parse(like, by)
	return n and function(value) return op == "+" and value + n or op == "*" and value * n end
end

-- "pension.divisor.60" is the entry 60 of the parameter pension.divisor.
function book.set(whole, text)
	local name, path = whole, {}
	while not book.parameters[name] do
		local before, last = name:match("^(.+)%.([^.]+)$")
		if not before then error(host.T("no parameter named \"%s\"", whole), 0) end
		name = before
		table.insert(path, 1, math.tointeger(tonumber(last)) or last)
	end
	local like = example(name, path)
	if like == nil then error(host.T("no parameter named \"%s\"", whole), 0) end
	local ok, value = pcall(change_of, like, text)
	if not ok or value == nil then
		error(host.T("%s: invalid value \"%s\" for this parameter", whole, text), 0)
	end
	sets[name] = sets[name] or {}
	table.insert(sets[name], { path = path, value = value })
	forget()
end

local function replaced(value, path, i, new)
	if i > #path and type(new) == "function" then return math.type(value) and new(value) or value end
	if i > #path then return new end
	local copy = {}
	for _, key in ipairs(book.sorted(value)) do copy[key] = value[key] end
	copy[path[i]] = replaced(copy[path[i]] or i < #path and {} or nil, path, i + 1, new)
	return copy
end

local function value_on(entry, day)
	for _, v in ipairs(entry.values) do
		if v.from <= day and (not v.to or day <= v.to) then return v end
	end
end

-- Of each part the nearest place's, put together.
local function find_parts(list, day)
	local found, merged, from, to, first = {}, {}, nil, nil, nil
	for _, place in ipairs(context.chain) do
		for _, entry in ipairs(list) do
			local v = entry.jurisdiction == place and not found[entry.part] and value_on(entry, day)
			if v then
				found[entry.part] = v
				first = (not first or entry.part == "") and entry or first
				from = math.max(from or v.from, v.from)
				to = v.to and math.min(to or v.to, v.to) or to
			end
		end
	end
	for _, part in ipairs(book.sorted(found)) do
		local value = found[part].value
		for _, key in ipairs(book.sorted(value)) do merged[key] = value[key] end
	end
	return first and { value = book.freeze(merged), from = from, to = to }, first
end

-- The nearest jurisdiction that has a value on the day wins: the value, where and since when.
local function find(name, day)
	if book.parted[name] then
		return find_parts(book.parameters[name], day)
	end
	for _, place in ipairs(context.chain) do
		for _, entry in ipairs(book.parameters[name] or {}) do
			local v = entry.jurisdiction == place and value_on(entry, day)
			if v then return v, entry end
		end
	end
end

book.find = find

-- The place in hand and what it lies in.
function book.chain()
	return context.chain
end

function book.home_place()
	return home.place
end

function book.home_day()
	return home.day
end

local function with_sets(name, v)
	local value = v and v.value
	for _, set in ipairs(sets[name] or {}) do
		if value ~= nil or #set.path == 0 then value = replaced(value, set.path, 1, set.value) end
	end
	return sets[name] and book.freeze(value) or value
end

local function values_on(day)
	if not day or day == context.day then return context.values end
	local values = context.days[day]
	if not values then
		if context.n_days == DAYS_MOST then context.days, context.n_days = {}, 0 end
		values = {}
		context.days[day] = values
		context.n_days = context.n_days + 1
	end
	return values
end

-- One line of the explanation; fields that say nothing here are "".
function book.trace_line(kind, name, value, unit, more)
	more = more or {}
	if #trace == LINES_MOST then return end
	trace[#trace + 1] = { kind, tostring(call), tostring(depth), name or "", value or "", unit or "",
		more.place or "", more.from or "", more.to or "", more.text or "", more.basis or "" }
end

local function tell_parameter(name, day, value)
	local v, entry = find(name, day)
	entry = entry or book.parameters[name][1]
	if told[name .. day] then return end
	told[name .. day] = true
	local text, unit = book.ports.shown(entry.jurisdiction, entry.unit, value)
	book.trace_line("parameter", name, text, unit, {
		place = v and entry.jurisdiction or "", basis = v and v.basis or entry.basis,
		from = v and host.day(v.from), to = v and v.to and host.day(v.to),
		text = sets[name] and "set" or type(entry.title) == "string" and entry.title or "" })
	book.tell_words(v and (v.words or entry.words))
end

-- What a text goes by where no place has a value on the day.  A name that no text has is a slip, never a default.
local function without_law(name, day, more)
	if book.parameters[name] and type(more) == "table" and more.default ~= nil then
		if trace then
			local text, unit = book.ports.shown(context.place, book.parameters[name][1].unit, more.default)
			book.trace_line("default", name, text, unit, { text = "no law on this day" })
		end
		return book.freeze(more.default)
	end
	local on = host.day(day)
	if book.is_calculating then
		error(host.T("parameter %s has no value on %s in %s", tostring(name), on, context.place), 0)
	end
	error("parameter " .. tostring(name) .. " has no value on " .. on .. " in " .. context.place, 3)
end

-- The parameter's value on the day in force, or on another one; more: { default = ... }, behind the day or alone.
function book.param(name, day, more)
	if type(day) == "table" then day, more = nil, day end
	local values = values_on(day)
	local value = values[name]
	if value == nil then
		value = with_sets(name, (find(name, day or context.day)))
		if value == nil then value = NO_LAW end
		values[name or NIL] = value
	end
	if value == NO_LAW then
		value = without_law(name, day or context.day, more)
	elseif trace then
		tell_parameter(name, day or context.day, value)
	end
	return value
end

function book.trace_start()
	trace, told, calls, call, depth = {}, {}, 0, 0, 0
end

-- A rule is number 0, and what it asks stands below it.
function book.trace_rule(id)
	local r = book.rules[id]
	book.trace_start()
	book.trace_line("rule", id, "", "", { text = r.title, basis = r.basis, place = r.jurisdiction,
		from = r.from, to = r.to })
	depth = 1
	book.tell_words(r.words)
end

-- One line of the rule itself; the last ones also after a calculation that failed.
function book.trace_of_rule(kind, name, value, unit, text)
	if kind ~= "fact" and kind ~= "reached" then call, depth = 0, 1 end
	book.trace_line(kind, name, value, unit, { text = text })
end

function book.trace_lines()
	local lines = trace
	trace = nil
	return lines
end

-- Whether somebody asks how it came about: what is told alone is worked out only then.
function book.explained()
	return trace ~= nil
end

-- A value on the way, with what it is called; it is given back.
function book.step(label, value, unit)
	if trace then
		local text, rest = book.ports.shown(context.place, unit, value)
		book.trace_line("step", label, unit == rest and host.write(unit or "", value) or text, rest)
	end
	return value
end

-- A month may be given as a day in it, which counts: it is not cut off.
local function input_text(input, value)
	if input[2] == "month" and math.type(value) == "integer" then
		local day = host.day(value)
		if day:sub(-2) ~= "01" then return day end
	end
	return book.ports.write(input, value)
end

local function unit_of(port)
	return type(port[3]) == "string" and port[3] or ""
end

-- texts: the inputs as they were given; without them, as they would have to be given.
local function explained(c, given, texts)
	book.trace_line("call", c.name, "", "", { text = c.title, basis = c.basis, place = c.jurisdiction,
		from = c.from, to = c.to })
	local outer = call
	calls = calls + 1
	call, depth = calls, depth + 1
	book.tell_words(c.told)
	for i, input in ipairs(c.inputs) do
		book.trace_line("input", input[1], texts and texts[i] ~= "" and texts[i] or input_text(input, given[input[1]]),
			unit_of(input), { text = input[4] })
	end
	local result = c.compute(given)
	for _, output in ipairs(c.outputs) do
		book.trace_line("output", output[1], book.ports.write(output, result[output[1]]), unit_of(output),
			{ text = output[4] })
	end
	call, depth = outer, depth - 1
	return result
end

local function by_name(c, ...)
	local given = {}
	for i, input in ipairs(c.inputs) do
		local v = select(i, ...)
		-- A fact that is a list comes as its text.
		if input[2] == "list" and type(v) == "string" then v = book.ports.read(input, v) end
		if v == nil then v = input.default end
		given[input[1]] = v
	end
	return given
end

local function row_of(kept, key)
	local row = kept[key]
	if row == nil then
		row = {}
		kept[key] = row
	end
	return row
end

-- The text of a calculation that counts here, today.
local function in_force(name)
	local c = context.chosen[name]
	if not c then
		c = book.choose(name, context.chain, context.day)
		if not c then
			error(host.T("calculation %s is not in force on %s in %s", name, host.day(context.day), context.place), 0)
		end
		context.chosen[name] = c
	end
	return c
end

-- The calculation as rules call it, inputs by place.  Results of few inputs are kept: many persons
-- share a birth month and a category, none a list.  Nothing is kept while it is explained.
function book.callable(name)
	local inputs = book.calculations[name].inputs
	local is_kept = #inputs <= 2
	for _, input in ipairs(inputs) do is_kept = is_kept and input[2] ~= "list" end
	return function(...)
		local c = in_force(name)
		if trace then return book.freeze(explained(c, by_name(c, ...))) end
		-- While texts are tested every call is a call: its comparisons are looked at.
		if not is_kept or book.forgets then return book.freeze(c.compute(by_name(c, ...))) end
		local a, b = ...
		if a == nil then a = NIL end
		if b == nil then b = NIL end
		local row = row_of(row_of(context.kept, c), a)
		local result = row[b]
		if result == nil then
			result = book.freeze(c.compute(by_name(c, ...)))
			if context.n_kept == MEMO_MOST then context.kept, context.n_kept = {}, 0 end
			row_of(row_of(context.kept, c), a)[b] = result
			context.n_kept = context.n_kept + 1
		end
		return result
	end
end

-- The day of the row; a rule is not asked anew when a day passes, so it asks reached(day).
function book.today()
	if host.is_judging() then error("a rule cannot ask what day it is; ask reached(day)", 2) end
	return context.day
end

-- One row through a calculation: texts in, texts out, as the command line has them; day is that of the row or nil.
function book.calculate(name, place, texts, day)
	if not book.calculations[name] then error("there is no calculation " .. name, 0) end
	book.is_calculating = true
	book.enter(place, day and host.read("day", day, "on", true))
	local c = in_force(name)
	local given = book.ports.read_row(c, texts)
	local out = book.ports.write_row(c, trace and explained(c, given, texts) or c.compute(given))
	book.is_calculating = false
	return out
end

function book.leave()
	book.is_calculating = false
	book.enter("")
end
