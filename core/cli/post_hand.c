#include "post_hand.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "post/drop.h"
#include "post_library.h"
#include "say/tr.h"

#define TOKEN_BYTES 400

static bool has_prefix(const char *s, const char *a, const char *b)
{
	return strncmp(s, a, strlen(a)) == 0 || strncmp(s, b, strlen(b)) == 0;
}

/* A secret stands in a file of its own, which nobody else can read. */
static bool read_token(struct app *app, const char *path, struct gateway *g,
		       struct err *e)
{
	struct stat st;
	char *text;
	size_t n;
	int fd = file_open_ours(path, e);

	if (fd < 0)
		return false;
	if (fstat(fd, &st) != 0 || (st.st_mode & 077) != 0)
		err_hint(e, _("Run: chmod 600 %s"), path);
	text = file_text(app->arena, fd, path, TOKEN_BYTES, &n, e);
	if (!text || e->hint[0])
		return text ? ERR(e, ERR_USAGE, _("others can read \"%s\""), path)
			    : false;
	text[strcspn(text, "\r\n")] = '\0';
	g->token = text;
	return true;
}

static bool check(const struct post_ways *w, struct err *e)
{
	const struct gateway *g = &w->gateway;

	if (!w->folder && !g->mail && !g->http) {
		ERR(e, ERR_USAGE,
		    _("post send needs a way out: --folder, --mail or --http"));
		return err_hint(e, _("See steward post send --help."));
	}
	if (g->mail && (!has_prefix(g->mail, "smtp://", "smtps://") || !g->from))
		return ERR(e, ERR_USAGE,
			   _("--mail takes smtp://HOST or smtps://HOST, and --from"));
	return !g->http || has_prefix(g->http, "http://", "https://") ||
	       ERR(e, ERR_USAGE, _("--http takes http://... or https://..."));
}

bool post_ways_read(struct app *app, struct post_ways *w, struct err *e)
{
	const char *token = app_option(app, "token");

	*w = (struct post_ways){ .folder = app_option(app, "folder"),
				 .gateway = { .mail = app_option(app, "mail"),
					      .from = app_option(app, "from"),
					      .http = app_option(app, "http"),
					      .token = "" } };
	if (!check(w, e) || (token && !read_token(app, token, &w->gateway, e)))
		return false;
	if (w->gateway.mail || w->gateway.http)
		w->calls = post_library(app->arena, "gateway.so", "gateway_calls", e);
	if (w->folder && !app_flag(app, "text"))
		w->print = post_library(app->arena, "print.so", "print_calls", e);
	w->channels = w->folder	      ? "sms app mail letter"
		      : !w->gateway.http ? "mail"
		      : w->gateway.mail	 ? "sms app mail"
					 : "sms app";
	return (w->calls || !(w->gateway.mail || w->gateway.http)) &&
	       (w->print || !w->folder || app_flag(app, "text"));
}

enum handed post_paper(const struct post_ways *w, const struct outgoing *o,
		       char ref[OUTGOING_REF], struct err *e)
{
	struct printing p = { .text = o->body, .language = o->language,
			      .code = o->code, .day = o->day };
	char digest[DIGEST_TEXT];
	enum handed done = HANDED_LATER;
	struct buf b;

	buf_init(&b, PRINTING_BYTES);
	if (w->print->pdf(&p, &b, e)) {
		done = drop_put(w->folder, o, "pdf", b.data, b.len, e);
		snprintf(ref, OUTGOING_REF, "%s sha256:%s", o->key,
			 digest_bytes(b.data, b.len, digest));
	}
	buf_done(&b);
	return done;
}

enum handed post_hand(const struct post_ways *w, const struct outgoing *o,
		      char ref[OUTGOING_REF], struct err *e)
{
	bool is_letter = strcmp(o->channel, "letter") == 0;

	ref[0] = '\0';
	if (strcmp(o->channel, "mail") == 0 && w->gateway.mail)
		return w->calls->mail(&w->gateway, o, ref, e);
	if (!is_letter && strcmp(o->channel, "mail") != 0 && w->gateway.http)
		return w->calls->http(&w->gateway, o, ref, e);
	if (is_letter && w->print)
		return post_paper(w, o, ref, e);
	snprintf(ref, OUTGOING_REF, "%s", o->key);
	return drop_text(w->folder, o, e);
}
