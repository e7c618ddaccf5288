#include "tables.h"

const struct verb *const own_verbs[] = { work_verbs,   post_verbs, money_verbs,
					 intake_verbs, law_verbs,  house_verbs, NULL };
