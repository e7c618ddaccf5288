-- What a CSV file of parameters would change in the texts, and the texts written anew: an entry that
-- stays is not touched by a byte, one that changes keeps its own comment lines.
local host, tools = ...
local T, paramfile = host.T, tools.paramfile
local paramwrite = {}
tools.params = paramwrite
paramwrite.start, paramwrite.export = paramfile.start, paramfile.export

local given		-- the entries of the CSV file

local function flat(value)
	local t = {}
	paramfile.flatten(value, function(key, text) t[key] = text end)
	return t
end

local function by_from(entry)
	local t = {}
	for _, v in ipairs(entry and entry.values or {}) do
		t[v.from] = v
	end
	return t
end

local function span(v)
	return v.from .. ".." .. (v.to or "")
end

-- One value before and after, either may be missing: a line each for what differs.
local function compare_values(put, before, after)
	local old, new = before and flat(before.value) or {}, after and flat(after.value) or {}
	if before and after and before.to ~= after.to then
		put("~", span(after), "to", before.to or "open", after.to or "open")
	end
	local keys = {}
	for _, t in ipairs({ old, new }) do
		for key in next, t do
			keys[key] = true
		end
	end
	for _, key in ipairs(paramfile.sorted(keys)) do
		local a, b = old[key], new[key]
		if a ~= b then
			put(not a and "+" or not b and "-" or "~", span(after or before), key, a, b)
		end
	end
end

local function compare_entry(lines, e)
	local known = paramfile.entries[e.name .. " " .. e.jurisdiction]
	local before, after, n, days = by_from(known), by_from(e), #lines, {}
	local function put(sign, when, key, a, b)
		local change = sign == "+" and b or sign == "-" and a or tostring(a) .. " -> " .. tostring(b)
		lines[#lines + 1] = table.concat({ sign, " ", e.name, " ", e.jurisdiction, " ", when, key ~= "" and " " or "", key,
			" = ", change })
	end
	for _, field in ipairs({ "unit", "basis" }) do
		if known and known[field] ~= e[field] then
			put("~", field, "", known[field], e[field])
		end
	end
	for _, t in ipairs({ before, after }) do
		for from in next, t do
			days[from] = true
		end
	end
	for _, from in ipairs(paramfile.sorted(days)) do
		compare_values(put, before[from], after[from])
	end
	e.is_changed, e.known = #lines > n, known
end

-- The differences, one a line: "line", text; or of a bad row: "refused", line, column, what as T says it.
function paramwrite.compare(text)
	local line, column, what
	given, line, column, what = paramfile.read(text)
	if not given then
		return { "refused", tostring(line), tostring(column), what }
	end
	local lines, out = {}, {}
	for _, e in ipairs(given) do
		compare_entry(lines, e)
	end
	for _, l in ipairs(lines) do
		out[#out + 1], out[#out + 2] = "line", l
	end
	return out
end

local reserved = {}
for word in ("and break do else elseif end false for function goto if in local nil not or repeat return then true until while"):gmatch("%l+") do
	reserved[word] = true
end

local function key_text(key)
	if type(key) == "string" and key:find("^[%a_][%w_]*$") and not reserved[key] then
		return key
	end
	return "[" .. (type(key) == "string" and string.format("%q", key) or tostring(key)) .. "]"
end

local write

-- The items of a table as texts; a list has no keys.
local function items_of(value, indent)
	local items, n = {}, #value
	for _, key in ipairs(paramfile.sorted(value)) do
		local is_listed = math.type(key) == "integer" and key >= 1 and key <= n
		items[#items + 1] = (is_listed and "" or key_text(key) .. " = ") .. write(value[key], indent)
	end
	return items
end

-- On one line when it fits, else filled up line by line.
function write(value, indent)
	if type(value) == "string" then
		return string.format("%q", value)
	elseif type(value) ~= "table" then
		return paramfile.show(value)
	elseif next(value) == nil then
		return "{}"
	end
	local whole = "{ " .. table.concat(items_of(value, ""), ", ") .. " }"
	if #whole <= 90 and not whole:find("\n") then
		return whole
	end
	local lines, line, deeper = {}, "", indent .. "\t"
	for _, item in ipairs(items_of(value, deeper)) do
		if line ~= "" and (#line + #item > 80 or item:find("\n")) then
			lines[#lines + 1], line = line, ""
		end
		line = (line == "" and deeper or line .. " ") .. item .. ","
	end
	lines[#lines + 1] = line
	return "{\n" .. table.concat(lines, "\n") .. "\n" .. indent .. "}"
end

-- The comment of a line, wherever it begins; in quotes there is none.
local function comment_of(line)
	local at = 1
	while true do
		at = line:find("--", at, true)
		if not at then
			return nil
		end
		local _, quotes = line:sub(1, at - 1):gsub("\\.", ""):gsub('"', "")
		if quotes % 2 == 0 then
			return line:sub(at)
		end
		at = at + 2
	end
end

-- Comments of a block of text, each on a line of its own.
local function comments_of(text)
	local lines = {}
	for line in text:gmatch("[^\n]+") do
		lines[#lines + 1] = comment_of(line)
	end
	return lines
end

-- A value's own basis is not in the table: it stays with its first day.
local function own_basis(e, v)
	local known = by_from(e.known)[v.from]
	return known and known.basis and string.format(" basis = %q,", known.basis) or ""
end

-- What is said of it is not in the table either, and stays.
local function own_words(v)
	return v and v.words and " words = " .. write(v.words, "\t\t\t") .. "," or ""
end

local function add_said(out, known)
	if known and known.title then
		out[#out + 1] = string.format("\t\ttitle = L%q,", known.title)
	end
	if known and known.words then
		out[#out + 1] = "\t\twords = " .. write(known.words, "\t\t") .. ","
	end
	for i, column in ipairs(known and known.columns or {}) do
		out[#out + 1] = (i == 1 and "\t\tcolumns = {\n" or "") .. string.format("\t\t\t{ %q, %q, L%q },", column[1],
			column[2], column[3]) .. (i == #known.columns and "\n\t\t}," or "")
	end
end

local function add_scales(out, known)
	for i, one in ipairs(known and known.scales or {}) do
		out[#out + 1] = (i == 1 and "\t\tscales = {\n" or "") .. "\t\t\t" .. write(one, "\t\t\t") .. ","
			.. (i == #known.scales and "\n\t\t}," or "")
	end
end

local function entry_text(e, old)
	local out = { "{" }
	for _, comment in ipairs(old and comments_of(old) or {}) do
		out[#out + 1] = "\t\t" .. comment
	end
	local name, part = e.name:match("^(%S+) %((.+)%)$")
	out[#out + 1] = string.format("\t\tname = %q,%s jurisdiction = %q, unit = %q,", name or e.name,
		part and string.format(" part = %q,", part) or "", e.jurisdiction, e.unit)
	out[#out + 1] = string.format("\t\tbasis = %q,", e.basis)
	add_said(out, e.known)
	add_scales(out, e.known)
	out[#out + 1] = "\t\tvalues = {"
	for _, v in ipairs(e.values) do
		local to = v.to and string.format(" to = %q,", v.to) or ""
		out[#out + 1] = string.format("\t\t\t{ from = %q,%s%s%s value = %s },", v.from, to, own_basis(e, v),
			own_words(by_from(e.known)[v.from]), write(v.value, "\t\t\t"))
	end
	out[#out + 1] = "\t\t},"
	out[#out + 1] = "\t}"
	return table.concat(out, "\n")
end

-- The table of an entry in its text, and the list it stands in; nil when a function makes it.
local function find_node(path, e)
	local read = tools.entries.read(path, "p", paramfile.texts[path])
	for _, entry in ipairs(read.list) do
		local part = tools.entries.field(read, entry.items, "part")
		if paramfile.whole(entry.name, part) == e.name and entry.jurisdiction == e.jurisdiction then
			return entry.items.node
		end
	end
end

local function list_node(text)
	local block = tools.syntax.parse(text)
	local last = block[#block]
	local node = last and last.kind == "return" and last.values[1]
	return node and node.kind == "table" and node or nil
end

local function path_for(e)
	local area = e.name:match("^[^.]*")
	for _, key in ipairs(paramfile.sorted(paramfile.entries)) do
		local other = paramfile.entries[key]
		if other.name == e.name or other.name:match("^[^.]*") == area then
			return other.path
		end
	end
	return "parameters/" .. area .. ".lua"
end

local function changed(path, e)
	local text, node = paramfile.texts[path], e.known and find_node(path, e)
	if node then
		return text:sub(1, node.from - 1) .. entry_text(e, text:sub(node.from, node.to)) .. text:sub(node.to + 1)
	elseif e.known then
		error(T("%s for %s is made by a function in %s: change it there", e.name, e.jurisdiction, path), 0)
	elseif not text then
		return "-- Parameters that came from a table.\nreturn {\n\t" .. entry_text(e) .. ",\n}\n"
	end
	node = list_node(text)
	if not node then
		error(T("%s does not return a plain list: add %s there by hand", path, e.name), 0)
	end
	local before = text:sub(1, node.to - 1):gsub("%s+$", "")
	local comma = before:find("[{,]$") and "" or ","
	return before .. comma .. "\n\t" .. entry_text(e) .. ",\n" .. text:sub(node.to)
end

-- After compare: path and new text of each file that changes; or "refused" and why, as T says it.
function paramwrite.write()
	local paths, out = {}, {}
	for _, e in ipairs(given or {}) do
		local path = e.is_changed and (e.known and e.known.path or path_for(e))
		if path then
			local ok, text = pcall(changed, path, e)
			if not ok then
				return { "refused", tostring(text) }
			end
			paramfile.texts[path], paths[path] = text, true
		end
	end
	for _, path in ipairs(paramfile.sorted(paths)) do
		out[#out + 1], out[#out + 2] = path, paramfile.texts[path]
	end
	return out
end
