/* What a place pays of care, asked of the calculations of the policy texts. */
#include <stddef.h>
#include <stdio.h>
#include <stdint.h>

#include "request.h"

struct paid { char value[24]; const char *error; };

static bool take_paid(void *ctx, void *row, const char *error, const char *const *outputs,
		      int n)
{
	const struct verb_call *c = ctx;
	struct paid *p = row;

	p->error = error ? c->say(c, error) : NULL;
	snprintf(p->value, sizeof(p->value), "%s", error || n < 1 ? "" : outputs[0]);
	return true;
}

static bool ask(const struct verb_call *c, const char *calculation,
		const char *const *inputs, const char *name)
{
	struct verb_rows rows = { calculation, take_paid, (void *)(uintptr_t)c,
				  c->option(c, "place") };
	struct paid *p = c->room(c, sizeof(*p));
	const char *value;

	if (!c->ask(c, &rows, inputs, p) || !c->ask(c, &rows, NULL, NULL))
		return false;
	if (p->error)
		return c->fail(c, p->error, N_("Say the place with --place."));
	value = p->value;
	c->row(c, &name, NULL, 1);
	c->row(c, &name, &value, 1);
	return true;
}

const struct option_def packages_options[] = {
	{ "place", 'p', N_("whose rules count, like CN-31; else the office's") }, { 0 }
};

bool packages_paid(const struct verb_call *c)
{
	return ask(c, "care.fund_share", c->args, "paid");
}

bool packages_hours(const struct verb_call *c)
{
	return ask(c, "care.payable_hours", c->args, "hours");
}
