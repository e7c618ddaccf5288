-- What a transitional pension is worked out with, province by province.  Derived from settlement
-- notices that print their result (how many agree stands behind each): provisional until the
-- province's own rule is entered.
local indexed, half = "base*trans_index*years*coef", "(base+base*index)/2*years*coef"

local function province(code, formula, coefficient)
	return {
		name = "pension.transitional", jurisdiction = code, unit = "formula and coefficient",
		basis = "derived from settlement notices of the province; provisional",
		values = { { from = "2006-01-01", value = { formula = formula, coefficient = coefficient } } },
	}
end

return {
	province("CN-11", indexed, 0.01),	-- Beijing, 1
	province("CN-12", indexed, 0.01),	-- Tianjin, 4
	province("CN-13", indexed, 0.013),	-- Hebei, 3
	province("CN-14", indexed, 0.013),	-- Shanxi, 5
	province("CN-21", half, 0.014),	-- Liaoning, 6
	province("CN-22", indexed, 0.014),	-- Jilin, 1
	province("CN-23", indexed, 0.012),	-- Heilongjiang, 4
	province("CN-32", indexed, 0.012),	-- Jiangsu, 4
	province("CN-33", indexed, 0.014),	-- Zhejiang, 5
	province("CN-34", indexed, 0.013),	-- Anhui, 1
	province("CN-35", indexed, 0.013),	-- Fujian, 2
	province("CN-36", indexed, 0.013),	-- Jiangxi, 7
	province("CN-37", indexed, 0.013),	-- Shandong, 2
	province("CN-41", indexed, 0.013),	-- Henan, 3
	province("CN-42", indexed, 0.012),	-- Hubei, 6
	province("CN-43", indexed, 0.013),	-- Hunan, 3
	province("CN-45", indexed, 0.014),	-- Guangxi, 4
	province("CN-46", indexed, 0.014),	-- Hainan, 4
	province("CN-50", indexed, 0.014),	-- Chongqing, 4
	province("CN-51", half, 0.013),	-- Sichuan, 4
	province("CN-52", indexed, 0.014),	-- Guizhou, 3
	province("CN-53", indexed, 0.013),	-- Yunnan, 4
	province("CN-54", indexed, 0.014),	-- Xizang, 1
	province("CN-61", indexed, 0.014),	-- Shaanxi, 1
	province("CN-62", indexed, 0.012),	-- Gansu, 3
	province("CN-63", half, 0.014),	-- Qinghai, 2
	province("CN-64", indexed, 0.013),	-- Ningxia, 1
	province("CN-65", indexed, 0.013),	-- Xinjiang, 2
}
