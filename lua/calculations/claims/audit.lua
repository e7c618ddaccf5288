-- The audit of a person's medical claims: every check over all of them at once, for a file and for the database
-- alike.  What each check is, stands in lib/claims; what it goes by, in parameters/claims.

-- In the order in which they are told.
local checks = { "invalid_date", "after_death", "duplicate_line", "exclusive_pair", "overlap_stay", "line_outside_stay",
	"split_stay", "readmission_31d", "frequent_outpatient", "frequent_purchase", "frequent_admission", "sex_drug",
	"sex_service", "sex_operation", "sex_diagnosis", "age_child_drug", "age_child_service", "age_diagnosis",
	"over_unit_price", "over_frequency", "over_days_or_quantity", "facility_level", "insurance_type",
	"duplicate_prescription", "tcm_no_pay" }

local places = {}
for i, check in ipairs(checks) do places[check] = i end

-- One flag a check and claim, or a check and month of the person: the first; with the lines of all.
local function collector()
	local flags, by = {}, {}
	return flags, function(check, claim, lines, say, of_month)
		local no = claim and claim.no:gsub("%c", " ") or of_month
		local key = check .. "\0" .. (claim and claim.i or no)
		local known = by[key]
		if not known then
			known = { check = check, i = claim and claim.i or 0, no = no, lines = {}, say = say }
			by[key] = known
			flags[#flags + 1] = known
		end
		for _, line in ipairs(lines) do known.lines[line.n] = true end
	end
end

local function is_before(a, b)
	if a.i ~= b.i then return a.i < b.i end
	if a.check ~= b.check then return places[a.check] < places[b.check] end
	return a.no < b.no
end

local function written(flags)
	local rows = {}
	table.sort(flags, is_before)
	for k, flag in ipairs(flags) do
		local lines = {}
		for n in pairs(flag.lines) do lines[#lines + 1] = n end
		rows[k] = ("%s\t%d\t%s\t%s\t%s"):format(flag.check, flag.i, flag.no, table.concat(lines, " "), flag.say)
	end
	return table.concat(rows, "\n")
end

local function unknown(kinds)
	local list = {}
	for text, kind in pairs(kinds) do
		if not kind then list[#list + 1] = text end
	end
	return table.concat(list, "\n")
end

return {
	{
		name = "claims.audit",
		title = L"what is wrong with a person's medical claims",
		jurisdiction = "CN",
		basis = "Regulations on the Supervision of the Medical Security Fund 2021, art. 15, 38 and 41",
		inputs = {
			{ "sex", "code", "", L"sex", "optional" },
			{ "birth", "day", "day", L"day of birth", "optional" },
			{ "died", "day", "day", L"day of death", "optional" },
			{ "claims", "json", "list", L"number, kind, provider, tier, first day, last day, insurance, diagnosis, lines: day, item, code, quantity, price, minute" },
		},
		outputs = {
			{ "flags", "text", "", L"check, place of the claim (0: the person), its number or the month, its lines, why" },
			{ "left_out", "text", "", L"checks without a list" },
			{ "unknown", "text", "", L"kinds of claims that nobody knows" },
		},
		compute = function(i)
			local flags, flag = collector()
			local all = lib.claim_read.claims(i.claims)
			local who = { sex = lib.claim_words.sex(i.sex or ""), birth = i.birth }
			lib.claim_stays.check(all, i.died, flag)
			lib.claim_lines.check(all, flag)
			lib.claim_items.check(all, who, flag)
			return { flags = written(flags), left_out = lib.claim_items.left_out(), unknown = unknown(all.kinds) }
		end,
		cases = {
			{ "nothing wrong", on = "2025-06-01", place = "CN", given = { sex = "F", birth = "1980-01-01",
				claims = '[["C1","outpatient","H1","3",9000,9000,"","",[[9000,"葡萄糖测定","",1,500,540]]]]' },
				gives = { flags = "", left_out = "duplicate_prescription facility_level insurance_type over_days_or_quantity over_frequency over_unit_price sex_service tcm_no_pay", unknown = "" } },
		},
	},
}
