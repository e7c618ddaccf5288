#include "verb_file.h"

#include <string.h>

#include "cli/post_library.h"
#include "post/drop.h"
#include "post/printing.h"
#include "say/tr.h"

static bool put(struct app *app, const char *path, const void *bytes, size_t n,
		struct err *e)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	const char *folder = !slash	     ? "."
			     : slash == path ? "/"
					     : arena_strndup(app->arena, path,
							     (size_t)(slash - path));
	struct outgoing o = { 0 };

	if (!dot || dot == name || !dot[1])
		return ERR(e, ERR_USAGE, _("\"%s\" is no name of a file with its ending"),
			   path);
	o.key = arena_strndup(app->arena, name, (size_t)(dot - name));
	return drop_put(folder, &o, dot + 1, bytes, n, e) == HANDED;
}

bool verb_file_text(struct app *app, const char *path, const char *text, struct err *e)
{
	return put(app, path, text, strlen(text), e);
}

bool verb_file_paper(struct app *app, const char *path, const char *text,
		     const char *code, const char *day, struct err *e)
{
	const struct printing p = { .text = text,
				    .language = tr_code(tr_reader()),
				    .code = code,
				    .day = day };
	const struct print_calls *print =
	    post_library(app->arena, "print.so", "print_calls", e);
	struct buf b;
	bool ok;

	if (!print)
		return false;
	buf_init(&b, PRINTING_BYTES);
	ok = print->pdf(&p, &b, e) && put(app, path, b.data, b.len, e);
	buf_done(&b);
	return ok;
}
