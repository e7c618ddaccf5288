/* Forms: fields below each other under what they are about.  A choice is made by one
 * digit, text is typed, Enter sends.  Nothing is chosen for a person, and only an Enter
 * that was typed after the form had been shown as it is now sends it: what was typed
 * ahead never sends.  What was typed is kept as a draft until it is sent or discarded. */
#ifndef STEWARD_DESK_FORM_H
#define STEWARD_DESK_FORM_H

#include "kinds.h"

/* A field and what it says now; of a choice the code. */
struct input {
	const struct form_field *field;
	struct part *list;	/* the rows to choose from; NULL: the field's codes */
	const char *first;	/* what it said at first */
	int offered;		/* F4: which of the list stands there, from 1; 0: none */
	const char *typed;	/* what had been typed before */
	struct entry entry;
};

/* State of every view with a form; a kind of its own may put more behind it. */
struct form_view {
	const struct form *form;
	const char *label;	/* what is done here; NULL: the screen's title */
	int subject_args;	/* so many arguments name what it is about */
	struct input inputs[VIEW_FIELDS];
	int n, focus;
	unsigned changed;	/* paintings there were when it last became another */
	struct part *draft;	/* what was kept, asked once */
	bool has_draft;		/* that answer was taken */
	bool is_kept;		/* as it is now, or there is nothing to keep */
	bool is_over;		/* sent or discarded: nothing of it is kept */
	void (*send)(struct view *v);	/* all checks passed */
	const char *(*check)(const struct view *v);	/* one more, said; NULL: none */
};

/* What a kind with a form has in its table; open fills in v->state, a struct form_view of
 * zeros or more. */
void form_open(struct view *v, const struct form *form, void (*send)(struct view *v));
void form_draw(const struct view *v, struct grid *g, int row, int rows);
enum pressed form_press(struct view *v, const struct press *p);
extern const struct view_command form_commands[];
void form_answered(struct view *v, struct part *p);
void form_closed(struct view *v);
const char *form_keys(const struct view *v, struct arena *a);
bool form_takes_text(const struct view *v);

/* What a field says, as its statement wants it; NULL when it is empty. */
const char *form_value(const struct view *v, const char *field, struct arena *a);


/* Whether a form says something that was not sent, and whether all of it is kept. */
bool form_has_unsent(const struct desk *d, bool *is_kept);
/* After a loss of the line: what changed meanwhile is kept now. */
void form_keep_all(struct desk *d);

/* input.c: one field. */
int input_count(const struct input *in);		/* choices; 0: it is typed */
bool input_is_choice(const struct input *in);
const char *input_label(const struct input *in, int i, struct arena *a);
int input_chosen(const struct input *in);		/* -1: nothing yet */
void input_choose(struct input *in, int i);
/* The next of what is often written there, after the last what had been typed: how many
 * there are, 0 and nothing changed where there is none. */
int input_offer(struct input *in, struct arena *a);
/* What is wrong with it, for the message line; NULL: nothing. */
const char *input_wrong(const struct input *in, const char *today, struct arena *a);
/* The value as a parameter; NULL when it is empty. */
const char *input_value(const struct input *in, struct arena *a);

/* draft.c: keeps what a form says by the asynchronous door, one statement at a time; the
 * newest wins.  drop: it was sent, or is wanted no more. */
void draft_ask(struct view *v);			/* a part for what was kept */
void draft_take(struct view *v);		/* its answer into the fields */
void draft_keep(struct view *v);
void draft_drop(struct view *v);
bool draft_is_nothing(const struct view *v);	/* it says what it said at first */

#endif
