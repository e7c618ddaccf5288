/* Mail by SMTP, text messages and the app by HTTP, both by libcurl: two protocols with
 * their encryption are not written anew.  A library of its own, loaded by the sender
 * alone, so that no clerk's session carries it. */
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "post/outgoing.h"

#define SECONDS_MOST 30L
#define CONNECT_SECONDS_MOST 10L
#define BODY_BYTES 400000
#define ANSWER_BYTES 4000
#define ADDRESS_BYTES 254

extern const struct gateway_calls gateway_calls;

/* Printable ASCII without blanks, brackets, quotes and commas, one @ inside: whatever
 * else stands in a file of contacts begins no line of a header and no second address. */
static bool is_address(const char *s)
{
	size_t n = strlen(s);
	const char *at = strchr(s, '@');

	for (const char *c = s; *c; c++)
		if (*c <= ' ' || *c > '~' || strchr("<>()[]\\,;:\"", *c))
			return false;
	return n <= ADDRESS_BYTES && at && at > s && at[1] && !strchr(at + 1, '@');
}

static bool is_number(const char *s)
{
	size_t n = strlen(s);

	return n >= 3 && n <= 24 && strspn(s, "+0123456789- ") == n;
}

/* What an app calls its user. */
static bool is_user(const char *s)
{
	for (const char *c = s; *c; c++)
		if (*c <= ' ' || *c > '~')
			return false;
	return *s && strlen(s) <= 100;
}

static void add_base64(struct buf *b, const char *s, size_t n)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *p = (const unsigned char *)s;

	for (size_t i = 0; i < n; i += 3) {
		unsigned v = (unsigned)p[i] << 16 | (i + 1 < n ? p[i + 1] << 8 : 0) |
			     (i + 2 < n ? p[i + 2] : 0);
		char four[4] = { digits[v >> 18], digits[v >> 12 & 63],
				 i + 1 < n ? digits[v >> 6 & 63] : '=',
				 i + 2 < n ? digits[v & 63] : '=' };

		buf_add(b, four, 4);
		if (i % 57 == 54)
			buf_text(b, "\r\n");
	}
}

/* The key is the message's identity: who gets it twice can tell. */
static void add_mail(struct buf *b, const struct gateway *g, const struct outgoing *o)
{
	time_t now = time(NULL);
	struct tm t;
	char date[64];

	gmtime_r(&now, &t);
	strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S +0000", &t);
	buf_printf(b,
		   "Date: %s\r\nFrom: <%s>\r\nTo: <%s>\r\nMessage-ID: <%s@steward>\r\n",
		   date, g->from, o->to, o->key);
	buf_text(b, "Subject: =?UTF-8?B?");
	add_base64(b, o->subject, strlen(o->subject));
	buf_text(b,
		 "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
		 "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n"
		 "\r\n");
	add_base64(b, o->body, strlen(o->body));
	buf_text(b, "\r\n");
}

static void add_json(struct buf *b, const char *s)
{
	buf_text(b, "\"");
	for (; *s; s++)
		if ((unsigned char)*s < ' ')
			buf_printf(b, "\\u%04x", *s);
		else
			buf_printf(b, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
	buf_text(b, "\"");
}

struct reading { const struct buf *from; size_t at; };

static size_t give(char *to, size_t size, size_t n, void *ctx)
{
	struct reading *r = ctx;
	size_t left = r->from->len - r->at, k = size * n < left ? size * n : left;

	memcpy(to, r->from->data + r->at, k);
	r->at += k;
	return k;
}

/* A longer answer is cut; it is only asked what the message is called there. */
static size_t take(char *from, size_t size, size_t n, void *ctx)
{
	buf_add(ctx, from, size * n);
	return size * n;
}

/* The first line of printable characters. */
static void take_ref(char ref[OUTGOING_REF], const char *answer)
{
	size_t n = 0;

	for (; answer[n] > ' ' && answer[n] <= '~' && n < OUTGOING_REF - 1; n++)
		ref[n] = answer[n];
	ref[n] = '\0';
}

/* What the other side refuses for good: of mail 5xx; by HTTP 4xx, but for a secret that
 * is missing, too much and too slow. */
static bool is_final(bool is_mail, long status)
{
	if (is_mail)
		return status >= 500 && status < 600;
	return status >= 400 && status < 500 && status != 401 && status != 403 &&
	       status != 408 && status != 429;
}

static enum handed outcome(CURL *c, CURLcode code, bool is_mail, const char *detail,
			   struct err *e)
{
	long status = 0;

	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	if (code == CURLE_OK)
		return HANDED;
	ERR(e, ERR_SYSTEM, "the gateway did not take it: %s (%ld)",
	    *detail ? detail : curl_easy_strerror(code), status);
	return is_final(is_mail, status) ? HANDED_NEVER : HANDED_LATER;
}

static CURL *start(const char *url, const char *protocols, char *detail)
{
	CURL *c = curl_easy_init();

	if (!c)
		return NULL;
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, protocols);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, SECONDS_MOST);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS_MOST);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, detail);
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	return c;
}

static enum handed no_curl(struct err *e)
{
	ERR(e, ERR_SYSTEM, "the gateway could not be started");
	return HANDED_LATER;
}

static enum handed send_mail(const struct gateway *g, const struct outgoing *o,
			     struct buf *text, struct err *e)
{
	char detail[CURL_ERROR_SIZE] = "";
	struct reading r = { text, 0 };
	CURL *c = start(g->mail, "smtp,smtps", detail);
	struct curl_slist *to;
	enum handed done;

	if (!c)
		return no_curl(e);
	to = curl_slist_append(NULL, o->to);
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, g->from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, &r);
	/* Encrypted wherever the other side can. */
	curl_easy_setopt(c, CURLOPT_USE_SSL, (long)CURLUSESSL_TRY);
	done = outcome(c, curl_easy_perform(c), true, detail, e);
	curl_slist_free_all(to);
	curl_easy_cleanup(c);
	return done;
}

static enum handed mail(const struct gateway *g, const struct outgoing *o,
			char ref[OUTGOING_REF], struct err *e)
{
	struct buf text;
	enum handed done;

	if (!is_address(o->to) || !is_address(g->from)) {
		ERR(e, ERR_INPUT, "not an address for mail");
		return HANDED_NEVER;
	}
	buf_init(&text, BODY_BYTES);
	add_mail(&text, g, o);
	done = send_mail(g, o, &text, e);
	snprintf(ref, OUTGOING_REF, "<%.100s@steward>", o->key);
	buf_done(&text);
	return done;
}

/* The key goes along as Idempotency-Key, as gateways know it. */
static struct curl_slist *headers_of(const struct gateway *g, const struct outgoing *o)
{
	char line[600];
	struct curl_slist *list;

	list = curl_slist_append(NULL, "Content-Type: application/json");
	snprintf(line, sizeof(line), "Idempotency-Key: %s", o->key);
	list = curl_slist_append(list, line);
	if (*g->token) {
		snprintf(line, sizeof(line), "Authorization: Bearer %s", g->token);
		list = curl_slist_append(list, line);
	}
	return list;
}

static enum handed send_http(const struct gateway *g, const struct outgoing *o,
			     const struct buf *text, struct buf *answer, struct err *e)
{
	char detail[CURL_ERROR_SIZE] = "";
	CURL *c = start(g->http, "http,https", detail);
	struct curl_slist *headers;
	enum handed done;

	if (!c)
		return no_curl(e);
	headers = headers_of(g, o);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, text->data);
	curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE, (long)text->len);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, answer);
	curl_easy_setopt(c, CURLOPT_FAILONERROR, 1L);
	done = outcome(c, curl_easy_perform(c), false, detail, e);
	curl_slist_free_all(headers);
	curl_easy_cleanup(c);
	return done;
}

static enum handed http(const struct gateway *g, const struct outgoing *o,
			char ref[OUTGOING_REF], struct err *e)
{
	bool is_app = strcmp(o->channel, "app") == 0;
	struct buf text, answer;
	enum handed done;

	if (is_app ? !is_user(o->to) : !is_number(o->to)) {
		ERR(e, ERR_INPUT,
		    is_app ? "not a user of the app" : "not a telephone number");
		return HANDED_NEVER;
	}
	buf_init(&text, BODY_BYTES);
	buf_init(&answer, ANSWER_BYTES);
	buf_printf(&text, "{\"id\":\"%s\",\"channel\":\"%s\",\"to\":", o->key,
		   o->channel);
	add_json(&text, o->to);
	buf_text(&text, ",\"text\":");
	add_json(&text, o->body);
	buf_text(&text, "}");
	done = send_http(g, o, &text, &answer, e);
	take_ref(ref, answer.len ? answer.data : "");
	buf_done(&text);
	buf_done(&answer);
	return done;
}

const struct gateway_calls gateway_calls = { mail, http };
