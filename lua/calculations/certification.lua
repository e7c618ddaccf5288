-- Up to which day signs of life say that a person was alive.

-- Days of a list one by one, newest first; signs after the last day do not count.
local function days_of(list, last)
	local numbers = (list or ""):gmatch("-?%d+")
	return function()
		for text in numbers do
			local day = tonumber(text)
			if not last or day <= last then return day end
		end
	end
end

local function points(weights, age)
	for _, line in ipairs(weights) do
		if age <= line.days then return line.points end
	end
	return 0
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
		},
		outputs = { { "day", "day", "day", L"day; empty when the signs do not suffice" } },
		-- The newest sign on whose day the score is high enough.  It does not depend on today,
		-- so it is the same whether it is asked daily or once a year.
		compute = function(i)
			local weights, enough = param("certification.weights"), param("certification.threshold")
			local next_medical = days_of(i.medical_days, i.last_day)
			local next_transport = days_of(i.transport_days, i.last_day)
			local medical, transport = next_medical(), next_transport()
			while medical or transport do
				local day = math.max(medical or transport, transport or medical)
				local score = (medical and points(weights.medical, day - medical) or 0)
					+ (transport and points(weights.transport, day - transport) or 0)
				if score >= enough then return { day = day } end
				if medical == day then medical = next_medical() end
				if transport == day then transport = next_transport() end
			end
			return {}
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
			{ "signs after the last day do not count",
			  given = { medical_days = "9700,9300", transport_days = "9710,9310", last_day = 9600 },
			  gives = { day = 9310 } },
		},
	},
}
