#include "rulebook.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define FILES_MOST 512
#define FILE_BYTES_MOST (1u << 20)

static int is_lua(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && d->d_name[0] != '.' && strcmp(d->d_name + n - 4, ".lua") == 0;
}

bool rulebook_read_file(struct arena *a, const char *full, struct rule_file *f, struct err *e)
{
	FILE *in = fopen(full, "rbe");
	char piece[8192];
	struct buf b;
	size_t n;
	bool ok;

	if (!in)
		return err_errno(e, "could not open \"%s\"", full);
	buf_init(&b, FILE_BYTES_MOST);
	while ((n = fread(piece, 1, sizeof(piece), in)) > 0)
		buf_add(&b, piece, n);
	ok = !ferror(in) && !b.full;
	if (!ok)
		ERR(e, ERR_RULE, "could not read \"%s\", or it is larger than a rule may be", full);
	f->n = b.len;
	f->text = arena_strndup(a, b.data ? b.data : "", b.len);
	digest_bytes(f->text, f->n, f->hash);
	fclose(in);
	buf_done(&b);
	return ok;
}

/* A folder that is not there has no files: a module need not have rules. */
static bool read_folder(struct arena *a, struct rulebook *b, const char *folder, const char *part,
			char kind, struct err *e)
{
	char *full = arena_printf(a, "%s/%s", folder, part);
	struct dirent **list;
	bool ok = true;
	int n = scandir(full, &list, is_lua, alphasort);

	if (n < 0)
		return errno == ENOENT || err_errno(e, "could not read the folder \"%s\"", full);
	for (int i = 0; i < n; i++) {
		struct rule_file *f = &b->files[b->n];

		if (ok && b->n == FILES_MOST)
			ok = ERR(e, ERR_RULE, "more than %d rule files", FILES_MOST);
		if (ok) {
			f->kind = kind;
			f->path = arena_printf(a, "%s/%s", part, list[i]->d_name);
			ok = rulebook_read_file(a, arena_printf(a, "%s/%s", folder, f->path), f, e);
			b->n += ok;
		}
		free(list[i]);
	}
	free(list);
	return ok;
}

static void hash_all(struct rulebook *b)
{
	struct buf all;

	buf_init(&all, FILES_MOST * 512);
	for (int i = 0; i < b->n; i++)
		buf_printf(&all, "%s %s\n", b->files[i].path, b->files[i].hash);
	digest_bytes(all.len ? all.data : "", all.len, b->hash);
	buf_done(&all);
}

struct rulebook *rulebook_read(struct arena *a, const char *folder, const char *const *modules,
			       struct err *e)
{
	struct rulebook *b = arena_alloc(a, sizeof(*b));

	b->files = arena_alloc(a, sizeof(*b->files) * FILES_MOST);
	if (!read_folder(a, b, folder, "parameters", 'p', e) ||
	    !read_folder(a, b, folder, "calculations", 'c', e))
		return NULL;
	for (; *modules; modules++)
		if (!read_folder(a, b, folder, arena_printf(a, "rules/%s", *modules), 'r', e))
			return NULL;
	if (b->n == 0) {
		ERR(e, ERR_RULE, "there are no rules in \"%s\"", folder);
		err_hint(e, "Set \"rules\" in the configuration to the folder with parameters/, "
			 "calculations/ and rules/.");
		return NULL;
	}
	hash_all(b);
	return b;
}

static int rank(char kind)
{
	return kind == 'p' ? 0 : kind == 'c' ? 1 : 2;
}

struct rulebook *rulebook_with(struct arena *a, const struct rulebook *b, const struct rule_file *f)
{
	struct rulebook *w = arena_alloc(a, sizeof(*w));
	int at = 0;

	w->files = arena_alloc(a, sizeof(*w->files) * (size_t)(b->n + 1));
	for (int i = 0; i < b->n; i++)
		if (strcmp(b->files[i].path, f->path) != 0)
			w->files[w->n++] = b->files[i];
	while (at < w->n && (rank(w->files[at].kind) < rank(f->kind) ||
			     (w->files[at].kind == f->kind && strcmp(w->files[at].path, f->path) < 0)))
		at++;
	memmove(w->files + at + 1, w->files + at, sizeof(*w->files) * (size_t)(w->n - at));
	w->files[at] = *f;
	w->n++;
	hash_all(w);
	return w;
}
