/* All screens of the core, and how each behaves: what a screen is made of says it, some
 * have code of their own. */
#include "form.h"
#include "screens/views.h"

static const struct plan_screen exceptions[] = {
	{ &view_home, &view_home_kind },     { &view_task, &view_task_kind },
	{ &view_decide, &view_decide_kind }, { &view_search, &view_search_kind },
	{ &view_rows, &view_rows_kind },     { &view_help, &view_help_kind },
	{ &view_palette, &view_palette_kind }, { 0 }
};

static const struct view_kind *const kinds[] = {
	[SCREEN_SECTIONS] = &view_page_kind, [SCREEN_LIST] = &view_list_kind,
	[SCREEN_BOARD] = &view_board_kind,   [SCREEN_TEXT] = &view_text_kind,
	[SCREEN_FORM] = &view_form_kind,     [SCREEN_OWN] = &view_own_kind,
};

/* The line is back: what was under way goes on. */
static void connected(struct desk *d)
{
	desk_send_again(d);
	form_keep_all(d);
}

static const struct plan plan = {
	.exceptions = exceptions, .kinds = kinds, .connected = connected,
	.has_unsent = form_has_unsent, .start_step = task_start,
	.read_helper = desk_helper_read,
};

bool cmd_desk(struct app *app, struct err *e)
{
	return desk_main(app, &plan, e);
}
