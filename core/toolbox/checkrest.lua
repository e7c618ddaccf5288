-- What only all texts together show: parameters that stand twice, that nobody asks for, that end.
local host, tools = ...
local T, check, entries = host.T, tools.check, tools.entries
local add, world, texts = check.add, check.world()

-- Does a wider place have values, which count where this one's have ended?
local function has_wider(list, entry)
	local place = tostring(entry.jurisdiction)
	for _, other in ipairs(list) do
		local wider = tostring(other.jurisdiction)
		if #wider < #place and place:sub(1, #wider) == wider then return true end
	end
	return false
end

-- Values with no successor that end within a month or ended in the last three, or law that ends at all where no wider
-- place has any; what ended before that is history to whoever writes.
local function check_ends(name, list, today)
	for _, entry in ipairs(list) do
		local last
		for _, v in ipairs(entry.values) do
			local from = entries.day(v.from)
			if from and (not last or from > last.from) then
				last = { from = from, to = entries.day(v.to), line = v.line }
			end
		end
		local is_near = last and last.to and host.add_months(last.to, -1) <= today
		if last and last.to and host.add_months(last.to, 3) >= today
			and (is_near or not name:match("^work%.") and not has_wider(list, entry)) then
			add(entry.path, last.line, T("the last value of %s for %s ends on %s", name, tostring(entry.jurisdiction),
				host.day(last.to)), T("add the value that follows it"), true)
		end
	end
end

-- The numbers of a value, by their keys.
local function numbers_of(e, node, key, found)
	local v, items = entries.value(e, node), entries.items(e, node)
	if math.type(v) and v > 0 then
		found[key] = v
	end
	for _, item in ipairs(items and items.order or {}) do
		numbers_of(e, item.value, key .. "." .. tostring(item.key), found)
	end
	return found
end

-- Yuan for fen or fen for yuan: a hundred times a value of the same name, of another time or place.
local function check_magnitude(name, list, texts)
	local known, where = {}, {}
	for _, entry in ipairs(list) do
		for _, v in ipairs(texts[entry.path] and entry.values or {}) do
			local numbers = v.has_value and numbers_of(texts[entry.path], v.items.value.value, "", {}) or {}
			for key, n in next, numbers do
				local other = known[key]
				if other and where[key] == entry.unit and (n / other >= 50 or other / n >= 50) then
					add(entry.path, v.line, T("%s is %s here and %s elsewhere", name .. key, tostring(n), tostring(other)),
						T("is one of them in yuan and the other in fen?"), true)
				end
				known[key], where[key] = other or n, where[key] or entry.unit
			end
		end
	end
end

local FIRST, LAST = entries.day("0001-01-01"), entries.day("9999-12-31")

-- The texts of one calculation in one place, by day: on no day two, none left out in between.
local function check_spans(name, place, list)
	table.sort(list, function(a, b) return a.first < b.first end)
	for i = 2, #list do
		local before, after = list[i - 1], list[i]
		local where = before.entry.shown .. ":" .. before.entry.line
		if before.last >= after.first and before.first == FIRST and after.first == FIRST then
			add(after.entry.path, after.entry.line, T("%s is also defined in %s", name, where), T("one of them must go"))
		elseif before.last >= after.first then
			add(after.entry.path, after.entry.line, T("two texts of %s are in force in %s on %s, also that in %s", name, place,
				host.day(after.first), where), T("close the earlier one the day before"))
		elseif before.last + 1 < after.first then
			add(after.entry.path, after.entry.line, T("no text of %s is in force in %s from %s to %s", name, place,
				host.day(before.last + 1), host.day(after.first - 1)), T("let the texts follow each other without a gap"))
		end
	end
end

local function check_versions(name, list)
	local by_place = {}
	for _, entry in ipairs(list) do
		local place = tostring(entry.jurisdiction)
		by_place[place] = by_place[place] or {}
		table.insert(by_place[place], { entry = entry, first = entries.day(entry.from) or FIRST,
			last = entries.day(entry.to) or LAST })
	end
	for place, spans in next, by_place do
		check_spans(name, place, spans)
	end
end

-- The calculations that one asks for, by itself and in the functions of its text, with the line of each.
local function asked_by(entry)
	local own, seen, list = {}, {}, {}
	for _, s in ipairs(texts[entry.path] and texts[entry.path].block or {}) do
		own[s.kind == "local function" and s.name or false] = s.value
	end
	local function go(node)
		tools.syntax.walk(node or {}, function(n)
			local name = n.kind == "index" and n.object.kind == "name" and n.key.kind == "string"
				and n.object.name .. "." .. n.key.value
			if name and world.calculations[name] then
				list[#list + 1] = { name = name, line = n.line }
			elseif n.kind == "name" and own[n.name] and not seen[n.name] then
				seen[n.name] = true
				go(own[n.name])
			end
		end)
	end
	go(entry.compute)
	return list
end

-- Does a calculation ask for itself, perhaps by way of others?
local function check_circle(entry, asked)
	local from = {}
	local function leads_back(name)
		if name == entry.name then return true end
		if from[name] then return false end
		from[name] = true
		for _, next_one in ipairs(asked[name] or {}) do
			if leads_back(next_one.name) then return true end
		end
		return false
	end
	for _, one in ipairs(asked[entry.name] or {}) do
		if leads_back(one.name) then
			add(entry.path, one.line, T("%s waits for itself, by way of %s", entry.name, one.name),
				T("let one of them do without the other"))
		end
	end
end

-- What modules add to it is not the whole of it.
local function has_own(name)
	for _, entry in ipairs(world.parameters[name] or {}) do
		if (entry.part or "") == "" then
			return true
		end
	end
	return false
end

-- Parameters named work.* are asked for by the program, these two by every judge; law that is only worked out, such as
-- another country's, has no rules to judge by.
function check.rest(day)
	local today = entries.day(day)
	for _, needed in ipairs({ "work.types", "work.reasons" }) do
		if next(world.rules) and not has_own(needed) and not world.is_unread(needed) then
			add("parameters/work.lua", 1, T("the parameter %s is missing: nobody could be judged", needed),
				T("put it back"))
		end
	end
	local asked = {}
	for name, entry in next, world.calculations do
		check_versions(name, entry.versions)
		asked[name] = asked_by(entry)
	end
	for _, entry in next, world.calculations do
		check_circle(entry, asked)
	end
	for name, list in next, world.parameters do
		if today then
			check_ends(name, list, today)
		end
		if name:match("^work%.") == nil then
			check_magnitude(name, list, texts)
		end
		local places = {}
		for _, entry in ipairs(list) do
			local place = entry.jurisdiction and tostring(entry.jurisdiction) .. " " .. tostring(entry.part or "")
			local other = places[place or {}]
			if other then
				add(entry.path, entry.line, T("parameter %s is defined twice for %s, also in %s:%s", name, entry.jurisdiction,
					other.shown, other.line), T("put the values into one entry"))
			end
			places[place or entry] = entry
		end
		if not world.used[name] and not name:match("^work%.") and not world.is_unread(name) then
			add(list[1].path, list[1].line, T("nobody asks for the parameter %s", name),
				T("take it out if it is not needed any more"), true)
		end
	end
	return check.take_findings()
end
