-- What the functions of a text do with names and units, followed from line to line.  Whatever cannot
-- be known is not known and not complained about.
local host, tools = ...
local T, units, calls, nearest = host.T, tools.units, tools.calls, tools.nearest
local flow = {}
tools.flow = flow

local walker = {}
walker.__index = walker

function walker:open()
	self.scope = { vars = {}, parent = self.scope }
end

function walker:close()
	self.scope = self.scope.parent
end

function walker:declare(name, t)
	self.scope.vars[name] = { type = t, is_open = t == nil }
end

function walker:find(name)
	local scope = self.scope
	while scope do
		if scope.vars[name] then
			return scope.vars[name]
		end
		scope = scope.parent
	end
end

local function text_of(node)
	return node and node.kind == "string" and node.value or nil
end

-- The value of a condition that never changes: true or false, nil when it may be either.
local function constant(node)
	if node.kind == "paren" then
		return constant(node.inner)
	elseif node.kind == "nil" or node.kind == "false" then
		return false
	elseif node.kind == "true" or node.kind == "number" or node.kind == "string" then
		return true
	elseif node.kind == "unary" and node.op == "not" then
		local inner = constant(node.inner)
		if inner ~= nil then
			return not inner
		end
	end
end

local eval = {}

function walker:eval(node)
	local f = eval[node.kind]
	return f and f(self, node) or nil
end

function walker:eval_all(list)
	local types = {}
	for i, node in ipairs(list) do
		types[i] = self:eval(node) or false
	end
	return types
end

eval["string"] = function() return { unit = "text", literal = true } end
eval["number"] = function(_, node) return { unit = "number", literal = true, value = node.value } end
eval["true"] = function() return { unit = "yes/no" } end
eval["false"] = eval["true"]
eval["paren"] = function(w, node) return w:eval(node.inner) end

eval["name"] = function(w, node)
	local var = w:find(node.name)
	if var then
		return var.type
	end
	local value = w.world.env[node.name]
	if w.world.spaces[node.name] then
		return { space = node.name }
	elseif value == nil and node.name ~= "nothing" and node.name ~= "_ENV" and node.name ~= "lib"
		and not w.world.is_unread(node.name .. ".") then
		w.report(node, T("unknown name \"%s\"", node.name),
			nearest.name(node.name, w.world.env, T("declare it with local, or see lua/README.md for what there is")))
	elseif type(value) == "table" then
		return { library = node.name, members = value }
	elseif type(value) == "function" then
		return { host = node.name }
	end
end

local function no_field(w, node, object, key)
	if object.person then
		local is_fact = w.world.facts[key]
		w.report(node, is_fact and T("reads the fact \"%s\", which is not in reads", key)
			or T("no fact named \"%s\"", key),
			is_fact and T("add it to reads") or nearest.name(key, w.world.facts, T("the facts are listed in lua/README.md")))
	else
		w.report(node, T("%s has no field \"%s\"", object.what, key),
			nearest.name(key, object.fields, T("its fields: %s", object.listed)))
	end
end

eval["index"] = function(w, node)
	local object, key = w:eval(node.object), text_of(node.key)
	w:eval(node.key)
	if object and object.element and not key then
		return object.element
	elseif not object or not key then
		return nil
	end
	if object.space then
		local name = object.space .. "." .. key
		if w.world.is_unread(name) then
			return nil
		elseif not w.world.calculations[name] then
			w.report(node, T("no calculation named \"%s\"", name),
				nearest.name(name, w.world.calculations, nearest.of_area(name, w.world.calculations,
					T("steward eval --list names them all"))))
			return nil
		end
		return { calculation = w.world.calculations[name] }
	elseif object.members then
		if object.members[key] == nil then
			w.report(node, T("unknown function \"%s\"", object.library .. "." .. key),
				nearest.name(key, object.members, T("see lua/README.md for what there is")))
		end
		return { host = object.library .. "." .. key }
	elseif object.fields then
		if object.fields[key] == nil then
			no_field(w, node, object, key)
		end
		return object.fields[key] or nil
	end
end

eval["table"] = function(w, node)
	local t = { items = {} }
	for _, item in ipairs(node.items) do
		if item.key then
			w:eval(item.key)
		end
		local value = w:eval(item.value)
		local key = text_of(item.key)
		if key then
			t.items[key] = { type = value, node = item.value }
		end
	end
	return t
end

eval["function"] = function(w, node)
	local given = w.typed[node]
	local outer, outer_outputs = w.returns, w.outputs
	w.returns, w.outputs = {}, given and given.outputs
	w:open()
	for i, name in ipairs(node.params) do
		w:declare(name, given and given[i] or nil)
		w.scope.vars[name].is_open = false
	end
	w:block(node.body)
	w:close()
	local result
	for i, t in ipairs(w.returns) do
		if i == 1 then
			result = t or nil
		else
			result = units.join(result, t or nil)
		end
	end
	w.returns, w.outputs = outer, outer_outputs
	return { result = result }
end

eval["unary"] = function(w, node)
	local t = w:eval(node.inner)
	if node.op == "not" then
		return { unit = "yes/no" }
	elseif node.op == "#" then
		return { unit = "count" }
	end
	if t and node.op == "-" and t.value then
		return { unit = t.unit, literal = t.literal, value = -t.value }
	end
	return t and units.is_number(t) and t.unit ~= "day" and t or nil
end

local arithmetic = {
	["+"] = function(a, b) return a + b end, ["-"] = function(a, b) return a - b end,
	["*"] = function(a, b) return a * b end, ["/"] = function(a, b) return a / b end,
}

local function check_codes(w, node, t, other)
	local literal = text_of(other)
	if t and t.codes and literal and not t.codes[literal] then
		w.report(node, T("is never \"%s\" here: when does not admit it", literal),
			T("take the comparison out, or add the code to when"))
	elseif t and t.words and (literal or "") ~= "" and not t.words[literal] then
		w.report(node, T("is never \"%s\"", literal), nearest.word(literal, t.words))
	end
end

-- What stands where there is no code: (p.status or "") is one of the codes or that.
local function words_or(words, other)
	local more = { [other] = true, list = words.list }
	for _, word in ipairs(words.list) do
		more[word] = true
	end
	return more
end

eval["binary"] = function(w, node)
	local a, b = w:eval(node.left), w:eval(node.right)
	if node.op == "==" or node.op == "~=" then
		check_codes(w, node, a, node.right)
		check_codes(w, node, b, node.left)
	end
	if node.op == "or" and a and a.words and text_of(node.right) then
		return { unit = "code", words = words_or(a.words, text_of(node.right)) }
	end
	local t, what, todo = units.binary(node.op, a, b)
	if what then
		w.report(node.op_token, what, todo)
	end
	if a and b and a.value and b.value and arithmetic[node.op] then
		return { unit = "number", literal = true, value = arithmetic[node.op](a.value, b.value) }
	end
	return t
end

eval["call"] = function(w, node)
	local callee = w:eval(node.callee)
	local types = w:eval_all(node.arguments)
	if callee and callee.calculation then
		return calls.calculation(w, node, callee.calculation, types)
	elseif callee and callee.host then
		return calls.host(w, node, callee.host, types)
	end
	return callee and callee.result
end

eval["method"] = function(w, node)
	local object = w:eval(node.object)
	w:eval_all(node.arguments)
	local strings = w.world.env.string
	if units.is_text(object) and strings[node.name] == nil then
		w.report(node, T("a text has no method \"%s\"", node.name),
			nearest.name(node.name, strings, T("see lua/README.md for what there is")))
	end
end

local run = {}

function walker:block(list)
	self:open()
	for _, node in ipairs(list) do
		run[node.kind](self, node)
	end
	self:close()
end

run["local"] = function(w, node)
	local types = w:eval_all(node.values)
	for i, name in ipairs(node.names) do
		w:declare(name, types[i] or nil)
		w.scope.vars[name].is_open = #node.values == 0
	end
end

run["local function"] = function(w, node)
	w:declare(node.name, nil)
	w.scope.vars[node.name].is_open = false
	w.scope.vars[node.name].type = w:eval(node.value)
end

local function assign(w, target, t)
	if target.kind ~= "name" then
		w:eval(target)
		return
	end
	local var = w:find(target.name)
	if not var then
		w.report(target, T("sets the global \"%s\"", target.name), T("write local before it"))
	elseif var.is_open then
		var.type, var.is_open = t, false
	else
		var.type = units.join(var.type, t)
	end
end

run["assign"] = function(w, node)
	local types = w:eval_all(node.values)
	for i, target in ipairs(node.targets) do
		assign(w, target, types[i] or nil)
	end
end

run["do call"] = function(w, node) w:eval(node.call) end
run["do"] = function(w, node) w:block(node.body) end
run["jump"] = function() end

local function never_changes(w, node, test)
	if constant(test) ~= nil then
		w.report(test, T("this condition is always %s", tostring(constant(test))),
			T("take it out, with what can never be reached"))
	end
end

run["if"] = function(w, node)
	for _, clause in ipairs(node.clauses) do
		never_changes(w, clause, clause.test)
		w:eval(clause.test)
		w:block(clause.body)
	end
	if node.otherwise then
		w:block(node.otherwise)
	end
end

run["while"] = function(w, node)
	if constant(node.test) == false then
		never_changes(w, node, node.test)
	end
	w:eval(node.test)
	w:block(node.body)
end

run["repeat"] = function(w, node)
	w:open()
	for _, s in ipairs(node.body) do
		run[s.kind](w, s)
	end
	w:eval(node.test)
	w:close()
end

run["for"] = function(w, node)
	local types = w:eval_all(node.values)
	local each = types[1] and types[1].each
	w:open()
	for i, name in ipairs(node.names) do
		w:declare(name, node.is_count and units.join(types[1] or nil, types[2] or nil) or i == 2 and each or nil)
		w.scope.vars[name].is_open = false
	end
	w:block(node.body)
	w:close()
end

local function check_outputs(w, node)
	for _, item in ipairs(node.items) do
		local key = text_of(item.key)
		local output = key and w.outputs[key]
		if key and not output then
			w.report(item, T("gives \"%s\", which is not among the outputs", key),
				nearest.name(key, w.outputs, T("add it to outputs")))
		end
	end
end

run["return"] = function(w, node)
	local types = w:eval_all(node.values)
	local first = node.values[1]
	if w.returns then
		w.returns[#w.returns + 1] = types[1] or false
	end
	if w.outputs and first and first.kind == "table" then
		check_outputs(w, first)
		for key, item in next, types[1].items do
			local port = w.outputs[key]
			if port and port.type == "say" and item.type and item.type.unit then
				w.report(item.node, T("%s must be T(...)", key), T("write T(\"text with %%s\", ...)"))
			end
			local what, todo = units.misfit(w.outputs[key] and units.of_port(w.outputs[key]),
				not (item.type and item.type.literal) and item.type or nil, T("the output %s", key))
			if what then
				w.report(item.node, what, todo)
			end
		end
	end
end

-- What the functions of an entry are given.
local function person_type(world, entry)
	local p = { person = true, fields = {} }
	for _, read in ipairs(entry.reads) do
		local fact = (world.subjects[entry.about or "person"] or world.facts)[read.name]
		p.fields[read.name or false] = fact and units.of_fact(fact) or false
	end
	for _, guard in ipairs(entry.codes or {}) do
		if p.fields[guard.field] then
			p.fields[guard.field] = { unit = p.fields[guard.field].unit, codes = guard.codes }
		end
	end
	return p
end

local function ports_type(list, what)
	if list.is_open then
		return nil
	end
	local t, listed = { fields = {}, what = what }, {}
	for i, port in ipairs(list) do
		listed[i] = tostring(port.name)
		t.fields[port.name or false] = units.of_port(port) or false
	end
	t.listed = table.concat(listed, ", ")
	return t
end

function flow.result_of(c)
	return ports_type(c.outputs, T("the result of %s", tostring(c.name)))
end

-- Follows all functions of a text; report(node, what, todo).
function flow.check(e, world, report)
	local w = setmetatable({ world = world, report = report, kind = e.kind, typed = {} }, walker)
	for _, entry in ipairs(e.list) do
		if entry.judge then
			w.typed[entry.judge] = { person_type(world, entry) }
		elseif entry.compute then
			w.typed[entry.compute] = { ports_type(entry.inputs, T("the input of %s", tostring(entry.name))),
				outputs = not entry.outputs.is_open and entry.outputs or nil }
		end
	end
	w:block(e.block)
end
