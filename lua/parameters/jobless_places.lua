-- Unemployment benefit by notices of provinces and cities: amounts, or the minimum wages that they are a share of.  What a
-- notice says counts until the next one; where that is not entered, the value is empty from about then on and nobody is
-- paid by a notice that has long been replaced.
return {
	{	-- Jilin
		name = "unemployment.amount", jurisdiction = "CN-22", unit = "share of the minimum wage", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = { wage_share = 0.9 } } },
	},
	{	-- counties of Jilin, Baicheng, Changbaishan
		name = "employment.minimum_wage", jurisdiction = "CN-22", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Changchun
		name = "employment.minimum_wage", jurisdiction = "CN-2201", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1880 } },
	},
	{	-- Nong'an
		name = "employment.minimum_wage", jurisdiction = "CN-220122", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Yushu
		name = "employment.minimum_wage", jurisdiction = "CN-220182", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Dehui
		name = "employment.minimum_wage", jurisdiction = "CN-220183", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Gongzhuling
		name = "employment.minimum_wage", jurisdiction = "CN-220184", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Jilin city
		name = "employment.minimum_wage", jurisdiction = "CN-2202", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1760 } },
	},
	{	-- Yongji
		name = "employment.minimum_wage", jurisdiction = "CN-220221", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Jiaohe
		name = "employment.minimum_wage", jurisdiction = "CN-220281", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Huadian
		name = "employment.minimum_wage", jurisdiction = "CN-220282", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Shulan
		name = "employment.minimum_wage", jurisdiction = "CN-220283", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Panshi
		name = "employment.minimum_wage", jurisdiction = "CN-220284", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Siping
		name = "employment.minimum_wage", jurisdiction = "CN-2203", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1640 } },
	},
	{	-- Lishu
		name = "employment.minimum_wage", jurisdiction = "CN-220322", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Yitong
		name = "employment.minimum_wage", jurisdiction = "CN-220323", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Shuangliao
		name = "employment.minimum_wage", jurisdiction = "CN-220382", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Liaoyuan
		name = "employment.minimum_wage", jurisdiction = "CN-2204", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1640 } },
	},
	{	-- Dongfeng
		name = "employment.minimum_wage", jurisdiction = "CN-220421", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Dongliao
		name = "employment.minimum_wage", jurisdiction = "CN-220422", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Tonghua
		name = "employment.minimum_wage", jurisdiction = "CN-2205", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1640 } },
	},
	{	-- Tonghua county
		name = "employment.minimum_wage", jurisdiction = "CN-220521", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Huinan
		name = "employment.minimum_wage", jurisdiction = "CN-220523", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Liuhe
		name = "employment.minimum_wage", jurisdiction = "CN-220524", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Meihekou
		name = "employment.minimum_wage", jurisdiction = "CN-220581", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Ji'an
		name = "employment.minimum_wage", jurisdiction = "CN-220582", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Baishan
		name = "employment.minimum_wage", jurisdiction = "CN-2206", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1640 } },
	},
	{	-- Jingyu
		name = "employment.minimum_wage", jurisdiction = "CN-220622", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Changbai
		name = "employment.minimum_wage", jurisdiction = "CN-220623", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Linjiang
		name = "employment.minimum_wage", jurisdiction = "CN-220681", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Songyuan
		name = "employment.minimum_wage", jurisdiction = "CN-2207", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1760 } },
	},
	{	-- Qianguo
		name = "employment.minimum_wage", jurisdiction = "CN-220721", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1640 } },
	},
	{	-- Changling
		name = "employment.minimum_wage", jurisdiction = "CN-220722", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Qian'an
		name = "employment.minimum_wage", jurisdiction = "CN-220723", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Fuyu
		name = "employment.minimum_wage", jurisdiction = "CN-220781", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1540 } },
	},
	{	-- Yanji
		name = "employment.minimum_wage", jurisdiction = "CN-222401", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1760 } },
	},
	{	-- Hunchun
		name = "employment.minimum_wage", jurisdiction = "CN-222404", unit = "yuan", basis = "Jilin HR&SS and Finance notice of 2021-11-10",
		values = { { from = "2021-12-01", value = 1760 } },
	},
	{	-- Ningbo
		name = "unemployment.amount", jurisdiction = "CN-3302", unit = "share of the minimum wage", basis = "Ningbo notice from 2024-01-01",
		values = { { from = "2024-01-01", value = { wage_share = 0.9 } } },
	},
	{	-- Ningbo
		name = "employment.minimum_wage", jurisdiction = "CN-3302", unit = "yuan", basis = "Zhejiang government 2024-3; Ningbo notice",
		values = { { from = "2024-01-01", value = 2490 } },
	},
	{	-- Xiangshan
		name = "employment.minimum_wage", jurisdiction = "CN-330225", unit = "yuan", basis = "Zhejiang government 2024-3; Ningbo notice",
		values = { { from = "2024-01-01", value = 2260 } },
	},
	{	-- Ninghai
		name = "employment.minimum_wage", jurisdiction = "CN-330226", unit = "yuan", basis = "Zhejiang government 2024-3; Ningbo notice",
		values = { { from = "2024-01-01", value = 2260 } },
	},
	{	-- Yuyao
		name = "employment.minimum_wage", jurisdiction = "CN-330281", unit = "yuan", basis = "Zhejiang government 2024-3; Ningbo notice",
		values = { { from = "2024-01-01", value = 2260 } },
	},
	{	-- Cixi
		name = "employment.minimum_wage", jurisdiction = "CN-330282", unit = "yuan", basis = "Zhejiang government 2024-3; Ningbo notice",
		values = { { from = "2024-01-01", value = 2260 } },
	},
	{	-- Shaoxing, Zhuji included
		name = "employment.minimum_wage", jurisdiction = "CN-3306", unit = "yuan", basis = "Zhejiang government 2024-3; Shaoxing notice",
		values = { { from = "2024-01-01", value = 2260 } },
	},
	{	-- Hangzhou without Xiaoshan and Yuhang; 80 % of 1470 and 1650
		name = "unemployment.amount", jurisdiction = "CN-3301", unit = "yuan", basis = "Hangzhou notice from 2014-08-01",
		values = { { from = "2014-01-01", to = "2014-07-31", value = { yuan = 1176 } },
			{ from = "2014-08-01", to = "2015-10-31", value = { yuan = 1320 } }, { from = "2015-11-01", value = {} } },
	},
	{	-- Xiaoshan: the notice leaves it out
		name = "unemployment.amount", jurisdiction = "CN-330109", unit = "yuan", basis = "Hangzhou notice from 2014-08-01",
		values = { { from = "2014-01-01", value = {} } },
	},
	{	-- Yuhang: the notice leaves it out
		name = "unemployment.amount", jurisdiction = "CN-330110", unit = "yuan", basis = "Hangzhou notice from 2014-08-01",
		values = { { from = "2014-01-01", value = {} } },
	},
	{	-- Taizhou
		name = "unemployment.amount", jurisdiction = "CN-3310", unit = "yuan", basis = "Taizhou notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1245 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Sanmen; 75 % of 1530, half up to a yuan
		name = "unemployment.amount", jurisdiction = "CN-331022", unit = "yuan", basis = "Taizhou notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1148 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Tiantai; 75 % of 1530, half up to a yuan
		name = "unemployment.amount", jurisdiction = "CN-331023", unit = "yuan", basis = "Taizhou notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1148 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Xianju; 75 % of 1530, half up to a yuan
		name = "unemployment.amount", jurisdiction = "CN-331024", unit = "yuan", basis = "Taizhou notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1148 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Lishui with Liandu, Qingtian, Jinyun
		name = "unemployment.amount", jurisdiction = "CN-3311", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1148 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Suichang
		name = "unemployment.amount", jurisdiction = "CN-331123", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Songyang
		name = "unemployment.amount", jurisdiction = "CN-331124", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Yunhe
		name = "unemployment.amount", jurisdiction = "CN-331125", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Qingyuan
		name = "unemployment.amount", jurisdiction = "CN-331126", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Jingning
		name = "unemployment.amount", jurisdiction = "CN-331127", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
	{	-- Longquan
		name = "unemployment.amount", jurisdiction = "CN-331181", unit = "yuan", basis = "Lishui notice of 2015",
		values = { { from = "2015-11-01", to = "2016-12-31", value = { yuan = 1035 } }, { from = "2017-01-01", value = {} } },
	},
}
