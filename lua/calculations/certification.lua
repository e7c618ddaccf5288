-- Up to which day signs of life say that a person was alive.

-- Days of a list, newest first; signs after the last day do not count.
local function days_of(list, last)
	local days = {}
	for text in (list or ""):gmatch("-?%d+") do
		local day = tonumber(text)
		if not last or day <= last then days[#days + 1] = day end
	end
	return days
end

local function points(weights, age)
	for _, line in ipairs(weights) do
		if age <= line.days then return line.points end
	end
	return 0
end

-- By source: days of hospitals and carriers, and "source:day" of the others.
local function lists_of(i, weights)
	local lists = { medical = days_of(i.medical_days, i.last_day), transport = days_of(i.transport_days, i.last_day) }
	for source, text in (i.other_signs or ""):gmatch("(%a+):(-?%d+)") do
		local day = tonumber(text)
		if weights[source] and (not i.last_day or day <= i.last_day) then
			lists[source] = lists[source] or {}
			table.insert(lists[source], day)
		end
	end
	return lists
end

-- The newest of the signs that come next, and what all of them are worth on its day.
local function score_of(lists, at, weights)
	local day, score = nil, 0
	for source, days in pairs(lists) do
		local own = days[at[source]]
		if own and (not day or own > day) then day = own end
	end
	for source, days in pairs(lists) do
		local own = days[at[source]]
		if own then score = score + points(weights[source], day - own) end
	end
	return day, score
end

return {
	{
		name = "certification.alive_on",
		title = L"day up to which signs of life reach",
		jurisdiction = "CN",
		basis = "Social Insurance Agency Regulations 2023, art. 26 (data first)",
		inputs = {
			{ "medical_days", "text", "list", L"days seen by a hospital, newest first", "optional" },
			{ "transport_days", "text", "list", L"days seen travelling, newest first", "optional" },
			-- Not more than two inputs would be remembered for every pair of lists: they are
			-- hardly ever alike, and there are as many as persons.
			{ "last_day", "day", "day", L"signs after it do not count; empty: all count", "optional" },
			{ "other_signs", "text", "list", L"source:day of other sources, newest first", "optional" },
		},
		outputs = { { "day", "day", "day", L"day; empty when the signs do not suffice" } },
		-- The newest sign on whose day the score is high enough.  It does not depend on today,
		-- so it is the same whether it is asked daily or once a year.
		compute = function(i)
			local weights, enough = param("certification.weights"), param("certification.threshold")
			local lists, at = lists_of(i, weights), {}
			for source in pairs(lists) do at[source] = 1 end
			while true do
				local day, score = score_of(lists, at, weights)
				if not day then return {} end
				if score >= enough then return { day = day } end
				for source, days in pairs(lists) do
					if days[at[source]] == day then at[source] = at[source] + 1 end
				end
			end
		end,
		cases = {
			{ "no signs", given = {}, gives = {} },
			{ "one source alone", given = { medical_days = "9500,9490,9480" }, gives = {} },
			{ "both on one day", given = { medical_days = "9500", transport_days = "9500" },
			  gives = { day = 9500 } },
			{ "the newer of both", given = { medical_days = "9500", transport_days = "9520" },
			  gives = { day = 9520 } },
			{ "a visit of 90 days ago", given = { medical_days = "9410", transport_days = "9500" },
			  gives = { day = 9500 } },
			{ "a visit of 180 days ago", given = { medical_days = "9320", transport_days = "9500" },
			  gives = { day = 9500 } },
			{ "a visit of 181 days ago", given = { medical_days = "9319", transport_days = "9500" },
			  gives = {} },
			{ "both old: the newer is fresh on its own day",
			  given = { medical_days = "9000", transport_days = "8900" }, gives = { day = 9000 } },
			{ "a lone newest sign does not hide the pair before it",
			  given = { medical_days = "9700,9300", transport_days = "9310" }, gives = { day = 9310 } },
			{ "seen at home suffices", given = { other_signs = "visit:9500" }, gives = { day = 9500 } },
			{ "a claim and a hospital", given = { medical_days = "9490", other_signs = "claim:9500,claim:9400" },
			  gives = { day = 9500 } },
			{ "a claim alone", given = { other_signs = "claim:9500" }, gives = {} },
			{ "a source without weight", given = { medical_days = "9490", other_signs = "rumour:9500" }, gives = {} },
			{ "a visit after the last day", given = { other_signs = "visit:9500", last_day = 9400 }, gives = {} },
			{ "signs after the last day do not count",
			  given = { medical_days = "9700,9300", transport_days = "9710,9310", last_day = 9600 },
			  gives = { day = 9310 } },
		},
	},
}
