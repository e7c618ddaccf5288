#include "app.h"

bool cmd_bench(struct app *app, struct err *e)
{
	(void)app;
	return ERR(e, ERR_USAGE, "bench");
}
