/* Where a person belongs decides which values and rules count.  Areas that no text tells
 * apart are one place: with the law of one country alone, everyone is in one. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "book.h"

/* Asks the prelude; a place it does not know is the office's own. */
static int nearest(struct book *b, uint32_t region, char *code, size_t size)
{
	lua_State *L = sandbox_lua(b->sandbox);
	char place[24] = "";

	if (region)
		snprintf(place, sizeof(place), "CN-%u", region);
	book_push(b, "nearest");
	lua_pushstring(L, place);
	if (lua_pcall(L, 1, 1, 0) != LUA_OK)
		code[0] = '\0';
	else
		snprintf(code, size, "%s", lua_tostring(L, -1));
	lua_pop(L, 1);
	for (int i = 0; i < b->nplaces; i++)
		if (strcmp(b->places[i].code, code) == 0)
			return i;
	return -1;
}

/* Which rules speak there: those of the place and of all that it lies in. */
static void choose_rules(struct book *b, struct place *p)
{
	lua_State *L = sandbox_lua(b->sandbox);

	for (int i = 0; i < b->nrules; i++) {
		book_push(b, "applies");
		lua_pushstring(L, b->rules[i].jurisdiction);
		lua_pushstring(L, p->code);
		p->applies[i] = lua_pcall(L, 2, 1, 0) == LUA_OK && lua_toboolean(L, -1);
		lua_pop(L, 1);
	}
}

static int find_place(struct book *b, uint32_t region)
{
	char code[sizeof(b->places[0].code)];
	int at = nearest(b, region, code, sizeof(code));

	if (at >= 0)
		return at;
	if (b->nplaces == BOOK_PLACES)
		return 0;
	snprintf(b->places[b->nplaces].code, sizeof(code), "%s", code);
	choose_rules(b, &b->places[b->nplaces]);
	return b->nplaces++;
}

void book_enter(struct book *b, uint32_t region)
{
	lua_State *L = sandbox_lua(b->sandbox);
	struct area *a = &b->areas[region * 2654435761u >> (32 - BOOK_AREA_BITS)];

	if (!a->is_known || a->region != region)
		*a = (struct area){ .region = region, .is_known = true,
				    .place = find_place(b, region) };
	if (b->nplaces && b->place == a->place && b->has_entered)
		return;
	b->place = a->place;
	b->has_entered = true;
	book_push(b, "enter");
	lua_pushstring(L, b->places[b->place].code);
	if (lua_pcall(L, 1, 0, 0) != LUA_OK)
		lua_pop(L, 1);
}

void book_leave(struct book *b)
{
	lua_State *L = sandbox_lua(b->sandbox);

	b->has_entered = false;
	book_push(b, "leave");
	if (lua_pcall(L, 0, 0, 0) != LUA_OK)
		lua_pop(L, 1);
}
