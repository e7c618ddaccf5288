-- What stands beside a value, a calculation or a rule for those who read it: the article's own words, and what the
-- columns of a table are.  No text can ask for it, so that no outcome hangs on it.  Trusted, like the prelude, whose
-- table book is.
local host, book = ...
local COLUMNS_MOST = 40

local function complain(path, ...)
	error(path .. ": " .. string.format(...), 0)
end

-- A text, or one a language by its two letters: as { code, text }, the languages in order; nil where there are none.
function book.words_of(path, owner, words)
	if words == nil then return nil end
	local list, codes = {}, {}
	for _, code in ipairs(type(words) == "table" and book.sorted(words) or { "" }) do
		local text = type(words) == "table" and words[code] or words
		if code ~= "" and not tostring(code):find("^%l%l$") then
			complain(path, "%s: words are told apart by en, zh or other two letters, not %s", owner, host.shown(tostring(code)))
		elseif type(text) ~= "string" or not text:find("%S") or not host.is_plain(text) then
			complain(path, "%s: words is not a text of at most 2000 bytes that can be shown", owner)
		end
		list[#list + 1], codes[#codes + 1] = { code, text }, code
	end
	list.codes = table.concat(codes, " ")
	return #list > 0 and list or nil
end

-- What is written down of a table's cells: column, unit, meaning.
function book.columns_of(path, p)
	if p.columns == nil then return nil end
	local list = {}
	for i, column in ipairs(type(p.columns) == "table" and p.columns or {}) do
		local c = type(column) == "table" and column or {}
		for k = 1, 3 do
			if type(c[k]) ~= "string" or not host.is_plain(c[k]) or i > COLUMNS_MOST then
				complain(path, "parameter %s: columns need name, unit and meaning, %d at most", p.name, COLUMNS_MOST)
			end
		end
		list[i] = { c[1], c[2], c[3] }
		list[c[1]] = list[i]
	end
	return list
end

-- Which lists inside a table are scales: the end of the path to it, the columns of which each line has one, perhaps by
-- which columns there are several in one list.
function book.scales_of(path, p)
	if p.scales == nil then return nil end
	local list = {}
	for i, one in ipairs(type(p.scales) == "table" and p.scales or {}) do
		if type(one) ~= "table" or type(one[1]) ~= "string" or type(one[2]) ~= "string" or i > COLUMNS_MOST then
			complain(path, "parameter %s: scales need a path and columns, %d at most", p.name, COLUMNS_MOST)
		end
		list[i] = { path = one[1], columns = table.move(one, 2, #one, 1, {}), by = one.by }
	end
	return list
end

-- Into the explanation: a line a language, each with all that there are, so that the reader's can be chosen.
function book.tell_words(list)
	for _, one in ipairs(list or {}) do
		book.trace_line("words", one[1], one[2], "", { text = list.codes })
	end
end
