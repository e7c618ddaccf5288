-- Tokens and tree of a text that Lua itself has accepted: who asks has loaded it before, so that a
-- syntax error is always Lua's own and nothing here needs to complain.  A node knows its line and
-- its first and last byte.
local _, tools = ...
local syntax = {}
tools.syntax = syntax

local keywords = {}
for word in ("and break do else elseif end false for function goto if in local nil not or repeat "
	.. "return then true until while"):gmatch("%a+") do
	keywords[word] = true
end

-- [[ or [=[ at this byte: what is in it, and the byte behind it.
local function long_text(text, at)
	local equals = text:match("^%[(=*)%[", at)
	if not equals then
		return nil
	end
	local from, to = text:find("]" .. equals .. "]", at + #equals + 2, true)
	return text:sub(at, to), to + 1
end

local function short_text(text, at)
	local quote, from = text:sub(at, at), at + 1
	while true do
		local stop = text:find("[\\" .. quote .. "]", from)
		if text:sub(stop, stop) == quote then
			return text:sub(at, stop), stop + 1
		end
		-- \z may skip many characters, but never one that ends the text.
		from = stop + 2
	end
end

local function skip_comment(text, at)
	local _, after = long_text(text, at + 2)
	return after or text:find("\n", at, true) or #text + 1
end

-- Lua itself reads what has escapes or is long; most texts have none.
local function value_of(raw)
	if raw:byte() ~= 91 and not raw:find("\\", 1, true) then
		return raw:sub(2, -2)
	end
	return load("return " .. raw, "=text", "t", {})()
end

-- What may follow a byte that begins a sign of more than one, the longest first.
local longer = {}
for sign in ("... .. == ~= <= >= // << >> ::"):gmatch("%S+") do
	local first = sign:byte()
	longer[first] = longer[first] or {}
	table.insert(longer[first], sign)
end

local function sign_at(text, at, first)
	for _, sign in ipairs(longer[first] or {}) do
		if text:sub(at, at + #sign - 1) == sign then
			return sign
		end
	end
	return string.char(first)
end

local function number_at(text, at)
	return text:match("^0[xX][%x.]*[pP]?[+-]?%x*", at) or text:match("^%.?%d[%d.]*[eE][+-]?%d+", at)
		or text:match("^%.?%d[%d.]*", at)
end

-- What begins with this byte, where it is no sign.
local begins = {}
for byte = 0, 255 do
	local c = string.char(byte)
	begins[byte] = c:find("[%a_]") and "word" or c:find("[%d.]") and "number" or c:find("[\"']") and "quote"
		or c == "[" and "bracket" or nil
end

-- Kind, raw text and the byte behind the token at this byte.
local function token_at(text, at)
	local first = text:byte(at)
	local begin, raw, after = begins[first], nil, nil
	if begin == "word" then
		raw = text:match("^[%w_]+", at)
		return keywords[raw] and raw or "name", raw, at + #raw
	elseif begin == "number" then
		raw = number_at(text, at)
		if raw then
			return "number", raw, at + #raw
		end
	elseif begin == "quote" then
		raw, after = short_text(text, at)
	elseif begin == "bracket" then
		raw, after = long_text(text, at)
	end
	if raw then
		return "string", raw, after
	end
	raw = sign_at(text, at, first)
	return raw, raw, at + #raw
end

function syntax.tokens(text)
	local list, n, line = {}, 0, 1
	local at, newline = text:find("[^ \t\r\n\f\v]"), text:find("\n", 1, true)
	while at do
		while newline and newline < at do
			line, newline = line + 1, text:find("\n", newline + 1, true)
		end
		if text:byte(at) == 45 and text:byte(at + 1) == 45 then
			at = skip_comment(text, at)
		else
			local kind, raw, after = token_at(text, at)
			n = n + 1
			list[n] = { kind = kind, raw = raw, line = line, from = at, to = after - 1 }
			at = after
		end
		at = text:find("[^ \t\r\n\f\v]", at)
	end
	local _, lines = text:gsub("\n", "")
	list[n + 1] = { kind = "end of text", raw = "", line = lines + 1, from = #text + 1, to = #text + 1 }
	return list
end

local priority = {
	["or"] = { 1, 1 }, ["and"] = { 2, 2 }, ["<"] = { 3, 3 }, [">"] = { 3, 3 }, ["<="] = { 3, 3 },
	[">="] = { 3, 3 }, ["~="] = { 3, 3 }, ["=="] = { 3, 3 }, [".."] = { 9, 8 },
	["+"] = { 10, 10 }, ["-"] = { 10, 10 }, ["*"] = { 11, 11 }, ["/"] = { 11, 11 },
	["//"] = { 11, 11 }, ["%"] = { 11, 11 }, ["^"] = { 14, 13 },
}
local UNARY = 12

local parser = {}
parser.__index = parser

function parser:peek()
	return self.tokens[self.at].kind
end

function parser:take(kind)
	local token = self.tokens[self.at]
	if kind and token.kind ~= kind then
		error("line " .. token.line .. ": " .. kind .. " expected", 0)
	end
	self.at = self.at + 1
	return token
end

function parser:try(kind)
	return self:peek() == kind and self:take()
end

-- A node that starts with this token or node and ends with what was taken last.
function parser:node(kind, first, fields)
	fields.kind, fields.line, fields.from = kind, first.line, first.from
	fields.to = self.tokens[self.at - 1].to
	return fields
end

function parser:expressions()
	local list = { self:expression(0) }
	while self:try(",") do
		list[#list + 1] = self:expression(0)
	end
	return list
end

function parser:table()
	local first, items = self:take("{"), {}
	while self:peek() ~= "}" do
		local token, item = self.tokens[self.at], {}
		if self:try("[") then
			item.key = self:expression(0)
			self:take("]")
			self:take("=")
		elseif token.kind == "name" and self.tokens[self.at + 1].kind == "=" then
			self:take()
			item.key = self:node("string", token, { value = token.raw })
			self:take("=")
		end
		item.value = self:expression(0)
		items[#items + 1] = self:node("item", token, item)
		if not self:try(",") and not self:try(";") then
			break
		end
	end
	self:take("}")
	return self:node("table", first, { items = items })
end

function parser:body(first, is_method)
	local params = is_method and { "self" } or {}
	self:take("(")
	while self:peek() ~= ")" do
		local token = self:take()
		params[#params + 1] = token.raw
		self:try(",")
	end
	self:take(")")
	local body = self:block()
	self:take("end")
	return self:node("function", first, { params = params, body = body })
end

function parser:arguments()
	if self:peek() == "string" then
		return { self:simple() }
	end
	if self:peek() == "{" then
		return { self:table() }
	end
	self:take("(")
	local list = self:peek() == ")" and {} or self:expressions()
	self:take(")")
	return list
end

function parser:prefixed()
	local first, e = self.tokens[self.at], nil
	if self:try("(") then
		e = self:expression(0)
		self:take(")")
		e = self:node("paren", first, { inner = e })
	else
		self:take("name")
		e = self:node("name", first, { name = first.raw })
	end
	while true do
		local kind = self:peek()
		if kind == "." then
			self:take()
			local name = self:take("name")
			local key = self:node("string", name, { value = name.raw })
			e = self:node("index", first, { object = e, key = key })
		elseif kind == "[" then
			self:take()
			local key = self:expression(0)
			self:take("]")
			e = self:node("index", first, { object = e, key = key })
		elseif kind == ":" then
			self:take()
			local name = self:take("name").raw
			local list = self:arguments()
			e = self:node("method", first, { object = e, name = name, arguments = list })
		elseif kind == "(" or kind == "string" or kind == "{" then
			local list = self:arguments()
			e = self:node("call", first, { callee = e, arguments = list })
		else
			return e
		end
	end
end

function parser:simple()
	local token = self.tokens[self.at]
	local kind = token.kind
	if kind == "number" then
		self:take()
		return self:node("number", token, { value = tonumber(token.raw) })
	elseif kind == "string" then
		self:take()
		return self:node("string", token, { value = value_of(token.raw) })
	elseif kind == "nil" or kind == "true" or kind == "false" or kind == "..." then
		self:take()
		return self:node(kind, token, {})
	elseif kind == "{" then
		return self:table()
	elseif kind == "function" then
		return self:body(self:take())
	end
	return self:prefixed()
end

function parser:expression(limit)
	local first, e = self.tokens[self.at], nil
	local kind = first.kind
	if kind == "not" or kind == "-" or kind == "#" or kind == "~" then
		self:take()
		local inner = self:expression(UNARY)
		e = self:node("unary", first, { op = kind, inner = inner })
	else
		e = self:simple()
	end
	local weight = priority[self:peek()]
	while weight and weight[1] > limit do
		local op = self:take()
		local right = self:expression(weight[2])
		e = self:node("binary", first, { op = op.kind, op_token = op, left = e, right = right })
		weight = priority[self:peek()]
	end
	return e
end

local statements = {}

statements["if"] = function(p, first)
	local clauses = {}
	repeat
		local token = p:take()
		local test = p:expression(0)
		p:take("then")
		local body = p:block()
		clauses[#clauses + 1] = p:node("clause", token, { test = test, body = body })
	until p:peek() ~= "elseif"
	local token = p:try("else")
	local otherwise = token and p:block()
	p:take("end")
	return p:node("if", first, { clauses = clauses, otherwise = otherwise, else_token = token })
end

statements["while"] = function(p, first)
	p:take()
	local test = p:expression(0)
	p:take("do")
	local body = p:block()
	p:take("end")
	return p:node("while", first, { test = test, body = body })
end

statements["do"] = function(p, first)
	p:take()
	local body = p:block()
	p:take("end")
	return p:node("do", first, { body = body })
end

statements["repeat"] = function(p, first)
	p:take()
	local body = p:block()
	p:take("until")
	local test = p:expression(0)
	return p:node("repeat", first, { body = body, test = test })
end

statements["for"] = function(p, first)
	p:take()
	local names = { p:take("name").raw }
	while p:try(",") do
		names[#names + 1] = p:take("name").raw
	end
	local is_count = p:take().kind == "="
	local values = p:expressions()
	p:take("do")
	local body = p:block()
	p:take("end")
	return p:node("for", first, { names = names, values = values, body = body, is_count = is_count })
end

statements["function"] = function(p, first)
	p:take()
	local name = p:take("name")
	local target = p:node("name", name, { name = name.raw })
	local is_method = false
	while p:peek() == "." or p:peek() == ":" do
		is_method = p:take().kind == ":"
		local key = p:take("name")
		local at = p:node("string", key, { value = key.raw })
		target = p:node("index", name, { object = target, key = at })
	end
	local f = p:body(first, is_method)
	return p:node("assign", first, { targets = { target }, values = { f } })
end

statements["local"] = function(p, first)
	p:take()
	if p:try("function") then
		local name = p:take("name").raw
		local f = p:body(first)
		return p:node("local function", first, { name = name, value = f })
	end
	local names = {}
	repeat
		names[#names + 1] = p:take("name").raw
		if p:try("<") then
			p:take("name")
			p:take(">")
		end
	until not p:try(",")
	local values = p:try("=") and p:expressions() or {}
	return p:node("local", first, { names = names, values = values })
end

statements["return"] = function(p, first)
	p:take()
	local kind = p:peek()
	local has_none = kind == "end" or kind == "else" or kind == "elseif" or kind == "until"
		or kind == ";" or kind == "end of text"
	local values = has_none and {} or p:expressions()
	p:try(";")
	return p:node("return", first, { values = values })
end

local function jump(p, first)
	if p:take().kind ~= "break" then
		p:take("name")
	end
	p:try("::")
	return p:node("jump", first, {})
end
statements["break"], statements["goto"], statements["::"] = jump, jump, jump

function parser:statement()
	local first = self.tokens[self.at]
	local read = statements[first.kind]
	if read then
		return read(self, first)
	end
	local e = self:prefixed()
	if e.kind == "call" or e.kind == "method" then
		return self:node("do call", first, { call = e })
	end
	local targets = { e }
	while self:try(",") do
		targets[#targets + 1] = self:prefixed()
	end
	self:take("=")
	local values = self:expressions()
	return self:node("assign", first, { targets = targets, values = values })
end

local ends = { ["end"] = true, ["else"] = true, ["elseif"] = true, ["until"] = true, ["end of text"] = true }

function parser:block()
	local list = {}
	while not ends[self:peek()] do
		if not self:try(";") then
			list[#list + 1] = self:statement()
		end
	end
	return list
end

-- The statements of a whole text.
function syntax.parse(text)
	local p = setmetatable({ tokens = syntax.tokens(text), at = 1 }, parser)
	return p:block()
end

-- Calls visit with every node below a node or list, parents first.
function syntax.walk(node, visit)
	if node.kind then
		visit(node)
	end
	for key, value in next, node do
		if type(value) == "table" and key ~= "op_token" and key ~= "else_token" then
			syntax.walk(value, visit)
		end
	end
end
