/* Text shown to people is marked _("..."); N_() in tables comes from steward.h.  The
 * catalogue is read by ourselves, so that no locale need be installed for a language. */
#ifndef STEWARD_TR_H
#define STEWARD_TR_H

#include <stdbool.h>

#include "base/arena.h"

/* The text in the language of the reader, or as it is.  A translation that wants other
 * values than its text is never given; the empty text stays empty. */
const char *tr(const char *text) __attribute__((format_arg(1)));
#define _(s) tr(s)

/* The same for a code or a title that came from a table and is no format; NULL counts as
 * empty. */
const char *tr_label(const char *s);

/* Takes the locale and the language of the environment.  A locale that knows ASCII alone
 * becomes C.UTF-8, because the names are Chinese.  FOLDER/zh_CN/LC_MESSAGES/steward.mo is
 * the catalogue, kept in the arena; one that is missing or damaged leaves the texts as
 * they are. */
void tr_start(struct arena *a, const char *folder);

/* The words of a module: FOLDER/locale/zh_CN/LC_MESSAGES/NAME.mo, asked after the
 * program's own. One that is missing or damaged leaves the module's texts as they are. */
void tr_module(const char *folder, const char *name);

/* From now on in this language ("en", "zh"), whatever the environment says. */
void tr_language(const char *lang);
bool tr_is_chinese(void);

#endif
