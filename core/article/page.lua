-- One parameter, calculation or rule as it stands in the texts, for a page that people read: rows of section, group (a
-- place, a version), key, value and unit, in their order.
local host, tools = ...
local T, book, entries = host.T, host.book, tools.entries
local page = {}
tools.page = page

local texts, rules, calculations = {}, {}, {}

-- Called before anything is loaded: what each text returns is kept as it was given.
function page.start()
	local add_rule, add_calculations = book.add_rule, book.add_calculations
	host.rewrite(function(path, text)
		texts[path] = text
		return text
	end)
	function book.add_rule(r, path, env)
		local taken = add_rule(r, path, env)
		rules[r.id] = { it = r, path = path, words = book.words_of(path, r.id, r.words) }
		return taken
	end
	function book.add_calculations(list, path, env)
		add_calculations(list, path, env)
		for _, c in ipairs(list) do
			calculations[c.name] = calculations[c.name] or {}
			table.insert(calculations[c.name], { it = c, path = path, words = c.told })
		end
	end
	return {}
end

local out, section, group

local function put(key, value, unit)
	if value ~= nil and value ~= "" then
		for _, text in ipairs({ section, group, key, tostring(value), unit or "" }) do out[#out + 1] = text end
	end
end

local function open(new_section, new_group) section, group = new_section, new_group or "" end

local function put_words(list, mark)
	open("words", group)
	for _, one in ipairs(list or {}) do put((mark or "") .. one[1], one[2]) end
end

-- The value without the lists in it that are scales, each of whose lines is put as a whole.
local function put_lines(scales, key, value, path)
	if type(value) ~= "table" then return value end
	for _, one in ipairs(scales) do
		if tools.checkscale.is_at(path, one.path) and type(value[1]) == "table" then
			for i, line in ipairs(value) do
				local limits = (line.from or line.to) and tostring(line.from or "") .. ".." .. tostring(line.to or "") or tostring(i)
				put(key .. "  " .. (path ~= "" and path .. " " or "") .. limits, book.line_text(line))
			end
			return nil
		end
	end
	local rest, keys = {}, book.sorted(getmetatable(value) and getmetatable(value).frozen or value)
	for _, k in ipairs(keys) do
		rest[k] = put_lines(scales, key, value[k], path == "" and tostring(k) or path .. "." .. tostring(k))
	end
	if #keys > 0 and next(rest) == nil then return nil end
	return rest
end

-- A decision table row by row, as its author reads it; false when the value is none.
local function put_rows(key, value)
	local is_table = type(value) == "table" and type(value.inputs) == "table" and type(value.rows) == "table"
	local t = is_table and book.tables.read(value, function() end, function(name)
		return (book.find(name, book.home_day()) or {}).value
	end)
	if not t then return false end
	for i, row in ipairs(value.rows) do
		local limits = book.tables.shown(t, row)
		put(key .. "  " .. i, (limits ~= "" and limits .. " " or "") .. "→ " .. host.write("", row.gives))
	end
	if value.otherwise ~= nil then put(key .. "  otherwise", "→ " .. host.write("", value.otherwise)) end
	return true
end

-- What one entry of a name declares counts for all of them.
local function scales_of(name)
	local list = {}
	for _, entry in ipairs(book.parameters[name] or {}) do
		for _, one in ipairs(entry.scales or {}) do list[#list + 1] = one end
	end
	return list
end

-- "money a month" in two words, each in the reader's language.
local function said(unit) return unit and (unit:gsub("^money (.+)$", "money, %1")) end

-- Cells of a value, each with the unit of its column.
local function put_value(entry, key, value, unit)
	if put_rows(key, value) then return end
	if #entry.of_name > 0 then value = put_lines(entry.of_name, key, value, "") end
	if value == nil then return end
	tools.paramfile.flatten(value, function(path, text)
		local column = entry.columns and entry.columns[path:match("[^.]*$")]
		local of_table = unit == "list" or unit == "table"
		put(path == "" and key or key .. "  " .. path,
			book.ports.shown(entry.jurisdiction, column and column[2] or not of_table and unit or "", text))
	end)
end

local function span(v) return host.day(v.from) .. ".." .. (v.to and host.day(v.to) or "") end

local function is_on(v, day) return v.from <= day and (not v.to or day <= v.to) end

-- Beside another page each value goes by its first day alone, so that one that now ends is the same value.
local function put_values(entry, is_beside, day)
	for _, v in ipairs(entry.values) do
		local key = is_beside and host.day(v.from) .. ".." or span(v)
		open("values", group)
		put_value(entry, key, v.value, entry.unit or "")
		put(key .. "  last day", is_beside and v.to and host.day(v.to) or nil)
		put(key .. "  source", v.basis)
		put_words(v.words, key .. "  ")
	end
	for _, v in ipairs(entry.values) do
		if is_on(v, day) then
			open("on the day", group)
			put_value(entry, "value", v.value, entry.unit or "")
		end
	end
end

local function put_parameter(name, is_beside, day)
	for _, entry in ipairs(book.parameters[name]) do
		entry.of_name = scales_of(name)
		open("about", entry.jurisdiction .. (entry.part ~= "" and " (" .. entry.part .. ")" or ""))
		put("title", entry.title)
		put("unit", said(entry.unit))
		put("source", entry.basis)
		put("file", entry.path)
		put_words(entry.words)
		put_values(entry, is_beside, day)
		open("columns", group)
		for _, column in ipairs(entry.columns or {}) do put(column[1], column[3], said(column[2])) end
	end
end

local function put_ports(name, ports)
	open(name, group)
	for _, port in ipairs(ports) do
		local unit = type(port[3]) == "string" and port[3] ~= "" and ", " .. port[3] or ""
		put(port[1], port[4] or "", book.ports.type_text(port) .. unit .. (book.ports.is_optional(port) and ", optional" or ""))
		for _, field in ipairs(port[2] == "list" and port[3] or {}) do
			put(port[1] .. "." .. field[1], field[3] or "", book.ports.type_text(field))
		end
	end
end

local function pairs_of(t)
	local list = {}
	for _, key in ipairs(type(t) == "table" and book.sorted(t) or {}) do
		list[#list + 1] = tostring(key) .. " = " .. host.write("", t[key])
	end
	return table.concat(list, ", ")
end

local function put_cases(cases, given)
	open("cases", group)
	for i, case in ipairs(cases or {}) do
		local gives = type(case.gives) == "table" and pairs_of(case.gives) or tostring(case.gives)
		local where = (case.on or "") .. (case.place and " " .. case.place or "")
		put(tostring(case[1] or i), (where ~= "" and where .. ": " or "") .. pairs_of(case[given]) .. " → " .. gives)
	end
end

local function put_calculation(list)
	for _, v in ipairs(list) do
		local c = v.it
		open("about", #list > 1 and (c.jurisdiction or "") .. " " .. (c.from or "") .. ".." .. (c.to or "") or "")
		put("title", c.title)
		put("place", c.jurisdiction)
		put("valid", (c.from or c.to) and (c.from or "") .. ".." .. (c.to or ""))
		put("source", c.basis)
		put("file", v.path)
		put_words(v.words)
		put_ports("inputs", c.inputs)
		put_ports("outputs", c.outputs)
		put_cases(c.cases, "given")
	end
end

local function wanted(w)
	if w == host.present or w == host.absent then
		return w == host.present and "present" or "absent"
	end
	return type(w) == "table" and table.concat(w, ", ") or tostring(w)
end

local function put_rule(rule)
	local r, facts = rule.it, tools.check.world().facts
	open("about")
	put("title", r.title)
	put("place", r.jurisdiction)
	put("valid", r.from .. ".." .. (r.to or ""))
	put("source", r.basis)
	put("kind of task", r.type)
	put("judges", r.about or "person")
	put("file", rule.path)
	put_words(rule.words)
	open("reads")
	for _, name in ipairs(r.reads or {}) do put(name, facts[name] and facts[name].title or "-", facts[name] and facts[name].unit) end
	open("conditions")
	for _, name in ipairs(type(r.when) == "table" and book.sorted(r.when) or {}) do put(name, wanted(r.when[name])) end
	put_cases(r.cases, "facts")
end

-- How it is asked for in a text, as plain texts: a parameter and a calculation may have one name.
local function calls_of(name)
	local list = { book.parameters[name] and "\"" .. name .. "\"" or nil }
	list[#list + 1] = book.calculations[name] and name .. "(" or nil
	return list
end

local function title_of(name)
	local p, c, r = book.parameters[name], book.calculations[name], rules[name]
	return p and p[1].title or c and c.title or r and r.it.title or "-"
end

-- Where it is asked for in a text, and not given its name.
local function places_of(text, name)
	local list = {}
	for _, what in ipairs(calls_of(name)) do
		local from, to = text:find(what, 1, true)
		while from do
			local before = text:sub(math.max(1, from - 20), from - 1)
			if not before:find("name%s*=%s*$") and not (what:find("%($") and before:find("[%w_.]$")) then
				list[#list + 1] = from
			end
			from, to = text:find(what, to + 1, true)
		end
	end
	return list
end

-- Names of the entries of a text, each with the bytes that it takes; what stands outside of all belongs to each.
local function parts_of(path)
	local kind = path:sub(1, 1)
	local ok, e = pcall(entries.read, path, kind, texts[path])
	local list = {}
	for _, entry in ipairs(ok and kind ~= "l" and e.list or {}) do
		list[#list + 1] = { name = entry.name or entry.id, from = entry.items.node.from or 1, to = entry.items.node.to or #texts[path] }
	end
	return list
end

local function put_users(name)
	open("used by")
	local found, paths = {}, {}
	for _, path in ipairs(book.sorted(texts)) do
		for _, at in ipairs(places_of(texts[path], name)) do
			local is_inside = false
			for _, part in ipairs(parts_of(path)) do
				if part.from <= at and at <= part.to and part.name ~= name then
					found[part.name or path], paths[part.name or path], is_inside = true, path, true
				end
			end
			-- Functions beside the entries speak for all of a file, of a rule for that one.
			local whole = #parts_of(path) == 1 and parts_of(path)[1].name or path
			if not is_inside and whole ~= name then
				found[whole], paths[whole] = true, path
			end
		end
	end
	for _, user in ipairs(book.sorted(found)) do put(user, user == paths[user] and "-" or title_of(user), user ~= paths[user] and paths[user] or "") end
	if name:find("^work%.") then
		put(name, "asked for by the program")
	elseif tools.check.world().used[name] then
		put(name, "read by a statement of a module")
	end
end

-- What the entry itself asks for, and the functions of its file with it.
local function put_asked(name, path)
	open("asks for")
	local parts, known = parts_of(path), {}
	for _, list in ipairs({ book.parameters, book.calculations }) do
		for _, other in ipairs(book.sorted(list)) do known[#known + 1] = other end
	end
	for _, other in ipairs(known) do
		for _, at in ipairs(other ~= name and places_of(texts[path], other) or {}) do
			local is_ours = true
			for _, part in ipairs(parts) do
				is_ours = is_ours and not (part.name ~= name and part.from <= at and at <= part.to)
			end
			if is_ours then
				put(other, title_of(other), book.parameters[other] and "parameter" or "calculation")
				break
			end
		end
	end
end

local function all_names()
	local known = {}
	for _, list in ipairs({ book.parameters, book.calculations, rules }) do
		for _, name in ipairs(book.sorted(list)) do known[name] = true end
	end
	return known
end

-- What is often said, as work.rows has it: each row by its name, with where it stands.
local function phrases()
	local all = {}
	for _, entry in ipairs(book.parameters["work.rows"] or {}) do
		for _, v in ipairs(entry.values) do
			local rows = type(v.value) == "table" and v.value.phrase or {}
			for _, code in ipairs(book.sorted(rows)) do
				local row = rows[code]
				all["phrase." .. code] = { say = row.say, about = row.about, basis = v.basis or entry.basis, path = entry.path }
			end
		end
	end
	return all
end

local function put_phrase(name, phrase)
	open("what")
	put("name", name)
	put("is", "often said")
	open("about")
	put("title", phrase.say)
	put("kind of task", phrase.about)
	put("source", phrase.basis)
	put("file", phrase.path)
	return out
end

-- The page; "none" and what there is instead where nobody has that name.  beside: "yes" for one of two pages.
function page.make(name, day, beside)
	local kinds = { book.parameters[name] and "parameter", book.calculations[name] and "calculation" }
	out = {}
	local phrase = phrases()[name]
	if phrase then return put_phrase(name, phrase) end
	if not kinds[1] and not kinds[2] and not rules[name] then
		return { "none", tools.nearest.name(name, all_names(), T("see steward rules list, steward eval --list")) }
	end
	open("what")
	put("name", name)
	put("is", kinds[1] and kinds[2] and "parameter and calculation" or kinds[1] or kinds[2] or "rule")
	if kinds[1] then
		put_parameter(name, beside == "yes", host.date_or_nil(day))
	end
	if kinds[2] then
		put_calculation(calculations[name])
		put_asked(name, calculations[name][1].path)
	end
	if rules[name] then
		put_rule(rules[name])
		put_asked(name, rules[name].path)
	end
	put_users(name)
	return out
end

-- What one finds a text by: its kind, its titles, its sources, and what else stands about it, a line each.
local function told_of(name)
	local titles, sources, rest = {}, {}, {}
	local function add(list, text) list[#list + 1] = text and text ~= "" and tostring(text) or nil end
	local function add_entry(it, words, cases)
		add(titles, it.title)
		add(sources, it.basis)
		for _, one in ipairs(words or {}) do add(rest, one[2]) end
		for _, case in ipairs(cases or {}) do add(rest, case[1]) end
	end
	for _, entry in ipairs(book.parameters[name] or {}) do
		add_entry(entry, entry.words)
		for _, v in ipairs(entry.values) do add_entry({ basis = v.basis }, v.words) end
		for _, column in ipairs(entry.columns or {}) do add(rest, column[3]) end
	end
	for _, v in ipairs(calculations[name] or {}) do
		add_entry(v.it, v.words, v.it.cases)
		for _, ports in ipairs({ v.it.inputs, v.it.outputs }) do
			for _, port in ipairs(ports) do add(rest, port[4]) end
		end
	end
	if rules[name] then add_entry(rules[name].it, rules[name].words, rules[name].it.cases) end
	return titles, sources, rest
end

-- Everything there is a page of: name, kind, and told_of.
function page.all()
	local list = {}
	for _, name in ipairs(book.sorted(all_names())) do
		local kind = rules[name] and "rule" or book.calculations[name] and "calculation" or "parameter"
		local titles, sources, rest = told_of(name)
		for _, text in ipairs({ name, kind, table.concat(titles, "\n"), table.concat(sources, "\n"), table.concat(rest, "\n") }) do
			list[#list + 1] = text
		end
	end
	local said = phrases()
	for _, name in ipairs(book.sorted(said)) do
		for _, text in ipairs({ name, "often said", said[name].say, said[name].basis or "", "" }) do list[#list + 1] = text end
	end
	return list
end
