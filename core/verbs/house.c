/* The office itself: its database, staff, barriers, backups, audit. */
#include <stddef.h>

#include "cli/barrier.h"
#include "cli/units.h"
#include "host/commands.h"
#include "tables.h"

static const struct option_def init_options[] = {
	{ "region", 'n', N_("code of the area the office serves; otherwise the whole"),
	  NULL, 0, 999999999 },
	{ 0 }
};
static const struct option_def migrate_options[] = {
	{ "forget", 't',
	  N_("NAME,NAME: these modules are no part of the office any more") },
	{ 0 }
};
static const struct option_def backup_options[] = {
	{ "to", 'p', N_("folder of the backup, which is not there yet") }, { 0 }
};
static const struct option_def restore_options[] = {
	{ "from", 'p', N_("folder of the backup") }, { 0 }
};
static const struct option_def barrier_put_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") },
	{ "from", 'd', N_("first day; otherwise the business day") },
	{ "to", 'd', N_("last day; otherwise none") },
	{ 0 }
};
static const struct option_def barrier_end_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") }, { 0 }
};
static const struct option_def barrier_waive_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") },
	{ "until", 'd', N_("the last day, within three months") },
	{ 0 }
};
static const struct option_def staff_kin_options[] = {
	{ "own", 'f', N_("the person is the login's own") },
	{ "end", 'f', N_("it is so no more") },
	{ 0 }
};
static const struct option_def staff_special_options[] = {
	{ "end", 'f', N_("it is so no more") }, { 0 }
};
static const struct option_def staff_limit_options[] = {
	{ "step", 't', N_("yuan of one decision at most") },
	{ "day", 't', N_("yuan of a day's decisions at most") },
	{ 0 }
};
static const struct option_def staff_end_options[] = {
	{ "to", 'p', N_("the colleague who goes on; otherwise everybody") }, { 0 }
};
static const struct option_def reconcile_options[] = {
	{ "force", 'f', N_("without those persons of the journal who are not here") },
	{ 0 }
};
static const struct option_def staff_options[] = {
	{ "region", 'n', N_("code of the area; otherwise the office's"), NULL, 0,
	  999999999 },
	{ 0 }
};
static const struct option_def unit_options[] = {
	{ "region", 'n', N_("code of its area; otherwise the office's"), NULL, 0,
	  999999999 },
	{ 0 }
};
static const struct option_def doctor_options[] = {
	{ "conninfo", 'f', N_("print the connection string in use") },
	{ "metrics", 'f', N_("what is late, growing or failing, as OpenMetrics") },
	{ 0 }
};
static const struct option_def audit_list_options[] = {
	{ "who", 't', N_("login") },
	{ "op", 't', N_("what was done: task, pay, import, account.propose ...") },
	{ "person", 't', N_("about whom") },
	{ "from", 'd', N_("first day") },
	{ "to", 'd', N_("last day") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def audit_seals_options[] = {
	{ "after", 'n', N_("those after this one"), NULL, 0, INT64_MAX }, { 0 }
};
static const struct option_def audit_verify_options[] = {
	{ "seals", 'p', N_("file of seals that was kept elsewhere") }, { 0 }
};

const struct verb house_verbs[] = {
	{ "init", "", N_("roles and the empty schema in a new database"), 0, -1, NULL,
	  init_options, .run = cmd_init },
	{ "office", "", N_("an office of one's own") },
	{ "office new", "[FILE]",
	  N_("database, areas and staff as FILE (db, region, areas, staff) or you say"),
	  0, 1,
	  NULL, NULL, .run = cmd_office_new },
	{ "migrate", "", N_("bring the schema up to this program"), 0, -1, NULL,
	  migrate_options, .run = cmd_migrate },
	{ "backup", "", N_("a copy of the office while people work in it"), 0, 0, NULL,
	  backup_options, .run = cmd_backup },
	{ "backup verify", "FOLDER", N_("is the backup whole, and as it was made"), 1, 1,
	  NULL, NULL, .run = cmd_backup_verify },
	{ "restore", "", N_("an office out of a backup, in the folder of --db"), 0, 0,
	  NULL, restore_options, .run = cmd_restore },
	{ "restore reconcile", "FOLDER",
	  N_("what had left since the backup, by the journal that was kept"), 1, 1,
	  "admin", reconcile_options, .with_db = restore_reconcile },
	{ "audit", "", N_("who did what, the newest first"), 0, 0, "auditor",
	  audit_list_options, .with_db = audit_list },
	{ "audit seal", "", N_("seals what is new; its lines are to be kept elsewhere"),
	  0, 0, "batch", NULL, .run = cmd_audit_seal },
	{ "audit seals", "", N_("all seals, a line each"), 0, 0, "auditor",
	  audit_seals_options, .with_db = audit_seals },
	{ "audit export", "FILE", N_("the sealed rows, to be looked at elsewhere"), 1, 1,
	  "auditor", NULL, .run = cmd_audit_export },
	{ "audit verify", "[FILE]",
	  N_("is all as it was sealed? of a file that was exported, without any office"),
	  0, 1, "auditor", audit_verify_options, .run = cmd_audit_verify },
	{ "staff", "", N_("who works here, and as what"), 0, 0, "admin", NULL,
	  .with_db = staff_list },
	{ "staff list", "", N_("who there is"), 0, 0, "admin", NULL,
	  .with_db = staff_list },
	{ "staff add", "LOGIN JOB NAME", N_("a login with one job"), 3, 3, "admin",
	  staff_options, .with_db = staff_add },
	{ "staff move", "LOGIN JOB", N_("another job or area"), 2, 2, "admin",
	  staff_options, .with_db = staff_move },
	{ "staff limit", "LOGIN", N_("what a login may sign; without amounts no limit"),
	  1, 1, "admin", staff_limit_options, .with_db = staff_limit },
	{ "staff approve", "LOGIN SIGN", N_("by a second administrator or a manager"), 2,
	  2, "manager", NULL, .with_db = staff_settle },
	{ "staff refuse", "LOGIN", N_("what waits for a second person is dropped"), 1, 1,
	  "manager", NULL, .with_db = staff_settle },
	{ "staff end", "LOGIN", N_("who leaves, and who goes on with his work"), 1, 1,
	  "admin", staff_end_options, .with_db = staff_end },
	{ "staff special", "LOGIN", N_("looks after who is hidden; by two persons"), 1, 1,
	  "admin", staff_special_options, .with_db = barrier_special },
	{ "staff unit", "LOGIN [UNIT]",
	  N_("where somebody belongs; to none without UNIT"), 1, 2, "manager", NULL,
	  .with_db = unit_join },
	{ "unit", "", N_("departments and counters, and what waits at each"), 0, 0,
	  "admin", NULL, .with_db = unit_list },
	{ "unit list", "", N_("which there are"), 0, 0, "admin", NULL,
	  .with_db = unit_list },
	{ "unit put", "UNIT TITLE KINDS",
	  N_("one, with the kinds of tasks that are its business"), 3, 3, "manager",
	  unit_options, .with_db = unit_put },
	{ "unit end", "UNIT", N_("its work is everybody's again"), 1, 1, "manager", NULL,
	  .with_db = unit_end },
	{ "staff kin", "LOGIN PERSON", N_("who of the insured works here or is kin"), 2,
	  2, "admin", staff_kin_options, .with_db = barrier_kin },
	{ "barrier", "", N_("who is hidden from whom"), 0, 0, "clerk", NULL,
	  .with_db = barrier_list },
	{ "barrier list", "", N_("what stands before whom, for who may see it"), 0, 0,
	  "clerk", NULL, .with_db = barrier_list },
	{ "barrier put", "PERSON KIND",
	  N_("hides a person from all but the special unit"), 2, 2, "clerk",
	  barrier_put_options, .with_db = barrier_put },
	{ "barrier end", "PERSON KIND", N_("the person is to be seen again"), 2, 2,
	  "clerk", barrier_end_options, .with_db = barrier_end },
	{ "barrier approve", "PERSON KIND",
	  N_("by a second person of the special unit"), 2, 2, "clerk", NULL,
	  .with_db = barrier_settle },
	{ "barrier refuse", "PERSON KIND", N_("the barrier stands as it stood"), 2, 2,
	  "clerk", NULL, .with_db = barrier_settle },
	{ "barrier waive", "NUMBER", N_("a soft one, for oneself and for a time"), 1, 1,
	  "clerk", barrier_waive_options, .with_db = barrier_waive },
	{ "barrier waivers", "", N_("who has waived how often"), 0, 0, "auditor", NULL,
	  .with_db = barrier_waivers },
	{ "doctor", "", N_("is everything in its place, and what to do if not"), 0, -1,
	  NULL, doctor_options, .run = cmd_doctor },
	{ "module", "", N_("what the modules bring") },
	{ "module list", "", N_("the loaded modules and what they bring"), 0, 0, NULL,
	  NULL, .run = module_list },
	{ "completion", "[WORD...]", N_("what may follow these words, for a shell"), 0,
	  -1, NULL, NULL, .run = cmd_completion },
	{ 0 }
};
