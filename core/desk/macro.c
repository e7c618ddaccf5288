/* Keys recorded, kept for the login, and pressed again.  What is pressed again was typed
 * ahead of what it meets: it moves, opens and fills in, and commits nothing. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/macros_sql.h"
#include "screens/views_macros.h"

#define KEYS_BYTES 1500 /* of one recording; the form that names it keeps a draft */
#define PREFIX	   "macro."

/* What they are called: commands of the palette, "macro.NAME". */
static void macros_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct macros *m = ctx;

	(void)e;
	if (!rows)
		return;
	arena_free(m->arena);
	m->arena = arena_new();
	m->n = 0;
	for (int i = 0; i < rows->n && m->n < MACROS_MOST; i++, m->n++) {
		struct arena *a = m->arena;
		const char *name =
		    text_clean(a, row_text(rows, i, MACRO_MINE_NAME));

		m->keys[m->n] = arena_strdup(a, row_text(rows, i, MACRO_MINE_KEYS));
		m->commands[m->n] = (struct command){
			.name = arena_printf(a, PREFIX "%s", name),
			.help = arena_printf(a, _("press: %s"),
					     text_clean(a, m->keys[m->n])),
		};
	}
}

void macro_ask(struct desk *d)
{
	if (d->db)
		db_ask(d->db, &MACRO_MINE, NULL, macros_answer, &d->macros);
}

bool macro_is_one(const struct stmt *s)
{
	return s == &MACRO_KEEP || s == &MACRO_DROP || s == &MACRO_BACK;
}

const struct command *macro_at(const struct desk *d, int i)
{
	return i < d->macros.n ? &d->macros.commands[i] : NULL;
}

static int find(const struct desk *d, const char *command)
{
	for (int i = 0; i < d->macros.n; i++)
		if (strcmp(d->macros.commands[i].name, command) == 0)
			return i;
	return -1;
}

/* Before a key works: where the recording is cut when the key, or the command line that
 * it opens, ends it. */
void macro_record(struct desk *d, const struct press *p)
{
	struct macros *m = &d->macros;
	const char *name = strcmp(p->name, " ") == 0 ? "space" : p->name;
	int n = (int)strlen(m->recorded), len = (int)strlen(name);

	if (!m->is_recording || p->is_pasted)
		return;
	if (d->top->screen != &view_palette)
		m->mark = n;
	if (text_has_unsafe(name, strlen(name)))
		return;
	if (n + len + 2 > KEYS_BYTES) {
		m->is_recording = false;
		desk_say(d, STYLE_WATCH, "%s",
			 _("* the recording is full and has ended; what it holds waits "
			   "for a name"));
		m->is_full = true;
		return;
	}
	snprintf(m->recorded + n, sizeof(m->recorded) - (size_t)n, "%s%s", n ? " " : "",
		 name);
}

void macro_unrecord(struct desk *d)
{
	if (d->macros.is_recording)
		d->macros.recorded[d->macros.mark] = '\0';
}

static void ask_name(struct desk *d)
{
	const char *args[] = { d->macros.recorded };

	d->macros.is_recording = d->macros.is_full = false;
	if (d->macros.recorded[0])
		desk_open(d, "macro.name", args, 1);
	else
		desk_say(d, STYLE_PLAIN, "%s", _("nothing was recorded"));
}

void macro_toggle(struct desk *d)
{
	struct macros *m = &d->macros;

	if (m->is_recording || m->is_full) {
		if (m->is_recording)
			m->recorded[m->mark] = '\0';
		ask_name(d);
		return;
	}
	m->recorded[0] = '\0';
	m->mark = 0;
	m->is_recording = true;
	desk_say(d, STYLE_PLAIN, "%s",
		 _("recording begins; the same command ends it and asks for a name"));
}

const char *macro_state(const struct desk *d, struct arena *a)
{
	int keys = 1;

	if (!d->macros.is_recording)
		return NULL;
	for (const char *at = d->macros.recorded; (at = strchr(at, ' ')); at++)
		keys++;
	return arena_printf(a, _("* recording: %d keys"),
			    d->macros.recorded[0] ? keys : 0);
}

static bool take_name(const char **at, struct press *p)
{
	size_t n = strcspn(*at, " ");
	uint32_t rune;

	*p = (struct press){ .is_replayed = true };
	if (n == 0 || n >= sizeof(p->name))
		return false;
	if (n == 5 && strncmp(*at, "space", n) == 0)
		key_of_rune(p, ' ');
	else if (text_decode(*at, n, &rune) == n)
		key_of_rune(p, rune);
	else
		snprintf(p->name, sizeof(p->name), "%.*s", (int)n, *at);
	*at += n;
	*at += strspn(*at, " ");
	return true;
}

/* After the key that is being pressed and before what was typed after it. */
static void insert(struct desk *d, const struct press *list, int n)
{
	int at = d->nkeys ? d->pressing + 1 : 0, behind = d->nkeys - at;
	struct press *keys =
	    arena_alloc(d->arena, sizeof(*keys) * (size_t)(d->nkeys + n + 256));

	if (d->nkeys)
		memcpy(keys, d->keys, sizeof(*keys) * (size_t)at);
	memcpy(keys + at, list, sizeof(*keys) * (size_t)n);
	if (behind > 0)
		memcpy(keys + at + n, d->keys + at, sizeof(*keys) * (size_t)behind);
	d->keys = keys;
	d->nkeys += n;
	d->keys_room = d->nkeys + 256;
}

static void replay(struct desk *d, const char *keys)
{
	struct arena *a = arena_new();
	struct press *list = arena_alloc(a, sizeof(*list) * KEYS_BYTES);
	int n = 0;

	while (n < KEYS_BYTES && take_name(&keys, &list[n])) {
		list[n].shown = d->shown;
		n++;
	}
	insert(d, list, n);
	arena_free(a);
}

void macro_forget(struct desk *d)
{
	int n = 0;

	for (int i = 0; i < d->nkeys; i++)
		if (i <= d->pressing || !d->keys[i].is_replayed)
			d->keys[n++] = d->keys[i];
	d->nkeys = n;
}

static void refuse(struct desk *d, const char *why)
{
	macro_forget(d);
	desk_say(d, STYLE_WATCH, "* %s", why);
	terminal_beep(d->terminal);
}

void macro_play(struct desk *d, const char *name)
{
	int i = find(d, name);

	if (d->is_replayed) {
		refuse(d, _("recorded keys do not press others"));
		return;
	}
	if (d->top->screen == &view_macros)
		view_pop(d);
	if (i < 0) {
		desk_say(d, STYLE_WATCH, "%s", _("* no keys are recorded by that name"));
		return;
	}
	/* Recorded while they are pressed, key by key, in place of their name. */
	if (d->macros.is_recording)
		d->macros.recorded[d->macros.mark] = '\0';
	replay(d, d->macros.keys[i]);
}

bool macro_holds(struct desk *d)
{
	if (!d->is_replayed)
		return false;
	refuse(d, _("recorded keys decide nothing: look, press it yourself; the "
			  "rest is dropped"));
	return true;
}
