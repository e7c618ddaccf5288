/* What the kinds of screens do, shared by the files of this room only. */
#ifndef STEWARD_KINDS_H
#define STEWARD_KINDS_H

#include "desk/desk.h"

/* page.c: declared screens, and the lines other views build with. */
extern const struct view_kind view_page_kind, view_home_kind;
extern const struct view_command view_page_commands[];
void page_open_row(struct view *v);
void page_open_spot(struct view *v, struct spot at);
const char *page_title_of(const struct view *v, struct arena *a);
/* What a screen without rows says: what would stand there.  Translated. */
const char *page_empty(const struct view *v);
void page_add_section(struct view *v, const struct part *p);
void page_add_table(struct view *v, const struct part *p, const struct column *columns);

/* The kinds of screens that have code of their own. */
extern const struct view_kind view_task_kind, view_list_kind, view_board_kind,
	view_rows_kind, view_search_kind, view_decide_kind, view_help_kind,
	view_palette_kind, view_text_kind, view_own_kind, view_form_kind;

/* actions.c: what the keys of a screen's actions do, and its bottom line. */
enum pressed actions_press(struct view *v, const struct press *p);
/* The key of the n-th action that cannot be done now, and why; NULL: no more. */
const char *actions_not_now(const struct view *v, int n, struct arena *a,
			    const char **why);
const char *actions_keys(const struct view *v, struct arena *a);
/* The n-th action of a screen by the name that the configuration knows, with what it says
 * and the key of its declaration; false after the last. */
struct named_key { const char *name, *label, *own; };
bool actions_name(const struct view *v, int n, struct named_key *out);

/* marks.c: rows marked by space.  The action that takes them, or NULL; joined: what was
 * marked with blanks between, of which there is some. */
const struct action *marks_action(const struct view *v);
bool marks_has(const struct view *v, const struct part *p, int row);
enum pressed marks_press(struct view *v, const struct press *p);
const char *marks_joined(const struct view *v, struct arena *a);
void marks_sent(struct view *v); /* the action is stored: they have done their work */

/* task.c: a step of the task that is on top. */
void task_start(struct desk *d, const char *event);
bool task_name(const struct view *v, int n, struct named_key *out); /* its n-th step */

/* decide.c: a decision, and again when its answer was lost. */
void desk_send_again(struct desk *d);	/* a decision whose answer was lost */

/* child.c: what the child printed, to its end. */
void desk_helper_read(struct desk *d);

#endif
