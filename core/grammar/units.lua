-- What is measured in what, as far as it is declared, and what may stand beside what.  A type is nil
-- when nothing is known: then everything is allowed.
local host, tools = ...
local T = host.T
local units = {}
tools.units = units

local texts = { code = true, text = true, list = true }
local numbers = { day = true, days = true, months = true, years = true, fen = true, yuan = true, period = true,
	count = true, number = true }

local names = {
	day = T("a day"), days = T("days"), months = T("months"), years = T("years"), fen = T("an amount in fen"), yuan = T("an amount in yuan"),
	period = T("a month (202511)"), count = T("a count"), number = T("a number"), code = T("a code"),
	text = T("a text"), list = T("a list of days"), ["yes/no"] = T("yes or no"),
}

local periods = host.book.ports.a_year
units.periods = periods

-- "money", "money a month": whole minor units of the place's money, and what they are for.
local function amount_of(unit)
	local per = type(unit) == "string" and (unit == "money" and "" or unit:match("^money (.+)$"))
	return per and (per == "" or periods[per]) and { unit = "fen", per = per ~= "" and per or nil } or nil
end

-- Words for people that still tell one number from another: euro, square metres, hours.  Shares and the like go with
-- everything.
local function word_of(unit)
	local plain = unit == nil or unit == "" or names[unit] or amount_of(unit)
	for _, of_all in ipairs({ "^share", "^rate", "^index", "^ratio", "^points", "^percent", "hundredths", "thousandths" }) do
		plain = plain or unit:find(of_all)
	end
	return not plain and unit or nil
end

function units.of(unit)
	return names[unit] and { unit = unit } or amount_of(unit)
end

-- As T says it: a part of another sentence.
function units.name(t)
	return t.per and T("an amount %s", t.per) or t.word and T("a number in %s", t.word) or names[t.unit]
end

local by_fact_type = { date = "day", boolean = "yes/no", text = "text" }

-- "[role: head|spouse, died_on: day]": records of persons, by their fields.
local function members_of(fact)
	local t, listed = { fields = {}, what = T("a member of %s", fact.name) }, {}
	for name, unit in fact.unit:gmatch("([%l_]+): ([^,%]]+)") do
		local words = unit:find("|", 1, true) and { list = {} } or nil
		for word in unit:gmatch("[^|]+") do
			if words then words[word], words.list[#words.list + 1] = true, word end
		end
		t.fields[name] = words and { unit = "code", words = words } or units.of(unit) or false
		listed[#listed + 1] = name
	end
	t.listed = table.concat(listed, ", ")
	return { unit = "text", roles = t }
end

function units.of_fact(fact)
	if fact.unit and fact.unit:sub(1, 1) == "[" then return members_of(fact) end
	if fact.words then return { unit = "code", words = fact.words } end
	return units.of(fact.unit) or units.of(by_fact_type[fact.type])
end

-- A record of a list, by its fields.
local function record_of(port)
	local t, listed = { fields = {}, what = T("a record of %s", tostring(port.name)) }, {}
	for i, f in ipairs(port.fields) do
		listed[i] = tostring(f.name)
		t.fields[f.name or false] = units.of_port(f) or false
	end
	t.listed = table.concat(listed, ", ")
	return t
end

-- An input or output of a calculation; of json nothing is known.
function units.of_port(port)
	local numbers_of = { number = true, count = true, share = true }
	if port.words then
		return { unit = "code", words = port.words }
	elseif port.type == "list" then
		return port.fields and { element = record_of(port) } or nil
	elseif port.type == "money" then
		return { unit = "fen", per = periods[port.unit] and port.unit or nil }
	elseif port.type == "yes/no/unknown" then
		return { unit = "yes/no" }
	elseif port.type == "week" or port.type == "quarter" or port.type == "year" then
		return { unit = "day" }
	elseif port.type == "day" or port.type == "code" or port.type == "yes/no" then
		return { unit = port.type }
	elseif port.type == "month" then
		return { unit = "day" }
	elseif port.type == "yuan" then
		return { unit = "fen" }
	elseif port.type == "text" then
		return { unit = port.unit == "list" and "list" or "text" }
	elseif port.type == "say" then
		return { sentence = true }
	elseif numbers_of[port.type] then
		return { unit = numbers[port.unit] and port.unit or "number", word = word_of(port.unit) }
	end
end

local function unit_of_value(entry, kind)
	if kind == "boolean" then
		return "yes/no"
	elseif kind == "string" then
		return "text"
	elseif kind == "number" then
		return numbers[entry.unit] and entry.unit or amount_of(entry.unit) and "fen" or "number"
	end
end

-- A parameter whose values are all plain ones of one kind, in all its jurisdictions.
function units.of_parameter(list)
	local unit, word, amount
	for _, entry in ipairs(list) do
		word, amount = word_of(entry.unit), amount_of(entry.unit)
		for _, v in ipairs(entry.values) do
			local found = v.value ~= nil and unit_of_value(entry, type(v.value))
			if not found or unit and unit ~= found then
				return nil
			end
			unit = found
		end
	end
	for _, entry in ipairs(list) do
		word = word_of(entry.unit) == word and word or nil
		amount = amount and (amount_of(entry.unit) or {}).per == amount.per and amount or nil
	end
	return unit and { unit = unit, word = unit == "number" and word or nil, per = amount and amount.per }
end

function units.is_text(t)
	return t ~= nil and texts[t.unit] == true
end

function units.is_number(t)
	return t ~= nil and numbers[t.unit] == true
end

local function class(t)
	return texts[t.unit] and "text" or numbers[t.unit] and "number" or t.unit
end

local loose = { number = true, count = true }

function units.unlike(a, b)
	if not a or not b or not a.unit or not b.unit then
		return false
	end
	if a.per and b.per and a.per ~= b.per then
		return true
	end
	if a.word and b.word and a.word ~= b.word or a.word and b.unit == "fen" or b.word and a.unit == "fen" then
		return true
	end
	if a.unit == b.unit then
		return false
	end
	if class(a) ~= class(b) then
		return true
	end
	if class(a) == "text" or a.unit == "number" or b.unit == "number" then
		return false
	end
	local spans = { days = true, months = true, years = true, count = true }
	return not ((a.unit == "count" and spans[b.unit]) or (b.unit == "count" and spans[a.unit]))
end

-- What may be either of two.
function units.join(a, b)
	if not a or not b then
		return nil
	end
	if a.unit and a.unit == b.unit and a.word == b.word and a.per == b.per then
		return { unit = a.unit, word = a.word, per = a.per, literal = a.literal and b.literal }
	end
	if a.unit and a.unit == b.unit then
		return { unit = a.unit, literal = a.literal and b.literal }
	end
	if a.literal and units.is_number(b) then
		return b
	end
	if b.literal and units.is_number(a) then
		return a
	end
	return units.is_text(a) and units.is_text(b) and { unit = "text" } or nil
end

local comparisons = { ["<"] = true, ["<="] = true, [">"] = true, [">="] = true, ["=="] = true, ["~="] = true }

local function compare(a, b)
	if units.unlike(a, b) then
		return nil, T("compares %s with %s", units.name(a), units.name(b)), T("bring both to one unit first")
	end
	if a and b and ((a.unit == "day" and b.literal) or (b.unit == "day" and a.literal)) then
		return nil, T("compares a day with a bare number"), T("write date \"2025-11-05\"")
	end
	return { unit = "yes/no" }
end

local function add(a, b)
	if a.unit == "day" and b.unit == "day" then
		return nil, T("adds two days"), T("add_days(day, days) and add_months(day, months) go on from a day")
	end
	if b.unit == "day" then
		a, b = b, a
	end
	if a.unit == "day" then
		if b.unit == "days" or loose[b.unit] then
			return { unit = "day" }
		end
		return nil, T("adds %s to a day", units.name(b)), T("use add_months or add_days")
	end
	if units.unlike(a, b) then
		return nil, T("adds %s and %s", units.name(a), units.name(b)), T("bring both to one unit first")
	end
	return not a.literal and a.unit ~= "number" and a or b
end

local function subtract(a, b)
	if a.unit == "day" and b.unit == "day" then
		return { unit = "days" }
	end
	if a.unit == "day" and (b.unit == "days" or loose[b.unit]) then
		return { unit = "day" }
	end
	if a.unit == "day" or b.unit == "day" or units.unlike(a, b) then
		return nil, T("subtracts %s from %s", units.name(b), units.name(a)), (a.unit == "day" or b.unit == "day")
			and T("months_between(a, b), add_months and add_days work with days") or T("bring both to one unit first")
	end
	if a.unit == "period" and b.unit == "period" then
		return nil
	end
	return not a.literal and a.unit ~= "number" and a or b
end

local function multiply(a, b)
	if a.unit == "day" or b.unit == "day" then
		return nil, T("multiplies a day"), T("a day is a place in time, not an amount")
	end
	if a.unit == "fen" and b.unit == "fen" then
		return nil, T("multiplies fen with fen"), T("one of them must be a plain number")
	end
	return (a.unit == "fen" or b.unit == "fen") and { unit = "fen" } or nil
end

local function divide(a, b)
	if a.unit == "day" or b.unit == "day" then
		return nil, T("divides with a day"), T("days between two days are a - b")
	end
	return a.unit == "fen" and b.unit ~= "fen" and { unit = "fen" } or nil
end

local arithmetic = { ["+"] = add, ["-"] = subtract, ["*"] = multiply, ["/"] = divide, ["//"] = divide }

-- The type of a op b; or nil, what is wrong, and what to do.
function units.binary(op, a, b)
	if comparisons[op] then
		return compare(a, b)
	elseif op == ".." then
		return { unit = "text" }
	elseif op == "or" then
		return units.join(a, b)
	elseif op == "and" then
		return b
	elseif not a or not b or not a.unit or not b.unit or not arithmetic[op] then
		return nil
	end
	for _, t in ipairs({ a, b }) do
		if not units.is_number(t) then
			return nil, T("calculates with %s", units.name(t)), T("only numbers can be calculated with")
		end
	end
	return arithmetic[op](a, b)
end

-- What the host's functions take and give.
units.host = {
	reached = { { "day" }, "yes/no" }, add_months = { { "day", "months" }, "day" },
	add_days = { { "day", "days" }, "day" }, months_between = { { "day", "day" }, "months" },
	period = { { "day" }, "period" }, month = { { "period" }, "text" }, day = { { "day" }, "text" },
	civil = { { "day" } }, yuan = { { "fen" }, "text" }, date = { { "text" }, "day" },
	add_working_days = { { "day", "days" }, "day" }, working_days_between = { { "day", "day" }, "days" },
	make_date = { { "number", "number", "number" }, "day" },
}

-- A value handed to something that wants a unit: what is wrong, and what to do.
function units.misfit(wanted, given, who)
	if not wanted or not given or not given.unit then
		return nil
	end
	if units.unlike(wanted, given) then
		return T("%s wants %s, not %s", who, units.name(wanted), units.name(given)), T("give it what it wants")
	end
	if wanted.unit == "day" and given.literal then
		return T("%s wants a day, not a bare number", who), T("write date \"2025-11-05\"")
	end
end
