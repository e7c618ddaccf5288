/* What the workbench is to achieve on a terminal, as one table: each goal has its lines,
 * whatever was seen, and a line nobody gave a figure is told as such.  What is measured
 * in the same way everywhere (bytes, wakeups, counts of what went wrong) is a hard limit;
 * times are goals, for a busy machine swings. */
#ifndef STEWARD_GOALS_H
#define STEWARD_GOALS_H

#include <stdbool.h>

enum goal {
	PAINT_TIMES,
	PAINT_MS,
	DATA_TIMES,
	DATA_MS,
	DATA_COLD_MS,
	KEY_MID_TIMES,
	KEY_MID_MS,
	KEY_P99_TIMES,
	KEY_P99_MS,
	QUERY_MID_TIMES,
	QUERY_P99_TIMES,
	QUERY_UNHEARD,
	EXPORT_MID_TIMES,
	EXPORT_P99_TIMES,
	WORST_KEY_MS,
	MOVE_BYTES,
	MOVE_LEAN_BYTES,
	SCROLL_BYTES,
	SCROLL_LEAN_BYTES,
	PAGE_BYTES,
	FIELD_BYTES,
	FIELD_WIDE_BYTES,
	FIELD_INSERT_BYTES,
	BOARD_BYTES,
	BOARD_FIVE_BYTES,
	BOARD_ALL_BYTES,
	BOARD_CHARTS,
	BOARD_CHARTS_FIVE,
	BOARD_CHARTS_ALL,
	BURST_BYTES,
	BURST_MS,
	BURST_PAINTS,
	SLOW_LINE_MS,
	AHEAD_WRONG,
	IDLE_WAKEUPS,
	IDLE_BYTES,
	LIVE_VALUES,
	RSS_MB,
	PRIVATE_MB,
	LONG_RSS_MB,
	FILTER_P99_MS,
	FILTER_LONG_MS,
	ESC_MS,
	F12_MS,
	TERM_BREACHES,
	TERM_WRONG,
	SIZE_WRONG,
	STORM_ROWS,
	STORM_CPU_MS,
	STORM_SETTLE_MS,
	STORM_LOST,
	SIGNAL_MS,
	SIGNAL_WRONG,
	SIGNAL_DRAFTS_LOST,
	STOP_WRONG,
	LOST_MS,
	LOST_SESSION_MS,
	DRIFT_NARROW,
	DRIFT_WIDE,
	INJECTED,
	INJECTED_ELSEWHERE,
	LOCALE_WRONG,
	COLOUR_OBEYED,
	COLOUR_ALONE,
	KEYS_END,
	GOAL_COUNT
};

void goal_seen(enum goal g, double figure);

/* The program has no such thing: the goal is not met, and that is told. */
void goal_absent(enum goal g, const char *why);

/* Prints the table and returns how many lines have no figure or break a hard limit. */
int goals_print(void);

#endif
