/* What a module's verb writes to files: texts, and texts on paper. */
#ifndef STEWARD_VERB_FILE_H
#define STEWARD_VERB_FILE_H

#include "host/app.h"

/* At path, whole or not at all; what was there is replaced. */
bool verb_file_text(struct app *app, const char *path, const char *text, struct err *e);

/* The text as PDF, with its code and day. */
bool verb_file_paper(struct app *app, const char *path, const char *text,
		     const char *code, const char *day, struct err *e);

#endif
