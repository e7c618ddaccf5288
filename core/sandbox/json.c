#include "json.h"

#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "safelib.h"

#define DEPTH_MOST 8
#define ITEMS_MOST 300000
#define BYTES_MOST 4000000
#define FIELDS_MOST 16

struct reader {
	lua_State *L;
	const char *at, *end;
	int depth, items, fields;
};

static bool read_value(struct reader *r);

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next character that is no blank; NUL at the end. */
static char peek(struct reader *r)
{
	while (r->at < r->end && is_blank(*r->at))
		r->at++;
	return r->at < r->end ? *r->at : '\0';
}

static bool take(struct reader *r, char c)
{
	bool is_there = peek(r) == c;

	r->at += is_there;
	return is_there;
}

static bool read_word(struct reader *r, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
		return false;
	r->at += n;
	return true;
}

static size_t digits(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

/* Length of a decimal number at s, 0 when there is none. */
static size_t number_length(const char *s, const char *end)
{
	const char *p = s + (s < end && (*s == '-' || *s == '+'));
	size_t n = digits(p, end);

	if (n == 0)
		return 0;
	p += n;
	if (p < end && *p == '.') {
		n = digits(p + 1, end);
		if (n == 0)
			return 0;
		p += n + 1;
	}
	if (p < end && (*p == 'e' || *p == 'E')) {
		const char *q = p + 1 + (p + 1 < end && (p[1] == '-' || p[1] == '+'));

		n = digits(q, end);
		if (n == 0)
			return 0;
		p = q + n;
	}
	return (size_t)(p - s);
}

static bool push_number(lua_State *L, const char *s, size_t n)
{
	char text[64];
	double v;

	if (n == 0 || n >= sizeof(text))
		return false;
	memcpy(text, s, n);
	text[n] = '\0';
	v = strtod(text, NULL);
	if (!isfinite(v))
		return false;
	if (v == floor(v) && fabs(v) < 1e15)
		lua_pushinteger(L, (lua_Integer)v);
	else
		lua_pushnumber(L, v);
	return true;
}

bool json_read_number(lua_State *L, const char *s, size_t n)
{
	while (n && is_blank(*s))
		s++, n--;
	while (n && is_blank(s[n - 1]))
		n--;
	return n && number_length(s, s + n) == n && push_number(L, s, n);
}

static bool read_number(struct reader *r)
{
	size_t n = number_length(r->at, r->end);

	if (!push_number(r->L, r->at, n))
		return false;
	r->at += n;
	return true;
}

static bool add_escape(struct reader *r, luaL_Buffer *b)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *known = r->at < r->end && *r->at ? strchr(from, *r->at) : NULL;
	char hex[5] = "", *end;
	unsigned long rune;

	if (known) {
		luaL_addchar(b, to[known - from]);
		r->at++;
		return true;
	}
	if (r->end - r->at < 5 || *r->at != 'u')
		return false;
	memcpy(hex, r->at + 1, 4);
	rune = strtoul(hex, &end, 16);
	r->at += 5;
	/* strtoul would take a sign or 0x, too */
	if (end != hex + 4 || strspn(hex, "0123456789abcdefABCDEF") != 4)
		return false;
	lua_pushfstring(r->L, "%U", rune);
	luaL_addvalue(b);
	return true;
}

static bool read_string(struct reader *r)
{
	const char *from = ++r->at;
	luaL_Buffer b;
	bool ok = true;

	/* Nearly every one has no escape and is taken as it stands. */
	while (r->at < r->end && *r->at != '"' && *r->at != '\\')
		r->at++;
	if (r->at < r->end && *r->at == '"') {
		lua_pushlstring(r->L, from, (size_t)(r->at++ - from));
		return true;
	}
	luaL_buffinit(r->L, &b);
	luaL_addlstring(&b, from, (size_t)(r->at - from));
	while (ok && r->at < r->end && *r->at != '"') {
		if (*r->at == '\\') {
			r->at++;
			ok = add_escape(r, &b);
		} else {
			luaL_addchar(&b, *r->at++);
		}
	}
	luaL_pushresult(&b);
	return ok && take(r, '"');
}

static bool read_array(struct reader *r)
{
	lua_Integer i = 0;

	lua_newtable(r->L);
	if (take(r, ']'))
		return true;
	do {
		if (!read_value(r))
			return false;
		lua_rawseti(r->L, -2, ++i);
	} while (take(r, ','));
	return take(r, ']');
}

/* A record of a list has as many fields as the one before: its table need not grow. */
static bool read_object(struct reader *r)
{
	int fields = 0;

	lua_createtable(r->L, 0, r->fields);
	if (take(r, '}'))
		return true;
	do {
		const char *key;
		size_t n;

		if (peek(r) != '"' || !read_string(r) || !take(r, ':'))
			return false;
		key = lua_tolstring(r->L, -1, &n);
		if (n && digits(key, key + n) == n && push_number(r->L, key, n))
			lua_remove(r->L, -2);
		if (!read_value(r))
			return false;
		lua_rawset(r->L, -3);
		fields++;
	} while (take(r, ','));
	r->fields = fields < FIELDS_MOST ? fields : FIELDS_MOST;
	return take(r, '}');
}

static bool read_value(struct reader *r)
{
	bool ok = false;

	if (++r->items > ITEMS_MOST || ++r->depth > DEPTH_MOST)
		return false;
	luaL_checkstack(r->L, 8, NULL);
	switch (peek(r)) {
	case '{':
		r->at++;
		ok = read_object(r);
		break;
	case '[':
		r->at++;
		ok = read_array(r);
		break;
	case '"':
		ok = read_string(r);
		break;
	case 't':
		lua_pushboolean(r->L, true);
		ok = read_word(r, "true");
		break;
	case 'f':
		lua_pushboolean(r->L, false);
		ok = read_word(r, "false");
		break;
	case 'n':
		lua_pushnil(r->L);
		ok = read_word(r, "null");
		break;
	default:
		ok = read_number(r);
	}
	r->depth--;
	return ok;
}

bool json_read(lua_State *L, const char *s, size_t n)
{
	struct reader r = { .L = L, .at = s, .end = s + n };
	int base = lua_gettop(L);

	if (n <= BYTES_MOST && read_value(&r) && (peek(&r), r.at == r.end))
		return true;
	lua_settop(L, base);
	return false;
}

char *json_number(lua_State *L, int index, char out[JSON_NUMBER])
{
	double v = lua_tonumber(L, index);

	if (lua_isinteger(L, index)) {
		snprintf(out, JSON_NUMBER, "%lld", (long long)lua_tointeger(L, index));
	} else if (v == floor(v) && fabs(v) < 1e15) {
		snprintf(out, JSON_NUMBER, "%lld", (long long)v);
	} else {
		snprintf(out, JSON_NUMBER, "%.15g", v);
		if (strtod(out, NULL) != v)
			snprintf(out, JSON_NUMBER, "%.17g", v);
	}
	return out;
}

static void add_string(struct buf *b, const char *s, size_t n)
{
	buf_text(b, "\"");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\')
			buf_add(b, "\\", 1);
		if ((unsigned char)s[i] < 0x20)
			buf_printf(b, "\\u%04x", s[i]);
		else
			buf_add(b, s + i, 1);
	}
	buf_text(b, "\"");
}

/* Keys of the table on the top in order, as a list above it. */
static void push_keys(lua_State *L)
{
	lua_getfield(L, LUA_REGISTRYINDEX, JSON_BOOK);
	lua_getfield(L, -1, "sorted");
	lua_remove(L, -2);
	lua_pushvalue(L, -2);
	lua_call(L, 1, 1);
}

static bool write_list(lua_State *L, lua_Integer n, struct buf *b)
{
	bool ok = true;

	buf_text(b, "[");
	for (lua_Integer i = 1; ok && i <= n; i++) {
		buf_text(b, i > 1 ? "," : "");
		lua_geti(L, -1, i);
		ok = json_write(L, -1, b);
		lua_pop(L, 1);
	}
	buf_text(b, "]");
	return ok;
}

static bool write_object(lua_State *L, struct buf *b)
{
	int base = lua_gettop(L);
	bool ok = true;

	push_keys(L);
	buf_text(b, "{");
	for (lua_Integer i = 1; ok && lua_geti(L, -1, i) != LUA_TNIL; i++) {
		size_t n;
		const char *key = safelib_text(L, -1, &n);

		buf_text(b, i > 1 ? "," : "");
		add_string(b, key, n);
		buf_text(b, ":");
		lua_pop(L, 1);
		lua_gettable(L, base);
		ok = json_write(L, -1, b);
		lua_settop(L, base + 1);
	}
	lua_settop(L, base);
	buf_text(b, "}");
	return ok;
}

static bool write_table(lua_State *L, struct buf *b)
{
	lua_Integer n = luaL_len(L, -1);
	bool is_list;

	push_keys(L);
	is_list = luaL_len(L, -1) == n;
	lua_pop(L, 1);
	return is_list ? write_list(L, n, b) : write_object(L, b);
}

bool json_write(lua_State *L, int index, struct buf *b)
{
	char number[JSON_NUMBER];
	size_t n;
	const char *s;
	bool ok = true;

	if (lua_gettop(L) > 200 || b->full)
		return false;
	luaL_checkstack(L, 8, NULL);
	lua_pushvalue(L, index);
	switch (lua_type(L, -1)) {
	case LUA_TNIL:
		buf_text(b, "null");
		break;
	case LUA_TBOOLEAN:
		buf_text(b, lua_toboolean(L, -1) ? "true" : "false");
		break;
	case LUA_TNUMBER:
		ok = isfinite(lua_tonumber(L, -1));
		buf_text(b, ok ? json_number(L, -1, number) : "");
		break;
	case LUA_TSTRING:
		s = lua_tolstring(L, -1, &n);
		add_string(b, s, n);
		break;
	case LUA_TTABLE:
		ok = write_table(L, b);
		break;
	default:
		ok = false;
	}
	lua_pop(L, 1);
	return ok;
}
