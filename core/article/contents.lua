-- What a loaded book has: for lists, and to say in what two books differ and on which days.
local host, tools = ...
local T, book = host.T, host.book
local contents = {}
tools.contents = contents

local texts, of_rule = {}, {}

-- Called before anything is loaded: a rule is its text and its days.
function contents.start()
	local add_rule = book.add_rule
	host.rewrite(function(path, text)
		texts[path] = text
		return text
	end)
	function book.add_rule(r, path, env)
		of_rule[type(r) == "table" and r.id or path] = path
		return add_rule(r, path, env)
	end
	return {}
end

-- Rules as id and title, one after the other.
function contents.titles()
	local out = {}
	for _, id in ipairs(book.sorted(book.rules)) do
		out[#out + 1] = id
		out[#out + 1] = book.rules[id].title
	end
	return out
end

local function digest(text)
	local sum = 7
	for i = 1, #text do
		sum = (sum * 31 + text:byte(i)) % 1000000000039
	end
	return string.format("%d", sum)
end

-- Texts that have a place and days of their own among those of their name: what is in force when.
local function add_versions(add, name)
	local list = book.versions_of(name)
	if not list.are_chosen then
		return add("calculation", name, "", "", {})
	end
	local by_place = {}
	for _, v in ipairs(list) do
		by_place[v.place] = by_place[v.place] or {}
		table.insert(by_place[v.place], (v.from or host.date_or_nil("0001-01-01")) .. " " .. (v.to or "") .. " "
			.. digest(texts[v.path] or ""))
	end
	for _, place in ipairs(book.sorted(by_place)) do
		table.sort(by_place[place])
		add("calculation", name, place, "", by_place[place])
	end
end

-- One line for everything that has a name: what it is, its name, its place, its part, and each span of days with
-- what holds then.
local function lines()
	local out = {}
	local function add(kind, name, place, part, spans)
		out[#out + 1] = table.concat({ kind, name, place, part, table.unpack(spans) }, "\t")
	end
	for _, name in ipairs(book.sorted(book.parameters)) do
		for _, entry in ipairs(book.parameters[name]) do
			local spans = {}
			for i, v in ipairs(entry.values) do
				spans[i] = v.from .. " " .. (v.to or "") .. " " .. host.write("", v.value)
			end
			add("parameter", name, entry.jurisdiction, entry.part, spans)
		end
	end
	for _, name in ipairs(book.sorted(book.calculations)) do
		add_versions(add, name)
	end
	for _, id in ipairs(book.sorted(book.rules)) do
		local r = book.rules[id]
		add("rule", id, r.jurisdiction, "", { host.date_or_nil(r.from) .. " " .. (host.date_or_nil(r.to) or "") .. " "
			.. digest(texts[of_rule[id]] or "") })
	end
	for _, name in ipairs(book.sorted(book.libraries)) do
		for _, f in ipairs(book.sorted(book.libraries[name])) do
			add("function", "lib." .. name .. "." .. f, "", "", {})
		end
	end
	return out
end
contents.lines = lines

-- Which text gives a name, as pairs of its path and "p" or "c" (a parameter, a calculation) with the name.
function contents.given()
	local out = {}
	local function add(list, kind, name)
		for _, of in ipairs(list) do
			out[#out + 1] = of.path
			out[#out + 1] = kind .. name
		end
	end
	for _, name in ipairs(book.sorted(book.parameters)) do
		add(book.parameters[name], "p", name)
	end
	for _, name in ipairs(book.sorted(book.calculations)) do
		add(book.versions_of(name), "c", name)
	end
	return out
end

local function read(list)
	local map, order = {}, {}
	for _, line in ipairs(list) do
		local kind, name, place, part, rest = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t?(.*)$")
		local entry = { kind = kind, name = name, place = place, part = part, rest = rest }
		for from, to, value in rest:gmatch("(%-?%d+) (%-?%d*) ([^\t]*)") do
			entry[#entry + 1] = { from = math.tointeger(tonumber(from)), to = math.tointeger(tonumber(to)), value = value }
		end
		local key = kind .. "\t" .. name .. "\t" .. place .. "\t" .. part
		map[key] = entry
		order[#order + 1] = key
	end
	return map, order
end

local function value_on(entry, day)
	for _, v in ipairs(entry or {}) do
		if v.from <= day and (not v.to or day <= v.to) then
			return v.value
		end
	end
end

-- The days on which the difference between two entries begins, ends or becomes another.
local function edges_of(a, b)
	local days = {}
	for _, entry in ipairs({ a or {}, b or {} }) do
		for _, v in ipairs(entry) do
			for _, day in ipairs({ v.from, v.to and v.to + 1 }) do
				local differs = value_on(a, day) ~= value_on(b, day)
				local differed = value_on(a, day - 1) ~= value_on(b, day - 1)
				days[#days + 1] = (differs or differed) and { day = day, differs = differs } or nil
			end
		end
	end
	return days
end

local function gone(entry)
	if entry.kind == "parameter" then
		return entry.part == "" and T("the parameter %s of %s", entry.name, entry.place)
			or T("the part \"%s\" of the parameter %s of %s", entry.part, entry.name, entry.place)
	end
	return entry.kind == "calculation" and T("the calculation %s", entry.name)
		or entry.kind == "rule" and T("the rule %s", entry.name) or T("the function %s", entry.name)
end

-- Beside the book of these lines, from the first day on: the days after it on which the two differ otherwise than
-- the day before, each thing that is gone, each place that is concerned, and what differs already before that day.
-- Pairs of texts: which of these, and it.
function contents.differ(first, ...)
	local before, order = read({ ... })
	local after, new = read(lines())
	local days, places, out = {}, {}, {}
	local since
	first = host.date_or_nil(first)
	for _, key in ipairs(new) do
		order[#order + 1] = not before[key] and key or nil
	end
	for _, key in ipairs(order) do
		local a, b = before[key], after[key]
		if a and not b then
			out[#out + 1] = "gone"
			out[#out + 1] = gone(a)
		end
		if not a or not b or a.rest ~= b.rest then
			local of = a or b
			places[of.place] = of.place ~= "" or nil
			for _, edge in ipairs(edges_of(a, b)) do
				days[edge.day] = edge.day > first or nil
				if edge.differs and edge.day < first and (not since or edge.day > since.day) then
					since = { day = edge.day, name = of.name }
				end
			end
		end
	end
	for _, day in ipairs(book.sorted(days, function(x, y) return x < y end)) do
		out[#out + 1] = "day"
		out[#out + 1] = host.day(day)
	end
	for _, place in ipairs(book.sorted(places)) do
		out[#out + 1] = "place"
		out[#out + 1] = place
	end
	if since then
		out[#out + 1] = "since"
		out[#out + 1] = host.day(since.day) .. " " .. since.name
	end
	return out
end
