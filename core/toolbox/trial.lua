-- Cases and drafts, judged and calculated by the same engine that judges everyone; while testing, what
-- they meet is recorded (recording), so that their neighbours can be looked for (search).
local host, tools = ...
local T, book, recording, inputs = host.T, host.book, tools.recording, tools.inputs
local trial = { subjects = {}, by_path = {}, defined = {} }
tools.trial = trial

local texts, place, today = {}, nil, nil

local function add_subject(path, subject)
	subject.path, subject.n = path, #(trial.by_path[path] or {}) + 1
	trial.by_path[path] = trial.by_path[path] or {}
	trial.by_path[path][subject.n] = subject
	trial.subjects[subject.name] = subject
end

-- Of several texts of one name those with days, and those that come later, have a name of their own.
function trial.name_of(c)
	if c.from or c.to or trial.subjects[c.name] then
		return c.name .. "@" .. tostring(c.jurisdiction) .. (c.from and "@" .. c.from or c.to and "@.." .. c.to or "")
	end
	return c.name
end

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
	collectgarbage("setpause", 200)	-- at four times what lives, as elsewhere, it would meet the ceiling
	local add_rule, add_calculations, add_parameters = book.add_rule, book.add_calculations, book.add_parameters
	local plain_settings = book.settings
	book.forgets = true
	function book.settings(day, home, ...)
		today, place = day, home
		return plain_settings(day, home, ...)
	end
	function book.add_parameters(list, path)
		add_parameters(list, path)
		for _, p in ipairs(list) do
			trial.defined[path] = trial.defined[path] or {}
			trial.defined[path][p.name] = true
		end
	end
	function book.add_rule(r, path, env)
		local rule = add_rule(r, path, env)
		if not rule then return false end
		add_subject(path, { name = r.id, kind = "r", place = inputs.place_of(r), reads = rule.reads, guards = rule.guards,
			from = rule.from, to = rule.to, cases = r.cases })
		return rule
	end
	function book.add_calculations(list, path, env)
		for _, c in ipairs(type(list) == "table" and list or {}) do
			watch_calls(c)
		end
		add_calculations(list, path, env)
		for _, c in ipairs(list) do
			trial.defined[path] = trial.defined[path] or {}
			trial.defined[path][c.name .. "()"] = true
			add_subject(path, { name = trial.name_of(c), kind = "c", place = inputs.place_of(c), calculation = c, cases = c.cases,
				from = c.from and host.date_or_nil(c.from), to = c.to and host.date_or_nil(c.to) })
		end
	end
	if kind == "record" then recording.add() end
	host.rewrite(function(path, text)
		texts[path] = text
		return kind == "record" and recording.rewrite(path, text) or text
	end)
	return {}
end

-- Marks the word for an outcome, which the program translates.
local function L(text)
	return text
end

-- Message without place and trace: it is the same on whatever line it arose; then the message with both.  What
-- T made is a refusal and stays as it is; is_ours: it is none, the message is one of these tools.
local function failure(message, is_ours)
	local none = { met = {}, reached = {}, looked = {}, asked = {} }
	message = tostring(message)
	local first = message:match("^[^\n]*")
	local refuses, told, text = not is_ours and select(2, inputs.words(first)), first, first
	if not refuses and not is_ours then
		told, text = tools.wording.failure(message)
	end
	return { refuses and L"refuses" or L"fails", "", "", text, told, records = none,
		is_limit = first:find("stopped: ", 1, true) ~= nil }
end

local function judge(subject, input)
	local in_force = subject.from <= input.on and (not subject.to or input.on <= subject.to)
	local ok, found, failed = pcall(function()
		return host.judge(subject.name, in_force, input.on, inputs.row_of(subject, input))
	end)
	if not ok then
		return failure(found)
	elseif #failed > 0 then
		local _, _, message = string.unpack(">s4i8s4", failed)
		return failure(message)
	elseif #found == 0 then
		return { L"nothing", "", "", "", "" }
	end
	local _, cause, _, at = string.unpack(">s4s4s4", found, 15)
	local size, due = string.unpack(">i4", found, at), ""
	at = at + 4
	if size == 4 then
		due, at = string.unpack(">i4", found, at)
		due = host.day(due)
	end
	return { L"task", cause, due, string.unpack(">s4", found, at), "" }
end

local function calculate(subject, input)
	local c, parts, outputs = subject.calculation, {}, {}
	local ok, given = pcall(inputs.for_compute, subject, input)
	if not ok then
		return failure(given)
	end
	local status, result = host.guarded(c.compute, given)
	if status ~= "ok" then
		return failure(result)
	elseif type(result) ~= "table" then
		return failure(T("compute must return a table"), true)
	end
	for i, output in ipairs(c.outputs) do
		local fits, text = pcall(tools.ports.result, output, result[output[1]])
		if not fits then
			local is_told = select(2, inputs.words(tostring(text)))
			return failure(is_told and text or output[1] .. ": " .. tostring(text), is_told)
		end
		outputs[output[1]] = text
		parts[i] = output[1] .. "=" .. (output[2] == "say" and (inputs.words(text)) or text)
	end
	return { L"gives", "", "", table.concat(parts, "\t"), "", outputs = outputs, result = result }
end

-- Every place is entered anew: nothing of another one is kept.
local function enter(input)
	if input.on ~= today or input.place ~= place then
		today, place = input.on, input.place
		book.set_home(today, place)
		host.forget_places()
	end
end

-- One run on one input: the outcome (status, cause, due, text, trace) and what was met on the way.
function trial.run(subject, input)
	if subject.is_stopped then
		return failure(T("stopped: not tried again"), true)
	end
	enter(input)
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
	local ok, subject, input = pcall(inputs.decode, trial.subjects, line, today)
	if not ok then
		return failure(subject, true)
	elseif not subject then
		return { L"is not there", "", "", "", "" }
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

-- A case says it as the command line does, or as rules have it: then it is written like the result.
local function is_wanted(output, wanted, value)
	local text = type(wanted) == "string" and wanted or tools.ports.write(output, wanted)
	return text == value or tonumber(text) ~= nil and tonumber(text) == tonumber(value), text
end

-- within: how far a number may be from what the case says, as rules have both.
local function is_within(case, output, wanted, value)
	if case.within and type(wanted) == "string" then
		local ok, read = pcall(tools.ports.read, output, wanted)
		wanted = ok and read
	end
	return math.type(case.within) and math.type(wanted) and math.type(value) and math.abs(wanted - value) <= case.within
end

-- What a calculation's case wants and got, differences only; both empty when it comes out.
local function compare_outputs(subject, case, outcome)
	local want, got, is_empty = {}, {}, next(case.gives or {}) == nil
	for _, output in ipairs(subject.calculation.outputs) do
		local wanted, value = (case.gives or {})[output[1]], outcome.outputs[output[1]]
		local comes_out, text = is_wanted(output, wanted, value)
		comes_out = comes_out or is_within(case, output, wanted, outcome.result[output[1]])
		if (wanted ~= nil or is_empty) and not comes_out then
			want[#want + 1], got[#got + 1] = output[1] .. "=" .. text, output[1] .. "=" .. value
		end
	end
	return table.concat(want, " "), table.concat(got, " ")
end

local function compare_case(subject, case, outcome)
	if outcome[1] == "fails" or outcome[1] == "refuses" then
		return T("no failure"), outcome[5]
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
		local name = entry.id or entry.name or false
		lines[lines[name] and trial.name_of(entry) or name] = entry
		lines[entry.kind == "c" and trial.name_of(entry) or name] = entry
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
		local entry, n, was_stopped = lines[subject.name] or lines[subject.name:match("^[^@]*")], 0, false
		subject.seeds = {}
		for i, case in ipairs(type(subject.cases) == "table" and subject.cases or {}) do
			local line = entry and entry.cases[i] and entry.cases[i].line or 1
			local name = subject.name .. ": " .. tostring(case[1])
			local ok, input = pcall(inputs.of_case, subject, case)
			n = n + 1
			if not ok then
				tell(name, line, T("a case that can be read"), input)
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
			tell(T("%s has cases", subject.name), entry and entry.line or 1,
				subject.kind == "r" and T("two cases or more") or T("a case or more"), n)
		end
	end
	return out
end

-- The days on which a parameter's values begin, everywhere or in one place.
function trial.edges(name, code)
	local days = {}
	for _, entry in ipairs(book.parameters[name] or {}) do
		for _, v in ipairs((not code or entry.jurisdiction == code) and entry.values or {}) do
			days[#days + 1] = v.from
			days[#days + 1] = v.to and v.to + 1 or nil
		end
	end
	return days
end

local function values_text(name, entry)
	local parts = { name, entry.jurisdiction }
	for _, v in ipairs(entry.values) do
		parts[#parts + 1] = v.from .. " " .. (v.to or "") .. " " .. host.write("", v.value)
	end
	return table.concat(parts, "\t")
end

-- Every parameter of every place with its values: two books differ in those that only one of them has.
function trial.entries()
	local out = {}
	for _, name in ipairs(book.sorted(book.parameters)) do
		for _, entry in ipairs(book.parameters[name]) do
			out[#out + 1] = values_text(name, entry)
		end
	end
	return out
end

-- The places where a parameter differs between two books, as told by entries.
local differing = {}

function trial.differ(...)
	for _, text in ipairs({ ... }) do
		local name, code = text:match("^([^\t]*)\t([^\t]*)")
		differing[name] = differing[name] or {}
		differing[name][code] = true
	end
	return {}
end

-- Of what an input has asked for: the places where it differs, and the days on which it does.
function trial.other_places(subject, input, asked)
	local list = {}
	for _, name in ipairs(book.sorted(asked)) do
		for _, code in ipairs(book.sorted(differing[name] or {})) do
			if code ~= input.place and book.applies(subject.place, code) then
				list[#list + 1] = { place = code, days = trial.edges(name, code) }
			end
		end
	end
	return list
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
