-- Neighbours of the cases: for each comparison that was met, inputs one unit below, at and above its
-- limit, found by moving one value of the input at a time.  Inputs and limits to look for are queues,
-- worked off a little at a time, so that the program can watch the clock.
local host, tools = ...
local trial, inputs = tools.trial, tools.inputs
local sorted = host.book.sorted	-- what Lua lists in any order would be found in another one each time
local search = {}
tools.search = search

local DEEPEST = 3	-- steps away from a case
local TASKS_A_STEP, RUNS_A_STEP = 40, 20
local steps = { day = { 1, -1, 31, -31, 366, -366, 3660, -3660 },
	number = { 1, -1, 12, -12, 100, -100, 10000, -10000 } }
local work	-- the text in progress

local function copy(input)
	local values = {}
	for k, v in next, input.values do
		values[k] = v
	end
	return { on = input.on, place = input.place, is_moved = input.is_moved, values = values }
end

local function with(input, name, value)
	local other = copy(input)
	if name == "on" then
		other.on, other.given = value, input.given
	else
		other.values[name] = value
		other.given = (value == nil) == (input.values[name] == nil) and input.given or nil
	end
	return other
end

-- Runs an input once; the outcome is kept.  nil when the limit of runs is used up.
local function run(subject, input)
	if input.on < -50000 or input.on > 60000 or not inputs.is_possible(subject, input) then
		return nil
	end
	local ok, key = pcall(inputs.key, subject, input)
	if not ok then
		return nil
	elseif work.seen[key] then
		return work.seen[key]
	elseif #work.order >= work.most or subject.is_stopped then
		return nil
	end
	local outcome = trial.run(subject, input)
	outcome.outputs, outcome.result = nil, nil	-- of 800 runs they would be more than the worker may hold
	work.order[#work.order + 1] = key
	work.seen[key] = outcome
	return outcome
end

local function push(subject, input, depth)
	-- Each input that waits takes a run or has had one: behind so many none comes to its turn.
	if depth > DEEPEST or not input.is_moved and #work.queue - work.at >= work.most then
		return
	end
	local ok, key = pcall(inputs.key, subject, input)
	if ok and not work.queued[key] and inputs.is_possible(subject, input) then
		work.queued[key] = true
		-- Where two books differ is looked at before all else, while there are runs left.
		table.insert(work.queue, input.is_moved and work.at or #work.queue + 1,
			{ subject = subject, input = input, depth = depth })
	end
end

-- The numbers of an input that can be moved: days, amounts, and the days of a list.
local function dimensions(subject, input)
	local list = {}
	for _, f in ipairs(inputs.given(subject, input)) do
		local v = input.values[f.name]
		if math.type(v) and (f.kind == "day" or f.kind == "number") then
			list[#list + 1] = { id = f.name, kind = f.kind, value = v,
				set = function(x) return with(input, f.name, x) end }
		elseif v and f.type == "list" then
			tools.searchlists.typed(f.port, v, function(id, kind, value, set)
				list[#list + 1] = { id = f.name .. id, kind = kind, value = value,
					set = function(x) return with(input, f.name, set(x)) end }
			end)
		elseif subject.kind == "r" and f.kind == "text" and v:find("^%s*%[") then
			tools.searchlists.numbers(v, function(id, kind, value, set)
				list[#list + 1] = { id = f.name .. id, kind = kind, value = value,
					set = function(x) return with(input, f.name, set(x)) end }
			end)
		elseif type(v) == "string" and v:match("^%-?%d+[%d,%-]*$") and #v < 200 then
			local n = 0
			for from, number, to in v:gmatch("()(%-?%d+)()") do
				n = n + 1
				if n <= 3 then
					list[#list + 1] = { id = f.name .. n, kind = "day", value = tonumber(number),
						set = function(x) return with(input, f.name, v:sub(1, from - 1) .. x .. v:sub(to)) end }
				end
			end
		end
	end
	if (subject.asked or {})["today()"] then
		list[#list + 1] = { id = "on", kind = "day", value = input.on, set = function(x) return with(input, "on", x) end }
	end
	return list
end

-- The difference of one comparison when a value is x; nil when it is not met then.
local function difference(subject, dim, key, x)
	local outcome = run(subject, dim.set(x))
	local r = outcome and outcome.records[key]
	return r and math.type(r.a) and math.type(r.b) and r.a - r.b or nil
end

local function slope_of(subject, dim, key, d)
	for _, step in ipairs(steps[dim.kind]) do
		local moved = difference(subject, dim, key, dim.value + step)
		if moved and moved ~= d then
			return (moved - d) / step
		end
	end
end

-- Two values, one on each side of the limit (or on it), by following the slope.
local function bracket(subject, dim, key, d, slope)
	local seen = { { x = dim.value, d = d } }
	local at, stride = dim.value, 1
	for _ = 1, 8 do
		local move = -d / slope
		if move ~= move or math.abs(move) > 1e7 then
			break
		end
		move = move < 0 and math.floor(move) or math.ceil(move)
		if move == 0 then
			move = slope > 0 and stride or -stride
		end
		local x = at + move
		local moved = difference(subject, dim, key, x)
		if not moved then
			x = at + move // 2
			moved = difference(subject, dim, key, x)
		end
		if not moved then
			break
		end
		seen[#seen + 1] = { x = x, d = moved }
		if moved * seen[1].d < 0 then
			break
		end
		if moved == d then
			stride = stride * 4
			at = x
		else
			at, d, stride = x, moved, 1
		end
	end
	return seen
end

-- Between a value where the test holds and one where it does not: the two neighbours.
local function narrow(subject, dim, key, yes, no, holds)
	for _ = 1, 40 do
		if math.abs(yes - no) <= 1 then
			break
		end
		local middle = (yes + no) // 2
		local d = difference(subject, dim, key, middle)
		if not d then
			return nil
		end
		if holds(d) then
			yes = middle
		else
			no = middle
		end
	end
	return yes
end

local tests = { function(d) return d < 0 end, function(d) return d <= 0 end }

local function find_limit(task)
	local subject, dim, key = task.subject, task.dim, task.key
	local mark = subject.name .. key .. dim.id .. (task.place or "")
	if (work.solved[mark] or 0) >= 3 or math.type(dim.value) ~= "integer" then
		return
	end
	local d = difference(subject, dim, key, dim.value)
	local slope = d and slope_of(subject, dim, key, d)
	if not slope then
		return
	end
	work.solved[mark] = (work.solved[mark] or 0) + 1
	local seen = bracket(subject, dim, key, d, slope)
	-- One more on each side of where it met the limit, for steps that are wide.
	local last = seen[#seen]
	for _, stride in ipairs({ 1, 32, 400 }) do
		for _, x in ipairs({ last.x - stride, last.x + stride }) do
			local moved = difference(subject, dim, key, x)
			seen[#seen + 1] = moved and { x = x, d = moved } or nil
		end
	end
	for _, holds in ipairs(tests) do
		local yes, no
		for _, point in ipairs(seen) do
			if holds(point.d) and (not yes or math.abs(point.d) < math.abs(yes.d)) then
				yes = point
			elseif not holds(point.d) and (not no or math.abs(point.d) < math.abs(no.d)) then
				no = point
			end
		end
		local x = yes and no and narrow(subject, dim, key, yes.x, no.x, holds)
		for _, near in ipairs(x and { -1, 0, 1 } or {}) do
			push(subject, dim.set(x + near), task.depth + 1)
		end
	end
end

-- Entries of a parameter's table that no case has asked for.
local function find_entries(task, looked)
	local n = 0
	for _, dim in ipairs(dimensions(task.subject, task.input)) do
		local mark = task.subject.name .. looked.site .. dim.id
		if math.type(looked.key) and dim.value == looked.key and not work.solved[mark] then
			work.solved[mark] = 1
			for _, key in ipairs(sorted(looked.keys)) do
				n = n + 1
				if n <= 100 and math.type(key) then
					push(task.subject, dim.set(key), task.depth + 1)
				end
			end
		end
	end
	for _, name in ipairs(type(looked.key) == "string" and sorted(task.input.values) or {}) do
		for _, key in ipairs(task.input.values[name] == looked.key and sorted(looked.keys) or {}) do
			if type(key) == "string" then
				push(task.subject, with(task.input, name, key), task.depth + 1)
			end
		end
	end
end

local function near_days(task, outcome)
	local function push_days(day, nearest, farthest)
		for near = nearest, farthest do
			push(task.subject, with(task.input, "on", day + near), task.depth + 1)
		end
	end
	for _, day in ipairs(outcome.records.reached) do
		push_days(day, -1, 1)
	end
	for _, name in ipairs(sorted(outcome.records.asked)) do
		for _, day in ipairs(trial.edges(name)) do
			push_days(day, -1, 0)
		end
	end
	for _, day in ipairs({ task.subject.from or nil, task.subject.to and task.subject.to + 1 }) do
		push_days(day, -1, 0)
	end
end

-- The cases stand for their text's own place: a value of another one is met there alone.
local function near_places(task, outcome)
	local input = task.input
	for _, there in ipairs(trial.other_places(task.subject, input, outcome.records.asked)) do
		local moved = copy(input)
		moved.place, moved.is_moved = there.place, true
		push(task.subject, moved, task.depth + 1)
		for _, day in ipairs(there.days) do
			push(task.subject, with(moved, "on", day), task.depth + 1)
		end
	end
end

-- Each guard met and not met.
local function near_guards(task)
	local subject, input = task.subject, task.input
	for _, guard in ipairs(subject.guards or {}) do
		local field = inputs.fields(subject)[guard.field]
		for _, code in ipairs(guard.values or {}) do
			push(subject, with(input, guard.field, code), task.depth + 1)
		end
		if field and field.kind == "text" then
			push(subject, with(input, guard.field, "other"), task.depth + 1)
		end
	end
end

-- Each word of an enumeration.
local function near_words(task)
	for _, f in ipairs(inputs.fields(task.subject)) do
		for _, word in ipairs(f.words or {}) do
			push(task.subject, with(task.input, f.name, word), task.depth + 1)
		end
	end
end

-- Each fact there and not there.
local function near_presence(task)
	local subject, input = task.subject, task.input
	local names = {}
	for _, name in ipairs(subject.reads or {}) do
		names[#names + 1] = name
	end
	for _, guard in ipairs(subject.guards or {}) do
		names[#names + 1] = guard.field
	end
	for _, input_of in ipairs(subject.calculation and subject.calculation.inputs or {}) do
		names[#names + 1] = input_of[1]
	end
	for _, name in ipairs(names) do
		local field = inputs.fields(subject)[name]
		if input.values[name] ~= nil then
			push(subject, with(input, name, nil), task.depth + 1)
		elseif field and field.kind == "day" then
			push(subject, with(input, name, input.on), task.depth + 1)
		elseif field and field.kind == "number" then
			push(subject, with(input, name, 0), task.depth + 1)
		end
	end
end

-- Lists of records in which a field or a record is missing, or somebody is another's.
local function near_records(task)
	for _, f in ipairs(task.subject.kind == "r" and inputs.given(task.subject, task.input) or {}) do
		local v = task.input.values[f.name]
		tools.searchlists.others(v, function(text) push(task.subject, with(task.input, f.name, text), task.depth + 1) end)
	end
end

-- A text compared with another: the same, and not the same.
local function near_texts(task, r)
	for _, f in ipairs(inputs.given(task.subject, task.input)) do
		local v = task.input.values[f.name]
		if f.kind == "text" and (v == r.a or v == r.b) then
			push(task.subject, with(task.input, f.name, v == r.a and r.b or r.a), task.depth + 1)
			push(task.subject, with(task.input, f.name, "other"), task.depth + 1)
		end
	end
end

local function look_around(task)
	local outcome = run(task.subject, task.input)
	if not outcome then
		return
	end
	near_days(task, outcome)
	if task.depth > 1 then
		return
	end
	if task.depth == 0 then
		near_places(task, outcome)
	end
	near_guards(task)
	if task.depth == 0 then
		near_presence(task)
		near_words(task)
		near_records(task)
	end
	for _, looked in ipairs(outcome.records.looked) do
		find_entries(task, looked)
	end
	local dims = dimensions(task.subject, task.input)
	for _, dim in ipairs(dims) do
		for _, near in ipairs(task.depth == 0 and { -1, 1 } or {}) do
			push(task.subject, dim.set(dim.value + near), task.depth + 1)
		end
	end
	for _, dim in ipairs(dims) do
		if dim.kind == "day" then
			push(task.subject, dim.set(task.input.on), task.depth + 1)
		end
	end
	for _, r in ipairs(outcome.records) do
		if type(r.a) == "string" then
			near_texts(task, r)
		end
		for _, dim in ipairs(math.type(r.a) and dims or {}) do
			table.insert(work.limits, task.input.is_moved and work.limit_at or #work.limits + 1, {
				subject = task.subject, dim = dim, key = r.key, depth = task.depth, place = task.input.place })
		end
	end
end

-- Starts with the cases of a text (trial.cases has read them); at most that many runs.
function search.start(path, most)
	inputs.forget()
	work = { queue = {}, limits = {}, at = 1, limit_at = 1, spent = 0, order = {}, seen = {}, queued = {}, solved = {},
		most = math.tointeger(tonumber(most)), path = path }
	local subjects = trial.by_path[path] or {}
	for i = 1, 50 do
		for _, subject in ipairs(subjects) do
			if subject.seeds and subject.seeds[i] then
				push(subject, subject.seeds[i], 0)
			end
		end
	end
	return {}
end

-- One task; whether there are others.  Inputs and limits get as many runs each.
local function do_task()
	local input, limit, before = work.queue[work.at], work.limits[work.limit_at], #work.order
	if limit and (work.spent <= 0 or not input) then
		work.limit_at = work.limit_at + 1
		find_limit(limit)
		work.spent = work.spent + #work.order - before
	elseif input then
		work.at = work.at + 1
		look_around(input)
		work.spent = work.spent - (#work.order - before)
	end
	return (input or limit) and #work.order < work.most
end

-- A few tasks, since each question costs as much as a run; "more" while there are others.
function search.step()
	local has_more, tasks, runs = true, TASKS_A_STEP, #work.order + RUNS_A_STEP
	while has_more and tasks > 0 and #work.order < runs do
		has_more, tasks = do_task(), tasks - 1
	end
	return { has_more and "more" or "done" }
end

-- The inputs that were run, each followed by its outcome.
function search.found()
	local out = {}
	for _, key in ipairs(work.order) do
		out[#out + 1] = key
		for i = 1, 5 do
			out[#out + 1] = work.seen[key][i]
		end
	end
	return out
end
