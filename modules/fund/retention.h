/* Refunds of unemployment contributions to employers that keep their posts. */
#ifndef FUND_RETENTION_H
#define FUND_RETENTION_H

#include "steward.h"
#include "verb.h"

extern const struct move retention_moves[], retention_back_moves[];
extern const struct section retention_sections[];
extern const struct option_def retention_ask_options[], retention_send_options[];

bool retention_ask(const struct verb_call *c);
bool retention_withdraw(const struct verb_call *c);
/* All that wait, by the calculation fund.retention of the office's place. */
bool retention_work(const struct verb_call *c);
bool retention_send(const struct verb_call *c);
bool retention_list(const struct verb_call *c);

#endif
