#include "loader.h"

#include <dlfcn.h>
#include <elf.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "check_tasks.h"
#include "module_trial.h"
#include "screens_check.h"
#include "agency/core_module.h"
#include "office/feed_check.h"
#include "remit/remit.h"
#include "say/tr.h"
#include "verb.h"

#define MODULES_MOST 65

/* Half a file would end the program when its missing pages are touched: the last byte
 * that the section table names must be there. */
static bool check_whole(const char *path, int fd, struct err *e)
{
	Elf64_Ehdr h;
	struct stat st;
	uint64_t end;

	if (pread(fd, &h, sizeof(h), 0) != sizeof(h) ||
	    memcmp(h.e_ident, ELFMAG, SELFMAG) != 0)
		return ERR(e, ERR_INPUT, "\"%s\" is not a module", path);
	if (h.e_ident[EI_CLASS] != ELFCLASS64 || h.e_type != ET_DYN)
		return ERR(e, ERR_INPUT, "\"%s\" is not for this machine", path);
	end = h.e_shoff + (uint64_t)h.e_shnum * h.e_shentsize;
	if (h.e_shoff == 0 || fstat(fd, &st) != 0 || (uint64_t)st.st_size < end)
		return ERR(e, ERR_INPUT, "\"%s\" is cut short", path);
	return true;
}

static bool check_file(const char *path, struct err *e)
{
	int fd = file_open_ours(path, e);
	bool ok = fd >= 0 && check_whole(path, fd, e);

	if (fd >= 0)
		close(fd);
	return ok;
}

static bool check_indicators(const struct module *m, struct err *e)
{
	for (const struct indicator *i = m->indicators; i && i->id; i++)
		if (!i->title || !i->filter || !i->unit)
			return ERR(e, ERR_INPUT,
				   "indicator \"%s\" lacks title, filter or unit", i->id);
	for (const struct indicator *i = m->indicators; i && i->id; i++)
		for (const struct action *a = i->actions; a && a->key; a++)
			if (!a->label || !a->args || !a->runs || a->section ||
			    a->many < 0 || a->many > a->runs->nparams)
				return ERR(e, ERR_INPUT,
					   "action \"%s\" of indicator \"%s\" lacks "
					   "label, columns or statement",
					   a->key, i->id);
	return true;
}

static const struct fact_column *find_fact(const struct module *m, const char *name,
					   const struct fact_set **set)
{
	for (*set = m->facts; *set && (*set)->subject; (*set)++)
		for (const struct fact_column *f = (*set)->columns; f && f->name; f++)
			if (strcmp(f->name, name) == 0)
				return f;
	return NULL;
}

/* One subject has a fact once; of two subjects it may be, and then of one type. */
static bool check_facts(const struct module *m, const struct module *other, struct err *e)
{
	for (const struct fact_set *s = m->facts; s && s->subject; s++)
		for (const struct fact_column *f = s->columns; f && f->name; f++) {
			const struct fact_set *set;
			const struct fact_column *g = find_fact(other, f->name, &set);

			if (g && strcmp(set->subject, s->subject) == 0)
				return ERR(e, ERR_INPUT,
					   "fact \"%s\" is also in module \"%s\"",
					   f->name, other->name);
			if (g && strcmp(g->type, f->type) != 0)
				return ERR(e, ERR_INPUT,
					   "fact \"%s\" is a %s in module \"%s\"",
					   f->name, g->type, other->name);
		}
	return true;
}

static bool has_subject(const struct module *m, const char *name)
{
	for (const struct subject *s = m->subjects; s && s->name; s++)
		if (strcmp(s->name, name) == 0)
			return true;
	return false;
}

static bool is_known_subject(const struct module *m, const struct module *const *others,
			     const char *name)
{
	bool is_known = has_subject(m, name);

	for (; *others; others++)
		is_known |= has_subject(*others, name);
	return is_known;
}

/* Facts and findings are about something that there is. */
static bool check_subjects(const struct module *m, const struct module *const *others,
			   struct err *e)
{
	for (const struct subject *s = m->subjects; s && s->name; s++)
		if (!s->title || !s->table)
			return ERR(e, ERR_INPUT, "subject \"%s\" lacks title or table",
				   s->name);
	for (const struct fact_set *f = m->facts; f && f->subject; f++)
		if (!f->columns || !f->select || !is_known_subject(m, others, f->subject))
			return ERR(e, ERR_INPUT,
				   "facts about \"%s\" lack columns, a statement "
				   "that makes them, or the subject",
				   f->subject);
	for (const struct finder *f = m->finders; f && f->rule; f++)
		if (!f->title || !f->task_type || !f->stmt ||
		    (f->subject && !is_known_subject(m, others, f->subject)))
			return ERR(e, ERR_INPUT,
				   "finder \"%s\" lacks title, kind of task, "
				   "statement, or its subject",
				   f->rule);
	return true;
}

/* A module's verbs stand below its name, so that no two can be the same. */
static bool check_verbs(const struct module *m, struct err *e)
{
	size_t n = strlen(m->name);

	for (const struct module_verb *v = m->verbs; v && v->path; v++)
		if (strncmp(v->path, m->name, n) != 0 || v->path[n] != ' ' ||
		    !v->arguments || !v->help || !v->call)
			return ERR(e, ERR_INPUT,
				   "verb \"%s\" does not begin with the module's name, "
				   "or lacks arguments, help or function",
				   v->path);
	return true;
}

/* Tables whose rows begin with their name: no two modules have one name. */
static const struct {
	const char *what;
	size_t table, row;	/* where the table stands in the module; a row's size */
} unique[] = {
	{ "feed", offsetof(struct module, feeds), sizeof(struct feed) },
	{ "task type", offsetof(struct module, task_types), sizeof(struct task_type) },
	{ "screen", offsetof(struct module, screens), sizeof(struct screen) },
	{ "command", offsetof(struct module, commands), sizeof(struct command) },
	{ "indicator", offsetof(struct module, indicators), sizeof(struct indicator) },
	{ "list", offsetof(struct module, remits), sizeof(struct remit) },
};

/* The name in row n of the i-th of these tables; NULL past its end. */
static const char *name_at(const struct module *m, size_t i, int n)
{
	const char *table, *name;

	memcpy(&table, (const char *)m + unique[i].table, sizeof(table));
	if (!table)
		return NULL;
	memcpy(&name, table + (size_t)n * unique[i].row, sizeof(name));
	return name;
}

static const char *same_name(const struct module *m, const struct module *other, size_t i)
{
	const char *a, *b;

	for (int n = 0; (a = name_at(m, i, n)); n++)
		for (int k = 0; (b = name_at(other, i, k)); k++)
			if (strcmp(a, b) == 0)
				return a;
	return NULL;
}

/* What two modules may not both have. */
static bool check_against(const struct module *m, const struct module *other,
			  struct err *e)
{
	if (strcmp(m->name, other->name) == 0)
		return ERR(e, ERR_INPUT, "another module is called \"%s\"", m->name);
	if (!check_facts(m, other, e))
		return false;
	for (const struct subject *s = m->subjects; s && s->name; s++)
		if (has_subject(other, s->name))
			return ERR(e, ERR_INPUT,
				   "subject \"%s\" is also in module \"%s\"", s->name,
				   other->name);
	for (size_t i = 0; i < sizeof(unique) / sizeof(*unique); i++) {
		const char *name = same_name(m, other, i);

		if (name)
			return ERR(e, ERR_INPUT, "%s \"%s\" is also in module \"%s\"",
				   unique[i].what, name, other->name);
	}
	return true;
}

/* The tables alone, without the file: interface, names, keys and what they name. */
static bool check_tables(const struct module *m, const struct module *const *others,
			 const struct taken *taken, struct err *e)
{
	if (m->interface != STEWARD_INTERFACE)
		return ERR(e, ERR_INPUT, "interface number is %u, not %u", m->interface,
			   STEWARD_INTERFACE);
	if (m->size != sizeof(struct module))
		return ERR(e, ERR_INPUT, "struct size is %u, not %u", m->size,
			   (unsigned)sizeof(struct module));
	if (!m->name || !m->title)
		return ERR(e, ERR_INPUT, "it has no name or no title");
	if (!check_subjects(m, others, e) || !check_tasks(m, others, e) ||
	    !screens_check(m, others, taken, e) || !check_indicators(m, e) ||
	    !check_verbs(m, e) || !remit_check(m, e))
		return false;
	for (const struct module *const *o = others; *o; o++)
		if (!check_against(m, *o, e))
			return false;
	return feed_check(m, others, e);
}

static const struct module *load_one(const char *path, const char *name,
				     const struct module *const *others,
				     const struct taken *taken, struct err *e)
{
	const struct module *m;
	void *handle;

	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!handle) {
		ERR(e, ERR_INPUT, "could not load it: %s", dlerror());
		return NULL;
	}
	m = dlsym(handle, "steward_module");
	if (!m)
		ERR(e, ERR_INPUT, "it has no symbol steward_module");
	else if (check_tables(m, others, taken, e) && strcmp(m->name, name) == 0)
		return m;
	else if (e->code == ERR_NONE)
		ERR(e, ERR_INPUT, "it calls itself \"%s\"", m->name);
	dlclose(handle);
	return NULL;
}

/* The file itself: a link within the folder will do, as libraries have them. */
static const char *real_path(struct arena *a, const char *folder, const char *name,
			     struct err *e)
{
	const char *path = arena_printf(a, "%s/%s.so", folder, name);
	char real[PATH_MAX], within[PATH_MAX];

	if (!realpath(path, real) || !realpath(folder, within)) {
		err_errno(e, "could not open \"%s\"", path);
		return NULL;
	}
	if (strncmp(real, within, strlen(within)) == 0 &&
	    strrchr(real, '/') == real + strlen(within))
		return arena_strdup(a, real);
	ERR(e, ERR_DENIED, "\"%s\" leads out of its folder", path);
	return NULL;
}

/* Paths of the modules whose files may be loaded; of the others NULL, and why. */
static void check_files(struct arena *a, const char *folder, const char *const *names,
			int n, const char **paths, struct err *why)
{
	for (int i = 0; i < n; i++) {
		paths[i] = real_path(a, folder, names[i], &why[i]);
		if (paths[i] && !check_file(paths[i], &why[i]))
			paths[i] = NULL;
	}
}

/* All in one child, for that is fast; who it was is found one by one. */
static void try_files(struct arena *a, int n, const char **paths, struct err *why)
{
	const char **there = arena_alloc(a, sizeof(*there) * (size_t)n);
	struct err e = { 0 };
	int m = 0;

	for (int i = 0; i < n; i++)
		if (paths[i])
			there[m++] = paths[i];
	if (m == 0 || module_trial(there, m, &e))
		return;
	for (int i = 0; i < n; i++)
		if (paths[i] && !module_trial(&paths[i], 1, &why[i]))
			paths[i] = NULL;
}

const struct module *const *loader_load(struct arena *a, const char *folder,
					const char *const *names,
					const struct taken *taken,
					loader_refused_fn refused, void *ctx)
{
	const struct module **list = arena_alloc(a, sizeof(*list) * (MODULES_MOST + 1));
	const char **paths = arena_alloc(a, sizeof(*paths) * MODULES_MOST);
	struct err *why = arena_alloc(a, sizeof(*why) * MODULES_MOST);
	int n = 0, named = 0;

	list[n++] = &core_module;
	while (names[named] && named < MODULES_MOST - 1)
		named++;
	check_files(a, folder, names, named, paths, why);
	try_files(a, named, paths, why);
	for (int i = 0; i < named; i++) {
		list[n] = paths[i] ? load_one(paths[i], names[i], list, taken, &why[i])
				   : NULL;
		if (list[n]) {
			tr_module(folder, names[i]);
			n++;
			continue;
		}
		if (!why[i].hint[0])
			err_hint(&why[i], "The other modules go on; mend or remove "
				 "\"%s\" in the configuration.", names[i]);
		refused(ctx, names[i], &why[i]);
	}
	return list;
}
