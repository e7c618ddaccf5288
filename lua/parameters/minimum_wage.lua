-- Minimum wages by prefecture, for benefits that are a share of them.  Guangdong's are provisional, to be
-- compared with the notice.
return {
	{	-- Guangzhou
		name = "employment.minimum_wage", jurisdiction = "CN-4401", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class one; provisional",
		values = { { from = "2025-03-01", value = 2500 } },
	},
	{	-- Shenzhen
		name = "employment.minimum_wage", jurisdiction = "CN-4403", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class one; provisional",
		values = { { from = "2025-03-01", value = 2520 } },
	},
	{	-- Zhuhai
		name = "employment.minimum_wage", jurisdiction = "CN-4404", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class two; provisional",
		values = { { from = "2025-03-01", value = 2080 } },
	},
	{	-- Foshan
		name = "employment.minimum_wage", jurisdiction = "CN-4406", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class two; provisional",
		values = { { from = "2025-03-01", value = 2080 } },
	},
	{	-- Dongguan
		name = "employment.minimum_wage", jurisdiction = "CN-4419", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class two; provisional",
		values = { { from = "2025-03-01", value = 2080 } },
	},
	{	-- Zhongshan
		name = "employment.minimum_wage", jurisdiction = "CN-4420", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class two; provisional",
		values = { { from = "2025-03-01", value = 2080 } },
	},
	{	-- Shantou
		name = "employment.minimum_wage", jurisdiction = "CN-4405", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class three; provisional",
		values = { { from = "2025-03-01", value = 1850 } },
	},
	{	-- Jiangmen
		name = "employment.minimum_wage", jurisdiction = "CN-4407", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class three; provisional",
		values = { { from = "2025-03-01", value = 1850 } },
	},
	{	-- Zhanjiang
		name = "employment.minimum_wage", jurisdiction = "CN-4408", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class three; provisional",
		values = { { from = "2025-03-01", value = 1850 } },
	},
	{	-- Zhaoqing
		name = "employment.minimum_wage", jurisdiction = "CN-4412", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class three; provisional",
		values = { { from = "2025-03-01", value = 1850 } },
	},
	{	-- Huizhou
		name = "employment.minimum_wage", jurisdiction = "CN-4413", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class three; provisional",
		values = { { from = "2025-03-01", value = 1850 } },
	},
	{	-- Shaoguan
		name = "employment.minimum_wage", jurisdiction = "CN-4402", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Maoming
		name = "employment.minimum_wage", jurisdiction = "CN-4409", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Meizhou
		name = "employment.minimum_wage", jurisdiction = "CN-4414", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Shanwei
		name = "employment.minimum_wage", jurisdiction = "CN-4415", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Heyuan
		name = "employment.minimum_wage", jurisdiction = "CN-4416", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Yangjiang
		name = "employment.minimum_wage", jurisdiction = "CN-4417", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Qingyuan
		name = "employment.minimum_wage", jurisdiction = "CN-4418", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Chaozhou
		name = "employment.minimum_wage", jurisdiction = "CN-4451", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Jieyang
		name = "employment.minimum_wage", jurisdiction = "CN-4452", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
	{	-- Yunfu
		name = "employment.minimum_wage", jurisdiction = "CN-4453", unit = "yuan",
		basis = "minimum wages of Guangdong from 2025-03-01, class four; provisional",
		values = { { from = "2025-03-01", value = 1750 } },
	},
}
