/* What the loader says to screens, commands and keys that would not do: each fault by
 * itself, in a module that is well without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "canvas.h"
#include "host/screens_check.h"
#include "screens/views.h"

/* A module whose tables can be written to. */
static const int key[] = { 0, 1, -1 }, args[] = { 0, -1 };
static const int too_far[] = { 7, -1 }, too_many[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, -1 };
static const struct stmt list = {
	.name = "list", .nparams = 4, .ncolumns = 2,
	.params = (const char *const[]){ "kind text", "a int8", "b int8", "n int4" },
	.columns = (const char *const[]){ "a int8", "b int8" },
};
static const struct stmt change = {
	.name = "change", .nparams = 1, .params = (const char *const[]){ "a int8" },
};

static struct column columns[2];
static struct section sections[VIEW_SECTIONS + 2];
static struct paging paging;
static struct choice choices[2];
static struct filter filters[2];
static struct action actions[3];
static struct mark marks[2];
static struct form_field fields[2];
static struct form form;
static struct screen screens[3];
static struct command commands[2];
static struct key keys[3];
static struct module module, other;

static bool has_command(const char *name)
{
	return strcmp(name, "screen.back") == 0;
}

static const struct key own_keys[] = { { "F5", "screen.refresh", NULL },
				       { "w", "why.open", "task" }, { 0 } };
static const struct taken taken = { view_all, own_keys, has_command };

static int well(void **state)
{
	(void)state;
	memset(sections, 0, sizeof(sections));
	columns[0] = (struct column){ .col = 1, .title = "B" };
	sections[0] = (struct section){ .name = "rows", .stmt = &list, .opens = "person",
					.columns = columns, .args = args };
	paging = (struct paging){ key, 1 };
	choices[0] = (struct choice){ NULL, "all" };
	filters[0] = (struct filter){ "f", "filter", 0, choices };
	actions[0] = (struct action){ "c", "change", .args = args, .runs = &change };
	actions[1] = (struct action){ 0 };
	marks[0] = (struct mark){ "!", MARK_ALARM, "late" };
	fields[0] = (struct form_field){ "a", ENTRY_COUNT, "A" };
	form = (struct form){ fields, &change, NULL };
	screens[0] = (struct screen){ "list", "List", SCREEN_LIST, .sections = sections,
				      .paging = &paging, .filters = filters,
				      .actions = actions, .marks = marks };
	screens[1] = (struct screen){ "form", "Form", SCREEN_FORM, .form = &form };
	commands[0] = (struct command){ "open.list", "the list", .opens = "list",
					.code = "li" };
	keys[0] = (struct key){ "F6", "open.list", NULL };
	keys[1] = (struct key){ 0 };
	module = (struct module){ .name = "mine", .screens = screens,
				  .commands = commands, .keys = keys };
	other = (struct module){ .name = "other" };
	return 0;
}

static void refused(const char *why)
{
	const struct module *const others[] = { &other, NULL };
	struct err e = { 0 };

	if (screens_check(&module, others, &taken, &e))
		fail_msg("it was taken; wanted: %s", why);
	if (!strstr(e.message, why))
		fail_msg("it said: %s; wanted: %s", e.message, why);
}

static void taken_when_well(void **state)
{
	const struct module *const others[] = { &other, NULL };
	struct err e = { 0 };

	(void)state;
	if (!screens_check(&module, others, &taken, &e))
		fail_msg("%s", e.message);
}

#define FAULT(name, change, why)                                                        \
	static void name(void **state)                                                  \
	{                                                                               \
		(void)state;                                                            \
		change;                                                                 \
		refused(why);                                                           \
	}

FAULT(column_outside, columns[0].col = 2, "shows column 2 of \"list\", which has 2")
FAULT(argument_outside, sections[0].args = too_far, "gives column 7 of \"list\"")
FAULT(too_many_arguments, sections[0].args = too_many, "gives more than 8 arguments")
FAULT(no_arguments, sections[0].args = NULL, "opens something without arguments")
FAULT(no_sections, screens[0].sections = sections + 50, "has no sections")
FAULT(opens_nothing, sections[0].opens = "nowhere", "opens \"nowhere\"")
FAULT(no_title, screens[0].title = NULL, "has no title")
FAULT(a_core_screen, screens[0].name = "queue", "\"queue\" is the program's own")
FAULT(key_outside, paging.key = too_far, "names no column")
FAULT(no_limit, paging.first = 2, "has no parameters for the paging")
FAULT(filter_outside, filters[0].param = 4, "filter \"f\"")
FAULT(wide_mark, marks[0].sign = "王", "is not one column")
FAULT(idle_action, actions[0].runs = NULL, "does not do one thing")
FAULT(action_without_parameters, actions[0].args = NULL, "gives 0 of 1 parameters")
FAULT(many_of_nothing, actions[0].many = 2, "takes many rows by an argument")
FAULT(two_on_a_key, actions[0].key = "f", "key \"f\" of screen \"list\" does two things")
FAULT(form_without_statement, form.sends = NULL, "lacks fields or a statement")
FAULT(field_of_no_parameter, fields[0].name = "b", "field \"b\" of form")
FAULT(field_without_codes, fields[0].kind = ENTRY_CODE, "parameter or codes")
FAULT(own_without_code, screens[0].kind = SCREEN_OWN, "has no code")
FAULT(text_without_verb, screens[1].kind = SCREEN_TEXT, "has no verb")
FAULT(idle_command, commands[0].opens = NULL, "does not do one thing")
FAULT(a_core_command, commands[0].name = "screen.back", "is the program's own")
FAULT(long_code, commands[0].code = "list", "is not two letters")
FAULT(command_to_nowhere, commands[0].opens = "nowhere", "opens \"nowhere\"")
FAULT(key_without_command, keys[0].command = "open.nothing", "names no command")
FAULT(a_core_key, keys[0].key = "F5", "key \"F5\" is the program's own")
FAULT(a_core_key_of_a_screen, keys[0].key = "w", "key \"w\" is the program's own")
FAULT(anothers_key, other.keys = keys, "key \"F6\" is also in module \"other\"")
FAULT(anothers_code, other.commands = commands, "code \"li\" is also in module \"other\"")

/* What Enter does on a task's row must have its section and its parameters. */
#define TASK                                                                             \
	module.task_sections = sections;                                                 \
	module.task_actions = actions;                                                   \
	screens[0].actions = NULL;                                                       \
	actions[0].section = "rows"
FAULT(task_row_of_no_section, TASK; actions[0].section = "none", "lacks label or section")
FAULT(task_row_without_parameters, TASK; actions[0].args = NULL,
      "action \"c\" of screen \"task\" gives 0 of 1 parameters")
FAULT(task_column_outside, module.task_sections = sections; columns[0].col = 2,
      "shows column 2 of \"list\", which has 2")

static void a_task_offers_choices(void **state)
{
	TASK;
	taken_when_well(state);
}

static void more_sections_than_fit(void **state)
{
	(void)state;
	for (int i = 0; i <= VIEW_SECTIONS; i++)
		sections[i] = sections[0];
	refused("has more than 96 sections");
}

static void more_on_the_persons_page_than_fits(void **state)
{
	(void)state;
	for (int i = 1; i < VIEW_SECTIONS - 5; i++)
		sections[i] = sections[0];
	sections[VIEW_SECTIONS - 5].stmt = NULL;
	module.person_sections = sections;
	refused("screen \"person\" has more than 96 sections");
}

static void anothers_screen_may_be_absent(void **state)
{
	(void)state;
	commands[0].opens = "absent:list";
	taken_when_well(state);
}

#define WELL(f) cmocka_unit_test_setup(f, well)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WELL(taken_when_well), WELL(column_outside), WELL(argument_outside),
		WELL(too_many_arguments), WELL(no_arguments), WELL(no_sections),
		WELL(opens_nothing), WELL(no_title), WELL(a_core_screen),
		WELL(key_outside), WELL(no_limit), WELL(filter_outside), WELL(wide_mark),
		WELL(idle_action), WELL(action_without_parameters),
		WELL(many_of_nothing), WELL(two_on_a_key),
		WELL(form_without_statement), WELL(field_of_no_parameter),
		WELL(field_without_codes), WELL(own_without_code),
		WELL(text_without_verb), WELL(idle_command), WELL(a_core_command),
		WELL(long_code), WELL(command_to_nowhere), WELL(key_without_command),
		WELL(a_core_key), WELL(a_core_key_of_a_screen), WELL(anothers_key),
		WELL(anothers_code), WELL(more_sections_than_fit),
		WELL(more_on_the_persons_page_than_fits),
		WELL(anothers_screen_may_be_absent), WELL(task_row_of_no_section),
		WELL(task_row_without_parameters), WELL(task_column_outside),
		WELL(a_task_offers_choices),
	};

	setlocale(LC_ALL, "C.UTF-8");	/* a mark is as wide as the terminal has it */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
