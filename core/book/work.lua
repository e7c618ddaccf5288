-- What the program itself reads of the parameters, and their shapes: a text with another one is refused when
-- it is loaded, not on the morning when the judge would stumble over it.  Trusted, like the prelude, whose table
-- book is.
local book = select(2, ...)
local DAYS_MOST, NAME_MOST, LABEL_MOST = 3650, 40, 200
local WORD = "^[a-z][a-z0-9_]*$"
local KIND = "^[a-z][a-z0-9_]*%.?[a-z0-9_]*$"	-- of task, or a rule's or finder's own
local shapes = {}

-- The first fault that check finds among the entries of a table, with the entry's name.
local function first_fault(value, check)
	if type(value) ~= "table" then return " must be a table" end
	for _, key in ipairs(book.sorted(value)) do
		local fault = check(value[key])
		if fault then return "." .. tostring(key) .. fault end
	end
end

-- Entries go by names that are keys of the office's tables.
local function name_fault(t, shape)
	for _, key in ipairs(type(t) == "table" and book.sorted(t) or {}) do
		if type(key) ~= "string" or #key > NAME_MOST or not key:match(shape) then
			return "." .. tostring(key) .. " is not a name"
		end
	end
end

local function unknown(t, known)
	for _, key in ipairs(book.sorted(t)) do
		if not known[key] then return "." .. tostring(key) .. " is not known" end
	end
end

local function is_whole(n, least, most)
	return math.type(n) == "integer" and n >= least and n <= most
end

shapes["work.types"] = function(types)
	return name_fault(types, KIND) or first_fault(types, function(t)
		if type(t) ~= "table" then return " must be a table" end
		local fault = unknown(t, { days = true, working_days = true, priority = true })
		if fault then return fault end
		local days = t.working_days == nil and t.days or t.working_days
		if not is_whole(days, 0, DAYS_MOST) then return " needs days or working_days, a whole number from 0 to " .. DAYS_MOST end
		if t.days ~= nil and not is_whole(t.days, 0, DAYS_MOST) then return ".days must be a whole number" end
		if t.priority ~= nil and not is_whole(t.priority, 1, 9) then return ".priority must be a whole number from 1 to 9" end
	end)
end

shapes["work.limits"] = function(limits)
	return name_fault(limits, "^[%w_]+$") or first_fault(limits, function(l)
		return type(l) == "table" and unknown(l, { watch = true, alarm = true }) or first_fault(l, function(n)
			if not math.type(n) or n ~= n or n == math.huge or n == -math.huge then return " must be a number" end
		end)
	end)
end

-- Kinds of reports of other departments that a decision may make void.
local reports = { death = true, detained = true, prison = true }

local function reason_fault(r)
	if type(r) ~= "table" or type(r.code) ~= "string" or not r.code:match(WORD) or #r.code > NAME_MOST
			or type(r.label) ~= "string" or #r.label > LABEL_MOST
			or (r.voids ~= nil and type(r.voids) ~= "string") then
		return " needs code, in small letters, and label"
	end
	local fault = unknown(r, { code = true, label = true, voids = true })
	if fault then return fault end
	for kind in (r.voids or ""):gmatch("%S+") do
		if not reports[kind] then return ".voids: there is no report \"" .. kind .. "\"" end
	end
end

shapes["work.reasons"] = function(types)
	return name_fault(types, KIND) or first_fault(types, function(events)
		return name_fault(events, WORD) or first_fault(events, function(reasons)
			if type(reasons) == "table" and #reasons ~= #book.sorted(reasons) then return " must be a list" end
			return first_fault(reasons, reason_fault)
		end)
	end)
end

-- From which amount on (whole fen) how many persons must agree; what is not named is settled by two.
shapes["work.persons"] = function(kinds)
	return name_fault(kinds, KIND) or first_fault(kinds, function(steps)
		if type(steps) == "table" and #steps ~= #book.sorted(steps) then return " must be a list" end
		return first_fault(steps, function(s)
			if type(s) ~= "table" or not is_whole(s.from, 0, 999999999999) or not is_whole(s.persons, 2, 5) then
				return " needs from, in whole fen, and persons, from 2 to 5"
			end
		end)
	end)
end

-- From which number of proposals a month on the others wait for a manager, by kind of task or rule: the floor, or so
-- many times what is usual where that is more.
shapes["work.brake"] = function(kinds)
	return name_fault(kinds, KIND) or first_fault(kinds, function(b)
		if type(b) ~= "table" or not is_whole(b.floor, 1, 1000000) then return " needs floor, a whole number from 1" end
		if b.times ~= nil and not is_whole(b.times, 1, 1000) then return ".times must be a whole number from 1 to 1000" end
		return unknown(b, { floor = true, times = true })
	end)
end

-- Which open tasks hold a payment, by kind of task or rule, and which job may release it; what begins with pay. is seen
-- by the run itself.
shapes["work.gate"] = function(kinds)
	return name_fault(kinds, KIND) or first_fault(kinds, function(g)
		if type(g) ~= "table" or type(g.release) ~= "string" or not g.release:match(WORD) then
			return " needs release, the name of a job or none"
		end
		return unknown(g, { release = true })
	end)
end

-- Who pays out: the form of its files, what stands in a line of them, and which of its codes are which reason.
shapes["work.channels"] = function(channels)
	return name_fault(channels, WORD) or first_fault(channels, function(c)
		if type(c) ~= "table" or (c.format ~= "pain" and c.format ~= "csv") then return " needs format, pain or csv" end
		for _, key in ipairs({ "title", "encoding", "agent", "debtor", "columns", "codes", "reply", "test" }) do
			if c[key] ~= nil and (type(c[key]) ~= "string" or #c[key] > 1000) then return "." .. key .. " must be a text" end
		end
		if c.encoding ~= nil and c.encoding ~= "UTF-8" and c.encoding ~= "GB18030" then
			return ".encoding must be UTF-8 or GB18030"
		end
		return unknown(c, { format = true, title = true, encoding = true, agent = true, debtor = true,
			columns = true, codes = true, reply = true, test = true })
	end)
end

-- What is expected of each sender: days between files; how many times its usual size a file may have, and which
-- share of rows may be refused, in percent; whole: each file repeats what was told; while it is silent, rules that
-- make no tasks, for so many days at most.
shapes["work.feeds"] = function(feeds)
	return name_fault(feeds, WORD) or first_fault(feeds, function(f)
		if type(f) ~= "table" then return " must be a table" end
		local fault = unknown(f, { days = true, times = true, rejects = true, whole = true, silent = true,
			holds = true, contact = true })
		if fault then return fault end
		if not is_whole(f.days, 1, 3660) then return " needs days, a whole number from 1 to 3660" end
		if f.times ~= nil and not is_whole(f.times, 2, 1000) then return ".times must be a whole number from 2 to 1000" end
		if f.rejects ~= nil and not is_whole(f.rejects, 0, 100) then return ".rejects must be from 0 to 100" end
		if f.silent ~= nil and not is_whole(f.silent, 1, 3660) then return ".silent must be from 1 to 3660" end
		for _, key in ipairs({ "holds", "contact" }) do
			if f[key] ~= nil and (type(f[key]) ~= "string" or #f[key] > LABEL_MOST) then
				return "." .. key .. " must be a text"
			end
		end
	end)
end

-- What a step of a task writes: which words, by which channels in order, and what has to happen before they go.
local ways = { sms = true, mail = true, app = true, letter = true }
local said = { template = true, channels = true, adverse = true, words = true, look = true, told = true, reply_days = true }

local function message_fault(m)
	if type(m) ~= "table" or type(m.template) ~= "string" or not m.template:match(WORD) or #m.template > NAME_MOST
			or type(m.channels) ~= "string" then
		return " needs template, in small letters, and channels"
	end
	for way in m.channels:gmatch("%S+") do
		if not ways[way] then return ".channels: there is no channel \"" .. way .. "\"" end
	end
	if m.adverse and not (" " .. m.channels .. " "):find(" letter ", 1, true) then
		return ".channels: what takes something goes by letter, too"
	end
	for _, key in ipairs({ "adverse", "words", "look", "told" }) do
		if m[key] ~= nil and type(m[key]) ~= "boolean" then return "." .. key .. " must be true or false" end
	end
	if m.reply_days ~= nil and not is_whole(m.reply_days, 1, 3660) then
		return ".reply_days must be a whole number from 1 to 3660"
	end
	return unknown(m, said)
end

shapes["work.messages"] = function(kinds)
	return name_fault(kinds, KIND) or first_fault(kinds, function(states)
		return name_fault(states, WORD) or first_fault(states, message_fault)
	end)
end

shapes["work.short"] = function(templates)
	return name_fault(templates, WORD) or first_fault(templates, function(texts)
		return first_fault(texts, function(s)
			if type(s) ~= "string" or #s > 1500 or s:find("[%c]") then return " must be a text on one line" end
		end)
	end)
end

-- What the sender goes by, each from a least to a most.
local numbers = {
	quiet_from = { 0, 23 }, quiet_to = { 0, 23 }, sms_per_minute = { 1, 1000000 }, app_per_minute = { 1, 1000000 },
	mail_per_minute = { 1, 1000000 }, per_person_day = { 1, 1000 }, tries = { 1, 100 }, estate_days = { 1, 366 },
	estate_tries = { 1, 1000 }, public_notice_days = { 0, 366 },
}

shapes["work.post"] = function(post)
	if type(post) ~= "table" then return " must be a table" end
	for _, key in ipairs(book.sorted(post)) do
		local n = numbers[key]
		if not n then return "." .. tostring(key) .. " is not known" end
		if not is_whole(post[key], n[1], n[2]) then
			return "." .. key .. " must be a whole number from " .. n[1] .. " to " .. n[2]
		end
	end
end

-- Rows for statements of the areas: a kind, its codes, and what is said of each.
shapes["work.rows"] = function(kinds)
	return name_fault(kinds, WORD) or first_fault(kinds, function(codes)
		return name_fault(codes, KIND) or first_fault(codes, function(row)
			return name_fault(row, WORD) or first_fault(row, function(v)
				if not math.type(v) and (type(v) ~= "string" or #v > LABEL_MOST) then return " must be a number or a text" end
			end)
		end)
	end)
end

-- How an office's own files are read: of each feed, from which headings a field comes and in whose words.  Lists have
-- | between; codes are their=ours.
local encodings = { ["UTF-8"] = true, GB18030 = true }
local separators = { [","] = true, [";"] = true, tab = true }

local function source_fault(s)
	if type(s) ~= "table" then return " must be a table" end
	for _, key in ipairs(book.sorted(s)) do
		if type(s[key]) ~= "string" then return "." .. tostring(key) .. " must be a text" end
	end
	if (s.from == nil) == (s.constant == nil) then return " needs from or constant" end
	for item in (s.codes or ""):gmatch("[^|]+") do
		if not item:match("^[^=]+=") then return ".codes: " .. item .. " is not THEIRS=OURS" end
	end
	return unknown(s, { from = true, join = true, codes = true, constant = true })
end

-- Rows of headings as "1" or "2-3"; columns of fixed widths as NAME:FROM-TO with | between.
local function shape_fault(m)
	for _, key in ipairs({ "ignore", "sheet", "head", "columns" }) do
		if m[key] ~= nil and type(m[key]) ~= "string" then return "." .. key .. " must be a text" end
	end
	local first, last = (m.head or "1"):match("^(%d+)%-?(%d*)$")
	if not first or last ~= "" and tonumber(last) < tonumber(first) then return ".head must be rows of headings, as 1 or 2-3" end
	for item in (m.columns or ""):gmatch("[^|]+") do
		local from, to = item:match("^(%d+)%-(%d+)$")
		if not from then from, to = item:match("^.+:(%d+)%-(%d+)$") end
		if not from or tonumber(from) < 1 or tonumber(to) < tonumber(from) then return ".columns: " .. item .. " is not NAME:FROM-TO" end
	end
	if m.count ~= nil and m.count ~= "bytes" and m.count ~= "characters" then return ".count must be bytes or characters" end
end

shapes["work.maps"] = function(feeds)
	return name_fault(feeds, WORD) or first_fault(feeds, function(m)
		if type(m) ~= "table" or not encodings[m.encoding] then return " needs encoding, UTF-8 or GB18030" end
		if not separators[m.separator] then return " needs separator, a comma, a semicolon or a tab" end
		local shape = shape_fault(m)
		if shape then return shape end
		local fault = name_fault(m.fields, WORD) or first_fault(m.fields, source_fault)
		return unknown(m, { encoding = true, separator = true, ignore = true, fields = true, sheet = true, head = true, columns = true, count = true }) or fault and ".fields" .. fault
	end)
end

local remedies = { internal = true, reconsideration = true, court = true }

shapes["work.remedies"] = function(kinds)
	return type(kinds) == "table" and unknown(kinds, remedies) or first_fault(kinds, function(r)
		if type(r) ~= "table" or (r.days == nil) == (r.months == nil) then return " needs days or months" end
		if not is_whole(r.decide_days, 1, 3660) then return " needs decide_days, a whole number from 1 to 3660" end
		for key, most in pairs({ days = 3660, months = 120, after_days = 3660 }) do
			if r[key] ~= nil and not is_whole(r[key], 1, most) then return "." .. key .. " must be a whole number" end
		end
		return unknown(r, { days = true, months = true, after_days = true, decide_days = true })
	end)
end

local picks = { last = true, sum = true, count = true, any = true }
local CODE = "^[a-z0-9][a-z0-9_]*$"	-- stands in a statement: no sign that means anything there

local whats = { count = true, sum = true, middle = true }

-- A figure of the board over a fact: its name, and whose value counts.
local function figure_fault(g)
	if type(g) ~= "table" or type(g.id) ~= "string" or not g.id:match("^[A-Z][A-Za-z0-9]*$") or #g.id > 8 then
		return ".figure needs id, a capital and up to seven letters or digits"
	end
	if g.what ~= nil and not whats[g.what] then return ".figure.what must be count, sum or middle" end
	for _, key in ipairs({ "least", "most" }) do
		if g[key] ~= nil and math.type(g[key]) ~= "integer" then return ".figure." .. key .. " must be a whole number" end
	end
	local fault = unknown(g, { id = true, what = true, least = true, most = true })
	return fault and ".figure" .. fault
end

-- Facts of a person: of which feed's rows, which column, and how one value is chosen; see core/declared.
shapes["work.facts"] = function(facts)
	return name_fault(facts, WORD) or first_fault(facts, function(f)
		if type(f) ~= "table" then return " must be a table" end
		for _, key in ipairs({ "title", "unit", "feed", "column" }) do
			if type(f[key]) ~= "string" or #f[key] > LABEL_MOST then return " needs " .. key .. ", a text" end
		end
		if f.pick ~= nil and not picks[f.pick] then return ".pick must be last, sum, count or any" end
		if f.months ~= nil and not is_whole(f.months, 1, 1200) then return ".months must be a whole number from 1 to 1200" end
		local column, code
		for _, key in ipairs(type(f.of) == "table" and book.sorted(f.of) or {}) do
			if column then return ".of must name one column" end
			column, code = key, f.of[key]
		end
		if f.of ~= nil and (type(column) ~= "string" or type(code) ~= "string" or #code > NAME_MOST or not code:match(CODE)) then
			return ".of must be one column and a code of small letters, digits and _"
		end
		return unknown(f, { title = true, type = true, unit = true, feed = true, column = true, day = true, pick = true,
			months = true, of = true, figure = true }) or f.figure ~= nil and figure_fault(f.figure) or nil
	end)
end

-- Kinds of task, or rules, whose money is paid once.
shapes["work.once"] = function(kinds)
	return name_fault(kinds, KIND) or first_fault(kinds, function(is_once)
		if is_once ~= true then return " must be true" end
	end)
end

shapes["work.calendar"] = function(value)
	if type(value) ~= "table" then return " must be a table" end
	local ok, fault = pcall(book.days_apart, value)
	if not ok then return ": " .. tostring(fault) end
end

-- What is wrong with a value, or nil.
function book.work_fault(name, value)
	return shapes[name] and shapes[name](value)
end

-- Each parameter that is one number, as it is today in the office's own place.
function book.numbers()
	local all, today = {}, book.home_day()
	for name in next, book.parameters do
		local v = book.find(name, today)
		if v and math.type(v.value) then all[name] = v.value end
	end
	return all
end
