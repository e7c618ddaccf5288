-- What is wrong with the texts, found without running them: syntax, the shape and validity of
-- entries, names, units.  Asked text by text, so that one bad text costs nobody else anything.
local host, tools = ...
local T, entries, units, flow, suggest = host.T, tools.entries, tools.units, tools.flow, tools.nearest.name
local wording = tools.wording
local check = {}
tools.check = check

local world = { facts = {}, subjects = {}, types = {}, parameters = {}, calculations = {}, rules = {}, spaces = {}, used = {} }
local unread = {}	-- texts that Lua does not read: what they define is not known, and not missed in others

function world.is_unread(name)
	for _, text in ipairs(unread) do
		if text:find(name, 1, true) then
			return true
		end
	end
	return false
end

local texts, findings = {}, {}

-- What is wrong and what to do are said with T, so that the program can say them in the reader's language.
local function add(path, line, what, todo, is_remark)
	findings[#findings + 1] = { path = path, line = line or 1, kind = is_remark and "remark" or "finding",
		what = what, todo = todo, text = what .. todo }
end

local function take_findings()
	table.sort(findings, function(a, b)
		if a.path ~= b.path then
			return a.path < b.path
		end
		return a.line ~= b.line and a.line < b.line or a.line == b.line and a.text < b.text
	end)
	local out, before = {}, nil
	for _, f in ipairs(findings) do
		local key = f.path .. f.line .. f.text
		if key ~= before then
			for _, text in ipairs({ f.path, tostring(f.line), f.kind, f.what, f.todo }) do
				out[#out + 1] = text
			end
		end
		before = key
	end
	findings = {}
	return out
end

check.add, check.take_findings = add, take_findings

-- The codes of a fact as a set and in order; nil where they are not known.
local function words_of(text)
	local words = { list = {} }
	for word in text:gmatch("%S+") do
		words[word], words.list[#words.list + 1] = true, word
	end
	return #words.list > 0 and words or nil
end

-- Facts as subject, name, unit, title, codes.
function check.facts(...)
	local given = { ... }
	local types = {}
	for _, fact in ipairs(host.facts()) do
		types[fact.name] = fact.type
	end
	for i = 1, #given, 5 do
		local about, name = given[i], given[i + 1]
		local fact = { name = name, unit = given[i + 2], title = given[i + 3], type = types[name],
			words = words_of(given[i + 4]) }
		world.subjects[about] = world.subjects[about] or {}
		world.subjects[about][name] = fact
		world.facts[name] = world.facts[name] or fact
	end
	world.env = host.environment()
	return {}
end

function check.world()
	return world, texts
end

-- Parameters that the modules' statements read; blanks between the names of one.
function check.asked(...)
	for _, names in ipairs({ ... }) do
		for name in names:gmatch("%S+") do world.used[name] = true end
	end
	return {}
end

-- The modules that are loaded: nothing is said about a rule that needs another one.
function check.modules(...)
	world.modules = {}
	for _, name in ipairs({ ... }) do
		world.modules[name] = true
	end
	return {}
end

local function has_needs(entry)
	for _, name in ipairs(entry and entry.needs or {}) do
		if world.modules and not world.modules[name] then
			return false
		end
	end
	return true
end

-- The kinds of task there are.
function check.task_types(...)
	for _, name in ipairs({ ... }) do
		world.types[name] = true
	end
	return {}
end

local cures = {
	["operators"] = T("use arithmetic and and, or, not"), ["UTF-8"] = T("save the file as UTF-8"),
	["hidden"] = T("delete it and type the place anew"),
}

local function refuse(path, message, todo)
	message = message:match("^[^\n]*")
	local line, what = message:match(":(%d+): (.*)$")
	for word, cure in next, cures do
		todo = message:find(word, 1, true) and cure or todo
	end
	add(path, tonumber(line), wording.of_lua(what or message), todo)
end

-- One finding says why Lua does not read a text.
local function refuse_unread(path, text, fault)
	local line, what, todo = wording.foreign_sign(text)
	if line then
		add(path, line, what, todo)
	else
		refuse(path, wording.with_sign(fault, text), T("the text is cut short or mistyped here"))
	end
	unread[#unread + 1] = text
end

local shapes = { p = T("a list of parameters"), c = T("a list of calculations"), r = T("one rule") }

local function same_ports(a, b)
	for i = 1, math.max(#a, #b) do
		if not a[i] or not b[i] or a[i].name ~= b[i].name or a[i].type ~= b[i].type then
			return a.is_open or b.is_open
		end
	end
	return true
end

-- Several texts of one name stand side by side, each in its place and days (checkrest); they take and give the same.
local function take_calculation(entry)
	local first = world.calculations[entry.name]
	if first and not (same_ports(first.inputs, entry.inputs) and same_ports(first.outputs, entry.outputs)) then
		add(entry.path, entry.line, T("%s has other inputs or outputs than in %s", entry.name, first.shown),
			T("give it another name, or the same inputs and outputs"))
	end
	world.calculations[entry.name] = first or entry
	first = first or entry
	first.versions = first.versions or {}
	first.versions[#first.versions + 1] = entry
	world.spaces[entry.name:match("^[^.]*")] = true
	entry.result = flow.result_of(entry)
	tools.syntax.walk(entry.compute or {}, function(node)
		if node.kind == "call" and node.callee.kind == "name" and node.callee.name == "today" then
			first.asks_today = true
		end
	end)
end

-- One id in two files: a rule belongs to its file.
local function take_rule(entry)
	local first = entry.id and world.rules[entry.id]
	if first then
		add(entry.path, entry.items.id.line, T("%s is the id of another rule, in %s", entry.id, first.shown),
			T("give this one an id of its own, or change that file"))
	elseif entry.id then
		world.rules[entry.id] = entry
	end
end

-- Takes a text in; only one that Lua accepts is looked at further.  shown: its file, as whoever asks knows it.
function check.define(path, kind, text, shown)
	local message = host.lint(path, text)
	if message then
		refuse(path, message, "")
		unread[#unread + 1] = text
		return take_findings()
	end
	local f, fault = load(text, "=(text)", "t", {})
	if not f then
		refuse_unread(path, text, fault)
		return take_findings()
	end
	if kind == "l" then
		-- Functions that others call: Lua and the loader have looked at them; what they ask for is asked for.
		for name in text:gmatch("param%(\"([%w_.]+)\"") do world.used[name] = true end
		return take_findings()
	end
	local ok, e = pcall(entries.read, path, kind, text)
	if not ok then
		add(path, 1, T("is too long or too deeply nested to be checked"), T("make it shorter"))
		return take_findings()
	end
	if not has_needs(e.list[1]) then
		return take_findings()
	end
	texts[path] = e
	for _, entry in ipairs(e.list) do
		local name, list = entry.name, world.parameters
		entry.shown = shown or path
		if kind == "r" then
			take_rule(entry)
		elseif kind == "p" and name then
			list[name] = list[name] or {}
			table.insert(list[name], entry)
		elseif name then
			take_calculation(entry)
		end
	end
	return take_findings()
end

local keys = {
	r = { "id", "about", "needs", "title", "jurisdiction", "from", "to", "basis", "words", "type", "reads", "when", "judge",
		"cases" },
	p = { "name", "part", "title", "jurisdiction", "unit", "basis", "words", "columns", "scales", "values" },
	c = { "name", "title", "jurisdiction", "from", "to", "basis", "words", "inputs", "outputs", "compute", "cases" },
	value = { "from", "to", "value", "basis", "words" },
	rule_case = { 1, "on", "place", "facts", "gives" },
	calculation_case = { 1, "on", "place", "given", "gives", "within" },
}
for kind, list in next, keys do
	local set = {}
	for _, key in ipairs(list) do
		set[key] = true
	end
	keys[kind] = set
end
local needed = {
	r = { "id", "title", "jurisdiction", "from", "basis", "type", "reads", "judge", "cases" },
	p = { "name", "jurisdiction", "basis", "values" },
	c = { "name", "jurisdiction", "basis", "inputs", "outputs", "compute", "cases" },
}
local cure_of = {
	basis = T("name the law and its article"), jurisdiction = T("CN, or the code of a place: CN-33"),
	cases = T("one for each way through, and one on each side of every limit"),
	from = T("the first day it is valid on"), values = T("at least one { from = ..., value = ... }"),
}

local function check_keys(path, items, kind, what)
	for _, item in ipairs(items and items.order or {}) do
		if not keys[kind][item.key] then
			add(path, item.line, T("%s has an unknown key \"%s\"", what, tostring(item.key)),
				suggest(item.key, keys[kind], T("take it out, or see lua/README.md")))
		end
	end
end

local function check_day(path, line, text, what)
	if text ~= nil and not entries.day(text) then
		add(path, line, T("%s \"%s\" is not a date", what, tostring(text)), T("write it as 2025-11-05"))
		return nil
	end
	return entries.day(text)
end

local function line_of(items, key, otherwise)
	return items and items[key] and items[key].line or otherwise
end

local function check_span(path, line, entry, what)
	local from = check_day(path, line_of(entry.items, "from", line), entry.from, "from")
	local to = check_day(path, line_of(entry.items, "to", line), entry.to, "to")
	if from and to and to < from then
		add(path, line, T("%s ends before it starts", what), T("exchange from and to"))
	end
	return from, to
end

local shape_names = { ["a number"] = T("a number"), ["a text"] = T("a text"), ["yes or no"] = T("yes or no"),
	["a list"] = T("a list"), ["a table"] = T("a table") }

-- A value of another shape than the one before is read by no text that reads that one; false stands for no law yet.
local function check_shape(path, entry)
	local before
	local per = (entry.unit or ""):match("^money (.+)$")
	local is_amount = (units.of(entry.unit) or {}).unit == "fen"
	if per and not units.periods[per] then
		add(path, entry.line, T("money is paid for no \"%s\"", per), T("there are %s", host.book.ports.periods_text))
	end
	for _, v in ipairs(entry.values) do
		local shape = v.value ~= false and v.shape
		if shape and before and shape ~= before then
			add(path, v.line, T("the value is %s, the one before it %s", shape_names[shape], shape_names[before]),
				T("a parameter keeps one shape; give the other one a name of its own"))
		end
		before = shape or before
		if entry.unit == "share" and math.type(v.value) and (v.value < 0 or v.value > 1) then
			add(path, v.line, T("%s is not a share between 0 and 1", tostring(v.value)), T("16 percent are 0.16"))
		elseif is_amount and math.type(v.value) == "float" then
			add(path, v.line, T("%s is no amount in whole minor units", tostring(v.value)), T("201050 is 2010.50 yuan"))
		end
	end
end

-- Every value of one parameter in one place, by day: no day twice, none left out in between.
local function check_values(path, entry)
	local list = {}
	for _, v in ipairs(entry.values) do
		check_keys(path, v.items, "value", T("a value"))
		if not v.items or not v.items.from then
			add(path, v.line, T("a value without from"), cure_of.from)
		end
		if v.items and not v.items.value then
			add(path, v.line, T("a validity without value"), T("add value = ..."))
		end
		local from, to = check_span(path, v.line, v, T("the value"))
		list[#list + 1] = from and { from = from, to = to, line = v.line } or nil
	end
	table.sort(list, function(a, b) return a.from < b.from end)
	for i = 2, #list do
		local before, after = list[i - 1], list[i]
		if before.from == after.from or (before.to and before.to >= after.from) then
			add(path, after.line, T("two values are valid on %s", host.day(after.from)), T("close the earlier one the day before"))
		elseif before.to and before.to + 1 < after.from then
			add(path, after.line, T("no value is valid from %s to %s", host.day(before.to + 1), host.day(after.from - 1)),
				T("let the values follow each other without a gap"))
		end
	end
	check_shape(path, entry)
	if entry.values.is_table and #entry.values == 0 then
		add(path, entry.line, T("the parameter has no values"), cure_of.values)
	end
end

-- What there is, where that is a line's worth.
local function suggest_of(known)
	return T("there are %s", table.concat(host.book.sorted(known), ", "))
end

local function check_known(path, line, name, known, what, otherwise)
	if name ~= nil and known[name] == nil then
		add(path, line, T("no %s named \"%s\"", what, tostring(name)), suggest(name, known, otherwise))
		return false
	end
	return name ~= nil
end

local the_facts = T("the facts are listed in lua/README.md")

-- The facts of what the rule is about.
local function facts_about(entry)
	return world.subjects[entry.about or "person"] or {}
end

-- A code that the fact never has.
local function check_code(path, line, fact, code)
	if fact and fact.words and not fact.words[code] then
		add(path, line, T("%s is never \"%s\"", fact.name, code), tools.nearest.word(code, fact.words))
	end
end

local function check_when(path, entry)
	entry.codes = {}
	for _, item in ipairs(entry.when and entry.when.order or {}) do
		local fact = check_known(path, item.line, item.key, facts_about(entry), T("fact"), the_facts)
			and facts_about(entry)[item.key]
		local e = texts[path]
		local list = entries.items(e, item.value)
		local codes, n = {}, 0
		for _, code in ipairs(list and list.order or { item }) do
			local v = entries.value(e, code.value)
			if type(v) == "string" then
				codes[v], n = true, n + 1
				check_code(path, code.line, fact, v)
			end
		end
		if n > 0 and fact and fact.type ~= "text" then
			add(path, item.line, T("when compares %s with a code, but it is %s", item.key, units.name(units.of_fact(fact))),
				T("when knows codes, present and absent; compare the rest in judge"))
		elseif n > 0 then
			entry.codes[#entry.codes + 1] = { field = item.key, codes = codes }
		end
	end
end

local fact_kinds = { date = T("a day"), int = T("a whole number"), bigint = T("a whole number"), text = T("a text"),
	boolean = T("true or false") }

local function fits_fact(kind, v)
	return kind == "text" and type(v) == "string" or kind == "boolean" and type(v) == "boolean"
		or kind ~= "text" and kind ~= "boolean" and math.type(v) == "integer"
end

local function check_case_facts(path, case, entry)
	for _, item in ipairs(case.given and case.given.order or {}) do
		local known = check_known(path, item.line, item.key, facts_about(entry), T("fact"), the_facts)
		local v = known and entries.value(texts[path], item.value)
		local fact = known and facts_about(entry)[item.key]
		local kind = fact and fact.type
		if kind == "date" and type(v) == "string" then
			check_day(path, item.line, v, item.key)
		elseif v ~= nil and known and not fits_fact(kind, v) then
			add(path, item.line, T("%s is %s, not \"%s\"", item.key, fact_kinds[kind], tostring(v)),
				T("write it as rules have it"))
		elseif type(v) == "string" then
			check_code(path, item.line, fact, v)
		end
	end
end

local function reporter(path)
	return function(line, what, todo) add(path, line, what, todo) end
end

local function check_ports_of_case(path, items, ports, what)
	for _, item in ipairs(items and not ports.is_open and items.order or {}) do
		if check_known(path, item.line, item.key, ports, what, T("it is not declared")) then
			tools.checkports.value(reporter(path), texts[path], ports[item.key], item)
		end
	end
end

-- In China a code of GB/T 2260, or twelve digits at most below it; elsewhere what the country says.
local function is_place(place)
	local digits = place:match("^CN%-(.*)$")
	return host.chain(place) and not place:find(" ", 1, true)
		and (not digits or digits:match("^%d+$") and (#digits == 2 or #digits == 4 or #digits == 6 or #digits == 9
			or #digits == 12))
end

local function check_place(path, line, place)
	if place and (type(place) ~= "string" or not is_place(place)) then
		add(path, line, T("\"%s\" is not a jurisdiction", tostring(place)), cure_of.jurisdiction)
	end
end

-- An input that may not be left out; a case with a place may leave out the jurisdiction.
local function check_missing(path, case, entry)
	for _, port in ipairs(case.given and entry.inputs or {}) do
		if port.name and not port.is_optional and not case.given[port.name] and port.name ~= "jurisdiction"
			and port.type ~= "yes/no" and port.type ~= "yes/no/unknown" then
			add(path, case.line, T("the case does not give \"%s\"", port.name), T("add it, or make the input \"optional\""))
		end
	end
end

-- A value as a text, its fields in the order of their names; nil when some of it is worked out.
local function flat(e, node)
	local items, v = entries.items(e, node), entries.value(e, node)
	if not items then
		return v ~= nil and type(v) .. " " .. tostring(v) or nil
	end
	local list = {}
	for i, item in ipairs(items.order) do
		local inner = flat(e, item.value)
		if not inner then return nil end
		list[i] = tostring(item.key) .. "=" .. inner
	end
	table.sort(list)
	return "{" .. table.concat(list, ",") .. "}"
end

-- A case without gives proves nothing; one that says the same as another is no second one.
local function check_worth(path, case, entry, seen)
	if case.items and not case.items.gives then
		add(path, case.line, T("the case does not say what is to come out"), T("add gives = ..."))
	end
	local given = case.items and case.items[entry.kind == "r" and "facts" or "given"]
	local text = given and flat(texts[path], given.value)
	local key = text and tostring(case.on) .. " " .. tostring(case.place) .. text
	if key and seen[key] then
		add(path, case.line, T("the case gives the same as the one in line %s", tostring(seen[key])), T("one of them must go"))
	end
	seen[key or case] = case.line
end

-- Is the word in a text of the rule or among the facts of the case, so that it may be the cause?
local function may_be_cause(path, entry, case, word)
	local is_there = false
	for _, part in ipairs({ entry.judge or {}, case.items.facts and case.items.facts.value or {} }) do
		tools.syntax.walk(part, function(node)
			is_there = is_there or node.kind == "string" and node.value:find(word, 1, true) ~= nil
		end)
	end
	return is_there
end

local answers = { nothing = true, task = true }

-- What a rule's case wants is nothing, a task, or the task's cause; a calculation's, outputs by name.
local function check_gives(path, case, entry)
	local item = case.items and case.items.gives
	local v = item and entries.value(texts[path], item.value)
	if v == nil then
		return
	elseif entry.kind == "c" then
		add(path, item.line, T("gives is not \"%s\" but the outputs by name", tostring(v)), T("write gives = { name = value }"))
	elseif type(v) ~= "string" then
		add(path, item.line, T("gives is not %s", tostring(v)), T("it is \"nothing\", \"task\" or the cause, a text"))
	elseif v:find("^%a+$") and not answers[v] and not may_be_cause(path, entry, case, v) then
		add(path, item.line, T("gives is \"%s\", which no text or fact here has", v),
			suggest(v, answers, T("it is \"nothing\", \"task\" or the cause, a text")))
	end
end

-- Where a case is judged, which says what money looks like there.
local function place_of(path, case, entry)
	local given = case.given and case.given.jurisdiction
	local place = case.place or given and entries.value(texts[path], given.value) or entry.jurisdiction
	return type(place) == "string" and is_place(place) and place or nil
end

local function check_case_days(path, case, entry)
	local day = entries.day(case.on)
	if day and (entry.from and day < (entries.day(entry.from) or day) or entry.to and day > (entries.day(entry.to) or day)) then
		add(path, case.line, T("%s is not one of the calculation's days", case.on), T("give a day from its from to its to"))
	end
end

local function check_cases(path, entry)
	local seen = {}
	for _, case in ipairs(entry.cases) do
		check_worth(path, case, entry, seen)
		check_gives(path, case, entry)
		check_keys(path, case.items, entry.kind == "r" and "rule_case" or "calculation_case", T("a case"))
		check_day(path, case.line, case.on, "on")
		check_place(path, case.line, case.place)
		if entry.kind == "r" then
			check_case_facts(path, case, entry)
		else
			local as_in, place = host.book.ports.as_in, place_of(path, case, entry)
			as_in(place, check_ports_of_case, path, case.given, entry.inputs, T("input"))
			check_missing(path, case, entry)
			as_in(place, check_ports_of_case, path, case.gives, entry.outputs, T("output"))
			check_case_days(path, case, entry)
		end
	end
end

local function check_rule(path, entry)
	check_span(path, entry.line, entry, T("the rule"))
	check_known(path, line_of(entry.items, "about", entry.line), entry.about, world.subjects, T("subject"),
		suggest_of(world.subjects))
	for _, read in ipairs(entry.reads) do
		check_known(path, read.line, read.name, facts_about(entry), T("fact"), the_facts)
	end
	if next(world.types) then
		check_known(path, line_of(entry.items, "type", entry.line), entry.type, world.types, T("kind of task"),
			suggest_of(world.types))
	end
	check_when(path, entry)
	check_cases(path, entry)
end

local function check_calculation(path, entry)
	if entry.name and not entry.name:match("^%l+%.[%l_]+$") then
		add(path, entry.line, T("\"%s\" is not the name of a calculation", entry.name), T("a name is like area.what"))
	end
	check_span(path, entry.line, entry, T("the calculation"))
	for _, port in ipairs(entry.inputs) do
		tools.checkports.port(reporter(path), texts[path], port, true)
	end
	for _, port in ipairs(entry.outputs) do
		tools.checkports.port(reporter(path), texts[path], port, false)
		if port.name and entry.inputs[port.name] then
			add(path, port.line, T("\"%s\" is the name of an input, too", port.name), T("give one of the two another name"))
		end
	end
	check_cases(path, entry)
end

local by_kind = { p = check_values, c = check_calculation, r = check_rule }
local called = { p = T("the parameter"), c = T("the calculation"), r = T("the rule") }

local function check_entry(path, entry)
	check_keys(path, entry.items, entry.kind, called[entry.kind])
	for _, key in ipairs(needed[entry.kind]) do
		if not entry.items[key] then
			add(path, entry.line, T("%s has no %s", called[entry.kind], key), cure_of[key] or T("add it"))
		end
	end
	check_place(path, line_of(entry.items, "jurisdiction", entry.line), entry.jurisdiction)
	tools.checkwords.look(reporter(path), texts[path], entry)
	if entry.kind == "p" and entry.name then
		tools.checkscale.declared(reporter(path), texts, entry, world.parameters[entry.name])
	end
	by_kind[entry.kind](path, entry)
end

-- All that can be said about one text once every text is known.
function check.look(path)
	local e = texts[path]
	if not e then
		return {}
	end
	if not e.returned then
		add(path, e.block[#e.block] and e.block[#e.block].line or 1, T("the text does not end by returning %s", shapes[e.kind]),
			T("it starts with return {"))
	end
	for _, entry in ipairs(e.list) do
		check_entry(path, entry)
	end
	local ok = pcall(flow.check, e, world, function(node, what, todo) add(path, node.line, what, todo) end)
	if not ok then
		add(path, 1, T("is too long or too deeply nested to be checked"), T("make it shorter"))
	end
	return take_findings()
end

-- One question: texts, each with its length in front; the first is the tool's name.
function tools.ask(question)
	local given, at, out = {}, 1, {}
	while at <= #question do
		given[#given + 1], at = string.unpack(">s4", question, at)
	end
	local room, name = given[1]:match("^(%a+)%.([%a_]+)$")
	for i, text in ipairs(tools[room][name](table.unpack(given, 2))) do
		out[i] = string.pack(">s4", text)
	end
	return table.concat(out)
end
