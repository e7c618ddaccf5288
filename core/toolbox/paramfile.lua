-- Parameters as rows of a CSV file: one a scalar or an entry of a table, nested keys joined by points.
-- Reading goes through what the texts really return; nothing of a row is believed before it is checked.
local host, tools = ...
local T, book = host.T, host.book
local paramfile = { texts = {}, by_path = {}, entries = {} }
tools.paramfile = paramfile

paramfile.header = { "name", "jurisdiction", "unit", "basis", "from", "to", "key", "value" }
local MOST, DEPTH_MOST = 200000, 8

-- A part of a table that several texts give is called by both: "work.types (claims)".
function paramfile.whole(name, part) return (part or "") ~= "" and name .. " (" .. part .. ")" or name end

-- Called before anything is loaded: what each text returns is kept.
function paramfile.start()
	local add = book.add_parameters
	function book.add_parameters(list, path)
		add(list, path)
		paramfile.by_path[path] = {}
		for i, p in ipairs(list) do
			local whole = paramfile.whole(p.name, p.part)
			local entry = { path = path, name = whole, jurisdiction = p.jurisdiction, unit = p.unit or "",
				basis = p.basis or "", values = p.values, title = p.title, words = p.words, columns = p.columns,
				scales = p.scales }
			paramfile.by_path[path][i] = entry
			paramfile.entries[whole .. " " .. p.jurisdiction] = entry
		end
	end
	host.rewrite(function(path, text)
		paramfile.texts[path] = text
		return text
	end)
	return {}
end

local function looks_special(text)
	return text == "" or text == "{}" or text == "true" or text == "false" or tonumber(text) ~= nil or text:find("^[\"']") ~= nil
		or text:find("^[=+@%-]") ~= nil
end

-- A text that could be read as something else stands in quotes.
function paramfile.show(v)
	if type(v) == "string" then
		return looks_special(v) and "\"" .. v .. "\"" or v
	elseif math.type(v) == "float" then
		local short = string.format("%.15g", v)
		short = tonumber(short) == v and short or string.format("%.17g", v)
		return short:find("[.en]") and short or short .. ".0"
	end
	return tostring(v)
end

function paramfile.parse(text)
	if text == "true" or text == "false" then
		return text == "true"
	elseif text:find("^\".*\"$") and #text > 1 then
		return text:sub(2, -2)
	end
	local number = text:find("^%-?%d") and not text:find("[xX]") and tonumber(text)
	return number or text
end

local function shown_key(key)
	if type(key) == "string" and (key == "" or tonumber(key) or key:find("[.\"]")) then
		return "\"" .. key .. "\""
	end
	return tostring(key)
end

-- The keys of "a.1.\"b.c\"" one by one; nil when it is no key.
function paramfile.path_of(text)
	local path, at = {}, 1
	while at <= #text do
		if #path == DEPTH_MOST then
			return nil
		end
		local quoted, next_at = text:match("^\"([^\"]*)\"()", at)
		local plain, plain_at = text:match("^([^.\"]+)()", at)
		if not quoted and not plain then
			return nil
		end
		path[#path + 1] = quoted or math.tointeger(tonumber(plain)) or plain
		at = quoted and next_at or plain_at
		if at <= #text then
			if text:sub(at, at) ~= "." or at == #text then
				return nil
			end
			at = at + 1
		end
	end
	return path
end

-- Numbers by their value, before texts: 60 stands above 139.
local function by_number(a, b)
	if math.type(a) and math.type(b) then
		return a < b
	end
	return type(a) ~= type(b) and math.type(a) ~= nil or type(a) == type(b) and tostring(a) < tostring(b)
end

function paramfile.sorted(t) return book.sorted(t, by_number) end

-- Calls put(key, scalar) for all of a value; an empty table is shown as {}.
function paramfile.flatten(value, put, prefix)
	if type(value) ~= "table" then
		return put(prefix or "", paramfile.show(value))
	end
	local keys = paramfile.sorted(value)
	if #keys == 0 then
		put(prefix or "", "{}")
	end
	for _, key in ipairs(keys) do
		paramfile.flatten(value[key], put, (prefix and prefix .. "." or "") .. shown_key(key))
	end
end

local function quoted(text) return text:find("[\",\r\n]") and "\"" .. text:gsub("\"", "\"\"") .. "\"" or text end

local function row(out, ...)
	local cells = { ... }
	for i, cell in ipairs(cells) do cells[i] = quoted(cell) end
	out[#out + 1] = table.concat(cells, ",")
end

-- The CSV text of a file of parameters, or of one parameter in all its places.
function paramfile.export(which)
	local out, list = { table.concat(paramfile.header, ",") }, paramfile.by_path[which]
	if not list then
		list = {}
		for _, key in ipairs(paramfile.sorted(paramfile.entries)) do
			if paramfile.entries[key].name == which or paramfile.entries[key].name:match("^%S+") == which then
				list[#list + 1] = paramfile.entries[key]
			end
		end
	end
	for _, e in ipairs(list) do
		for _, v in ipairs(e.values) do
			paramfile.flatten(v.value, function(key, text)
				row(out, e.name, e.jurisdiction, e.unit, e.basis, v.from, v.to or "", key, text)
			end)
		end
	end
	return #list > 0 and { table.concat(out, "\n") .. "\n" } or {}
end

-- Rows of cells with the line each begins on; or nil, line, column, what is wrong.
local function read_csv(text)
	local rows, at, line = {}, 1, 1
	text = text:gsub("^\xEF\xBB\xBF", "")
	while at <= #text do
		local cells, begun = {}, line
		repeat
			local cell, after, stop
			if text:sub(at, at) == "\"" then
				after = at + 1
				repeat
					stop = text:find("\"", after, true)
					if not stop then
						return nil, begun, #cells + 1, T("the quote is not closed")
					end
					after = text:sub(stop + 1, stop + 1) == "\"" and stop + 2 or stop + 1
				until after == stop + 1
				cell = text:sub(at + 1, stop - 1):gsub("\"\"", "\"")
			else
				cell = text:match("^[^,\r\n]*", at)
				after = at + #cell
			end
			line = line + select(2, cell:gsub("\n", ""))
			cells[#cells + 1] = cell
			stop = text:match("^\r?\n", after) or text:match("^,", after)
			if not stop and after <= #text then
				return nil, line, #cells, T("neither a comma nor a new line follows")
			end
			at = after + (stop and #stop or 0)
		until stop ~= ","
		line = line + 1
		if #cells > 1 or cells[1] ~= "" then
			cells.line = begun
			rows[#rows + 1] = cells
		end
		if #rows > MOST then
			return nil, begun, 1, T("there are too many rows")
		end
	end
	return rows
end

local checks = {
	{ function(c) return c:gsub(" %([%w_]+%)$", ""):find("^%l[%w_]*%.[%w_.]+$") end, T("is not a name (expected area.what)") },
	{ function(c) return host.chain(c) and not c:find(" ", 1, true) end, T("is not a jurisdiction") },
	{ function() return true end }, { function(c) return c ~= "" end, T("names no law") },
	{ function(c) return host.date_or_nil(c) end, T("is not a date (expected YYYY-MM-DD)") },
	{ function(c) return c == "" or host.date_or_nil(c) end, T("is not a date (expected YYYY-MM-DD)") },
	{ function(c) return c == "" or paramfile.path_of(c) end, T("is not a key") },
	{ function(c) return c ~= "" and math.abs(tonumber(c) or 0) < math.huge end, T("is not a value") },
}

local function fault_of(cells)
	if #cells ~= #checks then
		return #cells < #checks and #cells or #checks + 1, T("%s columns instead of %s", #cells, #checks)
	end
	for i, c in ipairs(checks) do
		if not c[1](cells[i]) or not host.is_plain(cells[i]) then
			return i, T("%s \"%s\" %s", paramfile.header[i], cells[i]:sub(1, 60), c[2] or T("cannot be read"))
		end
	end
end

-- Puts a scalar into the value under the key's path; false when something else is there.
local function put_scalar(v, path, scalar)
	local holder, key = v, "value"
	for _, part in ipairs(path) do
		if holder[key] == nil then
			holder[key] = {}
		elseif type(holder[key]) ~= "table" then
			return false
		end
		holder, key = holder[key], part
	end
	if holder[key] ~= nil then
		return false
	end
	holder[key] = scalar
	return true
end

local function add_row(entries, cells)
	local id = cells[1] .. " " .. cells[2]
	local e = entries[id]
	if not e then
		e = { name = cells[1], jurisdiction = cells[2], unit = cells[3], basis = cells[4], values = {}, by_from = {} }
		entries[id], entries[#entries + 1] = e, e
	end
	local v = e.by_from[cells[5]]
	if not v then
		v = { from = cells[5], to = cells[6] ~= "" and cells[6] or nil, line = cells.line }
		e.by_from[cells[5]], e.values[#e.values + 1] = v, v
	end
	for i, wanted in next, { [3] = e.unit, [4] = e.basis, [6] = v.to or "" } do
		if cells[i] ~= wanted then
			return i, T("%s is another one than in a row above", paramfile.header[i])
		end
	end
	if v.to and v.to < v.from then
		return 6, T("the value ends before it starts")
	end
	local scalar = cells[8] == "{}" and {} or paramfile.parse(cells[8])
	if not put_scalar(v, paramfile.path_of(cells[7]), scalar) then
		return 7, T("the key \"%s\" has a value already", cells[7])
	end
end

local function check_overlaps(e)
	table.sort(e.values, function(a, b) return a.from < b.from end)
	for i = 2, #e.values do
		local before = e.values[i - 1]
		if before.to and before.to >= e.values[i].from then
			return e.values[i].line, 5, T("two values are valid on %s", e.values[i].from)
		end
	end
end

-- The entries of a CSV text; or nil, line, column, what is wrong with the first bad row.
function paramfile.read(text)
	local rows, line, column, what = read_csv(text)
	if not rows then
		return nil, line, column, what
	end
	if #rows == 0 or table.concat(rows[1], ",") ~= table.concat(paramfile.header, ",") then
		return nil, 1, 1, T("the first row must be %s", table.concat(paramfile.header, ","))
	end
	local entries = {}
	for i = 2, #rows do
		column, what = fault_of(rows[i])
		if not column then
			column, what = add_row(entries, rows[i])
		end
		if column then
			return nil, rows[i].line, column, what
		end
	end
	for _, e in ipairs(entries) do
		line, column, what = check_overlaps(e)
		if line then
			return nil, line, column, what
		end
	end
	return entries
end
