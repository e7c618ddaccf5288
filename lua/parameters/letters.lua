-- What a letter says beside its reasons, in each language, by kind of task and by how far it is: open,
-- proposed, done, dismissed, undone.  What a kind leaves out is taken from "other", then from "all"; what a rule has of its
-- own stands under its name.  Without an objection it is a reminder, which says what to do and to bring.  Who is
-- reported dead is not written to: the survivors are, in words of their own.  The words are those for codes.
-- An office with words of its own gives them here like any other value: from a day on.
return {
	{
		name = "work.letters", jurisdiction = "CN", unit = "texts",
		basis = "Administrative Reconsideration Law 2023, art. 20; Administrative Procedure Law, art. 46",
		values = { { from = "2000-01-01", value = {
			all = {
				en = {
					agency = "Social insurance agency",
					objection = "If you do not agree, you may apply for administrative review "
						.. "within 60 days after you have received this letter, or go to court "
						.. "within 6 months after you have learned of the decision.",
					contact = "If something above is wrong, please tell us at any counter; bring an "
						.. "identity document.",
				},
				zh = {
					agency = "社会保险经办机构",
					objection = "如不服本决定，可自收到本通知之日起60日内申请行政复议，或者自知道"
						.. "本决定之日起6个月内向人民法院提起行政诉讼。",
					contact = "如上述内容有误，请携带身份证件到任一经办窗口告知我们。",
				},
			},
			suspend = {
				en = {
					subject = "Payment of your pension",
					open = "Nothing has been decided yet. Before your pension is stopped, a clerk "
						.. "looks into it and a second person has to agree.",
					proposed = "A clerk has proposed to stop your pension. It is held from next month "
						.. "on and stopped only when a second person has agreed.",
					done = "Your pension is stopped. When the reason no longer holds it is paid "
						.. "again, with what was held back.",
					dismissed = "Your pension goes on as before. You need not do anything.",
					undone = "The decision about your pension that we wrote to you is taken back. Your pension is "
						.. "paid again, with what was held back. You need not do anything.",
				},
				zh = {
					subject = "关于您的养老金发放",
					open = "目前尚未作出决定。停发养老金之前，须由经办人员核实，并经另一人复核同意。",
					proposed = "经办人员已提出停发您的养老金。养老金自下月起暂缓发放，经另一人复核同意后方可停发。",
					done = "您的养老金已停发。原因消除后恢复发放，并补发暂缓期间的待遇。",
					dismissed = "您的养老金照常发放，您无需办理任何手续。",
					undone = "此前寄送给您的关于养老金的决定已撤回。您的养老金恢复发放，并补发暂缓期间的待遇，您无需办理任何手续。",
				},
			},
			notice = {
				en = {
					subject = "A notice about your insurance",
					open = "We will get in touch with you, or you may come to any counter.",
					done = "This has been taken care of.",
					dismissed = "There is nothing to be done. Your insurance stays as it is.",
					objection = "",
					todo = "Please come to any counter or call us, and bring your identity card and "
						.. "whatever you have about this matter.",
				},
				zh = {
					subject = "关于您的社会保险的提示",
					open = "我们将与您联系，您也可以到任一经办窗口咨询。",
					done = "该事项已办理完毕。",
					dismissed = "无需办理，您的社会保险保持不变。",
					objection = "",
					todo = "请携带居民身份证及相关材料到任一经办窗口办理，也可来电咨询。",
				},
			},
			["retirement.age_reminder"] = {
				en = {
					subject = "Your retirement",
					open = "Nothing is decided by this letter. Your pension begins when you have applied for it.",
					todo = "Please choose the month in which you want to retire, and apply for your pension at "
						.. "any counter. Who wants to retire before the statutory age tells the employer in "
						.. "writing at least three months ahead. Bring your identity card, your social "
						.. "security card and your personal work file, if you have it.",
				},
				zh = {
					subject = "关于您办理退休的提示",
					open = "本通知仅为提示，不是处理决定。养老金自您提出申请并经核定后发放。",
					todo = "请选择退休时间，并到任一经办窗口申请领取养老金。自愿提前退休的，应至少提前三个月"
						.. "书面告知所在单位。请携带居民身份证、社会保障卡，如有个人档案材料请一并携带。",
				},
			},
			["retirement.resident_age_reminder"] = {
				en = {
					subject = "Your pension from 60 on",
					open = "Nothing is decided by this letter. Your pension begins when you have applied for it.",
					todo = "Please apply for your pension at the counter of your town or at any other. Bring your "
						.. "identity card, your household register and your social security card.",
				},
				zh = {
					subject = "关于您领取城乡居民养老金的提示",
					open = "本通知仅为提示，不是处理决定。养老金自您提出申请并经核定后发放。",
					todo = "请到户籍所在乡镇（街道）或任一经办窗口申请领取养老金，并携带居民身份证、户口簿和社会保障卡。",
				},
			},
			["retirement.amount"] = {
				en = {
					subject = "How your pension was worked out",
					open = "Your first monthly pension was worked out by these figures. Yearly adjustments since then "
						.. "come on top of it.",
					objection = "",
				},
				zh = {
					subject = "关于您养老金的计算说明",
					open = "您首次核定的月养老金按以上数据计算，此后历年调整另行增加。",
					objection = "",
				},
			},
			survivors = {
				en = {
					subject = "The insurance of a person reported dead",
					opening = "If the report is right, please accept our condolences.",
					todo = "If the report is wrong, please tell us at once. If it is right, please bring the death "
						.. "certificate, your own identity card and a proof of kinship to any counter: there "
						.. "you may apply for the funeral grant, for the benefits of survivors and for what "
						.. "is left on the personal account.",
				},
				zh = {
					subject = "关于已报死亡人员的社会保险事项",
					opening = "如情况属实，谨致哀悼。",
					todo = "如所报情况有误，请立即告知我们。如属实，请携带死亡证明、您本人的居民身份证和亲属关系证明到"
						.. "任一经办窗口，申领丧葬补助金、遗属待遇和个人账户余额。",
				},
			},
			survivors_suspend = {
				en = {
					open = "Nothing has been decided yet. Before the pension is stopped, a clerk looks into it "
						.. "and a second person has to agree. It is due up to the month of death.",
					proposed = "A clerk has proposed to stop the pension. It is held from next month on and "
						.. "stopped only when a second person has agreed.",
					done = "The pension is stopped. It was due up to the month of death; what was paid beyond it "
						.. "has to be paid back.",
					dismissed = "Nothing is stopped by this decision.",
				},
				zh = {
					open = "目前尚未作出决定。停发养老金之前，须由经办人员核实，并经另一人复核同意。养老金发至死亡当月。",
					proposed = "经办人员已提出停发养老金。养老金自下月起暂缓发放，经另一人复核同意后方可停发。",
					done = "养老金已停发。养老金应发至死亡当月，多发部分应予退回。",
					dismissed = "本次处理不停发养老金。",
				},
			},
			recover = {
				en = {
					subject = "Benefits that were paid too much",
					open = "Nothing has been decided yet.",
					proposed = "We intend to ask for this sum back. Nothing is decided before you have had the "
						.. "chance to say what speaks against it.",
					done = "This sum has to be paid back. If that is hard at once, instalments can be agreed in "
						.. "writing; what is set off against a benefit leaves you what you need to live on.",
					dismissed = "Nothing has to be paid back.",
					undone = "The decision that this sum has to be paid back is taken back.",
					todo = "You may answer at any counter or in writing. Bring this letter, your identity card "
						.. "and what proves your view. Name this letter's number when you pay.",
				},
				zh = {
					subject = "关于多发社会保险待遇的退回",
					open = "目前尚未作出决定。",
					proposed = "经办机构拟要求退回上述款项。作出决定前，您有权陈述和申辩。",
					done = "上述款项应予退回。一次性退回确有困难的，可签订书面还款协议分期退回；从待遇中抵扣的，保留您的基本生活所需。",
					dismissed = "无需退回。",
					undone = "关于退回上述款项的决定已撤回。",
					todo = "您可到任一经办窗口或者书面陈述意见，请携带本通知、居民身份证及有关证明材料。缴款时请注明本通知编号。",
				},
			},
			survivors_recover = {
				en = {
					subject = "Benefits that were paid after a death",
					proposed = "We intend to ask for this sum back. What was drawn after the death is owed by whoever "
						.. "drew it; of what was paid before, an heir owes no more than the estate is worth. Nothing "
						.. "is decided before you have had the chance to say what speaks against it.",
					done = "This sum has to be paid back; an heir owes no more than the estate is worth.",
					undone = "The decision that this sum has to be paid back is taken back.",
					todo = "You may answer at any counter or in writing. Bring this letter, your own identity card and "
						.. "what proves your view.",
				},
				zh = {
					subject = "关于死亡后多发社会保险待遇的退回",
					proposed = "经办机构拟要求退回上述款项。死亡后领取的款项由实际领取人退回；死亡前多发的款项，继承人以所得遗产"
						.. "实际价值为限清偿。作出决定前，您有权陈述和申辩。",
					done = "上述款项应予退回，继承人以所得遗产实际价值为限。",
					undone = "关于退回上述款项的决定已撤回。",
					todo = "您可到任一经办窗口或者书面陈述意见，请携带本通知、您本人的居民身份证及有关证明材料。",
				},
			},
			survivors_notice = { en = { objection = "" }, zh = { objection = "" } },
			words = {
				en = {
					male60 = "men", female55 = "women whose retirement age was 55",
					female50 = "women whose retirement age was 50", resident = "residents' scheme",
				},
				zh = {
					male60 = "男职工", female55 = "原法定退休年龄五十五周岁的女职工",
					female50 = "原法定退休年龄五十周岁的女职工", resident = "城乡居民养老保险参保人",
				},
			},
			certify = {
				en = {
					subject = "Your certificate",
					done = "You are certified without coming to the counter. Your pension goes on.",
				},
				zh = {
					subject = "关于您的领取资格认证",
					done = "您已通过数据比对完成认证，无需到窗口办理，养老金继续发放。",
				},
			},
			other = {
				en = {
					subject = "A matter of your insurance",
					open = "Nothing has been decided yet.",
					proposed = "A clerk has made a proposal; a second person has to agree.",
					done = "This has been decided.",
					dismissed = "There is nothing to be done.",
				},
				zh = {
					subject = "关于您的社会保险事项",
					open = "目前尚未作出决定。",
					proposed = "经办人员已提出处理意见，须经另一人复核同意。",
					done = "该事项已作出决定。",
					dismissed = "无需办理。",
				},
			},
		} } },
	},
}
