/* The work of every office: who does it, how far it is, which steps it takes. */
#include "core_tasks.h"

#include <stddef.h>

const struct job core_jobs[] = {
	{ "clerk", N_("clerk") },	   { "reviewer", N_("reviewer") },
	{ "manager", N_("manager") },	   { "policy", N_("policy officer") },
	{ "admin", N_("administrator") },  { "auditor", N_("auditor") },
	{ "window", N_("window of a partner") },
	{ "batch", N_("scheduled work") },
	{ 0 }
};

const struct task_state core_states[] = {
	{ "open", N_("open"), STATE_OPEN },
	{ "proposed", N_("proposed"), STATE_PROPOSED },
	{ "denied", N_("denial pending"), STATE_PROPOSED },
	{ "undoing", N_("taking back pending"), STATE_PROPOSED },
	{ "waiving", N_("write-off pending"), STATE_PROPOSED },
	{ "done", N_("done"), STATE_FINAL },
	{ "dismissed", N_("dismissed"), STATE_FINAL },
	{ "withdrawn", N_("withdrawn"), STATE_FINAL },
	{ 0 }
};

static const struct move match_moves[] = {
	{ "open", "accept", "done", "clerk", MOVE_CLOSE, "match_accept", "a",
	  N_("accept: it is this person") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "match_refuse", "d",
	  N_("dismiss: it is someone else") },
	{ 0 }
};

/* Who proposed is not who lets them through. */
static const struct move brake_moves[] = {
	{ "open", "release", "done", "manager", MOVE_CLOSE, "brake_release", "g",
	  N_("let through: they are right") },
	{ "open", "dismiss", "dismissed", "manager", MOVE_CLOSE, "brake_refuse", "d",
	  N_("refuse: all of them go back") },
	{ 0 }
};

/* Another month of a stop than was decided, since its day was corrected. */
static const struct move month_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "hold_month_plan", "s",
	  N_("propose to stop from that month") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to change") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "hold_month_set", "a",
	  N_("approve: it stops from that month") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* More or less than an adjustment usually adds. */
static const struct move outlier_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "adjust_outlier_plan",
	  "s", N_("propose to adjust it by that") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "adjust_outlier_leave",
	  "d", N_("dismiss: it is left out of this adjustment") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "adjust_outlier_apply",
	  "a", N_("approve: it is adjusted") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct move post_moves[] = {
	{ "open", "finish", "done", "clerk", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

static const struct move objection_moves[] = {
	{ "open", "uphold", "done", "reviewer", MOVE_CLOSE, "objection_uphold", "a",
	  N_("uphold: the decision is changed") },
	{ "open", "reject", "dismissed", "reviewer", MOVE_CLOSE, "objection_reject", "d",
	  N_("reject: the decision stands") },
	{ 0 }
};

static const struct move feed_moves[] = {
	{ "open", "finish", "done", "admin", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "open", "go_on", "done", "manager", MOVE_CLOSE, NULL, "g",
	  N_("go on: what it holds is raised all the same") },
	{ 0 }
};

/* Whoever imported it is the first person, the manager the second. */
static const struct move load_moves[] = {
	{ "open", "accept", "done", "manager", MOVE_CLOSE, "load_release", "a",
	  N_("accept: the file is right") },
	{ "open", "dismiss", "dismissed", "manager", MOVE_CLOSE, "load_refuse", "d",
	  N_("dismiss: none of its rows counts") },
	{ 0 }
};

/* Many rows at once need two; each by itself one. */
static const struct move alike_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "alike_note", "s",
	  N_("propose to accept all of them") },
	{ "open", "each", "done", "clerk", MOVE_CLOSE, "alike_split", "e",
	  N_("each by itself") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "alike_refuse", "d",
	  N_("dismiss: none of them counts") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "alike_accept", "a",
	  N_("approve: all of them count") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* Reversible by two, so that one suffices where no money is in it. */
static const struct move merge_moves[] = {
	{ "open", "merge", "done", "clerk", MOVE_CLOSE, "merge_do", "m",
	  N_("merge: they are one person") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: they are two persons") },
	{ 0 }
};

static const struct move merge_paid_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "merge_plan", "m",
	  N_("propose to merge: they are one person") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: they are two persons") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "merge_do", "a",
	  N_("approve: the records become one") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct move two_pensions_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "pension_end_plan", "s",
	  N_("propose to end this pension") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: both are due") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "pension_end", "a",
	  N_("approve: it ends, what was paid beside the other comes back") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct move contradiction_moves[] = {
	{ "open", "accept", "done", "clerk", MOVE_CLOSE, "match_accept", "a",
	  N_("accept: what the file says is right") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "match_refuse", "d",
	  N_("dismiss: what is known stays") },
	{ 0 }
};

/* That a report is wrong ends it for every rule, figure and letter: two must say so. */
#define DENIED                                                                           \
	{ "denied",	"approve",     "dismissed", "reviewer",                          \
	  MOVE_APPROVE, "report_void", "a",	    N_("approve: the report is void") }, \
	    { "denied",	   "refuse", "open", "reviewer",                                 \
	      MOVE_REFUSE, NULL,     "r",    N_("refuse: back to the clerk") },          \
	    { "denied",                                                                  \
	      "take_back",                                                               \
	      "open",                                                                    \
	      "clerk",                                                                   \
	      MOVE_TAKE_BACK,                                                            \
	      NULL,                                                                      \
	      "u",                                                                       \
	      N_("take back: I proposed it too early") },

static const struct move suspend_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "hold_place", "s",
	  N_("propose to stop the pension") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to stop"), .denies = "denied" },
	DENIED
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "hold_confirm", "a",
	  N_("approve: the pension stops") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, "hold_lift", "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, "hold_lift", "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct move notice_moves[] = {
	{ "open", "finish", "done", "clerk", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do"), .denies = "denied" },
	DENIED
	{ 0 }
};

static const struct move resume_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "resume_plan", "s",
	  N_("propose to pay the pension again") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: it stays stopped") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "resume_pay", "a",
	  N_("approve: it is paid again, with what was held back") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* Mended elsewhere, or repaired here by two. */
static const struct move integrity_moves[] = {
	{ "open", "propose", "proposed", "admin", MOVE_PROPOSE, "repair_plan", "s",
	  N_("propose the repair") },
	{ "open", "finish", "done", "admin", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "proposed", "approve", "done", "manager", MOVE_APPROVE, "repair_do", "a",
	  N_("approve: it is repaired") },
	{ "proposed", "refuse", "open", "manager", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the administrator") },
	{ "proposed", "take_back", "open", "admin", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* It ends by itself when the money has gone out. */
static const struct move payment_moves[] = {
	{ "open", "finish", "done", "clerk", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

/* The reason of the proposal is the way it is to come back. */
static const struct move sample_moves[] = {
	{ "open", "right", "done", "clerk", MOVE_CLOSE, "pay_sample_right", "s",
	  N_("right: it comes to the same once more") },
	{ "open", "wrong", "dismissed", "clerk", MOVE_CLOSE, "pay_sample_wrong", "d",
	  N_("wrong, once \"pay sample told\" has said what was right") },
	{ 0 }
};

static const struct move recover_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "claim_hear", "o",
	  N_("open a recovery: the person is heard first") },
	{ "open", "write_off", "waiving", "clerk", MOVE_PROPOSE, "claim_hear", "x",
	  N_("write it off: a second person has to agree") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to claim") },
	{ "waiving", "approve", "dismissed", "reviewer", MOVE_APPROVE, "claim_open", "a",
	  N_("approve: it is not asked for") },
	{ "waiving", "refuse", "open", "reviewer", MOVE_REFUSE, "claim_drop", "r",
	  N_("refuse: back to the clerk") },
	{ "waiving", "take_back", "open", "clerk", MOVE_TAKE_BACK, "claim_drop", "u",
	  N_("take back: I proposed it too early") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "claim_open", "a",
	  N_("approve: it is to be paid back") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, "claim_drop", "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, "claim_drop", "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* What is owed back stays as it is, or becomes less: that two decide. */
static const struct move claim_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "claim_less_plan", "s",
	  N_("propose to let this part of it fall") },
	{ "open", "finish", "done", "clerk", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "claim_less_put", "a",
	  N_("approve: it falls") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

/* The other way out is a value that follows: the task is withdrawn when one is
 * adopted. */
static const struct move ending_moves[] = {
	{ "open", "dismiss", "dismissed", "policy", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: no value is to follow") },
	{ 0 }
};

const struct task_type core_task_types[] = {
	{ "suspend", N_("stop a pension"), "clerk", suspend_moves },
	{ "resume", N_("pay a pension again"), "clerk", resume_moves },
	{ "notice", N_("notice"), "clerk", notice_moves },
	{ "match", N_("doubtful match"), "clerk", match_moves, .finders_only = true },
	{ "brake", N_("more than usual"), "manager", brake_moves, .finders_only = true },
	{ "hold_month", N_("month of a stop"), "clerk", month_moves,
	  .finders_only = true },
	{ "feed", N_("sender's files"), "admin", feed_moves, .finders_only = true },
	{ "load", N_("file that waits"), "manager", load_moves, .finders_only = true },
	{ "alike", N_("doubts of one kind"), "clerk", alike_moves, .finders_only = true },
	{ "contradiction", N_("contradiction"), "clerk", contradiction_moves,
	  .finders_only = true },
	{ "merge", N_("registered twice"), "clerk", merge_moves, .finders_only = true },
	{ "merge_paid", N_("registered twice, both paid"), "clerk", merge_paid_moves,
	  .finders_only = true },
	{ "two_pensions", N_("two pensions"), "clerk", two_pensions_moves,
	  .finders_only = true },
	{ "integrity", N_("check of the records"), "admin", integrity_moves,
	  .finders_only = true },
	{ "payment", N_("payment that did not go out"), "clerk", payment_moves,
	  .finders_only = true },
	{ "recover", N_("paid too much"), "clerk", recover_moves, .finders_only = true },
	{ "pay_sample", N_("payment drawn by chance"), "clerk", sample_moves,
	  .finders_only = true },
	{ "claim", N_("what is owed back"), "clerk", claim_moves, .finders_only = true },
	{ "outlier", N_("adjustment outside the limits"), "clerk", outlier_moves,
	  .finders_only = true },
	{ "post", N_("message"), "clerk", post_moves, .finders_only = true },
	{ "objection", N_("objection"), "reviewer", objection_moves,
	  .finders_only = true },
	{ "value_ends", N_("parameter expires"), "policy", ending_moves,
	  .finders_only = true },
	{ 0 }
};
