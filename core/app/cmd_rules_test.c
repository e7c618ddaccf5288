#include "rules.h"
bool rules_test(struct app *app, struct err *e){(void)app; return ERR(e, ERR_USAGE, "x");}
