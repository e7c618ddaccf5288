/* What banks answer about a run's files. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cashier/pay.h"
#include "host/out.h"
#include "money/pay_sql.h"
#include "money/payreply.h"
#include "money/runs.h"
#include "say/tr.h"

/* With --channel in that channel's own columns, otherwise pain.002. */
static bool read_reply(struct app *app, struct db *db, struct payreply *r, struct err *e)
{
	const char *channel = app_option(app, "channel");
	struct table t;

	if (!channel)
		return payreply_read_pain(r, app->args[1], e);
	if (!table_run(&t, db, app->arena, &PAY_REPLY_COLUMNS, &channel, e))
		return false;
	if (!t.n || !*table_text(&t, 0, PAY_REPLY_COLUMNS_REPLY)) {
		ERR(e, ERR_USAGE, _("the channel \"%s\" answers in no table"), channel);
		return err_hint(e, _("work.channels says which columns its answers "
				     "have."));
	}
	return payreply_read_csv(r, app->args[1], channel,
				 table_text(&t, 0, PAY_REPLY_COLUMNS_REPLY),
				 table_text(&t, 0, PAY_REPLY_COLUMNS_ENCODING), e);
}

static bool take(struct app *app, struct db *db, const struct payreply *r, struct err *e)
{
	const char *slash = strrchr(app->args[1], '/');
	const char *params[] = { r->digest,
				 slash ? slash + 1 : app->args[1],
				 text_clean(app->arena, r->message),
				 r->group,
				 r->count < 0 ? NULL : param_int(app->arena, r->count),
				 r->sum,
				 r->rows.data ? r->rows.data : "" };
	struct table t;

	if (!text_is_utf8(params[6], strlen(params[6])))
		return ERR(e, ERR_INPUT, _("\"%s\" is in another encoding"),
			   app->args[1]);
	if (!table_run(&t, db, app->arena, &PAY_RETURNS, params, e))
		return false;
	out_table(app, &t, runs_returns_columns, NULL);
	return true;
}

bool pay_returns(struct app *app, struct db *db, struct err *e)
{
	struct payreply r;
	bool ok;

	payreply_init(&r);
	ok = read_reply(app, db, &r, e) && take(app, db, &r, e);
	payreply_done(&r);
	return ok;
}
