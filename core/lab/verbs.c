/* What the laboratory adds to the command line. */
#include <stddef.h>

#include "host/commands.h"
#include "lab.h"

static const struct option_def demo_options[] = {
	{ "dir", 'p', N_("folder of the cluster and the city") },
	{ "persons", 'n', N_("size of the city"), "20000", 500, 10000000 },
	{ "seed", 'n', N_("another city with another number"), "1", 0, 1000000000 },
	{ "days", 'n', N_("days of files to come"), "30", 8, 366 },
	{ "batch", 'f', N_("print board and queues instead of opening the workbench") },
	{ "stop", 'f', N_("stop the server of the folder") },
	{ 0 }
};
static const struct option_def practice_options[] = {
	{ "dir", 'p', N_("folder of the cluster and the city") },
	{ "line", 'f', N_("the same screens as lines of text: for speech and scripts") },
	{ "lean", 'f', N_("fewer bytes, for a slow line") },
	{ 0 }
};
static const struct option_def generate_options[] = {
	{ "persons", 'n', N_("size of the city; otherwise 20000, of a county 1330000"),
	  NULL, 500, 10000000 },
	{ "seed", 'n', N_("another city with another number"), "1", 0, 1000000000 },
	{ "days", 'n', N_("days of files to come; otherwise 30, of a county 365"), NULL,
	  8, 366 },
	{ "date", 'd', N_("day the register is true for"), "2025-11-01" },
	{ "offices", 'f', N_("files of the other business areas, too") },
	{ "county", 'f',
	  N_("a county as Zhuji publishes itself: 362,721 pensioners, 6,902 deaths, "
	     "1,224 doubtful reports; with --persons below 1,330,000 as many in "
	     "proportion") },
	{ 0 }
};
static const struct option_def bench_options[] = {
	{ "persons", 'n', N_("size of the city"), "1000000", 1000, 10000000 },
	{ "rounds", 'n', N_("interleaved rounds; the median counts"), "5", 1, 100 },
	{ "dir", 'p', N_("folder of the city; made when it is missing") },
	{ 0 }
};

const struct verb lab_verbs[] = {
	{ "demo", "",
	  N_("private database, generated city, the whole street, the workbench"), 0, -1,
	  NULL, demo_options, .run = cmd_demo },
	{ "practice", "[JOURNEY]",
	  N_("a journey of a clerk's day on the demo's people, with a coach"), 0, 1,
	  NULL, practice_options, .run = cmd_practice },
	{ "generate", "FOLDER", N_("a city and the files of the days to come"), 0, -1,
	  NULL, generate_options, .run = cmd_generate },
	{ "bench", "", N_("ratios against what the server itself can do"), 0, -1, NULL,
	  bench_options, .run = cmd_bench },
	{ 0 }
};
