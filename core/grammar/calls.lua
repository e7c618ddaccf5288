-- What a call is given and gives: the host's functions, calculations, and those with rules of their own.
local host, tools = ...
local T, units, nearest = host.T, tools.units, tools.nearest
local calls = {}
tools.calls = calls

local function text_of(node)
	return node and node.kind == "string" and node.value or nil
end

local gives_one = { param = true, today = true, step = true, L = true, T = true, round = true }

-- Arguments that are certainly that many; nil when the last one may give several values.
local function count_of(w, list)
	local last = list[#list]
	if last and (last.kind == "..." or last.kind == "method") then
		return nil
	end
	if last and last.kind == "call" then
		local callee = last.callee
		local is_one = callee.kind == "name" and units.host[callee.name] and units.host[callee.name][2]
			or callee.kind == "name" and gives_one[callee.name] and not w:find(callee.name)
			or callee.kind == "index" and callee.object.kind == "name" and w.world.spaces[callee.object.name]
		return is_one and #list or nil
	end
	return #list
end

local special = {}

local function a_rule_asks(w, node)
	w.report(node, T("a rule cannot ask what day it is"), T("ask reached(day)"))
end

-- A sentence, and one value for each place in it.
local function check_places(w, node)
	local text, n = text_of(node.arguments[1]), count_of(w, node.arguments)
	local _, places = (text or ""):gsub("%%%%", ""):gsub("%%%a", "")
	if text and n and places ~= n - 1 then
		w.report(node, T("the sentence has %s places for values, and is given %s", tostring(places), tostring(n - 1)),
			T("write one place for each value, and give each place one"))
	end
end

function special.today(w, node)
	if w.kind == "r" then
		a_rule_asks(w, node)
	end
	return { unit = "day" }
end

function calls.calculation(w, node, c, types)
	if w.kind == "r" and c.asks_today then
		a_rule_asks(w, node)
	end
	local n = count_of(w, node.arguments)
	if c.inputs.is_open then
		return c.result
	end
	if n and n > #c.inputs then
		w.report(node, T("%s takes %s values, not %s", c.name, #c.inputs, n), T("see its inputs"))
	end
	for i = n and n + 1 or #c.inputs + 1, #c.inputs do
		if not c.inputs[i].is_optional then
			w.report(node, T("%s is not given \"%s\"", c.name, tostring(c.inputs[i].name)),
				T("add it; only an input that is \"optional\" may be left out"))
			break
		end
	end
	for i, input in ipairs(c.inputs) do
		local what, todo = units.misfit(units.of_port(input), types[i] or nil, c.name .. ": " .. tostring(input.name))
		if what then
			w.report(node.arguments[i], what, todo)
		end
	end
	return c.result
end

local function wants(w, node, i, unit, types, who)
	local what, todo = units.misfit({ unit = unit }, types[i] or nil, who)
	if what then
		w.report(node.arguments[i], what, todo)
	end
end

-- false stands for no law, so it goes with every shape.
local shape_of = { number = "a number", unary = "a number", string = "a text", ["true"] = "yes or no" }

-- { default = ... }: what stands while there is no law.  It hides neither a slip of the name, nor that law has ended.
local function check_default(w, node, name, list)
	local default
	for _, item in ipairs(node.items) do
		if text_of(item.key) == "default" then
			default = item.value
		else
			w.report(item, T("param has no option \"%s\"", tostring(text_of(item.key))), T("write { default = value }"))
		end
	end
	for _, entry in ipairs(default and list or {}) do
		local last
		for _, v in ipairs(entry.values) do
			local shape = shape_of[default.kind]
			if shape and v.shape and v.value ~= false and v.shape ~= shape then
				w.report(default, T("the default of %s is of another shape than its values", name), T("give it the shape of the values"))
				return
			end
			last = v.from and (not last or v.from > last.from) and v or last
		end
		if last and last.to then
			w.report(default, T("the values of %s for %s end on %s, and the default would stand from then on", name,
				tostring(entry.jurisdiction), tostring(last.to)), T("let the value follow that holds from then on"))
		end
	end
end

-- param(name) or param(name, day), and behind them what stands while there is no law.
function special.param(w, node, types)
	local n, last = count_of(w, node.arguments), node.arguments[#node.arguments]
	local more = last and last.kind == "table" and last or nil
	if n and (n < (more and 2 or 1) or n > (more and 3 or 2)) then
		w.report(node, T("param takes a name and perhaps a day, not %s values", n), T("see doc/rules.md"))
	end
	if node.arguments[2] ~= more then
		wants(w, node, 2, "day", types, "param")
	end
	local name = text_of(node.arguments[1])
	local list = name and w.world.parameters[name]
	if name and not list and not w.world.is_unread(name) then
		w.report(node, T("no parameter named \"%s\"", name),
			nearest.name(name, w.world.parameters, nearest.of_area(name, w.world.parameters,
				T("steward rules params export NAME shows one, lua/parameters has those of the program"))))
	elseif list then
		w.world.used[name] = true
		if more then
			check_default(w, more, name, list)
		end
		return units.of_parameter(list)
	end
end

-- step(label, value, unit) gives the value; amounts and days are written by their unit.
local step_units = { yuan = "fen", day = "day", month = "day" }

function special.step(w, node, types)
	local n, unit = count_of(w, node.arguments), text_of(node.arguments[3])
	if n and (n < 2 or n > 3) then
		w.report(node, T("step takes a label, a value and perhaps a unit, not %s values", n), T("see doc/rules.md"))
	end
	wants(w, node, 1, "text", types, "step")
	if step_units[unit] then
		wants(w, node, 2, step_units[unit], types, T("step in %s", unit))
	end
	return types[2] or nil
end

function special.L(w, node)
	if not text_of(node.arguments[1]) then
		w.report(node, T("L marks a text as it stands"), T("write L\"text\"; values go into T(\"text with %%s\", ...)"))
	end
	return { unit = "text" }
end

function special.T(w, node, types)
	check_places(w, node)
	for i = 2, #node.arguments do
		local t = types[i]
		if t and (t.unit == "day" or t.unit == "fen" or t.unit == "period") then
			w.report(node.arguments[i], T("the sentence would show %s as a bare number", units.name(t)),
				t.unit == "day" and T("write day(...)") or t.unit == "fen" and T("write yuan(...)") or T("write month(...)"))
		end
	end
	return { sentence = true }
end

function special.task(w, node, types)
	local t = types[1] or nil
	if not t or not t.items then
		return nil
	end
	for key, item in next, t.items do
		if key ~= "cause" and key ~= "say" and key ~= "due" and key ~= "monthly" then
			w.report(item.node, T("a task has no \"%s\"", key), T("it has cause, say, due and monthly"))
		end
	end
	local cause, say, due = t.items.cause, t.items.say, t.items.due
	if not cause or not say then
		w.report(node, T("a task needs %s", cause and "say" or "cause"), T("cause is a text from the facts, say a T(...)"))
	end
	if cause and cause.type and units.is_number(cause.type) then
		w.report(cause.node, T("the cause must be a text, not %s", units.name(cause.type)),
			T("write day(...), month(...) or tostring(...)"))
	end
	if say and say.type and say.type.unit then
		w.report(say.node, T("say must be T(...)"), T("write T(\"text with %%s\", ...)"))
	end
	if due and due.type and due.type.unit and due.type.unit ~= "day" then
		w.report(due.node, T("due must be a day, not %s", units.name(due.type)), T("add_days(day, days) gives a day"))
	end
	local monthly = t.items.monthly
	if monthly and monthly.type and monthly.type.value and not math.tointeger(monthly.type.value) then
		w.report(monthly.node, T("monthly is whole fen, not %s", tostring(monthly.type.value)), T("write round(...)"))
	end
	if monthly and monthly.type and monthly.type.unit and monthly.type.unit ~= "fen" and monthly.type.unit ~= "number" then
		w.report(monthly.node, T("monthly must be an amount in fen, not %s", units.name(monthly.type)),
			T("what the finding would change a month, minus for money that stops"))
	end
end

local function first_type(_, _, types)
	local t = types[1] or nil
	return t and { unit = t.unit, literal = t.literal }
end
special.round, special["math.floor"], special["math.ceil"] = first_type, first_type, first_type
special["math.abs"], special["math.tointeger"] = first_type, first_type

-- A scale is asked by the name of its parameter, whose lines are looked at.
local function asks_scale(what, unit)
	return function(w, node, types)
		local name = text_of(node.arguments[1])
		-- A list inside of a value is looked at where it is declared.
		if not name then
			return
		end
		special.param(w, { line = node.line, arguments = { node.arguments[1], node.arguments[3] } }, { types[1], types[3] })
		if name and w.world.parameters[name] then
			tools.checkscale.look(name, w.world.parameters[name], what)
		end
		if unit then
			wants(w, node, 2, unit, types, "by_birth")
		end
	end
end
special["scale.marginal"] = asks_scale("rate")
special["scale.step"], special["scale.sum"] = asks_scale("value"), asks_scale("value")
special.by_birth = asks_scale("value", "day")

-- decide("area.what", { age = i.age }): the table is looked at where it is written, what it is given here.
function special.decide(w, node, types)
	local name, given = text_of(node.arguments[1]), node.arguments[2]
	special.param(w, { line = node.line, arguments = { node.arguments[1], node.arguments[3] } }, { types[1], types[3] })
	if name and w.world.parameters[name] then
		tools.checktable.look(name, w.world.parameters[name])
		tools.checktable.given(name, given, types[2] or nil, w.report)
	end
end

-- members(h.member_facts, "child"), member(h.member_facts, "head"): of a fact that is a list of persons.
local function asks_member(gives)
	return function(w, node, types)
		local given, role = types[1] or nil, text_of(node.arguments[2])
		local record = given and given.roles or nil
		if given and not record then
			w.report(node.arguments[1], T("%s wants a list of persons", gives), T("such a fact is member_facts of a household"))
			return nil
		end
		local words = record and record.fields.role and record.fields.role.words
		if role and words and not words[role] then
			w.report(node.arguments[2], T("no member has the role \"%s\"", role),
				nearest.name(role, words, T("there are %s", table.concat(words.list, ", "))))
		end
		return gives == "member" and record or { element = record }
	end
end
special.member, special.members = asks_member("member"), asks_member("members")

-- What a loop goes through.
function special.ipairs(_, _, types)
	return types[1] and types[1].element and { each = types[1].element } or nil
end

-- convert(amount, "a year", "a month"): an amount from what it is paid for to what it is wanted for.
function special.convert(w, node, types)
	local amount, from, to = types[1] or nil, text_of(node.arguments[2]), text_of(node.arguments[3])
	for i, per in next, { [2] = from, [3] = to } do
		if not units.periods[per] then
			w.report(node.arguments[i], T("\"%s\" is nothing an amount is paid for", per),
				T("there are %s", host.book.ports.periods_text))
		end
	end
	if amount and amount.per and from and amount.per ~= from then
		w.report(node.arguments[1], T("converts %s as if it were %s", units.name(amount), units.name({ per = from })),
			T("name what the amount is"))
	end
	if from ~= to and (from == "a day" or to == "a day") and not node.arguments[5] then
		w.report(node, T("how many days the other span has is not said"),
			T("give the days of the article: convert(a, \"a month\", \"a day\", \"half\", 30)"))
	end
	return { unit = "fen", per = to }
end

special["math.max"] = function(w, node, types)
	local result = types[1] or nil
	for i = 2, #node.arguments do
		local t = types[i] or nil
		local _, what, todo = units.binary("<", result, t)
		if what then
			w.report(node.arguments[i], what, todo)
		end
		result = units.join(result, t)
	end
	return result
end
special["math.min"] = special["math.max"]
special.tostring = function() return { unit = "text" } end

function special.date(w, node)
	local text = text_of(node.arguments[1])
	if text and not host.date_or_nil(text) then
		w.report(node, T("\"%s\" is not a date", text), T("write it as 2025-11-05"))
	end
	return { unit = "day" }
end

local whole = { add_months = true, add_days = true, add_working_days = true }

function calls.host(w, node, name, types)
	local signature, n = units.host[name], count_of(w, node.arguments)
	if name == "reached" and w.kind == "c" then
		w.report(node, T("a calculation cannot ask what day it is"), T("give it the day as an input"))
	end
	if signature and n and n ~= #signature[1] then
		w.report(node, T("%s takes %s values, not %s", name, #signature[1], n), T("see lua/README.md"))
	end
	for i, unit in ipairs(signature and signature[1] or {}) do
		local what, todo = units.misfit({ unit = unit }, types[i] or nil, name)
		if what then
			w.report(node.arguments[i], what, todo)
		end
	end
	if whole[name] and types[2] and types[2].value and not math.tointeger(types[2].value) then
		w.report(node.arguments[2], T("%s wants a whole number, not %s", name, tostring(types[2].value)), T("write round(...)"))
	end
	if special[name] then
		return special[name](w, node, types)
	end
	return signature and units.of(signature[2])
end
