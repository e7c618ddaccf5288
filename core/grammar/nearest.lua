-- "Did you mean": what is known and like a name that is not.
local host, tools = ...
local T = host.T
local nearest = {}
tools.nearest = nearest

-- Letters to change, add, leave out or swap to make one name of another.
local function distance(a, b)
	local before, last, row = {}, {}, {}
	for k = 0, #b do
		row[k] = k
	end
	for i = 1, #a do
		before, last, row = last, row, { [0] = i }
		for k = 1, #b do
			local is_same = a:byte(i) == b:byte(k)
			row[k] = math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (is_same and 0 or 1))
			if i > 1 and k > 1 and a:byte(i) == b:byte(k - 1) and a:byte(i - 1) == b:byte(k) then
				row[k] = math.min(row[k], before[k - 2] + 1)
			end
		end
	end
	return row[#b]
end

-- Words cut short: unemployment.min_months is unemployment.minimum_months.
local function is_short_for(a, b)
	local rest = b
	for word in a:gmatch("[^._]+") do
		local whole = rest:match("^[^._]+")
		if not whole or whole:sub(1, #word) ~= word then
			return false
		end
		rest = rest:sub(#whole + 2)
	end
	return rest == ""
end

-- "did you mean": the nearest known name, of which at most a quarter is otherwise, or as many signs as are given.
function nearest.name(name, known, otherwise, most)
	local best, least
	name = tostring(name)
	for k in next, known do
		local far = type(k) == "string" and #k < 100 and #name < 100 and (is_short_for(name, k) and 1 or distance(name, k))
		if far and far < #name and far <= (most or math.max(1, #name // 4)) and (not best or far < least or far == least and k < best) then
			best, least = k, far
		end
	end
	return best and T("did you mean \"%s\"?", best) or otherwise
end

-- Of a few short words the one that is more like it than not.
function nearest.word(word, words)
	return nearest.name(word, words, T("there are %s", table.concat(words.list, ", ")), #word // 2)
end

-- The other names of the same area, when they are few enough for a line.
function nearest.of_area(name, known, otherwise)
	local area, list = tostring(name):match("^([^.]*%.)"), {}
	for k in next, known do
		if area and type(k) == "string" and k:sub(1, #area) == area then
			list[#list + 1] = k
		end
	end
	table.sort(list)
	return #list > 0 and #list <= 12 and T("there are %s", table.concat(list, ", ")) or otherwise
end
