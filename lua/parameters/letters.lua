-- What a letter says beside its reasons, in each language, by kind of task and by how far it is: open,
-- proposed, done, dismissed.  What a kind leaves out is taken from "other"; "all" stands in every letter.
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
				},
				zh = {
					subject = "关于您的养老金发放",
					open = "目前尚未作出决定。停发养老金之前，须由经办人员核实，并经另一人复核同意。",
					proposed = "经办人员已提出停发您的养老金。养老金自下月起暂缓发放，经另一人复核同意后方可停发。",
					done = "您的养老金已停发。原因消除后恢复发放，并补发暂缓期间的待遇。",
					dismissed = "您的养老金照常发放，您无需办理任何手续。",
				},
			},
			notice = {
				en = {
					subject = "A notice about your insurance",
					open = "We will get in touch with you, or you may come to any counter.",
					done = "This has been taken care of.",
					dismissed = "There is nothing to be done. Your insurance stays as it is.",
				},
				zh = {
					subject = "关于您的社会保险的提示",
					open = "我们将与您联系，您也可以到任一经办窗口咨询。",
					done = "该事项已办理完毕。",
					dismissed = "无需办理，您的社会保险保持不变。",
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
