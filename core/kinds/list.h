/* Rows read a page at a time, for every kind of screen that has some: its state begins
 * with a struct list. */
#ifndef STEWARD_LIST_H
#define STEWARD_LIST_H

#include "kinds.h"

struct list {
	struct part *rows;	/* NULL: none can be asked */
	const struct column *columns;
	const struct paging *paging;	/* NULL: the statement gives all it has */
	const char *none;	/* N_(), said when there is no row; NULL: the usual */
	int choice[VIEW_FILTERS];	/* of each filter of the screen */
	bool has_more;
	int had, asked;	/* rows that were there, and how many more were asked for */
	char limit[12];		/* that, as the parameter */
	struct arena *arena;	/* of the place */
	const char *place[VIEW_KEYS];	/* key of the selected row; first NULL: none */
};

/* Says which part has the rows; v->state is a struct list of zeros. */
void list_begin(struct view *v, struct part *rows, const struct column *columns,
		const struct paging *paging);

/* What a kind with a list has in its table. */
void list_build(struct view *v);
void list_asking(struct view *v);
void list_answered(struct view *v, struct part *p);
int list_place(struct view *v);
void list_closed(struct view *v);
enum pressed list_move(struct view *v, enum motion to);

#endif
