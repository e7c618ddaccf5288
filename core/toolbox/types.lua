-- What the facts, parameters and calculations are, as annotations for the Lua language server.
local host, tools = ...
local sorted = host.book.sorted
local types = {}
tools.types = types

local fact_types = { date = "integer", int = "integer", bigint = "integer", text = "string", boolean = "boolean" }
local port_types = { code = "string", text = "string", day = "integer", month = "integer", number = "number",
	count = "integer", yuan = "integer", ["yes/no"] = "boolean", json = "table", say = "steward.sentence", share = "number",
	money = "integer", week = "integer", quarter = "integer", year = "integer", ["yes/no/unknown"] = "boolean" }
local lines

local function put(...)
	lines[#lines + 1] = string.format(...)
end

-- The codes of a fact as the editor offers them.
local function type_of_fact(f)
	return f.words and "\"" .. table.concat(f.words.list, "\"|\"") .. "\"" or fact_types[f.type]
end

local function put_facts(facts)
	put("---The facts that a rule may name in reads; a rule sees those it names.\n---@class steward.facts")
	for _, f in ipairs(facts) do
		put("---@field %s %s? # %s: %s", f.name, f.words and "(" .. type_of_fact(f) .. ")" or type_of_fact(f), f.unit, f.title)
	end
	put("\n---@alias steward.fact")
	for _, f in ipairs(facts) do
		put("---| \"%s\" # %s: %s", f.name, f.unit, f.title)
	end
	put("\n---What must hold before a rule is entered: codes, present or absent.\n---@class steward.when")
	for _, f in ipairs(facts) do
		put("---@field %s? %ssteward.mark # %s", f.name, f.words and string.format("%s|(%s)[]|", type_of_fact(f), type_of_fact(f))
			or f.type == "text" and "string|string[]|" or "", f.title)
	end
end

local function put_task_types(list)
	put("\n---@alias steward.task_type")
	for _, name in ipairs(list) do
		put("---| \"%s\"", name)
	end
end

local function type_of(list)
	local t = tools.units.of_parameter(list)
	return not t and "table" or tools.units.is_number(t) and "number" or t.unit == "yes/no" and "boolean" or "string"
end

local function put_parameters(parameters)
	put("\n---The parameter's value on the day judged.")
	for _, name in ipairs(sorted(parameters)) do
		local list = parameters[name]
		put("---@overload fun(name: \"%s\", day: (integer|steward.no_law)?, no_law: steward.no_law?): %s # %s", name,
			type_of(list), list[1].unit or "")
	end
	put("---@param name string\n---@param day (integer|steward.no_law)? # another day than the one judged")
	put("---@param no_law steward.no_law?\n---@return any\nfunction param(name, day, no_law) end")
end

-- A list is records with their fields, an enumeration its words.
local type_in

function type_in(port)
	if port.words then
		return "\"" .. table.concat(port.words.list, "\"|\"") .. "\""
	elseif port.fields then
		local parts = {}
		for i, f in ipairs(port.fields) do
			parts[i] = tostring(f.name) .. ": " .. (f.words and "string" or type_in(f)) .. (f.is_optional and "?" or "")
		end
		return "{ " .. table.concat(parts, ", ") .. " }[]"
	end
	return port_types[port.type] or "any"
end

local function describe(port)
	local unit = port.type == "yuan" and "fen" or port.type == "month" and "day" or port.type == "list" and "list"
		or port.unit ~= "" and port.unit or port.type
	return tostring(unit) .. ": " .. port.meaning .. (port.is_optional and "; may be left out" or "")
end

-- Those that no function of the text works out.
local function known(ports)
	local list = {}
	for _, port in ipairs(ports) do
		list[#list + 1] = port.name and port or nil
	end
	return list
end

local function put_calculation(c)
	local names = {}
	put("\n---@class %s.result", c.name)
	for _, port in ipairs(known(c.outputs)) do
		put("---@field %s %s? # %s", port.name, type_in(port), describe(port))
	end
	put("\n---%s (%s)", c.title or c.name, c.basis or "")
	for i, port in ipairs(known(c.inputs)) do
		names[i] = port.name
		put("---@param %s %s? # %s", port.name, type_in(port), describe(port))
	end
	put("---@return %s.result\nfunction %s(%s) end", c.name, c.name, table.concat(names, ", "))
end

-- The whole file, after check has been told of facts and texts.
function types.text()
	local world = tools.check.world()
	local facts, spaces = {}, {}
	lines = { "---@meta", "-- Made by \"steward rules types\": do not edit.\n" }
	for i, f in ipairs(host.facts()) do
		facts[i] = world.facts[f.name]
	end
	put_facts(facts)
	put_task_types(sorted(world.types))
	put_parameters(world.parameters)
	for _, name in ipairs(sorted(world.calculations)) do
		local space = name:match("^[^.]*")
		if not spaces[space] then
			put("\n%s = {}", space)
			spaces[space] = true
		end
		put_calculation(world.calculations[name])
	end
	return { table.concat(lines, "\n") .. "\n" }
end
