#include "card.h"

#include <stddef.h>

#include "card_sql.h"

const struct field card_fields[] = { { "card_no", FIELD_NAME },
				     { "id_no", FIELD_ID },
				     { "name", FIELD_NAME },
				     { "status", FIELD_CODE,
				       .codes = "issued lost frozen expired cancelled" },
				     { "since", FIELD_DAY, .most = "today" },
				     { "account", FIELD_TEXT, .optional = true },
				     { "account_status", FIELD_CODE, .optional = true,
				       .codes = "usable frozen closed" },
				     { 0 } };
static const struct kept_column kept[] = {
	{ "card_no", KEPT_KEY },
	{ "status", KEPT_VALUE },
	{ "since", KEPT_VALUE },
	{ "account", KEPT_VALUE, "coalesce(account, '')" },
	{ "account_status", KEPT_VALUE, "coalesce(account_status, 'usable')" },
	{ 0 }
};
const struct keep card_keeps[] = { { "service_card", kept }, { 0 } };

const struct column card_columns[] = {
	{ .col = SERVICE_CARDS_CARD, .title = N_("Card"), .width = 20 },
	{ .col = SERVICE_CARDS_STATUS,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = SERVICE_CARDS_SINCE,
	  .title = N_("Since"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SERVICE_CARDS_ACCOUNT, .title = N_("Bank account"), .width = 13 },
	{ .col = SERVICE_CARDS_ACCOUNT_STATUS,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL },
	{ 0 }
};

/* Nothing is stopped: the person is told, and the task ends when another account counts.
 */
const struct move card_moves[] = { { "open", "settle", "done", "clerk", MOVE_CLOSE, NULL,
				     "s", N_("settle: the person knows what to bring") },
				   { "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE,
				     NULL, "d",
				     N_("dismiss: the card or its account can be used") },
				   { 0 } };
