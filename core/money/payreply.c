#include "payreply.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/file.h"

#define ROWS_MOST  (512u << 20)
#define TEXT_MOST  200
#define DEPTH_MOST 32
#define PIECE	   65536

enum part { REF, STATUS, REASON, AMOUNT, PARTS };

/* An answer being read: where in it, and the payment it speaks of. */
struct reader {
	struct payreply *reply;
	XML_Parser parser;
	char tags[DEPTH_MOST][40], text[TEXT_MOST], row[PARTS][TEXT_MOST];
	int depth;
	size_t len;
	bool in_row, is_bad;
};

void payreply_init(struct payreply *r)
{
	memset(r, 0, sizeof(*r));
	r->count = -1;
	buf_init(&r->rows, ROWS_MOST);
}

void payreply_done(struct payreply *r)
{
	buf_done(&r->rows);
}

static void stop(struct reader *x)
{
	x->is_bad = true;
	XML_StopParser(x->parser, XML_FALSE);
}

/* Nothing in an answer may define anything. */
static void refuse_doctype(void *ctx, const XML_Char *name, const XML_Char *system,
			   const XML_Char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(ctx);
}

static void begin_tag(void *ctx, const XML_Char *name, const XML_Char **attributes)
{
	struct reader *x = ctx;
	const char *local = strrchr(name, ':');

	(void)attributes;
	if (x->depth == DEPTH_MOST) {
		stop(x);
		return;
	}
	snprintf(x->tags[x->depth++], sizeof(x->tags[0]), "%s", local ? local + 1 : name);
	x->len = 0;
	if (strcmp(x->tags[x->depth - 1], "TxInfAndSts") == 0) {
		memset(x->row, 0, sizeof(x->row));
		x->in_row = true;
	}
}

static void add_text(void *ctx, const XML_Char *s, int n)
{
	struct reader *x = ctx;

	for (int i = 0; i < n; i++)
		if ((unsigned char)s[i] >= ' ' && x->len + 1 < sizeof(x->text))
			x->text[x->len++] = s[i];
}

static void add_row(struct payreply *r, char (*row)[TEXT_MOST])
{
	buf_printf(&r->rows, "%s\t%s\t%s\t%s\n", row[REF], row[STATUS], row[REASON],
		   row[AMOUNT]);
}

static void take_in_row(struct reader *x, const char *tag, const char *parent)
{
	enum part at = PARTS;

	if (strcmp(tag, "OrgnlEndToEndId") == 0)
		at = REF;
	else if (strcmp(tag, "TxSts") == 0)
		at = STATUS;
	else if (strcmp(parent, "Rsn") == 0)
		at = REASON;
	else if (strcmp(tag, "InstdAmt") == 0)
		at = AMOUNT;
	if (at != PARTS)
		memcpy(x->row[at], x->text, x->len + 1);
}

static void take_in_head(struct reader *x, const char *tag, const char *parent)
{
	struct payreply *r = x->reply;
	bool is_head = strcmp(parent, "OrgnlGrpInfAndSts") == 0;
	long long n;

	if (is_head && strcmp(tag, "OrgnlMsgId") == 0)
		snprintf(r->message, sizeof(r->message), "%.60s", x->text);
	else if (is_head && strcmp(tag, "GrpSts") == 0)
		snprintf(r->group, sizeof(r->group), "%.7s", x->text);
	else if (is_head && strcmp(tag, "OrgnlCtrlSum") == 0)
		snprintf(r->sum, sizeof(r->sum), "%.31s", x->text);
	else if (is_head && strcmp(tag, "OrgnlNbOfTxs") == 0)
		r->count = sscanf(x->text, "%lld", &n) == 1 ? n : 0;
}

static void end_tag(void *ctx, const XML_Char *name)
{
	struct reader *x = ctx;
	const char *tag = x->tags[--x->depth];
	const char *parent = x->depth > 0 ? x->tags[x->depth - 1] : "";

	(void)name;
	x->text[x->len] = '\0';
	if (strcmp(tag, "TxInfAndSts") == 0) {
		add_row(x->reply, x->row);
		x->in_row = false;
	} else if (x->in_row) {
		take_in_row(x, tag, parent);
	} else {
		take_in_head(x, tag, parent);
	}
	x->len = 0;
}

static bool feed(struct reader *x, int fd, const char *path, struct digest *d,
		 struct err *e)
{
	char piece[PIECE];
	ssize_t n = 1;

	while (n > 0) {
		n = read(fd, piece, sizeof(piece));
		if (n < 0)
			return err_errno(e, "could not read \"%s\"", path);
		digest_add(d, piece, (size_t)n);
		if (XML_Parse(x->parser, piece, (int)n, n == 0) == XML_STATUS_ERROR ||
		    x->is_bad)
			return ERR(e, ERR_INPUT,
				   "\"%s\" is not an answer of a bank: line "
				   "%lu",
				   path,
				   (unsigned long)XML_GetCurrentLineNumber(x->parser));
	}
	return true;
}

bool payreply_read_pain(struct payreply *r, const char *path, struct err *e)
{
	struct reader x = { .reply = r, .parser = XML_ParserCreateNS(NULL, ':') };
	struct digest *d = digest_new();
	int fd = file_open(path, e);
	bool ok;

	XML_SetUserData(x.parser, &x);
	XML_SetElementHandler(x.parser, begin_tag, end_tag);
	XML_SetCharacterDataHandler(x.parser, add_text);
	XML_SetStartDoctypeDeclHandler(x.parser, refuse_doctype);
	ok = fd >= 0 && feed(&x, fd, path, d, e);
	if (ok && r->rows.full)
		ok = ERR(e, ERR_INPUT, "\"%s\" is too large", path);
	if (ok)
		digest_end(d, r->digest);
	digest_free(d);
	XML_ParserFree(x.parser);
	if (fd >= 0)
		close(fd);
	return ok;
}

/* Where in a row each part stands, by the headings; -1: nowhere. */
static void find_columns(const char *columns, const struct csv_row *head, int at[PARTS])
{
	static const char *const names[] = { "ref:", "status:", "reason:", "amount:" };

	for (int p = 0; p < PARTS; p++) {
		const char *s = strstr(columns, names[p]);
		size_t n = s ? strcspn(s, " ") - strlen(names[p]) : 0;

		at[p] = -1;
		for (int i = 0; s && i < head->n && i < CSV_FIELDS; i++)
			if (head->fields[i].len == n &&
			    memcmp(head->fields[i].text, s + strlen(names[p]), n) == 0)
				at[p] = i;
	}
}

static bool take_row(struct payreply *r, const char *channel, const int at[PARTS],
		     const struct csv_row *row)
{
	char parts[PARTS][TEXT_MOST] = { "" };

	for (int p = 0; p < PARTS; p++) {
		const struct csv_field *f =
		    at[p] >= 0 && at[p] < row->n ? &row->fields[at[p]] : NULL;

		if (f && (f->len >= TEXT_MOST || memchr(f->text, '\t', f->len)))
			return false;
		if (f)
			memcpy(parts[p], f->text, f->len);
	}
	if (!r->message[0])
		snprintf(r->message, sizeof(r->message), "%.*s-%.20s",
			 (int)strcspn(parts[REF], "-") > 30
			     ? 30
			     : (int)strcspn(parts[REF], "-"),
			 parts[REF], channel);
	add_row(r, parts);
	return true;
}

bool payreply_read_csv(struct payreply *r, const char *path, const char *channel,
		       const char *columns, const char *encoding, struct err *e)
{
	struct csv *c = csv_open(path, encoding, ',', e);
	int at[PARTS] = { -1, -1, -1, -1 };
	struct csv_row row;
	bool ok = c != NULL;

	while (ok && csv_next(c, &row, e)) {
		if (row.fault == CSV_BLANK)
			continue;
		if (row.line == 1)
			find_columns(columns, &row, at);
		else
			ok = take_row(r, channel, at, &row);
		ok = ok && row.fault == CSV_GOOD && at[REF] >= 0 && at[STATUS] >= 0;
		if (!ok)
			ERR(e, ERR_INPUT, "\"%s\" is not an answer of a bank: line %lu",
			    path, (unsigned long)row.line);
	}
	ok = ok && e->code == ERR_NONE;
	if (ok)
		csv_digest(c, r->digest);
	if (c)
		csv_close(c);
	return ok;
}
