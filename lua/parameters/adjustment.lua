-- The yearly adjustment of pensions: what each place adds in a year, a value for each year that is known.  Amounts are
-- fen a month, percents of the pension before.  {} is a year of which no source tells.
--
-- year             whose it is: the last one goes on, and is nobody's later
-- fixed            for everyone
-- years            by time paid: count (up: a part of a year counts as a year; down: whole years; months), bands (fen for
--                  each year between from and the next band's; flat: once), floor, least_years, fill_to (no more than makes
--                  fixed amount, percents and years this much)
-- percent          of one's own pension
-- levels           by the pension before, lower bound inside; guard: nobody ends below the highest of the band below
-- areas            by class of a hard area
-- minimum          what the pension is raised to, before ages count
-- ages             by age on the last day of the year before; women: their own age; over: fen for each year above it
-- births           by day of birth, both ends inside
-- age_levels       what the cumulated supplement is raised to; turned: in the year of that age alone
-- extra            fen, but no further than up_to
-- round            up to a step: percent, linked (years and percent together), total
-- cap              of all of it
-- groups           what another group has instead; false: not this part, or no part in it at all; resident: residents, who
--                  are not meant otherwise
-- unknown          the source does not tell it: who needs it is told so, and nothing is made up
--
-- Where a source says nothing of parts of a year, they count as a year, as in all that do but Beijing's.
return {
	{
		name = "adjustment.rule", jurisdiction = "CN", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		scales = { { "years.bands", "fen", "flat" }, { "levels.bands", "fen" }, { "ages", "fen" }, { "births", "fen" },
			{ "age_levels", "fen" } },
		values = { { from = "2005-01-01", value = {} } },
	},
	{
		-- Of the average pension of the year before, for a province as a whole and nobody by himself.
		name = "adjustment.ceiling", jurisdiction = "CN", unit = "percent by year",
		title = L"ceiling of a province's adjustment, percent of the average pension",
		basis = "national notices of 2021 to 2025, as press and provinces quote them",
		values = { { from = "2021-01-01", value = { [2021] = 4.5, [2022] = 4, [2023] = 3.8, [2024] = 3, [2025] = 2 } } },
	},
	{
		-- The class of a hard area, entered for each county that has one.
		name = "adjustment.area", jurisdiction = "CN", unit = "code",
		title = L"class of a hard area",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = { { from = "2005-01-01", value = "" } },
	},
	{
		-- Who takes no part meanwhile, and takes part again afterwards.
		name = "adjustment.custody", jurisdiction = "CN", unit = "yes/no by kind",
		title = L"custody that leaves a person out of the adjustment",
		basis = "Ministry of Labour and Social Security letter 2001-44; local notices of 2025",
		values = { { from = "2001-01-01", value = { prison = true, control = true, probation = true, parole = true } } },
	},
	{
		-- A difference from the usual one by so many times the usual difference is looked at by a person.
		name = "work.adjust_mads", jurisdiction = "CN", unit = "number",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 5 } },
	},
	{
		-- Smaller ones are not.
		name = "work.adjust_least_fen", jurisdiction = "CN", unit = "fen",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 1000 } },
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-11", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- Under ten years 35 yuan, which are ten years; workers who have lost their land at least 15.
			{ from = "2014-01-01", basis = "Beijing 2014-48", value = {
				year = 2014,
				years = { count = "down", bands = { { from = 0, fen = 350 } }, floor = 3500 },
				levels = { guard = true, bands = { { from = 0, fen = 15000 }, { from = 277300, fen = 10000 },
					{ from = 377000, fen = 7000 }, { from = 477000, fen = 6000 } } },
				minimum = 146300,
				ages = { { from = 65, fen = 9000 }, { from = 70, fen = 11000 }, { from = 75, fen = 13000 },
					{ from = 80, fen = 15000 } },
				groups = {
					land_loss = { years = { count = "down", bands = { { from = 0, fen = 350 } }, floor = 5250 } },
					resigned = { minimum = 133100 }, retired_early = { minimum = 121000 },
					officer = { minimum = 305000 }, owner = { minimum = 305000 }, senior_title = { minimum = 305000 },
				},
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-12", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2021-01-01", to = "2021-12-31", basis = "Tianjin 2021, a page that quotes the notice", value = {
				year = 2021,
				fixed = 5800,
				years = { count = "up", bands = { { from = 0, flat = 3000 }, { from = 15, fen = 200 } } },
				percent = 1,
				ages = { { from = 70, fen = 2000 }, { from = 75, fen = 3000 }, { from = 80, fen = 4000 } },
			} },
			{ from = "2022-01-01", basis = "Tianjin 2022, two pages that quote the notice in part", value = {
				year = 2022,
				fixed = 4800,
				years = { count = "up", bands = { { from = 0, unknown = true }, { from = 15, fen = 150 } } },
				percent = 1.24,
				ages = { { from = 70, fen = 2000 }, { from = 75, unknown = true } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-13", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2021-01-01", to = "2021-12-31", basis = "Hebei 2021, differences printed with the rule of 2022", value = {
				year = 2021,
				fixed = 4900,
				years = { count = "up", bands = { { from = 0, fen = 132 } } },
				percent = 1.02,
				ages = { { from = 70, unknown = true } },
				areas = { unknown = true },
			} },
			{ from = "2022-01-01", to = "2022-12-31", basis = "Hebei 2022, text of the notice and two pages that agree", value = {
				year = 2022,
				fixed = 4600,
				years = { count = "up", bands = { { from = 0, fen = 122 } } },
				percent = 1.09,
				areas = { ["1"] = 1500, ["2"] = 2000, ["3"] = 2500, outside = 3000 },
				births = { { to = "1941-12-31", fen = 4000 }, { from = "1942-01-01", to = "1946-12-31", fen = 3000 },
					{ from = "1947-01-01", to = "1951-12-31", fen = 2000 } },
			} },
			{ from = "2023-01-01", basis = "Hebei 2023, text of a local guide of 2023-08-09", value = {
				year = 2023,
				fixed = 4000,
				years = { count = "up", bands = { { from = 0, fen = 100 } } },
				percent = 1.4,
				areas = { ["1"] = 1500, ["2"] = 2000, ["3"] = 2500, outside = 3000 },
				births = { { to = "1942-12-31", fen = 4000 }, { from = "1943-01-01", to = "1947-12-31", fen = 3000 },
					{ from = "1948-01-01", to = "1952-12-31", fen = 2000 } },
				groups = { full_wage = false },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-14", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2022-01-01", basis = "Shanxi 2022, art. 2 of the notice as a question page quotes it", value = {
				year = 2022,
				fixed = 4500,
				years = { count = "up", bands = { { from = 0, fen = 135 } }, least_years = 10 },
				percent = 1.27,
				ages = { { from = 70, fen = 3200 }, { from = 75, unknown = true } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-15", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2022-01-01", to = "2022-12-31", basis = "Inner Mongolia 2022, a page that quotes the notice in part", value = {
				year = 2022,
				fixed = 4500,
				years = { count = "up", bands = { { from = 0, fen = 50 }, { from = 15, fen = 100 }, { from = 30, fen = 200 } } },
				unknown = { "percent_part", "age_part" },
			} },
			{ from = "2023-01-01", basis = "Inner Mongolia 2023, page of the Baotou finance bureau of 2023-07-19, cut short", value = {
				year = 2023,
				years = { count = "up", bands = { { from = 0, fen = 50 }, { from = 15, fen = 100 },
					{ from = 30, unknown = true } } },
				percent = 1.7,
				unknown = { "fixed", "age_part" },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-31", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2021-01-01", basis = "Shanghai HR&SS bureau, notice of 2021-05-14", value = {
				year = 2021,
				fixed = 7000, percent = 3,
				ages = { { from = 65, women = 60, fen = 2000 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-32", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2021-01-01", to = "2021-12-31", basis = "Jiangsu 2021, differences printed with the rule of 2022", value = {
				year = 2021,
				fixed = 3100,
				years = { count = "up", bands = { { from = 0, fen = 180 }, { from = 15, fen = 270 }, { from = 25, fen = 450 } },
					floor = 2700 },
				percent = 1.2,
				ages = { { from = 70, fen = 2300 }, { from = 75, fen = 3200 }, { from = 80, fen = 4100 } },
			} },
			{ from = "2022-01-01", basis = "Jiangsu 2022, HR&SS department 2022-07-08, three pages that agree", value = {
				year = 2022,
				fixed = 2700,
				years = { count = "up", bands = { { from = 0, fen = 140 }, { from = 15, fen = 220 }, { from = 25, fen = 380 } },
					floor = 2100 },
				percent = 1.2,
				ages = { { from = 70, fen = 2000 }, { from = 75, fen = 2800 }, { from = 80, fen = 3600 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-33", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- What age adds is not seen; the years after give it from these ages on.
			{ from = "2019-01-01", to = "2019-12-31", basis = "Zhejiang 2019, press of July and August 2019", value = {
				year = 2019,
				fixed = 4000,
				years = { count = "up", bands = { { from = 0, fen = 150 }, { from = 15, fen = 250 }, { from = 30, fen = 300 } },
					floor = 1500 },
				percent = 2,
				ages = { { from = 70, women = 65, unknown = true } },
			} },
			{ from = "2020-01-01", to = "2021-12-31", value = {} },
			-- Whether the total goes up to a yuan is disputed: the worked examples are to the fen.  Former officers and
			-- owners are raised to a local average that the sources do not tell.
			{ from = "2022-01-01", basis = "Zhejiang 2022, notice of 2022-07-11, three pages that agree", value = {
				year = 2022,
				fixed = 3200,
				years = { count = "up", bands = { { from = 0, fen = 150 }, { from = 15, fen = 250 }, { from = 30, fen = 300 } },
					floor = 1500 },
				percent = 1.34,
				ages = { { from = 70, women = 65, fen = 2500 }, { from = 80, fen = 5000 } },
				groups = { officer = { unknown = { "other_part" } }, owner = { unknown = { "other_part" } } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-34", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- The supplement's level holds for enterprises; public institutions have another.
			{ from = "2020-01-01", to = "2020-12-31", basis = "Anhui 2020, a page on Huaibei", value = {
				year = 2020,
				fixed = 4500,
				years = { count = "up", bands = { { from = 0, fen = 200 } } },
				percent = 1,
				age_levels = { { from = 70, fen = 14000 }, { from = 75, fen = 18000 }, { from = 80, fen = 28000 },
					{ from = 85, fen = 39000 } },
				round = { percent = 100 },
				groups = { public = { age_levels = { { from = 70, fen = 10000 }, { from = 75, fen = 13000 },
					{ from = 80, fen = 21000 }, { from = 85, fen = 29000 } } } },
			} },
			{ from = "2021-01-01", to = "2021-12-31", value = {} },
			{ from = "2022-01-01", basis = "Anhui 2022, an article on the notice", value = {
				year = 2022,
				fixed = 3900,
				years = { count = "up", bands = { { from = 0, flat = 3200 }, { from = 15, fen = 210 } } },
				percent = 0.5,
				ages = { { from = 70, fen = 1000 }, { from = 80, fen = 2000 }, { from = 90, fen = 6000 } },
				age_levels = { { from = 70, fen = 14000, turned = true }, { from = 75, fen = 18000, turned = true },
					{ from = 80, fen = 28000, turned = true }, { from = 85, fen = 39000, turned = true } },
				round = { linked = 100 },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-35", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2022-01-01", basis = "Fujian 2022, two pages that agree", value = {
				year = 2022,
				fixed = 4000,
				years = { count = "up", bands = { { from = 0, fen = 100 } } },
				percent = 2,
				ages = { { from = 70, fen = 4000 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-37", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2022-01-01", basis = "Shandong 2022, three pages that agree", value = {
				year = 2022,
				fixed = 4300,
				years = { count = "up", bands = { { from = 0, fen = 130 }, { from = 15, fen = 150 }, { from = 25, fen = 170 },
					{ from = 35, fen = 190 }, { from = 45, fen = 210 } } },
				percent = 1.26,
				ages = { { from = 70, fen = 1500 }, { from = 75, fen = 3000 }, { from = 80, fen = 6000 } },
				round = { total = 100 },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-41", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2015-01-01", basis = "Henan 2015, Jiaozuo Daily 2015-04-08: ages and low pensions alone", value = {
				year = 2015,
				ages = { { from = 65, fen = 4000 }, { from = 70, fen = 5000 }, { from = 75, fen = 6000 },
					{ from = 80, fen = 7000 }, { from = 85, fen = 8000 }, { from = 90, fen = 9000 } },
				extra = { { fen = 3500, up_to = 100000 } },
				unknown = { "fixed", "years_part", "percent_part" },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-43", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- The hard areas are 14 counties that the notice names.
			{ from = "2022-01-01", basis = "Hunan 2022, text of the notice in two places that agree", value = {
				year = 2022,
				fixed = 3500,
				years = { count = "up", bands = { { from = 0, fen = 120 } } },
				percent = 1.4,
				areas = { county = 1000 },
				ages = { { from = 70, fen = 1500 }, { from = 80, fen = 2500 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-44", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2021-01-01", to = "2021-12-31", basis = "Guangdong 2021, a page that quotes the notice", value = {
				year = 2021,
				fixed = 4500,
				years = { count = "up", bands = { { from = 0, fen = 100 }, { from = 15, fen = 200 } } },
				percent = 1.8,
				ages = { { from = 70, fen = 3000 }, { from = 80, fen = 5000 }, { from = 90, fen = 10000 },
					{ from = 100, fen = 30000 } },
			} },
			{ from = "2022-01-01", basis = "Guangdong 2022, four pages that agree", value = {
				year = 2022,
				fixed = 2800,
				years = { count = "up", bands = { { from = 0, fen = 100 }, { from = 20, fen = 200 } }, floor = 1500 },
				percent = 2.1,
				ages = { { from = 70, fen = 2000 }, { from = 80, fen = 3000 }, { from = 90, fen = 6000 },
					{ from = 100, fen = 20000 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-51", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2018-01-01", to = "2018-12-31", basis = "Sichuan 2018, three pages that agree", value = {
				year = 2018,
				fixed = 4500,
				years = { count = "up", bands = { { from = 0, fen = 100 }, { from = 15, fen = 250 } } },
				percent = 1.2,
				areas = { ["1"] = 1000, ["2"] = 2000, ["3"] = 3000, ["4"] = 4000, ["5"] = 6000, ["6"] = 8000 },
				ages = { { from = 70, fen = 3000 }, { from = 80, fen = 6000 }, { from = 90, fen = 10000 } },
				groups = { public_before_2014_10 = { years = false, percent = 2.7 } },
			} },
			{ from = "2019-01-01", to = "2020-12-31", value = {} },
			{ from = "2021-01-01", to = "2021-12-31", basis = "Sichuan 2021, three pages that agree", value = {
				year = 2021,
				fixed = 4200,
				years = { count = "up", bands = { { from = 0, fen = 70 }, { from = 15, fen = 180 } } },
				percent = 1.3,
				areas = { ["1"] = 1000, ["2"] = 2000, ["3"] = 3000, ["4"] = 4000, ["5"] = 6000, ["6"] = 8000 },
				ages = { { from = 70, fen = 3500 }, { from = 80, fen = 6500 }, { from = 90, fen = 10500 } },
			} },
			{ from = "2022-01-01", to = "2022-12-31", basis = "Sichuan 2022, two articles that agree", value = {
				year = 2022,
				fixed = 3800,
				years = { count = "up", bands = { { from = 0, fen = 60 }, { from = 15, fen = 170 } } },
				percent = 1.1,
				areas = { ["1"] = 850, ["2"] = 1750, ["3"] = 2650, ["4"] = 3600, ["5"] = 5500, ["6"] = 7500 },
				ages = { { from = 70, fen = 3000 }, { from = 80, fen = 6000 }, { from = 90, fen = 10000 } },
			} },
			{ from = "2023-01-01", to = "2023-12-31", value = {} },
			{ from = "2024-01-01", to = "2024-12-31", basis = "Sichuan 2024, an article on the notice of 2025", value = {
				year = 2024,
				fixed = 2700,
				years = { count = "up", bands = { { from = 0, fen = 50 }, { from = 15, fen = 160 } } },
				percent = 0.9,
				areas = { unknown = true },
				ages = { { from = 70, fen = 2500 }, { from = 80, fen = 5000 }, { from = 90, unknown = true } },
			} },
			-- From 80 to 89 years 29 yuan in the formula of the article, 27 in its text.
			{ from = "2025-01-01", basis = "Sichuan HR&SS 2025-10, an article on it", value = {
				year = 2025,
				fixed = 2200,
				years = { count = "up", bands = { { from = 0, fen = 40 }, { from = 15, fen = 80 } } },
				percent = 0.6,
				areas = { ["1"] = 200, ["2"] = 500, ["3"] = 900, ["4"] = 1500, ["5"] = 2300, ["6"] = 3300 },
				ages = { { from = 70, fen = 1200 }, { from = 80, unknown = true }, { from = 90, fen = 4100 } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-52", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- From 80 on the years count 7, from 90 on 8 yuan each; which of them count at which is not seen.
			{ from = "2022-01-01", basis = "Guizhou 2022, a page with an example", value = {
				year = 2022,
				fixed = 4548,
				years = { count = "up", bands = { { from = 0, fen = 200 } } },
				percent = 0.1,
				ages = { { from = 70, fen = 600, over = 69 }, { from = 80, unknown = true } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-61", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			-- Public institutions have 4 % of their group's average instead of the years.
			{ from = "2016-01-01", basis = "Shaanxi 2016, a page that quotes the notice", value = {
				year = 2016,
				fixed = 7700,
				years = { count = "up", bands = { { from = 0, fen = 300 } } },
				births = { { to = "1935-12-31", fen = 3000 }, { from = "1936-01-01", to = "1940-12-31", fen = 2000 },
					{ from = "1941-01-01", to = "1945-12-31", fen = 1000 } },
				groups = { public = { years = false, unknown = { "percent_part" } } },
			} },
		},
	},
	{
		name = "adjustment.rule", jurisdiction = "CN-62", unit = "rule of a year",
		basis = "Social Insurance Law, art. 18; the province's yearly notice",
		values = {
			{ from = "2022-01-01", basis = "Gansu 2022, a table of provinces", value = {
				year = 2022,
				fixed = 3800,
				years = { count = "up", bands = { { from = 0, flat = 2800 }, { from = 15, fen = 240 } } },
				percent = 0.8,
				areas = { ["1"] = 300, ["2"] = 400, ["3"] = 500, ["4"] = 1100, ["5"] = 1600 },
				ages = { { from = 70, fen = 3500 }, { from = 80, fen = 4000 } },
			} },
		},
	},
}
