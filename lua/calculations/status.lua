-- What a pension pays month by month when something happens to the person who draws it.
--
-- A month's payment follows the state after the events of that month; of a death alone the month
-- itself is still paid.  Payments go on until a death is learned of, and those are claimed back.

-- Months count from year 0; where months are only a number of them, from 1 to that.
local function number_of(text)
	local year, m = text:match("^(%d%d%d%d)%-(%d%d)")
	if not year or m < "01" or m > "12" or #text > 7 and not pcall(date, text) then return nil end
	return year * 12 + m - 1
end

local function months_from(first, last)
	local list = {}
	if not first or not last or last < first or last - first > 1200 then return nil end
	for m = first, last do list[#list + 1] = m end
	return list
end

local function listed(texts)
	local list = {}
	for i, text in ipairs(texts) do
		list[i] = number_of(tostring(text))
		if not list[i] or i > 1 and list[i] ~= list[i - 1] + 1 then return nil end
	end
	return #list > 0 and list or nil
end

-- 1, 2, 3 in whatever stands between: they are places and begin with 1.
local function counted(text)
	local list = {}
	for digits in text:gmatch("%d+") do list[#list + 1] = tonumber(digits) end
	for i, n in ipairs(list) do if n ~= i then return nil end end
	return #list > 0 and list or nil
end

-- 12, 1..12, "2025-01..2025-12", "2025-01,2025-02" or ["2025-01","2025-02"]; months in a row.
local function months_of(text)
	local last = text:match("^%s*(%d%d?%d?%d?)%s*$") or text:match("^%s*1%s*%.%.%s*(%d+)%s*$")
	if last then return months_from(1, tonumber(last)), true end
	if text:find("^[%s%d,;%[%]]+$") and not text:find("%d%d%d%d") then return counted(text), true end
	local found = {}
	text = text:gsub("%f[%d](%d%d%d%d)(%d%d)%f[%D]", "%1-%2")
	for month_text in text:gmatch("%d%d%d%d%-%d%d") do found[#found + 1] = month_text end
	if #found == 2 and (text:find("..", 1, true) or text:find("[/~:]") or text:find(" to ", 1, true)
		or text:find(" - ", 1, true)) then
		return months_from(number_of(found[1]), number_of(found[2]))
	end
	return listed(found)
end

-- The month of an event: a month, a day, or the how-manyth of the months it is; of a day its day too.
local function month_of_event(event, months, is_counted)
	for _, key in ipairs({ "month", "ym", "date", "day", "on", "at", "period", "index", "from" }) do
		local value = event[key]
		if type(value) == "string" and value:find("^%d+$") then value = tonumber(value) end
		if type(value) == "number" and value >= 1 and value <= #months then return months[value] end
		if type(value) == "number" and value > 190000 and not is_counted then
			return number_of(("%d-%02d"):format(value // 100, value % 100))
		end
		if type(value) == "string" and not is_counted then
			return number_of(value), tonumber(value:sub(9, 10))
		end
	end
end

local kinds = {
	death = true, death_learned = true, death_cancelled = true, verified = true,
	data_match_alive = true, detained = true, wanted = true, acquitted = true,
	sentenced_prison = true, serving_prison = true, sentenced_probation = true, parole = true,
	released = true, resident_pension_start = true, employee_pension_start = true,
	duplicate_found = true,
}

-- Other words for the same.
local same_as = {
	death_retiree = "death", died = "death", death_while_serving = "death",
	wanted_or_detained_before_verdict = "detained", sentenced_detention = "sentenced_prison",
	sentenced_detention_or_prison = "sentenced_prison", sentenced_control = "sentenced_probation",
	probation = "sentenced_probation", outside_execution = "sentenced_probation",
	control_probation_or_outside_execution = "sentenced_probation", certified = "verified",
}

local function kind_of(event)
	local kind = type(event) == "table" and (event.type or event.event or event.kind) or event
	kind = same_as[kind] or kind
	if type(event) == "table" and kinds[kind] then return kind end
	error(T("events: \"%s\" is no event", tostring(kind)), 0)
end

-- What is no list, or has a hole, would be read as nothing having happened.
local function list_of(events)
	if type(events) ~= "table" then error(T("events: no list of events"), 0) end
	local n = 0
	for _ in pairs(events) do n = n + 1 end
	if n ~= #events then error(T("events: no list of events"), 0) end
	return events
end

-- Within a month by day where each has one, else as they are listed.
local function in_order(list)
	for place, event in ipairs(list) do
		if not event.day then return end
		event.place = place
	end
	table.sort(list, function(a, b)
		if a.day ~= b.day then return a.day < b.day end
		return a.place < b.place
	end)
end

local function events_by_month(i, months, is_counted)
	local by_month = {}
	for _, event in ipairs(list_of(i.events or {})) do
		local kind, m, day_of_month = kind_of(event), month_of_event(event, months, is_counted)
		if not m then error(T("events: %s has no month among these", kind), 0) end
		by_month[m] = by_month[m] or {}
		table.insert(by_month[m], { type = kind, month = m, day = day_of_month })
	end
	for _, list in pairs(by_month) do in_order(list) end
	return by_month
end

local function seen_alive(s, m)
	s.verified = m
end

-- Both kinds of pension: the employee's goes on, the resident's ends; until it is found out both
-- are paid.
local function starts(scheme)
	return function(s, m)
		if s.scheme == scheme then s.from = m else s.other = m end
	end
end

-- After a verdict it is another case: what was suspended before is not paid back with it.
local function detained(s)
	if s.had_verdict then s.owed_custody, s.had_verdict = 0, nil end
	s.custody = "detained"
end

local function imprisoned(s)
	s.custody, s.had_verdict = "prison", true
end

local happens = {
	death = function(s, m) s.died = m end,
	death_learned = function(s, m) s.learned = m end,
	death_cancelled = function(s) s.died, s.learned, s.overpaid = nil, nil, 0 end,
	verified = seen_alive,
	data_match_alive = seen_alive,
	detained = detained,
	wanted = detained,
	acquitted = function(s) s.custody, s.owed_custody, s.owed = nil, 0, s.owed + s.owed_custody end,
	sentenced_prison = imprisoned,
	serving_prison = imprisoned,
	sentenced_probation = function(s)
		if param("pension.paid_back_after_probation") then
			s.owed, s.owed_custody = s.owed + s.owed_custody, 0
		end
		s.custody, s.had_verdict = nil, true
	end,
	parole = function(s) s.custody = nil end,
	released = function(s) s.custody = nil end,
	resident_pension_start = starts("resident"),
	employee_pension_start = starts("employee"),
	duplicate_found = function(s, m) s.found = m end,
}

-- Why nothing is paid, nil when it is.  valid: months a sign of life is good for.
local function held_back(s, m, valid, waits_for_finding)
	local is_dead = s.died and m > s.died and (not s.waits_for_learning or s.learned)
	if s.from and m < s.from then return "not begun" end
	if s.scheme == "resident" and s.other and m >= s.other and (s.found or not waits_for_finding) then
		return "duplicate"
	end
	if is_dead then return "dead" end
	if s.custody then return s.custody end
	if m - s.verified > valid then return "not verified" end
end

local function is_overpaid(s, m)
	return s.died and m > s.died or s.scheme == "resident" and s.other and m >= s.other
end

local function occurs(by_month, kind)
	for _, list in pairs(by_month) do
		for _, event in ipairs(list) do if event.type == kind then return true end end
	end
	return false
end

-- One month: what is paid, what falls due later, what was too much.
local function pay_month(s, m, amount, valid, waits_for_finding)
	local why = held_back(s, m, valid, waits_for_finding)
	if why then
		if why == "not verified" or why == "dead" then s.owed = s.owed + amount end
		if why == "detained" then s.owed_custody = s.owed_custody + amount end
		return 0
	end
	local paid = amount + s.owed
	s.owed = 0
	if is_overpaid(s, m) then s.overpaid = s.overpaid + amount end
	return paid
end

local function status(i)
	local months, is_counted = months_of(i.months)
	if not months then error(T("months: \"%s\" are no months in a row", i.months), 0) end
	local by_month = events_by_month(i, months, is_counted)
	local valid, finding = param("certification.valid_months"), occurs(by_month, "duplicate_found")
	local s = { scheme = i.scheme, verified = months[1], owed = 0, owed_custody = 0, overpaid = 0,
		waits_for_learning = occurs(by_month, "death_learned") }
	if i.scheme ~= "employee" and i.scheme ~= "resident" then
		error(T("scheme: \"%s\" is neither employee nor resident", tostring(i.scheme)), 0)
	end
	if s.waits_for_learning and not occurs(by_month, "death") then
		error(T("events: a death that is learned of needs its own month"), 0)
	end
	for m, list in pairs(by_month) do
		for _, event in ipairs(m < months[1] and list or {}) do happens[event.type](s, m) end
	end
	local pay = {}
	for n, m in ipairs(months) do
		for _, event in ipairs(by_month[m] or {}) do happens[event.type](s, m) end
		local paid = pay_month(s, m, i.monthly_amount, valid, finding)
		pay[n] = step(is_counted and tostring(m) or month(m // 12 * 100 + m % 12 + 1), paid, "yuan") / 100
	end
	return { pay = pay, recover = s.overpaid }
end

local function case(what, months, events, pay, recover, scheme)
	return { what, given = { scheme = scheme or "employee", monthly_amount = 100000, months = months,
		events = events }, gives = { pay = pay, recover = recover } }
end

return {
	{
		name = "pension.status",
		title = L"what a pension pays while things happen",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 14 and 17; Social Insurance Agency Regulations 2023, art. 26 and 46; "
			.. "Ministry of Labour and Social Security letter 2001-44; MOHRSS 2021-77",
		inputs = {
			{ "scheme", "code", "", L"employee or resident: whose pension this is" },
			{ "monthly_amount", "yuan", "yuan", L"pension a month" },
			{ "months", "text", "", L"12, 2025-01..2025-12 or [\"2025-01\",\"2025-02\"]: months in a row" },
			{ "events", "json", "", L"list of {\"type\", \"month\"}: month is 2025-03, a day, or its place among the months", "optional" },
		},
		outputs = {
			{ "pay", "json", "yuan", L"what is paid in each month, arrears with the month they are paid in" },
			{ "recover", "yuan", "yuan", L"paid too much, to be claimed back" },
		},
		compute = status,
		cases = {
			case("nothing happens", "2", "[]", "[1000,1000]", 0),
			case("the month of death is paid", "2025-01..2025-03",
				'[{"type":"death","month":"2025-02"}]', "[1000,1000,0]", 0),
			case("learned of two months later", "2025-01..2025-04",
				'[{"type":"death","date":"2025-01-20"},{"type":"death_learned","date":"2025-04-02"}]',
				"[1000,1000,1000,0]", 200000),
			case("the report was wrong", "4", '[{"type":"death","month":1},{"type":"death_cancelled","month":4}]',
				"[1000,0,0,3000]", 0),
			case("acquitted", "4", '[{"type":"detained","month":2},{"type":"acquitted","month":4}]',
				"[1000,0,0,3000]", 0),
			case("sentenced and released", "5", '[{"type":"detained","month":2},'
				.. '{"type":"sentenced_prison","month":3},{"type":"released","month":5}]', "[1000,0,0,0,1000]", 0),
			case("acquitted of the second alone", "8", '[{"type":"detained","month":2},'
				.. '{"type":"sentenced_prison","month":3},{"type":"released","month":5},'
				.. '{"type":"detained","month":6},{"type":"acquitted","month":8}]',
				"[1000,0,0,0,1000,0,0,3000]", 0),
			case("by day within a month", "2025-01..2025-03", '[{"type":"acquitted","date":"2025-02-20"},'
				.. '{"type":"detained","date":"2025-02-05"}]', "[1000,1000,1000]", 0),
			case("probation", "3", '[{"type":"detained","month":2},{"type":"sentenced_probation","month":3}]',
				"[1000,0,1000]", 0),
			case("not verified for a year", "15", '[{"type":"verified","month":15}]',
				"[1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,0,2000]", 0),
			case("an employee's pension begins", "3", '[{"type":"employee_pension_start","month":2}]',
				"[1000,0,0]", 0, "resident"),
			case("and is found out a month later", "3", '[{"type":"employee_pension_start","month":2},'
				.. '{"type":"duplicate_found","month":3}]', "[1000,1000,0]", 100000, "resident"),
		},
	},
}
