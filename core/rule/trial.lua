-- Cases and drafts, judged and calculated by the same engine that judges everyone; while testing, what
-- they meet is recorded (recording), so that their neighbours can be looked for (search).
local host, tools = ...
local book, recording = host.book, tools.recording
local trial = { subjects = {}, by_path = {}, defined = {} }
tools.trial = trial

local texts, chain, today = {}, nil, nil
local facts

local function add_subject(path, subject)
	subject.path, subject.n = path, #(trial.by_path[path] or {}) + 1
	trial.by_path[path] = trial.by_path[path] or {}
	trial.by_path[path][subject.n] = subject
	trial.subjects[subject.name] = subject
end

local plain_settings

-- Who calls a calculation is known by its name with brackets.
local function watch_calls(c)
	local compute = type(c) == "table" and c.compute
	if type(compute) == "function" then
		c.compute = function(given)
			recording.asked(tostring(c.name) .. "()")
			return compute(given)
		end
	end
end

-- Called before anything is loaded: what the book takes in is seen here too.  kind: record or plain.
function trial.start(kind)
	local add_rule, add_calculations, add_parameters = book.add_rule, book.add_calculations, book.add_parameters
	plain_settings = book.settings
	book.forgets = true
	function book.settings(day, jurisdictions)
		today, chain = day, jurisdictions
		return plain_settings(day, jurisdictions)
	end
	function book.add_parameters(list, path)
		add_parameters(list, path)
		for _, p in ipairs(list) do
			trial.defined[path] = trial.defined[path] or {}
			trial.defined[path][p.name] = true
		end
	end
	function book.add_rule(r, path)
		local rule = add_rule(r, path)
		add_subject(path, { name = r.id, kind = "r", reads = rule.reads, guards = rule.guards,
			from = rule.from, to = rule.to, cases = r.cases })
		return rule
	end
	function book.add_calculations(list, path)
		for _, c in ipairs(type(list) == "table" and list or {}) do
			watch_calls(c)
		end
		add_calculations(list, path)
		for _, c in ipairs(list) do
			trial.defined[path] = trial.defined[path] or {}
			trial.defined[path][c.name .. "()"] = true
			add_subject(path, { name = c.name, kind = "c", calculation = c, cases = c.cases })
		end
	end
	if kind == "record" then
		recording.add()
		host.rewrite(function(path, text)
			texts[path] = text
			return recording.rewrite(path, text)
		end)
	end
	return {}
end

-- The fields an input may have: name and kind (day, number, yes/no or text).
local kind_of_fact = { date = "day", int = "number", bigint = "number", boolean = "yes/no", text = "text" }

function trial.fields(subject)
	if not subject.fields then
		subject.fields = {}
		if not facts then
			facts = host.facts()
		end
		for i, f in ipairs(subject.kind == "r" and facts or subject.calculation.inputs) do
			local kind = subject.kind == "r" and kind_of_fact[f.type] or f[2] == "day" and "day"
				or (f[2] == "number" or f[2] == "yuan") and "number" or "text"
			subject.fields[i] = { name = f.name or f[1], kind = kind }
			subject.fields[f.name or f[1]] = subject.fields[i]
		end
	end
	return subject.fields
end

-- An input in one line: the subject, the day, and each value, with tabs in between.
function trial.encode(subject, input)
	local parts = { subject.name, "on=" .. host.day(input.on) }
	for _, f in ipairs(trial.fields(subject)) do
		local v = input.values[f.name]
		if v ~= nil then
			v = f.kind == "day" and host.day(v) or type(v) == "string" and v:gsub("[\t\n]", " ") or tostring(v)
			parts[#parts + 1] = f.name .. "=" .. v
		end
	end
	return table.concat(parts, "\t")
end

-- A text as the value of a field; nil when it is none.
local function read_value(field, text)
	if field.kind == "day" then
		return host.date_or_nil(text)
	elseif field.kind == "number" then
		return tonumber(text)
	elseif field.kind == "yes/no" then
		return text == "true"
	end
	return text
end

local function decode(line)
	local name = line:match("^[^\t]+")
	local subject = trial.subjects[name]
	if not subject then
		return nil
	end
	local input = { on = today, values = {} }
	local fields = trial.fields(subject)
	for key, text in line:sub(#name + 2):gmatch("([^=\t]+)=([^\t]*)") do
		if key == "on" then
			input.on = host.date_or_nil(text)
		elseif not fields[key] then
			error("there is no fact \"" .. key .. "\"", 0)
		elseif text ~= "" then
			input.values[key] = read_value(fields[key], text)
			if input.values[key] == nil then
				error(key .. ": \"" .. text .. "\" is no " .. fields[key].kind, 0)
			end
		end
	end
	return subject, input
end

local formats = { date = ">I2i4", int = ">I2i4", bigint = ">I2i8" }
local sizes = { date = 4, int = 4, bigint = 8 }

local function row_of(values)
	local parts = {}
	facts = facts or host.facts()
	for i, f in ipairs(facts) do
		local v = values[f.name]
		if v == nil then
			parts[i] = "\255\255"
		elseif f.type == "text" then
			parts[i] = string.pack(">s2", v)
		elseif f.type == "boolean" then
			parts[i] = string.pack(">I2B", 1, v and 1 or 0)
		else
			parts[i] = string.pack(formats[f.type], sizes[f.type], v)
		end
	end
	return string.pack(">I2I4i8i4s4", 3, 8, 1, -1, table.concat(parts))
end

-- Message without place and trace: it is the same on whatever line it arose.
local function failure(message)
	local none = { met = {}, reached = {}, looked = {}, asked = {} }
	local first = tostring(message):match("^[^\n]*")
	local trace = tostring(message):gsub("\n%s*%[C%]: in [^\n]*'judge'.*$", ""):gsub("\n%s*%[C%]: in [^\n]*'guarded'.*$", "")
	return { "fails", "", "", first:match("^[^:]*:%d+: (.*)$") or first, (trace:gsub("\t", "  ")), records = none,
		is_limit = first:find("stopped: ", 1, true) ~= nil }
end

local function judge(subject, input)
	local in_force = subject.from <= input.on and (not subject.to or input.on <= subject.to)
	local ok, found, failed = pcall(function()
		return host.judge(subject.name, in_force, input.on, row_of(input.values))
	end)
	if not ok then
		return failure(found)
	elseif #failed > 0 then
		local _, _, message = string.unpack(">s4i8s4", failed)
		return failure(message)
	elseif #found == 0 then
		return { "nothing", "", "", "", "" }
	end
	local _, cause, _, at = string.unpack(">s4s4s4", found, 15)
	local size, due = string.unpack(">i4", found, at), ""
	at = at + 4
	if size == 4 then
		due, at = string.unpack(">i4", found, at)
		due = host.day(due)
	end
	return { "task", cause, due, string.unpack(">s4", found, at), "" }
end

local function shown(kind, v)
	if v == nil then
		return ""
	end
	return kind == "day" and math.type(v) == "integer" and host.day(v) or tostring(v)
end

local function calculate(subject, input)
	local c, parts, outputs = subject.calculation, {}, {}
	local given = {}
	for name, v in next, input.values do
		given[name] = v
	end
	local status, result = host.guarded(c.compute, given)
	if status ~= "ok" then
		return failure(result)
	elseif type(result) ~= "table" then
		return failure("compute must return a table")
	end
	for i, output in ipairs(c.outputs) do
		outputs[output[1]] = shown(output[2], result[output[1]])
		parts[i] = output[1] .. "=" .. outputs[output[1]]
	end
	return { "gives", "", "", table.concat(parts, "\t"), "", outputs = outputs }
end

-- One run on one input: the outcome (status, cause, due, text, trace) and what was met on the way.
function trial.run(subject, input)
	if subject.is_stopped then
		return failure("stopped: not tried again")
	end
	if input.on ~= today then
		today = input.on
		plain_settings(today, chain)
	end
	local records = recording.start()
	local outcome = (subject.kind == "r" and judge or calculate)(subject, input)
	subject.is_stopped = outcome.is_limit
	outcome.records, recording.now = records, nil
	subject.asked = subject.asked or {}
	for name in next, outcome.records.asked do
		subject.asked[name] = true
	end
	return outcome
end

-- Answers of a line as encode writes it: five texts.  A subject that is not there answers so.
local function answer(line)
	local ok, subject, input = pcall(decode, line)
	if not ok then
		return failure(subject)
	elseif not subject then
		return { "is not there", "", "", "", "" }
	end
	return trial.run(subject, input)
end

function trial.replay(...)
	local out = {}
	for _, line in ipairs({ ... }) do
		local outcome = answer(line)
		for i = 1, 5 do
			out[#out + 1] = outcome[i]
		end
	end
	return out
end

-- A case's table as an input.
local function input_of(subject, case)
	local given = subject.kind == "r" and case.facts or case.given
	local input = { on = host.date_or_nil(case.on or "2025-11-10"), values = {} }
	local fields = trial.fields(subject)
	if not input.on then
		error("on is no day", 0)
	end
	for name, v in next, type(given) == "table" and given or {} do
		if not fields[name] then
			error("\"" .. tostring(name) .. "\" is not known", 0)
		end
		if fields[name].kind == "day" and type(v) == "string" then
			v = host.date_or_nil(v) or error(name .. " is no day", 0)
		end
		input.values[name] = v
	end
	return input
end

local function as_wanted(kind, v)
	return kind == "number" and tonumber(v) or tostring(v)
end

-- What a calculation's case wants and got, differences only; both empty when it comes out.
local function compare_outputs(subject, case, outcome)
	local want, got, is_empty = {}, {}, next(case.gives or {}) == nil
	for _, output in ipairs(subject.calculation.outputs) do
		local wanted = (case.gives or {})[output[1]]
		local text, value = shown(output[2], wanted), outcome.outputs[output[1]]
		if (wanted ~= nil or is_empty) and as_wanted(output[2], text) ~= as_wanted(output[2], value) then
			want[#want + 1], got[#got + 1] = output[1] .. "=" .. text, output[1] .. "=" .. value
		end
	end
	return table.concat(want, " "), table.concat(got, " ")
end

local function compare_case(subject, case, outcome)
	if outcome[1] == "fails" then
		return "no failure", outcome[5]
	elseif subject.kind == "c" then
		return compare_outputs(subject, case, outcome)
	end
	local wanted = case.gives or "nothing"
	local got = outcome[1] == "task" and outcome[2] or "nothing"
	if wanted == "task" and outcome[1] == "task" then
		return "", ""
	end
	return wanted ~= got and tostring(wanted) or "", wanted ~= got and got or ""
end

local function case_lines(path)
	local lines = {}
	local ok, e = pcall(tools.entries.read, path, path:sub(1, 1), texts[path] or "")
	for _, entry in ipairs(ok and e.list or {}) do
		lines[entry.name or entry.id or false] = entry
	end
	return lines
end

local told = {}

-- The cases of a text, run once: name, line, expected, got; expected and got are empty when it came out.
function trial.cases(path)
	if told[path] then
		return told[path]
	end
	local out, lines = {}, case_lines(path)
	told[path] = out
	local function tell(...)
		for _, text in ipairs({ ... }) do
			out[#out + 1] = tostring(text)
		end
	end
	for _, subject in ipairs(trial.by_path[path] or {}) do
		local entry, n, was_stopped = lines[subject.name], 0, false
		subject.seeds = {}
		for i, case in ipairs(type(subject.cases) == "table" and subject.cases or {}) do
			local line = entry and entry.cases[i] and entry.cases[i].line or 1
			local name = subject.name .. ": " .. tostring(case[1])
			local ok, input = pcall(input_of, subject, case)
			n = n + 1
			if not ok then
				tell(name, line, "a case that can be read", input)
			else
				subject.seeds[#subject.seeds + 1] = input
				subject.is_stopped = false
				local outcome = trial.run(subject, input)
				was_stopped = was_stopped or outcome.is_limit
				tell(name, line, compare_case(subject, case, outcome))
			end
		end
		subject.is_stopped = was_stopped
		if n < (subject.kind == "r" and 2 or 1) then
			tell(subject.name .. " has cases", entry and entry.line or 1,
				subject.kind == "r" and "two cases or more" or "a case or more", n)
		end
	end
	return out
end

-- The days on which parameters' values begin, for those that were asked.
function trial.edges(name)
	local days = {}
	for _, entry in ipairs(book.parameters[name] or {}) do
		for _, v in ipairs(entry.values) do
			days[#days + 1] = v.from
			days[#days + 1] = v.to and v.to + 1 or nil
		end
	end
	return days
end

-- The texts whose cases ask for what this text defines.
function trial.concerned(path)
	local out, defined = {}, trial.defined[path] or {}
	for other, subjects in next, trial.by_path do
		local is_concerned = false
		for _, subject in ipairs(subjects) do
			for name in next, subject.asked or {} do
				is_concerned = is_concerned or defined[name]
			end
		end
		out[#out + 1] = is_concerned and other or nil
	end
	table.sort(out)
	return out
end
