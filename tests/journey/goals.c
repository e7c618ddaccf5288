#include "goals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#define TIMES " x"
#define MS    " ms"
#define BYTES " B"
#define MB    " MB"
#define NONE  ""

static const struct line {
	const char *name, *unit;
	double most;
	bool is_hard;
} lines[GOAL_COUNT] = {
	[PAINT_TIMES] = { "first paint, warm, against the least", TIMES, 2.5, false },
	[PAINT_MS] = { "  itself", MS, 20, false },
	[DATA_TIMES] = { "first row of data, against the least", TIMES, 4, false },
	[DATA_MS] = { "  itself", MS, 40, false },
	[DATA_COLD_MS] = { "  cold: its files not in memory", MS, 100, false },
	[KEY_MID_TIMES] = { "key to last byte, middle, against the least", TIMES, 2,
			    false },
	[KEY_MID_MS] = { "  itself", MS, 1, false },
	[KEY_P99_TIMES] = { "key to last byte, p99, against the least", TIMES, 2, false },
	[KEY_P99_MS] = { "  itself", MS, 5, false },
	[QUERY_MID_TIMES] = { "  while a query runs 4 s, middle", TIMES, 2, false },
	[QUERY_P99_TIMES] = { "  while a query runs 4 s, p99", TIMES, 2, false },
	[QUERY_UNHEARD] = { "  while a query runs 4 s, keys not answered", NONE, 0,
			    true },
	[EXPORT_MID_TIMES] = { "  while others export, middle", TIMES, 2, false },
	[EXPORT_P99_TIMES] = { "  while others export, p99", TIMES, 2, false },
	[WORST_KEY_MS] = { "worst single key of a session", MS, 50, false },
	[MOVE_BYTES] = { "move in the page", BYTES, 160, true },
	[MOVE_LEAN_BYTES] = { "  lean: a marker for the row", BYTES, 40, true },
	[SCROLL_BYTES] = { "scroll by one row", BYTES, 200, true },
	[SCROLL_LEAN_BYTES] = { "  lean", BYTES, 150, true },
	[PAGE_BYTES] = { "a page at 80x24", BYTES, 1400, true },
	[FIELD_BYTES] = { "a letter typed in a field", BYTES, 4, true },
	[FIELD_WIDE_BYTES] = { "  a Chinese character", BYTES, 12, true },
	[FIELD_INSERT_BYTES] = { "  one with others behind it", BYTES, 12, true },
	[BOARD_BYTES] = { "the board, first painting", BYTES, 2200, true },
	[BOARD_FIVE_BYTES] = { "  five figures changed", BYTES, 100, true },
	[BOARD_ALL_BYTES] = { "  all changed", BYTES, 600, true },
	[BOARD_CHARTS] = { "  with sparklines, 120 columns, first painting", BYTES, 3000,
			   true },
	[BOARD_CHARTS_FIVE] = { "    five figures changed", BYTES, 170, true },
	[BOARD_CHARTS_ALL] = { "    all changed", BYTES, 1700, true },
	[BURST_BYTES] = { "100 keys at once", BYTES, 1500, true },
	[BURST_MS] = { "  how long", MS, 30, false },
	[BURST_PAINTS] = { "  paintings", NONE, 2, false },
	[SLOW_LINE_MS] = { "30 keys at once, 64 kbit/s, 150 ms there and back", MS, 350,
			   false },
	[AHEAD_WRONG] = { "500 keys in one write: rows other than one by one", NONE, 0,
			  true },
	[IDLE_WAKEUPS] = { "idle: wakeups", NONE, 0, true },
	[IDLE_BYTES] = { "  bytes", BYTES, 0, true },
	[LIVE_VALUES] = { "  with live numbers, a changed value", BYTES, 25, true },
	[RSS_MB] = { "memory at the start, resident", MB, 12, false },
	[PRIVATE_MB] = { "  of its own", MB, 4, false },
	[LONG_RSS_MB] = { "  with the longest list open, resident", MB, 20, false },
	[FILTER_P99_MS] = { "typing to filter, p99 (100,000 rows at most)", MS, 30,
			    false },
	[FILTER_LONG_MS] = { "  first rows of the longest list", MS, 200, false },
	[ESC_MS] = { "Esc to the painting", MS, 30, false },
	[F12_MS] = { "  F12", MS, 2, false },
	[TERM_BREACHES] = { "ten TERMs: sequences that one does not have", NONE, 0,
			    true },
	[TERM_WRONG] = { "  no painting, or not told of another kind", NONE, 0, true },
	[SIZE_WRONG] = { "sizes down to 1x1 where it is not as it shall be", NONE, 0,
			 true },
	[STORM_ROWS] = { "150 sizes in a storm: rows not as before", NONE, 0, true },
	[STORM_CPU_MS] = { "  time of the processor", MS, 150, false },
	[STORM_SETTLE_MS] = { "  until it rests", MS, 50, false },
	[STORM_LOST] = { "  fields of a form that lost what was typed", NONE, 0, true },
	[SIGNAL_MS] = { "TERM, HUP, INT: until the end", MS, 100, false },
	[SIGNAL_WRONG] = { "  another exit, or a terminal not put back", NONE, 0, true },
	[SIGNAL_DRAFTS_LOST] = { "  drafts lost", NONE, 0, true },
	[STOP_WRONG] = { "  Ctrl-Z: not stopped, or not back", NONE, 0, true },
	[LOST_MS] = { "terminal lost and HUP ignored: until the end", MS, 1000, true },
	[LOST_SESSION_MS] = { "  until its session is gone", MS, 1000, true },
	[DRIFT_NARROW] = { "rows that drift, unsure signs one column wide", NONE, 0,
			   true },
	[DRIFT_WIDE] = { "  two columns wide", NONE, 0, true },
	[INJECTED] = { "planted sequences that reach the screen, of 15", NONE, 0, true },
	[INJECTED_ELSEWHERE] = { "  that reach what a script reads", NONE, 0, true },
	[LOCALE_WRONG] = { "places in which names are not right, of 4", NONE, 0, true },
	[COLOUR_OBEYED] = { "colours where none are wanted", NONE, 0, true },
	[COLOUR_ALONE] = { "  alarms without a sign of their own", NONE, 0, true },
	[KEYS_END] = { "unknown keys of six terminal programs that end it", NONE, 0,
		       true },
};

static struct {
	double figure;
	bool is_seen;
	const char *absent;
} seen[GOAL_COUNT];

void goal_seen(enum goal g, double figure)
{
	seen[g].figure = figure;
	seen[g].is_seen = true;
}

void goal_absent(enum goal g, const char *why)
{
	seen[g].absent = why;
}

static const char *verdict(enum goal g)
{
	if (seen[g].absent)
		return "not met";
	if (!seen[g].is_seen)
		return "NOT MEASURED";
	if (seen[g].figure <= lines[g].most)
		return "met";
	return lines[g].is_hard ? "NOT MET" : "not met";
}

static bool is_bad(enum goal g)
{
	if (seen[g].absent)
		return false;
	return !seen[g].is_seen || (lines[g].is_hard && seen[g].figure > lines[g].most);
}

/* Figures of counted things are whole. */
static const char *amount(char *out, size_t size, double n, const char *unit)
{
	snprintf(out, size, "%.*f%s", n == (double)(long)n ? 0 : 2, n, unit);
	return out;
}

static void print_line(enum goal g)
{
	char goal[40], figure[40] = "-";

	if (seen[g].is_seen)
		amount(figure, sizeof(figure), seen[g].figure, lines[g].unit);
	printf("# %-52s %10s %14s  %s\n", lines[g].name,
	       amount(goal, sizeof(goal), lines[g].most, lines[g].unit),
	       seen[g].absent ? seen[g].absent : figure, verdict(g));
}

int goals_print(void)
{
	int bad = 0, met = 0;

	printf("# %-52s %10s %14s\n", "", "at most", "seen");
	for (int g = 0; g < GOAL_COUNT; g++) {
		if (!lines[g].name)
			fail_msg("goal %d has no line", g);
		print_line((enum goal)g);
		bad += is_bad((enum goal)g);
		met += verdict((enum goal)g)[0] == 'm';
	}
	printf("# %d of %d met; %d hard limits broken or not measured\n", met, GOAL_COUNT,
	       bad);
	return bad;
}
