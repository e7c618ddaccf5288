-- The lists of the audit by what is looked up in them.  Each is put in order once and kept; only how long it is
-- is told, for a list of hundreds of names explains nothing.
local function partners()
	local by = {}
	for _, pair in ipairs(param("claims.exclusive_pairs")) do
		local a, b = lib.claim_words.fold(pair[1]), lib.claim_words.fold(pair[2])
		by[a], by[b] = by[a] or {}, by[b] or {}
		table.insert(by[a], { with = b, within = pair[3] })
		if a ~= b then table.insert(by[b], { with = a, within = pair[3] }) end
	end
	return by
end

local function lists()
	return {
		sex_drug = param("claims.sex_drugs"), sex_service = param("claims.sex_services"),
		sex_operation = param("claims.sex_operations"), age_child_drug = param("claims.child_drugs"),
		age_child_service = param("claims.child_services"), over_unit_price = param("claims.prices"),
		over_frequency = param("claims.frequencies"), over_days_or_quantity = param("claims.quantities"),
		facility_level = param("claims.levels"), insurance_type = param("claims.insurances"),
		duplicate_prescription = param("claims.classes"), tcm_no_pay = param("claims.herbs"),
	}
end

-- Checks whose list nobody has filled.
local function empty()
	local all, names = lists(), {}
	all.exclusive_pair = param("claims.exclusive_pairs")
	all.sex_diagnosis, all.age_diagnosis = param("claims.diagnoses"), param("claims.diagnoses")
	for check, list in pairs(all) do
		if #list == 0 then names[#names + 1] = check end
	end
	return names
end

local function note(by, key, check, row)
	if not key or key == "" then return end
	key = lib.claim_words.fold(key)
	by[key] = by[key] or {}
	table.insert(by[key], { check = check, row = row })
end

local function limits()
	local by = {}
	for check, list in pairs(lists()) do
		for _, row in ipairs(list) do
			note(by, row.item, check, row)
			note(by, row.code, check, row)
			-- Operations are written with their code before the name, too.
			if row.code and row.item then note(by, row.code .. row.item, check, row) end
		end
	end
	return by
end

-- "C50.1" lies in C50..C58, and in C50.1..C50.4.
local function lies_in(code, from, to)
	local cut = code:sub(1, #from)
	return #cut == #from and from <= cut and cut <= to
end

return {
	{
		name = "claims.list",
		title = L"what the audit's lists say of a name or a code",
		jurisdiction = "CN",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15",
		inputs = { { "of", "code", "", L"pairs, items, or empty" } },
		outputs = { { "names", "count", "count", L"names and codes in it" } },
		compute = function(i)
			if i.of == "empty" then
				local told = { names = #empty() }
				told.by = table.concat(empty(), " ")
				return told
			end
			local by, n = i.of == "pairs" and partners() or limits(), 0
			for _ in pairs(by) do n = n + 1 end
			local told = { names = n }
			told.by = by
			return told
		end,
		cases = {
			{ "both ways", on = "2025-06-01", place = "CN", given = { of = "pairs" }, gives = { names = 377 } },
			{ "checks without a list", on = "2025-06-01", place = "CN", given = { of = "empty" }, gives = { names = 8 } },
			{ "items", on = "2025-06-01", place = "CN", given = { of = "items" }, gives = { names = 2115 } },
		},
	},
	{
		name = "claims.diagnosis",
		title = L"whom a diagnosis fits",
		jurisdiction = "CN",
		basis = "ICD-10, volume 2",
		inputs = { { "code", "code", "", L"code of ICD-10" } },
		outputs = {
			{ "sex", "code", "", L"the only sex that has it" },
			{ "least", "count", "years", L"youngest age" },
			{ "most", "count", "years", L"oldest age" },
		},
		compute = function(i)
			local found = {}
			for _, row in ipairs(param("claims.diagnoses")) do
				if lies_in(i.code, row.from, row.to) then
					found.sex = found.sex or row.sex
					found.least, found.most = found.least or row.least, found.most or row.most
				end
			end
			return found
		end,
		cases = {
			{ "first of a range", on = "2025-06-01", place = "CN", given = { code = "C51" }, gives = { sex = "F" } },
			{ "last of a range", on = "2025-06-01", place = "CN", given = { code = "C58.9" }, gives = { sex = "F" } },
			{ "past it", on = "2025-06-01", place = "CN", given = { code = "C59" }, gives = {} },
			{ "of a fourth character", on = "2025-06-01", place = "CN", given = { code = "D07.4" }, gives = { sex = "M" } },
			{ "childbirth", on = "2025-06-01", place = "CN", given = { code = "O80.000" },
			  gives = { sex = "F", least = 9, most = 64 } },
		},
	},
}
