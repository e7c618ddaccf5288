#include "calculations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "host/out.h"
#include "say/tr.h"

struct reader { struct arena *arena; const char *at, *end; };

static const char *take(struct reader *r)
{
	size_t n;
	const char *s = wire_take(&r->at, r->end, &n);

	return s ? arena_strndup(r->arena, s, n) : "";
}

/* As many as the answer has room for: five texts each. */
static struct port *take_ports(struct reader *r, int *count)
{
	int n = *count =
	    *count >= 0 && wire_fits((uint32_t)*count, 20, r->at, r->end) ? *count : 0;
	struct port *list = arena_alloc(r->arena, sizeof(*list) * (size_t)(n + 1));

	for (int i = 0; i < n; i++) {
		list[i].name = take(r);
		list[i].type = take(r);
		list[i].unit = take(r);
		list[i].meaning = take(r);
		list[i].is_optional = strcmp(take(r), "optional") == 0;
	}
	return list;
}

static void take_calculation(struct reader *r, struct calculation *c)
{
	c->name = take(r);
	c->title = take(r);
	c->jurisdiction = take(r);
	c->basis = take(r);
	c->nin = (int)strtol(take(r), NULL, 10);
	c->nout = (int)strtol(take(r), NULL, 10);
	c->inputs = take_ports(r, &c->nin);
	c->outputs = take_ports(r, &c->nout);
}

bool calculations_read(struct calculations *all, struct arena *a, struct engine *en,
		       struct err *e)
{
	enum { MOST = 1000 };
	struct buf nothing = { 0 }, reply;
	struct reader r = { .arena = a };
	uint32_t type;
	bool ok;

	buf_init(&reply, FRAME_MOST);
	ok = engine_ask(en, FRAME_DESCRIBE, &nothing, &type, &reply, e) &&
	     (type == FRAME_VALUES ||
	      ERR(e, ERR_RULE, _("the calculations cannot be listed")));
	r.at = reply.data;
	r.end = reply.data + reply.len;
	all->list = arena_alloc(a, sizeof(*all->list) * MOST);
	if (ok)
		wire_take_u32(&r.at, r.end);	/* the number of texts */
	for (all->n = 0; ok && r.at < r.end && all->n < MOST; all->n++)
		take_calculation(&r, &all->list[all->n]);
	buf_done(&reply);
	return ok;
}

/* Letters to change, add or leave out to make one of the other. */
static size_t distance(const char *a, const char *b)
{
	enum { MOST = 64 };
	size_t row[MOST], n = strlen(b), before, left;

	if (n >= MOST)
		return MOST;
	for (size_t k = 0; k <= n; k++)
		row[k] = k;
	for (size_t i = 1; *a; a++, i++) {
		before = row[0];
		row[0] = i;
		for (size_t k = 1; k <= n; k++) {
			left = before + (*a != b[k - 1]);
			before = row[k];
			if (row[k] + 1 < left)
				left = row[k] + 1;
			row[k] = row[k - 1] + 1 < left ? row[k - 1] + 1 : left;
		}
	}
	return row[n];
}

static bool is_near(const char *name, const char *other)
{
	size_t area = strcspn(other, ".");

	return distance(name, other) <= strlen(other) / 3 || strstr(other, name) ||
	       (strncmp(name, other, area) == 0 && name[area] == '.');
}

const struct calculation *calculations_find(const struct calculations *all,
					    const char *name, struct err *e)
{
	struct buf near;

	buf_init(&near, 300);
	for (int i = 0; i < all->n; i++) {
		if (strcmp(all->list[i].name, name) == 0) {
			buf_done(&near);
			return &all->list[i];
		}
		if (is_near(name, all->list[i].name))
			buf_printf(&near, "%s%s", near.len ? ", " : "",
				   all->list[i].name);
	}
	ERR(e, ERR_INPUT, _("no calculation named \"%s\""), name);
	if (near.len)
		err_hint(e, _("Is one of these meant: %s?"), near.data);
	else
		err_hint(e, "%s", _("steward eval --list names them all."));
	buf_done(&near);
	return NULL;
}

static void put_fields(const char *const *names, const char *const *values, int n)
{
	for (int i = 0; i < n; i++) {
		printf("%s\"%s\":", i ? "," : "", names[i]);
		out_json_string(values[i]);
	}
}

static void put_json(const struct calculation *c)
{
	static const char *const names[] = { "name", "title", "jurisdiction", "basis" };

	put_fields(names,
		   (const char *const[]){ c->name, c->title, c->jurisdiction, c->basis },
		   4);
}

void calculations_list(const struct app *app, const struct calculations *all)
{
	for (int i = 0; i < all->n; i++) {
		const struct calculation *c = &all->list[i];

		if (app->format == OUT_JSON) {
			putchar('{');
			put_json(c);
			puts("}");
		} else {
			printf("%-28s %-10s %s\n", c->name, c->jurisdiction,
			       text_clean(app->arena, tr_label(c->title)));
			printf("%-39s %s\n", "", text_clean(app->arena, c->basis));
		}
	}
}

static void put_ports_json(const char *which, const struct port *list, int n)
{
	static const char *const names[] = { "name", "type", "unit", "meaning" };

	printf(",\"%s\":[", which);
	for (int i = 0; i < n; i++) {
		const struct port *p = &list[i];

		fputs(i ? ",{" : "{", stdout);
		put_fields(names,
			   (const char *const[]){ p->name, p->type, p->unit, p->meaning },
			   4);
		printf(",\"optional\":%s}", p->is_optional ? "true" : "false");
	}
	putchar(']');
}

static void put_ports(struct arena *a, const char *title, const struct port *list, int n)
{
	printf("\n%s\n", title);
	for (int i = 0; i < n; i++)
		printf("  %-24s %-8s %-8s %s%s\n", list[i].name, list[i].type,
		       text_clean(a, tr_label(list[i].unit)),
		       text_clean(a, tr_label(list[i].meaning)),
		       list[i].is_optional ? _(" (may be empty)") : "");
}

void calculation_describe(const struct app *app, const struct calculation *c)
{
	if (app->format == OUT_JSON) {
		putchar('{');
		put_json(c);
		put_ports_json("inputs", c->inputs, c->nin);
		put_ports_json("outputs", c->outputs, c->nout);
		puts("}");
		return;
	}
	printf("%s  %s\n", c->name, text_clean(app->arena, tr_label(c->title)));
	printf("%s  %s\n", c->jurisdiction, text_clean(app->arena, c->basis));
	put_ports(app->arena, _("Inputs"), c->inputs, c->nin);
	put_ports(app->arena, _("Outputs"), c->outputs, c->nout);
}
