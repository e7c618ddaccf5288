-- What many calculations ask of what they are given; an error refuses the row in the reader's language.
return {
	-- What stands in a list of known words for this one, however it was written; none is the word "".
	known = function(list, text, what)
		local found = list[(text or ""):lower()]
		if found == nil then error(T("%s: \"%s\" is not known", what, text or ""), 0) end
		return found
	end,
	-- The named inputs, where they are given.
	not_negative = function(i, ...)
		for _, name in ipairs({ ... }) do
			if i[name] and i[name] < 0 then error(T("%s is less than 0", name), 0) end
		end
	end,
}
