#include "check_tasks.h"

#include <stddef.h>
#include <string.h>

#define STATES_MOST 32

static const struct task_state *state_in(const struct module *m, const char *name)
{
	for (const struct task_state *s = m->states; s && s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

static const struct task_state *find_state(const struct module *m,
					   const struct module *const *others,
					   const char *name)
{
	const struct task_state *s = state_in(m, name);

	for (; !s && *others; others++)
		s = state_in(*others, name);
	return s;
}

static bool job_in(const struct module *m, const char *name)
{
	for (const struct job *j = m->jobs; j && j->name; j++)
		if (strcmp(j->name, name) == 0)
			return true;
	return false;
}

static bool has_job(const struct module *m, const struct module *const *others,
		    const char *name)
{
	bool found = job_in(m, name);

	for (; !found && *others; others++)
		found = job_in(*others, name);
	return found;
}

static bool fault(const struct task_type *t, const struct move *m, const char *what,
		  struct err *e)
{
	return ERR(e, ERR_INPUT, "move \"%s\" of task type \"%s\" %s", m->event, t->name,
		   what);
}

/* Who proposes must find somebody who may settle it. */
static bool is_settled(const struct task_type *t, const char *state)
{
	bool approve = false, refuse = false;

	for (const struct move *v = t->moves; v->from; v++) {
		approve |= strcmp(v->from, state) == 0 && v->does == MOVE_APPROVE;
		refuse |= strcmp(v->from, state) == 0 && v->does == MOVE_REFUSE;
	}
	return approve && refuse;
}

/* What a step is decides between which kinds of states it leads. */
static bool check_move(const struct task_type *t, const struct move *m,
		       enum state_kind from, enum state_kind to, struct err *e)
{
	switch (m->does) {
	case MOVE_STEP:
		if (from != STATE_OPEN || to != STATE_OPEN)
			return fault(t, m, "is a step and leads from or to a state that "
				     "is not open", e);
		break;
	case MOVE_PROPOSE:
		if (from != STATE_OPEN || to != STATE_PROPOSED)
			return fault(t, m,
				     "proposes, and does not lead from open to proposed",
				     e);
		break;
	case MOVE_APPROVE:
	case MOVE_REFUSE:
	case MOVE_TAKE_BACK:
		if (from != STATE_PROPOSED)
			return fault(t, m, "settles what nobody has proposed", e);
		if (to == STATE_PROPOSED ||
		    (m->does == MOVE_APPROVE && to != STATE_FINAL))
			return fault(t, m, "settles a proposal and leaves it waiting", e);
		break;
	case MOVE_CLOSE:
		if (m->denies && !is_settled(t, m->denies))
			return fault(t, m, "denies what nobody can approve or refuse", e);
		if (from != STATE_OPEN || to != STATE_FINAL)
			return fault(t, m, "closes, and does not lead from open to a "
				     "final state", e);
		break;
	case MOVE_REOPEN:
		if (from != STATE_FINAL || to != STATE_OPEN)
			return fault(t, m, "reopens, and does not lead from a final "
				     "state to open", e);
		break;
	default:
		return fault(t, m, "does what no step can do", e);
	}
	return true;
}

static bool check_moves(const struct module *m, const struct module *const *others,
			const struct task_type *t, struct err *e)
{
	for (const struct move *v = t->moves; v && v->from; v++) {
		const struct task_state *from, *to;

		if (!v->event || !v->to || !v->job || !v->key || !v->label)
			return ERR(e, ERR_INPUT, "a move of task type \"%s\" lacks "
				   "event, state, job, key or label", t->name);
		from = find_state(m, others, v->from);
		to = find_state(m, others, v->to);
		if (!from || !to)
			return fault(t, v, "names a state that no module declares", e);
		if (!has_job(m, others, v->job))
			return fault(t, v, "names a job that no module declares", e);
		if (!check_move(t, v, from->kind, to->kind, e))
			return false;
		for (const struct move *w = v + 1; w->from; w++)
			if (strcmp(v->from, w->from) == 0 &&
			    (strcmp(v->event, w->event) == 0 ||
			     strcmp(v->key, w->key) == 0))
				return fault(t, w, "has event or key of another one", e);
	}
	return true;
}

static void reach(const char *reached[STATES_MOST], int *n, const char *state)
{
	for (int i = 0; i < *n; i++)
		if (!state || strcmp(state, reached[i]) == 0)
			return;
	if (*n < STATES_MOST)
		reached[(*n)++] = state;
}

/* States that are reached, from "open" on; the judge withdraws by itself. */
static bool is_reached(const struct task_type *t, const char *state)
{
	const char *reached[STATES_MOST] = { "open", "withdrawn" };
	int n = 2;

	for (int i = 0; i < n; i++)
		for (const struct move *v = t->moves; v && v->from && n < STATES_MOST;
		     v++) {
			if (strcmp(v->from, reached[i]) != 0)
				continue;
			reach(reached, &n, v->to);
			reach(reached, &n, v->denies);
		}
	for (int i = 0; i < n; i++)
		if (strcmp(reached[i], state) == 0)
			return true;
	return false;
}

static bool check_walk(const struct task_type *t, struct err *e)
{
	for (const struct move *v = t->moves; v && v->from; v++) {
		if (!is_reached(t, v->from))
			return fault(t, v, "starts from a state that is never reached",
				     e);
		if (v->does == MOVE_PROPOSE && !is_settled(t, v->to))
			return fault(t, v, "proposes what nobody can approve or refuse",
				     e);
	}
	return true;
}

/* Names that no other module has. */
static bool are_free(const struct module *m, const struct module *other, struct err *e)
{
	for (const struct task_type *t = m->task_types; t && t->name; t++)
		for (const struct task_type *u = other->task_types; u && u->name; u++)
			if (strcmp(t->name, u->name) == 0)
				return ERR(e, ERR_INPUT,
					   "task type \"%s\" is also in module \"%s\"",
					   t->name, other->name);
	for (const struct job *j = m->jobs; j && j->name; j++)
		if (job_in(other, j->name))
			return ERR(e, ERR_INPUT, "job \"%s\" is also in module \"%s\"",
				   j->name, other->name);
	for (const struct task_state *s = m->states; s && s->name; s++)
		if (state_in(other, s->name))
			return ERR(e, ERR_INPUT, "state \"%s\" is also in module \"%s\"",
				   s->name, other->name);
	return true;
}

bool check_tasks(const struct module *m, const struct module *const *others,
		 struct err *e)
{
	for (const struct task_type *t = m->task_types; t && t->name; t++) {
		if (!t->title || !t->owner || (!t->moves && !t->automatic))
			return ERR(e, ERR_INPUT,
				   "task type \"%s\" lacks title, owner or moves",
				   t->name);
		if (!t->automatic != !t->reverse)
			return ERR(e, ERR_INPUT, "task type \"%s\" settles what it "
				   "cannot take back", t->name);
		if (!has_job(m, others, t->owner))
			return ERR(e, ERR_INPUT, "task type \"%s\" belongs to a job that "
				   "no module declares", t->name);
		if (!check_moves(m, others, t, e) || !check_walk(t, e))
			return false;
	}
	for (; *others; others++)
		if (!are_free(m, *others, e))
			return false;
	return true;
}
