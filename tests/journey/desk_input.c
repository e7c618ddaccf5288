/* Whatever bytes come from a terminal: no pasted text and nothing typed ahead decides.
 * Started by journey.sh with: connection, number and name of a person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "seat.h"

static void half_characters_become_whole(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "/");
	pty_wait(p, "Name or number");
	for (const char *s = "王秀"; *s; s++) {
		char byte[2] = { *s, '\0' };

		pty_type(p, byte);
		pty_settle(p, 5);
	}
	pty_wait(p, "Name or number 王秀");
	seat_leave(p);
}

static void keys_of_other_terminals_work(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_type(p, "\033[11~");		/* F1 of PuTTY */
	pty_wait(p, "Help: Start");
	pty_type(p, "\033[24~");
	pty_wait(p, "steward  Start");
	pty_type(p, "/\033Oq\033Or\033[1~\033Os"); /* digits of a keypad, home, a digit */
	pty_wait(p, "Name or number 312");
	seat_leave(p);
}

/* What was typed would be there again when the form is opened next. */
static void discard(struct pty *p)
{
	pty_key(p, "ctrl-x");
	pty_wait(p, "the draft was discarded");
}

static void pasted_text_is_no_command(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	assert_true(pty_wrote(p, "\033[?2004h"));
	pty_type(p, "\033[200~Hi Anne,\rfine, confirmed.\rThanks\rn\rs\r1\r\033[201~");
	pty_wait(p, "* pasted text goes into a field; none is open here");
	assert_true(pty_shows(p, "steward  Start"));
	pty_type(p, "/\033[200~王\r\n秀\t英\033[201~");
	pty_wait(p, "Name or number 王  秀 英");
	pty_keys(p, "F12");
	seat_open_stop(p);
	pty_type(p, "1\033[200~2\r\033[201~");
	pty_wait(p, "* pasted text goes into a field; none is open here");
	assert_true(pty_shows(p, "> 1"));
	pty_type(p, "\t\033[200~as he\rsaid\033[201~");
	pty_wait(p, "Note as he said");
	discard(p);
	pty_key(p, "F3");
	assert_int_equal(pty_end(p), 0);
	assert_true(pty_wrote(p, "\033[?2004l"));
	pty_free(p);
}

static void what_was_typed_ahead_sends_nothing(void **state)
{
	static const char *const keys[] = {
		"enter", "f", "enter", "s", "1", "enter", "enter"
	};
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_burst(p, keys, 7);
	pty_wait(p, "* nothing was sent: look at it now, then Enter sends");
	assert_true(pty_shows(p, "> 1"));
	/* Another choice is another form. */
	pty_burst(p, (const char *const[]){ "2", "enter" }, 2);
	pty_wait(p, "> 2");
	pty_wait(p, "* nothing was sent: look at it now, then Enter sends");
	discard(p);
	seat_leave(p);
}

static void no_reason_is_chosen_for_the_clerk(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	seat_open_stop(p);
	assert_true(pty_shows(p, "choose: reason"));
	assert_false(pty_shows(p, "> 1"));
	pty_key(p, "enter");
	pty_wait(p, "* choose: reason, by its digit");
	pty_key(p, "down");
	pty_wait(p, "> 1");
	assert_false(pty_shows(p, "choose: reason"));
	discard(p);
	seat_leave(p);
}

static void interrupt_key_asks_about_a_note(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	seat_open_stop(p);
	pty_type(p, "1\tcalled");
	pty_wait(p, "Note called");
	pty_key(p, "ctrl-c");
	pty_wait(p, "* leave? what was typed is kept; ctrl-c again leaves");
	pty_key(p, "left");
	pty_wait_gone(p, "what was typed");
	pty_key(p, "ctrl-c");
	pty_wait(p, "what was typed");
	pty_key(p, "ctrl-c");
	assert_int_equal(pty_end(p), 128 + SIGINT);
	assert_true(pty_is_restored(p));
	pty_free(p);
}

/* The terminal of the test before was closed over a form. */
static void a_draft_outlives_the_terminal(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	seat_open_stop(p);
	pty_wait(p, "Note called");
	assert_true(pty_shows(p, "> 1"));
	discard(p);
	pty_key(p, "s");
	pty_wait(p, "choose: reason");
	assert_false(pty_shows(p, "called"));
	seat_leave(p);
}

/* An office gave a step of a task, and what the person's page does, other keys. */
static void keys_of_actions_are_those_of_the_office(void **state)
{
	const char *config = arena_printf(seat.memory, "%s/keys.conf", getenv("work"));
	const char *make =
	    arena_printf(seat.memory,
			 "{ cat '%s/steward.conf'; echo 'keys = { task = { propose = "
			 "[ \"V\", \"F8\" ]; }; person = { amount = \"ctrl-r\"; }; };'; "
			 "} >'%s'", getenv("builddir"), config);
	struct pty *p;

	(void)state;
	assert_int_equal(system(make), 0);
	p = seat_start_as("clerk", config);
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "enter");
	pty_wait(p, "V propose to stop");
	pty_key(p, "s");
	pty_wait(p, "key s does nothing here");
	pty_keys(p, "V");
	pty_wait(p, "enter send");
	pty_key(p, "esc");
	pty_wait(p, "V propose to stop");
	pty_key(p, "F8");
	pty_wait(p, "enter send");
	pty_keys(p, "esc F1 pgdn");
	pty_wait(p, "V F8");
	pty_keys(p, "esc p");
	pty_wait(p, "ctrl-r why this amount");
	pty_key(p, "x");
	pty_wait(p, "key x does nothing here");
	pty_key(p, "ctrl-r");
	pty_wait_gone(p, "steward  Person");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(half_characters_become_whole),
		cmocka_unit_test(keys_of_other_terminals_work),
		cmocka_unit_test(pasted_text_is_no_command),
		cmocka_unit_test(what_was_typed_ahead_sends_nothing),
		cmocka_unit_test(no_reason_is_chosen_for_the_clerk),
		cmocka_unit_test(interrupt_key_asks_about_a_note),
		cmocka_unit_test(a_draft_outlives_the_terminal),
		cmocka_unit_test(keys_of_actions_are_those_of_the_office),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_input", tests, seat_setup,
					   seat_teardown);
}
