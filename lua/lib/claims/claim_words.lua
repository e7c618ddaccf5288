-- How names, codes and kinds are compared, whoever typed them: half-width, small letters, Roman numerals as
-- letters, no blanks.  And what a person's age is on a day.
local roman = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" }

local function half_width(a, b)
	local rune = 0xF000 + (a:byte() - 0x80) * 64 + b:byte() - 0x80
	return rune > 0xFF00 and rune < 0xFF5F and string.char(rune - 0xFEE0) or nil
end

local function numeral(c)
	return roman[c:byte() - 0x9F] or roman[c:byte() - 0xAF]
end

local function fold(text)
	if not text:find("[%s%u\xC2\xE2\xE3\xEF]") then return text end
	text = text:gsub("\xEF([\xBC\xBD])([\x80-\xBF])", half_width)
	text = text:gsub("\xE2\x85([\xA0-\xBF])", numeral)
	text = text:gsub("\xE3\x80\x80", ""):gsub("\xC2\xA0", ""):gsub("%s+", "")
	return (text:lower())
end

-- Whole years; who was born on 29 February is a year older on 1 March.
local function age(birth, on)
	local y, m, d = civil(birth)
	local year, mon, dom = civil(on)
	return year - y - ((mon < m or mon == m and dom < d) and 1 or 0)
end

-- Stay, purchase or visit: as the list has it, or a word of it within what the sender says, "inpatient care".  A stay wins.
local function kind_of(text)
	local kinds, found = param("claims.kinds"), {}
	if kinds[text] then return kinds[text] end
	for word, kind in pairs(kinds) do
		if #word > 3 and text:find(word, 1, true) then found[kind] = kind end
	end
	return found.stay or found.purchase or found.visit
end

local sexes = { m = "M", male = "M", ["1"] = "M", ["男"] = "M", ["男性"] = "M",
	f = "F", female = "F", ["2"] = "F", ["女"] = "F", ["女性"] = "F" }

return {
	fold = fold,
	age = age,
	kind = kind_of,
	sex = function(text) return sexes[fold(text)] end,
	-- The number of a provider's tier, whether it is called 3, tier3 or 三级.
	tier = function(text)
		local digit = fold(text):match("%d")
		return tonumber(digit) or text:find("三", 1, true) and 3 or text:find("二", 1, true) and 2
			or text:find("一", 1, true) and 1 or nil
	end,
}
