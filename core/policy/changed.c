#include "changed.h"

#include <string.h>

#include "base/buf.h"

#define SUBJECTS_MOST 64

void changed_init(struct changed *c, struct arena *a, bool keeps_all)
{
	*c = (struct changed){ .arena = a, .keeps_all = keeps_all };
	c->list = arena_alloc(a, sizeof(*c->list) * SUBJECTS_MOST);
}

static struct changed_subject *find(struct changed *c, const char *input)
{
	size_t n = strcspn(input, "\t");
	struct changed_subject *s;

	for (int i = 0; i < c->n; i++)
		if (strncmp(c->list[i].name, input, n) == 0 && !c->list[i].name[n])
			return &c->list[i];
	if (c->n == SUBJECTS_MOST)
		return NULL;
	s = &c->list[c->n++];
	memset(s, 0, sizeof(*s));
	s->name = arena_strndup(c->arena, input, n);
	return s;
}

/* Does the input have this field, with its value? */
static bool has_field(const char *input, const char *field)
{
	size_t n = strlen(field);

	for (const char *p = strchr(input, '\t'); p; p = strchr(p + 1, '\t'))
		if (strncmp(p + 1, field, n) == 0 && (!p[1 + n] || p[1 + n] == '\t'))
			return true;
	return false;
}

/* The first input's fields, without those that this one has not. */
static void narrow(struct arena *a, struct common *k, const char *input, bool is_first)
{
	int n = 0;

	if (is_first) {
		for (const char *p = strchr(input, '\t'); p && k->n < CHANGED_FIELDS;
		     p = strchr(p + 1, '\t'))
			k->fields[k->n++] =
			    arena_strndup(a, p + 1, strcspn(p + 1, "\t"));
		return;
	}
	for (int i = 0; i < k->n; i++)
		if (has_field(input, k->fields[i]))
			k->fields[n++] = k->fields[i];
	k->n = n;
}

static void add_example(struct changed *c, struct changed_subject *s,
			const struct outcome *before, const struct outcome *after)
{
	enum { MOST = 4000 };

	if (s->nexamples == (c->keeps_all ? MOST : CHANGED_EXAMPLES))
		return;
	if (!s->examples)
		s->examples = arena_alloc(c->arena,
					  sizeof(*s->examples) *
					      (c->keeps_all ? MOST : CHANGED_EXAMPLES));
	s->examples[s->nexamples].before = before;
	s->examples[s->nexamples++].after = after;
}

void changed_add(struct changed *c, const struct outcome *before,
		 const struct outcome *after, bool differs)
{
	struct changed_subject *s = find(c, after->input);

	if (!s)
		return;
	narrow(c->arena, &s->all, after->input, s->compared++ == 0);
	if (!differs)
		return;
	narrow(c->arena, &s->differing, after->input, s->changed++ == 0);
	add_example(c, s, before, after);
}

const char *changed_common(const struct changed *c, const struct changed_subject *s)
{
	struct buf b;
	const char *text;

	buf_init(&b, 4096);
	for (int i = 0; i < s->differing.n; i++) {
		bool is_trivial = false;

		for (int k = 0; k < s->all.n; k++)
			is_trivial |=
			    strcmp(s->all.fields[k], s->differing.fields[i]) == 0;
		if (!is_trivial)
			buf_printf(&b, "%s%s", b.len ? " " : "", s->differing.fields[i]);
	}
	text = arena_strdup(c->arena, b.len ? b.data : "");
	buf_done(&b);
	return text;
}
