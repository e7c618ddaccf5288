-- Checks of what the lists say of a thing: who may have it, when, how often, at which price, from whom.
local handlers = {}

local function for_sex(check)
	handlers[check] = function(line, row, who, flag)
		if not who.sex or who.sex == row.sex then return end
		flag(check, line.claim, { line }, row.sex == "F" and T("%s is for women", line.name) or T("%s is for men", line.name))
	end
end

for_sex("sex_drug")
for_sex("sex_service")
for_sex("sex_operation")

local function for_children(check)
	handlers[check] = function(line, row, who, flag)
		if not who.birth or not line.day or line.day < who.birth then return end
		local age, most = lib.claim_words.age(who.birth, line.day), row.most or param("claims.child_age_max")
		if age > most or age < (row.least or 0) then
			flag(check, line.claim, { line }, T("%s at %s years, for %s to %s", line.name, tostring(age),
				tostring(row.least or 0), tostring(most)))
		end
	end
end

for_children("age_child_drug")
for_children("age_child_service")

function handlers.over_unit_price(line, row, _, flag)
	if not line.fen or row.tier and lib.claim_words.tier(line.claim.tier) ~= row.tier then return end
	if line.fen > row.fen then
		flag("over_unit_price", line.claim, { line }, T("%s costs %s, at most %s", line.name, yuan(line.fen), yuan(row.fen)))
	end
end

function handlers.facility_level(line, row, _, flag)
	local tier = lib.claim_words.tier(line.claim.tier)
	if tier and tier < row.tier then
		flag("facility_level", line.claim, { line }, T("%s needs a provider of tier %s", line.name, tostring(row.tier)))
	end
end

function handlers.insurance_type(line, row, _, flag)
	local has = line.claim.insurance
	if has ~= "" and has ~= lib.claim_words.fold(row.insurance) then
		flag("insurance_type", line.claim, { line }, T("%s is paid by %s alone", line.name, row.insurance))
	end
end

-- What is judged when all lines are known: rows by check, each with its lines.
local function gather(kept, check, row, line)
	local of = kept[check] or {}
	kept[check] = of
	local one = of[row] or { row = row, lines = {} }
	if not of[row] then
		of[row] = one
		of[#of + 1] = one
	end
	if one.lines[#one.lines] ~= line then table.insert(one.lines, line) end
end

local function by_day(a, b)
	if a.day ~= b.day then return a.day < b.day end
	return a.claim.order < b.claim.order or a.claim.order == b.claim.order and a.n < b.n
end

local function over_frequency(one, flag)
	local row, timed = one.row, {}
	for _, line in ipairs(one.lines) do
		if line.day then timed[#timed + 1] = line end
	end
	table.sort(timed, by_day)
	for i = row.times + 1, #timed do
		if timed[i].day - timed[i - row.times].day < row.days then
			flag("over_frequency", timed[i].claim, { timed[i] }, T("%s more than %s times in %s days", timed[i].name,
				tostring(row.times), tostring(row.days)))
		end
	end
end

local function over_quantity(one, flag)
	local sums = {}
	for _, line in ipairs(one.lines) do
		local order = line.claim.order
		sums[order] = (sums[order] or 0) + line.qty
		if sums[order] > one.row.quantity then
			flag("over_days_or_quantity", line.claim, { line }, T("%s of %s on one claim, at most %s",
				("%g"):format(sums[order]), line.name, ("%g"):format(one.row.quantity)))
		end
	end
end

-- Two drugs of a class on one claim; the same drug again is duplicate_line's.
local function duplicate_prescription(rows, flag)
	local first = {}
	for _, one in ipairs(rows) do
		for _, line in ipairs(one.lines) do
			local key = line.claim.order .. "\0" .. one.row.class
			local other = first[key]
			first[key] = other or line
			if other and other.id ~= line.id then
				flag("duplicate_prescription", line.claim, { other, line }, T("%s and %s are both %s", other.name, line.name,
					one.row.class))
			end
		end
	end
end

-- How many lines of each claim are there, and how many of them on the list.
local function herbs(all, rows, flag)
	local lines, listed = {}, {}
	for _, line in ipairs(all.lines) do lines[line.claim] = (lines[line.claim] or 0) + 1 end
	for _, one in ipairs(rows) do
		for _, line in ipairs(one.lines) do listed[line.claim] = (listed[line.claim] or 0) + 1 end
	end
	for _, one in ipairs(rows) do
		for _, line in ipairs(one.lines) do
			if not one.row.alone or listed[line.claim] == lines[line.claim] then
				flag("tcm_no_pay", line.claim, { line }, T("%s is not paid", line.name))
			end
		end
	end
end

local function look_up(line, key, limits, who, kept, flag)
	local list = limits[key]
	if not list then return end
	for _, limit in ipairs(list) do
		local handler = handlers[limit.check]
		if handler then handler(line, limit.row, who, flag) else gather(kept, limit.check, limit.row, line) end
	end
end

local function diagnoses(claim, who, flag)
	for code in claim.diagnosis:upper():gmatch("%f[%w]%u%d%d[%.%dX]*") do
		local fits = claims.diagnosis(code)
		if fits.sex and who.sex and fits.sex ~= who.sex then
			flag("sex_diagnosis", claim, {}, fits.sex == "F" and T("%s is a diagnosis of women", code)
				or T("%s is a diagnosis of men", code))
		end
		local age = who.birth and claim.day and claim.day >= who.birth and lib.claim_words.age(who.birth, claim.day)
		if age and (age < (fits.least or 0) or age > (fits.most or math.huge)) then
			flag("age_diagnosis", claim, {}, T("%s at %s years", code, tostring(age)))
		end
	end
end

return {
	left_out = function() return claims.list("empty").by end,
	check = function(all, who, flag)
		local limits, kept = claims.list("items").by, {}
		for _, line in ipairs(all.lines) do
			look_up(line, line.item, limits, who, kept, flag)
			if line.code ~= "" and line.code ~= line.item then look_up(line, line.code, limits, who, kept, flag) end
		end
		for _, one in ipairs(kept.over_frequency or {}) do over_frequency(one, flag) end
		for _, one in ipairs(kept.over_days_or_quantity or {}) do over_quantity(one, flag) end
		if kept.duplicate_prescription then duplicate_prescription(kept.duplicate_prescription, flag) end
		if kept.tcm_no_pay then herbs(all, kept.tcm_no_pay, flag) end
		for _, claim in ipairs(all.claims) do
			if claim.diagnosis ~= "" then diagnoses(claim, who, flag) end
		end
	end,
}
