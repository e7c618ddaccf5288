#include "rules.h"
bool rules_try(struct app *app, struct err *e){(void)app; return ERR(e, ERR_USAGE, "x");}
bool rules_types(struct app *app, struct err *e){(void)app; return ERR(e, ERR_USAGE, "x");}
