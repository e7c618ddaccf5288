-- What a loaded book has, for lists.
local host, tools = ...
local book = host.book
local contents = {}
tools.contents = contents

-- Rules as id and title, one after the other.
function contents.titles()
	local out = {}
	for _, id in ipairs(book.sorted(book.rules)) do
		out[#out + 1] = id
		out[#out + 1] = book.rules[id].title
	end
	return out
end
