-- How many days each kind of work may take (days, or working_days by the calendar), which comes first
-- (1), when a figure is marked, the calendar, and the reasons a person may give for each step.  Reasons are shown in
-- this order; labels are translated by the screens.
return {
	{
		name = "work.types", jurisdiction = "CN", unit = "days",
		basis = "Social Insurance Agency Regulations 2023, art. 18 and 25; office practice",
		values = { { from = "2000-01-01", value = {
			suspend = { days = 5, priority = 1 },
			match = { days = 10, priority = 2 },
			alike = { days = 5, priority = 2 },
			contradiction = { days = 10, priority = 3 },
			resume = { days = 5, priority = 1 },
			correct = { working_days = 20, priority = 3 },
			pay_sample = { working_days = 20, priority = 4 },
			merge = { working_days = 10, priority = 3 },
			merge_paid = { working_days = 5, priority = 2 },
			two_pensions = { working_days = 5, priority = 2 },
			notice = { working_days = 20, priority = 5 },
			certify = { days = 1, priority = 9 },
			brake = { days = 1, priority = 1 },
			payment = { days = 5, priority = 2 },
			hold_month = { days = 5, priority = 2 },
			feed = { days = 3, priority = 2 },
			load = { days = 1, priority = 1 },
			value_ends = { days = 30, priority = 4 },
			integrity = { days = 3, priority = 2 },
			outlier = { working_days = 10, priority = 3 },
			post = { working_days = 5, priority = 3 },
			objection = { days = 30, priority = 2 },
			recover = { days = 10, priority = 2 },
			claim = { days = 20, priority = 3 },
		} } },
	},
	{
		-- Each channel by which requests come; another is another row.  visit: somebody comes in person.
		name = "work.rows", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 29 and 30; office practice",
		values = { { from = "2000-01-01", value = {
			-- What the board shows first; the others follow in the order of their areas.
			board = {
				j1 = { place = 1 }, j2 = { place = 2 }, j4 = { place = 3 }, k1 = { place = 4 }, k2 = { place = 5 }, a1 = { place = 6 },
				a3 = { place = 7 }, a4 = { place = 8 }, a5 = { place = 9 }, a7 = { place = 10 }, a8 = { place = 11 }, a9 = { place = 12 },
				b1 = { place = 13 }, b3 = { place = 14 }, b4 = { place = 15 }, c1 = { place = 16 }, c2 = { place = 17 }, c3 = { place = 18 },
				c6 = { place = 19 }, d1 = { place = 20 }, d2 = { place = 21 }, d3 = { place = 22 }, d4 = { place = 23 }, e1 = { place = 24 },
				e2 = { place = 25 }, e3 = { place = 26 }, e4 = { place = 27 }, e6 = { place = 28 }, e7 = { place = 29 }, f1 = { place = 30 },
				f2 = { place = 31 }, g1 = { place = 32 }, g2 = { place = 33 }, g3 = { place = 34 }, h1 = { place = 35 }, h2 = { place = 36 },
				h8 = { place = 37 }, h9 = { place = 38 }, i1 = { place = 39 }, i2 = { place = 40 }, i4 = { place = 41 },
			},
			channel = {
				counter = { visit = "yes" }, home_visit = { visit = "yes" }, kiosk = { visit = "no" }, web = { visit = "no" },
				app = { visit = "no" }, window = { visit = "yes" }, call_centre = { visit = "no" }, cable_tv = { visit = "no" }, letter = { visit = "no" },
			},
		} } },
	},
	{
		-- From which number of proposals a month on the others wait for a manager: the floor, or so many times
		-- the usual number where that is more.
		name = "work.brake", jurisdiction = "CN", unit = "numbers",
		basis = "office practice",
		values = { { from = "2000-01-01", value = {
			suspend = { floor = 100, times = 3 },
		} } },
	},
	{
		-- How many persons a window of a partner has before it a day, and after how many numbers that are nobody's it
		-- is closed for that day.
		name = "work.window_persons", jurisdiction = "CN", unit = "persons", basis = "office practice",
		values = { { from = "2000-01-01", value = 60 } },
	},
	{
		name = "work.window_misses", jurisdiction = "CN", unit = "numbers", basis = "office practice",
		values = { { from = "2000-01-01", value = 10 } },
	},
	{
		name = "work.old_age", jurisdiction = "CN", unit = "years", basis = "State Council 2014-8: residents draw from 60",
		values = { { from = "2000-01-01", value = 60 } },
	},
	{
		-- After so many days a proposal that nobody has settled is told to the administrator.
		name = "work.stuck_days", jurisdiction = "CN", unit = "days",
		basis = "office practice",
		values = { { from = "2000-01-01", value = 14 } },
	},
	{
		-- From which value on a figure of the board is marked: * watch, ! alarm, in the figure's own unit.
		name = "work.limits", jurisdiction = "CN", unit = "levels",
		basis = "office practice",
		values = { { from = "2000-01-01", value = {
			J1o = { watch = 1, alarm = 50 },
			J9 = { watch = 20, alarm = 200 },
			B8 = { watch = 5, alarm = 15 },
			B9 = { watch = 1, alarm = 20 },
			D1 = { watch = 95, alarm = 90 },
			D2 = { watch = 60, alarm = 30 },
			D3 = { watch = 2000, alarm = 20000 },
			D4 = { watch = 1, alarm = 5000 },
			D9 = { watch = 1, alarm = 50 },
			E2 = { watch = 50, alarm = 500 },
			E3 = { watch = 100, alarm = 95 },
			E7 = { watch = 1, alarm = 10000000 },
			E9 = { watch = 1, alarm = 100 },
			G1 = { watch = 5, alarm = 8 },
			G10 = { watch = 100, alarm = 5000 },
			H11 = { watch = 1, alarm = 50 },
			K1 = { watch = 99, alarm = 75 },
			K3 = { watch = 1, alarm = 20 },
			K5 = { watch = 1, alarm = 1 },
		} } },
	},
	{
		-- What each year's notice sets apart: days off, and Saturdays and Sundays that are worked.  All
		-- other days are by the week.  A year without a notice has no value here: it counts Mondays to
		-- Fridays, and the program says that it is missing.
		name = "work.calendar", jurisdiction = "CN", unit = "days",
		basis = "State Council measures on public holidays; yearly notices of the General Office",
		values = {
			{ from = "2024-01-01", to = "2024-12-31", basis = "notice of the General Office for 2024", value = {
				off = { "2024-01-01", "2024-02-10..2024-02-17", "2024-04-04..2024-04-06",
					"2024-05-01..2024-05-05", "2024-06-10", "2024-09-15..2024-09-17",
					"2024-10-01..2024-10-07" },
				on = { "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
					"2024-09-29", "2024-10-12" },
			} },
			{ from = "2025-01-01", to = "2025-12-31", basis = "notice of the General Office for 2025", value = {
				off = { "2025-01-01", "2025-01-28..2025-02-04", "2025-04-04..2025-04-06",
					"2025-05-01..2025-05-05", "2025-05-31..2025-06-02", "2025-10-01..2025-10-08" },
				on = { "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11" },
			} },
			{ from = "2026-01-01", to = "2026-12-31", basis = "notice of the General Office for 2026", value = {
				off = { "2026-01-01..2026-01-03", "2026-02-15..2026-02-23", "2026-04-04..2026-04-06",
					"2026-05-01..2026-05-05", "2026-06-19..2026-06-21", "2026-09-25..2026-09-27",
					"2026-10-01..2026-10-07" },
				on = { "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10" },
			} },
		},
	},
	{
		name = "work.reasons", jurisdiction = "CN", unit = "codes",
		basis = "Social Insurance Agency Regulations 2023, art. 26: facts are looked into first",
		values = { { from = "2000-01-01", value = {
			-- Of every kind of task that gives none of its own.
			any = {
				undo = {
					{ code = "decided_wrong", label = "decided by mistake" },
					{ code = "report_wrong", label = "report was withdrawn" },
					{ code = "news", label = "something new is known" },
				},
				approve = {
					{ code = "checked", label = "checked against the source" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
				},
				take_back = {
					{ code = "mistake", label = "proposed by mistake" },
					{ code = "news", label = "something new is known" },
				},
			},
			suspend = {
				propose = {
					{ code = "confirmed", label = "confirmed by the department" },
					{ code = "family", label = "confirmed by the family" },
					{ code = "document", label = "document seen" },
					{ code = "no_sign", label = "not reached, no sign of life" },
				},
				dismiss = {
					{ code = "alive", label = "person was seen alive" },
					{ code = "wrong_person", label = "someone else is meant" },
					{ code = "report_wrong", label = "report was withdrawn" },
					{ code = "certified", label = "certified meanwhile" },
					{ code = "released", label = "released from custody" },
					{ code = "stopped", label = "pension has already stopped" },
				},
				approve = {
					{ code = "checked", label = "checked against the source" },
					{ code = "document", label = "document seen" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "alive", label = "person was seen alive" },
					{ code = "wrong_person", label = "someone else is meant" },
				},
			},
			["risk.paid_after_death"] = {
				propose = {
					{ code = "confirmed", label = "confirmed by the department" },
					{ code = "family", label = "confirmed by the family" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "alive", label = "person was seen alive", voids = "death" },
					{ code = "wrong_person", label = "someone else is meant", voids = "death" },
					{ code = "report_wrong", label = "report was withdrawn", voids = "death" },
					{ code = "stopped", label = "pension has already stopped" },
				},
			},
			["risk.paid_in_custody"] = {
				propose = {
					{ code = "confirmed", label = "confirmed by the department" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "wrong_person", label = "someone else is meant", voids = "detained prison" },
					{ code = "report_wrong", label = "report was withdrawn", voids = "detained prison" },
					{ code = "released", label = "released from custody" },
					{ code = "stopped", label = "pension has already stopped" },
				},
			},
			["risk.sign_after_death"] = {
				dismiss = {
					{ code = "report_wrong", label = "person is alive, the report is wrong", voids = "death" },
					{ code = "data_wrong", label = "the sign of life is someone else's" },
				},
			},
			["retirement.certification_overdue"] = {
				propose = {
					{ code = "no_sign", label = "not reached, no sign of life" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "certified", label = "certified meanwhile" },
					{ code = "alive", label = "person was seen alive" },
					{ code = "stopped", label = "pension has already stopped" },
				},
			},
			resume = {
				propose = {
					{ code = "certified", label = "certified meanwhile" },
					{ code = "released", label = "released from custody" },
					{ code = "report_wrong", label = "report was withdrawn" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "other_reason", label = "another reason stops it" },
					{ code = "data_wrong", label = "data are wrong" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
			},
			pay_sample = {
				right = { { code = "worked_out", label = "worked out once more" } },
				wrong = { { code = "worked_out", label = "worked out once more" } },
				undo = { { code = "mistake", label = "decided by mistake" } },
			},
			correct = {
				propose = {
					{ code = "final_base", label = "the base has become final" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "agreed", label = "settled otherwise" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
			},
			-- What was paid too much: how it is to come back (art. 46).
			recover = {
				propose = {
					{ code = "at_once", label = "all at once" },
					{ code = "offset", label = "set off against the benefit" },
					{ code = "instalments", label = "in instalments, agreed in writing" },
					{ code = "heirs", label = "from the heirs" },
				},
				write_off = {
					{ code = "small", label = "costs more than it brings" },
					{ code = "cannot_pay", label = "nothing can be got" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "returned", label = "it has come back" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "answer", label = "the answer has to be looked at" },
				},
			},
			claim = {
				propose = {
					{ code = "corrected", label = "it was asked for too much" },
					{ code = "estate", label = "beyond what was inherited" },
					{ code = "cannot_pay", label = "nothing can be got" },
					{ code = "small", label = "costs more than it brings" },
				},
				finish = {
					{ code = "informed", label = "person was informed" },
					{ code = "court", label = "handed to the court" },
					{ code = "agreed", label = "settled otherwise" },
				},
				refuse = {
					{ code = "proof_missing", label = "proof is missing" },
					{ code = "data_wrong", label = "data are wrong" },
				},
			},
			merge = {
				merge = {
					{ code = "one_person", label = "the papers show one person" },
				},
				dismiss = {
					{ code = "two_persons", label = "two persons of that name" },
				},
			},
			merge_paid = {
				propose = {
					{ code = "one_person", label = "the papers show one person" },
				},
				dismiss = {
					{ code = "two_persons", label = "two persons of that name" },
				},
			},
			two_pensions = {
				propose = {
					{ code = "duplicate", label = "one pension is kept, the other ends" },
				},
				dismiss = {
					{ code = "both_due", label = "both are due by a rule of their own" },
				},
			},
			post = {
				finish = {
					{ code = "address_found", label = "another address was found" },
					{ code = "sent_again", label = "it was sent again" },
					{ code = "handed_over", label = "it was handed over" },
					{ code = "answered", label = "the answer came" },
					{ code = "public_notice", label = "public notice was given" },
				},
				dismiss = {
					{ code = "not_needed", label = "nothing to do" },
					{ code = "not_reached", label = "person cannot be reached" },
				},
			},
			objection = {
				uphold = {
					{ code = "facts_wrong", label = "the facts were others" },
					{ code = "law_wrong", label = "the law says otherwise" },
					{ code = "ordered", label = "decided by the body that reviews" },
				},
				reject = {
					{ code = "unfounded", label = "the decision is right" },
					{ code = "late", label = "it was filed too late" },
					{ code = "ordered", label = "decided by the body that reviews" },
				},
			},
			notice = {
				finish = {
					{ code = "informed", label = "person was informed" },
					{ code = "family", label = "family was informed" },
					{ code = "applied", label = "application was taken" },
					{ code = "referred", label = "passed on to the office in charge" },
					{ code = "recovered", label = "money is being claimed back" },
				},
				dismiss = {
					{ code = "not_needed", label = "nothing to do" },
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "not_reached", label = "person cannot be reached" },
				},
				approve = {
					{ code = "checked", label = "checked against the source" },
					{ code = "document", label = "document seen" },
				},
			},
			match = {
				accept = {
					{ code = "documents", label = "documents compared" },
					{ code = "sender", label = "sender has confirmed" },
					{ code = "family", label = "confirmed by the family" },
				},
				dismiss = {
					{ code = "other_person", label = "it is someone else" },
					{ code = "sender_error", label = "sender made a mistake" },
					{ code = "unclear", label = "cannot be told" },
				},
			},
			alike = {
				propose = {
					{ code = "sender", label = "sender has confirmed" },
					{ code = "sampled", label = "a sample was confirmed" },
				},
				each = {
					{ code = "unclear", label = "cannot be told" },
				},
				dismiss = {
					{ code = "sender_error", label = "sender made a mistake" },
				},
				take_back = {
					{ code = "mistake", label = "proposed by mistake" },
				},
			},
			contradiction = {
				accept = {
					{ code = "documents", label = "documents compared" },
					{ code = "sender", label = "sender has confirmed" },
				},
				dismiss = {
					{ code = "sender_error", label = "sender made a mistake" },
					{ code = "unclear", label = "cannot be told" },
				},
			},
			integrity = {
				propose = {
					{ code = "checked", label = "checked against the source" },
				},
				finish = {
					{ code = "mended", label = "what it names was mended" },
					{ code = "known", label = "the reason is known" },
				},
			},
			brake = {
				release = {
					{ code = "sampled", label = "a sample was confirmed" },
					{ code = "campaign", label = "a campaign was run" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
				},
			},
			hold_month = {
				propose = {
					{ code = "corrected", label = "the day was corrected" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
				},
				take_back = {
					{ code = "mistake", label = "proposed by mistake" },
				},
			},
			feed = {
				finish = {
					{ code = "asked", label = "the sender was asked" },
					{ code = "came", label = "the file has come" },
					{ code = "known", label = "the reason is known" },
				},
				go_on = {
					{ code = "other_channel", label = "another channel was used" },
					{ code = "campaign", label = "a campaign was run" },
					{ code = "decided", label = "decided to go on" },
				},
			},
			load = {
				accept = {
					{ code = "sender", label = "sender has confirmed" },
					{ code = "sampled", label = "a sample was confirmed" },
				},
				dismiss = {
					{ code = "sender_error", label = "sender made a mistake" },
				},
			},
			payment = {
				release = {
					{ code = "checked", label = "checked against the source" },
					{ code = "document", label = "document seen" },
					{ code = "alive", label = "person was seen alive" },
				},
				keep = {
					{ code = "waits", label = "waits for the task" },
					{ code = "unclear", label = "cannot be told" },
				},
				finish = {
					{ code = "account", label = "another account was entered" },
					{ code = "informed", label = "person was informed" },
				},
				dismiss = {
					{ code = "not_needed", label = "nothing to do" },
				},
			},
			outlier = {
				propose = {
					{ code = "checked", label = "checked against the source" },
					{ code = "document", label = "document seen" },
				},
				dismiss = {
					{ code = "data_wrong", label = "data are wrong" },
					{ code = "not_needed", label = "nothing to do" },
				},
			},
			value_ends = {
				dismiss = {
					{ code = "for_good", label = "it ends for good" },
					{ code = "not_used", label = "it is not used here" },
				},
			},
		} } },
	},
}
