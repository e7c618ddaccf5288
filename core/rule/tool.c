#include "tool.h"

#include "engine.h"

static void take_texts(struct arena *a, const struct buf *reply,
		       struct tool_answer *answer)
{
	const char *at = reply->data, *end = at + reply->len, *s;
	size_t n;
	int most = 16;

	answer->n = 0;
	answer->texts = arena_alloc(a, sizeof(*answer->texts) * (size_t)most);
	while (at < end && (s = wire_take(&at, end, &n))) {
		if (answer->n == most) {
			const char **more =
			    arena_alloc(a, sizeof(*more) * (size_t)most * 2);

			for (int i = 0; i < most; i++)
				more[i] = answer->texts[i];
			answer->texts = more;
			most *= 2;
		}
		answer->texts[answer->n++] = arena_strndup(a, s, n);
	}
}

static bool refused(struct arena *a, const struct buf *reply, struct err *e)
{
	const char *at = reply->data, *end = at + reply->len, *s;
	size_t n;

	wire_take(&at, end, &n);
	s = wire_take(&at, end, &n);
	return ERR(e, ERR_RULE, "%s", s ? arena_strndup(a, s, n) : "the tool gave up");
}

bool tool_ask(struct engine *en, struct arena *a, const char *const *question,
	      struct tool_answer *answer, struct err *e)
{
	struct buf payload, reply;
	uint32_t type = 0;
	bool ok;

	buf_init(&payload, FRAME_MOST);
	buf_init(&reply, 4 * FRAME_MOST);
	wire_strings(&payload, question);
	ok = engine_ask(en, FRAME_TOOL, &payload, &type, &reply, e);
	if (ok && type != FRAME_VALUES)
		ok = refused(a, &reply, e);
	if (ok)
		take_texts(a, &reply, answer);
	buf_done(&payload);
	buf_done(&reply);
	return ok;
}
