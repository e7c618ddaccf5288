#include "rulebook.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"

#define FILES_MOST 512
#define FILE_BYTES_MOST (1u << 20)

static int is_lua(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && d->d_name[0] != '.' && strcmp(d->d_name + n - 4, ".lua") == 0;
}

static bool take_file(struct arena *a, int fd, const char *full, struct rule_file *f,
		      struct err *e)
{
	f->text = file_text(a, fd, full, FILE_BYTES_MOST, &f->n, e);
	if (f->text)
		digest_bytes(f->text, f->n, f->hash);
	return f->text != NULL;
}

bool rulebook_read_file(struct arena *a, const char *full, struct rule_file *f,
			struct err *e)
{
	return take_file(a, file_open(full, e), full, f, e);
}

struct rulebook *rulebook_new(struct arena *a)
{
	struct rulebook *b = arena_alloc(a, sizeof(*b));

	b->n = 0;
	b->files = arena_alloc(a, sizeof(*b->files) * FILES_MOST);
	return b;
}

/* Paths stand in lists, in JSON and on screens. */
static bool is_plain(const char *path)
{
	return !text_has_unsafe(path, strlen(path)) && !strpbrk(path, "\"\\ ") &&
	       !strstr(path, "..") && strlen(path) < 200;
}

/* Is the folder below a kind's one of a loaded module? */
static bool is_of_module(const char *const *modules, const char *rest)
{
	size_t n = strcspn(rest, "/");

	for (; *modules; modules++)
		if (strlen(*modules) == n && strncmp(*modules, rest, n) == 0)
			return true;
	return false;
}

char rulebook_kind(const char *const *modules, const char *path)
{
	static const struct { const char *folder; char kind;
	} kinds[] = {
		{ "lib/", 'l' },
		{ "parameters/", 'p' },
		{ "calculations/", 'c' },
		{ "rules/", 'r' },
	};

	for (size_t i = 0; is_plain(path) && i < sizeof(kinds) / sizeof(*kinds); i++) {
		size_t n = strlen(kinds[i].folder);
		bool is_shared = !strchr(path + (strlen(path) < n ? 0 : n), '/');

		if (strncmp(path, kinds[i].folder, n) != 0)
			continue;
		if (is_shared ? kinds[i].kind != 'r' : is_of_module(modules, path + n))
			return kinds[i].kind;
	}
	return 0;
}

const struct rule_file *rulebook_find(const struct rulebook *b, const char *path)
{
	for (int i = 0; i < b->n; i++)
		if (strcmp(b->files[i].path, path) == 0)
			return &b->files[i];
	return NULL;
}

bool rulebook_put(struct rulebook *b, const struct rule_file *f)
{
	const struct rule_file *known = rulebook_find(b, f->path);

	if (!known && b->n == FILES_MOST)
		return false;
	b->files[known ? known - b->files : b->n++] = *f;
	return true;
}

/* l, p, c, r: what is asked for is loaded before what asks. */
static int by_kind_and_path(const void *a, const void *b)
{
	static const char order[] = "lpcr";
	const struct rule_file *x = a, *y = b;

	if (x->kind != y->kind)
		return strchr(order, x->kind) < strchr(order, y->kind) ? -1 : 1;
	return strcmp(x->path, y->path);
}

void rulebook_seal(struct rulebook *b)
{
	struct buf all;

	qsort(b->files, (size_t)b->n, sizeof(*b->files), by_kind_and_path);
	buf_init(&all, FILES_MOST * 512);
	for (int i = 0; i < b->n; i++)
		buf_printf(&all, "%s %s\n", b->files[i].path, b->files[i].hash);
	digest_bytes(all.len ? all.data : "", all.len, b->hash);
	buf_done(&all);
}

struct rulebook *rulebook_with(struct arena *a, const struct rulebook *b,
			       const struct rule_file *f)
{
	struct rulebook *w = rulebook_new(a);

	w->n = b->n;
	memcpy(w->files, b->files, sizeof(*b->files) * (size_t)b->n);
	rulebook_put(w, f);
	rulebook_seal(w);
	return w;
}

static void take_out(struct rulebook *b, const char *path)
{
	int n = 0;

	for (int i = 0; i < b->n; i++)
		if (strcmp(b->files[i].path, path) != 0)
			b->files[n++] = b->files[i];
	b->n = n;
}

struct rulebook *rulebook_drafted(struct arena *a, const struct rulebook *b,
				  const struct rulebook *draft)
{
	struct rulebook *w = rulebook_new(a);

	w->n = b->n;
	memcpy(w->files, b->files, sizeof(*b->files) * (size_t)b->n);
	for (int i = 0; i < draft->n; i++)
		if (draft->files[i].hash[0])
			rulebook_put(w, &draft->files[i]);
		else
			take_out(w, draft->files[i].path);
	rulebook_seal(w);
	return w;
}

struct rulebook *rulebook_policy(struct arena *a, const struct rulebook *whole)
{
	struct rulebook *b = arena_alloc(a, sizeof(*b));

	*b = *whole;
	for (b->n = 0; b->n < whole->n && whole->files[b->n].kind != 'r';)
		b->n++;
	rulebook_seal(b);
	return b;
}

/* A folder that is not there has no files: a module need not have rules. */
static bool read_folder(struct arena *a, struct rulebook *b, const char *const *modules,
			const char *folder, const char *part, struct err *e)
{
	char *full = arena_printf(a, "%s/%s", folder, part);
	struct dirent **list;
	bool ok = true;
	int n = scandir(full, &list, is_lua, alphasort);

	if (n < 0)
		return errno == ENOENT ||
		       err_errno(e, "could not read the folder \"%s\"", full);
	for (int i = 0; i < n; i++) {
		struct rule_file f = {
			.path = arena_printf(a, "%s/%s", part, list[i]->d_name)
		};

		f.kind = rulebook_kind(modules, f.path);
		if (ok && !f.kind)
			ok = ERR(e, ERR_RULE, "\"%s\" is not the name of a policy text",
				 f.path);
		if (ok) {
			const char *path = arena_printf(a, "%s/%s", folder, f.path);

			ok = take_file(a, file_open_ours(path, e), path, &f, e);
		}
		if (ok && !rulebook_put(b, &f))
			ok = ERR(e, ERR_RULE, "more than %d rule files", FILES_MOST);
		free(list[i]);
	}
	free(list);
	return ok;
}

struct rulebook *rulebook_read(struct arena *a, const char *folder,
			       const char *const *modules, struct err *e)
{
	struct rulebook *b = rulebook_new(a);

	static const char *const kinds[] = {
		"lib", "parameters", "calculations", "rules"
	};

	for (int i = 0; i < 4; i++) {
		if (i < 3 && !read_folder(a, b, modules, folder, kinds[i], e))
			return NULL;
		for (const char *const *m = modules; *m; m++)
			if (!read_folder(a, b, modules, folder,
					 arena_printf(a, "%s/%s", kinds[i], *m), e))
				return NULL;
	}
	if (b->n == 0) {
		ERR(e, ERR_RULE, "there are no rules in \"%s\"", folder);
		err_hint(e, "Set \"rules\" in the configuration to the folder with "
			 "parameters/, calculations/ and rules/.");
		return NULL;
	}
	rulebook_seal(b);
	return b;
}
