-- What a transitional pension is worked out with, province by province.  Derived from settlement
-- notices that print their result (how many agree stands beside the name): provisional until the
-- province's own rule is entered.
return {
	{	-- Beijing, 1
		name = "pension.transitional", jurisdiction = "CN-11", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.01 } } },
	},
	{	-- Tianjin, 4
		name = "pension.transitional", jurisdiction = "CN-12", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.01 } } },
	},
	{	-- Hebei, 3
		name = "pension.transitional", jurisdiction = "CN-13", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Shanxi, 5
		name = "pension.transitional", jurisdiction = "CN-14", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Liaoning, 6
		name = "pension.transitional", jurisdiction = "CN-21", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "(base+base*index)/2*years*coef", coefficient = 0.014 } } },
	},
	{	-- Jilin, 1
		name = "pension.transitional", jurisdiction = "CN-22", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Heilongjiang, 4
		name = "pension.transitional", jurisdiction = "CN-23", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.012 } } },
	},
	{	-- Jiangsu, 4
		name = "pension.transitional", jurisdiction = "CN-32", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.012 } } },
	},
	{	-- Zhejiang, 5
		name = "pension.transitional", jurisdiction = "CN-33", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Anhui, 1
		name = "pension.transitional", jurisdiction = "CN-34", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Fujian, 2
		name = "pension.transitional", jurisdiction = "CN-35", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Jiangxi, 7
		name = "pension.transitional", jurisdiction = "CN-36", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Shandong, 2
		name = "pension.transitional", jurisdiction = "CN-37", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Henan, 3
		name = "pension.transitional", jurisdiction = "CN-41", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Hubei, 6
		name = "pension.transitional", jurisdiction = "CN-42", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.012 } } },
	},
	{	-- Hunan, 3
		name = "pension.transitional", jurisdiction = "CN-43", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Guangxi, 4
		name = "pension.transitional", jurisdiction = "CN-45", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Hainan, 4
		name = "pension.transitional", jurisdiction = "CN-46", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Chongqing, 4
		name = "pension.transitional", jurisdiction = "CN-50", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Sichuan, 4
		name = "pension.transitional", jurisdiction = "CN-51", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "(base+base*index)/2*years*coef", coefficient = 0.013 } } },
	},
	{	-- Guizhou, 3
		name = "pension.transitional", jurisdiction = "CN-52", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Yunnan, 4
		name = "pension.transitional", jurisdiction = "CN-53", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Xizang, 1
		name = "pension.transitional", jurisdiction = "CN-54", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Shaanxi, 1
		name = "pension.transitional", jurisdiction = "CN-61", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.014 } } },
	},
	{	-- Gansu, 3
		name = "pension.transitional", jurisdiction = "CN-62", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.012 } } },
	},
	{	-- Qinghai, 2
		name = "pension.transitional", jurisdiction = "CN-63", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "(base+base*index)/2*years*coef", coefficient = 0.014 } } },
	},
	{	-- Ningxia, 1
		name = "pension.transitional", jurisdiction = "CN-64", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
	{	-- Xinjiang, 2
		name = "pension.transitional", jurisdiction = "CN-65", unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = "base*trans_index*years*coef", coefficient = 0.013 } } },
	},
}
