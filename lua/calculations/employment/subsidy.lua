-- What a person is paid for contributions of flexible work, for a certificate or for a course, by the rules of the place.

local function refused(why) return { amount = 0, why = why } end

local function flexible(i)
	local rule = param("employment.flexible_subsidy")
	if rule.none then return refused(T("no rule for it is in force here")) end
	if i.in_difficulty == false then return refused(T("it is for persons who have difficulty in finding work")) end
	local left = i.months_to_pension
	if rule.months and i.months_drawn >= rule.months and not (left and rule.near and left < rule.near) then
		return refused(T("%s months were paid: no more are", tostring(rule.months)))
	end
	local due = step(L"share of what was paid", math.tointeger(round(i.paid * rule.parts / rule.of)), "yuan")
	if rule.most then due = math.min(due, rule.most * 100) end
	return { amount = due, why = T("%s of %s of the contributions", tostring(rule.parts), tostring(rule.of)) }
end

-- "none", or "same occupation level 4".
local function had_before(i)
	local at = (i.earlier or ""):match("same occupation level (%d)")
	return at and tonumber(at) == i.level
end

local function table_of(rule, i)
	if not rule.classes then return rule.by_level, nil end
	local class = rule.classes[i.class or ""]
	if not class then error(T("%s: \"%s\" is not known", "class", tostring(i.class or "")), 0) end
	return class.by_level, class.scarce
end

local function skill(i)
	local rule = param("employment.skill_subsidy")
	if i.months and i.months < rule.months then
		return refused(T("%s months are paid, %s are needed", tostring(i.months), tostring(rule.months)))
	end
	if i.issued and i.issued < make_date(tonumber(rule.since:sub(1, 4)), tonumber(rule.since:sub(6, 7)), tonumber(rule.since:sub(9, 10))) then
		return refused(T("the certificate is older than the rule"))
	end
	if had_before(i) then return refused(T("it was paid for this occupation at this level")) end
	if rule.is_alone and i.training_subsidy then return refused(T("it is not paid beside a subsidy for the course")) end
	local by_level, scarce = table_of(rule, i)
	local yuan_due = i.scarce and scarce and scarce[i.level] or by_level[i.level]
	if not yuan_due then return refused(T("nothing is paid for level %s", tostring(i.level or ""))) end
	local due = yuan_due * 100
	if i.scarce and rule.scarce_percent then due = math.tointeger(round(due * (100 + rule.scarce_percent) / 100)) end
	return { amount = due, why = T("certificate of level %s", tostring(i.level)) }
end

local function training(i)
	local rule = param("employment.training_subsidy")
	if rule.none then return refused(T("no rule for it is in force here")) end
	if i.times and i.times >= rule.times then return refused(T("%s courses were paid: no more are", tostring(rule.times))) end
	if had_before(i) then return refused(T("it was paid for this occupation at this level")) end
	if i.age and i.age >= rule.age then return refused(T("it ends at the age of %s", tostring(rule.age))) end
	local yuan_due = i.level and rule.by_level[i.level] or rule.special
	if not yuan_due then return refused(T("nothing is paid for level %s", tostring(i.level or ""))) end
	local raise = i.class and rule.raise_percent[i.class] or 0
	return { amount = math.tointeger(round(yuan_due * (100 + raise))),
		why = i.level and T("course of level %s", tostring(i.level)) or T("course of a special skill") }
end

local kinds = { flexible = flexible, skill = skill, training = training }

local function subsidy(i)
	lib.inputs.not_negative(i, "paid")
	return kinds[i.kind](i)
end

return {
	{
		name = "employment.subsidy",
		title = L"subsidy for contributions, a certificate or a course",
		jurisdiction = "CN",
		basis = "Employment Promotion Law, art. 49 and 52; MOHRSS 2017-40; notices of the places",
		inputs = {
			{ "kind", { "flexible", "skill", "training" }, "", L"flexible, skill or training" },
			{ "paid", "yuan", "yuan", L"contributions paid for the month", default = 0 },
			{ "level", "count", "", L"level of the certificate or course, 1 the highest", "optional" },
			{ "issued", "day", "day", L"day of the certificate", "optional" },
			{ "months", "count", "months", L"months of unemployment insurance; empty: enough", "optional" },
			{ "earlier", "text", "", L"none, or \"same occupation level 4\"", "optional" },
			{ "training_subsidy", "yes/no", "", L"whether the course was subsidised, too", "optional" },
			{ "scarce", "yes/no", "", L"a scarce occupation", "optional" },
			{ "class", "code", "", L"class of the table; of a course group, services or manufacturing", "optional" },
			{ "in_difficulty", "yes/no/unknown", "", L"has difficulty in finding work; empty: yes", "optional" },
			{ "months_drawn", "count", "months", L"months for which it was paid", default = 0 },
			{ "months_to_pension", "count", "months", L"months to the pension", "optional" },
			{ "times", "count", "", L"courses that were paid", "optional" },
			{ "age", "count", "years", L"age", "optional" },
		},
		outputs = {
			{ "amount", "yuan", "yuan", L"what is paid" },
			{ "why", "say", "", L"why" },
		},
		compute = subsidy,
		-- Amounts of cases are fen, as rules have them.
		cases = {
			{ "Qingdao, capped", on = "2020-03-01", place = "CN-3702", given = { kind = "flexible", paid = 90000 }, gives = { amount = 50000 } },
			{ "Qingdao, nothing paid", on = "2020-03-01", place = "CN-3702", given = { kind = "flexible", paid = 0 }, gives = { amount = 0 } },
			{ "Qingdao, two thirds", on = "2020-03-01", place = "CN-3702", given = { kind = "flexible", paid = 70000 }, gives = { amount = 46667 } },
			{ "Hangzhou, level 4", on = "2018-06-01", place = "CN-3301", given = { kind = "skill", level = 4, issued = "2018-05-10",
			  months = 36, earlier = "none" }, gives = { amount = 150000 } },
			{ "a month short", on = "2018-06-01", place = "CN-3301", given = { kind = "skill", level = 4, issued = "2018-05-10",
			  months = 35, earlier = "none" }, gives = { amount = 0 } },
			{ "a certificate of the day before", on = "2018-06-01", place = "CN-3301", given = { kind = "skill", level = 4,
			  issued = "2016-12-31", months = 36 }, gives = { amount = 0 } },
			{ "another level of the same occupation", on = "2019-06-01", place = "CN-3301", given = { kind = "skill", level = 3,
			  issued = "2019-05-01", months = 60, earlier = "same occupation level 4" }, gives = { amount = 200000 } },
			{ "the same level again", on = "2019-06-01", place = "CN-3301", given = { kind = "skill", level = 4,
			  issued = "2019-05-01", months = 60, earlier = "same occupation level 4" }, gives = { amount = 0 } },
			{ "beside a course", on = "2019-06-01", place = "CN-3301", given = { kind = "skill", level = 5, issued = "2019-05-01",
			  months = 60, training_subsidy = "yes" }, gives = { amount = 0 } },
			{ "Jinjiang, a group", on = "2024-07-01", place = "CN-350582", given = { kind = "training", level = 5, class = "group" },
			  gives = { amount = 84000 } },
			{ "Jinjiang, manufacturing", on = "2024-07-01", place = "CN-350582", given = { kind = "training", level = 2,
			  class = "manufacturing" }, gives = { amount = 260000 } },
			{ "Jinjiang, a special skill", on = "2024-07-01", place = "CN-350582", given = { kind = "training" }, gives = { amount = 50000 } },
			{ "Wuxi, class B, scarce", on = "2024-01-17", place = "CN-3202", given = { kind = "skill", level = 3, class = "B", scarce = "yes" },
			  gives = { amount = 210000 } },
			{ "Hunan, scarce", on = "2022-10-01", place = "CN-43", given = { kind = "skill", level = 5, scarce = "yes" },
			  gives = { amount = 110000 } },
			{ "Yangzhou, twelve months", on = "2019-06-01", place = "CN-3210", given = { kind = "skill", level = 5, months = 14 },
			  gives = { amount = 100000 } },
			{ "Shanghai, half", on = "2025-06-01", place = "CN-31", given = { kind = "flexible", paid = 150000, months_drawn = 35 },
			  gives = { amount = 75000 } },
			{ "Shanghai, three years are over", on = "2025-06-01", place = "CN-31", given = { kind = "flexible", paid = 150000,
			  months_drawn = 36, months_to_pension = 60 }, gives = { amount = 0 } },
			{ "Shanghai, near the pension", on = "2025-06-01", place = "CN-31", given = { kind = "flexible", paid = 150000,
			  months_drawn = 36, months_to_pension = 59 }, gives = { amount = 75000 } },
			{ "a place without a rule", on = "2025-06-01", place = "CN-44", given = { kind = "flexible", paid = 150000 }, gives = { amount = 0 } },
		},
	},
}
