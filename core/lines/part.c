#include "part.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#define PIECE	     65536
#define DEEP	     64
#define QUIET_MOST   (1 << 20)	/* bytes without an end of anything */
#define STRANGE_MOST (16 << 20) /* of names that no sheet needs: a parser keeps them */

struct part {
	XML_Parser parser;
	const struct part_calls *calls;
	void *ctx;
	struct err *e;
	int depth;
	long quiet, strange;
	bool stopped;
};

static const char *bare(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

void part_stop(struct part *p)
{
	p->stopped = true;
	XML_StopParser(p->parser, XML_FALSE);
}

struct err *part_err(struct part *p)
{
	return p->e;
}

const char *part_attr(const char **attrs, const char *name)
{
	for (; *attrs; attrs += 2)
		if (strcmp(bare(attrs[0]), name) == 0)
			return attrs[1];
	return NULL;
}

/* The message is there already. */
static void refuse(struct part *p)
{
	err_hint(p->e, "Save it anew as .xlsx, and send that.");
	part_stop(p);
}

/* Names of the cells and texts, of which there are as many as there are cells. */
static bool is_usual(const char *name)
{
	static const char *const usual[] = { "c",	   "v",
					     "row",	   "f",
					     "is",	   "t",
					     "si",	   "r",
					     "rPr",	   "rFont",
					     "sz",	   "color",
					     "s",	   "spans",
					     "ht",	   "dyDescent",
					     "ref",	   "customHeight",
					     "space",	   "customFormat",
					     "val",	   "family",
					     "charset",	   "scheme",
					     "phoneticPr", "fontId",
					     "type",	   "rgb",
					     "theme",	   "hidden",
					     "mergeCell",  NULL };

	for (const char *const *u = usual; *u; u++)
		if (strcmp(name, *u) == 0)
			return true;
	return false;
}

static void on_begin(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct part *p = ctx;

	p->quiet = 0;
	name = bare(name);
	p->strange += is_usual(name) ? 0 : (long)strlen(name);
	for (const char **at = attrs; *at; at += 2)
		p->strange += is_usual(bare(*at)) ? 0 : (long)strlen(*at);
	if (p->strange > STRANGE_MOST)
		ERR(p->e, ERR_INPUT, "the spreadsheet has too many names that none has");
	else if (++p->depth > DEEP)
		ERR(p->e, ERR_INPUT,
		    "the spreadsheet has elements too deep in one another");
	if (p->e->code != ERR_NONE && !p->stopped)
		refuse(p);
	else if (!p->stopped && p->calls->begin)
		p->calls->begin(p->ctx, p, name, attrs);
}

static void on_end(void *ctx, const XML_Char *name)
{
	struct part *p = ctx;

	p->quiet = 0;
	p->depth--;
	if (!p->stopped && p->calls->end)
		p->calls->end(p->ctx, p, bare(name));
}

static void on_text(void *ctx, const XML_Char *s, int n)
{
	struct part *p = ctx;

	p->quiet = 0;
	if (!p->stopped && p->calls->text)
		p->calls->text(p->ctx, p, s, n);
}

/* A type of document is where entities are declared; no spreadsheet has one. */
static void on_doctype(void *ctx, const XML_Char *name, const XML_Char *system,
		       const XML_Char *id, int has_subset)
{
	(void)name;
	(void)system;
	(void)id;
	(void)has_subset;
	ERR(((struct part *)ctx)->e, ERR_INPUT, "the spreadsheet declares entities");
	refuse(ctx);
}

static void on_other(void *ctx, const XML_Char *s, int n)
{
	(void)s;
	(void)n;
	((struct part *)ctx)->quiet = 0;
}

static bool feed(struct part *p, struct zip *z)
{
	char piece[PIECE];
	int n = 1;

	while (n > 0 && !p->stopped) {
		n = zip_read(z, piece, PIECE, p->e);
		if (n < 0)
			return false;
		p->quiet += n;
		if (XML_Parse(p->parser, piece, n, n == 0) != XML_STATUS_OK &&
		    !p->stopped)
			ERR(p->e, ERR_INPUT, "the spreadsheet is not as one is made: %s",
			    XML_ErrorString(XML_GetErrorCode(p->parser)));
		else if (p->quiet > QUIET_MOST && !p->stopped)
			ERR(p->e, ERR_INPUT,
			    "a name or value of the spreadsheet goes on and on");
		if (p->e->code != ERR_NONE && !p->stopped)
			refuse(p);
	}
	return p->e->code == ERR_NONE;
}

bool part_read(struct zip *z, const char *name, bool may_lack,
	       const struct part_calls *calls, void *ctx, struct err *e)
{
	struct part p = { .calls = calls, .ctx = ctx, .e = e };
	bool ok;

	e->code = ERR_NONE;
	if (!zip_find(z, name))
		return may_lack || ERR(e, ERR_INPUT,
				       "the file is no whole spreadsheet "
				       "(xlsx)");
	p.parser = XML_ParserCreate(NULL);
	if (!p.parser)
		abort();
	XML_SetUserData(p.parser, &p);
	XML_SetElementHandler(p.parser, on_begin, on_end);
	XML_SetCharacterDataHandler(p.parser, on_text);
	XML_SetDefaultHandler(p.parser, on_other);
	XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
	ok = feed(&p, z);
	XML_ParserFree(p.parser);
	/* One that was left in its midst has no sum to be compared. */
	return (zip_leave(z, ok && !p.stopped ? e : &(struct err){ 0 }) || p.stopped) &&
	       ok;
}
