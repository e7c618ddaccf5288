/* Who works here, as what, up to which amounts; who is hidden from whom.  The keys call
 * what the subcommands call, and who may not is refused there. */
#include "views_house.h"

#include <stddef.h>

#include "office/schema_sql.h"
#include "people/people_sql.h"
#include "scope/scope_sql.h"
#include "screens/house_sql.h"

static const struct column staff_columns[] = {
	{ .col = PEOPLE_LIST_LOGIN, .title = N_("Login"), .width = 12 },
	{ .col = PEOPLE_LIST_DISPLAY, .title = N_("Name"), .width = 10 },
	{ .col = PEOPLE_LIST_JOB, .title = N_("Job"), .kind = COLUMN_LABEL, .width = 10 },
	{ .col = PEOPLE_LIST_REGION, .title = N_("Area"), .width = 14, .gives_way = 1 },
	{ .col = PEOPLE_LIST_STEP_FEN, .title = N_("A step"), .kind = COLUMN_MONEY,
	  .width = 12, .gives_way = 3 },
	{ .col = PEOPLE_LIST_DAY_FEN, .title = N_("A day"), .kind = COLUMN_MONEY,
	  .width = 12, .gives_way = 2 },
	{ .col = PEOPLE_LIST_SEEN, .title = N_("Last here"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 4 },
	{ .col = PEOPLE_LIST_ACTIVE, .title = N_("Active"), .kind = COLUMN_LABEL,
	  .width = 6 },
	/* Whole at 80 columns: who approves has to see what. */
	{ .col = PEOPLE_LIST_WAITS, .title = N_("Waits for a second person"),
	  .width = 35 },
	{ 0 }
};
static const int login_args[] = { PEOPLE_LIST_LOGIN, -1 };
static const int waiting_args[] = { PEOPLE_LIST_LOGIN, PEOPLE_LIST_SIGN, -1 };
static const int no_args[] = { -1 };
static const struct section staff_sections[] = {
	{ .stmt = &PEOPLE_LIST, .columns = staff_columns }, { 0 }
};
static const struct action staff_actions[] = {
	{ "a", N_("add"), "admin", NULL, no_args, .opens = "staff.add" },
	{ "m", N_("move"), "admin", NULL, login_args, .opens = "staff.move" },
	{ "u", N_("department"), NULL, NULL, login_args, .opens = "staff.unit" },
	{ "k", N_("kin"), "admin", NULL, login_args, .opens = "staff.kin" },
	{ "l", N_("limit"), "admin", NULL, login_args, .opens = "staff.limit" },
	{ "e", N_("leaves"), "admin", NULL, login_args, .opens = "staff.leave" },
	{ "s", N_("end sessions"), "admin", NULL, login_args,
	  .runs = &PEOPLE_DISCONNECT },
	{ "y", N_("approve"), NULL, NULL, waiting_args, .runs = &HOUSE_APPROVE },
	{ "x", N_("refuse"), NULL, NULL, login_args, .runs = &HOUSE_REFUSE },
	{ 0 }
};
const struct screen view_staff = {
	.name = "staff", .title = N_("Staff"), .sections = staff_sections,
	.actions = staff_actions
};

static const struct column one_columns[] = {
	{ .col = HOUSE_ONE_LOGIN, .title = N_("Login") },
	{ .col = HOUSE_ONE_DISPLAY, .title = N_("Name") },
	{ .col = HOUSE_ONE_JOB, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = HOUSE_ONE_REGION, .title = N_("Area") },
	{ .col = HOUSE_ONE_STEP_FEN, .title = N_("A step"), .kind = COLUMN_MONEY },
	{ .col = HOUSE_ONE_DAY_FEN, .title = N_("A day"), .kind = COLUMN_MONEY },
	{ 0 }
};
const struct section view_staff_one[] = {
	{ .name = "head", .stmt = &HOUSE_ONE, .columns = one_columns, .is_fields = true },
	{ 0 }
};

static const struct form_field add_fields[] = {
	{ "login", ENTRY_TEXT, N_("Login"), .bytes = 60 },
	{ "display", ENTRY_TEXT, N_("Name"), .bytes = 60 },
	{ "job", ENTRY_CODE, N_("Job"), .list = &HOUSE_JOBS },
	{ "region_code", ENTRY_COUNT, N_("Code of the area"), .optional = true },
	{ 0 }
};
static const struct form add_form = {
	add_fields, &SCHEMA_STAFF_PUT,
	N_("stored; a sensitive job waits for a second person")
};
const struct screen view_staff_add = { .name = "staff.add", .title = N_("New login"),
				       .kind = SCREEN_FORM, .job = "admin",
				       .form = &add_form };

static const struct form_field move_fields[] = {
	{ "job", ENTRY_CODE, N_("Job"), .list = &HOUSE_JOBS },
	{ "region_code", ENTRY_COUNT, N_("Code of the area"), .optional = true },
	{ 0 }
};
static const struct form move_form = {
	move_fields, &PEOPLE_MOVE, N_("stored; a sensitive job waits for a second person")
};
const struct screen view_staff_move = {
	.name = "staff.move", .title = N_("Another job or area"), .kind = SCREEN_FORM,
	.job = "admin", .sections = view_staff_one, .form = &move_form
};

static const struct form_field limit_fields[] = {
	{ "step_fen", ENTRY_MONEY, N_("A step"), .optional = true },
	{ "day_fen", ENTRY_MONEY, N_("A day"), .optional = true },
	{ 0 }
};
static const struct form limit_form = {
	limit_fields, &PEOPLE_LIMIT,
	N_("stored; more than before waits for a second person")
};
const struct screen view_staff_limit = {
	.name = "staff.limit", .title = N_("What a login may sign"), .kind = SCREEN_FORM,
	.job = "admin", .sections = view_staff_one, .form = &limit_form
};

static const struct form_field leave_fields[] = {
	{ "colleague", ENTRY_CODE, N_("Who goes on with the work"), .optional = true,
	  .list = &HOUSE_COLLEAGUES },
	{ 0 }
};
static const struct form leave_form = {
	leave_fields, &HOUSE_LEAVE,
	N_("the login has ended and its work is handed over; s ends its sessions")
};
const struct screen view_staff_leave = {
	.name = "staff.leave", .title = N_("Who leaves"), .kind = SCREEN_FORM,
	.job = "admin", .sections = view_staff_one, .form = &leave_form
};

static const struct form_field kin_fields[] = {
	{ "number", ENTRY_TEXT, N_("Number"), .bytes = 40 },
	{ "own", ENTRY_YES, N_("The login's own"), .value = "no" },
	{ 0 }
};
static const struct form kin_form = {
	kin_fields, &HOUSE_KIN,
	N_("the person is hidden from colleagues, and from the login itself")
};
const struct screen view_staff_kin = {
	.name = "staff.kin", .title = N_("Who of the insured works here or is kin"),
	.kind = SCREEN_FORM, .job = "admin", .sections = view_staff_one, .form = &kin_form
};

static const struct column barrier_columns[] = {
	{ .col = HOUSE_BARRIERS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = HOUSE_BARRIERS_TITLE, .title = N_("Barrier"), .kind = COLUMN_LABEL,
	  .width = 22 },
	{ .col = HOUSE_BARRIERS_HARD, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 6 },
	{ .col = HOUSE_BARRIERS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = HOUSE_BARRIERS_FROM_DAY, .title = N_("From"), .width = 10 },
	{ .col = HOUSE_BARRIERS_TO_DAY, .title = N_("To"), .width = 10, .gives_way = 2 },
	{ .col = HOUSE_BARRIERS_AUTHOR, .title = N_("Who"), .width = 10, .gives_way = 1 },
	{ .col = HOUSE_BARRIERS_WHY, .title = N_("Why") },
	{ 0 }
};
static const int person_args[] = { HOUSE_BARRIERS_PERSON_ID, -1 };
static const int kin_args[] = { HOUSE_BARRIERS_PERSON_ID, HOUSE_BARRIERS_WHY, -1 };
static const int barrier_args[] = { HOUSE_BARRIERS_PERSON_ID, HOUSE_BARRIERS_KIND, -1 };
static const struct section barrier_sections[] = {
	{ .stmt = &HOUSE_BARRIERS, .columns = barrier_columns, .opens = "person",
	  .args = person_args },
	{ 0 }
};
static const struct action barrier_actions[] = {
	{ "a", N_("put"), NULL, NULL, no_args, .opens = "barrier.put" },
	{ "e", N_("end"), NULL, NULL, barrier_args, .opens = "barrier.end" },
	{ "v", N_("waive"), NULL, NULL, no_args, .opens = "barrier.waive" },
	{ "y", N_("approve the end"), NULL, NULL, barrier_args, .runs = &HOUSE_UNHIDE },
	{ "x", N_("refuse the end"), NULL, NULL, barrier_args, .runs = &HOUSE_KEEP },
	{ "k", N_("kin no more"), NULL, NULL, kin_args, .runs = &HOUSE_KIN_NO_MORE },
	{ "w", N_("who waives"), NULL, NULL, no_args, .opens = "waivers" },
	{ 0 }
};
const struct screen view_barriers = {
	.name = "barriers", .title = N_("Barriers"), .sections = barrier_sections,
	.actions = barrier_actions,
	.empty = N_("whom you may see hidden: a hides somebody, with a reason")
};

static const struct form_field put_fields[] = {
	{ "number", ENTRY_TEXT, N_("Number"), .bytes = 40 },
	{ "kind", ENTRY_CODE, N_("Barrier"), .list = &HOUSE_KINDS },
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 255 },
	{ "from_day", ENTRY_DAY, N_("From"), .value = "today" },
	{ "to_day", ENTRY_DAY, N_("To"), .optional = true },
	{ 0 }
};
static const struct form put_form = {
	put_fields, &HOUSE_HIDE,
	N_("the barrier stands: the special unit looks after the person")
};
const struct screen view_barrier_put = { .name = "barrier.put",
					 .title = N_("Hide a person"),
					 .kind = SCREEN_FORM, .form = &put_form };

static const struct column barrier_one[] = {
	{ .col = HOUSE_BARRIER_NAME, .title = N_("Name") },
	{ .col = HOUSE_BARRIER_TITLE, .title = N_("Barrier"), .kind = COLUMN_LABEL },
	{ .col = HOUSE_BARRIER_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = HOUSE_BARRIER_FROM_DAY, .title = N_("From") },
	{ .col = HOUSE_BARRIER_WHY, .title = N_("Why") },
	{ 0 }
};
static const struct section barrier_one_sections[] = {
	{ .name = "head", .stmt = &HOUSE_BARRIER, .columns = barrier_one,
	  .is_fields = true },
	{ 0 }
};
static const struct form_field end_fields[] = {
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 255 }, { 0 }
};
static const struct form end_form = {
	end_fields, &BARRIER_END,
	N_("stored; a hard barrier ends by a second person of the special unit")
};
const struct screen view_barrier_end = {
	.name = "barrier.end", .title = N_("End a barrier"), .kind = SCREEN_FORM,
	.sections = barrier_one_sections, .form = &end_form
};

static const struct form_field waive_fields[] = {
	{ "number", ENTRY_TEXT, N_("Number"), .bytes = 40 },
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 255 },
	{ "until", ENTRY_DAY, N_("Until") },
	{ 0 }
};
static const struct form waive_form = {
	waive_fields, &BARRIER_WAIVE, N_("the barrier is waived for you until that day")
};
const struct screen view_barrier_waive = { .name = "barrier.waive",
					   .title = N_("Waive a barrier"),
					   .kind = SCREEN_FORM, .form = &waive_form };

/* Whom each has waived a barrier of is in the audit, for who may read it. */
static const struct column waiver_columns[] = {
	{ .col = BARRIER_WAIVERS_LOGIN, .title = N_("Login"), .width = 12 },
	{ .col = BARRIER_WAIVERS_WAIVED, .title = N_("Waived"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = BARRIER_WAIVERS_STANDING, .title = N_("Standing"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = BARRIER_WAIVERS_LAST_AT, .title = N_("Last at"), .width = 16 },
	{ 0 }
};
static const struct section waiver_sections[] = {
	{ .stmt = &BARRIER_WAIVERS, .columns = waiver_columns }, { 0 }
};
const struct screen view_waivers = {
	.name = "waivers", .title = N_("Who waives barriers, and how often"),
	.sections = waiver_sections, .job = "auditor or manager",
	.empty = N_("nobody has waived a barrier")
};
