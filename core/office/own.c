#include "own.h"

#include <string.h>

#include "office/own_sql.h"

/* Lines of kind, name and digest with tabs between, in the order of the statement;
 * tests/sql/own.sh writes it. */
extern const char core_office_own_text[];

struct line {
	const char *kind, *name, *digest;
};

static int read_own(struct arena *a, struct line **lines)
{
	char *text = arena_strdup(a, core_office_own_text), *row;
	int n = 0;

	for (const char *p = text; *p; p++)
		n += *p == '\n';
	*lines = arena_alloc(a, sizeof(**lines) * (size_t)(n + 1));
	for (n = 0; (row = strsep(&text, "\n"));) {
		struct line l;

		l.kind = strsep(&row, "\t");
		l.name = strsep(&row, "\t");
		l.digest = strsep(&row, "\t");
		if (l.digest)
			(*lines)[n++] = l;
	}
	return n;
}

static bool mentions(const char *text, const char *what, const char *name,
		     const char *then)
{
	for (const char *p = text; (p = strstr(p, what)); p++) {
		const char *end = p + strlen(what);

		if (strncmp(end, name, strlen(name)) == 0 &&
		    strchr(then, end[strlen(name)]))
			return true;
	}
	return false;
}

static bool has_feed(const struct module *const *modules, const char *name)
{
	for (; *modules; modules++)
		for (const struct feed *f = (*modules)->feeds; f && f->name; f++)
			if (strcmp(f->name, name) == 0)
				return true;
	return false;
}

/* Is the table or function made by a migration of the modules from first on, or by a feed
 * of theirs; or by a step of theirs after a feed that one of all has? */
static bool is_made_by(struct arena *a, const struct module *const *modules,
		       const struct module *const *all, const char *thing)
{
	size_t n = strcspn(thing, ".(");
	/* What follows a feed's keeps has its name and "$". */
	const char *name = arena_strndup(a, thing, n - (n > 0 && thing[n - 1] == '$'));

	for (; *modules; modules++) {
		for (const struct migration *m = (*modules)->migrations; m && m->number;
		     m++)
			if (mentions(m->sql, "table ", name, " (") ||
			    mentions(m->sql, "function ", name, "("))
				return true;
		for (const char *const *f = (*modules)->functions; f && *f; f++)
			if (mentions(*f, "function ", name, "("))
				return true;
		for (const struct subject *s = (*modules)->subjects; s && s->name; s++)
			if (strncmp(name, s->name, strlen(s->name)) == 0 &&
			    (strcmp(name + strlen(s->name), "_fact") == 0 ||
			     strcmp(name + strlen(s->name), "_pack") == 0))
				return true;
		for (const struct feed *f = (*modules)->feeds; f && f->name; f++)
			if (strncmp(name, "feed_", 5) == 0 &&
			    strcmp(name + 5, f->name) == 0)
				return true;
		for (const struct feed_step *f = (*modules)->feed_steps; f && f->feed;
		     f++)
			if (has_feed(all, f->feed) &&
			    strcmp(name, arena_printf(a, "feed_%s$%s", f->feed,
						      (*modules)->name)) == 0)
				return true;
		for (const struct task_type *t = (*modules)->task_types; t && t->name;
		     t++)
			if (strncmp(name, "settle_", 7) == 0 &&
			    strcmp(name + 7, t->name) == 0)
				return true;
	}
	return false;
}

/* "steward_dispatcher", or what that role is a member of. */
static bool is_of_job(const struct module *const *modules, const char *kind,
		      const char *name)
{
	if (strcmp(kind, "role") != 0 && strcmp(kind, "member") != 0)
		return false;
	for (; *modules; modules++)
		for (const struct job *j = (*modules)->jobs; j && j->name; j++)
			if (strncmp(name, "steward_", 8) == 0 &&
			    strncmp(name + 8, j->name, strlen(j->name)) == 0 &&
			    strchr(" ", name[8 + strlen(j->name)]))
				return true;
	return false;
}

static bool is_of_schema(const char *kind)
{
	return strcmp(kind, "function") == 0 || strcmp(kind, "constraint") == 0 ||
	       strcmp(kind, "right") == 0 || strcmp(kind, "default") == 0 ||
	       strcmp(kind, "policy") == 0 || strcmp(kind, "owner") == 0;
}

/* A module that is not here has left its things out: they are not missed.  Of the roles
 * three are nobody's job. */
static bool is_missed(struct arena *a, const struct module *const *modules,
		      const struct line *l)
{
	if (strcmp(l->kind, "role") == 0 || strcmp(l->kind, "member") == 0)
		return is_of_job(modules, l->kind, l->name) ||
		       strncmp(l->name, "steward_owner", 13) == 0 ||
		       strcmp(l->name, "steward_desk") == 0 ||
		       strcmp(l->name, "steward_staff") == 0;
	return !is_of_schema(l->kind) || is_made_by(a, modules, modules, l->name);
}

/* After this feed's function a module that is not here would do a step: the function by
 * itself is a shorter one, which nothing here tells the digest of. */
static bool lacks_step(struct arena *a, const struct module *const *modules,
		       const struct line *own, int n, const char *function)
{
	const char *step = arena_printf(a, "%.*s$", (int)strcspn(function, "("),
					function);

	for (int i = 0; i < n; i++)
		if (strcmp(own[i].kind, "function") == 0 &&
		    strncmp(own[i].name, step, strlen(step)) == 0 &&
		    !is_made_by(a, modules, modules, own[i].name))
			return true;
	return false;
}

static int order(const struct line *x, const struct line *y)
{
	int d = strcmp(x->kind, y->kind);

	return d ? d : strcmp(x->name, y->name);
}

bool own_compare(struct db *db, struct arena *a, const struct module *const *modules,
		 own_differs_fn fn, void *ctx, struct err *e)
{
	struct line *own;
	int n = read_own(a, &own), i = 0, k = 0;
	struct rows rows;

	if (!db_run(db, a, &OWN_CATALOGUE, NULL, &rows, e))
		return false;
	while (i < n || k < rows.n) {
		struct line is = { 0 };
		int d = 1;

		if (k < rows.n)
			is = (struct line){ row_text(&rows, k, OWN_CATALOGUE_KIND),
					    row_text(&rows, k, OWN_CATALOGUE_NAME),
					    row_text(&rows, k, OWN_CATALOGUE_DIGEST) };
		if (i < n)
			d = k < rows.n ? order(&own[i], &is) : -1;
		if (d < 0 && is_missed(a, modules, &own[i]))
			fn(ctx, own[i].kind, own[i].name, "is missing");
		else if (d > 0 && modules[0] && is_of_job(modules + 1, is.kind, is.name))
			;	/* a loaded module's */
		else if (d > 0 && (!is_of_schema(is.kind) || !modules[1] ||
				   !is_made_by(a, modules + 1, modules, is.name)))
			fn(ctx, is.kind, is.name, "was added");
		else if (d == 0 && strcmp(own[i].digest, is.digest) != 0 &&
			 !lacks_step(a, modules, own, n, is.name))
			fn(ctx, is.kind, is.name, "is another one");
		i += d <= 0;
		k += d >= 0;
	}
	return true;
}
