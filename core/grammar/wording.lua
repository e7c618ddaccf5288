-- What Lua itself says of a text, in words that can be translated; and the signs that an input method
-- leaves where Lua wants its own: they stand for most of what it cannot read.
local host, tools = ...
local T = host.T
local wording = {}
tools.wording = wording

-- What to type instead: the full-width forms are in the order of ASCII, the others are here.
local signs = {
	[0x201C] = '"', [0x201D] = '"', [0x2018] = "'", [0x2019] = "'", [0x3001] = ",", [0x3002] = ".", [0x3000] = " ",
	[0xA0] = " ", [0x3010] = "[", [0x3011] = "]", [0x300C] = '"', [0x300D] = '"', [0x3008] = "<", [0x3009] = ">",
	[0x2013] = "-", [0x2014] = "-", [0x2212] = "-", [0xD7] = "*", [0xF7] = "/", [0x2264] = "<=", [0x2265] = ">=",
	[0x2260] = "~=", [0x2026] = "...",
}
local quotes = { [0x201C] = true, [0x201D] = true, [0x2018] = true, [0x2019] = true, [0xFF02] = true, [0xFF07] = true }

local function instead_of(code)
	return signs[code] or code > 0xFF00 and code < 0xFF5F and string.char(code - 0xFEE0) or nil
end

-- The byte behind the comment or long text at this byte, or nil.
local function behind_long(text, at)
	local is_comment = text:sub(at, at + 1) == "--"
	local equals = text:match("^%[(=*)%[", is_comment and at + 2 or at)
	if equals then
		local _, to = text:find("]" .. equals .. "]", at, true)
		return (to or #text) + 1
	end
	return is_comment and (text:find("\n", at, true) or #text + 1) or nil
end

-- The byte behind the text in quotes at this byte; nil when its line does not close it.
local function behind_quoted(text, at)
	local quote, stop = text:sub(at, at), at
	repeat
		stop = text:find("[\\\n" .. quote .. "]", stop + 1)
		if not stop or text:sub(stop, stop) == "\n" then
			return nil
		end
		local is_end = text:sub(stop, stop) == quote
		stop = is_end and stop or stop + 1
	until is_end
	return stop + 1
end

-- In a line whose quotes do not close: the first sign that is one of another kind.
local function stray_quote(text, at)
	local from = at
	while from > 1 and text:sub(from - 1, from - 1) ~= "\n" do
		from = from - 1
	end
	for _, code in utf8.codes(text:sub(from, (text:find("\n", at, true) or #text + 1) - 1)) do
		if quotes[code] then
			return code
		end
	end
end

-- The first sign in the code of a text, not in its texts and comments, that Lua does not have.
local function find_sign(text)
	local at = 1
	while at <= #text do
		local c = text:sub(at, at)
		local code = c:byte() >= 0x80 and utf8.codepoint(text, at)
		if code and instead_of(code) then
			return at, code
		end
		local after = behind_long(text, at)
		if not after and (c == '"' or c == "'") then
			after = behind_quoted(text, at)
			if not after then
				return at, stray_quote(text, at)
			end
		end
		at = after or code and utf8.offset(text, 2, at) or at + 1
	end
end

-- Of a text that Lua does not read: the line, what is wrong and what to do, when such a sign is the reason.
function wording.foreign_sign(text)
	local at, code = find_sign(text)
	if not code then
		return nil
	end
	local _, lines = text:sub(1, at):gsub("\n", "")
	local sign, number = instead_of(code), string.format("%04X", code)
	local is_wide = code >= 0x3000 or quotes[code]
	return lines + 1, is_wide and T("the full-width sign %s (U+%s) stands here", utf8.char(code), number)
		or T("the sign %s (U+%s) stands here", utf8.char(code), number),
		sign == " " and T("type an ordinary blank instead") or T("type %s instead", sign)
end

local said = {
	{ "^(.-) expected %(to close (.-) at line (%d+)%) near (.+)$",
		function(...) return T("%s expected (to close %s at line %s) near %s", ...) end },
	{ "^(.-) expected near (.+)$", function(...) return T("%s expected near %s", ...) end },
	{ "^unexpected symbol near (.+)$", function(near) return T("unexpected symbol near %s", near) end },
	{ "^unfinished string near (.+)$", function(near) return T("unfinished string near %s", near) end },
	{ "^unfinished long string %(starting at line (%d+)%) near (.+)$",
		function(line) return T("the long text that starts at line %s does not end", line) end },
	{ "^unfinished long comment %(starting at line (%d+)%) near (.+)$",
		function(line) return T("the long comment that starts at line %s does not end", line) end },
	{ "^malformed number near (.+)$", function(near) return T("malformed number near %s", near) end },
	{ "^syntax error near (.+)$", function(near) return T("syntax error near %s", near) end },
	{ "^attempt to index a (%a+) value(.*)$", function(...) return T("attempt to index a %s value%s", ...) end },
	{ "^attempt to call a (%a+) value(.*)$", function(...) return T("attempt to call a %s value%s", ...) end },
	{ "^attempt to perform arithmetic on a (%a+) value(.*)$",
		function(...) return T("attempt to perform arithmetic on a %s value%s", ...) end },
	{ "^attempt to concatenate a (%a+) value(.*)$",
		function(...) return T("attempt to concatenate a %s value%s", ...) end },
	{ "^attempt to get length of a (%a+) value(.*)$",
		function(...) return T("attempt to get length of a %s value%s", ...) end },
	{ "^attempt to compare two (%a+) values$", function(kind) return T("attempt to compare two %s values", kind) end },
	{ "^attempt to compare (%a+) with (%a+)$", function(...) return T("attempt to compare %s with %s", ...) end },
	{ "^bad argument #(%d+) to '(.-)' %((.*)%)$", function(...) return T("bad argument #%s to '%s' (%s)", ...) end },
	{ "^number has no integer representation$", function() return T("number has no integer representation") end },
	{ "^parameter (%S+) has no value on (%S+) in (%S+)$",
		function(...) return T("parameter %s has no value on %s in %s", ...) end },
}

-- A message without its place, as T would have said it.
function wording.of_lua(message)
	for _, one in ipairs(said) do
		local found = table.pack(message:match(one[1]))
		if found[1] then
			return one[2](table.unpack(found, 1, found.n))
		end
	end
	return message:find("%", 1, true) and T("%s", message) or T(message)
end

-- Lua names a byte where it stumbles over a character of several: the character is named instead.
function wording.with_sign(message, text)
	local line, byte = message:match(":(%d+): .*near '<\\(%d+)>'")
	local nth = 0
	for words in (text .. "\n"):gmatch("(.-)\n") do
		nth = nth + 1
		local at = nth == tonumber(line) and words:find(string.char(tonumber(byte)), 1, true)
		local sign = at and words:match(utf8.charpattern, at)
		if sign then
			return (message:gsub("'<\\%d+>'", function() return "'" .. sign .. "'" end))
		end
	end
	return message
end

-- What is wrong with a text that was not loaded, in one sentence.
function wording.refused(message, text)
	local line, what = wording.foreign_sign(text)
	local first = wording.with_sign(message, text):match("^[^\n]*")
	local place, rest = first:match("^([^:%s]+%.lua:%d+): (.*)$")
	if line then
		return { tostring(line), what }
	end
	return { place and place:match("%d+$") or "1", wording.of_lua(rest or first) }
end

-- A failure as "FILE:LINE: message": where the message tells of one of our own texts, the line of the
-- policy text that led there does; the lines of policy texts below it follow, and nothing of the machine.
function wording.failure(message)
	local first, rest = message:match("^([^\n]*)\n?(.*)$")
	local place, what = first:match("^([^:%s]+%.lua:%d+): (.*)$")
	local lines = {}
	for line in rest:gmatch("[^\n]+") do
		local at = line:match("^%s*([%w_/.-]+%.lua:%d+):")
		if at and at ~= lines[#lines] then
			lines[#lines + 1] = at
		end
	end
	if not place then
		place, what = lines[1], first:match("^%a+:%d+: (.*)$") or first
	end
	local below = ""
	for _, at in ipairs(lines) do
		below = below .. (at ~= place and "\n  " .. at or "")
	end
	what = wording.of_lua(what)
	return (place and T("%s: %s", place, what) or what) .. below, what
end
