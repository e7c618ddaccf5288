#include "payfile.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/money.h"

#define PIECE (1 << 16)

struct payfile {
	const struct payfile_run *run;
	struct payfile_channel channel;
	const char *name, *path, *tmp;
	FILE *out;
	struct digest *digest;
	iconv_t encoder; /* (iconv_t)-1: UTF-8 as it is */
	struct buf text; /* UTF-8 that is not written yet */
	int64_t lines, fen;
};

const char *payfile_name(const struct payfile *f)
{
	return f->name;
}

const struct payfile_channel *payfile_of(const struct payfile *f)
{
	return &f->channel;
}

static bool is_pain(const struct payfile *f)
{
	return strcmp(f->channel.format, "pain") == 0;
}

static bool put(struct payfile *f, const char *data, size_t n, struct err *e)
{
	digest_add(f->digest, data, n);
	if (fwrite(data, 1, n, f->out) == n)
		return true;
	return err_errno(e, "could not write \"%s\"", f->tmp);
}

/* What has been added goes out in the channel's encoding. */
static bool flush(struct payfile *f, struct err *e)
{
	char *in = f->text.data, out[PIECE], *to;
	size_t left = f->text.len, room;
	bool ok = true;

	if (f->encoder == (iconv_t)-1)
		ok = left == 0 || put(f, in, left, e);
	while (ok && f->encoder != (iconv_t)-1 && left > 0) {
		to = out;
		room = sizeof(out);
		if (iconv(f->encoder, &in, &left, &to, &room) == (size_t)-1 &&
		    errno != E2BIG)
			return ERR(e, ERR_INPUT, "a character cannot be written in %s",
				   f->channel.encoding);
		ok = put(f, out, sizeof(out) - room, e);
	}
	buf_clear(&f->text);
	return ok;
}

/* Text inside of XML: what XML 1.0 does not know is left out. */
static void add_xml(struct buf *b, const char *s)
{
	for (; *s; s++) {
		if (*s == '&')
			buf_text(b, "&amp;");
		else if (*s == '<')
			buf_text(b, "&lt;");
		else if (*s == '>')
			buf_text(b, "&gt;");
		else if ((unsigned char)*s >= ' ')
			buf_add(b, s, 1);
	}
}

static void add_money(struct buf *b, int64_t fen)
{
	char text[MONEY_TEXT];

	buf_text(b, money_format(fen, text));
}

static void add_agent(struct buf *b, const char *tag, const char *agent)
{
	buf_printf(b,
		   "<%s><FinInstnId><ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId>"
		   "<MmbId>",
		   tag);
	add_xml(b, agent);
	buf_printf(b, "</MmbId></ClrSysMmbId></FinInstnId></%s>", tag);
}

static void add_sums(struct buf *b, const struct payfile_channel *c)
{
	buf_printf(b, "<NbOfTxs>%lld</NbOfTxs><CtrlSum>", (long long)c->lines);
	add_money(b, c->fen);
	buf_text(b, "</CtrlSum>");
}

static void pain_head(struct payfile *f)
{
	const struct payfile_channel *c = &f->channel;
	struct buf *b = &f->text;

	buf_text(b,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:"
		 "std:iso:20022:tech:xsd:pain.001.001.09\">\n<CstmrCdtTrfInitn>\n");
	buf_printf(b, "<GrpHdr><MsgId>R%s-%.20s</MsgId><CreDtTm>%s</CreDtTm>",
		   f->run->run, c->channel, f->run->created);
	add_sums(b, c);
	buf_text(b, "<InitgPty><Nm>");
	add_xml(b, f->run->office);
	buf_printf(b,
		   "</Nm></InitgPty></GrpHdr>\n<PmtInf><PmtInfId>R%s-%.20s</PmtInfId>"
		   "<PmtMtd>TRF</PmtMtd>",
		   f->run->run, c->channel);
	add_sums(b, c);
	buf_printf(b, "<ReqdExctnDt><Dt>%s</Dt></ReqdExctnDt><Dbtr><Nm>", f->run->day);
	add_xml(b, f->run->office);
	buf_text(b, "</Nm></Dbtr><DbtrAcct><Id><Othr><Id>");
	add_xml(b, c->debtor);
	buf_text(b, "</Id></Othr></Id></DbtrAcct>");
	add_agent(b, "DbtrAgt", c->agent);
	buf_text(b, "\n");
}

static void pain_row(struct payfile *f, const struct payfile_row *row)
{
	struct buf *b = &f->text;

	buf_printf(b,
		   "<CdtTrfTxInf><PmtId><EndToEndId>R%s-%lld</EndToEndId></PmtId><Amt>"
		   "<InstdAmt Ccy=\"CNY\">",
		   f->run->run, (long long)row->payee_id);
	add_money(b, row->fen);
	buf_text(b, "</InstdAmt></Amt>");
	add_agent(b, "CdtrAgt", f->channel.agent);
	buf_text(b, "<Cdtr><Nm>");
	add_xml(b, row->payee);
	buf_text(b, "</Nm></Cdtr><CdtrAcct><Id><Othr><Id>");
	add_xml(b, row->number);
	buf_printf(b,
		   "</Id></Othr></Id></CdtrAcct><Purp><Cd>SSBE</Cd></Purp><RmtInf>"
		   "<Ustrd>%s</Ustrd></RmtInf></CdtTrfTxInf>\n",
		   f->run->period);
}

static void add_cell(struct buf *b, const char *s, size_t n)
{
	bool is_quoted = memchr(s, ',', n) || memchr(s, '"', n);

	if (is_quoted)
		buf_text(b, "\"");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			buf_text(b, "\"");
		buf_add(b, s + i, 1);
	}
	if (is_quoted)
		buf_text(b, "\"");
}

static void add_value(struct payfile *f, const char *name, size_t n,
		      const struct payfile_row *row)
{
	char text[MONEY_TEXT + 48];
	const char *s = "";

	if (strncmp(name, "n", n) == 0) {
		snprintf(text, sizeof(text), "%lld", (long long)f->lines + 1);
		s = text;
	} else if (strncmp(name, "amount", n) == 0) {
		s = money_format(row->fen, text);
	} else if (strncmp(name, "remark", n) == 0) {
		snprintf(text, sizeof(text), "R%s-%lld", f->run->run,
			 (long long)row->payee_id);
		s = text;
	} else if (strncmp(name, "number", n) == 0) {
		s = row->number;
	} else if (strncmp(name, "name", n) == 0) {
		s = row->payee;
	} else if (strncmp(name, "id_no", n) == 0) {
		s = row->id_no;
	} else if (strncmp(name, "agent", n) == 0) {
		s = f->channel.agent;
	}
	add_cell(&f->text, s, strlen(s));
}

/* The columns are "name:heading name:heading ..."; without a row their headings. */
static void csv_line(struct payfile *f, const struct payfile_row *row)
{
	const char *at = f->channel.columns;

	for (size_t n; *at; at += n) {
		size_t name = strcspn(at, ": ");

		n = strcspn(at, " ");
		if (at != f->channel.columns)
			buf_text(&f->text, ",");
		if (row)
			add_value(f, at, name, row);
		else if (name < n)
			add_cell(&f->text, at + name + 1, n - name - 1);
		n += strspn(at + n, " ");
	}
	buf_text(&f->text, "\r\n");
}

static bool open_encoder(struct payfile *f, struct err *e)
{
	f->encoder = (iconv_t)-1;
	if (is_pain(f) || strcmp(f->channel.encoding, "UTF-8") == 0)
		return true;
	f->encoder = iconv_open(f->channel.encoding, "UTF-8");
	return f->encoder != (iconv_t)-1 ||
	       err_errno(e, "could not write in %s", f->channel.encoding);
}

struct payfile *payfile_open(struct arena *a, const char *folder,
			     const struct payfile_run *r, const struct payfile_channel *c,
			     struct err *e)
{
	struct payfile *f = arena_alloc(a, sizeof(*f));

	*f = (struct payfile){ .run = r, .channel = *c };
	f->name = arena_printf(a, "%s-%d-%s.%s", r->period, r->nth, c->channel,
			       is_pain(f) ? "xml" : "csv");
	f->path = arena_printf(a, "%s/%s", folder, f->name);
	f->tmp = arena_printf(a, "%s.tmp", f->path);
	buf_init(&f->text, 4 * PIECE);
	f->digest = digest_new();
	f->out = fopen(f->tmp, "we");
	if (!f->out || !open_encoder(f, e)) {
		if (!f->out)
			err_errno(e, "could not open \"%s\"", f->tmp);
		payfile_drop(f);
		return NULL;
	}
	if (is_pain(f))
		pain_head(f);
	else
		csv_line(f, NULL);
	return f;
}

bool payfile_row(struct payfile *f, const struct payfile_row *row, struct err *e)
{
	if (is_pain(f))
		pain_row(f, row);
	else
		csv_line(f, row);
	f->lines++;
	f->fen += row->fen;
	return f->text.len < PIECE || flush(f, e);
}

bool payfile_end(struct payfile *f, char digest[DIGEST_TEXT], struct err *e)
{
	if (f->lines != f->channel.lines || f->fen != f->channel.fen)
		return ERR(e, ERR_DB, "the lines of %s are not what they add up to",
			   f->channel.channel);
	if (is_pain(f))
		buf_text(&f->text, "</PmtInf>\n</CstmrCdtTrfInitn>\n</Document>\n");
	if (!flush(f, e))
		return false;
	digest_end(f->digest, digest);
	if (fflush(f->out) == 0 && fsync(fileno(f->out)) == 0)
		return true;
	return err_errno(e, "could not write \"%s\"", f->tmp);
}

static void finish(struct payfile *f)
{
	if (f->out)
		fclose(f->out);
	if (f->encoder != (iconv_t)-1)
		iconv_close(f->encoder);
	buf_done(&f->text);
	digest_free(f->digest);
	f->out = NULL;
}

bool payfile_publish(struct payfile *f, struct err *e)
{
	finish(f);
	return rename(f->tmp, f->path) == 0 ||
	       err_errno(e, "could not rename \"%s\"", f->tmp);
}

void payfile_drop(struct payfile *f)
{
	bool is_open = f->out != NULL;

	finish(f);
	if (is_open)
		unlink(f->tmp);
}
