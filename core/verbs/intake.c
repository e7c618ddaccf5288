/* Files, days, verdicts, figures. */
#include <stddef.h>

#include "cli/loads.h"
#include "policy/rules.h"
#include "host/commands.h"
#include "tables.h"

static const struct option_def import_options[] = {
	{ "encoding", 't', N_("UTF-8 or GB18030"), "UTF-8" },
	{ "sep", 't', N_("separator"), "," },
	{ "date", 'd', N_("business day") },
	{ "dry-run", 'f', N_("say what would happen and keep nothing") },
	{ "report", 't', N_("csv: a verdict for every line on stdout") },
	{ "rejects", 'n', N_("rejected rows listed at most"), "20", 0, 1000000000 },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def feed_map_options[] = {
	{ "encoding", 't', N_("UTF-8 or GB18030; otherwise as the bytes are") },
	{ "sep", 't', N_("separator; otherwise comma, semicolon or tab as it fits") },
	{ "sheet", 't', N_("the sheet; otherwise the only one with something in it") },
	{ "head", 't', N_("rows of headings, as 1 or 2-3; otherwise as it looks") },
	{ "columns", 't',
	  N_("fixed widths: NAME:FROM-TO|NAME:FROM-TO; otherwise by blanks") },
	{ "count", 't', N_("how FROM and TO count: bytes (GB18030) or characters") },
	{ "from", 'm', N_("FIELD=HEADING|HEADING: columns that make the field") },
	{ "constant", 'm', N_("FIELD=VALUE where the file has no column for it") },
	{ "codes", 'm', N_("FIELD=THEIRS=OURS|THEIRS=OURS") },
	{ "write", 'f', N_("make the draft parameters/maps_FEED.lua") },
	{ 0 }
};
static const struct option_def judge_options[] = {
	{ "all", 'f', N_("everyone, not only who was touched or is due") },
	{ "rebuild", 'f', N_("make all fact rows anew first; implies --all") },
	{ "date", 'd', N_("business day") },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def day_run_options[] = {
	{ "date", 'd', N_("business day; otherwise today") },
	{ "drop", 'p',
	  N_("folder with a folder of files a day, YYYY-MM-DD/FEED.csv, .xlsx or .txt") },
	{ "sample", 'n', N_("decisions to judge again; 0: none"), "10000", 0, 10000000 },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def undo_options[] = {
	{ "date", 'd', N_("the last judged day") },
	{ "why", 'm', N_("what was wrong") },
	{ 0 }
};

const struct verb intake_verbs[] = {
	{ "import", "FEED FILE", N_("a department's file"), 0, -1, NULL, import_options,
	  .run = cmd_import },
	{ "feed", "", N_("files as their senders make them") },
	{ "feed map", "FEED SAMPLE",
	  N_("which column of a sender's own file is which field"), 2, 2, NULL,
	  feed_map_options, .run = feed_map_show },
	{ "loads", "[LOAD]", N_("files that came in; of one, the rows that wait"), 0, 1,
	  "clerk", NULL, .with_db = loads_show },
	{ "loads repair", "LOAD COLUMN OLD NEW",
	  N_("refused rows with this value get another"), 4, 4, "admin", NULL,
	  .with_db = loads_repair },
	{ "loads retry", "LOAD", N_("its open rows are tried again by the next run"), 1,
	  1, "admin", NULL, .with_db = loads_retry },
	{ "loads drop", "LOAD", N_("its open rows are given up"), 1, 1, "admin", NULL,
	  .with_db = loads_drop },
	{ "loads sample", "LOAD", N_("of a file that waits, ten rows drawn by chance"), 1,
	  1, "clerk", NULL, .with_db = loads_sample },
	{ "loads confirm", "LOAD LINE HOW",
	  N_("one row of a file that waits is made sure of, and counts"), 3, 3, "clerk",
	  NULL, .with_db = loads_confirm },
	{ "day", "", N_("the work of a day: files, verdicts, figures; missed days too"),
	  0, 0, NULL, day_run_options, .run = cmd_day },
	{ "day undo", "", N_("the last judged day is taken back"), 0, 0, "manager",
	  undo_options, .with_db = day_undo },
	{ "judge", "", N_("facts, verdicts, tasks"), 0, -1, NULL, judge_options,
	  .run = cmd_judge },
	{ "refresh", "", N_("the figures of the board anew"), 0, -1, NULL, NULL,
	  .run = cmd_refresh },
	{ 0 }
};
