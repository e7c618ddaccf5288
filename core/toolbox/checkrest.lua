-- What only all texts together show: parameters that stand twice, that nobody asks for, that end.
local host, tools = ...
local T, check, entries = host.T, tools.check, tools.entries
local add, world = check.add, check.world()

-- Values with no successor that end within a month or ended in the last three; what ended before that is history
-- to whoever writes.
local function check_ends(name, list, today)
	for _, entry in ipairs(list) do
		local last
		for _, v in ipairs(entry.values) do
			local from = entries.day(v.from)
			if from and (not last or from > last.from) then
				last = { from = from, to = entries.day(v.to), line = v.line }
			end
		end
		if last and last.to and host.add_months(last.to, -1) <= today and host.add_months(last.to, 3) >= today then
			add(entry.path, last.line, T("the last value of %s for %s ends on %s", name, tostring(entry.jurisdiction),
				host.day(last.to)), T("add the value that follows it"), true)
		end
	end
end

-- Parameters named work.* are asked for by the program, these two by every judge.
function check.rest(day)
	local today = entries.day(day)
	for _, needed in ipairs({ "work.types", "work.reasons" }) do
		if not world.parameters[needed] and not world.is_unread(needed) then
			add("parameters/work.lua", 1, T("the parameter %s is missing: nobody could be judged", needed),
				T("put it back"))
		end
	end
	for name, list in next, world.parameters do
		if today then
			check_ends(name, list, today)
		end
		local places = {}
		for _, entry in ipairs(list) do
			local place = entry.jurisdiction and tostring(entry.jurisdiction) .. " " .. tostring(entry.part or "")
			local other = places[place or {}]
			if other then
				add(entry.path, entry.line, T("parameter %s is defined twice for %s, also in %s:%s", name, entry.jurisdiction,
					other.path, other.line), T("put the values into one entry"))
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
