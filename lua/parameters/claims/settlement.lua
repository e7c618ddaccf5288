-- What the fund pays for a stay or a visit, by place: scheme, tier of the provider, what the insured pays first
-- (deductible) and the rate, from a cost to a cost where there are several; retired is the pensioners' rate, cap the most in a
-- year (cap_visits, of visits alone).  A row may be of stays or visits alone (kind), of a group of the insured, known by
-- its name or by age, and of care in some divisions (care_in, care_not_in: how their codes begin).  Amounts are yuan.  What is provisional is a shape that a place has still to fill with its own notice.
return {
	{
		-- Nothing is known of the other places.
		name = "claims.settlement", jurisdiction = "CN", unit = "list", basis = "local value; provisional",
		scales = { { "", "rate", by = { "scheme", "kind", "group", "care", "tier" } } },
		values = { { from = "2020-01-01", value = {} } },
	},
	{
		-- Qinhuangdao
		name = "claims.settlement", jurisdiction = "CN-1303", unit = "list",
		basis = "Qinhuangdao table of inpatient rates; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", care = "in province, Beijing, Tianjin", care_in = { "13", "11", "12" }, tier = "1", deductible = 100, rate = 0.9 },
			{ scheme = "resident", kind = "stay", care = "in province, Beijing, Tianjin", care_in = { "13", "11", "12" }, tier = "2", deductible = 500, rate = 0.75 },
			{ scheme = "resident", kind = "stay", care = "in province, Beijing, Tianjin", care_in = { "13", "11", "12" }, tier = "3", deductible = 1500, rate = 0.6 },
			{ scheme = "resident", kind = "stay", care = "other provinces", care_not_in = { "13", "11", "12" }, tier = "1", deductible = 500, rate = 0.7 },
			{ scheme = "resident", kind = "stay", care = "other provinces", care_not_in = { "13", "11", "12" }, tier = "2", deductible = 1000, rate = 0.6 },
			{ scheme = "resident", kind = "stay", care = "other provinces", care_not_in = { "13", "11", "12" }, tier = "3", deductible = 2000, rate = 0.5 },
		} } },
	},
	{
		-- Taiyuan
		name = "claims.settlement", jurisdiction = "CN-1401", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 1000, rate = 0.6 },
		} } },
	},
	{
		-- Hohhot
		name = "claims.settlement", jurisdiction = "CN-1501", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 1000, rate = 0.8 },
		} } },
	},
	{
		-- Shenyang
		name = "claims.settlement", jurisdiction = "CN-2101", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 200, rate = 0.65 },
		} } },
	},
	{
		-- Dalian
		name = "claims.settlement", jurisdiction = "CN-2102", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 800, rate = 0.65 },
		} } },
	},
	{
		-- Changchun
		name = "claims.settlement", jurisdiction = "CN-2201", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", tier = "3", deductible = 800, rate = 0.65 },
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 200, rate = 0.55 },
		} } },
	},
	{
		-- Harbin
		name = "claims.settlement", jurisdiction = "CN-2301", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 720, rate = 0.6 },
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 400, rate = 0.6 },
		} } },
	},
	{
		-- Shanghai
		name = "claims.settlement", jurisdiction = "CN-31", unit = "list",
		basis = "Shanghai benefit table, without a year; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", tier = "all", deductible = 1500, rate = 0.85 },
		} } },
	},
	{
		-- Lianyungang
		name = "claims.settlement", jurisdiction = "CN-3207", unit = "list",
		basis = "Lianyungang city government, inpatient care of residents",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", group = "adult", from_age = 18, tier = "1", deductible = 200, to = 10000, rate = 0.8 },
			{ scheme = "resident", kind = "stay", group = "adult", from_age = 18, tier = "1", deductible = 200, from = 10000, rate = 0.85 },
			{ scheme = "resident", kind = "stay", group = "student or minor", under_age = 18, tier = "1", deductible = 200, to = 10000, rate = 0.9 },
			{ scheme = "resident", kind = "stay", group = "student or minor", under_age = 18, tier = "1", deductible = 200, from = 10000, to = 100000, rate = 0.95 },
			{ scheme = "resident", kind = "stay", group = "student or minor", under_age = 18, tier = "1", deductible = 200, from = 100000, rate = 0.9 },
		} } },
	},
	{
		-- Shaoxing
		name = "claims.settlement", jurisdiction = "CN-3306", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", tier = "1", deductible = 200, rate = 0.95, retired = 0.98, cap = 400000 },
			{ scheme = "employee", tier = "2", deductible = 500, rate = 0.9, retired = 0.93, cap = 400000 },
			{ scheme = "employee", tier = "3", deductible = 800, rate = 0.86, retired = 0.9, cap = 400000 },
			{ scheme = "resident", tier = "1", deductible = 200, rate = 0.85, cap = 300000 },
			{ scheme = "resident", tier = "2", deductible = 500, rate = 0.75, cap = 300000 },
			{ scheme = "resident", tier = "3", deductible = 800, rate = 0.65, cap = 300000 },
		} } },
	},
	{
		-- Nanchang
		name = "claims.settlement", jurisdiction = "CN-3601", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 600, rate = 0.7 },
		} } },
	},
	{
		-- Qingdao
		name = "claims.settlement", jurisdiction = "CN-3702", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", tier = "1", deductible = 200, rate = 0.92, retired = 0.95, cap = 600000 },
			{ scheme = "employee", tier = "2", deductible = 500, rate = 0.9, retired = 0.93, cap = 600000 },
			{ scheme = "employee", tier = "3", deductible = 800, rate = 0.88, retired = 0.91, cap = 600000 },
			{ scheme = "resident", tier = "1", deductible = 200, rate = 0.85, cap = 250000 },
			{ scheme = "resident", tier = "2", deductible = 500, rate = 0.75, cap = 250000 },
			{ scheme = "resident", tier = "3", deductible = 800, rate = 0.7, cap = 250000 },
		} } },
	},
	{
		-- Weihai
		name = "claims.settlement", jurisdiction = "CN-3710", unit = "list",
		basis = "Weihai, local page; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", group = "grade 1", tier = "1", rate = 0.8, cap = 200000 },
			{ scheme = "resident", group = "grade 1", tier = "2", rate = 0.6, cap = 200000 },
			{ scheme = "resident", group = "grade 1", tier = "3", rate = 0.5, cap = 200000 },
			{ scheme = "resident", group = "grade 2", tier = "1", to = 40000, rate = 0.8, cap = 300000 },
			{ scheme = "resident", group = "grade 2", tier = "1", from = 40000, rate = 0.7, cap = 300000 },
			{ scheme = "resident", group = "grade 2", tier = "2", to = 40000, rate = 0.65, cap = 300000 },
			{ scheme = "resident", group = "grade 2", tier = "2", from = 40000, rate = 0.7, cap = 300000 },
			{ scheme = "resident", group = "grade 2", tier = "3", to = 40000, rate = 0.55, cap = 300000 },
			{ scheme = "resident", group = "grade 2", tier = "3", from = 40000, rate = 0.7, cap = 300000 },
		} } },
	},
	{
		-- Nanning
		name = "claims.settlement", jurisdiction = "CN-4501", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 600, rate = 0.6 },
		} } },
	},
	{
		-- Chongqing
		name = "claims.settlement", jurisdiction = "CN-5001", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 800, rate = 0.5 },
		} } },
	},
	{
		-- Guiyang
		name = "claims.settlement", jurisdiction = "CN-5201", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 800, rate = 0.6 },
		} } },
	},
	{
		-- Baoji
		name = "claims.settlement", jurisdiction = "CN-6103", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 1500, rate = 0.65 },
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 50, rate = 0.6, cap_visits = 500 },
		} } },
	},
	{
		-- Xianyang
		name = "claims.settlement", jurisdiction = "CN-6104", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 1500, rate = 0.6 },
			{ scheme = "resident", kind = "stay", tier = "1", deductible = 160, rate = 0.9 },
		} } },
	},
	{
		-- Shangluo
		name = "claims.settlement", jurisdiction = "CN-6110", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", kind = "visit", tier = "2", deductible = 60, rate = 0.65 },
			{ scheme = "employee", kind = "visit", tier = "3", deductible = 90, rate = 0.6 },
		} } },
	},
	{
		-- Yinchuan
		name = "claims.settlement", jurisdiction = "CN-6401", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "resident", kind = "stay", tier = "3", deductible = 700, rate = 0.6 },
		} } },
	},
	{
		-- How the deductible falls with the stays of a year: factors by stay, the last for all that follow; or less, so many
		-- yuan each later stay, down to least; with once only the second counts; scheme: of that one alone.  Nothing: it does
		-- not fall.
		name = "claims.repeated_stays", jurisdiction = "CN", unit = "list", basis = "local value; provisional",
		values = { { from = "2020-01-01", value = {} } },
	},
	{
		-- Shaoxing
		name = "claims.repeated_stays", jurisdiction = "CN-3306", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { factors = { 1, 0.5, 0 } } } },
	},
	{
		-- Qingdao
		name = "claims.repeated_stays", jurisdiction = "CN-3702", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { scheme = "employee", factors = { 1, 0.5, 0 } } } },
	},
	{
		-- Tangshan
		name = "claims.repeated_stays", jurisdiction = "CN-1302", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { less = 100, least = 100 } } },
	},
	{
		-- Huangshi
		name = "claims.repeated_stays", jurisdiction = "CN-4202", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { less = 100, once = true } } },
	},
	{
		-- Shaoyang, at the same tier
		name = "claims.repeated_stays", jurisdiction = "CN-4305", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { factors = { 1, 0.5 } } } },
	},
	{
		-- Ankang
		name = "claims.repeated_stays", jurisdiction = "CN-6109", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {} } },
	},
	{
		-- Hanzhong
		name = "claims.repeated_stays", jurisdiction = "CN-6107", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { factors = { 1, 0.9 } } } },
	},
	{
		-- What part of the local rate is paid for care in another area, by how it came about.
		name = "claims.elsewhere", jurisdiction = "CN", unit = "list", basis = "local value; provisional",
		values = { { from = "2020-01-01", value = { filed = 1, referred = 1, emergency = 1, unfiled = 1 } } },
	},
	{
		-- Shaoxing
		name = "claims.elsewhere", jurisdiction = "CN-3306", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { filed = 1, referred = 0.9, emergency = 0.85, unfiled = 0.7 } } },
	},
	{
		-- Qingdao
		name = "claims.elsewhere", jurisdiction = "CN-3702", unit = "list", basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = { filed = 1, referred = 0.9, emergency = 0.9, unfiled = 0.7 } } },
	},
	{
		-- What of a thing of class A, B and C the insured pays before anything else; of B it is local and not known.
		name = "claims.paid_first", jurisdiction = "CN", unit = "share", basis = "local value; provisional",
		values = { { from = "2020-01-01", value = { A = 0, B = 0.1, C = 1 } } },
	},
	{
		-- Of what the insured still pays in a year: above the deductible, rates by bands, at most the cap.
		name = "claims.serious_illness", jurisdiction = "CN", unit = "list", basis = "local value; provisional",
		values = { { from = "2020-01-01", value = {} } },
	},
	{
		-- Shaoxing
		name = "claims.serious_illness", jurisdiction = "CN-3306", unit = "list",
		basis = "parameters of a public calculator, documents not confirmed; provisional",
		values = { { from = "2020-01-01", value = {
			{ scheme = "employee", deductible = 20000, to = 50000, rate = 0.6, cap = 500000 },
			{ scheme = "employee", from = 50000, to = 100000, rate = 0.7 },
			{ scheme = "employee", from = 100000, rate = 0.8 },
			{ scheme = "resident", deductible = 20000, to = 50000, rate = 0.6, cap = 400000 },
			{ scheme = "resident", from = 50000, to = 100000, rate = 0.7 },
			{ scheme = "resident", from = 100000, rate = 0.8 },
		} } },
	},
	{
		-- The month in which a benefit year begins; a stay across two belongs to the year of its last day.
		name = "claims.year_begins", jurisdiction = "CN", unit = "count", basis = "local value; provisional",
		values = { { from = "2020-01-01", value = 1 } },
	},
	{
		name = "claims.year_begins", jurisdiction = "CN-31", unit = "count", basis = "Shanghai medical insurance rules 2025-7, art. 7",
		values = { { from = "2020-01-01", value = 7 } },
	},
}
