/* Text shown to people is marked _("..."); N_() in tables comes from steward.h. */
#ifndef STEWARD_TR_H
#define STEWARD_TR_H

#include <libintl.h>
#include <stdbool.h>

#define _(s) gettext(s)

/* Takes the locale of the environment; one that knows ASCII alone becomes C.UTF-8, because the
 * names are Chinese.  Texts come as UTF-8 whatever the terminal wants. */
void tr_start(void);

/* From now on in this language ("en", "zh"), whatever the environment says. */
void tr_language(const char *lang);
bool tr_is_chinese(void);

/* Translates a code or title that came from a table; the empty text stays empty. */
const char *tr_label(const char *s);

#endif
