/* Social security cards and the accounts on them, as the card centre and the banks tell.
 */
#ifndef SERVICE_CARD_H
#define SERVICE_CARD_H

#include "steward.h"

extern const struct field card_fields[];
extern const struct keep card_keeps[];
extern const struct column card_columns[];
extern const struct move card_moves[];

#endif
