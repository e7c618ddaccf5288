-- What stands beside an entry for those who read it: the article's words, one text or one a language, and the columns
-- of a table.
local host, tools = ...
local T, entries, suggest = host.T, tools.entries, tools.nearest.name
local checkwords = {}
tools.checkwords = checkwords

local function check_text(report, line, text)
	if text == nil then return end
	if type(text) ~= "string" or not text:find("%S") then
		report(line, T("the words of the article are empty"), T("quote the article, or take words out"))
	elseif not host.is_plain(text) then
		report(line, T("the words of the article are longer than 2000 bytes, or hold hidden characters"),
			T("quote the sentence that counts"))
	end
end

local function check_words(report, e, item)
	local languages = entries.items(e, item.value)
	if not languages then
		return check_text(report, item.line, entries.value(e, item.value))
	end
	for _, language in ipairs(languages.order) do
		if not tostring(language.key):find("^%l%l$") then
			report(language.line, T("\"%s\" is no language", tostring(language.key)), T("write words = { zh = \"...\", en = \"...\" }"))
		end
		check_text(report, language.line, entries.value(e, language.value))
	end
end

-- The keys that the cells of a value have; nil when some of it is worked out.
local function keys_of(e, node, found)
	local items = entries.items(e, node)
	if not items then
		return node.kind ~= "call" and node.kind ~= "name" and found or nil
	end
	for _, item in ipairs(items.order) do
		found[item.key] = true
		if not keys_of(e, item.value, found) then
			return nil
		end
	end
	return found
end

local function keys_of_values(e, entry)
	local found = entry.values.is_table and {} or nil
	for _, v in ipairs(entry.values) do
		found = found and v.has_value and keys_of(e, v.items.value.value, found) or nil
	end
	return found
end

local function check_columns(report, e, entry, item)
	local list, known = entries.items(e, item.value), keys_of_values(e, entry)
	for _, column in ipairs(list and list.order or {}) do
		local c = entries.items(e, column.value)
		local name = entries.field(e, c, 1)
		for i = 1, 3 do
			if not c or c[i] and entries.value(e, c[i].value) == nil or not c[i] then
				report(column.line, T("a column needs its name, unit and meaning"), T("write { \"rate\", \"share\", L\"what is withheld\" }"))
				break
			end
		end
		if name and known and not known[name] then
			report(column.line, T("no value has the column \"%s\"", tostring(name)), suggest(name, known, T("take it out")))
		end
	end
end

-- report(line, what, todo) for what is wrong beside the entry of the text e.
function checkwords.look(report, e, entry)
	for _, holder in ipairs({ entry, table.unpack(entry.values or {}) }) do
		local item = holder.items and holder.items.words
		if item then
			check_words(report, e, item)
		end
	end
	if entry.kind == "p" and entry.items.columns then
		check_columns(report, e, entry, entry.items.columns)
	end
end
