-- Is a number one that can have been given out, and how is it written.

-- Characters of full width stand 0xFEE0 above those of ASCII; blanks around mean nothing.
local function narrow(text)
	text = text:gsub("\xEF[\xBC\xBD][\x80-\xBF]", function(wide)
		local code = utf8.codepoint(wide)
		return code <= 0xFF5E and utf8.char(code - 0xFEE0) or wide
	end)
	return (text:gsub("\xE3\x80\x80", " "):gsub("\xC2\xA0", " "))
end

local function normal(text)
	return (narrow(text or ""):gsub("^%s+", ""):gsub("%s+$", ""):upper())
end

local function digit(text, i)
	return text:byte(i) - 48
end

local function day_in(text, from)
	local ok, found = pcall(date, text:sub(from, from + 3) .. "-" .. text:sub(from + 4, from + 5)
		.. "-" .. text:sub(from + 6, from + 7))
	return ok and found or nil
end

local function check_character(digits)
	local weights, sum = param("id.weights"), 0
	for i = 1, 17 do sum = sum + digit(digits, i) * weights[i] end
	step(L"weighted sum of the digits", sum)
	local at = sum % 11 + 1
	return param("id.check_characters"):sub(at, at)
end

-- What is wrong with 17 digits, nil when nothing is.
local function fault_in(digits)
	local born = day_in(digits, 7)
	if not born or digits:sub(7, 10) < "1850" then return T("there is no such birth day") end
	if digits:sub(15, 17) == "000" then return T("the sequence is 000") end
	-- The layout before the birth day is another one on foreigners' permits.
	if digits:sub(1, 1) ~= "9" and not param("id.provinces"):find(" " .. digits:sub(1, 2) .. " ", 1, true) then
		return T("no province has the code %s", digits:sub(1, 2))
	end
end

local function invalid(why)
	return { verdict = "invalid", why = why }
end

local function found(verdict, number, why)
	return { verdict = verdict, normal_form = number, birth = day_in(number, 7), why = why,
		sex = digit(number, 17) % 2 == 1 and "M" or "F" }
end

local function check_old(number)
	if number:sub(1, 1) == "9" then return invalid(T("15 digits and no citizen's number")) end
	local digits = number:sub(1, 6) .. "19" .. number:sub(7)
	local fault = fault_in(digits)
	if fault then return invalid(fault) end
	return found("legacy15", digits .. check_character(digits), T("an old number of 15 digits"))
end

local function check_id(i)
	local number = normal(i.number)
	if number == "" then return invalid(T("there is no number")) end
	if number:find("^%d+$") and #number == 15 then return check_old(number) end
	if #number ~= 18 then return invalid(T("is not 18 characters long")) end
	if not number:find("^%d+[%dX]$") then return invalid(T("has a character that is no digit")) end
	local fault = fault_in(number)
	if fault then return invalid(fault) end
	local wanted = step(L"check character", check_character(number))
	if number:sub(18) ~= wanted then
		return invalid(T("the check character is %s and should be %s", number:sub(18), wanted))
	end
	if number ~= i.number then
		return found("normalise", number, T("right once it is written as %s", number))
	end
	if number:sub(1, 1) == "9" then return found("valid_foreigner", number) end
	return found("valid", number)
end

local letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

local function check_in_order(code)
	local list, weights, sum = param("uscc.characters"), param("uscc.weights"), 0
	for i = 1, 17 do
		sum = sum + (list:find(code:sub(i, i), 1, true) - 1) * weights[i]
	end
	local at = (31 - sum % 31) % 31 + 1
	return step(L"check character", list:sub(at, at))
end

-- The nine characters of the organisation have a check of their own: 10 is X, 11 is 0.
local function organisation_check(code)
	local weights, sum = param("uscc.organisation_weights"), 0
	for i = 1, 8 do
		sum = sum + (letters:find(code:sub(8 + i, 8 + i), 1, true) - 1) * weights[i]
	end
	local rest = 11 - sum % 11
	return step(L"check character of the organisation", rest == 10 and "X" or tostring(rest % 11))
end

local function check_uscc(i)
	local code = normal(i.code)
	if code == "" then return invalid(T("there is no number")) end
	if #code ~= 18 then return invalid(T("is not 18 characters long")) end
	for k = 1, 18 do
		if not param("uscc.characters"):find(code:sub(k, k), 1, true) then
			return invalid(T("the character %s cannot stand in it", code:sub(k, k)))
		end
	end
	if not code:sub(3, 8):find("^%d+$") then return invalid(T("the area is no number")) end
	local wanted = check_in_order(code)
	if code:sub(18) ~= wanted then
		return invalid(T("the check character is %s and should be %s", code:sub(18), wanted))
	end
	wanted = organisation_check(code)
	if code:sub(17, 17) ~= wanted then
		return { verdict = "check_ok_org_bad", normal_form = code,
			why = T("the organisation's character is %s and should be %s", code:sub(17, 17), wanted) }
	end
	if code ~= i.code then
		return { verdict = "normalise", normal_form = code,
			why = T("right once it is written as %s", code) }
	end
	return { verdict = "valid", normal_form = code }
end

return {
	{
		name = "id.check",
		title = L"check of an identity number",
		jurisdiction = "CN",
		basis = "GB 11643-1999; residence permits of foreigners: prefix 9",
		inputs = { { "number", "text", "", L"number as it was written", "optional" } },
		outputs = {
			{ "verdict", "code", "", L"valid, valid_foreigner, legacy15, normalise or invalid" },
			{ "normal_form", "text", "", L"18 characters; empty when it is invalid" },
			{ "sex", "code", "", L"M or F" },
			{ "birth", "day", "day", L"birth day" },
			{ "why", "say", "", L"why it is not simply valid" },
		},
		compute = check_id,
		cases = {
			{ "the standard's example", given = { number = "11010519491231002X" },
			  gives = { verdict = "valid", sex = "F", birth = "1949-12-31", normal_form = "11010519491231002X" } },
			{ "a small x and blanks", given = { number = " 11010519491231002x " },
			  gives = { verdict = "normalise", normal_form = "11010519491231002X" } },
			{ "full width", given = { number = "１１０１０５１９４９１２３１００２Ｘ" },
			  gives = { verdict = "normalise", normal_form = "11010519491231002X" } },
			{ "wrong check character", given = { number = "110105194912310021" },
			  gives = { verdict = "invalid", sex = "", normal_form = "" } },
			{ "30 February", given = { number = "110105194902300021" }, gives = { verdict = "invalid" } },
			{ "15 digits", given = { number = "110105491231002" },
			  gives = { verdict = "legacy15", birth = "1949-12-31", normal_form = "11010519491231002X" } },
			{ "a foreigner's permit", given = { number = "911124198108030024" },
			  gives = { verdict = "valid_foreigner", sex = "F", birth = "1981-08-03" } },
			{ "nothing", given = {}, gives = { verdict = "invalid" } },
		},
	},
	{
		name = "uscc.check",
		title = L"check of a unified social credit code",
		jurisdiction = "CN",
		basis = "GB 32100-2015; GB 11714-1997",
		inputs = { { "code", "text", "", L"code as it was written", "optional" } },
		outputs = {
			{ "verdict", "code", "", L"valid, normalise, check_ok_org_bad or invalid" },
			{ "normal_form", "text", "", L"18 characters; empty when it is invalid" },
			{ "why", "say", "", L"why it is not simply valid" },
		},
		compute = check_uscc,
		cases = {
			{ "a well-known one", given = { code = "91350100M000100Y43" },
			  gives = { verdict = "valid", normal_form = "91350100M000100Y43" } },
			{ "small letters", given = { code = "91350100m000100y43" },
			  gives = { verdict = "normalise", normal_form = "91350100M000100Y43" } },
			{ "wrong check character", given = { code = "91350100M000100Y44" }, gives = { verdict = "invalid" } },
			{ "wrong organisation alone", given = { code = "91350100M000100Y56" },
			  gives = { verdict = "check_ok_org_bad" } },
			{ "a letter that is not used", given = { code = "91350100O000100Y43" }, gives = { verdict = "invalid" } },
		},
	},
}
